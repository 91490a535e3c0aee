"""The wizard's table: a line's texts are made when it is looked at, however long the list is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from desktop.ui.lists.wizard.lines import Line
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize
from desktop.ui.widgets.text_field import ENTER_KEYS
from desktop.ui.widgets.told_keys import ToldKey

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_STATE, _NUMBER = 1, 3
_FIXED_PX = (52, 96, 96, 180, 0, 0, 0)
_SHARES = (0, 0, 0, 0, 3, 3, 6)
_HIDDEN: dict[TextSize, tuple[int, ...]] = {"normal": (), "large": (), "largest": (4,)}
"""With large letters the place goes: the row's own cells tell it below."""
_ROW_PX = 34
_ROWS_LEAST = 4
"""Header and rows that are always in sight; a smaller page scrolls."""
_KEYS = {
    Qt.Key.Key_A: "accept", Qt.Key.Key_K: "accept_kind", Qt.Key.Key_X: "leave_out",
    Qt.Key.Key_E: "mend",
}  # fmt: skip


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


class ListTable(QTableView):
    """Arrows move, letters decide."""

    key_asked = Signal(str)
    row_chosen = Signal(int)

    KEYS = (
        ToldKey("A", "keys.lists_accept"),
        ToldKey("K", "keys.lists_accept_kind"),
        ToldKey("X", "keys.lists_leave_out"),
        ToldKey("E / Enter", "keys.lists_mend"),
    )

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
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
        self.doubleClicked.connect(lambda _: self.key_asked.emit("mend"))
        look.changed.connect(self.lay_out)

    def lay_out(self) -> None:
        """Take the present text size and width."""
        if self.model() is None:
            return
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._look.px(_ROW_PX))
        self.setMinimumHeight(self._look.px(_ROW_PX) * _ROWS_LEAST)
        hidden = _HIDDEN[self._look.size]
        fixed = [self._look.px(width) for width in _FIXED_PX]
        shares = [0 if column in hidden else share for column, share in enumerate(_SHARES)]
        room = max(0, self.viewport().width() - sum(fixed))
        for column, (width, share) in enumerate(zip(fixed, shares, strict=True)):
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width + room * share // sum(shares))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in ENTER_KEYS:
            self.key_asked.emit("mend")
        elif key in _KEYS:
            self.key_asked.emit(_KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(0 if key == Qt.Key.Key_Home else last, 0))
        elif event.text().isprintable() and event.text():
            # Letters without a meaning do not search: the list is longer than what is read.
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
