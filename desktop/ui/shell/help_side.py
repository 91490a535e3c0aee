"""Where the help stands in the window, what F1 means, and where the cursor goes afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from desktop.ui.help.topics import topic_of
from desktop.ui.messages import Messages
from desktop.ui.theme.look import Look

if TYPE_CHECKING:
    from desktop.ui.help.keyboard import KeyGroup
    from desktop.ui.help.view import HelpPanel

_WIDTH = 372
_SHARE = 0.45
"""Of the window's width at most, at any text size."""


class HelpSide(QObject):
    """The help beside the page. It stays beside while one works, and never takes the cursor.

    F1 in a field shows its topic; F1 again, on the same topic, goes into the help; once more, or
    Esc, and the cursor is back in the field.
    """

    changed = Signal()
    """It was opened, shut or made wider: the window lays itself out anew."""

    field_gone = Signal()
    """The cursor should go back, and where it was is no more."""

    def __init__(
        self,
        window: QMainWindow,
        look: Look,
        messages: Messages,
        keys: Callable[[], tuple[KeyGroup, ...]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._messages = messages
        self._keys = keys
        self._panel: HelpPanel | None = None
        self._field: QWidget | None = None
        self._escape = QShortcut(QKeySequence("Esc"), window)
        self._escape.setContext(Qt.ShortcutContext.WindowShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.shut)
        look.changed.connect(self.changed)
        # The room beside the pages is known only once the window has laid itself out.
        window.centralWidget().installEventFilter(self)

    @property
    def panel(self) -> HelpPanel | None:
        """The panel, once it has been asked for."""
        return self._panel

    @property
    def is_open(self) -> bool:
        """Whether the help is shown."""
        return self._panel is not None and not self._panel.isHidden()

    @property
    def width(self) -> int:
        """How wide the help is, or would be."""
        return min(self._look.px(_WIDTH), round(self._window.width() * _SHARE))

    def ask(self) -> None:
        """Answer F1 in whatever has the cursor."""
        focus: QWidget | None = QApplication.focusWidget()
        panel = self._panel
        if panel is not None and self.is_open:
            if focus is not None and panel.isAncestorOf(focus):
                self._give_back()
                return
            if panel.presenter.shows(topic_of(focus)):
                self._remember(focus)
                panel.take_focus()
                return
        self._remember(focus)
        self._open(topic_of(focus))

    def show_topic(self, topic: str) -> None:
        """Show a topic somebody asked for by name: the cursor goes into the help."""
        focus: QWidget | None = QApplication.focusWidget()
        if self._panel is None or focus is None or not self._panel.isAncestorOf(focus):
            self._remember(focus)
        self._open(topic).take_focus()

    def shut(self) -> None:
        """Put the help away; the cursor is where it was."""
        if self._panel is None or not self.is_open:
            return
        focus: QWidget | None = QApplication.focusWidget()
        inside = focus is None or self._panel.isAncestorOf(focus)
        self._panel.hide()
        self._escape.setEnabled(False)
        self.changed.emit()
        if inside:
            self._give_back()

    def place(self, room: QRect) -> None:
        """Stand at the right of ``room``."""
        if self._panel is not None:
            left = room.right() + 1 - self.width
            self._panel.setGeometry(left, room.top(), self.width, room.height())
            self._panel.raise_()

    def speak(self, messages: Messages) -> None:
        """Speak another language: the next time it is asked, the help is read in that one."""
        self._messages = messages
        self.shut()
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.is_open:
            self.changed.emit()
        return False

    def _open(self, topic: str) -> HelpPanel:
        panel = self._made()
        if not self.is_open:
            panel.show()
            self._escape.setEnabled(True)
        # Its size first: where a section stands depends on where the lines break.
        self.changed.emit()
        panel.presenter.open(topic)
        return panel

    def _made(self) -> HelpPanel:
        if self._panel is None:
            # Read when it is first asked for: the first paint does not wait for it.
            from desktop.ui.help.keyboard import keyboard_page
            from desktop.ui.help.view import HelpPanel

            messages = self._messages
            self._panel = HelpPanel(
                messages,
                self._look,
                lambda: keyboard_page(self._keys(), messages),
                self._window,
            )
            self._panel.shut_asked.connect(self.shut)
        return self._panel

    def _remember(self, focus: QWidget | None) -> None:
        if focus is not None:
            self._field = focus

    def _give_back(self) -> None:
        field = self._field
        if field is not None and shiboken6.isValid(field) and field.isVisible():
            field.setFocus()
        else:
            self.field_gone.emit()
