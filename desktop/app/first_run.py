"""The first run at the window: its answers on disk, the station it makes, the centre it asks."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop.base.clock import SystemClock
from desktop.base.errors import Refused
from desktop.base.ids import SeededIds, SystemIds
from desktop.base.station_settings import NOTHING_SET, Places, StationSettings, read_settings
from desktop.ui.first_run.answers import Answers
from desktop.ui.messages import Messages
from desktop.ui.shell.view import ShellWindow
from desktop.ui.theme.look import Look

if TYPE_CHECKING:
    from desktop.domain.codes import Language
    from desktop.jobs.threads import ThreadRunner
    from desktop.store.database import Store
    from desktop.ui.first_run.centre_view import CentreScreen
    from desktop.ui.first_run.view import FirstRunScreen
    from desktop.ui.widgets.option_list import Option

FILE = "first-run.json"
RESIDENTS = 200
_SEED = 2021
_LOG = logging.getLogger(__name__)


def load_answers(folder: Path) -> Answers | None:
    """Return what was answered before the program ended; None if nothing was under way."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Answers)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        # Answers are quickly given again; what was damaged must not hold the window up.
        _LOG.info("answers of the first run not read: %s", type(error).__name__)
        return None


def keep_answers(folder: Path, answers: Answers) -> None:
    """Keep the answers; the file is replaced whole or not at all. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / (FILE + ".partial")
    partial.write_bytes(msgspec.json.encode(answers))
    partial.replace(folder / FILE)


def forget_answers(folder: Path) -> None:
    """Let go of the answers once the first run is over. Raises OSError."""
    (folder / FILE).unlink(missing_ok=True)


def make_station(folder: Path, answers: Answers, password: str) -> None:
    """Make the folder the station that was answered; a training station gets its residents.

    May be repeated if it failed in between. Errors as `desktop.usecases.desk.set_up_station`.
    """
    from desktop.domain.facts import Role
    from desktop.store.vault import DATABASE
    from desktop.usecases.desk import NewStation, set_up_station

    new = NewStation(
        division=answers.division,
        name=answers.station_name,
        operator=answers.operator,
        display_name=answers.display_name or answers.operator,
        password=password,
        role=msgspec.convert(answers.role, Role),
        training_day=date.fromisoformat(answers.training_day) if answers.training else None,
    )
    if not (folder / DATABASE).exists():
        set_up_station(folder, new, SystemClock(), SystemIds())
    if answers.residents == "yes":
        _seed(folder)
    keep_answers(folder, msgspec.structs.replace(answers, step="centre"))


def counties(language: Language) -> tuple[Option, ...]:
    """Return the counties a real station can be in, found by name, pinyin or code."""
    from desktop.store.search_keys import name_keys
    from desktop.ui.widgets.option_list import Option
    from desktop.usecases.divisions import shipped_divisions

    divisions, found, todo = shipped_divisions(), [], ["000000"]
    while todo:
        for one in divisions.below(todo.pop()):
            todo.append(one.code)
            if not one.code.endswith("00"):
                path = " ".join(step.name for step in reversed(divisions.path(one.code)[:-1]))
                keys = " ".join(sorted(name_keys(one.name)))
                found.append(Option(one.code, f"{path} {one.code}", short=one.name, keys=keys))
    return tuple(sorted(found, key=lambda option: option.code))


def register_with(
    runner: ThreadRunner, store: Store, places: Places, address: str, code: str
) -> None:
    """Register an open station with a centre; runs on the sync lane.

    Errors as `desktop.sync.centre.register` and `desktop.base.station_settings.read_settings`.
    """
    from desktop.net.client import Client
    from desktop.sync.centre import identity, proxy_of, register

    machine = read_settings(places)
    who, proxy = runner.wait_for("store", lambda: (identity(store), proxy_of(store, machine)))
    with Client(address, who, SystemClock(), proxy=proxy, ca_file=machine.ca_file) as client:
        register(lambda work: runner.wait_for("store", lambda: work(store)), client, address, code)


def given_answers(machine: StationSettings) -> dict[str, str]:
    """Return the answers of a real station that IT gave."""
    division = machine.division
    return {"county": division[:6], "township": division[6:]} if division else {}


def _place_name(code: str) -> str:
    # The divisions bring the calculator with them, which the first paint does not need.
    from desktop.usecases.divisions import division_name

    return division_name(code)


def _seed(folder: Path) -> None:
    from desktop.app.law import shipped_law
    from desktop.usecases.desk import open_training_desk
    from desktop.usecases.seeding import seed_residents

    desk = open_training_desk(folder, law=shipped_law(), clock=SystemClock(), ids=SystemIds())
    try:
        seed_residents(desk, RESIDENTS, SeededIds(_SEED))
    finally:
        desk.store.close()


class FirstRun(QObject):
    """Covers the window until there is a station, and until its registration is settled."""

    language_asked = Signal(str)
    sign_in_asked = Signal(str, str)
    registered = Signal()

    def __init__(
        self, window: ShellWindow, runner: ThreadRunner, look: Look, folder: Path, places: Places
    ) -> None:
        super().__init__(window)
        self._places = places
        self._window = window
        self._runner = runner
        self._look = look
        self._folder = folder
        self.screen: FirstRunScreen | None = None
        self.centre: CentreScreen | None = None

    def ask(self, messages: Messages, answers: Answers) -> None:
        """Ask what a station needs, from where the answers stand."""
        from desktop.ui.first_run.presenter import Doing
        from desktop.ui.first_run.view import FirstRunScreen

        machine, wrong = self._machine(messages)
        doing = Doing(
            keep=lambda given: keep_answers(self._folder, given),
            make=lambda given, password: make_station(self._folder, given, password),
            counties=lambda: counties(messages.language),
            place_name=_place_name,
            given=given_answers(machine),
        )
        self._drop()
        screen = FirstRunScreen(self._runner, messages, self._look, doing, answers, self._window)
        self.screen = screen
        screen.language_asked.connect(self.language_asked)
        screen.station_made.connect(self.sign_in_asked)
        self._window.cover(screen)
        screen.presenter.begin()
        if wrong:
            screen.show_note(wrong, mistake=True)

    def ask_centre(self, messages: Messages, store: Store, *, training: bool) -> None:
        """Ask for the centre of an open station; a real one gets what IT set for it."""
        from desktop.ui.first_run.centre_view import CentreScreen

        self._drop()
        self.centre = CentreScreen(
            self._runner,
            messages,
            self._look,
            lambda address, code: register_with(self._runner, store, self._places, address, code),
            self._window,
        )
        self.centre.finished.connect(self._settled)
        self._window.cover(self.centre)
        machine, wrong = self._machine(messages)
        if not training:
            self.centre.presenter.give(machine.centre_url, machine.station_code)
        self.centre.begin()
        if wrong:
            self.centre.show_note(wrong, mistake=True)

    def _machine(self, messages: Messages) -> tuple[StationSettings, str]:
        """Return what IT set, or what is wrong with it in words."""
        try:
            return read_settings(self._places), ""
        except Refused as error:
            return NOTHING_SET, messages.error(error)

    def end(self) -> None:
        """Take the screens away: the station is there and somebody has signed in."""
        self._drop()

    def _settled(self, registered: bool) -> None:  # noqa: FBT001 - a signal's slot
        self._drop()
        self._runner.submit("store", lambda: forget_answers(self._folder), owner=self._window)
        if registered:
            self.registered.emit()

    def _drop(self) -> None:
        for one in (self.screen, self.centre):
            if one is not None:
                self._window.uncover(one)
                one.deleteLater()
        self.screen = self.centre = None
