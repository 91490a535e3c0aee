"""An open case goes along with whom it is about: told in the township they move to, too.

Where a case had been told it stays told. What was said of it is given out in the new township with
the household's story (`desktop.server.moving`), since a word on a case is tied to the household.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.domain.events import Event
from desktop.domain.facts import HouseholdSaved, PeopleMoved
from desktop.server.cases import tell_also
from desktop.server.concerned import enrollments_of
from desktop.server.place import Place
from desktop.sqlite.connection import Connection
from desktop.wire.scope import TOWNSHIP_DIGITS

_IN_TOWNSHIP = (
    "SELECT c.id, c.detail, e.household FROM cases c"
    " LEFT JOIN events e ON e.county = c.county AND e.id = c.event_id"
    " WHERE c.county = ? AND c.state = 'open' AND (substr(c.division, 1, ?) = ?"
    "  OR EXISTS (SELECT 1 FROM case_places p WHERE p.county = c.county AND p.case_id = c.id"
    "  AND substr(p.division, 1, ?) = ?)) ORDER BY c.position"
)

_OF_HOUSEHOLD = (
    "SELECT id FROM people WHERE county = ? AND household_id = ?",
    "SELECT id FROM enrollments WHERE county = ? AND household_id = ?",
    "SELECT id FROM payments WHERE county = ? AND household_id = ?",
)


def bring_cases(connection: Connection, event: Event, place: Place) -> None:
    """Let the township that ``event`` brings somebody to hear of the open cases about them.

    After the event's effects, in the caller's transaction.
    """
    fact = event.fact
    if not isinstance(fact, HouseholdSaved | PeopleMoved):
        return
    there = place.division[:TOWNSHIP_DIGITS]
    came_from = (place.moved_from, *(place.people_from if place.left else ()))
    townships = dict.fromkeys(one[:TOWNSHIP_DIGITS] for one in came_from if one)
    left = [one for one in townships if one != there]
    if not left:
        return
    household = place.household if place.moved_from else ""
    about = {*_named(fact), *_all_of(connection, event.county, household)}
    for township in left:
        for row in _open_in(connection, event.county, township):
            if (household and row["household"] == household) or _is_about(row["detail"], about):
                tell_also(connection, event.county, row["id"], place.division)


def _named(fact: HouseholdSaved | PeopleMoved) -> Iterator[str]:
    yield from (one.id for one in fact.people)
    yield from enrollments_of(fact)


def _all_of(connection: Connection, county: str, household: str) -> Iterator[str]:
    """Yield the ids of a household and of all that is its own; nothing of none."""
    if not household:
        return
    yield household
    for statement in _OF_HOUSEHOLD:
        for row in connection.execute(statement, (county, household)).fetchall():
            yield row["id"]


def _open_in(connection: Connection, county: str, township: str) -> list[Any]:
    length = len(township)
    rows: list[Any] = connection.execute(
        _IN_TOWNSHIP, (county, length, township, length, township)
    ).fetchall()
    return rows


def _is_about(detail: str, about: set[str]) -> bool:
    """Tell whether a case's detail names one of the ids: random, so found is no accident."""
    return any(one in detail for one in about)
