"""The schema's step for papers: what waits for a printer, and what each archived paper was.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations import add_table
from desktop.store.migrations_cases import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m014_printing(db: Database) -> None:
    """Create the print queue and the archive's hashes; both are this machine's own."""
    add_table(
        db,
        "print_jobs",
        {
            "id": str,
            "number": str,
            "copy": int,
            "paper": str,
            "printer": str,
            "state": str,
            "reason": str,
            "details": str,
            "tries": int,
            "asked_at": str,
            "changed_at": str,
            "operator": str,
        },
        pk="id",
    )
    # One paper of a receipt waits at a time: asking again is the same promise.
    db.execute(
        "CREATE UNIQUE INDEX idx_print_jobs_open ON print_jobs (number) WHERE state != 'printed'"
    )
    add_table(
        db,
        "paper_hashes",
        {"number": str, "form": str, "sha256": str, "made_at": str},
        pk=("number", "form"),
    )


LATEST = 13
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
