"""A page of a paper, as large as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override


class PaperView(QLabel):
    """Shows one rendered page, keeping its proportions; without a page, its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QImage()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)

    def show_page(self, page: QImage) -> None:
        """Show a page; a null image shows the label's own text instead."""
        self._page = page
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page.isNull():
            super().paintEvent(event)
            return
        ratio = self.devicePixelRatioF()
        room = self.contentsRect().adjusted(8, 8, -8, -8)
        page = self._page.scaled(
            room.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        page.setDevicePixelRatio(ratio)
        size = page.deviceIndependentSize().toSize()
        at = room.topLeft()
        at.setX(at.x() + (room.width() - size.width()) // 2)
        at.setY(at.y() + (room.height() - size.height()) // 2)
        painter = QPainter(self)
        painter.drawImage(at, page)
        painter.setPen(QColor("#9aa5ae"))
        painter.drawRect(at.x(), at.y(), size.width() - 1, size.height() - 1)
