"""One person found, on two lines: who, and where; the number in its own column."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from desktop.ui.theme.look import Look

ROW_PX = 48
NUMBER_PX = 184
_PAD_PX = 10
_GAP_PX = 12

Texts = tuple[str, str, str, str, str]
"""Name, mark, relation and birth date, masked number, place."""

TEXTS_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Paints what `TEXTS_ROLE` holds; a screen reader reads the item's text."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.px(ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        texts: Texts = index.data(TEXTS_ROLE)
        tokens, px = self._look.tokens, self._look.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        box: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        painter.save()
        if chosen:
            painter.fillRect(box, palette.color(QPalette.ColorRole.Highlight))
        plain = QColor(tokens.on_selection if chosen else tokens.text)
        quiet = QColor(tokens.on_selection if chosen else tokens.text_quiet)
        mark = QColor(tokens.on_selection if chosen else tokens.warning)
        inner = box.adjusted(px(_PAD_PX), 0, -px(_PAD_PX), 0)
        half = inner.height() // 2
        upper = QRect(inner.left(), inner.top() + px(3), inner.width(), half - px(3))
        lower = QRect(inner.left(), inner.top() + half, inner.width(), half - px(3))
        number = QRect(upper.right() - px(NUMBER_PX), upper.top(), px(NUMBER_PX), upper.height())
        self._line(painter, number, self._look.digits(), quiet, texts[3], right=True)
        left = upper.adjusted(0, 0, -number.width() - px(_GAP_PX), 0)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        for face, colour, text in (
            (strong, plain, texts[0]), (font, mark, texts[1]), (font, quiet, texts[2]),
        ):  # fmt: skip
            used = self._line(painter, left, face, colour, text)
            left.setLeft(left.left() + used + (px(_GAP_PX) if used else 0))
        self._line(painter, lower, font, quiet, texts[4])
        painter.restore()

    @staticmethod
    def _line(
        painter: QPainter,
        box: QRect,
        font: QFont,
        colour: QColor,
        text: str,
        *,
        right: bool = False,
    ) -> int:
        """Draw one piece of text, cut where the room ends, and return its width."""
        if not text or box.width() <= 0:
            return 0
        measure = QFontMetrics(font)
        shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return measure.horizontalAdvance(shown)
