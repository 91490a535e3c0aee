"""The list's table: letters are keys here, and the columns share the width."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from desktop.ui.not_enrolled.model import Index
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize
from desktop.ui.widgets.text_field import ENTER_KEYS
from desktop.ui.widgets.told_keys import ToldKey

_KEYS = {
    Qt.Key.Key_D: "call", Qt.Key.Key_V: "visit", Qt.Key.Key_M: "message",
    Qt.Key.Key_W: "written_refusal", Qt.Key.Key_R: "reason", Qt.Key.Key_N: "next",
    Qt.Key.Key_F: "filter", Qt.Key.Key_Escape: "cancel",
}  # fmt: skip
_PLACE = 1
_FIXED_PX = (84, 0, 180, 106, 94, 80)
_HIDDEN: dict[TextSize, tuple[int, ...]] = {"normal": (), "large": (2,), "largest": (2, 4)}
"""With large letters what also stands beside the list goes: the number, the last attempt."""
_ROW_PX = 34


class MissingTable(QTableView):
    """Arrows move, letters note, Enter opens."""

    key_asked = Signal(str)
    chosen = Signal(int)

    KEYS = (
        ToldKey("D", "missing.keys.call"),
        ToldKey("V", "missing.keys.visit"),
        ToldKey("M", "missing.keys.message"),
        ToldKey("W", "missing.keys.refusal"),
        ToldKey("R", "missing.keys.reason"),
        ToldKey("N", "missing.keys.next"),
        ToldKey("F", "missing.keys.filter"),
        ToldKey("Enter", "missing.keys.open"),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        # Letters are keys here; a Chinese input method would keep them for itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        # Of a way down the end tells one village from the next.
        self.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.doubleClicked.connect(lambda _: self.key_asked.emit("open"))

    def dress_in(self, look: Look) -> None:
        """Take the look whose measures the rows follow."""
        self._look = look
        look.changed.connect(self.lay_out)
        self.lay_out()

    def lay_out(self) -> None:
        """Take the present text size and width."""
        if self._look is None or self.model() is None:
            return
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._look.px(_ROW_PX))
        hidden = _HIDDEN[self._look.size]
        fixed = [self._look.px(width) for width in _FIXED_PX]
        for column, width in enumerate(fixed):
            self.setColumnHidden(column, column in hidden)
            if column in hidden:
                fixed[column] = 0
            else:
                self.setColumnWidth(column, width)
        self.setColumnWidth(_PLACE, max(0, self.viewport().width() - sum(fixed)))

    def go_to(self, row: int) -> None:
        """Put the cursor on a row without telling anybody."""
        before = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setCurrentIndex(self.model().index(row, 0))
        self.blockSignals(before)
        self.viewport().update()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row() and not self.signalsBlocked():
            self.chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # Qt's own way leads to the first and last column.
            last = self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(0 if key == Qt.Key.Key_Home else last, 0))
        elif key in ENTER_KEYS:
            self.key_asked.emit("open")
        elif key in _KEYS:
            self.key_asked.emit(_KEYS[key])
            if key == Qt.Key.Key_Escape:
                event.ignore()
        elif event.text().isprintable() and event.text():
            # Letters without a meaning do not search: the list is longer than what is read.
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose by click alone: dragging over rows would ask for each of them."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
