"""Opening a station's file with this version: one that cannot convert it is marked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.app.version import VERSION
from desktop.base.errors import Unavailable
from desktop.base.upgrade_mark import failed_version, forget_failed, note_failed


@contextmanager
def minding_upgrade(folder: Path) -> Iterator[None]:
    """Open a station's file inside; the mark says whether this version could convert it.

    It keeps the same version from being offered again, and tells IT to go back.
    """
    try:
        yield
    except Unavailable as error:
        if error.code == "DATA_UPGRADE_FAILED":
            with suppress(Unavailable):  # on a full disk the error itself tells enough
                note_failed(folder, VERSION)
        raise
    if failed_version(folder) == VERSION:
        with suppress(OSError):  # a mark left behind only delays an offer
            forget_failed(folder, VERSION)
