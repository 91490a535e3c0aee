"""The list that opens under a coded field: filtered by what is typed, never taking the focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_ROWS_MAX = 10
_CODE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its code, its words, and what else may be typed to find it."""

    code: str
    words: str
    short: str = ""
    """What the field shows once it is chosen, if shorter."""
    keys: str = ""
    """Lower case: pinyin initials, the other language."""

    @property
    def shown(self) -> str:
        """What the field shows."""
        return self.short or self.words

    def fits(self, typed: str) -> bool:
        """Tell whether what was typed points to this option."""
        wanted = typed.strip().lower()
        inside = wanted in self.words.lower() or wanted in self.short.lower()
        return (
            inside
            or self.code.startswith(wanted)
            or (len(self.code) > 6 and wanted in self.code)
            or any(wanted in key for key in self.keys.split())
        )


class OptionList(QFrame):
    """A frame of the window itself, so that keys keep going to the field."""

    chosen = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self.setProperty("look", "popup")
        self._field = field
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.itemClicked.connect(self._on_clicked)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._list)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.destroyed.connect(self.deleteLater)
        self.hide()

    def show_options(
        self, options: Sequence[Option], digits: dict[str, str], marked: frozenset[str]
    ) -> None:
        """Show these options under the field; ``digits`` maps a code to the digit that picks it."""
        self._list.clear()
        for option in options:
            digit = digits.get(option.code, "")
            tick = "✓ " if option.code in marked else ("   " if marked else "")
            item = QListWidgetItem(f"{digit:>1}  {tick}{option.words}" if digits else option.words)
            item.setData(_CODE, option.code)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._place()
        self.setVisible(bool(options))
        self.raise_()

    def move_by(self, rows: int) -> None:
        """Move the highlighted row."""
        row = self._list.currentRow() + rows
        self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))

    @property
    def current(self) -> str | None:
        """Code of the highlighted option, None if the list is shut or empty."""
        item = self._list.currentItem()
        if not self.isVisible() or item is None:
            return None
        code: str = item.data(_CODE)
        return code

    def _place(self) -> None:
        window = self._field.window()
        height = self._list.sizeHintForRow(0) * min(self._list.count(), _ROWS_MAX) + 6
        width = max(self._field.width(), self._list.sizeHintForColumn(0) + 40)
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if below.y() + height > window.height():
            below = self._field.mapTo(window, QPoint(0, -height - 2))
        left = min(below.x(), window.width() - width - 8)
        self.setGeometry(max(8, left), max(0, below.y()), width, height)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_CODE))
