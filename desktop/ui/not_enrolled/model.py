"""The list as Qt's item model: rows come page by page, as they are scrolled to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from desktop.ui.theme.look import Look
from desktop.ui.widgets.row_table import Index

DOCUMENT = 2
REASON = 3
_NONE = QModelIndex()

Row = tuple[str, ...]


class MissingModel(QAbstractTableModel):
    """Holds texts; asks for more when the view scrolls to the end."""

    wanted_more = Signal()

    def __init__(self, headings: Sequence[str], no_reason: str, look: Look) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._no_reason = no_reason
        self._look = look
        self._rows: list[Row] = []
        self._more = False

    def show(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show these rows instead of what was shown."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more = more
        self.endResetModel()

    def add(self, rows: Sequence[Row], *, more: bool) -> None:
        """Add a page at the end."""
        self._more = more
        if rows:
            self.beginInsertRows(_NONE, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def change(self, place: int, row: Row) -> None:
        """Show one row anew."""
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(row) - 1))

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    @override
    def fetchMore(self, parent: Index) -> None:
        self.wanted_more.emit()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.column(), text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in self._rows[index.row()] if part)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _font(self, column: int) -> QFont | None:
        return self._look.digits() if column == DOCUMENT else None

    def _colour(self, column: int, text: str) -> QColor | None:
        if column == REASON and text == self._no_reason:
            return QColor(self._look.tokens.unknown)
        if text.startswith("▲"):
            return QColor(self._look.tokens.warning)
        return None
