"""Identity numbers: grouped 6-8-4 while typed, masked when not, the input method off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.domain.identity_number import masked
from desktop.ui.widgets.text_field import ENTER_KEYS, TextField

_GROUPS = (6, 14)
_GROUPED_LENGTH = 18


def grouped(number: str) -> str:
    """Return an 18-character number in groups of 6, 8 and 4; others unchanged if they are short."""
    parts = (number[: _GROUPS[0]], number[_GROUPS[0] : _GROUPS[1]], number[_GROUPS[1] :])
    return " ".join(part for part in parts if part)


def grouped_whole(number: str) -> str:
    """Return a resident number, masked or not, in its groups; any other number unchanged."""
    return grouped(number) if len(number) == _GROUPED_LENGTH else number


class NumberField(TextField):
    """Shows a number masked until it has the focus.

    A *protected* number (of a person already in the register) stays masked even then: looking
    behind the mask is an act of its own. Typing replaces it as a whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferLatin
            | Qt.InputMethodHint.ImhUppercaseOnly
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.characters_max = 40
        self._number = ""
        self._grouping = True
        self._protected = False
        self._retyping = False

    def set_grouping(self, *, on: bool) -> None:
        """Group what is typed (18-character kinds) or leave it as it is (others)."""
        if on != self._grouping:
            self._grouping = on
            self._refresh()

    def show_number(self, number: str, *, protected: bool) -> None:
        """Show a number that was not typed here."""
        self._protected = protected
        if number != self._number or not self.hasFocus():
            self._number = number
            self._refresh()

    @override
    def remember(self) -> Callable[[], None]:
        number, protected = self._number, self._protected

        def put_back() -> None:
            changed = number != self._number
            self._number, self._protected, self._retyping = number, protected, False
            self._refresh()
            if changed:
                self.edited.emit(number)

        return put_back

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._protected and not self._retyping and _changes(event):
            self._retyping = True
            self.setText("")
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._retyping = False
        if not self._protected:
            self.setText(self._arranged(self._number))
        super().focusInEvent(event)
        if self._protected:
            self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._refresh()

    @override
    def _on_edited(self, text: str) -> None:
        before = len("".join(text[: self.cursorPosition()].split()))
        number = "".join(text.split())[: self.characters_max]
        if self._protected and not number:
            return
        self._protected = False
        self._number = number
        arranged = self._arranged(number)
        if arranged != text:
            self.setText(arranged)
            self.setCursorPosition(_position(arranged, before))
        self.edited.emit(number)

    def _refresh(self) -> None:
        hidden = self._protected or not self.hasFocus()
        shown = masked(self._number) if hidden and self._number else self._number
        self.setText(self._arranged(shown))
        self.setCursorPosition(len(self.text()) if self.hasFocus() else 0)

    def _arranged(self, number: str) -> str:
        fits = self._grouping and len(number) <= _GROUPED_LENGTH
        return grouped(number) if fits else number


def _changes(event: QKeyEvent) -> bool:
    erasing = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    return erasing or (
        bool(event.text()) and event.text().isprintable() and event.key() not in ENTER_KEYS
    )


def _position(arranged: str, characters: int) -> int:
    """Return the place in ``arranged`` after so many characters that are not blanks."""
    for place, char in enumerate(arranged):
        if not characters:
            return place
        characters -= not char.isspace()
    return len(arranged)
