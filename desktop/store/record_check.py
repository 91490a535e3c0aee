"""Whether rows of the record still say what their events say: looked at a few events at a time.

Every event is opened, and what it assigned is held to the rows. Where a row says something else,
the other events about the same subject tell whether they said so: they are found by the ids they
name. A row that none of them accounts for was altered or lost in the file; it is folded again from
the events, all of which are looked through for that.

Looked at is what is found by an id, and receipts but for the count of their prints. The rest, and
rows that no event made, are for `desktop.store.verify`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop.base.errors import Refused
from desktop.domain.assign import Assign, Value
from desktop.domain.effects import effects
from desktop.domain.events import Event, SignedEvent
from desktop.sqlite.errors import database_errors
from desktop.store.apply import apply
from desktop.store.database import Store
from desktop.store.event_rows import is_whole
from desktop.store.event_subjects import events_naming

Subject = tuple[str, ...]
"""Table, and the values of the key."""

_EVENT = "SELECT pos, id, station, seq, type, hash, body, signature FROM events"
_FOLD_ORDER = "feed IS NULL, feed, CASE WHEN feed IS NULL THEN seq END"
_ID = re.compile(r"[0-9a-f]{32}\Z")
_LOOKED_AT = frozenset(
    (
        "households", "people", "person_numbers", "enrollments", "not_enrolled", "follow_ups",
        "payments", "payment_lines", "receipts", "segments", "refunds", "adjustments", "closings",
        "handovers", "handover_rows", "tax_files", "tax_rows", "reconciliations", "case_remarks",
        "looks",
    )
)  # fmt: skip
_RECEIPTS, _PRINTS = "receipts", "prints"
_NUMBERS_VOIDED = "numbers.voided"
"""Events of this kind write receipts without naming their numbers whole."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a few events' rows were like."""

    last: int
    """Place in the file of the last event that was looked at; 0 after the end."""
    wrong: tuple[Subject, ...] = ()
    """Rows that are not what their events add up to."""


@dataclass(frozen=True, slots=True)
class Named:
    """Which of some events name what is looked for."""

    places: tuple[int, ...]
    last: int
    """Place in the file of the last event that was looked through."""
    more: bool
    """There are events after it."""


class _Rows:
    """What a row should be like: the last value each of its columns was given."""

    def __init__(self) -> None:
        self.keys: dict[Subject, dict[str, Value]] = {}
        self.values: dict[Subject, dict[str, Value]] = {}
        self.place: dict[Subject, int] = {}
        """Where the event stands that said the last of them."""

    def fold(self, place: int, assigns: Iterable[Assign]) -> None:
        for one in assigns:
            self.place[one.subject] = place
            self.keys[one.subject] = one.key
            self.values.setdefault(one.subject, {}).update(one.values)


def look_over(store: Store, after: int, limit: int) -> Looked:
    """Hold the rows to what the next ``limit`` events after the place ``after`` assigned them.

    Raises:
        Unavailable: the disk or the file failed.
    """
    with database_errors():
        rows = store.connection.execute(
            f"{_EVENT} WHERE pos > ? ORDER BY pos LIMIT ?", (after, limit)
        ).fetchall()
        expected = _Rows()
        for row in rows:
            event = _opened(row)
            if event is not None:
                expected.fold(row["pos"], _looked_at(effects(event)))
        wrong = [one for one in expected.keys if _differs(store, expected, one)]
        last = rows[-1]["pos"] if len(rows) == limit else 0
        return Looked(
            last, tuple(one for one in wrong if _is_damaged(store, one, expected.place[one]))
        )


def naming(store: Store, subjects: Iterable[Subject], after: int, limit: int) -> Named:
    """Return which of the next ``limit`` events may write to ``subjects``, by what they name.

    Raises:
        Refused: ``EVENT_HASH``: an event is none any more, so nobody knows whom it named.
        Unavailable: the disk or the file failed.
    """
    named = re.compile(b"|".join(sorted({re.escape(_led_by(one).encode()) for one in subjects})))
    with database_errors():
        rows = store.connection.execute(
            f"{_EVENT} WHERE pos > ? ORDER BY pos LIMIT ?", (after, limit)
        ).fetchall()
    if not all(map(is_whole, rows)):
        raise Refused("EVENT_HASH", "an event's bytes were changed")
    places = (
        row["pos"] for row in rows if row["type"] == _NUMBERS_VOIDED or named.search(row["body"])
    )
    return Named(tuple(places), rows[-1]["pos"] if rows else after, more=len(rows) == limit)


def fold_rows(store: Store, subjects: Iterable[Subject], places: Sequence[int]) -> int:
    """Write the rows of ``subjects`` again from the events at ``places``; return how many changed.

    Inside the caller's transaction; ``places`` are those of all events that may write to them.
    """
    wanted, expected = set(subjects), _Rows()
    assigns: list[Assign] = []
    for row in _in_fold_order(store, places):
        event = SignedEvent(row["body"], row["hash"], row["signature"]).open()
        its = [one for one in effects(event) if one.subject in wanted]
        expected.fold(row["pos"], its)
        assigns += its
    changed = sum(_differs(store, expected, one) for one in expected.keys)
    if changed:
        apply(store.connection, assigns)
    return changed


def _opened(row: Any) -> Event | None:
    """Return the event, None if the bytes are none: the comparison with the centre finds those."""
    try:
        return SignedEvent(row["body"], row["hash"], row["signature"]).open()
    except Refused:
        return None


def _looked_at(assigns: Iterable[Assign]) -> Iterator[Assign]:
    for one in assigns:
        # Of a receipt each print writes its count over the one before, and names no id.
        if one.table in _LOOKED_AT and not (one.table == _RECEIPTS and _PRINTS in one.values):
            yield one


def _led_by(subject: Subject) -> str:
    """Return the part of a subject's key that its events are found by: an id if there is one."""
    return max(subject[1:], key=lambda text: (bool(_ID.match(text)), len(text)))


def _is_damaged(store: Store, subject: Subject, place: int) -> bool:
    """Tell whether what a row says is not what the events about it, all of them, add up to."""
    leading = _led_by(subject)
    if not _ID.match(leading):
        return True
    naming_it = [one["pos"] for one in events_naming(store.connection, [leading])]
    expected = _Rows()
    for row in _in_fold_order(store, [place, *naming_it]):
        event = _opened(row)
        if event is None:
            return False
        expected.fold(row["pos"], (one for one in effects(event) if one.subject == subject))
    return _differs(store, expected, subject)


def _in_fold_order(store: Store, places: Sequence[int]) -> list[Any]:
    marks = ", ".join("?" for _ in places)
    rows: list[Any] = store.connection.execute(
        f"{_EVENT} WHERE pos IN ({marks}) ORDER BY {_FOLD_ORDER}",
        tuple(places),
    ).fetchall()
    return rows


def _differs(store: Store, expected: _Rows, subject: Subject) -> bool:
    key, values = expected.keys[subject], expected.values[subject]
    row = store.connection.execute(
        _select(subject[0], tuple(key), tuple(values)), tuple(key.values())
    ).fetchone()
    return row is None or tuple(row) != tuple(values.values())


@lru_cache(maxsize=256)
def _select(table: str, key: tuple[str, ...], columns: tuple[str, ...]) -> str:
    # Names come from the program's own effects, never from input.
    wanted = ", ".join(f'"{name}"' for name in columns) or "1"
    where = " AND ".join(f'"{name}" = ?' for name in key)
    return f'SELECT {wanted} FROM "{table}" WHERE {where}'  # noqa: S608
