"""The county's order of events: every accepted event gets the next position, and is read by it.

The head is one row, raised inside the transaction that appends: positions are handed out in the
order of commits, so a reader who has seen position N has seen everything before it.

An event is seen in the division of its household. When a household moves to another division, what
had happened to it before is given out again there, ahead of the move, so that its new township
knows the whole household; ``was`` keeps stations that had seen those events from getting them
twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.case_facts import CaseCommented, CaseDecided
from desktop.domain.events import Event
from desktop.domain.fact import Fact
from desktop.domain.facts import (
    EnrollmentsRepriced,
    HouseholdFields,
    HouseholdSaved,
    LocalValueApproved,
    LocalValueProposed,
    LocalValueRejected,
    PaymentTaken,
    PeopleMoved,
    ReceiptPrinted,
)
from desktop.domain.law_facts import DifferenceDecided
from desktop.domain.money_facts import (
    DayApproved,
    DayClosed,
    DayDeposited,
    PaymentReversed,
    ReceiptVoided,
    RefundDecided,
    RefundRequested,
)
from desktop.domain.roster_facts import (
    DivisionsImported,
    EnrollmentsVoided,
    FollowUpNoted,
    TargetsSet,
)
from desktop.server.concerned import concerned
from desktop.sqlite.connection import Connection
from desktop.wire.messages import PAGE_BODY_BYTES_MAX, PAGE_EVENTS_MAX, FeedEntry, Progress
from desktop.wire.rolling import Rolling
from desktop.wire.scope import COUNTY_DIGITS, TOWNSHIP_DIGITS

EVERYBODY = "*"
"""Stands for the township of events that every station of the county receives."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event belongs: its household, and the division it is seen in."""

    household: str = ""
    division: str = ""
    moved_from: str = ""
    """Division the household leaves with this event, empty if it stays."""
    people_from: tuple[str, ...] = ()
    """Other divisions that people leave with this event, or have gone to meanwhile."""
    for_all: bool = False
    """Every station receives it: a local value holds for all that lies under who set it, and
    whoever may set one stands at the county or above."""


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


def place_of(connection: Connection, event: Event, home: str) -> Place:
    """Return where ``event`` belongs, before its effects; ``home`` is its station's division.

    Who it names may have moved meanwhile, with an enrolment: it is seen where they are now, too.
    """
    place = _own_place(connection, event, home)
    if not place.household or place.for_all:
        return place
    known = (place.division, place.moved_from, *place.people_from)
    now = concerned(connection, event.county, event.fact)
    others = tuple(one for one in now if one not in known)
    return replace(place, people_from=(*place.people_from, *others)) if others else place


def _own_place(connection: Connection, event: Event, home: str) -> Place:
    fact = event.fact
    match fact:
        case HouseholdSaved():
            return _household_place(connection, event.county, fact.household, fact.left, home)
        case PeopleMoved():
            return _household_place(connection, event.county, fact.household, (fact.left,), home)
        case LocalValueProposed():
            return Place(division=fact.division, for_all=True)
        case LocalValueApproved() | LocalValueRejected() | DivisionsImported() | TargetsSet():
            return Place(division=event.county, for_all=True)
        case DayClosed() | DayApproved() | DayDeposited():
            return Place(division=_closing_division(connection, event.county, fact.id) or home)
        case CaseDecided() | CaseCommented():
            return Place(division=_case_division(connection, event.county, fact.case) or home)
        case _:
            household = _household_named(connection, event.county, fact)
            # What a station says of itself alone goes to nobody else.
            division = _division_of(connection, event.county, household) or home
            return Place(household, division) if household else Place()


def _household_named(connection: Connection, county: str, fact: Fact) -> str:
    """Return the household a fact is about, directly or by what it names; empty if none."""
    match fact:
        case PaymentTaken() | PaymentReversed():
            return fact.receipt.household
        case (
            EnrollmentsRepriced()
            | EnrollmentsVoided()
            | FollowUpNoted()
            | RefundRequested()
            | DifferenceDecided()
        ):
            return fact.household
        case ReceiptPrinted() | ReceiptVoided():
            statement = "SELECT household_id FROM receipts WHERE county = ? AND number = ?"
            named = fact.number
        case RefundDecided():
            statement = "SELECT household_id FROM refunds WHERE county = ? AND id = ?"
            named = fact.id
        case _:
            return ""
    row = connection.execute(statement, (county, named)).fetchone()
    return row[0] if row and row[0] else ""


def _case_division(connection: Connection, county: str, case: str) -> str:
    """Return the division a case belongs to: whoever was told of it hears what is said of it."""
    row = connection.execute(
        "SELECT division FROM cases WHERE county = ? AND id = ?", (county, case)
    ).fetchone()
    return row[0] if row else ""


def _closing_division(connection: Connection, county: str, closing: str) -> str:
    """Return the division of the station whose day it is: there its signature is awaited."""
    row = connection.execute(
        "SELECT r.division FROM closings c JOIN registrations r"
        " ON r.county = c.county AND r.station = c.station WHERE c.county = ? AND c.id = ?",
        (county, closing),
    ).fetchone()
    return row[0] if row and row[0] else ""


def _household_place(
    connection: Connection,
    county: str,
    household: HouseholdFields,
    left: tuple[str, ...],
    home: str,
) -> Place:
    known = _division_of(connection, county, household.id)
    stated = household.division
    division = (stated if isinstance(stated, str) else known) or home
    moved = known if known and known != division else ""
    others = dict.fromkeys(_division_of(connection, county, one) for one in left)
    people_from = tuple(one for one in others if one and one not in (division, moved))
    return Place(household.id, division, moved, people_from)


def append(connection: Connection, event: Event, place: Place) -> None:
    """Give ``event`` the next position, inside the caller's transaction."""
    if place.moved_from:
        for row in _not_yet_seen(connection, event.county, place):
            _add(connection, event.county, row[0], row[1], (place.division, place.moved_from))
    if place.for_all:
        _add(connection, event.county, event.id, event.station, (place.division, ""), EVERYBODY)
        return
    _add(connection, event.county, event.id, event.station, (place.division, ""))
    if place.moved_from:
        # Those the household leaves must learn that it left.
        seen = (place.moved_from, place.division)
        _add(connection, event.county, event.id, event.station, seen)
    for division in place.people_from:
        _add(connection, event.county, event.id, event.station, (division, place.division))


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
    for entry in _after(connection, reader, 0, -1):
        if entry["position"] > cursor:
            break
        rolling = rolling.add(entry["position"], entry["hash"])
    return rolling


def next_page(connection: Connection, reader: Reader, start: Progress, *, own_bodies: bool) -> Page:
    """Return what ``reader`` has not had yet, and remember how far that brings it.

    ``start`` must be the reader's true progress; see `rolled_up_to`.
    """
    rolling = Rolling(start.count, start.hash)
    end = head(connection, reader.county)
    cursor, size, more = end, 0, False
    entries: list[FeedEntry] = []
    for row in _after(connection, reader, start.cursor, PAGE_EVENTS_MAX + 1):
        size += len(row["body"])
        if len(entries) == PAGE_EVENTS_MAX or (entries and size > PAGE_BODY_BYTES_MAX):
            cursor, more = entries[-1].position, True
            break
        entries.append(_entry(row, bare=row["station"] == reader.station and not own_bodies))
        rolling = rolling.add(row["position"], row["hash"])
    progress = Progress(cursor=cursor, count=rolling.count, hash=rolling.hash)
    if cursor != start.cursor:
        _remember(connection, reader, start.cursor, progress)
    return Page(tuple(entries), progress, more)


def _entry(row: Any, *, bare: bool) -> FeedEntry:
    if bare:
        return FeedEntry(position=row["position"], id=row["id"])
    return FeedEntry(
        position=row["position"], id=row["id"], body=row["body"], signature=row["signature"]
    )


def _after(connection: Connection, reader: Reader, cursor: int, limit: int) -> Iterator[Any]:
    """Yield the feed rows of ``reader`` after ``cursor`` in order; a negative limit means all."""
    length = len(reader.scope)
    township = reader.scope[:TOWNSHIP_DIGITS] if length > COUNTY_DIGITS else None
    narrow = "township = :township AND" if township else ""
    statement = (
        "SELECT s.position, e.id, e.station, e.hash, e.body, e.signature FROM ("  # noqa: S608
        " SELECT position, event_id FROM feed WHERE county = :county AND position > :cursor"
        f" AND {narrow} substr(division, 1, :length) = :scope"
        "  AND substr(was, 1, :length) <> :scope"
        " UNION"
        " SELECT position, event_id FROM feed WHERE county = :county AND position > :cursor"
        "  AND township = :everybody"
        " UNION"
        " SELECT position, event_id FROM feed WHERE county = :county AND position > :cursor"
        "  AND station = :station AND was = ''"
        " ORDER BY position LIMIT :limit"
        ") s JOIN events e ON e.county = :county AND e.id = s.event_id ORDER BY s.position"
    )
    values = {
        "county": reader.county,
        "cursor": cursor,
        "township": township,
        "length": length,
        "scope": reader.scope,
        "station": reader.station,
        "everybody": EVERYBODY,
        "limit": limit,
    }
    yield from connection.execute(statement, values)


def _remember(connection: Connection, reader: Reader, start: int, progress: Progress) -> None:
    # The station has proven it is at ``start``: nothing before it will be asked for again,
    # except by a restored copy, for which the whole is worked out.
    connection.execute(
        "DELETE FROM progress WHERE county = ? AND station = ? AND cursor <> ?",
        (reader.county, reader.station, start),
    )
    connection.execute(
        "INSERT OR REPLACE INTO progress (county, station, cursor, count, hash)"
        " VALUES (?, ?, ?, ?, ?)",
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


def _not_yet_seen(connection: Connection, county: str, place: Place) -> list[Any]:
    rows: list[Any] = connection.execute(
        "SELECT e.id, e.station FROM events e JOIN feed f"
        " ON f.county = e.county AND f.event_id = e.id AND f.was = ''"
        " WHERE e.county = ? AND e.household = ? AND e.withheld = 0 AND NOT EXISTS ("
        "  SELECT 1 FROM feed g WHERE g.county = e.county AND g.event_id = e.id"
        "  AND g.division = ?)"
        " ORDER BY f.position",
        (county, place.household, place.division),
    ).fetchall()
    return rows


def _division_of(connection: Connection, county: str, household: str) -> str:
    if not household:
        return ""
    row = connection.execute(
        "SELECT division FROM households WHERE county = ? AND id = ?", (county, household)
    ).fetchone()
    return row[0] or "" if row else ""
