"""Bring a backup back in place of the station's file. The file it replaces is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop.base.errors import Refused, Unavailable
from desktop.sqlite.errors import database_errors
from desktop.store.relinking import hear_first
from desktop.store.vault import DATABASE
from desktop.usecases.desk import Desk


def restore_file(desk: Desk, folder: Path, backup: Path) -> Path:
    """Replace the station's file with ``backup`` and return where the old one is kept.

    The desk's file is closed; open the station again afterwards. Events recorded after the backup
    was taken are only in the kept file, unless the centre has them.

    Raises:
        Refused: ``BACKUP_OF_ANOTHER`` if the file is another station's.
        Unavailable: the backup cannot be read, is damaged or has another key, or the disk failed.
            The station's file is then as it was.
    """
    if not backup.is_file():
        raise Unavailable("FILE_UNREADABLE", "there is no such backup file")
    stamp = f"{desk.store.clock.now():%Y%m%d-%H%M%S-%f}"
    kept = folder / "backups" / f"replaced-{stamp}.db"
    partial = folder / (DATABASE + ".restoring")
    try:
        shutil.copyfile(backup, partial)
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the backup cannot be copied") from error
    _prove(desk, partial)
    _let_the_centre_speak_first(desk, partial)
    desk.store.back_up(kept)
    desk.store.close()
    for leftover in ("-wal", "-shm"):
        (folder / (DATABASE + leftover)).unlink(missing_ok=True)
    partial.replace(folder / DATABASE)
    return kept


def _let_the_centre_speak_first(desk: Desk, path: Path) -> None:
    """Bring what the centre has of ours since the backup before anything new goes out."""
    copy = desk.store.open_beside(path)
    try:
        if copy.setting("centre.url") is not None:
            with copy.transaction():
                hear_first(copy)
    finally:
        copy.close()


def _prove(desk: Desk, path: Path) -> None:
    copy = desk.store.open_copy(path)
    try:
        with database_errors():
            row = copy.execute("SELECT value FROM settings WHERE key = 'station.id'").fetchone()
            damage = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        if row is None or row[0] != desk.store.station.id:
            raise Refused("BACKUP_OF_ANOTHER", "the backup is another station's")
        if damage:
            raise Unavailable("DATABASE_DAMAGED", "the backup is damaged")
    finally:
        copy.close()
