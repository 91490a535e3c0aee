"""The centre's later step: a case concerns more than one place.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_differences import migrations
from desktop.server.tables import add_slim_table

__all__ = ["LATEST", "migrations"]


@migrations()
def m021_case_places(db: Database) -> None:
    """Create the divisions a case concerns beside its own: there it is told and answered too."""
    add_slim_table(
        db, "case_places", {"case_id": str, "division": str}, keys=("case_id", "division")
    )


LATEST = 21
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
