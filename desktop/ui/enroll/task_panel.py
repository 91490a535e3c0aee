"""The panel of an action on a member: asks in fields, does it with one button, never modal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.enroll.choices import as_options
from desktop.ui.enroll.detail_lines import arrange
from desktop.ui.enroll.task_shown import TaskField, TaskShown
from desktop.ui.theme.look import Look
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.number_field import NumberField, grouped
from desktop.ui.widgets.tags_field import TagsField
from desktop.ui.widgets.text_field import TextField

_COLUMN = 190
_COLUMNS_MAX = 4


class TaskPanel(QObject):
    """Builds the fields an action asks for; keeps them, and the cursor, while it goes on."""

    answered = Signal(str, str)
    """A field and what stands in it now."""
    chosen = Signal(str, str)
    """A field with several choices, and the one that was picked or taken back."""
    entered = Signal(QWidget)
    """The part that has the cursor now, to be kept in sight."""
    act_asked = Signal()
    cancelled = Signal()

    def __init__(self, page: QWidget, box: QVBoxLayout, look: Look, say: Callable[[str], str]):
        super().__init__(page)
        self._look = look
        self._boxes: dict[str, QWidget] = {}
        self._fields: dict[str, TextField] = {}
        self._kinds: dict[str, TaskField] = {}
        self._code = ""
        self._columns = _COLUMNS_MAX
        self._body = QWidget(page)
        self._says = QLabel(self._body)
        self._says.setWordWrap(True)
        self._says.setProperty("look", "hint")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._result = QLabel(self._body)
        self._result.setProperty("look", "strong")
        self._message = MessageLine(self._body)
        self.act = QPushButton(self._body)
        self.act.setObjectName("taskAct")
        self.cancel = QPushButton(say("task.cancel"), self._body)
        self.cancel.setObjectName("taskCancel")
        head = QHBoxLayout()
        head.addWidget(self._says, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.act)
        lines = QVBoxLayout(self._body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addLayout(head)
        lines.addWidget(self._message)
        lines.addLayout(self._grid)
        lines.addWidget(self._result)
        lines.addStretch(1)
        box.addWidget(self._body)
        for button in (self.act, self.cancel):
            button.setAutoDefault(False)
        self.act.clicked.connect(self.act_asked)
        self.cancel.clicked.connect(self.cancelled)
        enter_clicks(self._body)

    def show_task(self, task: TaskShown) -> None:
        """Show an action; the cursor goes into its first field when it is opened."""
        opened = task.code != self._code
        if opened:
            self.clear()
        self._code = task.code
        self._show_fields(task.fields)
        self._says.setText(task.says)
        self._result.setText(grouped(task.result) if len(task.result) == 18 else task.result)
        self._result.setVisible(bool(task.result))
        self._result.setFont(self._look.digits())
        self.act.setText(task.action)
        if task.note is None:
            self._message.silence()
        else:
            self._message.say(task.note.text, task.note.tone or "quiet")
        if opened:
            self.focus()

    def clear(self) -> None:
        """Forget the action and everything that was answered."""
        self._code = ""
        for name in list(self._boxes):
            self._drop(name)
        self._message.silence()

    def focus(self) -> None:
        """Put the cursor into the first field, else on the button."""
        first = next(iter(self._fields.values()), None)
        (first or self.act).setFocus()

    def lay_out(self, width: int) -> None:
        """Take the columns that fit into ``width``."""
        self._columns = max(1, min(_COLUMNS_MAX, width // self._look.px(_COLUMN)))
        self._arrange()

    def field(self, name: str) -> TextField:
        """Return the field of a name, for whoever types into it."""
        return self._fields[name]

    def _show_fields(self, fields: tuple[TaskField, ...]) -> None:
        wanted = {one.name: one for one in fields}
        for name in [known for known in self._boxes if known not in wanted]:
            self._drop(name)
        made = [one for one in fields if one.name not in self._boxes]
        for one in made:
            self._make(one)
        self._boxes = {one.name: self._boxes[one.name] for one in fields}
        self._fields = {one.name: self._fields[one.name] for one in fields}
        if made:
            self._arrange()
        for one in fields:
            self._show(one)

    def _show(self, one: TaskField) -> None:
        field = self._fields[one.name]
        if isinstance(field, TagsField):
            field.show_tags(one.tags)
        elif isinstance(field, CodeField):
            if self._kinds[one.name].options != one.options:
                field.set_options(as_options(one.options), may_be_empty=True)
            field.show_code(one.value)
        elif isinstance(field, DateField):
            field.show_day(one.value)
        elif isinstance(field, NumberField):
            field.show_number(one.value, protected=False)
        else:
            field.show_text(one.value)
        self._kinds[one.name] = one

    def _make(self, one: TaskField) -> None:
        box = QWidget(self._body)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        label = QLabel(one.label, box)
        label.setProperty("look", "label")
        field = self._field_of(one, box)
        field.setObjectName(f"task_{one.name}")
        field.setAccessibleName(one.label)
        label.setBuddy(field)
        lines.addWidget(label)
        lines.addWidget(field)
        field.step_asked.connect(lambda by: self._step(one.name, by))
        field.entered.connect(lambda: self.entered.emit(box))
        self._boxes[one.name], self._fields[one.name] = box, field
        self._kinds[one.name] = one

    def _field_of(self, one: TaskField, box: QWidget) -> TextField:
        name = one.name
        if one.kind == "tags":
            tags = TagsField(box)
            tags.set_options(as_options(one.options), {})
            tags.chosen.connect(lambda code, _given: self.chosen.emit(name, code))
            tags.dropped.connect(lambda code: self.chosen.emit(name, code))
            return tags
        if one.kind == "code":
            coded = CodeField(box)
            coded.set_options(as_options(one.options), may_be_empty=True)
            coded.picked.connect(lambda code: self.answered.emit(name, code))
            return coded
        field: TextField = (
            DateField(box)
            if one.kind == "date"
            else NumberField(box)
            if one.kind == "number"
            else TextField(box)
        )
        if one.kind == "password":
            field.setEchoMode(QLineEdit.EchoMode.Password)
        field.edited.connect(lambda text: self.answered.emit(name, text))
        return field

    def _step(self, name: str, by: int) -> None:
        names = list(self._fields)
        place = names.index(name) + by
        if place < 0:
            return
        if place < len(names):
            self._fields[names[place]].setFocus()
        else:
            self.act.setFocus()
            self.entered.emit(self.act)

    def _drop(self, name: str) -> None:
        box = self._boxes.pop(name)
        self._fields.pop(name)
        self._kinds.pop(name)
        self._grid.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _arrange(self) -> None:
        arrange(self._grid, list(self._boxes.values()), self._columns)
