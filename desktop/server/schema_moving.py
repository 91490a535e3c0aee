"""The centre's step for moves: which households an event concerns.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema_packets import migrations
from desktop.server.tables import add_table

__all__ = ["LATEST", "migrations"]


@migrations()
def m014_moving(db: Database) -> None:
    """Tie every event to the households it concerns: its own, to begin with."""
    add_table(
        db,
        "event_households",
        {"household": str, "event_id": str},
        keys=("household", "event_id"),
    )
    db.execute(
        "INSERT INTO event_households (county, household, event_id)"
        " SELECT county, household, id FROM events WHERE household <> ''"
    )


LATEST = 14
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
