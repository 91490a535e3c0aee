"""The wizard's lower part: one row's cell typed anew, or who a row means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.domain.identity_number import masked
from desktop.domain.list_fields import KIND_FIELDS
from desktop.ui.list_findings import NUMBERS, field_words
from desktop.ui.session import Session
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField
from desktop.usecases.lists.choices import NOBODY

if TYPE_CHECKING:
    from desktop.usecases.lists.plan import PlannedRow
    from desktop.usecases.lists.reading import ListData


class MendingBar(QFrame):
    """Asks for a cell, a person or a column, whichever the chosen line needs."""

    mended = Signal(str, str)
    said_who = Signal(str)
    column_chosen = Signal(str, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = session.messages
        say = session.messages.say
        self._data: ListData | None = None
        self.what = QLabel(self)
        self.what.setProperty("look", "label")
        self.field = CodeField(self)
        self.value = TextField(self)
        self.who = CodeField(self)
        self.column = CodeField(self)
        self.value.answers_enter = True
        asked: tuple[tuple[str, TextField], ...] = (
            ("field", self.field), ("value", self.value), ("who", self.who),
            ("column", self.column),
        )  # fmt: skip
        for name, widget in asked:
            widget.setAccessibleName(say(f"lists.mend.{name}"))
            widget.setObjectName(f"mend_{name}")
            widget.setProperty("helpTopic", "lists#mend")
        self.field.picked.connect(self._show_cell)
        self.value.step_asked.connect(self._mend)
        self.who.picked.connect(self.said_who)
        self.column.picked.connect(
            lambda code: self.column_chosen.emit(self.field.code, int(code) if code else -1)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.what)
        for widget, stretch in (
            (self.field, 2), (self.value, 4), (self.who, 4), (self.column, 4),
        ):  # fmt: skip
            row.addWidget(widget, stretch)
        self._cells: dict[str, str] = {}
        self._doubted: frozenset[str] = frozenset()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Ask for nothing: no line is chosen."""
        for widget in (self.what, self.field, self.value, self.who, self.column):
            widget.hide()

    def show_row(self, row: PlannedRow, data: ListData) -> None:
        """Offer a row's cells, the doubted one first; or its candidates."""
        self._data = data
        say = self._messages.say
        asks_who = row.change == "candidates"
        self.what.setText(say("lists.mend.row", row=row.read.row))
        for widget in (self.what, self.field, self.value):
            widget.setVisible(widget is self.what or not asks_who)
        self.who.setVisible(asks_who)
        self.column.hide()
        if asks_who:
            options = [
                Option(one.person, f"{one.name} {one.birth_date} {one.number}")
                for one in row.candidates
            ]
            self.who.set_options([*options, Option(NOBODY, say("lists.mend.nobody"))])
            self.who.show_code("")
            return
        self._cells = {}
        found = next((cells for number, cells in data.rows if number == row.read.row), ())
        for name, cell in zip(data.fields, found, strict=False):
            self._cells[name] = str(cell)
        self.field.set_options(
            [Option(name, field_words(name, self._messages)) for name in data.fields],
            digits=False,
        )
        self._doubted = frozenset(one.field for one in row.findings)
        doubted = next((name for name in data.fields if name in self._doubted), "")
        usual = "name" if "name" in data.fields else data.fields[0]
        self.field.show_code(doubted or usual)
        self._show_cell(self.field.code)

    def show_columns(self, data: ListData, kind: str) -> None:
        """Offer the fields of the kind, and the file's columns to hold them."""
        self._data = data
        for widget in (self.value, self.who):
            widget.hide()
        for shown in (self.what, self.field, self.column):
            shown.show()
        self.what.setText(self._messages.say("lists.mend.columns"))
        fields = KIND_FIELDS[kind]  # type: ignore[index]
        self.field.set_options(
            [Option(name, field_words(name, self._messages)) for name in fields], digits=False
        )
        headers = [
            Option(str(place), f"{letters(place)} {header}".strip())
            for place, header in enumerate(data.all_headers)
        ]
        self.column.set_options(headers, digits=False, may_be_empty=True)
        self.choose_field(data.fields[0] if data.fields else fields[0])

    def choose_field(self, name: str) -> None:
        """Show one field and its column."""
        self.field.show_code(name)
        self._show_cell(name)

    def _mend(self, _step: int) -> None:
        if not self.value.isReadOnly():
            self.mended.emit(self.field.code, self.value.text())

    def _show_cell(self, name: str) -> None:
        # A number that is in order stays behind its mask: nothing is to be mended in it.
        hidden = name in NUMBERS and name not in self._doubted
        text = self._cells.get(name, "")
        self.value.setReadOnly(hidden)
        self.value.show_text(masked(text) if hidden and text else text)
        if self._data is not None and self.column.isVisibleTo(self):
            known = dict(zip(self._data.fields, self._data.places, strict=True))
            self.column.show_code(str(known[name]) if name in known else "")


def letters(place: int) -> str:
    """Return a column's letters as a spreadsheet shows them.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text
