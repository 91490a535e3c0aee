"""The window's decisions that belong to no screen: sign in, lock, exchange, settings, close."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.app import desk_opening, installation
from desktop.app.exchanging import lend_to, open_line
from desktop.app.first_run import FirstRun
from desktop.app.law_arrivals import LawArrivals
from desktop.app.paths import preferences_folder
from desktop.app.preferences import load_preferences, save_preferences
from desktop.app.relocating import Relocating
from desktop.app.repairing import Repairs
from desktop.app.update_news import UpdateNews
from desktop.base.clock import SystemClock
from desktop.base.errors import CanbaoError
from desktop.base.ids import SystemIds
from desktop.base.resources import resource_path
from desktop.base.station_settings import Places, machine_places
from desktop.jobs.threads import ThreadRunner
from desktop.ui.first_run.answers import Answers
from desktop.ui.messages import Messages
from desktop.ui.settings.preferences import Preferences
from desktop.ui.shell.view import ShellWindow
from desktop.ui.sign_in.view import OperatorShown
from desktop.ui.theme.look import Look

if TYPE_CHECKING:
    from desktop.domain.codes import Language
    from desktop.jobs.sync_loop import SyncWatch
    from desktop.net.client import Client
    from desktop.store.database import Store
    from desktop.ui.session import Session
    from desktop.ui.shell.desk_pages import DeskPages
    from desktop.usecases.desk import Desk
    from desktop.usecases.status import DeskStatus

T = TypeVar("T")


class DeskProgram(QObject):
    """One running window over one data folder."""

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        papers: Path | None = None,
        places: Places | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self.folder = folder
        self._papers = papers
        self._places = places or machine_places()
        self.runner = ThreadRunner(self)
        self.preferences = load_preferences(preferences_folder(folder))
        self.messages = Messages(self.preferences.language)
        self.look = Look(application)
        self._translator = QTranslator(self)
        self._translate()
        self.look.apply(self.preferences.theme, self.preferences.text_size)
        self.window = ShellWindow(self.look, self.messages)
        self.session: Session | None = None
        self.watch: SyncWatch | None = None
        self._status: DeskStatus | None = None
        self.law_arrivals: LawArrivals | None = None
        self._line: Client | None = None
        self.news: UpdateNews | None = None
        self._answers: Answers | None = None
        self.first_run = FirstRun(self.window, self.runner, self.look, folder, self._places)
        self.first_run.language_asked.connect(self._first_language)
        self.first_run.sign_in_asked.connect(self._first_sign_in)
        self.first_run.registered.connect(self._sync_now)
        self.window.sign_in.sign_in_asked.connect(self.sign_in)
        self.repairs = Repairs(self.runner, self.window, folder, lambda: self.messages)
        self.relocating = Relocating(self, folder, self._places)
        self.window.lock_screen.unlock_asked.connect(self._unlock)
        self.window.sync_asked.connect(self._sync_now)
        self.window.closing.connect(self.close)
        self.window.watch_activity(application)

    def begin(self, hint: tuple[str, str] = ("", "")) -> None:
        """Show the sign-in screen, or the first run's where there is no station yet.

        ``hint`` fills in a training desk's operator and password.
        """
        self.look.dress(self.window)
        last = hint[0] or self.preferences.last_operator
        self.window.sign_in.show_station(self.preferences.station_name)

        def show(found: desk_opening.Start) -> None:
            shown = [OperatorShown(one.operator, one.words) for one in found.operators]
            self.window.sign_in.show_operators(shown, last)
            self._answers = found.answers
            if not found.set_up:
                self.first_run.ask(self.messages, found.answers or Answers())
            elif hint[1]:
                self.window.sign_in.show_password(hint[1])
            later = partial(desk_opening.warm_up_on, self.runner, self.window, self._sign_in_failed)
            QTimer.singleShot(desk_opening.WARM_UP_MS, self.runner, later)

        self.runner.submit(
            "store",
            lambda: desk_opening.start(self.folder, self.messages),
            owner=self.window,
            done=show,
            failed=self._sign_in_failed,
        )

    def sign_in(self, operator: str, password: str) -> None:
        """Open the desk with what was typed."""
        screen = self.window.sign_in
        screen.show_busy(busy=True, text=self.messages.say("sign_in.checking"))
        messages, runner = self.messages, self.runner
        # Asked for each paper: a changed setting holds for the next one.
        ways = self._papers, lambda: self.preferences.printing
        self.runner.submit(
            "store",
            lambda: desk_opening.open_session(
                self.folder, operator, password, messages, runner, *ways
            ),
            owner=self.window,
            done=self._signed_in,
            failed=self._sign_in_failed,
        )

    def set_preferences(self, preferences: Preferences) -> None:
        """Take new settings: at once on the screen, then in the file."""
        before, self.preferences = self.preferences, preferences
        if (before.theme, before.text_size) != (preferences.theme, preferences.text_size):
            self.look.apply(preferences.theme, preferences.text_size)
        if before.language != preferences.language:
            self._speak()
        self.window.set_preferences(preferences)
        self._apply_enter()
        self._choose_reader()
        self._keep_preferences()

    def _keep_preferences(self) -> None:
        preferences = self.preferences
        self.runner.submit(
            "store",
            lambda: save_preferences(preferences_folder(self.folder), preferences),
            owner=self.window,
            failed=self._preferences_failed,
        )

    def let_go(self) -> tuple[Desk, Client | None] | None:
        """Keep the draft and end the exchange; return what is still open, None if nothing is."""
        if self.watch is not None:
            self.watch.stop()
            self.watch = None
        session, self.session, self._status = self.session, None, None
        line, self._line = self._line, None
        if session is None:
            return None
        session.cards.close()
        if self.window.pages is not None:
            self.window.pages.enrol.presenter.keep_draft()
        session.desk.counting.stop()
        return session.desk, line

    def close(self) -> None:
        """Keep the draft, end the exchange, drain the store lane, close the file."""
        still_open = self.let_go()
        if still_open is not None:
            desk = still_open[0]
            self.runner.submit("search", desk.searching.close, owner=self)
            self.runner.submit("count", desk.counting.close, owner=self)
            self.runner.submit("store", desk.store.close, owner=self)
        QCoreApplication.removeTranslator(self._translator)
        self.runner.close()
        if still_open is not None and still_open[1] is not None:
            # Its lane has ended: nobody else speaks on it any more.
            still_open[1].close()

    def _signed_in(self, session: Session) -> None:
        self.window.sign_in.show_busy(busy=False)
        self.session = session
        self.preferences = msgspec.structs.replace(self.preferences, last_operator=session.operator)
        self._keep_preferences()
        self.first_run.end()
        self._make_pages().enrol.begin()
        self._start_exchange(session)
        if self._answers is not None and self._answers.step == "centre":
            self._answers = None
            self.ask_centre()
        self._refresh_status()
        self._learn_places()
        self.repairs.look(session.desk, self._refresh_status)

    def _learn_places(self) -> None:
        """Bring what finds divisions up to date: at sign-in, and when the county's tree came."""
        if self.session is None:
            return
        from desktop.usecases.divisions import index

        desk = self.session.desk
        self.runner.submit(
            "store", lambda: index(desk), owner=self.window, done=self._learnt, failed=self._ignored
        )

    def _learnt(self, _index: object) -> None:
        if self.session is not None and self.window.pages is not None:
            self.window.pages.enrol.places_learnt()
            self.window.pages.count_anew()

    def _make_pages(self) -> DeskPages:
        from desktop.ui.shell.desk_pages import DeskPages

        assert self.session is not None
        ids = SystemIds()
        pages = DeskPages(
            self.session, self.look, self.preferences, self.window.form.pages, ids.new_id
        )
        pages.desk_changed.connect(self._on_desk_changed)
        pages.sync_asked.connect(self._sync_now)
        pages.register_asked.connect(self.ask_centre)
        pages.move_asked.connect(self.relocating.open)
        lend_to(self, pages, self._places)
        pages.preferences_changed.connect(self.set_preferences)
        pages.moved.connect(self._on_moved)
        self.window.enter(pages, self.preferences)
        self._apply_enter()
        self._choose_reader()
        self._show_desk()
        return pages

    def _start_exchange(self, session: Session) -> None:
        from desktop.jobs.sync_loop import SyncWatch

        store = session.desk.store

        def in_store(work: Callable[[Store], T]) -> T:
            return self.runner.wait_for("store", lambda: work(store))

        def make() -> object:
            if self._line is not None:
                self._line.close()
            self._line, exchanges = open_line(in_store, self.folder, self._places)
            return exchanges

        self.watch = SyncWatch(self.runner, make, SystemClock(), self)  # type: ignore[arg-type]
        self.watch.changed.connect(self._show_exchange)
        self.news = UpdateNews(self.runner, self.window, self.folder, lambda: self.messages)
        self.news.look()
        self.watch.exchanged.connect(self.repairs.settle)
        for hears in (self._refresh_status, self._learn_places, self.news.look):
            self.watch.exchanged.connect(hears)
        self.law_arrivals = LawArrivals(self.runner, session.desk, self.window)
        self.law_arrivals.changed.connect(self._show_desk)
        self.law_arrivals.changed.connect(self._on_desk_changed)
        self.watch.exchanged.connect(self.law_arrivals.look)
        self.law_arrivals.look()
        self.watch.now()

    def ask_centre(self) -> None:
        """Let the station be registered with its centre, now or later."""
        assert self.session is not None
        session = self.session
        self.first_run.ask_centre(self.messages, session.desk.store, training=session.training)

    def _first_sign_in(self, operator: str, password: str) -> None:
        self._answers = Answers(step="centre")
        self.sign_in(operator, password)

    def _first_language(self, language: Language) -> None:
        """Ask on in the language that was chosen."""
        screen = self.first_run.screen
        assert screen is not None
        answers = screen.presenter.answers
        self.set_preferences(msgspec.structs.replace(self.preferences, language=language))
        self.first_run.ask(self.messages, answers)

    def _sync_now(self) -> None:
        if self.watch is not None:
            self.watch.now()

    def _on_desk_changed(self) -> None:
        self._refresh_status()
        self._sync_now()

    def _on_moved(self, place: str) -> None:
        if self.law_arrivals is not None:
            self.law_arrivals.look()
        if place == "settings":
            self._show_about()
        self._show_exchange()

    def _refresh_status(self) -> None:
        if self.session is None:
            return
        from desktop.usecases.status import desk_status

        desk = self.session.desk

        def show(status: DeskStatus) -> None:
            self._status = status
            self._show_exchange()
            self.window.show_cases(status.open_cases)
            if self.window.pages is not None:
                self.window.pages.desk_news()

        self.runner.submit(
            "store", lambda: desk_status(desk), owner=self.window, done=show, failed=self._ignored
        )

    def _ignored(self, error: Exception) -> None:
        """Show nothing: the status bar keeps what it last knew; what failed shows where it acts."""
        if not isinstance(error, CanbaoError):
            raise error

    def _show_exchange(self) -> None:
        if self.watch is None or self.window.pages is None:
            return
        from desktop.ui.sync_status.presenter import SyncWords

        watch, pages = self.watch, self.window.pages
        words = SyncWords(self.messages)
        shown = words.shown(watch.state, watch.error, self._status, watch.next_in_s)
        self.window.status.show_exchange(*words.bar(shown, self._status))
        if pages.here == "sync":
            lines = ((line.at, line.report, line.error) for line in watch.history)
            page = words.page(self._status, lines, watch.state)
            pages.sync.show_state(shown, page, running=watch.state == "running")

    def _show_desk(self) -> None:
        assert self.session is not None
        session, say = self.session, self.messages.say
        text = say(
            "shell.right",
            law=installation.law_words(session)[0],
            operator=session.display_name or session.operator,
            station=session.station_name,
        )
        training = say("shell.training", day=session.today) if session.training else ""
        self.window.status.show_desk(text, training)

    def _show_about(self) -> None:
        assert self.session is not None
        assert self.window.pages is not None
        settings = self.window.pages.settings
        installation.show_about(settings, self.session, self.folder, self._places)
        if self.news is not None:
            self.news.look()

    def _unlock(self, password: str) -> None:
        assert self.session is not None
        who = (self.folder, self.session.operator, password)
        desk_opening.unlock_on(self.runner, self.window, self.messages, *who)

    def _speak(self) -> None:
        """Make the screens anew in the other language; nothing entered is lost."""
        self.messages = Messages(self.preferences.language)
        self._translate()
        self.window.speak(self.messages)
        if self.session is None or self.window.pages is None:
            return
        presenter = self.window.pages.enrol.presenter
        opened = "" if presenter.changed else presenter.household.household_id
        presenter.keep_draft()
        self.window.forget_pages()
        self.session = self.session.in_words_of(self.messages)
        pages = self._make_pages()
        pages.enrol.begin()
        if opened:
            pages.enrol.presenter.open(opened)
        pages.go("settings")

    def _translate(self) -> None:
        QCoreApplication.removeTranslator(self._translator)
        if self.messages.language == "en":
            self._translator.load(str(resource_path("i18n", "canbao_en.qm")))
            QCoreApplication.installTranslator(self._translator)

    def _apply_enter(self) -> None:
        from desktop.ui.widgets.text_field import TextField

        TextField.enter_steps = self.preferences.enter == "steps"

    def _choose_reader(self) -> None:
        if self.session is not None:
            self.session.cards.choose(self.preferences.reader, self.runner)

    def _sign_in_failed(self, error: Exception) -> None:
        self.first_run.end()
        self.repairs.refused(error)

    def _preferences_failed(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
