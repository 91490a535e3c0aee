"""Statements of reconciliation: rows out, no rules."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row


def statement(connection: Connection, statement_id: str) -> Row | None:
    """Return one statement."""
    with database_errors():
        row: Row | None = connection.execute(
            "SELECT * FROM reconciliations WHERE id = ?", (statement_id,)
        ).fetchone()
    return row


def statements(connection: Connection, scope: str, campaign_year: int) -> list[Row]:
    """Return the statements of a place, newest first."""
    text = (
        "SELECT * FROM reconciliations WHERE campaign_year = :year AND through IS NOT NULL"
        " AND division >= :scope AND division < :scope || ':' ORDER BY stated_at DESC, rowid DESC"
    )
    with database_errors():
        return list(connection.execute(text, {"scope": scope, "year": campaign_year}))
