"""Differences of paid enrolments that a person decides, or has decided."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_WHOLE = (
    "SELECT a.*, h.number, p.name FROM adjustments a"
    " LEFT JOIN households h ON h.id = a.household_id LEFT JOIN people p ON p.id = a.person_id"
)

Ground = tuple[int | None, int | None, str]
"""What a decision was made on: net and assistance in fen, and the reasons as JSON text."""


def proposed(connection: Connection, campaign_year: int) -> list[Row]:
    """Return the differences of a campaign year that wait for a decision, oldest first."""
    statement = (
        f"{_WHOLE} WHERE a.campaign_year = ? AND a.state = 'proposed'"
        " AND a.decision IS NULL ORDER BY a.rowid"
    )
    with database_errors():
        return list(connection.execute(statement, (campaign_year,)))


def difference(connection: Connection, difference_id: str) -> Row | None:
    """Return one difference, None if there is no such."""
    with database_errors():
        row: Row | None = connection.execute(
            f"{_WHOLE} WHERE a.id = ?", (difference_id,)
        ).fetchone()
    return row


def decided_grounds(connection: Connection, campaign_year: int) -> dict[int, set[Ground]]:
    """Return, by enrolment row number, on what grounds a person has already decided."""
    statement = (
        "SELECT e.rowid AS number, a.net_fen, a.assistance_fen, a.reasons FROM adjustments a"
        " JOIN enrollments e ON e.id = a.enrollment_id"
        " WHERE a.campaign_year = ? AND a.decision IS NOT NULL"
    )
    found: dict[int, set[Ground]] = {}
    with database_errors():
        for row in connection.execute(statement, (campaign_year,)):
            ground = row["net_fen"], row["assistance_fen"], row["reasons"] or "[]"
            found.setdefault(row["number"], set()).add(ground)
    return found
