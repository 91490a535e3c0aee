"""The centre's step for lists that come in: batches, listed people, aliases.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_handover import migrations
from desktop.server.tables import add_record

__all__ = ["LATEST", "migrations"]


@migrations()
def m017_lists(db: Database) -> None:
    """Create what lists said of whom."""
    add_record(
        db,
        "list_batches",
        {"id": str},
        {
            "station": str,
            "operator": str,
            "at": str,
            "kind": str,
            "source": str,
            "department": str,
            "title": str,
            "sha256": str,
            "as_of": str,
            "full": int,
            "division": str,
            "counts": str,
            "parts": int,
            "confirmed": str,
            "note": str,
            "undone_by": str,
            "undone_at": str,
            "undo_id": str,
            "undo_reason": str,
        },
    )
    add_record(
        db,
        "list_people",
        {"source": str, "who": str},
        {
            "division": str,
            "batch_id": str,
            "row": int,
            "state": str,
            "person_id": str,
            "held": str,
            "unnamed": str,
            "evidence": str,
            "name": str,
            "number": str,
            "birth_date": str,
            "place": str,
        },
    )
    db.table("list_people").create_index(["county", "person_id"])
    db.table("list_people").create_index(["county", "number"])
    add_record(
        db,
        "list_aliases",
        {"source": str, "words": str},
        {"means": str, "priority": int, "operator": str, "at": str},
    )


LATEST = 17
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
