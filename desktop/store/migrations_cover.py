"""The schema's step for the law of later years: cover elsewhere as people tell it.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations_finding import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m016_cover(db: Database) -> None:
    """Let a person say in which years they were insured elsewhere."""
    db.table("people").add_column("cover_history", str)


LATEST = 15
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
