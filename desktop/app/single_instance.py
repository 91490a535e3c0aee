"""One window per data folder: two programs in one station's file would fork its chain."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desktop.app.paths import make_folder
from desktop.base.errors import Refused, Unavailable
from desktop.base.machine import user_name

_FILE = "window.lock"
_HOLDER = "window.user"


class SingleInstance:
    """Holds a folder for this process. The operating system lets go when the process ends."""

    def __init__(self, folder: Path, user: str | None = None) -> None:
        """Hold ``folder`` for ``user``, by default whoever is signed in to the system.

        Raises:
            Refused: ``ALREADY_OPEN`` if this user's other window has the folder,
                ``STATION_IN_USE`` with the name if another user's has.
            Unavailable: ``FOLDER_UNREACHABLE``, ``FOLDER_READ_ONLY``.
        """
        make_folder(folder)
        user = user_name() if user is None else user
        self._file: BinaryIO = _opened(folder)
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise _taken(folder, user) from error
        with suppress(OSError):  # it only says whose window it is
            (folder / _HOLDER).write_text(user, encoding="utf-8")

    def release(self) -> None:
        """Let another window have the folder."""
        self._file.close()


def _opened(folder: Path) -> BinaryIO:
    try:
        return (folder / _FILE).open("ab")
    except OSError as error:
        raise Unavailable(
            "FOLDER_READ_ONLY", "the data folder may not be written", folder=str(folder)
        ) from error


def _taken(folder: Path, user: str) -> Refused:
    try:
        holder = (folder / _HOLDER).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        holder = user
    if holder != user:
        return Refused("STATION_IN_USE", "another user's window has this folder", user=holder)
    return Refused("ALREADY_OPEN", "another window has this data folder")


def _lock(file: BinaryIO) -> None:
    try:
        import fcntl
    except ModuleNotFoundError:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
