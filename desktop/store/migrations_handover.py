"""The schema's step for the tax handover, reconciliations, checks and lists that left.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations import add_record, add_table
from desktop.store.migrations_cover import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m017_handover(db: Database) -> None:
    """Create batches with their rows, tax files, paid rows, statements, findings, exports."""
    add_record(
        db,
        "handovers",
        {
            "county": str,
            "station": str,
            "operator": str,
            "number": str,
            "scope": str,
            "campaign_year": int,
            "layout": str,
            "handed_on": str,
            "rows": int,
            "amount_fen": int,
        },
    )
    add_record(
        db,
        "tax_files",
        {
            "county": str,
            "station": str,
            "operator": str,
            "kind": str,
            "batch_id": str,
            "campaign_year": int,
            "rows": int,
            "amount_fen": int,
            "read_on": str,
        },
    )
    add_record(
        db,
        "tax_rows",
        {
            "county": str,
            "file_id": str,
            "place": int,
            "division": str,
            "campaign_year": int,
            "voucher": str,
            "document_number": str,
            "name": str,
            "amount_fen": int,
            "paid_on": str,
            "payer": str,
            "settled": str,
            "settled_reason": str,
            "settled_on": str,
            "settled_by": str,
        },
    )
    add_record(
        db,
        "reconciliations",
        {
            "county": str,
            "station": str,
            "operator": str,
            "division": str,
            "campaign_year": int,
            "through": str,
            "sides": str,
            "causes": str,
            "differences": str,
            "explanation": str,
            "stated_on": str,
            "stated_at": str,
            "approved_by": str,
            "approved_at": str,
            "approved_content": str,
        },
    )
    add_record(
        db,
        "audit_findings",
        {
            "county": str,
            "check_name": str,
            "division": str,
            "campaign_year": int,
            "round": int,
            "person_id": str,
            "household_id": str,
            "enrollment_id": str,
            "state": str,
            "found_on": str,
            "mended_on": str,
        },
    )
    add_record(
        db,
        "list_exports",
        {
            "county": str,
            "station": str,
            "operator": str,
            "list": str,
            "division": str,
            "campaign_year": int,
            "rows": int,
            "reason": str,
            "at": str,
        },
    )
    _add_keyed(
        db,
        "handover_rows",
        {"batch_id": str, "row": int},
        {
            "county": str,
            "enrollment_id": str,
            "kind": str,
            "amount_fen": int,
            "mark": str,
            "division": str,
            "return_code": str,
            "return_message": str,
            "returned_on": str,
        },
    )
    _add_keyed(
        db,
        "return_codes",
        {"code": str},
        {"county": str, "accepted": int, "zh": str, "en": str, "source": str},
    )
    _add_keyed(
        db,
        "audit_runs",
        {"check_name": str, "division": str, "campaign_year": int},
        {"county": str, "station": str, "operator": str, "ran_on": str, "standing": int},
    )
    db.table("handovers").create_index(["campaign_year"])
    db.table("handover_rows").create_index(["enrollment_id"])
    db.table("tax_rows").create_index(["campaign_year", "document_number"])
    db.table("tax_rows").create_index(["voucher"])
    db.table("audit_findings").create_index(["check_name", "campaign_year", "state"])


def _add_keyed(db: Database, name: str, keys: dict[str, type], columns: dict[str, type]) -> None:
    """Create a table of the record whose every column but the key may still be unset."""
    pk = tuple(keys) if len(keys) > 1 else next(iter(keys))
    add_table(db, name, keys | columns, pk=pk, optional=tuple(columns))


LATEST = 16
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
