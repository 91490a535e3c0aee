"""The centre's step for the exchange by stick: which packets it has had.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_cases import migrations
from desktop.server.tables import add_table

__all__ = ["LATEST", "migrations"]


@migrations()
def m013_packets(db: Database) -> None:
    """Create the list of packets taken in, by station and by the SHA-256 of the file.

    A packet's number is counted apart from the requests over a line: a stick may lie about for a
    week while the same station exchanges every minute.
    """
    add_table(
        db,
        "packets",
        {"station": str, "digest": str, "number": int, "taken_at": str},
        keys=("station", "digest"),
    )
    db.table("packets").create_index(["county", "station", "number"])


LATEST = 13
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
