"""The schema's step for who may sign in, as the county's centre hands it out.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations_differences import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m019_access(db: Database) -> None:
    """Create the county's operators as this station was told of them."""
    db.table("directory").create(
        {"operator": str, "display_name": str, "role": str, "state": str, "number": int},
        pk="operator",
        not_null={"display_name", "role", "state", "number"},
        strict=True,
    )


LATEST = 19
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
