"""The wizard's table: a line's texts are made when it is looked at, however long the list is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.lists.wizard.lines import Line
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize
from desktop.ui.widgets.row_table import ROW_PX, Index, RowTable
from desktop.ui.widgets.told_keys import ToldKey

_NONE = QModelIndex()
_STATE, _NUMBER = 1, 3
_FIXED_PX = (52, 96, 96, 180, 0, 0, 0)
_SHARES = (0, 0, 0, 0, 3, 3, 6)
_HIDDEN: dict[TextSize, tuple[int, ...]] = {"normal": (), "large": (), "largest": (4,)}
"""With large letters the place goes: the row's own cells tell it below."""
_ROWS_LEAST = 4
"""Header and rows that are always in sight; a smaller page scrolls."""


class ListModel(QAbstractTableModel):
    """Holds how to make a line, not the lines."""

    def __init__(self, columns: int, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings = ("",) * columns
        self._look = look
        self._make: Callable[[int], Line] = lambda _: ()
        self._rows = 0
        self._known: dict[int, Line] = {}
        self._tones: Callable[[int], str] = lambda _: ""

    def show(
        self,
        rows: int,
        make: Callable[[int], Line],
        tone: Callable[[int], str],
        headings: Sequence[str],
    ) -> None:
        """Show as many lines as there are, each made by ``make``; ``tone`` colours its state."""
        self.beginResetModel()
        self._rows, self._make, self._tones = rows, make, tone
        self._headings = tuple(headings)
        self._known = {}
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return one line's texts."""
        if row not in self._known:
            self._known[row] = self._make(row)
        return self._known[row]

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else self._rows

    @override
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.line(index.row())[index.column()]
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _STATE:
            tone = self._tones(index.row())
            return QColor(getattr(self._look.tokens, tone)) if tone else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in self.line(index.row()) if part)
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
        return self._look.digits() if column == _NUMBER else None


class ListTable(RowTable):
    """Arrows move, letters decide."""

    KEYS = (
        ToldKey("A", "keys.lists_accept"),
        ToldKey("K", "keys.lists_accept_kind"),
        ToldKey("X", "keys.lists_leave_out"),
        ToldKey("E / Enter", "keys.lists_mend"),
    )

    MEANINGS: ClassVar[Mapping[Qt.Key, str]] = {
        Qt.Key.Key_A: "accept", Qt.Key.Key_K: "accept_kind", Qt.Key.Key_X: "leave_out",
        Qt.Key.Key_E: "mend",
    }  # fmt: skip
    ENTER = "mend"

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.lay_out)

    @override
    def lay_out(self) -> None:
        if self.model() is None:
            return
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW_PX))
        self.setMinimumHeight(self._look.px(ROW_PX) * _ROWS_LEAST)
        hidden = _HIDDEN[self._look.size]
        fixed = [self._look.px(width) for width in _FIXED_PX]
        shares = [0 if column in hidden else share for column, share in enumerate(_SHARES)]
        room = max(0, self.viewport().width() - sum(fixed))
        for column, (width, share) in enumerate(zip(fixed, shares, strict=True)):
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width + room * share // sum(shares))
