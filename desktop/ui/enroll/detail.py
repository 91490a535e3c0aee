"""The detail pane: the focused member's further facts, and what each identity asks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.compiled.identity_line import Ui_IdentityLineForm
from desktop.ui.compiled.member_detail import Ui_MemberDetailForm
from desktop.ui.enroll.shown import DetailShown, IdentityShown
from desktop.ui.theme.look import set_state
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField

_CODED = (
    "ethnic_group", "circumstance", "tier", "residence_permit", "local_hukou", "other_scheme",
    "other_status", "student",
)  # fmt: skip
_ORDER = (
    "ethnic_group", "phone", "circumstance", "circumstance_on", "tier", "residence_permit",
    "local_hukou", "other_scheme", "other_status", "student",
)  # fmt: skip
_ATTRIBUTES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class DetailChoices:
    """What the pane's coded fields offer; ``attributes`` by identity attribute."""

    fields: dict[str, tuple[Option, ...]]
    attributes: dict[str, tuple[str, tuple[Option, ...]]]


class DetailPane(QObject):
    """Shows one member's details; says nothing itself about what they mean."""

    changed = Signal(str, str)
    identity_changed = Signal(str, str, str)
    """Identity, attribute, value."""
    entered = Signal(str, str)
    left = Signal(str)
    stepped_out = Signal(int)

    def __init__(self, page: QWidget, box: QVBoxLayout, choices: DetailChoices) -> None:
        super().__init__(page)
        self._page = QWidget(page)
        self.form = Ui_MemberDetailForm()
        self.form.setupUi(self._page)
        box.addWidget(self._page)
        self._choices = choices
        self._lines: list[_IdentityLine] = []
        self._connect()

    @property
    def fields(self) -> dict[str, TextField]:
        """The pane's own fields in the order of Enter."""
        return {name: getattr(self.form, name) for name in _ORDER}

    def show_detail(self, detail: DetailShown | None) -> None:
        """Show a member; without one the pane is empty and shut."""
        self._page.setEnabled(detail is not None)
        shown = detail or DetailShown(0, "")
        for name in _CODED:
            field: CodeField = getattr(self.form, name)
            field.show_code(getattr(shown, name))
        self.form.phone.show_text(shown.phone)
        self.form.circumstance_on.show_day(shown.circumstance_on)
        self.form.circumstance_on.setEnabled(bool(shown.circumstance))
        self.form.other_status.setEnabled(bool(shown.other_scheme))
        for part in (self.form.tier, self.form.label_tier):
            part.setVisible(shown.tiers)
        self._show_identities(shown.identities)

    def show_marks(self, marks: dict[str, str]) -> None:
        """Mark the pane's fields that have something wrong."""
        for name, field in self.fields.items():
            set_state(field, "state", marks.get(name, ""))

    def focus_first(self) -> None:
        """Put the cursor into the first field that takes it."""
        self._step_from(-1, 1)

    def focus(self, name: str) -> bool:
        """Put the cursor into a field of the pane, if it is one."""
        field = self.fields.get(name)
        if field is None and name == "recognised_on" and self._lines:
            field = self._lines[0].form.recognised_on
        if field is None:
            return False
        field.setFocus()
        return True

    def _connect(self) -> None:
        for name in _CODED:
            field: CodeField = getattr(self.form, name)
            options = self._choices.fields[name]
            field.set_options(options, digits=name != "ethnic_group", may_be_empty=True)
            field.picked.connect(lambda code, name=name: self.changed.emit(name, code))
        for name in ("phone", "circumstance_on"):
            self.fields[name].edited.connect(lambda text, name=name: self.changed.emit(name, text))
        for place, (name, one) in enumerate(self.fields.items()):
            one.entered.connect(
                lambda name=name, one=one: self.entered.emit(name, str(getattr(one, "hint", "")))
            )
            one.left.connect(lambda name=name: self.left.emit(name))
            one.step_asked.connect(lambda by, place=place: self._step_from(place, by))

    def _step_from(self, place: int, by: int) -> None:
        fields = [*self.fields.values(), *(f for line in self._lines for f in line.fields)]
        place += by
        while 0 <= place < len(fields):
            if fields[place].isEnabled() and fields[place].isVisible():
                fields[place].setFocus()
                return
            place += by
        self.stepped_out.emit(by)

    def _show_identities(self, identities: tuple[IdentityShown, ...]) -> None:
        if [line.code for line in self._lines] != [one.code for one in identities]:
            for line in self._lines:
                self.form.identityLines.removeWidget(line)
                line.hide()
                line.deleteLater()
            self._lines = [self._make_line(one) for one in identities]
        for line, one in zip(self._lines, identities, strict=True):
            line.show_identity(one)

    def _make_line(self, identity: IdentityShown) -> _IdentityLine:
        line = _IdentityLine(identity, self._choices, self.form.identityBox)
        line.changed.connect(self.identity_changed)
        for field in line.fields:
            field.step_asked.connect(
                lambda by, field=field: self._step_from(self._index(field), by)
            )
            field.entered.connect(
                lambda field=field: self.entered.emit(
                    field.objectName(), str(getattr(field, "hint", ""))
                )
            )
            field.left.connect(lambda field=field: self.left.emit(field.objectName()))
        self.form.identityLines.addWidget(line)
        return line

    def _index(self, field: TextField) -> int:
        return [*self.fields.values(), *(f for line in self._lines for f in line.fields)].index(
            field
        )


class _IdentityLine(QWidget):
    """One identity: its attributes, from and to."""

    changed = Signal(str, str, str)

    def __init__(self, identity: IdentityShown, choices: DetailChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_IdentityLineForm()
        self.form.setupUi(self)
        self.code = identity.code
        self.form.name.setText(identity.name)
        self._attributes = tuple(identity.attributes)[:_ATTRIBUTES_SHOWN]
        form = self.form
        slots = (
            (form.first, form.label_first),
            (form.second, form.label_second),
            (form.third, form.label_third),
        )
        for place, (field, label) in enumerate(slots):
            used = place < len(self._attributes)
            field.setVisible(used)
            label.setVisible(used)
            if used:
                self._offer(field, self._attributes[place], choices)
                label.setText(choices.attributes[self._attributes[place]][0])
        for name, day in self._days.items():
            day.edited.connect(lambda text, name=name: self.changed.emit(self.code, name, text))

    @property
    def fields(self) -> list[TextField]:
        """The line's fields in the order of Enter."""
        form = self.form
        return [form.first, form.second, form.third, form.recognised_on, form.valid_to]

    def show_identity(self, identity: IdentityShown) -> None:
        """Show the identity's attributes and days."""
        for field, name in zip(self._coded, self._attributes, strict=False):
            field.show_code(identity.attributes[name])
        self.form.recognised_on.show_day(identity.recognised_on)
        self.form.valid_to.show_day(identity.valid_to)

    @property
    def _coded(self) -> tuple[CodeField, ...]:
        return (self.form.first, self.form.second, self.form.third)

    @property
    def _days(self) -> dict[str, DateField]:
        return {"recognised_on": self.form.recognised_on, "valid_to": self.form.valid_to}

    def _offer(self, field: CodeField, name: str, choices: DetailChoices) -> None:
        label, options = choices.attributes[name]
        field.setAccessibleName(label)
        field.set_options(options, may_be_empty=True)
        field.picked.connect(lambda code: self.changed.emit(self.code, name, code))
