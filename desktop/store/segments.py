"""Receipt numbers: ranges this station may use, and the next number that is free.

The next number is what the receipts table says, not a counter of its own: a number is used if and
only if a receipt bears it, so nothing can drift.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from desktop.base.errors import Refused
from desktop.domain.receipt import receipt_number
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors

LOST_RECEIPTS = "mend.receipts"
"""Setting: receipts made before the file was damaged whose event no copy holds."""


@dataclass(frozen=True, slots=True)
class LostReceipt:
    """A receipt that is in somebody's hand and of which nothing else is left here."""

    number: str
    segment: str
    prefix: str
    serial: int
    amount_fen: int


@dataclass(frozen=True, slots=True)
class SegmentState:
    """One range of receipt numbers and how much of it is used."""

    id: str
    prefix: str
    first: int
    last: int
    used: int

    @property
    def unspent(self) -> int:
        """How many numbers are left."""
        return self.last - self.first + 1 - self.used


def segments(connection: Connection, station: str) -> list[SegmentState]:
    """Return the station's segments in the order they were received."""
    statement = (
        "SELECT s.id, s.prefix, s.first, s.last, count(r.number) AS used FROM segments s"
        " LEFT JOIN receipts r ON r.segment_id = s.id WHERE s.station = ?"
        " GROUP BY s.id ORDER BY s.rowid"
    )
    with database_errors():
        return [SegmentState(*row) for row in connection.execute(statement, (station,))]


def next_number(connection: Connection, station: str) -> tuple[str, int, str]:
    """Return segment id, serial and printed number of the next receipt.

    Raises:
        Refused: ``NO_RECEIPT_NUMBERS`` if every segment is spent, or none was received yet.
    """
    statement = (
        "SELECT s.id, s.prefix, s.first, s.last,"
        " (SELECT max(serial) FROM receipts r WHERE r.segment_id = s.id) AS top"
        " FROM segments s WHERE s.station = ? ORDER BY s.rowid"
    )
    with database_errors():
        lost = _lost(connection)
        for row in connection.execute(statement, (station,)):
            serial = row["first"] if row["top"] is None else row["top"] + 1
            serial = max(serial, 1 + lost.get(row["id"], 0))
            if serial <= row["last"]:
                return row["id"], serial, receipt_number(row["prefix"], serial)
    raise Refused("NO_RECEIPT_NUMBERS", "no receipt number is left at this station")


def _lost(connection: Connection) -> dict[str, int]:
    """Return the highest number of each segment that a lost receipt bears: it is used."""
    row = connection.execute(
        "SELECT value FROM settings WHERE key = ?", (LOST_RECEIPTS,)
    ).fetchone()
    known = msgspec.json.decode(row[0], type=list[LostReceipt]) if row else []
    return {one.segment: one.serial for one in sorted(known, key=lambda one: one.serial)}
