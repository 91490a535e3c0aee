"""What comes along when people or households move to another division.

Every event is tied to the households it concerns. When a household moves, all of them are given out
again in its new division. When people move, what was done with their enrolments' money comes along;
the rest of their former household's story stays where it is, since it is other people's data.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desktop.base.errors import Refused
from desktop.domain.events import Event, SignedEvent
from desktop.domain.facts import HouseholdSaved, PeopleMoved
from desktop.domain.roster_facts import FollowUpNoted
from desktop.server.concerned import enrollments_of
from desktop.sqlite.connection import Connection

_PERSONAL = (
    "payment.taken",
    "payment.reversed",
    "receipt.voided",
    "enrollments.repriced",
    "enrollments.voided",
    "follow_up.noted",
)
"""Kinds of events that name nobody of a household but those whom they are about."""


def tie(connection: Connection, county: str, event_id: str, households: Iterable[str]) -> None:
    """Remember that an event concerns ``households``."""
    connection.executemany(
        "INSERT INTO event_households (county, household, event_id) VALUES (?, ?, ?)"
        " ON CONFLICT (county, household, event_id) DO NOTHING",
        [(county, household, event_id) for household in households if household],
    )


def story_of(connection: Connection, county: str, household: str, division: str) -> list[Any]:
    """Return every event that concerns a household and was never given out in ``division``.

    Rows of ``id`` and ``station``, in the order they first happened.
    """
    rows: list[Any] = connection.execute(
        "SELECT e.id, e.station FROM event_households t"
        " JOIN events e ON e.county = t.county AND e.id = t.event_id AND e.withheld = 0"
        " JOIN feed f ON f.county = e.county AND f.event_id = e.id AND f.was = ''"
        " WHERE t.county = ? AND t.household = ? AND NOT EXISTS ("
        "  SELECT 1 FROM feed g WHERE g.county = e.county AND g.event_id = e.id"
        "  AND g.division = ?)"
        " ORDER BY f.position",
        (county, household, division),
    ).fetchall()
    return rows


def brought_along(connection: Connection, event: Event, left: Iterable[str]) -> list[Any]:
    """Return the events that people bring from other households.

    Those about their own enrolments' money, and what was noted when somebody spoke to them.
    Rows of ``id`` and ``station``, in the order they first happened.
    """
    fact = event.fact
    if not isinstance(fact, HouseholdSaved | PeopleMoved):
        return []
    moved, people = set(enrollments_of(fact)), {person.id for person in fact.people}
    found = []
    for household in left:
        for row in _personal_events(connection, event.county, household):
            try:
                told = SignedEvent(row["body"], row["hash"], row["signature"]).open()
            except Refused:
                continue
            about = told.fact.person if isinstance(told.fact, FollowUpNoted) else ""
            if about in people or moved & set(enrollments_of(told.fact)):
                found.append(row)
    return found


def given_in(connection: Connection, county: str, event_id: str, division: str) -> bool:
    """Tell whether an event was given out in a division."""
    row = connection.execute(
        "SELECT 1 FROM feed WHERE county = ? AND event_id = ? AND division = ?",
        (county, event_id, division),
    ).fetchone()
    return row is not None


def _personal_events(connection: Connection, county: str, household: str) -> list[Any]:
    marks = ", ".join("?" for _ in _PERSONAL)
    rows: list[Any] = connection.execute(
        "SELECT e.id, e.station, e.body, e.hash, e.signature FROM event_households t"  # noqa: S608
        " JOIN events e ON e.county = t.county AND e.id = t.event_id AND e.withheld = 0"
        " JOIN feed f ON f.county = e.county AND f.event_id = e.id AND f.was = ''"
        f" WHERE t.county = ? AND t.household = ? AND e.type IN ({marks}) ORDER BY f.position",
        (county, household, *_PERSONAL),
    ).fetchall()
    return rows
