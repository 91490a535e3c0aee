"""Several choices out of a code set, some of which ask a question of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.widgets.code_field import DIGITS_MAX
from desktop.ui.widgets.option_list import Option, OptionList
from desktop.ui.widgets.text_field import ENTER_KEYS, TextField
from desktop.ui.widgets.told_keys import ToldKey


@dataclass(frozen=True, slots=True)
class Question:
    """What choosing an option asks next, e.g. a disability's kind."""

    name: str
    options: tuple[Option, ...]


@dataclass(slots=True)
class _Asking:
    code: str
    questions: list[Question]
    answers: dict[str, str] = field(default_factory=dict)


class TagsField(TextField):
    """Shows the chosen options' words. A digit chooses or takes back; letters filter."""

    chosen = Signal(str, dict)
    """An option and its answers: ``("disability", {"kind": "physical", "grade": "1"})``."""
    dropped = Signal(str)

    KEYS = (ToldKey("Backspace", "keys.drop_tag"),)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._questions: dict[str, tuple[Question, ...]] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._asking: _Asking | None = None
        self._list: OptionList | None = None

    def set_options(
        self, options: Sequence[Option], questions: dict[str, tuple[Question, ...]]
    ) -> None:
        """Offer ``options``; choosing one that has ``questions`` asks them in turn."""
        self._options = tuple(options)
        self._questions = questions

    @property
    def hint(self) -> str:
        """The digits and what they pick, for the line that helps."""
        return "   ".join(
            f"{digit} {option.shown}"
            for digit, option in enumerate(self._current_options[:DIGITS_MAX], 1)
        )

    def show_tags(self, tags: Sequence[tuple[str, str]]) -> None:
        """Show what is chosen: codes with their words."""
        self._shown = tuple(tags)
        if not self._is_open:
            self._show_chosen()

    @override
    def remember(self) -> Callable[[], None]:
        """Forget what was being asked; tags taken or dropped are the screen's to put back."""
        return self._stop

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing or not self._on_key(event):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self._is_open:
            self._open("")

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._stop()
        super().focusOutEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text()
        if text.isdigit() and text.isascii() and text != "0" and self._digits_choose:
            if int(text) <= len(self._current_options):
                self._choose(self._current_options[int(text) - 1].code)
            return True
        if self._is_open:
            return self._on_key_open(event)
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Down):
            self._open("")
            return True
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            if self._shown:
                self.dropped.emit(self._shown[-1][0])
            return True
        return False

    def _on_key_open(self, event: QKeyEvent) -> bool:
        assert self._list is not None
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTER_KEYS or (key == Qt.Key.Key_Space and not self.text().strip()):
            if (code := self._list.current) is not None:
                self._choose(code)
        elif key == Qt.Key.Key_Escape:
            self._stop()
        else:
            return False
        return True

    @property
    def _digits_choose(self) -> bool:
        """Digits choose as long as nothing is being filtered."""
        return not self._is_open or self.hasSelectedText() or not self.text()

    @override
    def _on_edited(self, text: str) -> None:
        self._open(text)

    @property
    def _current_options(self) -> tuple[Option, ...]:
        return self._asking.questions[0].options if self._asking else self._options

    def _choose(self, code: str) -> None:
        if self._asking:
            question = self._asking.questions.pop(0)
            self._asking.answers[question.name] = code
        elif any(code == shown for shown, _ in self._shown):
            self._stop()
            self.dropped.emit(code)
            return
        else:
            self._asking = _Asking(code, list(self._questions.get(code, ())))
        if self._asking.questions:
            self.setText("")
            self._open("")
            return
        done = self._asking
        self._stop()
        self.chosen.emit(done.code, done.answers)

    def _open(self, typed: str) -> None:
        if self._list is None:
            self._list = OptionList(self)
            self._list.chosen.connect(self._choose)
        options = self._current_options
        fitting = [option for option in options if not typed or option.fits(typed)]
        digits = {option.code: str(place) for place, option in enumerate(options[:DIGITS_MAX], 1)}
        marked = frozenset() if self._asking else frozenset(code for code, _ in self._shown)
        self._list.show_options(fitting, digits, marked)
        self.entered.emit()

    def _stop(self) -> None:
        """Shut the list and forget a question that was not answered."""
        self._asking = None
        if self._list is not None:
            self._list.hide()
        self._show_chosen()

    @property
    def _is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _show_chosen(self) -> None:
        self.setText("、".join(words for _, words in self._shown))
        if self.hasFocus():
            self.selectAll()
        else:
            self.setCursorPosition(0)
        self.setToolTip(self.text())
