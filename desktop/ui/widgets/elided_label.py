"""A label that shortens its text to its width with …, and shows the whole as tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override


class ElidedLabel(QLabel):
    """Never asks for more width than it is given; one line."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        # A style sheet's padding is in the label's own hint only.
        hint, metrics = super().sizeHint(), self.fontMetrics()
        width = max(hint.width(), metrics.horizontalAdvance(self.text())) + 2
        return QSize(width, max(hint.height(), metrics.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), shown)
