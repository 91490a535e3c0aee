"""A read-only table whose columns share the width, driven from a field above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from desktop.ui.theme.look import Look

_STEPS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10,
}  # fmt: skip

_AIR = 6
"""What a cell's frame takes of its text's room beyond what its size hint says."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its share of the width or a fixed one in pixels."""

    heading: str
    stretch: int
    width: int = 0
    digits: bool = False
    right: bool = False
    """An amount: never cut off, whatever the others share."""
    whole: bool = False
    """Never cut off either: a number or a day that is cut is another one."""
    least: int = 0
    """Pixels it keeps beside columns that are whole: a name that is all dots names nobody."""


class Table(QObject):
    """Fills a QTableWidget and keeps its widths in step with the text size."""

    def __init__(self, widget: QTableWidget, look: Look, columns: Sequence[Column]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._look = look
        self._columns = tuple(columns)
        widget.setColumnCount(len(columns))
        widget.verticalHeader().hide()
        widget.setTabKeyNavigation(False)
        widget.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        # Rows have one line: wrapped into more, a name or a number would be dots alone.
        widget.setWordWrap(False)
        for place, column in enumerate(columns):
            item = QTableWidgetItem(column.heading)
            item.setTextAlignment(_alignment(column))
            widget.setHorizontalHeaderItem(place, item)
        widget.installEventFilter(self)
        look.changed.connect(self.lay_out)
        self.lay_out()

    def lay_out(self) -> None:
        """Take the present text size and width; a hidden column takes none of it."""
        header = self._widget.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        seen = [
            column
            for place, column in enumerate(self._columns)
            if not self._widget.isColumnHidden(place)
        ]
        fixed = sum(self._look.px(column.width) for column in seen)
        room = max(0, self._widget.viewport().width() - fixed)
        # Columns that share the width leave nothing to scroll to, but for rounding.
        bar = Qt.ScrollBarPolicy
        self._widget.setHorizontalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if room else bar.ScrollBarAsNeeded
        )
        needed = self._needed(seen, room)
        rest = max(0, room - sum(needed.values()))
        shares = sum(column.stretch for column in seen if column not in needed) or 1
        for column in seen:
            share = needed.get(column, rest * column.stretch // shares)
            width = self._look.px(column.width) + share
            self._widget.setColumnWidth(self._columns.index(column), width)
        self._widget.verticalHeader().setDefaultSectionSize(self._look.px(34))

    def _needed(self, seen: Sequence[Column], room: int) -> dict[Column, int]:
        """Return the widths of columns that would be cut off by their share.

        What one of them takes makes the others' shares smaller: they are asked again.
        """
        kept = {
            column: self._whole_width(self._columns.index(column))
            for column in seen
            if (column.right or column.whole) and not column.width
        }
        kept |= {column: self._look.px(column.least) for column in seen if column.least}
        found: dict[Column, int] = {}
        while True:
            rest = max(0, room - sum(found.values()))
            shares = sum(column.stretch for column in seen if column not in found) or 1
            more = {
                column: wanted
                for column, wanted in kept.items()
                if column not in found and wanted > rest * column.stretch // shares
            }
            if not more:
                return _within(room, found)
            found |= more

    def _whole_width(self, place: int) -> int:
        """Return the width at which nothing of a column is cut off."""
        header = self._widget.horizontalHeader().sectionSizeHint(place)
        return max(header, self._widget.sizeHintForColumn(place) + self._look.px(_AIR))

    def show(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows, the first one chosen."""
        self._widget.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for place, (text, column) in enumerate(zip(row, self._columns, strict=True)):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_alignment(column))
                if column.digits:
                    item.setFont(self._look.digits())
                self._widget.setItem(at, place, item)
        if rows:
            self._widget.selectRow(0)
        self.lay_out()

    def keys_from(self, field: QWidget) -> None:
        """Let the arrow keys in ``field`` move through the rows."""
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._widget:
            if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
                self.lay_out()
                # The viewport follows the table's own size only after this event.
                QTimer.singleShot(0, self, self.lay_out)
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step and self._widget.rowCount():
                row = self._widget.currentRow() + step
                self._widget.selectRow(max(0, min(row, self._widget.rowCount() - 1)))
                return True
        return False


def _within(room: int, wanted: dict[Column, int]) -> dict[Column, int]:
    """Take what there is no room for from the widest: its text ends in dots, none runs out."""
    wanted = dict(wanted)
    while wanted and (over := sum(wanted.values()) - room) > 0:
        first, *others = sorted(wanted, key=lambda column: -wanted[column])
        if not wanted[first]:
            break
        second = wanted[others[0]] if others else 0
        wanted[first] -= min(over, max(1, wanted[first] - second))
    return wanted


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
