"""What is asked about a list as a whole before anything of it is written."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.list_facts import TABLE_KINDS
from desktop.store import lists as stored
from desktop.usecases.desk import Desk
from desktop.usecases.lists.plan import Question, QuestionCode, Review

_MANY = 20
_MANY_SHARE = 10
"""More endings than this many, and than a tenth of what the source held, are asked about."""
_FEW_ROWS = 20
"""Shorter lists say nothing about where they come from."""


def questions_of(desk: Desk, found: Review) -> tuple[Question, ...]:
    """Return what must be confirmed, with what was confirmed already."""
    confirmed = found.choices.confirmed
    return tuple(Question(code, values, code in confirmed) for code, values in _asked(desk, found))


def _asked(desk: Desk, found: Review) -> Iterator[tuple[QuestionCode, dict[str, object]]]:
    connection = desk.store.connection
    taken = [
        row for row in stored.batches(connection, found.choices.source) if not row["undone_at"]
    ]
    same = next((row for row in taken if row["sha256"] == found.data.look.sha256), None)
    if same is not None:
        yield "SAME_FILE", {"title": same["title"], "day": same["at"][:10]}
    as_of = found.choices.as_of or desk.today.isoformat()
    if taken and taken[0]["as_of"] > as_of:
        yield "OLDER", {"day": as_of, "last": taken[0]["as_of"]}
    ended = len(found.ended)
    kept = stored.count_listed(connection, found.choices.source) if ended else 0
    if ended * 2 > kept > 1:
        yield "SHRUNK", {"ended": ended, "before": kept, "rows": len(found.rows)}
    elif ended > max(_MANY, kept // _MANY_SHARE):
        yield "ENDS_MANY", {"ended": ended, "before": kept}
    yield from _elsewhere(desk, found)


def _elsewhere(desk: Desk, found: Review) -> Iterator[tuple[QuestionCode, dict[str, object]]]:
    """Notice a list of another county: its places are none of ours, or nobody in it is known."""
    total = len(found.rows)
    if total < _FEW_ROWS or found.choices.kind in TABLE_KINDS:
        return
    outside, unknown, matched = found.counts["outside"], found.unplaced, found.matched
    nobody = matched * 10 < total and stored.has_people(desk.store.connection)
    if (outside + unknown) * 2 > total or nobody:
        yield "ELSEWHERE", {"rows": total, "places": outside + unknown, "matched": matched}
