"""Lines of bars: a name, its bar with the target on it, its figures. A cursor where Enter opens."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from desktop.ui.progress.shown import BarShown
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import POINTS
from desktop.ui.widgets.text_field import ENTER_KEYS
from desktop.ui.widgets.told_keys import ToldKey

_ROW_PX = 34
_BAR_PX = 12
_PAD_PX = 8
_GAP_PX = 12
_NAME_SHARE = Fraction(7, 20)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOVES = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_Home: -100_000, Qt.Key.Key_End: 100_000,
}  # fmt: skip


class BarList(QAbstractScrollArea):
    """Paints what is in sight. Arrows move, Enter opens what has a code."""

    opened = Signal(str)

    KEYS = (
        ToldKey("↑ / ↓ / PageUp / PageDown / Home / End", "progress.keys.move"),
        ToldKey("Enter", "progress.keys.open"),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._bars: tuple[BarShown, ...] = ()
        self._empty = ""
        self.cursor_row = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        # The card beneath has round corners; a filled viewport would cut them square.
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    def dress_in(self, look: Look, empty: str = "") -> None:
        """Take the look to paint in, and what is said where there is no line."""
        self._look = look
        self._empty = empty
        look.changed.connect(self._measure)

    @property
    def bars(self) -> tuple[BarShown, ...]:
        """The lines shown."""
        return self._bars

    def show_bars(self, bars: tuple[BarShown, ...]) -> None:
        """Show these lines; the cursor stays on the line of its code."""
        code = self._bars[self.cursor_row].code if self._bars else ""
        self._bars = bars
        places = [place for place, bar in enumerate(bars) if bar.code and bar.code == code]
        self.cursor_row = places[0] if places else 0
        self._measure()

    def choose(self, code: str) -> None:
        """Put the cursor on a code's line, if it is there."""
        for place, bar in enumerate(self._bars):
            if bar.code == code:
                self._move_to(place)

    @override
    def sizeHint(self) -> QSize:
        # Asks for no more than it needs at least: the page decides who gets the rest.
        return self.minimumSize()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._bars:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self._move_to(self.cursor_row + _MOVES[key])
        elif key in ENTER_KEYS:
            self.opened.emit(self._bars[self.cursor_row].code)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._move_to(self._row_at(round(event.position().y())))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(round(event.position().y()))
        if row < len(self._bars):
            self.opened.emit(self._bars[row].code)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()
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
        height, width = self._row_height, self.viewport().width()
        top = -self.verticalScrollBar().value()
        for place, bar in enumerate(self._bars):
            rect = QRect(0, top + place * height, width, height)
            if rect.bottom() >= event.rect().top() and rect.top() <= event.rect().bottom():
                self._paint_row(painter, rect, bar, chosen=place == self.cursor_row)
        if not self._bars:
            painter.setFont(self._font())
            painter.setPen(self._colour("text_quiet"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            if self.hasFocus():
                self._ring(painter, self.viewport().rect())

    def _paint_row(self, painter: QPainter, rect: QRect, bar: BarShown, *, chosen: bool) -> None:
        px = self._px
        if chosen and self.hasFocus():
            painter.fillRect(rect, self._colour("focused_row"))
            self._ring(painter, rect)
        inner = rect.adjusted(px(_PAD_PX), 0, -px(_PAD_PX), 0)
        name_width = inner.width() * _NAME_SHARE.numerator // _NAME_SHARE.denominator
        painter.setFont(self._font())
        name = QRect(inner.left(), inner.top(), name_width - px(_GAP_PX), inner.height())
        self._text(painter, name, bar.name, "text")
        right = self._columns(painter, inner, bar)
        left = inner.left() + name_width
        room = QRect(left, inner.center().y() - px(_BAR_PX) // 2, right - left, px(_BAR_PX))
        self._bar(painter, room, bar)

    def _columns(self, painter: QPainter, inner: QRect, bar: BarShown) -> int:
        """Paint the texts right of the bar, as wide as the widest of their column."""
        right = inner.right()
        for name, token, bold in (
            ("after", "ok" if bar.mark == "reached" else "text_quiet", False),
            ("beside", "text_quiet", False),
            ("figure", "unknown" if bar.mark == "unknown" else "text", True),
        ):
            painter.setFont(self._font(bold=bold))
            width = self._widths(QFontMetrics(painter.font()), name)
            if not width:
                continue
            box = QRect(right - width, inner.top(), width, inner.height())
            self._text(painter, box, getattr(bar, name), token, _RIGHT)
            right -= width + self._px(_GAP_PX)
        return right

    def _widths(self, metrics: QFontMetrics, name: str) -> int:
        texts = [getattr(bar, name) for bar in self._bars]
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        # Letters may reach over their advance by a pixel.
        return widest + self._px(2) if widest else 0

    def _bar(self, painter: QPainter, room: QRect, bar: BarShown) -> None:
        if room.width() < self._px(16):
            return
        radius = room.height() // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("unknown_surface"))
        painter.drawRoundedRect(room, radius, radius)
        width = room.width() * bar.filled.numerator // bar.filled.denominator
        if width:
            filled = QRect(room.left(), room.top(), max(width, room.height()), room.height())
            painter.setBrush(self._fill(bar))
            painter.drawRoundedRect(filled, radius, radius)
        if bar.line is not None:
            x = room.left() + room.width() * bar.line.numerator // bar.line.denominator
            over = self._px(5)
            painter.setPen(QPen(self._colour("text"), max(2, self._px(2))))
            painter.drawLine(x, room.top() - over, x, room.bottom() + over)

    def _fill(self, bar: BarShown) -> QBrush:
        if bar.mark == "unknown":
            return QBrush(self._colour("unknown"), Qt.BrushStyle.BDiagPattern)
        return QBrush(self._colour("ok" if bar.mark == "reached" else "primary"))

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour("primary"), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 4, 4)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        token: str,
        how: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        painter.setPen(self._colour(token))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, how, shown)

    def _font(self, *, bold: bool = False) -> QFont:
        assert self._look is not None
        font = QFont(self.font())
        font.setPointSizeF(POINTS[self._look.size])
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _colour(self, token: str) -> QColor:
        assert self._look is not None
        return QColor(self._look.colour(token))

    def _px(self, measure: float) -> int:
        return self._look.px(measure) if self._look is not None else round(measure)

    @property
    def _row_height(self) -> int:
        return self._px(_ROW_PX)

    def _row_at(self, y: int) -> int:
        return (y + self.verticalScrollBar().value()) // self._row_height

    def _measure(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, len(self._bars) * self._row_height - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._row_height)
        self.viewport().update()

    def _move_to(self, row: int) -> None:
        if not self._bars:
            return
        self.cursor_row = max(0, min(row, len(self._bars) - 1))
        top = self.cursor_row * self._row_height
        bar = self.verticalScrollBar()
        lowest = top + self._row_height - self.viewport().height()
        bar.setValue(max(min(bar.value(), top), lowest))
        self._say()
        self.viewport().update()

    def _say(self) -> None:
        """Tell a screen reader where the cursor is."""
        spoken = self._bars[self.cursor_row].spoken if self._bars else self._empty
        self.setAccessibleDescription(spoken)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
