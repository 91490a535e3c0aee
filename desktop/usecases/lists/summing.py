"""What a list's rows come to: counts, and the questions that follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from desktop.usecases.desk import Desk
from desktop.usecases.lists.plan import Change, PlannedRow, Review
from desktop.usecases.lists.questions import questions_of

_NOT_ASKED: frozenset[Change] = frozenset(("wrong", "left_out", "candidates"))
"""Rows whose repairs nobody need accept."""


def summed(desk: Desk, found: Review) -> Review:
    """Return a review with its counts and questions."""
    nothing = replace(
        found, counts=Counter(), repaired=0, unaccepted=0, warnings=0, matched=0, unplaced=0
    )
    return asked(desk, added(nothing, found.rows, 1))


def added(found: Review, rows: Iterable[PlannedRow], times: int) -> Review:
    """Return a review whose counts have these rows once more (1), or once less (-1)."""
    counts = Counter(found.counts)
    repaired = unaccepted = warnings = matched = unplaced = 0
    for row in rows:
        counts[row.change] += times
        if row.person:
            matched += times
        elif not row.division and any(row.read.place):
            unplaced += times
        if row.read.findings or row.noticed:
            repaired += times * bool(row.read.repairs)
            warnings += times * any(one.level == "warning" for one in row.findings)
            unaccepted += times * (not row.accepted and row.change not in _NOT_ASKED)
    return replace(
        found,
        counts=+counts,
        repaired=found.repaired + repaired,
        unaccepted=found.unaccepted + unaccepted,
        warnings=found.warnings + warnings,
        matched=found.matched + matched,
        unplaced=found.unplaced + unplaced,
    )


def asked(desk: Desk, found: Review) -> Review:
    """Return a review with the questions that follow from its counts."""
    return replace(found, questions=questions_of(desk, found))
