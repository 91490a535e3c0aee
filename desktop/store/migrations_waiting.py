"""The schema's step for finding whom a list named without a number, while somebody is registered.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations_stations import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m021_waiting(db: Database) -> None:
    """Index those without a number by name and day of birth; few of a list wait like that."""
    db.execute(
        "CREATE INDEX list_people_alike ON list_people (name, birth_date)"
        " WHERE state = 'waiting' AND number = ''"
    )


LATEST = 21
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
