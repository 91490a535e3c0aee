"""Files that leave: written beside their place and put there whole, row by row, until stopped."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from desktop.base.errors import Refused, Unavailable
from desktop.base.files import Cancelled, Progress

ROWS_BETWEEN = 1_000
"""Rows between two questions whether to stop, and between two steps of a progress bar."""

_FULL_TEXTS = ("No space left", "os error 28", "os error 112", "os error 122")
"""How a writer that is not Python's own says that the disk is full: Linux 28 and 122, Windows 112.
"""

Line = TypeVar("Line")


@contextmanager
def in_place(path: Path) -> Iterator[Path]:
    """Give a name beside ``path`` to write to; put it in its place when the block ends well.

    Raises:
        Unavailable: ``DISK_FULL`` or ``FILE_UNWRITABLE``; then, and whatever else goes wrong, what
            stood at ``path`` stands there still.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        if error.errno == errno.ENOSPC or any(text in str(error) for text in _FULL_TEXTS):
            raise Unavailable("DISK_FULL", f"no room for {path.name}", file=path.name) from error
        raise Unavailable("FILE_UNWRITABLE", f"cannot write {path.name}", file=path.name) from error
    finally:
        with suppress(OSError):  # the stick may be gone, which was told already
            partial.unlink(missing_ok=True)


def stepwise(rows: Sequence[Line], progress: Progress, cancelled: Cancelled) -> Iterator[Line]:
    """Yield ``rows``, telling how far they are. Raises Refused ``CANCELLED``."""
    total = len(rows)
    for done, row in enumerate(rows):
        if done % ROWS_BETWEEN == 0:
            if cancelled():
                raise Refused("CANCELLED", "stopped; the file was not written")
            progress(done, total)
        yield row
    progress(total, total)
