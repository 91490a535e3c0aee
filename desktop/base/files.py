"""Files people carry: read within a limit, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.base.errors import Refused, Unavailable

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""

Cancelled = Callable[[], bool]
"""Asked between two steps whether to stop."""

PIECE_BYTES = 1024 * 1024
"""What is written between two questions whether to stop: a second of a slow stick."""


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Go on to the end."""
    return False


def read_whole(path: Path, limit: int) -> bytes:
    """Return the bytes of a file; one longer than ``limit`` is returned one byte too long.

    Raises:
        Unavailable: ``FILE_UNREADABLE``.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise Unavailable(
            "FILE_UNREADABLE", f"{path.name} cannot be read", file=path.name
        ) from error


def write_whole(
    path: Path, data: bytes, progress: Progress = no_progress, cancelled: Cancelled = never
) -> None:
    """Write ``data`` to ``path``, durable when this returns; until then what was there stays.

    Written beside it first and then put in its place, so that a stick pulled out in the middle
    holds no half of a file under the name of a whole one.

    Raises:
        Unavailable: ``FILE_UNWRITABLE`` (no room, write-protected, pulled out).
        Refused: ``CANCELLED``; nothing of it is left.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        _write(partial, data, progress, cancelled)
        partial.replace(path)
    except OSError as error:
        _remove(partial)
        raise Unavailable("FILE_UNWRITABLE", f"cannot write {path.name}", file=path.name) from error
    except Refused:
        _remove(partial)
        raise


def _write(path: Path, data: bytes, progress: Progress, cancelled: Cancelled) -> None:
    with path.open("wb") as file:
        for at in range(0, len(data), PIECE_BYTES):
            if cancelled():
                raise Refused("CANCELLED", "stopped; the file was not written")
            file.write(data[at : at + PIECE_BYTES])
            # Onto the stick, not into memory: else the bar is full long before the stick is.
            file.flush()
            os.fsync(file.fileno())
            progress(min(at + PIECE_BYTES, len(data)), len(data))


def _remove(path: Path) -> None:
    with suppress(OSError):  # the stick may be gone, which was told already
        path.unlink(missing_ok=True)
