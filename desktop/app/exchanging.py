"""How the window exchanges: by a line in the background, or by a stick from the exchange's page."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.clock import SystemClock
from desktop.ui.sync_status.stick import StickPresenter, StickProgress

if TYPE_CHECKING:
    from desktop.base.station_settings import Places
    from desktop.jobs.sync_loop import SyncWatch
    from desktop.jobs.threads import ThreadRunner
    from desktop.net.client import Client
    from desktop.sync.engine import StoreLane
    from desktop.sync.loop import SyncLoop
    from desktop.sync.stick import StickDone
    from desktop.ui.session import Session
    from desktop.ui.sync_status.view import SyncScreen


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
