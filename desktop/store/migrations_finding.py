"""The schema's step for finding quickly: long fragments of numbers, and events by whom they name.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

import re

from sqlite_utils import Database

from desktop.store.migrations_printing import migrations

__all__ = ["LATEST", "migrations"]

_ID = re.compile(rb"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


@migrations()
def m015_finding(db: Database) -> None:
    """Create the two indexes; the events' is filled here, the numbers' when the file is opened."""
    db.execute(
        "CREATE TABLE event_subjects (subject INTEGER NOT NULL, pos INTEGER NOT NULL,"
        " PRIMARY KEY (subject, pos)) STRICT, WITHOUT ROWID"
    )
    last = 0
    while rows := db.execute(
        "SELECT pos, id, station, body FROM events WHERE pos > ? ORDER BY pos LIMIT 10000", (last,)
    ).fetchall():
        last = rows[-1][0]
        named = {
            (int(found[:15], 16), pos)
            for pos, own, station, body in rows
            for found in _ID.findall(body)
            if found.decode() not in (own, station)
        }
        db.conn.executemany("INSERT INTO event_subjects VALUES (?, ?)", sorted(named))
    db.execute(
        "CREATE TABLE search_tails (tail INTEGER NOT NULL, person INTEGER NOT NULL,"
        " PRIMARY KEY (tail, person)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE TABLE search_regions (region TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    db.execute(
        "CREATE VIRTUAL TABLE other_index USING fts5("
        "numbers, content='', contentless_delete=1, tokenize='trigram', detail='none')"
    )
    db.execute("INSERT INTO settings (key, value) VALUES ('search.tails_stale', '1')")


LATEST = 14
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
