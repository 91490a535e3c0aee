"""How long tests wait for what must come: minutes, which cost nothing as long as it does come.

A limit in a test is there so that a test that hangs ends and says so. On a machine that is busy
with something else everything takes many times as long as it usually does, so a short limit only
makes tests fail that are right.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic

LIMIT_S = 300
"""For whatever takes seconds at most on a quiet machine."""

_LOOK_S = 0.05


def until(holds: Callable[[], bool], what: str) -> None:
    """Look again and again until ``holds``; fails with ``what`` if it does not within the limit.

    For what another process or thread does of which nobody is told.
    """
    end = monotonic() + LIMIT_S
    while not holds():
        if monotonic() > end:
            raise AssertionError(f"it did not come to pass: {what}")
        threading.Event().wait(_LOOK_S)
