"""The guided move to another township in the window: asked, done, and the new station signed in.

Everything but the last step is done while the desk stays open, so that a fault leaves it as it
was. Then the desk's screens go, whatever reads its file is closed, and the successor takes its
place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop.base.clock import SystemClock
from desktop.base.station_settings import Places, read_settings

if TYPE_CHECKING:
    from desktop.app.wiring import DeskProgram
    from desktop.net.client import Client
    from desktop.store.database import Store
    from desktop.ui.messages import Messages
    from desktop.ui.relocating.presenter import Progress
    from desktop.ui.relocating.view import RelocatingScreen
    from desktop.ui.relocating.words import Before
    from desktop.ui.widgets.option_list import Option
    from desktop.usecases.desk import Desk
    from desktop.usecases.relocating import Moved, Wanted

T = TypeVar("T")

_COUNTY_DIGITS = 6


class Relocating(QObject):
    """Covers the window while the station moves."""

    def __init__(self, program: DeskProgram, folder: Path, places: Places) -> None:
        super().__init__(program.window)
        self._program = program
        self._folder = folder
        self._places = places
        self.screen: RelocatingScreen | None = None

    def open(self) -> None:
        """Ask where to, and do it."""
        from desktop.ui.relocating.presenter import Doing
        from desktop.ui.relocating.view import RelocatingScreen

        program = self._program
        assert program.session is not None
        assert program.window.pages is not None
        # What is on the screen is told as unsaved.
        program.window.pages.enrol.presenter.keep_draft()
        desk, messages, division = program.session.desk, program.messages, program.session.division
        doing = Doing(
            look=lambda: look(desk, messages),
            move=lambda wanted, progress: self._settle(desk, wanted, progress),
        )
        self._drop()
        screen = RelocatingScreen(program.runner, messages, doing, division, program.window)
        self.screen = screen
        screen.finished.connect(self._left)
        screen.clearing.connect(self._clear)
        program.window.cover(screen)
        screen.begin()

    def _settle(self, desk: Desk, wanted: Wanted, progress: Progress) -> Moved:
        """Do all but the last step; runs on the exchange's lane."""
        from desktop.app.relocation import line_of, settle_move

        runner, clock, store = self._program.runner, SystemClock(), desk.store

        def in_store(work: Callable[[Store], T]) -> T:
            return runner.wait_for("store", lambda: work(store))

        machine = read_settings(self._places)
        speak = in_store(lambda _store: line_of(desk, clock, machine))
        return settle_move(desk, self._folder, wanted, speak, clock, in_store, progress.tell)

    def _clear(self, moved: Moved, place: str) -> None:
        still_open = self._program.let_go()
        assert still_open is not None
        desk, line = still_open
        # Behind whatever the screens had asked of their lanes.
        self._program.window.forget_pages()
        say = self._program.messages.say
        words = say("move.settled", place=place, code=moved.code)

        def failed(error: Exception) -> None:
            why = self._program.messages.error(error)
            self._over(say("move.settled_later", place=place, code=moved.code, why=why))

        self._program.runner.submit(
            "sync",
            lambda: self._last_step(desk, line),
            owner=self,
            done=lambda _: self._over(words),
            failed=failed,
        )

    def _last_step(self, desk: Desk, line: Client | None) -> None:
        from desktop.usecases.relocating import clear_out

        wait_for = self._program.runner.wait_for
        if line is not None:
            line.close()
        wait_for("search", desk.searching.close)
        wait_for("count", desk.counting.close)
        wait_for("store", lambda: clear_out(desk, self._folder))

    def _over(self, words: str) -> None:
        program = self._program
        program.window.leave()
        self._drop()
        program.begin()
        program.window.sign_in.show_repaired(words)

    def _left(self) -> None:
        self._drop()
        pages = self._program.window.pages
        if pages is not None and pages.here == "settings":
            pages.settings.form.relocate.setFocus()

    def _drop(self) -> None:
        if self.screen is not None:
            screen, self.screen = self.screen, None
            self._program.window.uncover(screen)
            screen.deleteLater()


def look(desk: Desk, messages: Messages) -> Before:
    """Return where the station stands and where it may go; runs on the store's lane."""
    from desktop.ui.relocating.words import Before
    from desktop.usecases.exchange_state import exchange_state
    from desktop.usecases.relocating import MAY_MOVE, leaving

    station = desk.store.station
    return Before(
        leaving(desk),
        exchange_state(desk),
        registered=desk.store.setting("centre.url") is not None,
        allowed=station.training_day is not None or desk.role in MAY_MOVE,
        townships=_townships(desk, messages),
    )


def _townships(desk: Desk, messages: Messages) -> tuple[Option, ...]:
    from desktop.store.search_keys import name_keys
    from desktop.ui.widgets.option_list import Option
    from desktop.usecases.divisions import tree
    from desktop.wire.scope import scope_of

    known, here = tree(desk), desk.store.station.division
    county = here[:_COUNTY_DIGITS]
    found = [
        Option(unit.code, f"{unit.name} {unit.code}", unit.name, " ".join(name_keys(unit.name)))
        for unit in known.children(county, desk.today.isoformat())
        if scope_of(unit.code) != scope_of(here)
    ]
    if found and scope_of(county) != scope_of(here):
        whole = messages.say("move.county", name=known.name(county))
        found.append(Option(county, f"{whole} {county}", whole))
    return tuple(found)
