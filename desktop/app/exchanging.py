"""How the window exchanges: by a line in the background, or by a stick from the exchange's page."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.base.clock import SystemClock
from desktop.ui.sync_status.stick import StickPresenter, StickProgress

if TYPE_CHECKING:
    from desktop.app.wiring import DeskProgram
    from desktop.base.station_settings import Places, StationSettings
    from desktop.jobs.sync_loop import SyncWatch
    from desktop.jobs.threads import ThreadRunner
    from desktop.net.client import Client
    from desktop.store.database import Store
    from desktop.sync.centre import Contact
    from desktop.sync.engine import StoreLane
    from desktop.sync.loop import SyncLoop
    from desktop.sync.stick import StickDone
    from desktop.ui.session import Session
    from desktop.ui.settings.proxy import ProxyTyped
    from desktop.ui.settings.view import SettingsScreen
    from desktop.ui.shell.desk_pages import DeskPages
    from desktop.ui.sync_status.view import SyncScreen
    from desktop.usecases.desk import Desk

T = TypeVar("T")


def open_line(in_store: StoreLane, folder: Path, places: Places) -> tuple[Client, SyncLoop]:
    """Return a client of the station's centre, for the lane that calls this, and its exchanges.

    ``folder`` is the station's; new versions of the program are fetched into it.

    Raises:
        Refused: ``NOT_REGISTERED``, ``CA_FILE``; what IT set is wrong, and nothing is exchanged
            before it is right (`desktop.base.station_settings.read_settings`).
    """
    from desktop.app.releases import release_keys, this_program
    from desktop.base.station_settings import read_settings
    from desktop.sync.centre import contact
    from desktop.sync.loop import SyncLoop
    from desktop.sync.updates import UpdateFetcher

    clock, machine = SystemClock(), read_settings(places)
    line = in_store(lambda store: contact(store, machine)).client(clock)
    fetcher = UpdateFetcher(
        in_store, line, clock, folder, release_keys, this_program(), machine.update_mode
    )
    chance = random.Random(os.urandom(8)).random  # noqa: S311 - spreads retries, decides nothing
    return line, SyncLoop(in_store, line, clock, chance, fetcher.step)


def lend_to(program: DeskProgram, pages: DeskPages, places: Places) -> None:
    """Let the pages, once they are made, exchange by stick and choose the way to the centre."""
    pages.sync_made.connect(
        lambda page: lend_stick(page, program.runner, program.session, program.watch)
    )
    pages.sync_made.connect(lambda page: page.lost_read.connect(program.repairs.lost_read))
    pages.settings_made.connect(lambda page: lend_proxy(page, program, places))


def lend_proxy(page: SettingsScreen, program: DeskProgram, places: Places) -> None:
    """Let ``page`` show, choose and try the way to the centre."""
    from desktop.base.station_settings import read_settings
    from desktop.sync.operators import try_line
    from desktop.ui.settings.proxy import ProxyDoing
    from desktop.usecases.proxy import ProxyHere, choose_proxy, proxy_here

    session = program.session
    if session is None:
        return
    desk, runner, store = session.desk, program.runner, session.desk.store

    def look() -> ProxyHere:
        return proxy_here(desk, read_settings(places))

    def keep(typed: ProxyTyped) -> ProxyHere:
        choose_proxy(desk, read_settings(places), typed.way, typed.user, typed.password)
        return look()

    def try_(typed: ProxyTyped | None) -> None:
        machine = read_settings(places)

        def in_store(work: Callable[[Store], T]) -> T:
            return runner.wait_for("store", lambda: work(store))

        at = in_store(lambda held: _way(held, desk, machine, typed))
        with at.client(SystemClock()) as client:
            try_line(in_store, client)

    def changed() -> None:
        if program.watch is not None:
            program.watch.renew()

    page.offer_proxy(session, ProxyDoing(look, keep, try_, changed))


def _way(held: Store, desk: Desk, machine: StationSettings, typed: ProxyTyped | None) -> Contact:
    """Return how to reach the centre, by what was typed if something was."""
    from desktop.base.proxy import read_proxy
    from desktop.sync.centre import contact
    from desktop.usecases.proxy import own_password

    at = contact(held, machine)
    if typed is None:
        return at
    kept = own_password(desk, typed.way, typed.user)
    password = kept if typed.password is None else typed.password
    return replace(at, proxy=read_proxy(typed.way, typed.user, password))


def lend_stick(
    page: SyncScreen, runner: ThreadRunner, session: Session | None, watch: SyncWatch | None
) -> None:
    """Let ``page`` exchange by stick, on the line's lane and with its news: the two take turns."""
    if session is None or watch is None:
        return
    store = session.desk.store

    def exchange(folder: Path, progress: StickProgress) -> StickDone:
        from desktop.sync.stick import exchange_by_stick

        return exchange_by_stick(
            lambda work: runner.wait_for("store", lambda: work(store)),
            folder,
            SystemClock(),
            told=progress.tell,
            cancelled=lambda: progress.stopped,
        )

    page.pause_asked.connect(watch.pause)
    page.stick = StickPresenter(runner, session.messages, page, exchange, watch.exchanged.emit)
