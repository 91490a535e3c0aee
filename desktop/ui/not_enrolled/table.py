"""The list's table: letters are keys here, and the columns share the width."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize
from desktop.ui.widgets.row_table import ROW_PX, Index, RowTable
from desktop.ui.widgets.told_keys import ToldKey

_PLACE = 1
_FIXED_PX = (84, 0, 180, 106, 94, 80)
_HIDDEN: dict[TextSize, tuple[int, ...]] = {"normal": (), "large": (2,), "largest": (2, 4, 5)}
"""With large letters what also stands beside the list goes: the number, the attempts."""


class MissingTable(RowTable):
    """Arrows move, letters note, Enter opens."""

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

    MEANINGS: ClassVar[Mapping[Qt.Key, str]] = {
        Qt.Key.Key_D: "call", Qt.Key.Key_V: "visit", Qt.Key.Key_M: "message",
        Qt.Key.Key_W: "written_refusal", Qt.Key.Key_R: "reason", Qt.Key.Key_N: "next",
        Qt.Key.Key_F: "filter",
    }  # fmt: skip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        # Of a way down the end tells one village from the next.
        self.setTextElideMode(Qt.TextElideMode.ElideLeft)

    def dress_in(self, look: Look) -> None:
        """Take the look whose measures the rows follow."""
        self._look = look
        look.changed.connect(self.lay_out)
        self.lay_out()

    @override
    def lay_out(self) -> None:
        if self._look is None or self.model() is None:
            return
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW_PX))
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
        # Another column of the same row is no news.
        if current.row() != previous.row():
            super().currentChanged(current, previous)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.key_asked.emit("cancel")
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose by click alone: dragging over rows would ask for each of them."""
