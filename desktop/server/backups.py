"""Copies of the centre's file: made while it works, proven to open and hold, and brought back.

A copy is encrypted with the centre's key and useless without it: the key file is kept apart, once,
in a safe. Bringing a copy back takes the centre to an earlier day. What stations have sent since
they send again (`desktop.sync`), because the centre tells each of them how far it knows its chain;
what the centre alone gave out since must not be given out twice, so numbers go on well above
whatever they may have reached (`desktop.server.restoring`).

PostgreSQL is copied by its own means (packaging/server/README.md); only `mark_restored` is shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.server.database import DATABASE_FILE, KEY_FILE, CentreDatabase, open_centre, read_key
from desktop.server.restoring import mark_restored
from desktop.sqlite.backup import back_up
from desktop.sqlite.connection import Connection, connect
from desktop.sqlite.errors import database_errors

KEPT = 14
_NAME = "centre-*.db"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made and proven."""

    file: str
    size: int
    """Bytes."""
    feed_head: int
    """Latest place in the county's order that is in it."""
    events: int
    removed: tuple[str, ...] = ()
    """Older copies that made room."""


def back_up_centre(data: Path, folder: Path, clock: Clock, *, keep: int = KEPT) -> Copy:
    """Copy the centre in ``data`` to a new file in ``folder``, which keeps the newest ``keep``.

    The copy is opened with the key and looked over page by page before it counts as one and before
    any older one is removed.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``BACKUP_WRONG`` (the copy does not hold; it is left there
            under another name, and nothing was removed).
        Unavailable: the key, the disk or the file.
    """
    key = read_key(data / KEY_FILE)
    database = open_centre(data)
    # Milliseconds: two copies of one second are two copies.
    target = folder / f"centre-{clock.now():%Y%m%dT%H%M%S%f}Z.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        back_up(database.connection, target, key)
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the copy cannot be written") from error
    finally:
        database.close()
    try:
        made = look_over(target, key)
    except CanbaoError as error:
        target.replace(target.with_suffix(".wrong"))
        raise Refused("BACKUP_WRONG", f"the copy does not hold: {error.code}") from error
    older = sorted(folder.glob(_NAME))[:-keep]
    for one in older:
        one.unlink()
    return Copy(made.file, made.size, made.feed_head, made.events, tuple(one.name for one in older))


def look_over(file: Path, key: bytes | None) -> Copy:
    """Return what is in a copy once every page of it has been read and found whole.

    Raises:
        Refused: ``BACKUP_WRONG`` (a page is damaged), ``CENTRE_NOT_SET_UP`` (no centre's file).
        Unavailable: the key does not open it, or the disk failed.
    """
    if not file.exists():
        raise Unavailable("FILE_UNREADABLE", "there is no such file", file=str(file))
    connection = connect(file, key, read_only=True)
    try:
        with database_errors():
            found = _found(connection)
    finally:
        connection.close()
    return Copy(str(file), file.stat().st_size, *found)


def _found(connection: Connection) -> tuple[int, int]:
    # Each page bears its own code: this proves them all, whatever hangs on them.
    damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if damaged or whole != "ok":
        raise Refused("BACKUP_WRONG", "a page of the copy is damaged")
    tables = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('centres', 'events')"
    ).fetchone()[0]
    if tables < 2:
        raise Refused("CENTRE_NOT_SET_UP", "this file holds no centre")
    head = connection.execute("SELECT max(feed_head) FROM centres").fetchone()[0]
    events = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return head or 0, events


def restore_centre(data: Path, file: Path, clock: Clock) -> dict[str, object]:
    """Bring the copy ``file`` back as the centre in ``data``; what was there is kept beside it.

    Nothing is touched until the copy has been proven. The centre must not be running.

    Raises:
        Refused: ``BACKUP_WRONG``, ``CENTRE_NOT_SET_UP``, ``CENTRE_RUNNING``, ``DATABASE_NEWER``.
        Unavailable: the key file, the key, the disk or the file.
    """
    key = read_key(data / KEY_FILE)
    copy = look_over(file, key)
    current = data / DATABASE_FILE
    kept = ""
    try:
        if current.exists():
            _alone(current, key)
            aside = data / f"centre-replaced-{clock.now():%Y%m%dT%H%M%S%f}Z.db"
            current.replace(aside)
            kept = str(aside)
        for rest in ("-wal", "-shm"):
            current.with_name(current.name + rest).unlink(missing_ok=True)
        partial = current.with_name(current.name + ".partial")
        source = connect(file, key, read_only=True)
        try:
            back_up(source, partial, key)
        finally:
            source.close()
        # Marked before it takes its name: a centre never works on a copy that was not.
        _mark(partial, key, clock)
        partial.replace(current)
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the copy cannot be put in place") from error
    return {"restored": copy.file, "feed_head": copy.feed_head, "events": copy.events, "kept": kept}


def _mark(file: Path, key: bytes, clock: Clock) -> None:
    database = CentreDatabase.open(file, key)
    try:
        mark_restored(database, clock)
        # Nothing of it may lie in a second file when it is moved.
        database.connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        database.close()


def _alone(file: Path, key: bytes) -> None:
    """Fold the log in and make sure nobody else has the file open."""
    try:
        connection = connect(file, key)
    except Unavailable as error:
        if error.code in ("KEY_WRONG", "DATABASE_DAMAGED"):
            # What is there cannot be opened: that is why a copy is brought back.
            return
        raise
    try:
        with database_errors():
            connection.execute("PRAGMA busy_timeout = 500")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except Unavailable as error:
        if error.code == "DATABASE_BUSY":
            raise Refused("CENTRE_RUNNING", "stop the centre first") from error
        raise
    finally:
        connection.close()
