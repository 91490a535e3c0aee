"""Screens shown one by one over a desk, in a look and a language, and taken away again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import shiboken6
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.keyboard import Keyboard
from desktop.base.resources import resource_path
from desktop.domain.codes import Language
from desktop.ui.theme.look import Look


@contextmanager
def spoken(language: Language) -> Iterator[None]:
    """Let forms speak a language, as the program does; Chinese is theirs."""
    english = QTranslator()
    if language == "en":
        assert english.load(str(resource_path("i18n", "canbao_en.qm")))
        QCoreApplication.installTranslator(english)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(english)


class Stage:
    """What is on it is dressed, in front and has the keyboard."""

    def __init__(self, look: Look, until: ExitStack) -> None:
        self._look = look
        self._until = until
        self._shown: list[QWidget] = []

    def speak(self, language: Language) -> None:
        """Let what is made from now on speak a language."""
        self._until.enter_context(spoken(language))

    def show(self, widget: QWidget, width: int, height: int) -> None:
        """Show a widget of this size and wait until it is in front."""
        self._shown.append(widget)
        widget.resize(width, height)
        self._look.dress(widget)
        widget.show()
        widget.activateWindow()
        Keyboard.wait_until(widget.isActiveWindow, "the page in front")

    def clear(self) -> None:
        """Take everything away at once: a timer of what waits for deletion may still fire."""
        for widget in self._shown:
            shiboken6.delete(widget)
        QApplication.processEvents()


@contextmanager
def stage(look: Look) -> Iterator[Stage]:
    """Give a stage that is cleared at the end."""
    with ExitStack() as until:
        made = Stage(look, until)
        try:
            yield made
        finally:
            made.clear()
