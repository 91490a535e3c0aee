"""A consistent copy of a live, encrypted database, through SQLite's own backup call."""

from __future__ import annotations

from pathlib import Path

from desktop.sqlite.connection import Connection, connect
from desktop.sqlite.errors import database_errors


def back_up(connection: Connection, target: Path, key: bytes | None) -> None:
    """Copy the database behind ``connection`` to ``target``, encrypted with the same key.

    The copy is written beside its final name and moved there when whole, so ``target`` is either
    a complete copy or not there. Copying the file by hand would miss pages still in the WAL.

    Raises:
        Unavailable: the disk failed; an older ``target`` is untouched.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    copy = connect(partial, key)
    try:
        with database_errors():
            connection.backup(copy)
            # A copy in WAL mode would leave its last pages in a second file.
            copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    partial.replace(target)
