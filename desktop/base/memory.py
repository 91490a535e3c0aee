"""Give memory back that native code has let go of."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Return freed memory to the system where its allocator keeps it: glibc does, Windows does not.

    A workbook's reader lets go of a hundred megabytes in small pieces, between which others live.
    """
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
