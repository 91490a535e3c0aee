"""Enter presses the button that has the focus, as people expect."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from desktop.ui.widgets.text_field import ENTER_KEYS


class _EnterClicks(QObject):
    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QAbstractButton)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in ENTER_KEYS
        ):
            watched.click()
            return True
        return False


def enter_clicks(screen: QWidget) -> None:
    """Let Enter press every button in ``screen``."""
    presses = _EnterClicks(screen)
    for button in screen.findChildren(QAbstractButton):
        button.installEventFilter(presses)
