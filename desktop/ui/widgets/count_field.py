"""How many pieces were counted: digits only, Enter and the arrows go from one face to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey

_DIGITS_MAX = 6
_FULL_WIDTH = {ord("０") + n: ord("0") + n for n in range(10)}


class CountField(TextField):
    """Made for the keypad: what is no digit is not taken."""

    KEYS = (ToldKey("↑ / ↓", "keys.count_step"),)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.answers_enter = True
        self.characters_max = _DIGITS_MAX
        self.setPlaceholderText("0")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.step_asked.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def _on_edited(self, text: str) -> None:
        digits = "".join(one for one in text.translate(_FULL_WIDTH) if one in "0123456789")
        if digits != text:
            self.setText(digits)
        super()._on_edited(digits)
