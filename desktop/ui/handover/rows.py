"""A long list as Qt's item model, and its table: only what is seen is drawn."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.handover.shown import Heading
from desktop.ui.theme.look import Look
from desktop.ui.widgets.row_table import ROW_PX, Index, RowTable

_NONE = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Holds texts, row by row."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._headings: tuple[Heading, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show(self, headings: tuple[Heading, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show these rows under these headings."""
        self.beginResetModel()
        self._headings, self._rows = headings, rows
        self.endResetModel()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings shown."""
        return self._headings

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        heading = self._headings[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row[index.column()]
            case Qt.ItemDataRole.FontRole if heading.digits:
                return self._look.digits()
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(heading)
            case Qt.ItemDataRole.AccessibleTextRole:
                return "，".join(part for part in row if part)
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headings[section].text
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self._headings[section])
        return None


class RowsTable(RowTable):
    """Arrows move, Enter opens; the columns share the width."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows = RowsModel(look)
        self.setModel(self.rows)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        look.changed.connect(self.lay_out)

    def show_rows(self, headings: tuple[Heading, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show rows, the first one chosen."""
        before = self.currentIndex().row() if headings == self.rows.headings else 0
        self.rows.show(headings, rows)
        self.lay_out()
        if rows:
            self.setCurrentIndex(self.rows.index(max(0, min(before, len(rows) - 1)), 0))

    @override
    def lay_out(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW_PX))
        headings = self.rows.headings
        narrow = self._look.size == "largest"
        shares = sum(one.stretch for one in headings if not (narrow and one.minor)) or 1
        room = self.viewport().width()
        for column, one in enumerate(headings):
            self.setColumnHidden(column, narrow and one.minor)
            self.setColumnWidth(column, room * one.stretch // shares)


def _alignment(heading: Heading) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if heading.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
