"""Memory of large work: give back what native code let go of, and no looking for what is gone."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def give_back() -> None:
    """Return freed memory to the system where its allocator keeps it: glibc does, Windows does not.

    A workbook's reader lets go of a hundred megabytes in small pieces, between which others live.
    """
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Do not look for rings of dead objects meanwhile: among a million rows kept there are none.

    What nothing refers to is let go of at once, as ever. For work that is bounded; two threads at
    it never leave the collector off.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What was made counts as old from now on: the next look is not at all of it.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
