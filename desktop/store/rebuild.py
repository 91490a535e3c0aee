"""Build the record again from the events, and compare it with the record that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.domain.assign import Assign, AssignRows
from desktop.domain.effects import written_effects
from desktop.domain.events import SignedEvent
from desktop.sqlite.connection import Connection, transaction
from desktop.store.apply import apply

RECORD = {
    "stations": "id",
    "segments": "id",
    "operators": "station, operator",
    "households": "id",
    "people": "id",
    "enrollments": "id",
    "payments": "id",
    "payment_lines": "payment_id, enrollment_id",
    "receipts": "number",
    "refs": "station, kind, ref",
    "law_packs": "station, pack, version",
    "local_values": "id",
    "adjustments": "id",
    "units": "code",
    "targets": "campaign_year, division",
    "not_enrolled": "person_id, campaign_year",
    "follow_ups": "id",
    "person_numbers": "person_id, number",
    "looks": "id",
    "search_entries": "id",
    "refunds": "id",
    "closings": "id",
    "case_remarks": "id",
    "handovers": "id",
    "handover_rows": "batch_id, row",
    "tax_files": "id",
    "tax_rows": "id",
    "return_codes": "code",
    "reconciliations": "id",
    "audit_findings": "id",
    "audit_runs": "check_name, division, campaign_year",
    "list_exports": "id",
    "list_batches": "id",
    "list_people": "source, who",
    "list_aliases": "source, words",
}
"""The tables (one is a view) that are the fold of the events, with their key."""

_BATCH = 2_000
_EFFECTS_AT_ONCE = 5_000


def events_in_order(connection: Connection) -> Iterator[SignedEvent]:
    """Yield every event in the order of the fold: the centre's, then what is still ours alone."""
    statement = (
        "SELECT body, hash, signature FROM events"
        " ORDER BY feed IS NULL, feed, CASE WHEN feed IS NULL THEN seq END"
    )
    cursor = connection.execute(statement)
    while rows := cursor.fetchmany(_BATCH):
        for row in rows:
            yield SignedEvent(row["body"], row["hash"], row["signature"])


def rebuild(source: Connection, target: Connection) -> None:
    """Fold ``source``'s events into the empty record of ``target``."""
    with transaction(target):
        _fold(target, events_in_order(source))


def fold_again(connection: Connection) -> None:
    """Write every event's effects to the record once more, in order, in the caller's transaction.

    Rows that were lost or altered are there again. All or nothing: the caller may go on with its
    transaction after a refusal, and the record is never half-folded.

    Raises:
        Refused: ``EVENT_HASH``: an event is none any more; ``EVENT_UNREADABLE``.
    """
    connection.execute("SAVEPOINT fold")
    try:
        _fold(connection, events_in_order(connection))
    except BaseException:
        connection.execute("ROLLBACK TO fold")
        raise
    finally:
        connection.execute("RELEASE fold")


def _fold(record: Connection, events: Iterable[SignedEvent]) -> None:
    """Write the effects of ``events`` in order, those of many of them at once."""
    assigns: list[Assign | AssignRows] = []
    for signed in events:
        assigns += written_effects(signed.open())
        if len(assigns) >= _EFFECTS_AT_ONCE:
            apply(record, assigns)
            assigns.clear()
    apply(record, assigns)


def differing_tables(left: Connection, right: Connection) -> list[str]:
    """Return the record tables that are not row for row the same, in both files."""
    return [table for table, key in RECORD.items() if _differs(left, right, table, key)]


def _differs(left: Connection, right: Connection, table: str, key: str) -> bool:
    statement = f"SELECT * FROM {table} ORDER BY {key}"  # noqa: S608
    one, other = left.execute(statement), right.execute(statement)
    while True:
        rows, others = one.fetchmany(_BATCH), other.fetchmany(_BATCH)
        if [tuple(row) for row in rows] != [tuple(row) for row in others]:
            return True
        if not rows:
            return False
