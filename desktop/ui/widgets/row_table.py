"""A table whose rows are chosen: arrows move, letters are keys, the columns share the width."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from desktop.ui.widgets.text_field import ENTER_KEYS

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 34


class RowTable(QTableView):
    """One row at a time, by keyboard alone; who derives from it shares the width out."""

    key_asked = Signal(str)
    """What a key or a double click asks for, by its name in `MEANINGS`."""
    chosen = Signal(int)

    MEANINGS: ClassVar[Mapping[Qt.Key, str]] = {}
    ENTER: ClassVar[str] = "open"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Letters are keys here; a Chinese input method would keep them for itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda _: self.key_asked.emit(self.ENTER))

    def lay_out(self) -> None:
        """Take the present text size and width; columns that share nothing stay as they are."""

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters without a meaning do not search: the list is longer than what is read."""

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in ENTER_KEYS:
            self.key_asked.emit(self.ENTER)
        elif key in self.MEANINGS:
            self.key_asked.emit(self.MEANINGS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # Qt's own way leads to the first and last column.
            last = self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(0 if key == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
