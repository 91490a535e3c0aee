"""Differences of paid enrolments that can be acted upon, and those that have been: rows out."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_PAID = (
    "SELECT l.payment_id FROM payment_lines l JOIN payments q ON q.id = l.payment_id"
    " WHERE l.adjustment_id = a.id AND q.state IS NULL AND q.reverses = ''"
)
_REFUNDED = "SELECT f.id FROM refunds f WHERE f.adjustment_id = a.id AND f.decision = 'approved'"
_DIFFERENCES = (
    "SELECT a.id, a.household_id, a.person_id, a.enrollment_id, a.payment_id, a.campaign_year,"  # noqa: S608
    " a.law, a.decision_document, coalesce(a.decision, a.kind) AS outcome,"
    " coalesce(a.decision_fen, a.amount_fen) AS amount_fen, h.number, p.name,"
    " y.receipt_number AS receipt,"
    " e.status IS 'paid' AND e.payment_id IS a.payment_id AS stands,"
    f" coalesce(({_PAID}), ({_REFUNDED})) AS settled_by,"
    " (SELECT f.requested_on FROM refunds f WHERE f.adjustment_id = a.id"
    "  AND f.decision IS NULL AND f.requested_on IS NOT NULL) AS asked_on"
    " FROM adjustments a LEFT JOIN enrollments e ON e.id = a.enrollment_id"
    " LEFT JOIN payments y ON y.id = a.payment_id"
    " LEFT JOIN households h ON h.id = a.household_id LEFT JOIN people p ON p.id = a.person_id"
    " WHERE (a.state = 'approved' OR a.decision IS NOT NULL)"
    " AND coalesce(a.decision, a.kind) IN ('collect', 'refund', 'retroactive')"
)
"""Approved or decided with an amount. What settles one is what stands, never a mark of its own."""


def approved_difference(connection: Connection, difference_id: str) -> Row | None:
    """Return one approved difference, settled or not, None if there is no such."""
    with database_errors():
        row: Row | None = connection.execute(
            f"{_DIFFERENCES} AND a.id = ?", (difference_id,)
        ).fetchone()
    return row


def unsettled(connection: Connection, campaign_year: int, household: str = "") -> list[Row]:
    """Return the approved differences of payments that stand, not settled yet, oldest first."""
    statement = (
        f"SELECT * FROM ({_DIFFERENCES} AND a.campaign_year = :year"  # noqa: S608
        " AND (:household = '' OR a.household_id = :household) ORDER BY a.rowid)"
        " WHERE stands AND settled_by IS NULL"
    )
    with database_errors():
        return list(connection.execute(statement, {"year": campaign_year, "household": household}))


def settled_on(connection: Connection, payment_id: str) -> Row | None:
    """Return a settled difference of a payment's enrolments, None if there is none."""
    statement = (
        f"SELECT d.*, q.receipt_number AS settling FROM ({_DIFFERENCES} AND a.payment_id = ?) d"  # noqa: S608
        " LEFT JOIN payments q ON q.id = d.settled_by WHERE d.settled_by IS NOT NULL LIMIT 1"
    )
    with database_errors():
        row: Row | None = connection.execute(statement, (payment_id,)).fetchone()
    return row
