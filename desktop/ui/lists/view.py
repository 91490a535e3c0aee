"""The page 名单导入: a title, a row of tabs, and the screen of the tab that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.lists.tab_page import TabPage
from desktop.ui.lists.tabs import TABS, Tab
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.tab_button import TabButton

HELP = "lists"


class ListsScreen(QWidget):
    """名单导入."""

    desk_changed = Signal()
    household_asked = Signal(str)

    def __init__(
        self,
        session: Session,
        look: Look,
        parent: QWidget | None = None,
        *,
        tabs: Sequence[Tab] = TABS,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._tabs = {tab.name: tab for tab in tabs}
        self._made: dict[str, TabPage] = {}
        self._here = tabs[0].name
        self.setProperty("look", "page")
        self.setProperty("helpTopic", HELP)
        self.buttons = {tab.name: self._button(tab) for tab in tabs}
        self._stack = QStackedWidget(self)
        self._lay_out()
        for key, words, step in (
            ("Ctrl+PgDown", "keys.lists_next_tab", 1),
            ("Ctrl+PgUp", "keys.lists_tab_before", -1),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(session.messages.say(words))
            shortcut.activated.connect(lambda step=step: self._step(step))

    def begin(self) -> None:
        """Show the tab that was shown last."""
        self.go(self._here)

    def focus_again(self) -> None:
        """Put the keyboard back where it was."""
        self.tab(self._here).focus_again()

    def go(self, name: str) -> None:
        """Show a tab."""
        page = self.tab(name)
        self._here = name
        self.buttons[name].setChecked(True)
        self._stack.setCurrentWidget(page)
        page.begin()

    def tab(self, name: str) -> TabPage:
        """Return a tab's screen, made now if nobody has opened it yet."""
        if name not in self._made:
            page = self._tabs[name].make(self._session, self._look)
            page.desk_changed.connect(self.desk_changed)
            page.household_asked.connect(self.household_asked)
            page.tab_asked.connect(self.go)
            self._made[name] = page
            self._stack.addWidget(page)
            self._look.dress(page)
        return self._made[name]

    def _step(self, step: int) -> None:
        names = list(self._tabs)
        self.go(names[(names.index(self._here) + step) % len(names)])

    def _button(self, tab: Tab) -> QPushButton:
        button = TabButton(self, self._session.messages.say(tab.words))
        button.setObjectName(f"tab_{tab.name}")
        button.clicked.connect(lambda: self.go(tab.name))
        return button

    def _lay_out(self) -> None:
        title = QLabel(self._session.messages.say("lists.title"), self)
        title.setProperty("look", "title")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(title)
        for button in self.buttons.values():
            head.addWidget(button)
        head.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self._stack, 1)
