"""What archived papers are known by, and the receipts that have one. This machine's own."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors


def known(connection: Connection, number: str) -> dict[str, str]:
    """Return the hashes kept of a receipt's archived paper, by form version."""
    statement = "SELECT form, sha256 FROM paper_hashes WHERE number = ?"
    with database_errors():
        return {row["form"]: row["sha256"] for row in connection.execute(statement, (number,))}


def note(connection: Connection, number: str, form: str, sha256: str, at: str) -> None:
    """Keep a hash, inside a transaction; the first one stands."""
    connection.execute(
        "INSERT OR IGNORE INTO paper_hashes VALUES (?, ?, ?, ?)", (number, form, sha256, at)
    )


def own_numbers(connection: Connection, station: str) -> list[str]:
    """Return the numbers of the station's receipts, by segment and serial."""
    statement = (
        "SELECT r.number FROM receipts r JOIN payments p ON p.id = r.payment_id"
        " WHERE p.station = ? ORDER BY r.segment_id, r.serial"
    )
    with database_errors():
        return [row["number"] for row in connection.execute(statement, (station,))]
