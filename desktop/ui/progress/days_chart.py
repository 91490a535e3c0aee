"""The last days as bars: people above, money below, one cursor over both."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.progress.shown import DaysShown
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import POINTS
from desktop.ui.widgets.told_keys import ToldKey

_HINT = 9.5 / 10.5
_GAP_PX = 3
_MARGIN_PX = 4
_DATES_EVERY = 7
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOVES = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000,
}  # fmt: skip


class DaysChart(QWidget):
    """Left and right move from day to day; what a day brought stands in words above."""

    KEYS = (ToldKey("← / → / Home / End", "progress.keys.days"),)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._shown: DaysShown | None = None
        self._cursor = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def dress_in(self, look: Look) -> None:
        """Take the look to paint in."""
        self._look = look
        look.changed.connect(self.update)

    def show_days(self, shown: DaysShown) -> None:
        """Show these days, the cursor on the last."""
        self._shown = shown
        self._cursor = len(shown.days) - 1
        self._say()
        self.update()

    @property
    def words(self) -> str:
        """What the day under the cursor brought."""
        return self._shown.days[self._cursor].words if self._shown and self._shown.days else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._shown is None or key not in _MOVES:
            super().keyPressEvent(event)
            return
        self._move_to(self._cursor + _MOVES[key])

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._shown is not None and self._shown.days:
            area = self._area()
            step = area.width() / len(self._shown.days)
            self._move_to(int((event.position().x() - area.left()) / step))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, line = self._area(), self._line_height()
        self._text(painter, QRect(area.left(), 0, area.width(), line), self.words, "text", _LEFT)
        top = area.top()
        half = (area.height() - line) // 2
        days = self._shown.days
        for scale, values, token in (
            (self._shown.people, [day.people for day in days], "primary"),
            (self._shown.money, [day.fen for day in days], "ok"),
        ):
            box = QRect(area.left(), top, area.width(), half)
            self._bars(painter, box, values, token)
            label = QRect(box.left(), box.top(), box.width(), line)
            self._text(painter, label, scale, "text_quiet", _LEFT)
            top += half
        self._dates(painter, QRect(area.left(), top, area.width(), line))
        if self.hasFocus():
            painter.setPen(QPen(self._colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)

    def _bars(self, painter: QPainter, box: QRect, values: list[int], token: str) -> None:
        gap = self._px(_GAP_PX)
        most = max(values) or 1
        room = box.height() - self._line_height() - gap
        painter.setPen(QPen(self._colour("line")))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        for place, value in enumerate(values):
            left, right = self._span(box, place, len(values))
            if place == self._cursor:
                painter.setBrush(self._colour("focused_row"))
                painter.drawRect(QRect(left, box.top(), right - left, box.height()))
            if not value:
                continue
            height = max(2, room * value // most)
            painter.setBrush(self._colour(token))
            width = max(2, right - left - gap)
            painter.drawRect(QRect(left + gap // 2, box.bottom() - height, width, height))

    def _dates(self, painter: QPainter, box: QRect) -> None:
        assert self._shown is not None
        days = self._shown.days
        for place in range(len(days) - 1, -1, -_DATES_EVERY):
            _, right = self._span(box, place, len(days))
            text = f"{days[place].day:%m-%d}"
            width = QFontMetrics(self._font()).horizontalAdvance(text) + 2
            rect = QRect(max(box.left(), right - width), box.top(), width, box.height())
            self._text(painter, rect, text, "text_quiet", _RIGHT)

    @staticmethod
    def _span(box: QRect, place: int, count: int) -> tuple[int, int]:
        """Return where one day's column begins and ends."""
        left = box.left() + box.width() * place // count
        return left, box.left() + box.width() * (place + 1) // count

    def _text(
        self, painter: QPainter, rect: QRect, text: str, token: str, how: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(self._font())
        painter.setPen(self._colour(token))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, how, shown)

    def _area(self) -> QRect:
        margin = self._px(_MARGIN_PX)
        return self.rect().adjusted(margin, self._line_height(), -margin, -margin)

    def _line_height(self) -> int:
        return QFontMetrics(self._font()).height() + self._px(2)

    def _font(self) -> QFont:
        assert self._look is not None
        font = QFont(self.font())
        font.setPointSizeF(POINTS[self._look.size] * _HINT)
        return font

    def _colour(self, token: str) -> QColor:
        assert self._look is not None
        return QColor(self._look.colour(token))

    def _px(self, measure: float) -> int:
        assert self._look is not None
        return self._look.px(measure)

    def _move_to(self, day: int) -> None:
        assert self._shown is not None
        self._cursor = max(0, min(day, len(self._shown.days) - 1))
        self._say()
        self.update()

    def _say(self) -> None:
        self.setAccessibleDescription(self.words)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
