"""Hands on the keyboard of the real window: for the demo without a display, and for tests.

Keys go through Qt's own event path, shortcuts included; characters no key has are committed as an
input method would.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.base.errors import Unavailable

_POLL_MS = 10
_WAIT_MS = 300_000
"""A limit for what hangs; a slow or busy machine is waited for."""

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Keyboard:
    """Types into whatever has the focus in ``window``.

    ``idle`` tells whether nothing is under way behind the window; without it nothing ever is.
    """

    def __init__(self, window: QWidget, idle: Callable[[], bool] = lambda: True) -> None:
        self._window = window
        self._idle = idle

    def type(self, text: str) -> None:
        """Type text, key by key where there is a key for it."""
        if text.isascii():
            QTest.keyClicks(self.target, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.target, event)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier, times: int = 1
    ) -> None:
        """Press a key so many times."""
        for _ in range(times):
            QTest.keyClick(self.target, key, modifier)

    def enter(self, times: int = 1) -> None:
        """Press Enter."""
        self.press(Key.Key_Return, times=times)

    @property
    def target(self) -> QWidget:
        """The widget keys go to."""
        return QApplication.focusWidget() or self._window

    @staticmethod
    def wait_until(condition: Callable[[], bool], what: str, limit_ms: int = _WAIT_MS) -> None:
        """Let the program run until ``condition`` holds.

        Raises:
            Unavailable: ``WINDOW_STUCK`` if it does not within the limit; ``what`` says which.
        """
        loop = QEventLoop()
        poll, limit = QTimer(), QTimer()
        # Noted when it is seen: whatever runs before the loop ends may undo it again.
        held = condition()

        def look() -> None:
            nonlocal held
            held = held or condition()
            if held:
                loop.quit()

        poll.setInterval(_POLL_MS)
        limit.setSingleShot(True)
        poll.timeout.connect(look)
        limit.timeout.connect(loop.quit)
        limit.start(limit_ms)
        poll.start()
        if not held:
            loop.exec()
        poll.stop()
        limit.stop()
        if not held and not condition():
            raise Unavailable("WINDOW_STUCK", f"the window did not come to: {what}")

    def settle(self) -> None:
        """Let the program end what is under way and the window paint it.

        Raises:
            Unavailable: ``WINDOW_STUCK`` if it does not end.
        """
        while True:
            self.wait_until(self._idle, "the end of what is under way")
            loop = QEventLoop()
            QTimer.singleShot(_POLL_MS * 4, loop.quit)
            loop.exec()
            if self._idle():
                return
