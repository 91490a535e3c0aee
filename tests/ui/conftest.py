"""Screens under test: a real window over a real station, or one screen over a desk in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.app.desk_opening import RECEIPTS
from desktop.app.keyboard import Keyboard
from desktop.app.wiring import DeskProgram
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.domain.codes import Language
from desktop.ui.enroll.view import EnrolScreen
from desktop.ui.session import Session
from desktop.ui.shell.desk_pages import DeskPages
from desktop.ui.theme import icons
from desktop.ui.theme.look import Look
from desktop.ui.widgets.text_field import TextField
from desktop.usecases.desk import NewStation, set_up_station
from tests.helpers import desks
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import TrayOut, pictures_folder, session_of
from tests.helpers.stage import stage
from tests.helpers.stations import DAY

OPERATOR = "trainer"
PASSWORD = "canbao2021"
HERE = Path(__file__).parent
_PLAIN: list[tuple[QFont, QPalette]] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            # The offscreen platform says this of every window; a real one does not.
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@dataclass(slots=True)
class AtWindow:
    """A whole program with its window, and hands on its keyboard."""

    program: DeskProgram
    papers: Path
    pictures: Path | None
    keys: Keyboard = field(init=False)

    def __post_init__(self) -> None:
        self.keys = Keyboard(self.program.window, self.program.runner.idle)

    @property
    def pages(self) -> DeskPages:
        """The signed-in desk's screens."""
        assert self.program.window.pages is not None
        return self.program.window.pages

    def sign_in(self) -> None:
        """Sign in as the training operator."""
        window = self.program.window
        self.keys.wait_until(lambda: window.sign_in.form.operators.count() > 0, "operators")
        self.keys.type(PASSWORD)
        self.keys.enter()
        self.keys.wait_until(lambda: window.pages is not None, "the signed-in desk")
        # What the program looks up at its start must not answer after what a test does.
        self.keys.settle()

    def picture(self, name: str) -> None:
        """Keep a picture of the window, where somebody asked for pictures."""
        if self.pictures is not None:
            self.keys.settle()
            self.program.window.grab().save(str(self.pictures / f"{name}.png"))


@pytest.fixture
def pictures() -> Path | None:
    """Where pictures go: the folder named in ``CANBAO_SCREENS``; None if nobody asks."""
    return pictures_folder(os.environ.get("CANBAO_SCREENS"))


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A training station's folder, set up and empty."""
    folder = tmp_path / "station"
    new = NewStation(
        division="539999001",
        name="培训县第一镇医保服务站",
        operator=OPERATOR,
        display_name="培训员",
        password=PASSWORD,
        training_day=DAY,
    )
    set_up_station(folder, new, SystemClock(), SystemIds())
    return folder


@pytest.fixture
def at_window(qapp: QApplication, station: Path, pictures: Path | None) -> Iterator[AtWindow]:
    """The program's window over a fresh training station, at the sign-in screen."""
    papers = station / RECEIPTS
    program = DeskProgram(qapp, station, papers)
    program.window.resize(1366, 728)
    program.window.show()
    program.window.activateWindow()
    program.begin((OPERATOR, ""))
    yield AtWindow(program, papers, pictures)
    end(qapp, program)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The application dressed in the light theme at normal size."""
    made = Look(qapp)
    made.apply("light", "normal")
    yield made
    shiboken6.delete(made)
    undress(qapp)


@dataclass(slots=True)
class AtScreen:
    """The household screen alone, over a desk in memory, every lane inline."""

    screen: EnrolScreen
    keys: Keyboard
    session: Session
    runner: InlineRunner
    tray: TrayOut


@pytest.fixture
def open_screen(look: Look) -> Iterator[Callable[..., AtScreen]]:
    """Open the household screen in a language."""
    with desks.desk() as desk, stage(look) as shown:

        def open_(language: Language = "zh") -> AtScreen:
            runner, tray = InlineRunner(), TrayOut()
            session = session_of(desk, runner=runner, tray=tray, language=language)
            shown.speak(language)
            screen = EnrolScreen(session, look)
            shown.show(screen, 1194, 640)
            screen.begin()
            return AtScreen(screen, Keyboard(screen), session, runner, tray)

        yield open_


@pytest.fixture
def at_screen(open_screen: Callable[..., AtScreen]) -> AtScreen:
    """The household screen in Chinese."""
    return open_screen()


@pytest.fixture(scope="session", autouse=True)
def _plain(qapp: QApplication) -> None:
    """Note what the application looks like before any test dresses it."""
    _PLAIN.append((QFont(qapp.font()), QPalette(qapp.palette())))


def close(program: DeskProgram) -> None:
    """Close a program and take it away at once: a timer of it must not fire any more."""
    program.close()
    for part in (program.window, program.look, program):
        shiboken6.delete(part)


def end(application: QApplication, *programs: DeskProgram) -> None:
    """Close programs, and leave the tests after nothing of them."""
    for program in programs:
        close(program)
    application.processEvents()
    QCoreApplication.sendPostedEvents()
    undress(application)


def undress(application: QApplication) -> None:
    """Give the application its plain look back, for the tests after."""
    font, palette = _PLAIN[0]
    application.setStyleSheet("")
    application.setPalette(palette)
    application.setFont(font)
    TextField.enter_steps = True
    icons.forget()
