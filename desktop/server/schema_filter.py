"""The centre's step for the county's filter: marks of people, and the layers made of them.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_law import migrations
from desktop.server.tables import add_slim_table, add_table

__all__ = ["LATEST", "migrations"]


@migrations()
def m010_filter(db: Database) -> None:
    """Create whose marks stand in which list, the layers published, and how far it has come.

    None of it is part of the record: it can be made anew from the record and the lists.
    """
    add_slim_table(
        db,
        "filter_marks",
        # ``tick``: which change brought it; a list's layers hold what came up to a change.
        {"subject": str, "kind": str, "year": int, "mark": int, "tick": int},
        keys=("subject", "kind", "year", "mark"),
    )
    db.table("filter_marks").create_index(["county", "kind", "year", "tick", "mark"])
    add_table(
        db,
        "filter_sets",
        # Up to which change the layers go, and how many of their marks have been taken away since.
        {"kind": str, "year": int, "upto": int, "removed": int, "rebuilt_at": str},
        keys=("kind", "year"),
    )
    add_table(
        db,
        "filter_layers",
        {"kind": str, "year": int, "ordinal": int, "hash": bytes, "count": int, "content": bytes},
        keys=("kind", "year", "ordinal"),
    )
    db.table("filter_layers").create_index(["county", "hash"])
    add_table(
        db,
        "filters",
        {
            "secret": bytes,
            # Place in the feed up to which the marks are those of the record.
            "position": int,
            "tick": int,
            "version": int,
            "manifest": bytes,
            "signature": bytes,
            "made_at": str,
        },
        keys=(),
    )


LATEST = 10
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
