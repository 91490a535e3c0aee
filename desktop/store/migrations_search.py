"""The schema's steps for finding people.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations_law import migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m009_search(db: Database) -> None:
    """Create the B-trees people are found by; they are filled when the file is next opened.

    The keys of the first schema repeated the person's id three times over and knew no village.
    """
    db.table("name_keys").drop()
    # sqlite-utils makes no tables without row ids, which here are half the size.
    texts = (
        "whole", "parts", "numbers", "id", "household_id", "name", "relation", "document",
        "birth_date", "state", "household_number", "address",
    )  # fmt: skip
    db.execute(
        "CREATE TABLE search_people (person INTEGER PRIMARY KEY, place INTEGER NOT NULL,"
        " gone INTEGER NOT NULL, born INTEGER NOT NULL,"
        f" {', '.join(f'{name} TEXT NOT NULL' for name in texts)}) STRICT"
    )
    db.execute(
        "CREATE TABLE search_keys (rank INTEGER NOT NULL, key TEXT NOT NULL,"
        " born INTEGER NOT NULL, person INTEGER NOT NULL,"
        " PRIMARY KEY (rank, key, born, person)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE search_places (place INTEGER NOT NULL, rank INTEGER NOT NULL,"
        " key TEXT NOT NULL, person INTEGER NOT NULL,"
        " PRIMARY KEY (place, rank, key, person)) STRICT, WITHOUT ROWID"
    )
    db.execute("DROP TABLE number_index")
    db.execute(
        "CREATE VIRTUAL TABLE number_index USING fts5("
        "numbers, content='', contentless_delete=1, tokenize='trigram', detail='none')"
    )
    db.table("households").create_index(["phone"])
    db.execute("INSERT INTO settings (key, value) VALUES ('search.stale', '1')")
    # Row numbers may differ between two files that hold the same people; this does not.
    db.execute(
        f"CREATE VIEW search_entries AS SELECT place, gone, born, {', '.join(texts)}"  # noqa: S608
        " FROM search_people"
    )


LATEST = 9
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
