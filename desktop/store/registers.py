"""What registers list, row by row and in the order papers are filed: rows out, no rules."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_IN_SCOPE = "h.division >= :scope AND h.division < :scope || ':'"


def contributions(
    connection: Connection,
    scope: str,
    campaign_year: int,
    *,
    first: str = "",
    last: str = "",
    collector: str = "",
) -> Iterator[Row]:
    """Yield every person paid for, with receipt and amounts in fen; reversals are negative.

    ``first`` and ``last`` are booking days, both included; voided receipts are left out.
    """
    statement = (
        "SELECT h.number AS household_number, h.division, p.name, p.document_number, p.relation,"  # noqa: S608
        " l.standard_fen, l.assistance_fen, l.paid_fen, y.method, y.booked_on,"
        " y.receipt_number AS number, coalesce(e.assistance_identity, '') AS identity,"
        " l.adjustment_id IS NOT NULL AS settles,"
        " (SELECT q.name FROM people q WHERE q.household_id = h.id"
        "  AND q.relation IN ('01', '02') ORDER BY q.rowid LIMIT 1) AS head_name"
        " FROM payments y JOIN households h ON h.id = y.household_id"
        " JOIN payment_lines l ON l.payment_id = y.id"
        " LEFT JOIN people p ON p.id = l.person_id"
        " LEFT JOIN enrollments e ON e.id = l.enrollment_id"
        f" WHERE y.campaign_year = :year AND y.state IS NOT 'voided' AND {_IN_SCOPE}"
        " AND (:first = '' OR y.booked_on >= :first) AND (:last = '' OR y.booked_on <= :last)"
        " AND (:collector = '' OR y.operator = :collector)"
        " ORDER BY h.division, h.number, y.receipt_number, l.rowid"
    )
    values = {
        "scope": scope,
        "year": campaign_year,
        "first": first,
        "last": last,
        "collector": collector,
    }
    with database_errors():
        yield from connection.execute(statement, values)


def assisted(connection: Connection, scope: str, campaign_year: int) -> Iterator[Row]:
    """Yield every registered or paid person whom assistance pays something for."""
    statement = (
        "SELECT h.division, h.number AS household_number, p.name, p.document_number,"  # noqa: S608
        " p.identities, e.assistance_identity AS identity, e.standard_fen, e.assistance_fen,"
        " e.net_fen, e.status FROM enrollments e JOIN people p ON p.id = e.person_id"
        " JOIN households h ON h.id = e.household_id"
        " WHERE e.campaign_year = :year AND e.status IN ('registered', 'paid')"
        f" AND e.assistance_fen > 0 AND {_IN_SCOPE}"
        " ORDER BY h.division, h.number, p.rowid"
    )
    with database_errors():
        yield from connection.execute(statement, {"scope": scope, "year": campaign_year})
