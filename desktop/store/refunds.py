"""Refund requests and what was paid for whom: rows out, no rules."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row


def refund(connection: Connection, refund_id: str) -> Row | None:
    """Return one refund request."""
    with database_errors():
        row: Row | None = connection.execute(
            "SELECT * FROM refunds WHERE id = ?", (refund_id,)
        ).fetchone()
    return row


def refunds(connection: Connection, *, open_only: bool, limit: int) -> list[Row]:
    """Return refund requests, newest first."""
    where = " AND decision IS NULL" if open_only else ""
    statement = (
        f"SELECT * FROM refunds WHERE requested_on IS NOT NULL{where}"  # noqa: S608
        " ORDER BY requested_on DESC, rowid DESC LIMIT ?"
    )
    with database_errors():
        return list(connection.execute(statement, (limit,)))


def refunds_of(connection: Connection, payment_id: str) -> list[Row]:
    """Return the requests made for one payment."""
    with database_errors():
        return list(connection.execute("SELECT * FROM refunds WHERE payment_id = ?", (payment_id,)))


def granted_of(connection: Connection, payment_id: str) -> int | None:
    """Return what was granted of one payment, in fen; None if no refund of it was granted."""
    statement = "SELECT sum(amount_fen) FROM refunds WHERE payment_id = ? AND decision = 'approved'"
    with database_errors():
        granted: int | None = connection.execute(statement, (payment_id,)).fetchone()[0]
    return granted


def paid_for(connection: Connection, payment_id: str, enrollments: Sequence[str]) -> int:
    """Return what one payment took for some of its enrolments, in fen."""
    marks = ", ".join("?" for _ in enrollments)
    statement = (
        "SELECT coalesce(sum(paid_fen), 0) FROM payment_lines"  # noqa: S608
        f" WHERE payment_id = ? AND enrollment_id IN ({marks})"
    )
    with database_errors():
        paid: int = connection.execute(statement, (payment_id, *enrollments)).fetchone()[0]
    return paid
