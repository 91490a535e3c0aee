"""The review after something was decided: only the rows that hang together with it are redone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from desktop.domain.list_aliases import AliasBook
from desktop.domain.list_facts import TABLE_KINDS
from desktop.usecases.desk import Desk
from desktop.usecases.lists.choices import ListChoices, RowDecision
from desktop.usecases.lists.plan import PlannedRow, Review
from desktop.usecases.lists.review import Looking, accepted, review
from desktop.usecases.lists.summing import added, asked, summed

_NO_DECISION = RowDecision()
_LOCAL_SHARE = 4
"""With more than a fourth of the rows decided anew the whole list is looked over again."""


def reviewed_again(desk: Desk, before: Review, choices: ListChoices, aliases: AliasBook) -> Review:
    """Return the review after something was decided. Raises as `review`.

    A row that is decided anew can change who it means: then the rows that meant, or now mean, the
    same person are compared again, and whether that person is still on the list. Nothing else.
    """
    changed = {
        number
        for number in before.choices.rows.keys() | choices.rows.keys()
        if before.choices.rows.get(number) != choices.rows.get(number)
    }
    as_before = msgspec.structs.replace(
        choices,
        rows=before.choices.rows,
        accepted=before.choices.accepted,
        confirmed=before.choices.confirmed,
        leave_wrong=before.choices.leave_wrong,
        note=before.choices.note,
    )
    read_anew = choices.kind in TABLE_KINDS or as_before != before.choices
    if read_anew or len(changed) * _LOCAL_SHARE > len(before.rows):
        return review(desk, choices, before.data, aliases)
    found = replace(before, choices=choices)
    if changed:
        found = _redone(desk, found, changed, aliases)
    if choices.accepted != before.choices.accepted:
        _accept(choices, found.rows)
        return summed(desk, found)
    return asked(desk, found)


def _redone(desk: Desk, before: Review, changed: set[int], aliases: AliasBook) -> Review:
    """Return the review with the rows of ``changed`` and whoever they concern compared again."""
    choices, data = before.choices, before.data
    at = {place for place, row in enumerate(before.rows) if row.read.row in changed}
    old = [before.rows[place] for place in sorted(at)]
    alone = Looking(desk, choices, data, aliases, of=()).again(old, changed)
    concerned = _known_as((*old, *alone))
    at |= {place for place, row in enumerate(before.rows) if row.who in concerned}
    places = sorted(at)
    together = [before.rows[place] for place in places]
    concerned |= _known_as(together)
    looking = Looking(desk, choices, data, aliases, of=concerned)
    again = looking.again(together, changed)
    rows = list(before.rows)
    for place, row in zip(places, again, strict=True):
        rows[place] = row
    ended = before.ended
    if choices.full:
        others = (one for one in before.ended if one.who not in concerned)
        ended = (*others, *looking.ended(again))
    found = replace(before, rows=rows, ended=tuple(ended))
    return added(added(found, together, -1), again, 1)


def _known_as(rows: Sequence[PlannedRow]) -> set[str]:
    """Return what a source may know these rows' people by."""
    numbers = {f"n:{row.read.number}" for row in rows if row.read.number}
    return {row.who for row in rows if row.who} | numbers


def _accept(choices: ListChoices, rows: Iterable[PlannedRow]) -> None:
    for row in rows:
        if row.read.findings:
            decision = choices.rows.get(row.read.row, _NO_DECISION)
            row.accepted = accepted(row.read, decision, choices.accepted)
