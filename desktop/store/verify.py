"""Prove the file: the chain, the signatures, the record, the receipt ledger and the sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop.base.errors import Refused
from desktop.domain.events import GENESIS, SignedEvent, hash_of
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.store.rebuild import differing_tables, rebuild
from desktop.wire.signing import signature_holds

_FAULTS_MAX = 100
"""A broken chain is told by its first faults; a million of them help nobody."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it must be."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found. The file is sound if ``faults`` is empty."""

    events: int
    chain: bool
    rebuild: bool
    segments: int
    used: int
    voided: int
    unspent: int
    payments: int
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(store: Store, scratch: Path) -> Verification:
    """Check everything that can be checked of a station's file.

    ``scratch`` names a file that is made, filled with the rebuilt record and removed again.

    Raises:
        Unavailable: the file or the disk failed.
    """
    connection = store.connection
    with database_errors():
        chain = list(islice(_chain_faults(connection), _FAULTS_MAX))
        record = list(_record_faults(store, scratch)) if not chain else []
        ledger = list(_ledger_faults(connection))
        count = connection.execute
        row = count("SELECT count(*), coalesce(sum(last - first + 1), 0) FROM segments").fetchone()
        used, voided = count(
            "SELECT coalesce(sum(void_reason IS NULL), 0),"
            " coalesce(sum(void_reason IS NOT NULL), 0)"
            " FROM receipts WHERE segment_id IS NOT NULL"
        ).fetchone()
        return Verification(
            events=count("SELECT count(*) FROM events").fetchone()[0],
            chain=not chain,
            rebuild=not chain and not record,
            segments=row[0],
            used=used,
            voided=voided,
            unspent=row[1] - used - voided,
            payments=count("SELECT count(*) FROM payments").fetchone()[0],
            faults=(*chain, *record, *ledger),
        )


def _chain_faults(connection: Connection) -> Iterator[Fault]:
    """Yield what breaks each station's chain: order, hash, link, signature."""
    keys = dict(connection.execute("SELECT id, public_key FROM stations"))
    statement = "SELECT station, seq, id, hash, body, signature FROM events ORDER BY station, seq"
    before = ("", 0, GENESIS)
    own = connection.execute("SELECT value FROM settings WHERE key = 'station.id'").fetchone()
    for row in connection.execute(statement):
        station = row["station"]
        if station != before[0]:
            before = (station, 0, GENESIS)
        where = f"event {row['seq']} of station {station[:8]}"
        if row["hash"] != hash_of(row["body"]):
            yield Fault("HASH", f"{where}: its bytes were changed")
        yield from _link_faults(row, before, where, whole=own is not None and station == own[0])
        key = bytes.fromhex(keys.get(station, ""))
        if key and not signature_holds(key, bytes.fromhex(row["hash"]), row["signature"]):
            yield Fault("SIGNATURE", f"{where}: the station did not sign this")
        before = (station, row["seq"], row["hash"])


def _link_faults(
    row: object, before: tuple[str, int, str], where: str, *, whole: bool
) -> Iterator[Fault]:
    """Yield a gap or a broken link. Of other stations only our own townships' events are here."""
    if not whole:
        return
    seq, body, digest, signature = (row[name] for name in ("seq", "body", "hash", "signature"))  # type: ignore[index]
    if seq != before[1] + 1:
        yield Fault("GAP", f"{where}: the one before it is missing")
    try:
        event = SignedEvent(body, digest, signature).open()
    except Refused as error:
        yield Fault(error.code, f"{where}: {error.message}")
        return
    if event.prev != before[2] or event.seq != seq:
        yield Fault("LINK", f"{where}: it does not follow the one before it")


def _record_faults(store: Store, scratch: Path) -> Iterator[Fault]:
    target = store.scratch(scratch)
    try:
        rebuild(store.connection, target)
        for table in differing_tables(store.connection, target):
            yield Fault("REBUILD", f"table {table} is not what the events add up to")
    finally:
        target.close()
        for leftover in scratch.parent.glob(scratch.name + "*"):
            leftover.unlink(missing_ok=True)


_LEDGER = (
    (
        "OUTSIDE_SEGMENT",
        "receipts whose number lies in no segment of this station",
        (
            "SELECT count(*) FROM receipts r LEFT JOIN segments s ON s.id = r.segment_id"
            " WHERE r.station = :station"
            " AND (s.id IS NULL OR r.serial NOT BETWEEN s.first AND s.last)"
        ),
    ),
    (
        "NUMBER_GAP",
        "segments in which a number was skipped",
        (
            "SELECT count(*) FROM (SELECT s.id FROM segments s"
            " JOIN receipts r ON r.segment_id = s.id WHERE s.station = :station GROUP BY s.id"
            " HAVING max(r.serial) - s.first + 1 != count(*))"
        ),
    ),
    (
        "RECEIPT_WITHOUT_PAYMENT",
        "receipts without their payment, or of another amount",
        (
            "SELECT count(*) FROM receipts r LEFT JOIN payments p ON p.id = r.payment_id"
            " WHERE r.event_id IS NOT NULL AND (r.payment_id IS NOT NULL OR r.void_reason IS NULL)"
            " AND (p.id IS NULL OR p.amount_fen != r.amount_fen)"
        ),
    ),
    (
        "PAYMENT_WITHOUT_RECEIPT",
        "payments without their receipt",
        (
            "SELECT count(*) FROM payments p LEFT JOIN receipts r ON r.number = p.receipt_number"
            " WHERE r.number IS NULL"
        ),
    ),
    (
        "LINES_SUM",
        "payments whose persons do not add up to the amount",
        (
            "SELECT count(*) FROM (SELECT p.id FROM payments p LEFT JOIN payment_lines l"
            " ON l.payment_id = p.id GROUP BY p.id"
            " HAVING p.amount_fen != coalesce(sum(l.paid_fen), 0))"
        ),
    ),
    (
        "PAID_WITHOUT_PAYMENT",
        "enrolments marked paid without a payment",
        (
            "SELECT count(*) FROM enrollments e LEFT JOIN payments p ON p.id = e.payment_id"
            " WHERE e.status = 'paid' AND (p.id IS NULL OR p.state IS NOT NULL OR p.reverses != '')"
        ),
    ),
    (
        "REVERSAL_UNPAIRED",
        "reversals that do not undo exactly one payment to the fen",
        (
            "SELECT count(*) FROM payments r LEFT JOIN payments p ON p.id = r.reverses"
            " WHERE r.reverses > '' AND (p.id IS NULL OR p.reversed_by IS NOT r.id"
            "  OR p.state IS NOT 'reversed' OR p.amount_fen + r.amount_fen != 0)"
        ),
    ),
    (
        "REVERSED_WITHOUT_REVERSAL",
        "payments marked reversed without their reversal",
        (
            "SELECT count(*) FROM payments p LEFT JOIN payments r ON r.id = p.reversed_by"
            " WHERE p.state = 'reversed' AND (r.id IS NULL OR r.reverses IS NOT p.id)"
        ),
    ),
    (
        "VOID_WITHOUT_REASON",
        "voided payments whose receipt is not voided, or the other way round",
        (
            "SELECT count(*) FROM payments p JOIN receipts r ON r.number = p.receipt_number"
            " WHERE (p.state IS 'voided') != (r.void_reason IS NOT NULL)"
        ),
    ),
    (
        "DIFFERENCE_TWICE",
        "differences settled more than once by what stands",
        (
            "SELECT count(*) FROM (SELECT adjustment_id FROM ("
            " SELECT l.adjustment_id FROM payment_lines l JOIN payments p ON p.id = l.payment_id"
            "  WHERE l.adjustment_id IS NOT NULL AND p.state IS NULL AND p.reverses = ''"
            " UNION ALL SELECT adjustment_id FROM refunds"
            "  WHERE adjustment_id IS NOT NULL AND decision = 'approved')"
            " GROUP BY adjustment_id HAVING count(*) > 1)"
        ),
    ),
    (
        "DIFFERENCE_AMOUNT",
        "differences collected by this station in another amount, or never approved",
        (
            "SELECT count(*) FROM payment_lines l JOIN payments p ON p.id = l.payment_id"
            " LEFT JOIN adjustments a ON a.id = l.adjustment_id"
            " WHERE l.adjustment_id IS NOT NULL AND p.station = :station AND p.reverses = ''"
            " AND (coalesce(a.decision, a.kind) IS NOT 'collect'"
            "  OR coalesce(a.decision_fen, a.amount_fen) IS NOT l.paid_fen)"
        ),
    ),
    (
        "CLOSING_SUM",
        "closed days whose receipts are not what was signed",
        (
            "SELECT count(*) FROM closings c WHERE c.station = :station AND c.cash_booked_fen !="
            " (SELECT coalesce(sum(p.amount_fen), 0) FROM payments p WHERE p.station = c.station"
            "  AND p.operator = c.collector AND p.booked_on = c.day AND p.method = 'cash'"
            "  AND p.state IS NOT 'voided')"
        ),
    ),
    (
        "BATCH_SUM",
        "batches handed to the tax authority whose rows are not what was stated",
        (
            "SELECT count(*) FROM (SELECT b.id FROM handovers b"
            " JOIN handover_rows r ON r.batch_id = b.id GROUP BY b.id, b.rows, b.amount_fen"
            " HAVING count(*) > b.rows"
            "  OR (count(*) = b.rows AND sum(r.amount_fen) != b.amount_fen))"
        ),
    ),
    (
        "STATEMENT_SUM",
        "reconciliations whose differences are not what the sides differ by",
        (
            "SELECT count(*) FROM reconciliations r WHERE r.through IS NOT NULL AND"
            " (SELECT sum(CASE s.value ->> 'side' WHEN 'tax' THEN s.value ->> 'amount_fen'"
            "   WHEN 'receipts' THEN -(s.value ->> 'amount_fen') ELSE 0 END)"
            "  FROM json_each(r.sides) s) !="
            " (SELECT coalesce(sum(c.value ->> 'amount_fen'), 0) FROM json_each(r.causes) c"
            "  WHERE substr(c.value ->> 'cause', 1, 11) != 'enrollment_')"
        ),
    ),
)


def _ledger_faults(connection: Connection) -> Iterator[Fault]:
    own = connection.execute("SELECT value FROM settings WHERE key = 'station.id'").fetchone()
    station = own[0] if own else ""
    for code, words, statement in _LEDGER:
        count = connection.execute(statement, {"station": station}).fetchone()[0]
        if count:
            yield Fault(code, f"{count} {words}")
