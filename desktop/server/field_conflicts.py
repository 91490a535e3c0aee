"""Two desks changed the same field of one person or household without knowing of each other.

Events assign fields, and the centre's order decides which value stands. That is right where the
later desk had seen the earlier value, or where both say the same; anything else is a case, in which
a person sees both. Fields that only one side changed merge without a word, and figures of money are
none of this: no fact about money is ever compared or replaced here.

What a desk had seen is what its own events say (`Event.seen`), looked up in the feed as that desk
reads it: an event it was never given, it has not seen. For each field that was ever changed after
it had been entered, `field_changes` keeps the event that last did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.domain.assign import Assign, Value
from desktop.domain.case_choices import FIELD_CONFLICT
from desktop.domain.events import Event
from desktop.server.cases import Finding
from desktop.server.feed import EVERYBODY
from desktop.sqlite.connection import Connection
from desktop.wire.scope import scope_of

MERGED = frozenset({"people", "households"})
"""The tables whose fields people edit."""

Changes = Mapping[tuple[str, str], Mapping[str, Value]]
"""New values by (table, row id) and field."""


def field_conflicts(
    connection: Connection, event: Event, assigns: Iterable[Assign], home: str
) -> Iterator[Finding]:
    """Yield the conflicts of ``event``, before its effects, and note what it changes.

    ``assigns`` are its effects, ``home`` is the division of the event's station. One case for each
    person or household and each other event, with all fields in it.
    """
    for (table, row_id), values in _changes(connection, event, assigns).items():
        clashing: dict[str, list[str]] = defaultdict(list)
        for name in values:
            last = _last_change(connection, event.county, (table, row_id, name))
            if (
                last
                and last["station"] != event.station
                and not _seen(connection, event, home, last)
            ):
                clashing[last["event_id"]].append(name)
            _note(connection, event, (table, row_id, name))
        for other, fields in clashing.items():
            yield Finding(
                FIELD_CONFLICT,
                (table, row_id, other, event.id),
                {
                    "table": table,
                    "row": row_id,
                    "fields": sorted(fields),
                    "events": [other, event.id],
                },
            )


def _changes(connection: Connection, event: Event, assigns: Iterable[Assign]) -> Changes:
    """Return what ``event`` makes different in rows that are there already."""
    stated: dict[tuple[str, str], dict[str, Value]] = defaultdict(dict)
    for one in assigns:
        if one.table in MERGED:
            stated[one.table, str(one.key["id"])].update(one.values)
    return {
        subject: changed
        for subject, values in stated.items()
        if (changed := _different(connection, event.county, subject, values))
    }


def _different(
    connection: Connection, county: str, subject: tuple[str, str], values: dict[str, Value]
) -> dict[str, Value]:
    table, row_id = subject
    values.pop("county", None)
    if not values:
        return {}
    # Names of columns come from the program's own facts, never from input.
    columns = ", ".join(values)
    row = connection.execute(
        f"SELECT {columns} FROM {table} WHERE county = ? AND id = ?",  # noqa: S608
        (county, row_id),
    ).fetchone()
    if row is None:
        return {}
    return {name: value for name, value in values.items() if not _same(row[name], value)}


def _same(one: Value, other: Value) -> bool:
    """Tell whether two values say the same; nothing entered is nothing entered."""
    empty = (None, "", "[]")
    return one == other or (one in empty and other in empty)


def _last_change(connection: Connection, county: str, field: tuple[str, str, str]) -> Any:
    return connection.execute(
        "SELECT event_id, station FROM field_changes"
        " WHERE county = ? AND subject = ? AND row_id = ? AND field = ?",
        (county, *field),
    ).fetchone()


def _note(connection: Connection, event: Event, field: tuple[str, str, str]) -> None:
    connection.execute(
        "INSERT INTO field_changes (county, subject, row_id, field, event_id, station)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (county, subject, row_id, field) DO UPDATE SET"
        " event_id = excluded.event_id, station = excluded.station",
        (event.county, *field, event.id, event.station),
    )


def _seen(connection: Connection, event: Event, home: str, last: Any) -> bool:
    """Tell whether the desk of ``event`` had been given the event that changed the field last."""
    scope = scope_of(home)
    rows = connection.execute(
        "SELECT township, division FROM feed WHERE county = ? AND event_id = ? AND position <= ?",
        (event.county, last["event_id"], event.seen),
    )
    return any(row[0] == EVERYBODY or row[1].startswith(scope) for row in rows)
