"""The county's order of events: every accepted event gets the next position, and is read by it.

The head is one row, raised inside the transaction that appends: positions are handed out in the
order of commits, so a reader who has seen position N has seen everything before it.

An event is seen in the division of its household. When a household moves to another division, what
had happened to it before is given out again there, ahead of the move, so that its new township
knows the whole household; ``was`` keeps stations that had seen those events from getting them
twice. An event given out again keeps its place in the order of what happened (``origin``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from desktop.domain.events import Event
from desktop.server.database import CentreDatabase
from desktop.server.moving import brought_along, given_in, story_of, tie
from desktop.server.place import Place
from desktop.sqlite.connection import Connection
from desktop.wire.compare_messages import Range
from desktop.wire.messages import PAGE_BODY_BYTES_MAX, PAGE_EVENTS_MAX, FeedEntry, Progress
from desktop.wire.rolling import Rolling
from desktop.wire.scope import COUNTY_DIGITS, TOWNSHIP_DIGITS

EVERYBODY = "*"
"""Stands for the township of events that every station of the county receives."""

_ALL = 2**62
"""As a limit: more rows than there can be."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the feed: sees its own events and what lies in its scope."""

    county: str
    station: str
    scope: str


@dataclass(frozen=True, slots=True)
class Page:
    """What comes next for one station."""

    entries: tuple[FeedEntry, ...]
    progress: Progress
    more: bool


def append(connection: Connection, event: Event, place: Place) -> None:
    """Give ``event`` the next position, inside the caller's transaction."""
    county = event.county
    if place.moved_from:
        for row in story_of(connection, county, place.household, place.division):
            _add(connection, county, row["id"], row["station"], (place.division, place.moved_from))
    # From where they are, too: whoever moves them may not have heard of their last move.
    others = tuple(one for one in place.households if one != place.household)
    for row in brought_along(connection, event, others):
        tie(connection, county, row["id"], (place.household,))
        if not given_in(connection, county, row["id"], place.division):
            seen = (place.division, _division_given(connection, county, row["id"]))
            _add(connection, county, row["id"], row["station"], seen)
    tie(connection, county, event.id, place.households)
    if place.for_all:
        _add(connection, county, event.id, event.station, (place.division, ""), EVERYBODY)
        return
    _add(connection, county, event.id, event.station, (place.division, ""))
    if place.moved_from:
        # Those the household leaves must learn that it left.
        seen = (place.moved_from, place.division)
        _add(connection, county, event.id, event.station, seen)
    for division in place.people_from:
        _add(connection, county, event.id, event.station, (division, place.division))


def _division_given(connection: Connection, county: str, event_id: str) -> str:
    """Return the division an event was first given out in."""
    row = connection.execute(
        "SELECT division FROM feed WHERE county = ? AND event_id = ? AND was = ''",
        (county, event_id),
    ).fetchone()
    division: str = row[0]
    return division


def head(connection: Connection, county: str) -> int:
    """Return the latest position given out."""
    row = connection.execute("SELECT feed_head FROM centres WHERE county = ?", (county,)).fetchone()
    position: int = row[0]
    return position


def rolled_up_to(connection: Connection, reader: Reader, cursor: int) -> Rolling:
    """Return the count and hash over ``reader``'s part of the feed up to ``cursor``.

    Remembered for the cursors a station was last given; worked out from the beginning for any
    other, as after a restored backup.
    """
    if cursor == 0:
        return Rolling()
    row = connection.execute(
        "SELECT count, hash FROM progress WHERE county = ? AND station = ? AND cursor = ?",
        (reader.county, reader.station, cursor),
    ).fetchone()
    if row:
        return Rolling(row[0], row[1])
    rolling = Rolling()
    for entry in _after(connection, reader, 0, _ALL):
        if entry["position"] > cursor:
            break
        rolling = rolling.add(entry["position"], entry["hash"])
    return rolling


@dataclass(frozen=True, slots=True)
class Room:
    """How much one page may bring; a single event always fits."""

    events: int
    bytes: int


PAGE = Room(PAGE_EVENTS_MAX, PAGE_BODY_BYTES_MAX)
"""What an exchange brings."""


def page_after(
    connection: Connection, reader: Reader, said: Progress, room: Room, *, own_bodies: bool
) -> Page | None:
    """Return what comes after ``said``; None if that is no progress this centre knows.

    The station must then begin again from nothing.
    """
    end = head(connection, reader.county)
    start = Rolling(said.count, said.hash)
    if said.cursor > end or start != rolled_up_to(connection, reader, said.cursor):
        return None
    page = _next_page(connection, reader, said, room, own_bodies=own_bodies)
    if not page.more:
        page = replace(page, progress=msgspec.structs.replace(page.progress, cursor=end))
    if page.progress.cursor != said.cursor:
        _remember(connection, reader, said.cursor, page.progress)
    return page


def nothing() -> Page:
    """Return the page for a station that must begin again."""
    start = Rolling()
    return Page((), Progress(cursor=0, count=start.count, hash=start.hash), more=True)


def _next_page(
    connection: Connection, reader: Reader, start: Progress, room: Room, *, own_bodies: bool
) -> Page:
    """Return what ``reader`` has not had yet; its progress ends with the last of it."""
    rolling = Rolling(start.count, start.hash)
    cursor, size, more = start.cursor, 0, False
    entries: list[FeedEntry] = []
    for row in _after(connection, reader, start.cursor, room.events + 1):
        size += len(row["body"])
        if len(entries) == room.events or (entries and size > room.bytes):
            more = True
            break
        entries.append(_entry(row, bare=row["station"] == reader.station and not own_bodies))
        rolling = rolling.add(row["position"], row["hash"])
        cursor = row["position"]
    progress = Progress(cursor=cursor, count=rolling.count, hash=rolling.hash)
    return Page(tuple(entries), progress, more)


def _entry(row: Any, *, bare: bool) -> FeedEntry:
    origin = row["origin"] if row["origin"] != row["position"] else 0
    if bare:
        return FeedEntry(position=row["position"], id=row["id"], origin=origin)
    return FeedEntry(
        position=row["position"],
        id=row["id"],
        body=row["body"],
        signature=row["signature"],
        origin=origin,
    )


def as_it_happened(
    database: CentreDatabase,
    reader: Reader,
    cursor: int,
    wanted: Range,
    *,
    limit: int,
    bodies: bool = False,
) -> Iterator[Any]:
    """Yield what ``reader`` was given up to ``cursor``, each event once, as it happened.

    Rows of ``place``, ``id``, ``hash`` and ``signature``, with ``bodies`` also ``body``; at most
    ``limit`` of those whose place lies in ``wanted``. Nothing is given out before it happened.
    """
    body = ", e.body" if bodies else ""
    statement = (
        f"SELECT o.position AS place, e.id, e.hash, e.signature{body} FROM ("  # noqa: S608
        f"{_given(reader, 'event_id', 'position > :after AND position <= :cursor')}"
        ") s JOIN events e ON e.county = :county AND e.id = s.event_id"
        " JOIN feed o ON o.county = :county AND o.event_id = s.event_id AND o.was = ''"
        " WHERE o.position > :after AND o.position <= :upto"
        " ORDER BY o.position LIMIT :limit"
    )
    values = _reader_values(reader) | {
        "cursor": cursor,
        "after": wanted.after,
        "upto": wanted.upto,
        "limit": limit,
    }
    yield from database.rows(statement, values)


def _after(connection: Connection, reader: Reader, cursor: int, limit: int) -> Iterator[Any]:
    """Yield the feed rows of ``reader`` after ``cursor`` in order."""
    statement = (
        "SELECT s.position, e.id, e.station, e.hash, e.body, e.signature, o.position AS origin"  # noqa: S608
        f" FROM ({_given(reader, 'position, event_id', 'position > :cursor')}"
        " ORDER BY position LIMIT :limit"
        ") s JOIN events e ON e.county = :county AND e.id = s.event_id"
        " JOIN feed o ON o.county = :county AND o.event_id = s.event_id AND o.was = ''"
        " ORDER BY s.position"
    )
    values = _reader_values(reader) | {"cursor": cursor, "limit": limit}
    yield from connection.execute(statement, values)


def _given(reader: Reader, columns: str, where: str) -> str:
    """Return the query for the rows of the feed that are for ``reader``, each once."""
    narrow = "township = :township AND" if len(reader.scope) > COUNTY_DIGITS else ""
    rows = f"SELECT {columns} FROM feed WHERE county = :county AND {where}"  # noqa: S608
    return (
        f"{rows} AND {narrow} substr(division, 1, :length) = :scope"
        "  AND substr(was, 1, :length) <> :scope"
        f" UNION {rows} AND township = :everybody"
        f" UNION {rows} AND station = :station AND was = ''"
    )


def _reader_values(reader: Reader) -> dict[str, object]:
    length = len(reader.scope)
    return {
        "county": reader.county,
        "township": reader.scope[:TOWNSHIP_DIGITS] if length > COUNTY_DIGITS else None,
        "length": length,
        "scope": reader.scope,
        "station": reader.station,
        "everybody": EVERYBODY,
    }


def _remember(connection: Connection, reader: Reader, start: int, progress: Progress) -> None:
    # The station has proven it is at ``start``: nothing before it will be asked for again,
    # except by a restored copy, for which the whole is worked out.
    connection.execute(
        "DELETE FROM progress WHERE county = ? AND station = ? AND cursor <> ?",
        (reader.county, reader.station, start),
    )
    connection.execute(
        "INSERT INTO progress (county, station, cursor, count, hash) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (county, station, cursor) DO UPDATE SET"
        " count = excluded.count, hash = excluded.hash",
        (reader.county, reader.station, progress.cursor, progress.count, progress.hash),
    )


def _add(
    connection: Connection,
    county: str,
    event_id: str,
    station: str,
    seen: tuple[str, str],
    township: str = "",
) -> None:
    division, was = seen
    position = connection.execute(
        "UPDATE centres SET feed_head = feed_head + 1 WHERE county = ? RETURNING feed_head",
        (county,),
    ).fetchone()[0]
    connection.execute(
        "INSERT INTO feed (county, position, event_id, station, division, township, was)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            county,
            position,
            event_id,
            station,
            division,
            township or division[:TOWNSHIP_DIGITS],
            was,
        ),
    )
