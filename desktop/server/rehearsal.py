"""A batch taken in before its county is held, and written down once it is.

Whoever holds the county keeps all its stations waiting, and most of what taking a batch in costs is
thinking, not writing. So it is thought through on one state of the database, beside others who do
the same, and what comes out is a *draft*: every question that was asked with its answer, and the
rows to be written. Once the county is held the questions are asked again. If all the answers are
the same, so are the verdicts, and the rows are written; if not, somebody came between, and the
batch is taken in anew.

Some numbers everybody raises, and no verdict rests on them: the head of the feed and what divisions
add up to. They may have been raised meanwhile; the draft says by how much more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from desktop.server.postgres import PostgresConnection, Values
from desktop.server.workspace import Workspace
from desktop.server.workspace_tables import Row, Said, Tables

REHEARSED_MIN = 6
"""Events from which on it pays: every question is asked twice."""

_HEAD, _FEED, _TALLIES = "centres", "feed", "tallies"

_RAISED = {
    _HEAD: ("feed_head", "case_head"),
    # Its own station's alone, and noted beside the batch.
    "registrations": ("counter", "seen_at", "last_seq", "last_hash"),
}
"""Columns of a row that may differ when it is asked for again."""

_ADDED = ("enrollments", "paid_fen")
"""The columns of a tally."""


class NotRehearsed(Exception):
    """The batch asks or writes what only whoever holds the county can."""


@dataclass(frozen=True, slots=True)
class _Asked:
    table: str
    said: Said
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Draft:
    """What came out of a rehearsal."""

    asked: tuple[_Asked, ...]
    said: tuple[Said, ...]
    """What is written whatever others have raised meanwhile."""
    head: int
    """The feed's head that the positions of ``feed`` follow."""
    feed: tuple[Row, ...]
    tallies: tuple[Row, ...]
    """Divisions with what is added to each."""


class Rehearsal(Workspace):
    """A workspace from which nothing is written; see the module."""

    def __init__(
        self,
        real: PostgresConnection,
        scratch: Any,
        tables: Tables,
        county: str,
        *,
        plain: bool = False,
    ) -> None:
        super().__init__(real, scratch, tables, county, plain=plain)
        self._asked: list[_Asked] = []

    def draft(self) -> Draft:
        """Return what was asked and what is to be written. Raises NotRehearsed."""
        said: list[Said] = []
        head, feed, tallies = 0, list[Row](), list[Row]()
        for table, new, old in self._written():
            match table:
                case _ if table == _HEAD:
                    head = self._head(old)
                case _ if table == _FEED:
                    feed = new
                case _ if table == _TALLIES:
                    tallies = list(self._added((*new, *old)))
                case _:
                    said += self._tables.writing(table, self._county, new, old)
        return Draft(tuple(self._asked), tuple(said), head, tuple(feed), tuple(tallies))

    def _head(self, rows: Sequence[Row]) -> int:
        """Return the head that was found; nothing else of the county's row may have changed."""
        feed_head, cases = self._tables.places(_HEAD, _RAISED[_HEAD])
        before = self._found(_HEAD)[()]
        if any(row[cases] != before[cases] for row in rows):
            # Cases are told in the order of their numbers.
            raise NotRehearsed
        head: int = before[feed_head]
        return head

    def _added(self, rows: Sequence[Row]) -> Iterator[Row]:
        found, key_of = self._found(_TALLIES), self._tables.key_of(_TALLIES)
        places = self._tables.places(_TALLIES, _ADDED)
        for row in rows:
            before = found.get(key_of(row))
            yield _with(row, places, before, -1) if before else row

    def _found(self, table: str) -> dict[Row, Row]:
        return _by_key(self._tables, table, self._asked)

    @override
    def _answered(self, tables: tuple[str, ...], questions: Sequence[Said]) -> list[list[Row]]:
        found = super()._answered(tables, questions)
        self._asked += map(_Asked, tables, questions, found)
        return found

    @override
    def _past(self, statement: str, values: Values) -> Any:
        raise NotRehearsed


def settle(draft: Draft, real: PostgresConnection, tables: Tables, county: str) -> int | None:
    """Write a draft down while the county is held; return the feed's head before.

    None, and nothing was written, if somebody came between.
    """
    answers = real.gather([one.said for one in draft.asked])
    now = [
        _Asked(one.table, one.said, rows) for one, rows in zip(draft.asked, answers, strict=True)
    ]
    if not all(_same(tables, *pair) for pair in zip(draft.asked, now, strict=True)):
        return None
    (feed_head,) = tables.places(_HEAD, ("feed_head",))
    head: int = _by_key(tables, _HEAD, now)[()][feed_head]
    said = list(draft.said)
    if draft.feed:
        (position,) = tables.places(_FEED, ("position",))
        later = head - draft.head
        feed = [_moved(row, position, later) for row in draft.feed]
        said += tables.writing(_FEED, county, feed, ())
        statement = "UPDATE centres SET feed_head = ? WHERE county = ?"
        said.append((statement, (head + len(feed), county)))
    if draft.tallies:
        there, key_of = _by_key(tables, _TALLIES, now), tables.key_of(_TALLIES)
        places = tables.places(_TALLIES, _ADDED)
        rows = [_with(row, places, there.get(key_of(row)), 1) for row in draft.tallies]
        said += tables.writing(_TALLIES, county, (), rows)
    real.gather(said)
    return head


def _moved(row: Row, place: int, by: int) -> Row:
    """Return ``row`` with the number at ``place`` raised."""
    return (*row[:place], row[place] + by, *row[place + 1 :])


def _same(tables: Tables, before: _Asked, now: _Asked) -> bool:
    """Tell whether a question was answered alike, but for what everybody raises."""
    if before.table == _TALLIES or before.rows == now.rows:
        return True
    raised = set(tables.places(before.table, _RAISED.get(before.table, ())))
    return _told(before.rows, raised) == _told(now.rows, raised)


def _told(rows: Sequence[Row], raised: set[int]) -> set[Row]:
    """Return rows, in whatever order they came and however often, without what is raised."""
    if not raised:
        return set(map(tuple, rows))
    return {tuple(v for place, v in enumerate(row) if place not in raised) for row in rows}


def _by_key(tables: Tables, table: str, asked: Sequence[_Asked]) -> dict[Row, Row]:
    key_of = tables.key_of(table)
    return {key_of(row): row for one in asked if one.table == table for row in one.rows}


def _with(row: Row, places: Sequence[int], other: Row | None, sign: int) -> Row:
    """Return ``row`` with the numbers of another added at ``places``, or taken from it."""
    if other is None:
        return row
    return tuple(
        value + sign * other[place] if place in places else value for place, value in enumerate(row)
    )
