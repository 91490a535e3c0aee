"""The detail pane: the focused member's further facts, and what each identity asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.compiled.member_detail import Ui_MemberDetailForm
from desktop.ui.enroll.detail_lines import (
    CircumstanceLine,
    DetailChoices,
    IdentityLine,
    arrange,
    is_put_away,
)
from desktop.ui.enroll.entry import ENROL
from desktop.ui.enroll.shown import CircumstanceShown, DetailShown, IdentityShown
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.text_field import TextField

_CODED = (
    "ethnic_group", "participation", "tier", "residence_permit", "local_hukou", "other_scheme",
    "other_status", "student",
)  # fmt: skip
_ORDER = (
    "participation", "not_enrolled_detail", "not_enrolled_evidence", "died_on", "ethnic_group",
    "phone", "circumstances", "tier", "residence_permit", "local_hukou", "hukou_division",
    "hukou_address", "other_scheme", "other_status", "cover_history", "student", "academic_year",
    "graduation_year", "document_valid_to", "alias",
)  # fmt: skip
_DAYS = ("died_on", "document_valid_to")
_TEXTS = (
    "not_enrolled_detail", "not_enrolled_evidence", "phone", "hukou_address", "cover_history",
    "academic_year", "graduation_year", "alias",
)  # fmt: skip
_TYPED_CODES = frozenset({"ethnic_group"})
"""So many that digits are the beginning of a code, not a choice."""
_COLUMN = 150
_COLUMNS_MAX = 5


class DetailPane(QObject):
    """Shows one member's details; says nothing itself about what they mean."""

    changed = Signal(str, str)
    identity_changed = Signal(str, str, str)
    """Identity, attribute, value."""
    circumstance_chosen = Signal(str, str)
    """Circumstance, day."""
    circumstance_dropped = Signal(str)
    entered = Signal(str, str)
    left = Signal(str)
    stepped_out = Signal(int)

    def __init__(
        self,
        page: QWidget,
        box: QVBoxLayout,
        choices: DetailChoices,
        look: Look,
        say: Callable[[str], str],
    ) -> None:
        super().__init__(page)
        self._page = QWidget(page)
        self.form = Ui_MemberDetailForm()
        self.form.setupUi(self._page)
        box.addWidget(self._page)
        self._choices = choices
        self._look = look
        self._say = say
        self._columns = 0
        self._lines: list[IdentityLine | CircumstanceLine] = []
        self._marks: dict[str, str] | None = None
        self.fields: dict[str, TextField] = {name: getattr(self.form, name) for name in _ORDER}
        """The pane's own fields in the order of Enter."""
        self._connect()

    def show_detail(self, detail: DetailShown | None) -> None:
        """Show a member; without one the pane is empty and shut."""
        self._page.setEnabled(detail is not None)
        shown = detail or DetailShown(0, "")
        for name in (*_CODED, "hukou_division"):
            field: CodeField = getattr(self.form, name)
            field.show_code(getattr(shown, name))
        for name in _TEXTS:
            self.fields[name].show_text(getattr(shown, name))
        for name in _DAYS:
            getattr(self.form, name).show_day(getattr(shown, name))
        self.form.circumstances.show_tags([(one.code, one.name) for one in shown.circumstances])
        self.form.participation.setEnabled(not shown.participation_locked)
        self.form.other_status.setEnabled(bool(shown.other_scheme))
        self._show_lines(shown.circumstances, shown.identities)
        self._show_boxes(shown)

    def show_marks(self, marks: dict[str, str]) -> None:
        """Mark the pane's fields that have something wrong."""
        if marks == self._marks:
            return
        self._marks = marks
        for name, field in self.fields.items():
            set_state(field, "state", marks.get(name, ""))

    def lay_out(self, width: int) -> None:
        """Take the columns that fit into ``width`` at the present text size."""
        columns = max(2, min(_COLUMNS_MAX, width // self._look.px(_COLUMN)))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def focus_first(self) -> None:
        """Put the cursor into the first field that takes it."""
        self._step_from(-1, 1)

    def focus(self, name: str) -> bool:
        """Put the cursor into a field of the pane, if it is one."""
        field = self.fields.get(name)
        if field is None:
            found = [one for one in self._line_fields if one.objectName() == name]
            field = found[0] if found else None
        if field is None:
            return False
        field.setFocus()
        return True

    def holds(self, name: str) -> bool:
        """Tell whether a field is the pane's, not the table's."""
        return name in _ORDER or name in ("recognised_on", "circumstance_on", "other_cover")

    def _connect(self) -> None:
        form = self.form
        for name in _CODED:
            field: CodeField = getattr(form, name)
            options = self._choices.fields[name]
            digits = name not in _TYPED_CODES
            field.set_options(options, digits=digits, may_be_empty=name != "participation")
            field.picked.connect(lambda code, name=name: self.changed.emit(name, code))
        form.hukou_division.set_options((), digits=False, may_be_empty=True)
        form.hukou_division.picked.connect(lambda code: self.changed.emit("hukou_division", code))
        for name in (*_TEXTS, *_DAYS):
            self.fields[name].edited.connect(lambda text, name=name: self.changed.emit(name, text))
        form.circumstances.set_options(self._choices.circumstances, {})
        form.circumstances.chosen.connect(
            lambda code, _given: self.circumstance_chosen.emit(code, "")
        )
        form.circumstances.dropped.connect(self.circumstance_dropped)
        for name, one in self.fields.items():
            self._follow(one, name)

    def _follow(self, field: TextField, name: str) -> None:
        field.undo_outside = True
        field.entered.connect(lambda: self.entered.emit(name, str(getattr(field, "hint", ""))))
        field.left.connect(lambda: self.left.emit(name))
        field.step_asked.connect(lambda by: self._step_from(self._all.index(field), by))

    @property
    def _line_fields(self) -> list[TextField]:
        return [field for line in self._lines for field in line.fields]

    @property
    def _all(self) -> list[TextField]:
        return [*self.fields.values(), *self._line_fields]

    def _step_from(self, place: int, by: int) -> None:
        fields = self._all
        place += by
        while 0 <= place < len(fields):
            if fields[place].isEnabled() and fields[place].isVisible():
                fields[place].setFocus()
                return
            place += by
        self.stepped_out.emit(by)

    def _show_boxes(self, shown: DetailShown) -> None:
        out = shown.participation != ENROL and bool(shown.key)
        wanted = {
            "tier": shown.tiers,
            "academic_year": bool(shown.student),
            "graduation_year": bool(shown.student),
            "not_enrolled_detail": out,
            "not_enrolled_evidence": out,
            "died_on": shown.participation == "death" or bool(shown.died_on),
            "other_status": bool(shown.other_scheme),
        }
        changed = [name for name, seen in wanted.items() if is_put_away(self._box(name)) == seen]
        for name in changed:
            self._box(name).setVisible(wanted[name])
        if changed or not self._columns:
            self._columns = self._columns or _COLUMNS_MAX
            self._arrange()

    def _arrange(self) -> None:
        arrange(self.form.grid, [self._box(name) for name in _ORDER], self._columns)
        for line in self._lines:
            if isinstance(line, IdentityLine):
                line.lay_out(self._columns)

    def _box(self, name: str) -> QWidget:
        box: QWidget = getattr(self.form, f"box_{name}")
        return box

    def _show_lines(
        self,
        circumstances: tuple[CircumstanceShown, ...],
        identities: tuple[IdentityShown, ...],
    ) -> None:
        wanted = [*(one.code for one in circumstances), *(one.code for one in identities)]
        if [line.code for line in self._lines] != wanted:
            for line in self._lines:
                self.form.identityLines.removeWidget(line)
                line.hide()
                line.deleteLater()
            self._lines = [
                *(self._circumstance_line(one) for one in circumstances),
                *(self._identity_line(one) for one in identities),
            ]
        dated = {one.code: one.on for one in circumstances}
        known = {one.code: one for one in identities}
        for line in self._lines:
            if isinstance(line, IdentityLine):
                line.show_identity(known[line.code])
            else:
                line.on.show_day(dated[line.code])

    def _identity_line(self, identity: IdentityShown) -> IdentityLine:
        line = IdentityLine(identity, self._choices, self.form.identityBox)
        line.changed.connect(self.identity_changed)
        line.lay_out(self._columns or _COLUMNS_MAX)
        self._add(line)
        return line

    def _circumstance_line(self, circumstance: CircumstanceShown) -> CircumstanceLine:
        day = self._say("field.circumstance_on")
        line = CircumstanceLine(circumstance, day, self.form.identityBox)
        line.changed.connect(self.circumstance_chosen)
        self._add(line)
        return line

    def _add(self, line: IdentityLine | CircumstanceLine) -> None:
        for field in line.fields:
            self._follow(field, field.objectName())
        self.form.identityLines.addWidget(line)
