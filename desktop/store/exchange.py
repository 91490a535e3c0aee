"""What the exchange loop asks of the station's file, and where it writes what the centre said.

Everything here is short and touches no network. Functions that write run inside the caller's
transaction, so that verdicts, events, cases and the cursor move together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.facts import SegmentReceived
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.store.relinking import unsure
from desktop.wire.messages import (
    BATCH_BODY_BYTES_MAX,
    CaseNote,
    Figures,
    Grant,
    Progress,
    SentEvent,
    Verdict,
)
from desktop.wire.rolling import START
from desktop.wire.scope import scope_of

MENDED = "mended"
"""Outcome in the log of exchanges: blocks of the feed that differed came again."""

ROWS_MENDED = "rows_mended"
"""Outcome in the same log: rows of the record were not what the events say, and are again."""

EXCHANGES_KEPT = 1_000
"""Rows of the log of exchanges; the oldest make room."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What the station has to say next."""

    progress: Progress
    cases_cursor: int
    packs_cursor: int
    first_seq: int
    """Sequence number of the first event of ``events``; 0 if there is none."""
    events: tuple[SentEvent, ...]
    pending: int
    unspent: int
    answered: int = 0
    """Sequence number up to which own events were answered; 0 where that is not to be gone by."""


def outgoing(store: Store, limit: int, *, after: int = 0) -> Outgoing:
    """Return the next events to push, at most ``limit``, and where the station stands.

    ``after``: only events with higher sequence numbers, for batches that go out together. None go
    out while the centre's copy of our chain comes first (`desktop.store.relinking`).
    """
    connection, station = store.connection, store.station.id
    if unsure(store):
        limit = 0
    with database_errors():
        rows = connection.execute(
            "SELECT e.seq, e.body, e.signature FROM outbox o JOIN events e ON e.id = o.event_id"
            " WHERE o.seq > ? ORDER BY o.seq LIMIT ?",
            (after, limit),
        ).fetchall()
        pending = connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
        unspent = _unspent(connection, station)
    events: list[SentEvent] = []
    size = 0
    for row in rows:
        size += len(row["body"])
        if events and size > BATCH_BODY_BYTES_MAX:
            break
        events.append(SentEvent(body=row["body"], signature=row["signature"]))
    return Outgoing(
        progress=progress(store),
        cases_cursor=int(store.setting("sync.cases_cursor") or 0),
        packs_cursor=int(store.setting("sync.packs_cursor") or 0),
        first_seq=rows[0]["seq"] if rows else 0,
        events=tuple(events),
        pending=pending,
        unspent=unspent,
        answered=_answered(store),
    )


def progress(store: Store) -> Progress:
    """Return how far the station has received the feed."""
    return Progress(
        cursor=int(store.setting("sync.cursor") or 0),
        count=int(store.setting("sync.count") or 0),
        hash=bytes.fromhex(store.setting("sync.hash") or START.hex()),
    )


def set_progress(store: Store, value: Progress) -> None:
    """Note how far the station has received the feed."""
    store.set_setting("sync.cursor", str(value.cursor))
    store.set_setting("sync.count", str(value.count))
    store.set_setting("sync.hash", value.hash.hex())


def begin_again(store: Store) -> None:
    """Forget every place in the feed, so that the next exchanges bring all of it again.

    No event is forgotten: those that come again find themselves here and get their place back.
    """
    store.connection.execute("UPDATE events SET feed = NULL WHERE feed IS NOT NULL")
    set_progress(store, Progress(cursor=0, count=0, hash=START))
    set_compare_due(store, due=False)


def compare_is_due(store: Store) -> bool:
    """Tell whether the feed must be compared with the centre's before it goes on."""
    return store.setting("sync.compare") == "1"


def set_compare_due(store: Store, *, due: bool) -> None:
    """Note whether the feed must be compared with the centre's before it goes on."""
    store.set_setting("sync.compare", "1" if due else "0")


def settle(store: Store, verdicts: Iterable[Verdict]) -> None:
    """Take the answered events out of the outbox and keep what was said of each."""
    connection, station = store.connection, store.station.id
    for verdict in verdicts:
        connection.execute(
            "UPDATE events SET verdict = CASE"
            "  WHEN :outcome = 'already' THEN coalesce(verdict, 'accepted') ELSE :outcome END"
            " WHERE station = :station AND seq = :seq",
            {
                "outcome": "case" if verdict.cases else verdict.outcome,
                "station": station,
                "seq": verdict.seq,
            },
        )
        connection.execute("DELETE FROM outbox WHERE seq = ?", (verdict.seq,))
        keep_cases(store, verdict.cases)


def keep_cases(store: Store, cases: Iterable[CaseNote]) -> None:
    """Write or update cases."""
    for case in cases:
        store.connection.execute(
            "INSERT INTO cases (id, event_id, kind, detail, state, station, station_name,"
            " division, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET detail = excluded.detail, state = excluded.state,"
            " station = excluded.station, station_name = excluded.station_name,"
            " division = excluded.division, opened_at = excluded.opened_at",
            (
                case.id,
                case.event_id,
                case.kind,
                case.detail,
                case.state,
                case.station,
                case.station_name,
                case.division,
                case.opened_at,
            ),
        )


def send_again(store: Store, first_seq: int) -> None:
    """Put the station's own events from ``first_seq`` on back into the outbox.

    The centre says it does not have them: it was itself brought back from a backup.
    """
    store.connection.execute(
        "INSERT OR IGNORE INTO outbox (seq, event_id, tries)"
        " SELECT seq, id, 0 FROM events WHERE station = ? AND seq >= ?",
        (store.station.id, first_seq),
    )


def lacks(store: Store, last_seq: int, last_hash: bytes) -> bool:
    """Tell whether a centre whose copy of our chain ends there has lost what follows it here.

    Only if its end is an event of ours: a chain that goes another way is a fork, not a loss.
    """
    if last_seq == 0:
        return True
    row = store.connection.execute(
        "SELECT 1 FROM events WHERE station = ? AND seq = ? AND hash = ?",
        (store.station.id, last_seq, last_hash.hex()),
    ).fetchone()
    return row is not None


def note_stopped(store: Store, seq: int, code: str) -> None:
    """Note why an event got no verdict; it stays pending and is shown."""
    store.connection.execute(
        "UPDATE outbox SET tries = tries + 1, last_error = ? WHERE seq = ?", (code, seq)
    )


def note_failure(store: Store, first_seq: int, count: int, code: str) -> None:
    """Note that ``count`` events from ``first_seq`` on were sent and brought no answer."""
    store.connection.execute(
        "UPDATE outbox SET tries = tries + 1, last_error = ? WHERE seq >= ? AND seq < ?",
        (code, first_seq, first_seq + count),
    )


def known_among(store: Store, ids: Sequence[str]) -> int:
    """Return how many of the events named by ``ids`` are in this file."""
    marks = ", ".join("?" for _ in ids)
    count: int = store.connection.execute(
        f"SELECT count(*) FROM events WHERE id IN ({marks})",  # noqa: S608
        tuple(ids),
    ).fetchone()[0]
    return count


def receive_grants(store: Store, grants: Sequence[Grant]) -> int:
    """Record the segments that are new here, each as an event of our own; return how many."""
    new = 0
    for grant in grants:
        known = store.connection.execute(
            "SELECT 1 FROM segments WHERE id = ?", (grant.segment,)
        ).fetchone()
        if known is None:
            fact = SegmentReceived(
                segment=grant.segment, prefix=grant.prefix, first=grant.first, last=grant.last
            )
            store.record(fact, operator="")
            new += 1
    return new


def log_exchange(store: Store, at: str, outcome: str, figures: str) -> None:
    """Add a line to the log of exchanges and drop the oldest; ``figures`` is JSON of numbers."""
    store.connection.execute(
        "INSERT INTO exchanges (at, outcome, figures) VALUES (?, ?, ?)", (at, outcome, figures)
    )
    store.connection.execute(
        "DELETE FROM exchanges WHERE id <= (SELECT max(id) FROM exchanges) - ?", (EXCHANGES_KEPT,)
    )


def pending_count(store: Store) -> int:
    """Return how many own events the centre has not answered."""
    with database_errors():
        count: int = store.connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
    return count


def unplaced_count(store: Store) -> int:
    """Return how many own events have no place in the centre's order yet, as far as known here."""
    with database_errors():
        count: int = store.connection.execute(
            "SELECT count(*) FROM events WHERE station = ? AND feed IS NULL", (store.station.id,)
        ).fetchone()[0]
    return count


def figures_in_scope(store: Store) -> Figures:
    """Count what the record adds up to in the station's divisions, row by row."""
    scope = scope_of(store.station.division)
    row = store.connection.execute(
        "SELECT (SELECT count(*) FROM enrollments e JOIN households h ON h.id = e.household_id"
        "  WHERE e.status IN ('registered', 'paid') AND substr(h.division, 1, :length) = :scope),"
        " (SELECT coalesce(sum(p.amount_fen), 0) FROM payments p"
        "  JOIN households h ON h.id = p.household_id"
        "  WHERE substr(h.division, 1, :length) = :scope AND p.state IS NOT 'voided')",
        {"length": len(scope), "scope": scope},
    ).fetchone()
    return Figures(enrollments=row[0], paid_fen=row[1])


def _answered(store: Store) -> int:
    with database_errors():
        row = store.connection.execute(
            "SELECT (SELECT min(seq) - 1 FROM outbox),"
            " (SELECT coalesce(max(seq), 0) FROM events WHERE station = ?)",
            (store.station.id,),
        ).fetchone()
    answered: int = row[0] if row[0] is not None else row[1]
    return answered


def _unspent(connection: Connection, station: str) -> int:
    count: int = connection.execute(
        "SELECT (SELECT coalesce(sum(last - first + 1), 0) FROM segments WHERE station = :station)"
        " - (SELECT count(*) FROM receipts WHERE station = :station AND segment_id IS NOT NULL)",
        {"station": station},
    ).fetchone()[0]
    return max(0, count)
