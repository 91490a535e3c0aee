"""The centre's later step: what is still open is found without reading what was decided.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_case_places import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m022_open_cases(db: Database) -> None:
    """Index cases by whether they are open: one that concerns a household moves with it."""
    db.table("cases").create_index(["county", "state"])


LATEST = 22
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
