"""The schema's step for differences of paid enrolments that are settled (多退少补).

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations_lists import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m018_differences(db: Database) -> None:
    """Let a payment's line and a refund request name the difference they settle.

    What is settled is not written down: it follows from payments and refunds that stand, in
    whatever order they arrive. The index that counting reads alone is made anew with the column,
    since a difference is money and no person more.
    """
    db.table("payment_lines").add_column("adjustment_id", str)
    db.table("refunds").add_column("adjustment_id", str)
    db.execute(
        "CREATE INDEX idx_payment_lines_adjustment ON payment_lines (adjustment_id)"
        " WHERE adjustment_id IS NOT NULL"
    )
    db.execute(
        "CREATE INDEX idx_refunds_adjustment ON refunds (adjustment_id)"
        " WHERE adjustment_id IS NOT NULL"
    )
    db.execute("DROP INDEX idx_payment_lines_counted")
    db.table("payment_lines").create_index(
        ["payment_id", "assistance_fen", "paid_fen", "enrollment_id", "adjustment_id"],
        index_name="idx_payment_lines_counted",
    )


LATEST = 18
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
