"""Which receipts go into one file: a place's, of certain days."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors


def numbers_of(
    connection: Connection, scope: str, first: str, last: str, *, unprinted: bool
) -> list[str]:
    """Return the numbers of the valid receipts of a place, filed by place and household.

    ``first`` and ``last`` are booking days, both included, or empty.
    """
    statement = (
        "SELECT r.number FROM receipts r JOIN payments p ON p.id = r.payment_id"
        " JOIN households h ON h.id = p.household_id"
        " WHERE h.division >= :scope AND h.division < :scope || ':'"
        " AND coalesce(p.state, '') NOT IN ('voided', 'reversed')"
        " AND coalesce(p.reverses, '') = ''"
        " AND (:first = '' OR p.booked_on >= :first) AND (:last = '' OR p.booked_on <= :last)"
        " AND (NOT :unprinted OR coalesce(r.prints, 0) = 0)"
        " ORDER BY h.division, h.number, r.number"
    )
    values = {"scope": scope, "first": first, "last": last, "unprinted": unprinted}
    with database_errors():
        return [row["number"] for row in connection.execute(statement, values)]
