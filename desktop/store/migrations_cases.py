"""The schema's step for cases: where they were opened, and what people said and decided of them.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations import add_record
from desktop.store.migrations_counting import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m013_cases(db: Database) -> None:
    """Let a case say whose it is and since when; create the remarks and decisions on cases."""
    for column in ("station", "station_name", "division", "opened_at"):
        db.table("cases").add_column(column, str)
    add_record(
        db,
        "case_remarks",
        {
            "county": str,
            "case_id": str,
            # Empty: only a comment.
            "decision": str,
            "comment": str,
            "operator": str,
            "station": str,
            "at": str,
        },
    )
    db.table("case_remarks").create_index(["case_id", "at"])


LATEST = 12
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
