"""The line reserved for a message: words and a symbol, read out by a screen reader."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.ui.theme.look import set_state
from desktop.ui.widgets.elided_label import ElidedLabel

Tone = Literal["mistake", "warning", "ok", "quiet", "unknown"]
SYMBOLS: dict[Tone, str] = {"mistake": "✖", "warning": "▲", "ok": "✔", "quiet": "", "unknown": ""}


class MessageLine(QFrame):
    """Keeps its height whether it says something or not, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbol = QLabel(self)
        self._words = ElidedLabel(self)
        self._words.setProperty("look", "hint")
        self._symbol.setProperty("look", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._symbol)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.silence()

    def reserve(self, lines: int) -> None:
        """Keep room for ``lines`` lines, where more has to be said than fits into one."""
        self._words.reserve(lines)
        self._symbol.setAlignment(Qt.AlignmentFlag.AlignTop)

    def say(self, words: str, tone: Tone = "quiet") -> None:
        """Show ``words``; a mistake is announced to a screen reader at once."""
        if words == self._words.text() and tone == self._words.property("tone"):
            return
        self._symbol.setText(SYMBOLS[tone])
        self._symbol.setVisible(bool(SYMBOLS[tone]) and bool(words))
        self._words.setText(words)
        for part in (self._symbol, self._words):
            set_state(part, "tone", tone)
        self.setAccessibleName(words)
        if words and tone in ("mistake", "warning"):
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def silence(self) -> None:
        """Show nothing; the line stays."""
        self.say("", "quiet")

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()
