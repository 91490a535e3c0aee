"""The detail pane's lines: what each identity and each circumstance asks of the focused member."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop.ui.compiled.identity_line import Ui_IdentityLineForm
from desktop.ui.enroll.shown import CircumstanceShown, IdentityShown
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField

_ATTRIBUTES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class DetailChoices:
    """What the pane's coded fields offer; ``attributes`` by identity attribute."""

    fields: dict[str, tuple[Option, ...]]
    circumstances: tuple[Option, ...]
    departments: tuple[Option, ...]
    attributes: dict[str, tuple[str, tuple[Option, ...]]]


def arrange(grid: QGridLayout, parts: list[QWidget], columns: int) -> None:
    """Lay the parts that are to be seen out in so many columns, row by row."""
    for part in parts:
        grid.removeWidget(part)
    for column in range(max(columns, grid.columnCount())):
        grid.setColumnStretch(column, 1 if column < columns else 0)
    seen = [part for part in parts if not is_put_away(part)]
    for place, part in enumerate(seen):
        grid.addWidget(part, place // columns, place % columns)


def is_put_away(part: QWidget) -> bool:
    """Tell whether a part was hidden on purpose: one not yet shown is on its way."""
    said = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return said and part.isHidden()


class IdentityLine(QWidget):
    """One identity: its attributes, who recognised it, from and to, and the paper it rests on."""

    changed = Signal(str, str, str)

    def __init__(self, identity: IdentityShown, choices: DetailChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_IdentityLineForm()
        self.form.setupUi(self)
        self.code = identity.code
        self.form.name.setText(identity.name)
        # The department has a field of its own in every line.
        asked = [name for name in identity.attributes if name != "recognised_by"]
        self._attributes = tuple(asked)[:_ATTRIBUTES_SHOWN]
        form = self.form
        slots = (
            (form.box_first, form.first, form.label_first),
            (form.box_second, form.second, form.label_second),
            (form.box_third, form.third, form.label_third),
        )
        for place, (box, field, label) in enumerate(slots):
            used = place < len(self._attributes)
            box.setVisible(used)
            if used:
                self._offer(field, self._attributes[place], choices)
                label.setText(choices.attributes[self._attributes[place]][0])
        form.recognised_by.set_options(choices.departments, may_be_empty=True)
        form.recognised_by.picked.connect(
            lambda code: self.changed.emit(self.code, "recognised_by", code)
        )
        for name in ("recognised_on", "valid_to", "evidence"):
            one: TextField = getattr(form, name)
            one.edited.connect(lambda text, name=name: self.changed.emit(self.code, name, text))

    @property
    def fields(self) -> list[TextField]:
        """The line's fields in the order of Enter."""
        form = self.form
        return [
            form.first, form.second, form.third, form.recognised_by, form.recognised_on,
            form.valid_to, form.evidence,
        ]  # fmt: skip

    def lay_out(self, columns: int) -> None:
        """Take so many columns."""
        form = self.form
        boxes = [
            form.box_first, form.box_second, form.box_third, form.box_recognised_by,
            form.box_recognised_on, form.box_valid_to, form.box_evidence,
        ]  # fmt: skip
        arrange(form.grid, boxes, columns)

    def show_identity(self, identity: IdentityShown) -> None:
        """Show what is known of the identity."""
        coded = (self.form.first, self.form.second, self.form.third)
        for field, name in zip(coded, self._attributes, strict=False):
            field.show_code(identity.attributes[name])
        self.form.recognised_by.show_code(identity.recognised_by)
        self.form.recognised_on.show_day(identity.recognised_on)
        self.form.valid_to.show_day(identity.valid_to)
        self.form.evidence.show_text(identity.evidence)

    def _offer(self, field: CodeField, name: str, choices: DetailChoices) -> None:
        label, options = choices.attributes[name]
        field.setAccessibleName(label)
        field.set_options(options, may_be_empty=True)
        field.picked.connect(lambda code: self.changed.emit(self.code, name, code))


class CircumstanceLine(QWidget):
    """One special circumstance with the day the law may ask for."""

    changed = Signal(str, str)
    """Circumstance, day."""

    def __init__(self, circumstance: CircumstanceShown, day: str, parent: QWidget) -> None:
        """Make the line; ``day`` is what its day is called."""
        super().__init__(parent)
        self.code = circumstance.code
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        name = QLabel(circumstance.name, self)
        name.setProperty("look", "strong")
        label = QLabel(day, self)
        label.setProperty("look", "label")
        self.on = DateField(self)
        self.on.setObjectName("circumstance_on")
        self.on.setAccessibleName(f"{circumstance.name} {day}")
        self.on.setProperty("helpTopic", "member-details#circumstance-on")
        label.setBuddy(self.on)
        row.addWidget(name, 2)
        row.addWidget(label)
        row.addWidget(self.on, 1)
        row.addStretch(2)
        self.on.edited.connect(lambda text: self.changed.emit(self.code, text))

    @property
    def fields(self) -> list[TextField]:
        """The line's one field."""
        return [self.on]
