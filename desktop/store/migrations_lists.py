"""The schema's step for lists that come in: batches, listed people, aliases, and the draft.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations import add_record, add_table
from desktop.store.migrations_handover import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m018_lists(db: Database) -> None:
    """Create what lists said of whom; the draft of an import is this station's own state."""
    add_record(
        db,
        "list_batches",
        {
            "county": str,
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
    db.table("list_batches").create_index(["source"])
    add_table(
        db,
        "list_people",
        {
            "source": str,
            "who": str,
            "county": str,
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
        pk=("source", "who"),
        optional=tuple(
            "county division batch_id row state person_id held unnamed evidence name number"
            " birth_date place".split()
        ),
    )
    db.table("list_people").create_index(["person_id"])
    db.table("list_people").create_index(["number"])
    add_table(
        db,
        "list_aliases",
        {
            "source": str,
            "words": str,
            "county": str,
            "means": str,
            "priority": int,
            "operator": str,
            "at": str,
        },
        pk=("source", "words"),
        optional=("county", "means", "priority", "operator", "at"),
    )
    add_table(
        db,
        "list_drafts",
        {"id": str, "operator": str, "saved_at": str, "content": str},
        pk="id",
    )
    add_table(
        db,
        "list_draft_rows",
        {"draft": str, "place": int, "content": str},
        pk=("draft", "place"),
    )


LATEST = 17
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
