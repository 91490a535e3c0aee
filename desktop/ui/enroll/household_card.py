"""The household's own fields: number, village, address and phone, in one line or in two."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from desktop.domain.household import HouseholdInput
from desktop.ui.compiled.enrol import Ui_EnrolForm
from desktop.ui.enroll.shown import Note
from desktop.ui.theme.look import set_state
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

FIELDS = ("number", "division", "address", "phone")


class HouseholdCard(QObject):
    """Shows the fields and what is wrong under each; says what was typed."""

    changed = Signal(str, str)
    entered = Signal(str)
    left = Signal(str)
    stepped_out = Signal()
    """Enter beyond the last field."""

    def __init__(self, form: Ui_EnrolForm) -> None:
        super().__init__(form.householdCard)
        self._form = form
        for place, name in enumerate(FIELDS):
            self._connect(place, name)

    def show_household(self, household: HouseholdInput) -> None:
        """Show the household's own fields."""
        form = self._form
        form.number.show_text(household.number)
        form.division.show_code(household.division)
        form.address.show_text(household.address)
        form.phone.show_text(household.phone)

    def show_notes(self, notes: dict[str, Note]) -> None:
        """Say what is wrong under each field."""
        for name in FIELDS:
            note = notes.get(name, Note())
            line: MessageLine = getattr(self._form, f"message_{name}")
            line.say(note.text, note.tone or "quiet")
            set_state(self._field(name), "state", note.tone if note.text else "")

    def lay_out(self, *, narrow: bool) -> None:
        """Stand in one line, or in two where it is narrow."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._form.householdRow.setDirection(direction)

    def _connect(self, place: int, name: str) -> None:
        field = self._field(name)
        field.undo_outside = True
        if name == "division":
            self._form.division.picked.connect(lambda code: self.changed.emit("division", code))
        else:
            field.edited.connect(lambda text: self.changed.emit(name, text))
        field.entered.connect(lambda: self.entered.emit(name))
        field.left.connect(lambda: self.left.emit(name))
        field.step_asked.connect(lambda by: self._step(place + by))

    def _step(self, place: int) -> None:
        if place >= len(FIELDS):
            self.stepped_out.emit()
        elif place >= 0:
            self._field(FIELDS[place]).setFocus()

    def _field(self, name: str) -> TextField:
        field: TextField = getattr(self._form, name)
        return field
