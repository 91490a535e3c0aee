"""People whom departments recognised, with how they are enrolled: rows out, no rules."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row


def recognised(connection: Connection, scope: str, campaign_year: int) -> Iterator[Row]:
    """Yield everybody with any identity, in the order of divisions and households."""
    statement = (
        "SELECT p.id, p.name, p.document_number, p.identities, p.survival, p.household_id,"
        " h.division, h.number AS household_number, e.id AS enrollment_id, e.status,"
        " e.assistance_fen, e.assistance_identity, e.standard_fen, e.net_fen,"
        " coalesce(n.reason, '') AS reason"
        " FROM people p JOIN households h ON h.id = p.household_id"
        " LEFT JOIN enrollments e ON e.person_id = p.id AND e.campaign_year = :year"
        "  AND e.status IN ('registered', 'paid')"
        " LEFT JOIN not_enrolled n ON n.person_id = p.id AND n.campaign_year = :year"
        " WHERE p.identities > '[]' AND h.division >= :scope AND h.division < :scope || ':'"
        " ORDER BY h.division, h.number, p.rowid"
    )
    with database_errors():
        yield from connection.execute(statement, {"scope": scope, "year": campaign_year})
