"""A question in its reserved place: a line of text, a day, or a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.enroll.shown import Note
from desktop.ui.not_enrolled.promises import Ask
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import iso_day
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField


class QuestionCard(QFrame):
    """Enter answers, Esc cancels. Nothing is shown of what is not asked.

    An empty field invites typing that nobody would take; its place stays, so that nothing jumps.
    """

    answered = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt = QLabel(self)
        self._prompt.setProperty("look", "strong")
        self._text = TextField(self)
        # A day is typed in many ways here, "+3" among them: no field of its own.
        self._day = TextField(self)
        self._reason = CodeField(self)
        self.hint = MessageLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._prompt)
        for field in (self._text, self._day, self._reason):
            field.answers_enter = True
            field.step_asked.connect(lambda _by, field=field: self._on_enter(field))
            field.hide()
            column.addWidget(field)
        column.addWidget(self.hint)
        self._asked: TextField | None = None
        self._held = True
        self.end()

    def offer(self, reasons: tuple[Option, ...]) -> None:
        """Take the reasons to choose from."""
        self._reason.set_options(reasons)
        self._reason.picked.connect(self._on_picked)

    def hold_place(self, *, held: bool) -> None:
        """Keep the place of a question nobody asks, or give it to what stands above."""
        self._held = held
        self._keep_room(idle=not self.asking)

    @property
    def digits(self) -> str:
        """Which digit picks which reason."""
        return self._reason.hint

    @property
    def field(self) -> TextField:
        """The field that is asked for now, or would be."""
        return self._asked or self._text

    @property
    def asking(self) -> bool:
        """Whether something is asked now."""
        return self._asked is not None

    def ask(self, prompt: str, kind: Ask, hint: Note) -> None:
        """Ask; what was typed stays if the same question is asked again for a mistake."""
        again = self.asking and self._prompt.text() == prompt
        self._prompt.setText(prompt)
        fields = {"text": self._text, "day": self._day, "reason": self._reason}
        self._asked = fields[kind]
        self._keep_room(idle=False)
        for name, field in fields.items():
            field.setVisible(name == kind)
            field.setEnabled(True)
            field.setAccessibleName(prompt)
            if not again:
                field.clear()
        if not again:
            self._reason.show_code("")
        self.hint.say(hint.text, hint.tone or "quiet")
        self.field.setFocus()

    def end(self) -> None:
        """Ask nothing any more."""
        self._prompt.setText(" ")
        for field in (self._text, self._day, self._reason):
            field.clear()
            field.setEnabled(False)
            field.hide()
        self._asked = None
        self._keep_room(idle=True)
        self.hint.silence()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _keep_room(self, *, idle: bool) -> None:
        """Let the hidden line of text hold a field's place while none is shown."""
        policy = self._text.sizePolicy()
        policy.setRetainSizeWhenHidden(idle and self._held)
        self._text.setSizePolicy(policy)

    def _on_picked(self, code: str) -> None:
        if code:
            self.answered.emit(code)

    def _on_enter(self, field: TextField) -> None:
        if field.isHidden() or not field.isEnabled():
            # Its answer was taken already, by the digit or the list.
            return
        if field is self._reason:
            self.answered.emit(self._reason.code)
        elif field is self._day:
            self.answered.emit(iso_day(field.text()))
        else:
            self.answered.emit(field.text())
