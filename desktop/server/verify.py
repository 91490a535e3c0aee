"""Check everything a centre claims: chains, signatures, order, record, tallies, receipts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.base.errors import Refused
from desktop.domain.effects import effects
from desktop.domain.events import GENESIS, Event, SignedEvent
from desktop.server.database import CentreDatabase
from desktop.server.record import write
from desktop.server.statements import as_kept
from desktop.server.unheard import unheard
from desktop.sqlite.connection import Connection
from desktop.wire.signing import signature_holds

RECORD = (
    "stations",
    "segments",
    "operators",
    "households",
    "people",
    "enrollments",
    "payments",
    "payment_lines",
    "receipts",
    "refs",
    "law_packs",
    "local_values",
    "adjustments",
    "units",
    "targets",
    "not_enrolled",
    "follow_ups",
    "person_numbers",
    "looks",
    "refunds",
    "closings",
    "case_remarks",
    "handovers",
    "handover_rows",
    "tax_files",
    "tax_rows",
    "return_codes",
    "reconciliations",
    "audit_findings",
    "audit_runs",
    "list_exports",
    "list_batches",
    "list_people",
    "list_aliases",
)
"""Tables that are the fold of the feed."""

FINDINGS_MAX = 1_000


def verify(database: CentreDatabase) -> dict[str, object]:
    """Return ``ok``, what was counted, and a finding with a stable code for all that is wrong.

    The record is folded again from the feed beside the centre's database and compared row by row;
    nothing is changed, and stations are served meanwhile.
    """
    with database.snapshot():
        return _verify(database)


def _verify(database: CentreDatabase) -> dict[str, object]:
    connection, county = database.connection, database.centre.county
    chain = list(_check_chains(database, county))
    order = list(_check_feed(connection, county))
    rebuild = list(_check_record(database, county))
    findings = (chain + order + rebuild + list(_check_tallies(connection, county)))[:FINDINGS_MAX]
    return {
        "ok": not findings,
        "events": _count(connection, "SELECT count(*) FROM events WHERE county = ?", county),
        "chain": not chain,
        "rebuild": not rebuild,
        "receipts": _receipts(connection, county),
        "payments": _count(connection, "SELECT count(*) FROM payments WHERE county = ?", county),
        "withheld": _count(
            connection, "SELECT count(*) FROM events WHERE county = ? AND withheld = 1", county
        ),
        "forks": _count(connection, "SELECT count(*) FROM forks WHERE county = ?", county),
        # After a restore: stations whose part of the record may be older than their own.
        "unheard": [one["station"] for one in unheard(database)],
        "findings": [{"code": code, "message": message} for code, message in findings],
    }


def _check_chains(database: CentreDatabase, county: str) -> Iterator[tuple[str, str]]:
    stations = database.connection.execute(
        "SELECT station, public_key, last_seq, last_hash FROM registrations WHERE county = ?",
        (county,),
    ).fetchall()
    for station in stations:
        seq, prev = 0, GENESIS
        rows = database.rows(
            "SELECT seq, hash, body, signature FROM events WHERE county = ? AND station = ?"
            " ORDER BY seq",
            (county, station["station"]),
        )
        for row in rows:
            seq += 1
            found = _link(row, station["public_key"], seq, prev)
            if found:
                yield found, f"event {row['seq']} of station {station['station']}"
            prev = row["hash"]
        if (seq, prev) != (station["last_seq"], station["last_hash"]):
            yield "CHAIN_END", f"station {station['station']} is noted at {station['last_seq']}"


def _link(row: Any, public_key: bytes, seq: int, prev: str) -> str:
    try:
        event = SignedEvent(row["body"], row["hash"], row["signature"]).open()
    except Refused as error:
        return error.code
    if event.seq != row["seq"] or event.seq != seq or event.prev != prev:
        return "CHAIN_BROKEN"
    if not signature_holds(public_key, bytes.fromhex(row["hash"]), row["signature"]):
        return "EVENT_SIGNATURE"
    return ""


def _check_feed(connection: Connection, county: str) -> Iterator[tuple[str, str]]:
    row = connection.execute(
        "SELECT feed_head, (SELECT count(*) FROM feed f WHERE f.county = c.county),"
        " (SELECT coalesce(max(position), 0) FROM feed f WHERE f.county = c.county)"
        " FROM centres c WHERE county = ?",
        (county,),
    ).fetchone()
    if not row[0] == row[1] == row[2]:
        yield "FEED_GAP", f"head {row[0]}, {row[1]} positions, the last is {row[2]}"
    lost = _count(
        connection,
        "SELECT count(*) FROM events e WHERE county = ? AND withheld = 0 AND NOT EXISTS"
        " (SELECT 1 FROM feed f WHERE f.county = e.county AND f.event_id = e.id AND f.was = '')",
        county,
    )
    if lost:
        yield "FEED_LOST", f"{lost} events have no position"


def _check_record(database: CentreDatabase, county: str) -> Iterator[tuple[str, str]]:
    """Fold the feed into a record of its own and compare the two."""
    scratch = CentreDatabase.open(":memory:", None)
    try:
        with scratch.transaction():
            for event in folded(database, county):
                write(scratch.connection, county, effects(event))
        for table in RECORD:
            yield from _compare(database, scratch, table, county)
    finally:
        scratch.close()


def folded(database: CentreDatabase, county: str) -> Iterator[Event]:
    """Yield the events whose effects are the record, in the county's order."""
    rows = database.rows(
        "SELECT e.body, e.hash, e.signature FROM feed f"
        " JOIN events e ON e.county = f.county AND e.id = f.event_id"
        " WHERE f.county = ? AND f.was = '' ORDER BY f.position",
        (county,),
    )
    for row in rows:
        try:
            yield SignedEvent(row["body"], row["hash"], row["signature"]).open()
        except Refused:
            # Named already by the check of the chains; the record will differ by it.
            continue


def _compare(
    database: CentreDatabase, scratch: CentreDatabase, table: str, county: str
) -> Iterator[tuple[str, str]]:
    columns = scratch.connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = [row["name"] for row in sorted(columns, key=lambda row: row["pk"]) if row["pk"]]
    names = keys + [row["name"] for row in columns if not row["pk"]]
    statement = f"SELECT {_quoted(names)} FROM {table} WHERE county = ? ORDER BY {_quoted(keys)}"  # noqa: S608
    here = (tuple(row) for row in database.rows(statement, (county,)))
    again = (tuple(row) for row in scratch.rows(statement, (county,)))
    if database.on_postgres:
        again = (tuple(as_kept(list(row))) for row in again)
    extra, lost = _differing(here, again, len(keys))
    if extra:
        yield "RECORD_EXTRA", f"{extra} rows of {table}"
    if lost:
        yield "RECORD_LOST", f"{lost} rows of {table}"


def _quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _differing(
    here: Iterator[tuple[Any, ...]], again: Iterator[tuple[Any, ...]], width: int
) -> tuple[int, int]:
    """Count the rows only ``here`` and only ``again``; both come by their first columns."""
    extra = lost = 0
    left, right = next(here, None), next(again, None)
    while left is not None or right is not None:
        if right is None or (left is not None and left[:width] < right[:width]):
            extra, left = extra + 1, next(here, None)
        elif left is None or right[:width] < left[:width]:
            lost, right = lost + 1, next(again, None)
        else:
            changed = int(left != right)
            extra, lost = extra + changed, lost + changed
            left, right = next(here, None), next(again, None)
    return extra, lost


def _check_tallies(connection: Connection, county: str) -> Iterator[tuple[str, str]]:
    rows = connection.execute(
        "SELECT division, sum(enrollments), sum(paid_fen) FROM ("
        " SELECT division, enrollments, paid_fen FROM tallies WHERE county = :county"
        " UNION ALL"
        " SELECT h.division, -1, 0 FROM enrollments e JOIN households h"
        "  ON h.county = e.county AND h.id = e.household_id"
        "  WHERE e.county = :county AND e.status IN ('registered', 'paid')"
        " UNION ALL"
        " SELECT h.division, 0, -p.amount_fen FROM payments p JOIN households h"
        "  ON h.county = p.county AND h.id = p.household_id WHERE p.county = :county"
        "  AND p.state IS DISTINCT FROM 'voided'"
        ") AS parts WHERE division <> '' GROUP BY division"
        " HAVING sum(enrollments) <> 0 OR sum(paid_fen) <> 0",
        {"county": county},
    )
    for row in rows:
        yield "TALLY", f"division {row[0]} is off by {row[1]} enrolments and {row[2]} fen"


def _receipts(connection: Connection, county: str) -> dict[str, int]:
    """Return numbers allocated, and how many of them are used, voided and unspent."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(last - first + 1), 0),"
        " (SELECT count(*) FROM receipts r WHERE r.county = :county AND r.event_id IS NOT NULL"
        "  AND r.void_reason IS NULL),"
        " (SELECT count(*) FROM receipts r WHERE r.county = :county AND r.event_id IS NOT NULL"
        "  AND r.void_reason IS NOT NULL)"
        " FROM allocations WHERE county = :county",
        {"county": county},
    ).fetchone()
    used, voided = row[2], row[3]
    unspent = row[1] - used - voided
    return {"segments": row[0], "used": used, "voided": voided, "unspent": unspent}


def _count(connection: Connection, statement: str, county: str) -> int:
    number: int = connection.execute(statement, (county,)).fetchone()[0]
    return number
