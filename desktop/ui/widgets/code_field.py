"""One choice out of a code set: a digit picks it, letters or characters filter, space opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.widgets.option_list import Option, OptionList
from desktop.ui.widgets.text_field import ENTER_KEYS, TextField
from desktop.ui.widgets.told_keys import ToldKey

DIGITS_MAX = 9


class CodeField(TextField):
    """Shows the words of a code. Typing never leaves it half-filled: what fits no option goes."""

    picked = Signal(str)
    """A code was chosen by hand; empty when it was cleared."""

    KEYS = (
        ToldKey("1 … 9", "keys.digit"),
        ToldKey("Space / ↓", "keys.open"),
        ToldKey("Backspace / Delete", "keys.clear"),
        ToldKey("Esc", "keys.shut"),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._by_code: dict[str, Option] = {}
        self._digits: dict[str, str] = {}
        self._code = ""
        self._may_be_empty = False
        self._list: OptionList | None = None

    def set_options(
        self, options: Sequence[Option], *, digits: bool = True, may_be_empty: bool = False
    ) -> None:
        """Offer ``options``; the first nine are picked by their digit if ``digits``."""
        self._options = tuple(options)
        self._by_code = {option.code: option for option in options}
        numbered = self._options[:DIGITS_MAX] if digits else ()
        self._digits = {option.code: str(place) for place, option in enumerate(numbered, 1)}
        self._may_be_empty = may_be_empty
        self._show_chosen()

    @property
    def hint(self) -> str:
        """The digits and what they pick, for the line that helps."""
        return "   ".join(
            f"{digit} {self._by_code[code].shown}" for code, digit in self._digits.items()
        )

    @property
    def code(self) -> str:
        """The code shown, empty if none."""
        return self._code

    def show_code(self, code: str) -> None:
        """Show a code without telling anybody."""
        self._code = code
        if not self._is_open:
            self._show_chosen()

    @override
    def remember(self) -> Callable[[], None]:
        code = self._code
        return lambda: self._pick(code)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or self.composing or not self._on_key(event):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.isReadOnly() and not self._is_open:
            self.selectAll()
            self._open("")

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._close()
        self._show_chosen()
        super().focusOutEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Handle the keys that choose; False leaves the key to the line edit."""
        key, text = event.key(), event.text()
        if self._is_open:
            return self._on_key_open(event)
        if text in self._digits.values() and text:
            self._pick(next(code for code, digit in self._digits.items() if digit == text))
            return True
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Down):
            self._open("")
            return True
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            if self._may_be_empty:
                self._pick("")
            return True
        return False

    def _on_key_open(self, event: QKeyEvent) -> bool:
        assert self._list is not None
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTER_KEYS:
            if (code := self._list.current) is not None:
                self._pick(code)
            self.step_asked.emit(1)
        elif key == Qt.Key.Key_Escape:
            self._close()
            self._show_chosen()
        elif text in self._digits.values() and text and self.hasSelectedText():
            self._pick(next(code for code, digit in self._digits.items() if digit == text))
        else:
            return False
        return True

    @override
    def _on_edited(self, text: str) -> None:
        self._open(text)

    def _pick(self, code: str) -> None:
        self._close()
        changed = code != self._code
        self._code = code
        self._show_chosen()
        if changed:
            self.picked.emit(code)

    def _open(self, typed: str) -> None:
        if self._list is None:
            self._list = OptionList(self)
            self._list.chosen.connect(self._pick)
        self._list.show_options(self._fitting(typed), self._digits, frozenset())

    def _fitting(self, typed: str) -> list[Option]:
        """Return the options that what was typed points to."""
        return [option for option in self._options if not typed or option.fits(typed)]

    def _words(self, code: str) -> str:
        """Return what the field shows for a code."""
        option = self._by_code.get(code)
        return option.shown if option else code

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()

    @property
    def _is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _show_chosen(self) -> None:
        words = self._words(self._code)
        if self.text() != words:
            self.setText(words)
        if self.hasFocus():
            self.selectAll()
        else:
            self.setCursorPosition(0)
