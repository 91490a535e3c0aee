"""The centre's step for operating it: who may work where, and what follows a restored copy.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_lists import migrations
from desktop.server.tables import add_table

__all__ = ["LATEST", "migrations"]


@migrations()
def m018_operating(db: Database) -> None:
    """Create the county's operators with their changes, and the times it was brought back."""
    add_table(
        db,
        "directory",
        {
            "operator": str,
            "display_name": str,
            "role": str,
            # Where they may sign in: at stations of this division and below.
            "division": str,
            "state": str,
            "salt": bytes,
            # What Argon2id makes of the password: stations wrap their own key with it.
            "verifier": bytes,
            "number": int,
            "changed_at": str,
        },
        keys=("operator",),
    )
    db.table("directory").create_index(["county", "number"], unique=True)
    add_table(
        db,
        "directory_changes",
        {"number": int, "operator": str, "what": str, "role": str, "at": str, "decided_by": str},
        keys=("number",),
    )
    add_table(
        db,
        "restorations",
        {
            "number": int,
            "at": str,
            "feed_head": int,
            # Station codes left out, and the publication number to go on after.
            "codes_skipped": int,
            "publications_upto": int,
        },
        keys=("number",),
    )


LATEST = 18
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
