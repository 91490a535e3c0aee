"""A label that shortens its text to its room with …, and shows the whole as tool tip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override


class ElidedLabel(QLabel):
    """Never asks for more width than it is given; one line, unless more are reserved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = 1

    def reserve(self, lines: int) -> None:
        """Take the height of ``lines`` lines, whatever is said, and break the words into them."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, self._height(super().sizeHint()))

    @override
    def sizeHint(self) -> QSize:
        # A style sheet's padding is in the label's own hint only.
        hint, metrics = super().sizeHint(), self.fontMetrics()
        width = max(hint.width(), metrics.horizontalAdvance(self.text())) + 2
        return QSize(width, max(self._height(hint), metrics.height()))

    def _height(self, hint: QSize) -> int:
        return hint.height() + (self._lines - 1) * self.fontMetrics().lineSpacing()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._broken()
        self.setToolTip(self.text() if "".join(shown) != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self._lines == 1:
            painter.drawText(self.contentsRect(), self.alignment(), shown[0])
            return
        corner, step = self.contentsRect().topLeft(), self.fontMetrics().lineSpacing()
        for place, words in enumerate(shown):
            baseline = place * step + self.fontMetrics().ascent()
            painter.drawText(corner + QPoint(0, baseline), words.rstrip())

    def _broken(self) -> list[str]:
        """Return the text line by line; the last one ends with … where there is more."""
        metrics, width = self.fontMetrics(), self.contentsRect().width()
        lines: list[str] = []
        start = 0
        if self._lines > 1:
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout = QTextLayout(self.text(), self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while len(lines) < self._lines - 1:
                line = layout.createLine()
                if not line.isValid():
                    break
                line.setLineWidth(width)
                line.setPosition(QPointF(0, 0))
                lines.append(_cut(self.text(), start, line.textLength()))
                start += line.textLength()
            layout.endLayout()
        rest = _cut(self.text(), start)
        return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _cut(text: str, start: int, length: int | None = None) -> str:
    """Return a piece of ``text``, counted in Qt's units of UTF-16."""
    units = text.encode("utf-16-le")
    end = None if length is None else 2 * (start + length)
    return units[2 * start : end].decode("utf-16-le")
