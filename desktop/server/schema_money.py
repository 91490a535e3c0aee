"""The centre's later steps: reversals, voids, refunds and closings.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_filter import migrations
from desktop.server.tables import add_record, in_file

__all__ = ["LATEST", "migrations"]


@migrations()
def m011_money(db: Database) -> None:
    """Let payments be voided, reversed and closed, and keep refund requests and closings."""
    for column, kind in (
        ("booked_on", str),
        ("late", int),
        ("external_number", str),
        ("paid_on", str),
        ("state", str),
        ("reverses", str),
        ("reversed_by", str),
    ):
        db.table("payments").add_column(column, kind)
    if in_file(db):
        # Legal days are days of UTC+8; what was taken before closings existed counts on its own.
        db.execute(
            "UPDATE payments SET booked_on = date(taken_at, '+8 hours'), late = 0,"
            " external_number = '', paid_on = '', reverses = ''"
        )
    for column in ("void_reason", "voided_at"):
        db.table("receipts").add_column(column, str)
    add_record(
        db,
        "refunds",
        {"id": str},
        {
            "household_id": str,
            "payment_id": str,
            "receipt": str,
            "enrollments": str,
            "cause": str,
            "detail": str,
            "applicant": str,
            "applicant_relation": str,
            "account_name": str,
            "bank": str,
            "account": str,
            "evidence": str,
            "requested_on": str,
            "requested_by": str,
            "decision": str,
            "amount_fen": int,
            "authority": str,
            "document": str,
            "note": str,
            "decided_on": str,
            "decided_by": str,
        },
    )
    db.table("refunds").create_index(["county", "payment_id"])
    add_record(
        db,
        "closings",
        {"id": str},
        {
            "station": str,
            "collector": str,
            "day": str,
            "methods": str,
            "numbers": str,
            "receipts": int,
            "persons": int,
            "voided": int,
            "reversed": int,
            "late": int,
            "cash_booked_fen": int,
            "counted": str,
            "cash_counted_fen": int,
            "explanation": str,
            "closed_by": str,
            "closed_at": str,
            "approved_by": str,
            "approved_at": str,
            "approved_content": str,
            "deposit_slip": str,
            "deposit_bank": str,
            "deposit_amount_fen": int,
            "deposit_on": str,
        },
    )
    db.table("closings").create_index(["county", "station", "collector", "day"])


LATEST = 11
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
