"""A line of text in any script: counts characters, not UTF-16 units, and minds the IME."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop.ui.widgets.told_keys import ToldKey

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextField(QLineEdit):
    """A line edit whose Enter steps to another field, never while a character is being composed.

    ``characters_max`` limits characters as people count code points (QLineEdit's own maxLength
    would split a pair of surrogates).
    """

    edited = Signal(str)
    """What the person made of it: after each change by hand, never after `show_text`."""
    step_asked = Signal(int)
    """Enter (+1) or Shift+Enter (-1)."""
    entered = Signal()
    left = Signal()

    enter_steps = True
    """A person may prefer Tab alone; what they set holds for every field."""

    KEYS: tuple[ToldKey, ...] = (ToldKey("Enter / Shift+Enter", "keys.next"),)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.characters_max = 200
        self.answers_enter = False
        """Enter means an answer here (a password, a search), whatever the setting."""
        self.undo_outside = False
        """Ctrl+Z and Ctrl+Y are the screen's, which takes whole fields back, not letters."""
        self._composing = False
        self.textEdited.connect(self._on_edited)

    def show_text(self, text: str) -> None:
        """Show ``text``, keeping the cursor where it is if nothing changed."""
        if self.text() != text:
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def remember(self) -> Callable[[], None]:
        """Return what puts the field back as it is now, and tells listeners if it had changed."""
        text, cursor, selected = self.text(), self.cursorPosition(), self.hasSelectedText()

        def put_back() -> None:
            if self.text() != text:
                self.setText(text)
                self._on_edited(text)
            self.setCursorPosition(cursor)
            if selected:
                self.selectAll()

        return put_back

    @property
    def composing(self) -> bool:
        """Whether the input method holds letters that are not yet characters."""
        return self._composing

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            if not self._composing and (self.enter_steps or self.answers_enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_asked.emit(-1 if back else 1)
            event.accept()
            return
        undoing = event.matches(QKeySequence.StandardKey.Undo)
        if self.undo_outside and (undoing or event.matches(QKeySequence.StandardKey.Redo)):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            # What is too long for the field shows its beginning.
            self.setCursorPosition(0)
            self.left.emit()

    def _on_edited(self, text: str) -> None:
        if len(text) > self.characters_max:
            cursor = self.cursorPosition()
            text = text[: self.characters_max]
            self.setText(text)
            self.setCursorPosition(cursor)
        self.edited.emit(text)
