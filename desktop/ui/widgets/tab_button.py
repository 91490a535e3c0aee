"""A button of a row of tabs: as wide as its words are when it is the chosen one, in bold."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override


class TabButton(QPushButton):
    """One of several, of which exactly one is chosen; choosing moves nothing."""

    def __init__(self, parent: QWidget | None = None, words: str = "") -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setProperty("look", "tab")

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        # The style's own hint is that of the plain letters, chosen or not.
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        words = self.text().replace("&", "")
        wider = QFontMetrics(bold).horizontalAdvance(words)
        plain = self.fontMetrics().horizontalAdvance(words)
        return hint.expandedTo(QSize(hint.width() + max(0, wider - plain), 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
