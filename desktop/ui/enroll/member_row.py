"""One row of the member table: live fields, so that typing, composing and tabbing just work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.facts import NAME_MAX
from desktop.ui.compiled.member_row import Ui_MemberRowForm
from desktop.ui.enroll.shown import RowShown, Tone
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.tags_field import Question, TagsField
from desktop.ui.widgets.text_field import TextField

FIELDS = (
    "name", "document_type", "document_number", "sex", "birth_date", "relation", "identities",
)  # fmt: skip
WIDTHS = {
    "place": 30, "document_type": 80, "document_number": 190, "sex": 46,
    "birth_date": 98, "relation": 84, "amount": 76,
}  # fmt: skip
"""Fixed columns in pixels at normal text size; name and identities share the rest."""
STRETCH = {"name": 4, "identities": 5}
LEAST = {"name": 96, "identities": 110}
ROW_HEIGHT = 38
ARRANGEMENTS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("place", *FIELDS, "amount"),),
    (
        ("place", "name", "document_type", "document_number", "amount"),
        ("", "sex", "birth_date", "relation", "identities"),
    ),
    (
        ("place", "name", "relation", "amount"),
        ("", "document_type", "document_number", "sex"),
        ("", "birth_date", "identities"),
    ),
)
"""A member in one line, or in two or three where the text is too large for that."""


def lines_needed(width: int, look: Look) -> int:
    """Return in how many lines a member fits into ``width`` pixels at the present text size."""
    for lines in ARRANGEMENTS[:-1]:
        if all(_least(line, look) <= width for line in lines):
            return len(lines)
    return len(ARRANGEMENTS)


def _least(line: tuple[str, ...], look: Look) -> int:
    measures = WIDTHS | LEAST
    needed = sum(measures[name or "place"] for name in line)
    return look.px(needed + 12) + 4 * (len(line) - 1)


@dataclass(frozen=True, slots=True)
class RowChoices:
    """What the coded fields of a row offer."""

    document_type: tuple[Option, ...]
    sex: tuple[Option, ...]
    relation: tuple[Option, ...]
    identities: tuple[Option, ...]
    questions: dict[str, tuple[Question, ...]]


class MemberRow(QFrame):
    """One member, or the row where the next member is entered."""

    changed = Signal(object, str, str)
    """The row, the field and its new value."""
    identity_chosen = Signal(object, str, dict)
    identity_dropped = Signal(object, str)
    field_entered = Signal(object, str)
    field_left = Signal(object, str)
    step_asked = Signal(object, str, int)

    def __init__(self, choices: RowChoices, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_MemberRowForm()
        self.form.setupUi(self)
        self._look = look
        self.lines = 1
        self.key = 0
        self._shown: RowShown | None = None
        self._marks: dict[str, Tone] | None = None
        self._is_next: bool | None = None
        self.fields: dict[str, TextField] = {name: getattr(self.form, name) for name in FIELDS}
        """The row's fields by name, in the order of Enter."""
        self.form.name.characters_max = NAME_MAX
        for field in self.fields.values():
            field.undo_outside = True
        self.form.document_type.set_options(choices.document_type)
        self.form.sex.set_options(choices.sex)
        self.form.relation.set_options(choices.relation)
        self.form.identities.set_options(choices.identities, choices.questions)
        self._connect()
        self.lay_out()

    def lay_out(self) -> None:
        """Take the widths and faces of the present text size."""
        px = self._look.px
        self.form.row.setContentsMargins(px(4), px(2), px(8), px(2))
        for name, width in WIDTHS.items():
            getattr(self.form, name).setFixedWidth(px(width))
        self.form.document_number.setFont(self._look.digits())
        self._arrange()
        self.setFixedHeight(px(ROW_HEIGHT) * self.lines)

    def set_lines(self, lines: int) -> None:
        """Take so many lines."""
        if lines != self.lines:
            self.lines = lines
            self.lay_out()

    def set_relations(self, options: tuple[Option, ...]) -> None:
        """Offer these relations: the short list, or all."""
        self.form.relation.set_options(options)

    def _arrange(self) -> None:
        boxes = (self.form.line1, self.form.line2, self.form.line3)
        for box in boxes:
            while box.count():
                box.takeAt(0)
        arrangement = ARRANGEMENTS[self.lines - 1]
        for box, names in zip(boxes, arrangement, strict=False):
            for name in names:
                if name:
                    box.addWidget(getattr(self.form, name), STRETCH.get(name, 0))
                else:
                    box.addSpacing(self._look.px(WIDTHS["place"]))
            if not any(name in STRETCH for name in names):
                box.addStretch(1)

    def show_place(self, place: int, *, is_next: bool) -> None:
        """Show the row's number, or that it is where the next member goes."""
        self.form.place.setText("+" if is_next else str(place + 1))
        if is_next == self._is_next:
            return
        self._is_next = is_next
        for name in FIELDS[1:]:
            self.fields[name].setEnabled(not is_next)
        self.form.birth_date.setPlaceholderText("" if is_next else "YYYYMMDD")

    def show_row(self, row: RowShown) -> None:
        """Show a member; what is being typed stays as it is."""
        if row == self._shown:
            return
        self._shown = row
        form = self.form
        self.key = row.key
        form.name.show_text(row.name)
        form.document_type.show_code(row.document_type)
        form.document_number.set_grouping(on=row.grouped)
        form.document_number.show_number(row.number, protected=row.protected)
        form.sex.show_code(row.sex)
        form.birth_date.show_day(row.birth_date)
        form.relation.show_code(row.relation)
        form.identities.show_tags(row.identities)
        self._lock(row)
        form.amount.setText(row.amount)
        form.amount.setToolTip(row.amount_hint)
        look = {"": "strong", "unknown": "unknown"}.get(row.amount_tone, "")
        set_state(form.amount, "look", look)
        set_state(form.amount, "tone", row.amount_tone)

    def mark(self, marks: dict[str, Tone]) -> None:
        """Mark the fields that have a mistake or a warning, and the row's number with them."""
        if marks == self._marks:
            return
        self._marks = marks
        for name, field in self.fields.items():
            set_state(field, "state", marks.get(name, ""))
        tones = set(marks.values())
        tone = "mistake" if "mistake" in tones else "warning" if tones else "quiet"
        set_state(self.form.place, "tone", tone)

    def set_current(self, *, current: bool) -> None:
        """Make the row stand out as the one the cursor is in."""
        set_state(self, "current", "true" if current else "false")

    def _lock(self, row: RowShown) -> None:
        for field in (self.form.sex, self.form.birth_date):
            if field.isReadOnly() != row.derived:
                field.setReadOnly(row.derived)
                set_state(field, "locked", row.derived)

    def _connect(self) -> None:
        form = self.form
        for name in ("name", "document_number", "birth_date"):
            self.fields[name].edited.connect(
                lambda text, name=name: self.changed.emit(self, name, text)
            )
        coded: Sequence[tuple[str, CodeField]] = (
            ("document_type", form.document_type),
            ("sex", form.sex),
            ("relation", form.relation),
        )
        for name, field in coded:
            field.picked.connect(lambda code, name=name: self.changed.emit(self, name, code))
        tags: TagsField = form.identities
        tags.chosen.connect(lambda code, given: self.identity_chosen.emit(self, code, given))
        tags.dropped.connect(lambda code: self.identity_dropped.emit(self, code))
        for name, one in self.fields.items():
            one.entered.connect(lambda name=name: self.field_entered.emit(self, name))
            one.left.connect(lambda name=name: self.field_left.emit(self, name))
            one.step_asked.connect(lambda by, name=name: self.step_asked.emit(self, name, by))
