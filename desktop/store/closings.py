"""What a collector's day adds up to, and which days are closed: rows out, no rules."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_DAY = " WHERE p.station = :station AND p.operator = :collector AND p.booked_on = :day"


def closing(connection: Connection, station: str, collector: str, day: str) -> Row | None:
    """Return the closing of one collector's day, None while it is open."""
    statement = "SELECT * FROM closings WHERE station = ? AND collector = ? AND day = ?"
    with database_errors():
        row: Row | None = connection.execute(statement, (station, collector, day)).fetchone()
    return row


def closing_by_id(connection: Connection, closing_id: str) -> Row | None:
    """Return one closing."""
    with database_errors():
        row: Row | None = connection.execute(
            "SELECT * FROM closings WHERE id = ?", (closing_id,)
        ).fetchone()
    return row


def closings(connection: Connection, limit: int) -> list[Row]:
    """Return the latest closings this file knows, newest day first."""
    statement = "SELECT * FROM closings ORDER BY day DESC, closed_at DESC LIMIT ?"
    with database_errors():
        return list(connection.execute(statement, (limit,)))


def open_days(connection: Connection, station: str) -> list[Row]:
    """Return every day with receipts that nobody has closed, oldest first."""
    statement = (
        "SELECT p.operator AS collector, p.booked_on AS day, count(*) AS receipts,"
        " sum(CASE WHEN p.state IS NOT 'voided' THEN p.amount_fen ELSE 0 END) AS amount_fen"
        " FROM payments p WHERE p.station = :station AND NOT EXISTS ("
        "  SELECT 1 FROM closings c WHERE c.station = p.station AND c.collector = p.operator"
        "  AND c.day = p.booked_on)"
        " GROUP BY 1, 2 ORDER BY 2, 1"
    )
    with database_errors():
        return list(connection.execute(statement, {"station": station}))


def payments_of_day(connection: Connection, station: str, collector: str, day: str) -> list[Row]:
    """Return every payment and reversal of one collector's day with its number, in order."""
    statement = (
        "SELECT p.id, p.method, p.amount_fen, p.state, p.reverses, p.late, p.household_id,"  # noqa: S608
        " r.number, r.serial, r.segment_id,"
        " (SELECT count(*) FROM payment_lines l WHERE l.payment_id = p.id"
        "  AND l.adjustment_id IS NULL) AS persons,"
        " EXISTS (SELECT 1 FROM payment_lines l WHERE l.payment_id = p.id"
        "  AND l.adjustment_id IS NOT NULL) AS settles"
        " FROM payments p JOIN receipts r ON r.number = p.receipt_number"
        f"{_DAY} ORDER BY r.segment_id, r.serial"
    )
    values = {"station": station, "collector": collector, "day": day}
    with database_errors():
        return list(connection.execute(statement, values))


def lines_of_day(connection: Connection, station: str, collector: str, day: str) -> list[Row]:
    """Return the persons paid for on one collector's day, with what they are counted by.

    Voided receipts are left out; a reversal's lines are negative.
    """
    statement = (
        "SELECT h.division, l.standard_fen, l.assistance_fen, l.paid_fen,"  # noqa: S608
        " coalesce(e.assistance_identity, '') AS identity, p.reverses > '' AS reversal,"
        " l.adjustment_id IS NOT NULL AS settles"
        " FROM payments p JOIN payment_lines l ON l.payment_id = p.id"
        " JOIN households h ON h.id = p.household_id"
        " LEFT JOIN enrollments e ON e.id = l.enrollment_id"
        f"{_DAY} AND p.state IS NOT 'voided'"
    )
    values = {"station": station, "collector": collector, "day": day}
    with database_errors():
        return list(connection.execute(statement, values))


def last_booked(connection: Connection, station: str) -> str:
    """Return the instant of the station's latest event, empty before the first."""
    statement = "SELECT at FROM events WHERE station = ? ORDER BY seq DESC LIMIT 1"
    with database_errors():
        row = connection.execute(statement, (station,)).fetchone()
    return row["at"] if row else ""
