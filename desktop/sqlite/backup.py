"""A consistent copy of a live, encrypted database, through SQLite's own backup call."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desktop.base.errors import Unavailable
from desktop.sqlite.connection import Connection, connect
from desktop.sqlite.errors import database_errors


def back_up(connection: Connection, target: Path, key: bytes | None) -> None:
    """Copy the database behind ``connection`` to ``target``, encrypted with the same key.

    The copy is written beside its final name and moved there when whole, so ``target`` is either
    a complete copy or not there. Copying the file by hand would miss pages still in the WAL.

    Raises:
        Unavailable: the disk failed or is full; an older ``target`` is untouched, and nothing of
            the new one is left to take up room.
    """
    partial = target.with_name(target.name + ".partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        _copy(connection, partial, key)
        partial.replace(target)
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the backup cannot be written") from error
    except Unavailable:
        with suppress(OSError):  # the disk's own failure is what is told
            partial.unlink(missing_ok=True)
        raise


def _copy(connection: Connection, partial: Path, key: bytes | None) -> None:
    copy = connect(partial, key)
    try:
        with database_errors():
            connection.backup(copy)
            # A copy in WAL mode would leave its last pages in a second file.
            copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
