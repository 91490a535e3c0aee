"""The centre's step for cases: who changed a field last, what was said, how a case was decided.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_money import migrations
from desktop.server.tables import add_record, add_slim_table

__all__ = ["LATEST", "migrations"]


@migrations()
def m012_cases(db: Database) -> None:
    """Create the last change of each field, and the remarks; let a case hold its decision."""
    # Only what was changed after it had been entered: most people's fields never are.
    add_slim_table(
        db,
        "field_changes",
        {"subject": str, "row_id": str, "field": str, "event_id": str, "station": str},
        keys=("subject", "row_id", "field"),
    )
    add_record(
        db,
        "case_remarks",
        {"id": str},
        {
            "case_id": str,
            # Empty: only a comment.
            "decision": str,
            "comment": str,
            "operator": str,
            "station": str,
            "at": str,
        },
    )
    db.table("case_remarks").create_index(["county", "case_id"])
    for column in ("decision", "decided_by"):
        db.table("cases").add_column(column, str)


LATEST = 12
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
