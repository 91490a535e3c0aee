"""The schema's step for counting a campaign: what is counted is read from indexes alone.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations_money import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m012_counting(db: Database) -> None:
    """Create covering indexes: a county of half a million is counted in a second or two.

    Without them every household, enrolment and payment line is decrypted with the whole of its
    page. The index of people by household is made anew with the state of survival in it.
    """
    db.execute("DROP INDEX idx_people_household_id")
    db.table("people").create_index(["household_id", "survival"])
    db.table("households").create_index(["id", "division"])
    db.table("enrollments").create_index(
        [
            "campaign_year",
            "household_id",
            "status",
            "assistance_fen",
            "net_fen",
            "assistance_identity",
        ],
        index_name="idx_enrollments_counted",
    )
    db.table("payments").create_index(
        ["campaign_year", "taken_at", "state", "reverses", "household_id", "id"],
        index_name="idx_payments_counted",
    )
    db.table("payment_lines").create_index(
        ["payment_id", "assistance_fen", "paid_fen", "enrollment_id"],
        index_name="idx_payment_lines_counted",
    )
    db.table("not_enrolled").create_index(
        ["campaign_year", "person_id", "reason"], index_name="idx_not_enrolled_counted"
    )


LATEST = 11
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
