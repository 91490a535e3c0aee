"""A station's file makes room for its successor: crash-safe, and nothing of the old one stays.

When a laptop goes to another township it becomes a new station, with a key and numbers of its own.
The new file is made beside the old one and takes its place in one step, once the mark is set; from
then on nothing but finishing is possible, at once or at the next start. Backups and papers of the
old township go with its file: the centre has every event, and papers can be made from them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop.base.errors import Unavailable
from desktop.store.keepsake import SUFFIX
from desktop.store.vault import DATABASE

SUCCESSOR = DATABASE + ".moving"
_MARK = DATABASE + ".leaving"
_LEFT_BEHIND = ("backups", "receipts", "archive")
_LOGS = ("-wal", "-shm", "-journal")


def begin_leaving(folder: Path) -> None:
    """Set the mark: the successor is whole and registered. Raises Unavailable ``DISK_FAILED``."""
    try:
        (folder / _MARK).touch()
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the move cannot be noted") from error


def finish_leaving(folder: Path) -> bool:
    """Put the successor in place and remove what was before, if the mark is set.

    Nobody has either file open. Cut off anywhere, it is done by the next call.

    Raises:
        Unavailable: ``DISK_FAILED``; the next start tries again.
    """
    mark, path = folder / _MARK, folder / DATABASE
    if not mark.exists():
        return False
    try:
        if (folder / SUCCESSOR).exists():
            for end in _LOGS:
                path.with_name(DATABASE + end).unlink(missing_ok=True)
            (folder / SUCCESSOR).replace(path)
        path.with_name(DATABASE + SUFFIX).unlink(missing_ok=True)
        for name in _LEFT_BEHIND:
            if (folder / name).is_dir():
                shutil.rmtree(folder / name)
        mark.unlink()
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the old township's data cannot be removed") from error
    return True
