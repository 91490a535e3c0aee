"""The centre's step for the tax handover, reconciliations, checks and lists that left.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_cover import migrations
from desktop.server.tables import add_record

__all__ = ["LATEST", "migrations"]


@migrations()
def m016_handover(db: Database) -> None:
    """Create batches with their rows, tax files, paid rows, statements, findings, exports."""
    add_record(
        db,
        "handovers",
        {"id": str},
        {
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
        {"id": str},
        {
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
        {"id": str},
        {
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
        {"id": str},
        {
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
        {"id": str},
        {
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
        {"id": str},
        {
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
    add_record(
        db,
        "handover_rows",
        {"batch_id": str, "row": int},
        {
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
    add_record(
        db, "return_codes", {"code": str}, {"accepted": int, "zh": str, "en": str, "source": str}
    )
    add_record(
        db,
        "audit_runs",
        {"check_name": str, "division": str, "campaign_year": int},
        {"station": str, "operator": str, "ran_on": str, "standing": int},
    )
    db.table("handovers").create_index(["county", "campaign_year"])
    db.table("handover_rows").create_index(["county", "enrollment_id"])
    db.table("tax_rows").create_index(["county", "campaign_year", "document_number"])
    db.table("tax_rows").create_index(["county", "voucher"])
    db.table("audit_findings").create_index(["county", "check_name", "campaign_year", "state"])


LATEST = 16
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
