"""Look up households, people and enrolments in the record: rows out, no rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors

Row = Mapping[str, Any]
"""A row by column name."""


def household(connection: Connection, household_id: str) -> Row | None:
    """Return one household."""
    return _one(connection, "SELECT * FROM households WHERE id = ?", household_id)


def household_by_number(connection: Connection, division: str, number: str) -> Row | None:
    """Return the household with this number (户号) in a division."""
    statement = "SELECT * FROM households WHERE division = ? AND number = ? LIMIT 1"
    return _one(connection, statement, division, number)


def members(connection: Connection, household_id: str) -> list[Row]:
    """Return the people now in a household, in the order they were entered."""
    statement = "SELECT * FROM people WHERE household_id = ? ORDER BY rowid"
    return _all(connection, statement, household_id)


def person(connection: Connection, person_id: str) -> Row | None:
    """Return one person."""
    return _one(connection, "SELECT * FROM people WHERE id = ?", person_id)


def person_by_document(connection: Connection, number: str) -> Row | None:
    """Return the person registered under an identity number, whatever the type."""
    return _one(connection, "SELECT * FROM people WHERE document_number = ? LIMIT 1", number)


def statuses(connection: Connection, person_id: str, campaign_year: int) -> list[str]:
    """Return what a person's enrolments of a campaign year are, those taken back among them."""
    statement = "SELECT status FROM enrollments WHERE person_id = ? AND campaign_year = ?"
    return [row["status"] for row in _all(connection, statement, person_id, campaign_year)]


def enrollment(connection: Connection, person_id: str, campaign_year: int) -> Row | None:
    """Return a person's living enrolment of a campaign year, None if there is none."""
    statement = (
        "SELECT * FROM enrollments WHERE person_id = ? AND campaign_year = ?"
        " AND status != 'voided' LIMIT 1"
    )
    return _one(connection, statement, person_id, campaign_year)


def enrollments(connection: Connection, household_id: str, campaign_year: int) -> list[Row]:
    """Return a household's living enrolments of a campaign year."""
    statement = (
        "SELECT * FROM enrollments WHERE household_id = ? AND campaign_year = ?"
        " AND status != 'voided' ORDER BY rowid"
    )
    return _all(connection, statement, household_id, campaign_year)


def unpaid_years(connection: Connection, household_id: str) -> list[int]:
    """Return the campaign years in which somebody of a household is registered and unpaid."""
    statement = (
        "SELECT DISTINCT campaign_year AS year FROM enrollments"
        " WHERE household_id = ? AND status = 'registered' ORDER BY year"
    )
    return [row["year"] for row in _all(connection, statement, household_id)]


def divisions_under(connection: Connection, division: str) -> list[str]:
    """Return the divisions under (or equal to) one in which this file knows a household."""
    statement = (
        "SELECT DISTINCT division FROM households WHERE division >= ? AND division < ?"
        " ORDER BY division"
    )
    # ":" follows "9": the range is every code that begins with the division's.
    return [row["division"] for row in _all(connection, statement, division, division + ":")]


def reference(connection: Connection, station: str, kind: str, ref: str) -> Row | None:
    """Return what a caller's reference was used for at this station."""
    statement = "SELECT * FROM refs WHERE station = ? AND kind = ? AND ref = ?"
    return _one(connection, statement, station, kind, ref)


def payment(connection: Connection, payment_id: str) -> Row | None:
    """Return one payment."""
    return _one(connection, "SELECT * FROM payments WHERE id = ?", payment_id)


def receipt(connection: Connection, number: str) -> Row | None:
    """Return one receipt's row."""
    return _one(connection, "SELECT * FROM receipts WHERE number = ?", number)


def event_body(connection: Connection, event_id: str) -> bytes | None:
    """Return the bytes of one event."""
    row = _one(connection, "SELECT body FROM events WHERE id = ?", event_id)
    return row["body"] if row else None


def events_from(connection: Connection, position: int) -> Iterator[Row]:
    """Yield what is not personal of every event at or after a position in this file."""
    statement = "SELECT id, station, seq, type, at, hash FROM events WHERE pos >= ? ORDER BY pos"
    with database_errors():
        yield from connection.execute(statement, (position,))


def draft(connection: Connection, key: str) -> str | None:
    """Return a kept draft's text."""
    row = _one(connection, "SELECT content FROM drafts WHERE key = ?", key)
    return row["content"] if row else None


def _one(connection: Connection, statement: str, *values: object) -> Row | None:
    with database_errors():
        row: Row | None = connection.execute(statement, values).fetchone()
    return row


def _all(connection: Connection, statement: str, *values: object) -> list[Row]:
    with database_errors():
        return list(connection.execute(statement, values))
