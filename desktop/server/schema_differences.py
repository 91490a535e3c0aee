"""The centre's later step: payments and refunds that settle differences of paid enrolments.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_releases import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m020_differences(db: Database) -> None:
    """Let a payment's line and a refund request name the difference they settle."""
    db.table("payment_lines").add_column("adjustment_id", str)
    db.table("refunds").add_column("adjustment_id", str)
    db.table("payment_lines").create_index(["county", "adjustment_id"])


LATEST = 20
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
