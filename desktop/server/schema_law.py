"""The centre's steps for packs it publishes and for what a person decided of a difference.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_roster import migrations
from desktop.server.tables import add_table

__all__ = ["LATEST", "migrations"]


@migrations()
def m009_law(db: Database) -> None:
    """Create the law packs this centre gives out, in the order of publication, and decisions."""
    add_table(
        db,
        "publications",
        {
            "number": int,
            "pack": str,
            "version": int,
            "hash": str,
            "document": str,
            "published_at": str,
            "published_by": str,
        },
        keys=("number",),
    )
    db.table("publications").create_index(["county", "pack", "version"], unique=True)
    table = db.table("adjustments")
    for column in ("decision", "decision_reason", "decision_document", "decision_by"):
        table.add_column(column, str)
    table.add_column("decision_fen", int)
    table.add_column("decision_at", str)
    db.table("local_values").add_column("delegation", str)


LATEST = 9
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
