"""One window per data folder: two programs in one station's file would fork its chain."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from desktop.base.errors import Refused

_FILE = "window.lock"


class SingleInstance:
    """Holds a folder for this process. The operating system lets go when the process ends."""

    def __init__(self, folder: Path) -> None:
        """Raise Refused ``ALREADY_OPEN`` if another program's window has this folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._file: BinaryIO = (folder / _FILE).open("ab")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise Refused("ALREADY_OPEN", "another window has this data folder") from error

    def release(self) -> None:
        """Let another window have the folder."""
        self._file.close()


def _lock(file: BinaryIO) -> None:
    try:
        import fcntl
    except ModuleNotFoundError:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
