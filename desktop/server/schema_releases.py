"""The centre's step for new versions of the program and for which version runs where.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_operating import migrations
from desktop.server.tables import add_table

__all__ = ["LATEST", "migrations"]


@migrations()
def m019_releases(db: Database) -> None:
    """Create releases, the pieces of their files, and what each station runs."""
    add_table(
        db,
        "releases",
        {
            "number": int,
            "system": str,
            "version": str,
            "file": str,
            "size": int,
            "sha256": str,
            # The signed lines, as they are handed on.
            "lines": str,
            "published_at": str,
            "published_by": str,
            "withdrawn_at": str,
        },
        keys=("number",),
    )
    db.table("releases").create_index(["county", "system"])
    add_table(
        db,
        "release_pieces",
        {"sha256": str, "ordinal": int, "content": bytes},
        keys=("sha256", "ordinal"),
    )
    add_table(
        db,
        "station_programs",
        {"station": str, "version": str, "system": str, "at": str},
        keys=("station",),
    )


LATEST = 19
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
