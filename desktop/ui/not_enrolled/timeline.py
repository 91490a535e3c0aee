"""What was tried with one person, as a line with dots: newest on top."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from desktop.ui.not_enrolled.promises import AttemptShown
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import POINTS
from desktop.ui.widgets.told_keys import ToldKey

_PAD_PX = 8
_LINE_PX = 22
_DOT_PX = 4
_HINT = 9.5 / 10.5
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_MOVES = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6,
}  # fmt: skip


class Timeline(QAbstractScrollArea):
    """Paints attempts; arrows scroll."""

    KEYS = (ToldKey("↑ / ↓ / PageUp / PageDown", "missing.keys.timeline"),)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._empty = ""
        self._attempts: tuple[AttemptShown, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    def dress_in(self, look: Look, empty: str) -> None:
        """Take the look to paint in, and what is said before the first attempt."""
        self._look = look
        self._empty = empty
        look.changed.connect(self._measure)

    @property
    def attempts(self) -> tuple[AttemptShown, ...]:
        """What is shown."""
        return self._attempts

    def show_attempts(self, attempts: tuple[AttemptShown, ...]) -> None:
        """Show these attempts, newest first."""
        self._attempts = attempts
        spoken = "；".join(" ".join(part for part in _parts(one) if part) for one in attempts)
        self.setAccessibleDescription(spoken or self._empty)
        self.verticalScrollBar().setValue(0)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in _MOVES:
            super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + _MOVES[key] * bar.singleStep())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._attempts:
            painter.setFont(self._font(1))
            painter.setPen(self._colour("text_quiet"))
            area = self.viewport().rect().adjusted(self._px(_PAD_PX), self._px(_PAD_PX), 0, 0)
            painter.drawText(area, _WRAP, self._empty)
        top = self._px(_PAD_PX) - self.verticalScrollBar().value()
        for place, one in enumerate(self._attempts):
            height = self._height(one)
            self._paint(painter, QRect(0, top, self.viewport().width(), height), one, place)
            top += height
        if self.hasFocus():
            painter.setPen(QPen(self._colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -2, -2), 4, 4)

    def _paint(self, painter: QPainter, rect: QRect, one: AttemptShown, place: int) -> None:
        px = self._px
        x, middle = rect.left() + px(14), rect.top() + px(_LINE_PX) // 2
        painter.setPen(QPen(self._colour("line"), px(2)))
        if place + 1 < len(self._attempts):
            painter.drawLine(x, middle, x, rect.bottom() + px(_LINE_PX) // 2)
        painter.setPen(QPen(self._colour("primary"), px(2)))
        painter.setBrush(self._colour("surface" if place else "primary"))
        painter.drawEllipse(x - px(_DOT_PX), middle - px(_DOT_PX), 2 * px(_DOT_PX), 2 * px(_DOT_PX))
        left = rect.left() + px(28)
        box = QRect(left, rect.top(), rect.right() - left - px(_PAD_PX), px(_LINE_PX))
        painter.setFont(self._font(1, bold=True))
        painter.setPen(self._colour("text"))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side | Qt.AlignmentFlag.AlignLeft, f"{one.on}  {one.kind}")
        painter.setFont(self._font(_HINT))
        painter.setPen(self._colour("text_quiet"))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignRight, one.by)
        below = QRect(left, box.bottom(), box.width(), rect.bottom() - box.bottom())
        painter.setFont(self._font(1))
        painter.setPen(self._colour("text"))
        used = painter.drawText(below, _WRAP, one.result).height() if one.result else 0
        if one.next_on:
            painter.setPen(self._colour("warning"))
            painter.drawText(below.adjusted(0, used, 0, 0), _WRAP, one.next_on)

    def _height(self, one: AttemptShown) -> int:
        metrics = QFontMetrics(self._font(1))
        width = max(1, self.viewport().width() - self._px(28 + _PAD_PX))
        lines = [text for text in (one.result, one.next_on) if text]
        texts = sum(
            metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height() for text in lines
        )
        return self._px(_LINE_PX) + texts + self._px(_PAD_PX)

    def _measure(self) -> None:
        if self._look is None:
            return
        whole = sum(map(self._height, self._attempts)) + self._px(_PAD_PX)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, whole - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._px(_LINE_PX))
        self.viewport().update()

    def _font(self, factor: float, *, bold: bool = False) -> QFont:
        assert self._look is not None
        font = QFont(self.font())
        font.setPointSizeF(POINTS[self._look.size] * factor)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _colour(self, token: str) -> QColor:
        assert self._look is not None
        return QColor(self._look.colour(token))

    def _px(self, measure: float) -> int:
        assert self._look is not None
        return self._look.px(measure)


def _parts(one: AttemptShown) -> tuple[str, ...]:
    return one.on, one.kind, one.result, one.next_on
