"""The schema's steps for packs from the centre and for what a person decided of a difference.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations import add_table
from desktop.store.migrations_roster import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m008_law(db: Database) -> None:
    """Create the packs the centre published, the laws this station priced by, and decisions.

    Packs and laws are the station's own state; the decisions are columns of the record.
    """
    add_table(
        db,
        "offered_packs",
        {
            "number": int,
            "pack": str,
            "version": int,
            "document": str,
            "received_at": str,
            "state": str,
            "replaces": int,
            "code": str,
            "message": str,
            "particulars": str,
            "decided_at": str,
        },
        pk="number",
        optional=("replaces", "code", "message", "particulars", "decided_at"),
    )
    add_table(
        db,
        "laws_used",
        {"hash": str, "division": str, "campaign_year": int, "layers": str, "since": str},
        pk="hash",
    )
    table = db.table("adjustments")
    for column in ("decision", "decision_reason", "decision_document", "decision_by"):
        table.add_column(column, str)
    table.add_column("decision_fen", int)
    table.add_column("decision_at", str)
    db.table("local_values").add_column("delegation", str)


LATEST = 8
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
