"""Look people up beyond their row: by every number they had, by name, with all their enrolments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_NAMESAKES_MAX = 5


def persons_by_number(connection: Connection, number: str) -> list[Row]:
    """Return who has, or once had, an identity number; those without any number now left out.

    A person merged into another keeps no number and is found no more.
    """
    statement = (
        "SELECT p.* FROM person_numbers n JOIN people p ON p.id = n.person_id"
        " WHERE n.number = ? AND p.document_number <> '' ORDER BY p.rowid"
    )
    return _all(connection, statement, number)


def namesakes(connection: Connection, name: str, birth_date: str) -> list[Row]:
    """Return the people of the same name born on the same day who are in a household."""
    statement = (
        "SELECT p.*, h.number AS household_number, h.division AS household_division"
        " FROM people p JOIN households h ON h.id = p.household_id"
        " WHERE p.name = ? AND p.birth_date = ? LIMIT ?"
    )
    return _all(connection, statement, name, birth_date, _NAMESAKES_MAX)


def living_enrollments(connection: Connection, person_id: str) -> list[Row]:
    """Return a person's enrolments of every campaign year that were not voided."""
    statement = (
        "SELECT * FROM enrollments WHERE person_id = ? AND status <> 'voided'"
        " ORDER BY campaign_year, rowid"
    )
    return _all(connection, statement, person_id)


def covered_years(
    connection: Connection, persons: Iterable[str], campaign_year: int
) -> dict[str, tuple[int | None, ...]]:
    """Return, by person, the benefit years of paid enrolments before a campaign year.

    None stands for a year that the law of then left open.
    """
    statement = (
        "SELECT person_id, benefit_year AS year FROM enrollments"
        " WHERE person_id IN (SELECT value FROM json_each(?)) AND campaign_year < ?"
        " AND status = 'paid' ORDER BY campaign_year, rowid"
    )
    found: dict[str, tuple[int | None, ...]] = {}
    ids = msgspec.json.encode(list(persons)).decode()
    for row in _all(connection, statement, ids, campaign_year):
        found[row["person_id"]] = (*found.get(row["person_id"], ()), row["year"])
    return found


def enrollment_by_id(connection: Connection, enrollment_id: str) -> Row | None:
    """Return one enrolment, voided or not."""
    found = _all(connection, "SELECT * FROM enrollments WHERE id = ?", enrollment_id)
    return found[0] if found else None


def not_enrolled(connection: Connection, person_id: str, campaign_year: int) -> Row | None:
    """Return why a person is not enrolled in a campaign year, None if nothing is noted."""
    statement = (
        "SELECT * FROM not_enrolled WHERE person_id = ? AND campaign_year = ? AND reason <> ''"
    )
    found = _all(connection, statement, person_id, campaign_year)
    return found[0] if found else None


def years_not_enrolled(connection: Connection, person_id: str) -> list[int]:
    """Return the campaign years for which it is noted why a person is not enrolled."""
    statement = (
        "SELECT campaign_year AS year FROM not_enrolled WHERE person_id = ? AND reason <> ''"
    )
    return [row["year"] for row in _all(connection, statement, person_id)]


def operator_name(connection: Connection, station: str, operator: str) -> str:
    """Return an operator's name as papers show it, else the name they sign in with.

    What ``station`` said of its own people goes before what the centre said of the county's.
    """
    statement = (
        "SELECT display_name FROM operators WHERE station = ? AND operator = ?"
        " UNION ALL SELECT display_name FROM directory WHERE operator = ?"
    )
    found = _all(connection, statement, station, operator, operator)
    return next((row["display_name"] for row in found if row["display_name"]), operator)


def household_by_any_number(connection: Connection, number: str, county: str) -> list[Row]:
    """Return the households of a county that carry this household number (户号)."""
    statement = "SELECT * FROM households WHERE number = ? AND county = ? ORDER BY rowid LIMIT 2"
    return _all(connection, statement, number, county)


def last_position(connection: Connection) -> int:
    """Return the place of the newest event in this file."""
    return int(_all(connection, "SELECT coalesce(max(pos), 0) AS pos FROM events")[0]["pos"])


def _all(connection: Connection, statement: str, *values: Any) -> list[Row]:
    with database_errors():
        return list(connection.execute(statement, values))
