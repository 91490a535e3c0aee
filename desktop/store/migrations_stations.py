"""The schema's step for the county's stations, by whose keys receipts are proven.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations_access import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m020_stations(db: Database) -> None:
    """Create the county's stations as the centre told of them, each key by its short name."""
    db.table("county_stations").create(
        {"key_id": str, "public_key": str, "station": str, "code": str, "name": str},
        pk="key_id",
        not_null={"public_key", "station", "code", "name"},
        strict=True,
    )


LATEST = 20
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
