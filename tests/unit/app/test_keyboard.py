"""Hands on the window wait for what comes, however shortly it is there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Keyboard
from desktop.base.errors import Unavailable


def test_what_held_for_a_moment_was_waited_for(qapp: QApplication) -> None:
    """An idle program may have something to do again before anybody has looked twice."""
    looks = iter([False, True])
    Keyboard.wait_until(lambda: next(looks, False), "a moment")


def test_what_never_comes_is_told(qapp: QApplication) -> None:
    with pytest.raises(Unavailable, match="WINDOW_STUCK"):
        Keyboard.wait_until(lambda: False, "nothing", limit_ms=1)
