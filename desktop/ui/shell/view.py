"""The main window: one frame, the pages in it, and the two screens that cover it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget
from typing_extensions import override

from desktop.ui.compiled.shell import Ui_ShellForm
from desktop.ui.help.pages import CONTENTS, KEYBOARD
from desktop.ui.messages import Messages
from desktop.ui.settings.preferences import Preferences
from desktop.ui.shell.help_side import HelpSide
from desktop.ui.shell.place_counts import PlaceCounts
from desktop.ui.shell.scans import ScanDesk
from desktop.ui.shell.search_box import make_search_box
from desktop.ui.shell.status_bar import StatusBar
from desktop.ui.sign_in.view import LockScreen, SignInScreen
from desktop.ui.theme.look import Look
from desktop.ui.widgets.scanner import ScannerFilter

if TYPE_CHECKING:
    from desktop.ui.help.keyboard import KeyGroup
    from desktop.ui.search.overlay import SearchOverlay
    from desktop.ui.shell.desk_pages import DeskPages

PLACES = (
    "enrol", "roster", "find", "receipts", "closing", "missing", "progress", "sync", "law",
    "settings", "cases", "lists",
)  # fmt: skip
_INSIDE = {"pay": "enrol", "recount": "law", "divisions": "settings"}
"""Screens that are opened from a place and belong to it."""
_NAVIGATION_WIDTH = 160
_ACTIVITY = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class ShellWindow(QMainWindow):
    """The program's window. It connects; the wiring decides."""

    sync_asked = Signal()
    closing = Signal()
    locked = Signal()

    def __init__(self, look: Look, messages: Messages) -> None:
        super().__init__()
        self.form = Ui_ShellForm()
        self.form.setupUi(self)
        self._look = look
        self.messages = messages
        self.pages: DeskPages | None = None
        self.status = StatusBar(self.form.statusBar, look)
        self._search_box = make_search_box(self, messages, self.open_search)
        self.sign_in = SignInScreen(self)
        self.lock_screen = LockScreen(self)
        self._covers: list[QWidget] = [self.sign_in, self.lock_screen]
        self._search: SearchOverlay | None = None
        self._scanner = ScannerFilter(self)
        self._scans = ScanDesk(self)
        self.help = HelpSide(self, look, messages, self._key_groups)
        self._counts = PlaceCounts(self.form)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        self._connect()
        self._lay_out()
        look.changed.connect(self._lay_out)
        self.help.changed.connect(self._place)
        self.help.field_gone.connect(self._find_the_cursor)
        self._show_frame(shown=False)

    def enter(self, pages: DeskPages, preferences: Preferences) -> None:
        """Show a signed-in desk."""
        self.pages = pages
        pages.moved.connect(self._on_moved)
        pages.reminders.connect(self.show_due)
        from desktop.ui.shell.paper_watch import PaperWatch

        PaperWatch(pages, self.form.placeReceipts)
        pages.count_anew()
        self._show_frame(shown=True)
        self.sign_in.hide()
        self.lock_screen.hide()
        self.set_preferences(preferences)
        self._look.dress(self)
        self._on_moved(pages.here)

    def leave(self) -> None:
        """Show the sign-in screen again; the desk's screens go."""
        self.forget_pages()
        self._idle.stop()
        self._show_frame(shown=False)
        self.sign_in.forget()
        self.sign_in.show()
        self._place()

    def set_preferences(self, preferences: Preferences) -> None:
        """Take the settings that are the window's own."""
        minutes = int(preferences.idle_lock)
        self._idle.setInterval(minutes * 60_000)
        if minutes and self.pages is not None:
            self._idle.start()
        else:
            self._idle.stop()

    def speak(self, messages: Messages) -> None:
        """Speak another language from now on."""
        self.messages = messages
        self.form.retranslateUi(self)
        self.sign_in.form.retranslateUi(self.sign_in)
        self.lock_screen.form.retranslateUi(self.lock_screen)
        self._search_box.setText(messages.say("shell.search"))
        self._counts.speak(messages)
        self.help.speak(messages)

    def show_cases(self, count: int) -> None:
        """Show in the navigation how many cases wait for a decision."""
        self._counts.show_cases(count, self.messages)

    def show_due(self, count: int) -> None:
        """Show in the navigation how many reminders of the not enrolled are due."""
        self._counts.show_due(count, self.messages)

    def lock(self) -> None:
        """Cover the window until the operator gives the password again."""
        if self.pages is None or self.lock_screen.isVisible():
            return
        session = self.pages.session
        who = self.messages.say("lock.who", name=session.display_name or session.operator)
        self._hold(held=True)
        self._look.dress(self.lock_screen)
        self.lock_screen.cover(who)
        self._place()
        self._name(self.messages.say("shell.locked"))
        self.locked.emit()

    def unlock(self) -> None:
        """Uncover the window; everything is as it was."""
        self.lock_screen.hide()
        self._hold(held=self.covered)
        self._place()
        if self.pages is not None:
            self._on_moved(self.pages.here)
            self.pages.focus_again()
            self._idle.start()

    def cover(self, screen: QWidget) -> None:
        """Lay a screen over the window; what is under it does not answer until `uncover`."""
        self._covers.append(screen)
        self._hold(held=True)
        self._look.dress(screen)
        screen.show()
        screen.raise_()
        self._place()

    def uncover(self, screen: QWidget) -> None:
        """Take a screen off the window again."""
        if screen in self._covers:
            self._covers.remove(screen)
            screen.hide()
            self._hold(held=False)
            if self.pages is not None:
                self._on_moved(self.pages.here)
                self.pages.enrol.focus_again()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY and self._idle.isActive():
            self._idle.start()
        return False

    def watch_activity(self, application: QApplication) -> None:
        """Notice every key and click, to know when nobody is there."""
        self._scanner.scanned.connect(self._scans.take)
        application.installEventFilter(self._scanner)
        # Installed last and asked first: what a scanner typed is activity too.
        application.installEventFilter(self)

    @property
    def search(self) -> SearchOverlay | None:
        """The search while it lies over the window."""
        return self._search if self._search is not None and self._search.isVisible() else None

    @property
    def covered(self) -> bool:
        """Whether something lies over the window that hides it whole."""
        return any(cover.isVisible() for cover in self._covers)

    def open_search(self) -> None:
        """Open the search over whatever is shown."""
        if self.pages is None:
            return
        from desktop.ui.search.overlay import SearchOverlay

        if self._search is None:
            self._search = SearchOverlay(self.pages.session, self._look, self)
            self._search.chosen.connect(self.pages.open_household)
            self._search.closed.connect(self.pages.focus_again)
            self._look.dress(self._search)
        self._search.open()

    def _read_card(self, pages: DeskPages) -> None:
        """Read a card into the household, or find its person where the search is open."""
        if pages.here == "enrol" and self.search is None:
            pages.enrol.card_key.press()
            return
        if self.search is None:
            self.open_search()
        if self.search is not None:
            self.search.card_key.press()

    def forget_pages(self) -> None:
        """Let go of a desk's screens, before others take their place."""
        if self._search is not None:
            self._search.hide()
            self._search.deleteLater()
            self._search = None
        if self.pages is not None:
            self.pages.close()
            self.pages = None

    def _connect(self) -> None:
        form = self.form
        acts: dict[QAction, Callable[[DeskPages], object]] = {
            form.actionNew: lambda pages: pages.enrol.presenter.new_household(),
            form.actionAdd: lambda pages: pages.enrol.table.focus_last(),
            form.actionCard: self._read_card,
            form.actionCardHolds: lambda pages: pages.enrol.presenter.cards.card_holds(),
            form.actionSave: lambda pages: pages.enrol.presenter.save(),
            form.actionPay: _pay,
            form.actionRepeat: lambda pages: pages.enrol.presenter.repeat_above(),
            form.actionRemove: lambda pages: pages.enrol.presenter.remove_member(),
            form.actionBringBack: lambda pages: pages.enrol.presenter.bring_back(),
            form.actionWhy: lambda pages: pages.enrol.show_why(),
            form.actionPane: lambda pages: pages.enrol.next_pane(),
            form.actionAbout: lambda pages: pages.go("settings"),
        }
        for action, act in acts.items():
            action.triggered.connect(lambda _=False, act=act: self._with_pages(act))
        form.actionFind.setShortcuts([QKeySequence("F3"), QKeySequence("Ctrl+K")])
        form.actionFind.triggered.connect(self.open_search)
        form.actionSync.triggered.connect(self.sync_asked)
        form.actionLock.triggered.connect(self.lock)
        form.actionHelp.triggered.connect(self.help.ask)
        form.actionContents.triggered.connect(lambda: self.help.show_topic(CONTENTS))
        form.placeHelp.clicked.connect(lambda: self.help.show_topic(CONTENTS))
        form.actionKeys.triggered.connect(lambda: self.help.show_topic(KEYBOARD))
        form.actionQuit.triggered.connect(self.close)
        going = (
            form.actionPlace1, form.actionPlace2, form.actionPlace3, form.actionPlace4,
            form.actionPlace5, form.actionPlace6, form.actionPlace7, form.actionPlace8,
            form.actionPlace9, form.actionPlace10, form.actionPlaceCases, form.actionPlaceLists,
        )  # fmt: skip
        for action, (place, button) in zip(going, self._places.items(), strict=True):
            for asks in (action.triggered, button.clicked):
                asks.connect(
                    lambda _=False, place=place: self._with_pages(lambda pages: pages.go(place))
                )
        for action in self.findChildren(QAction):
            self.addAction(action)

    @property
    def _places(self) -> dict[str, QPushButton]:
        form = self.form
        buttons = (
            form.placeEnrol, form.placeRoster, form.placeFind, form.placeReceipts,
            form.placeClosing, form.placeMissing, form.placeProgress, form.placeSync,
            form.placeLaw, form.placeSettings, form.placeCases, form.placeLists,
        )  # fmt: skip
        return dict(zip(PLACES, buttons, strict=True))

    def _with_pages(self, act: Callable[[DeskPages], object]) -> None:
        if self.pages is not None:
            act(self.pages)

    def _on_moved(self, place: str) -> None:
        entering = place == "enrol"
        form = self.form
        for action in (
            form.actionNew, form.actionAdd, form.actionSave, form.actionRepeat,
            form.actionRemove, form.actionBringBack, form.actionWhy, form.actionPane,
            form.actionCardHolds,
        ):  # fmt: skip
            action.setEnabled(entering)
        form.actionCard.setEnabled(place in ("enrol", "find"))
        form.actionPay.setEnabled(place in ("enrol", "roster", "pay"))
        button = self._places.get(_INSIDE.get(place, place))
        if button is not None:
            button.setChecked(True)
        self._name(self._title(place, form.pages.page))
        self._place()

    def _name(self, shown: str) -> None:
        """Name the window after what it shows: the task bar and a screen reader say it."""
        self.setWindowTitle(self.messages.say("shell.window", shown=shown))

    def _set_actions(self, *, enabled: bool) -> None:
        form = self.form
        always = (form.actionQuit, form.actionHelp, form.actionContents, form.actionKeys)
        for action in self.findChildren(QAction):
            if action not in always:
                action.setEnabled(enabled)

    def _hold(self, *, held: bool) -> None:
        """Keep keys from reaching what a cover hides: no Tab into it, no mnemonic, no action."""
        if self._search is not None:
            self._search.hide()
        self._set_actions(enabled=not held and self.pages is not None)
        for part in (self.form.central, self.form.menuBar, self.sign_in):
            part.setEnabled(not held)

    def _show_frame(self, *, shown: bool) -> None:
        for part in (self.form.menuBar, self.form.navigation, self.form.statusBar):
            part.setVisible(shown)
        self._set_actions(enabled=shown)

    def _find_the_cursor(self) -> None:
        """Put the cursor back into the screen that is shown."""
        if self.pages is None:
            self.sign_in.form.password.setFocus()
        elif self.pages.here == "enrol":
            self.pages.enrol.focus_again()
        elif self.form.pages.page is not None:
            self.form.pages.page.focusNextChild()

    def _key_groups(self) -> tuple[KeyGroup, ...]:
        """Return every key there is, for the help's page of the keyboard."""
        from desktop.ui.help import keyboard

        groups = list(keyboard.menu_groups(self.form.menuBar))
        screens: list[QWidget] = [self.sign_in, self.lock_screen]
        if self.pages is not None:
            named = self.pages.every()
            groups += [
                keyboard.screen_group(self._title(place, page), page, self.messages)
                for place, page in named.items()
            ]
            screens += named.values()
        return (*groups, *keyboard.field_groups(screens, self.messages))

    def _title(self, place: str, page: QWidget | None) -> str:
        """Return a screen's own title, else the words of the navigation."""
        title = getattr(getattr(page, "form", None), "title", None)
        return title.text() if title is not None else self._places[_INSIDE.get(place, place)].text()

    def _place(self) -> None:
        """Give the help its room, the screens what is left."""
        aside = self.help.width if self.help.is_open else 0
        for cover in self._covers:
            cover.setGeometry(self.rect().adjusted(0, 0, -aside, 0))
        framed = self.pages is not None and not self.lock_screen.isVisible()
        central = self.form.central.geometry()
        room = QRect(0, central.top(), self.width(), central.height()) if framed else self.rect()
        # Where the page that is shown would no longer fit, the help stands over it.
        least = self.form.pages.least_width
        docked = aside if self.width() - aside >= least + self.form.navigation.width() else 0
        self.form.pages.setMinimumWidth(least if docked else 0)
        self.form.body.setContentsMargins(0, 0, docked, 0)
        self.help.place(room)

    def _lay_out(self) -> None:
        px = self._look.px
        self.form.navigation.setFixedWidth(px(_NAVIGATION_WIDTH))
        self._search_box.setFixedWidth(px(330))
        # The menu bar looks at its corner again only when it is given one.
        self.form.menuBar.setCornerWidget(self.form.menuBar.cornerWidget())
        for cover in (self.sign_in, self.lock_screen):
            cover.form.card.setFixedWidth(px(400))


def place_key(place: str) -> Qt.Key:
    """Return what goes to a place with Alt: 1 … 9, 0, Q for the cases; to the lists Ctrl+I goes."""
    digit = Qt.Key(Qt.Key.Key_0.value + (PLACES.index(place) + 1) % 10)
    return Qt.Key.Key_Q if place == "cases" else digit


def _pay(pages: DeskPages) -> None:
    if pages.payment is not None:
        pages.payment.act()
    elif pages.here == "roster":
        pages.roster.presenter.collect()
    else:
        pages.enrol.presenter.save(then_pay=True)
