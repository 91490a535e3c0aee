"""A question asked inside the band: a day or a line of text, in the band's reserved line."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from desktop.ui.enroll.shown import Note
from desktop.ui.roster.promises import Ask
from desktop.ui.theme.look import Look
from desktop.ui.widgets.date_field import DateField, iso_day
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

_FIELD_WIDTH = 180


class AskBar(QFrame):
    """Enter answers, Esc cancels; nothing is covered that was not covered before."""

    answered = Signal(str)
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "card")
        self.setAutoFillBackground(True)
        self._prompt = QLabel(self)
        self._day = DateField(self)
        self._text = TextField(self)
        self.hint = MessageLine(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._prompt)
        for field in (self._day, self._text):
            row.addWidget(field)
            field.answers_enter = True
            field.step_asked.connect(self._on_enter)
        row.addWidget(self.hint, 1)
        self.hide()

    @property
    def field(self) -> TextField:
        """The field that is asked for now."""
        return self._text if self._day.isHidden() else self._day

    def ask(self, prompt: str, kind: Ask, hint: Note) -> None:
        """Ask; what was typed stays if the same question is asked again for a mistake."""
        again = self.isVisible() and self._prompt.text() == prompt
        self._prompt.setText(prompt)
        self._day.setVisible(kind == "day")
        self._text.setVisible(kind == "text")
        for field in (self._day, self._text):
            field.setFixedWidth(self._look.px(_FIELD_WIDTH))
            field.setAccessibleName(prompt)
            if not again:
                field.clear()
        self.hint.say(hint.text, hint.tone or "quiet")
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def place(self, rect: QRect) -> None:
        """Stand in this line of the list."""
        self.setGeometry(rect.adjusted(-4, -2, 4, 2))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_enter(self, _by: int) -> None:
        text = self.field.text().strip()
        self.answered.emit(iso_day(text) if self.field is self._day else text)
