"""The feed has no gaps in the order of commits, however many write and read at once.

Every worker has a connection of its own and no lock in common, as in separate processes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path

import pytest

from desktop.base.errors import Unavailable
from desktop.base.ids import SeededIds
from desktop.server.database import CentreDatabase
from desktop.server.handlers import Handlers
from desktop.server.verify import verify
from desktop.store import exchange
from desktop.wire.messages import ExchangeReply, ExchangeRequest, SentEvent
from tests.helpers.centre import EAST, WEST, enlist, enrol, new_centre, new_station
from tests.helpers.engines import open_database
from tests.helpers.exchanges import BEGINNING
from tests.helpers.stations import fixed_clock, take_payment

WRITERS, READERS, HOUSEHOLDS, BATCH = 6, 3, 10, 4
OWN = 2
"""Events of each writer that nobody else receives: it was opened, it got its numbers."""

Sent = tuple[str, tuple[SentEvent, ...]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "centre.db"


def sent_by_all(file: Path) -> tuple[list[Sent], list[str]]:
    """Return each writer's station with all its events, and the stations of the readers."""
    centre = new_centre(file)
    sent: list[Sent] = []
    for seed in range(WRITERS):
        store = new_station(seed + 1)
        enlist(store, centre)
        for place in range(HOUSEHOLDS):
            take_payment(store, enrol(store, (EAST, WEST)[seed % 2], place=seed * 100 + place))
        sent.append((store.station.id, exchange.outgoing(store, 1000).events))
    readers = []
    for seed in range(READERS):
        store = new_station(seed + 100)
        enlist(store, centre)
        readers.append(store.station.id)
    return sent, readers


def asked(
    handlers: Handlers, request: ExchangeRequest, give_up: threading.Event
) -> ExchangeReply | None:
    """Ask until there is an answer, as a station does; None once another thread has failed."""
    while not give_up.is_set():
        try:
            return handlers.exchange(request)
        except Unavailable as error:
            if error.code != "DATABASE_BUSY":
                raise
    return None


def write(sent: Sent, give_up: threading.Event, database: CentreDatabase) -> list[int]:
    handlers = Handlers(database, fixed_clock(), SeededIds(1))
    station, events = sent
    for start in range(0, len(events), BATCH):
        request = ExchangeRequest(
            station=station,
            protocol=1,
            progress=BEGINNING,
            events=events[start : start + BATCH],
            unspent=1000,
        )
        reply = asked(handlers, request, give_up)
        if reply is None:
            break
        assert {verdict.outcome for verdict in reply.verdicts} == {"accepted"}
        # Half of the batches come twice, as after a lost answer.
        if start % (2 * BATCH) == 0:
            again = asked(handlers, request, give_up)
            assert again is None or {one.outcome for one in again.verdicts} == {"already"}
    return []


def read(station: str, total: int, give_up: threading.Event, database: CentreDatabase) -> list[int]:
    """Follow the feed to its end; what a station sees of it while others write."""
    handlers = Handlers(database, fixed_clock(), SeededIds(2))
    progress, positions = BEGINNING, list[int]()
    while len(positions) < total and not give_up.is_set():
        request = ExchangeRequest(
            station=station, protocol=1, progress=progress, events=(), unspent=1000
        )
        reply = asked(handlers, request, give_up)
        if reply is None:
            break
        assert not reply.refresh
        positions += [entry.position for entry in reply.feed]
        assert positions == sorted(set(positions))
        progress = reply.progress
    return positions


def look(stop: threading.Event, database: CentreDatabase) -> list[int]:
    """Look at the feed's head and its rows at one moment, again and again."""
    looked: list[int] = []
    while not stop.is_set():
        with database.snapshot():
            row = database.connection.execute(
                "SELECT feed_head, (SELECT count(*) FROM feed f WHERE f.county = c.county),"
                " (SELECT coalesce(max(position), 0) FROM feed f WHERE f.county = c.county)"
                " FROM centres c WHERE county = ?",
                (database.centre.county,),
            ).fetchone()
        assert row[0] == row[1] == row[2]
        looked.append(row[0])
    return looked


def test_many_writers_and_readers_see_one_order_without_gaps(file: Path) -> None:
    sent, readers = sent_by_all(file)
    total = sum(len(events) for _, events in sent)
    stop, give_up = threading.Event(), threading.Event()

    def own(work: Callable[[CentreDatabase], list[int]]) -> Callable[[], list[int]]:
        """Return ``work`` on a connection of its own; its failure ends the others."""

        def done() -> list[int]:
            database = open_database(file)
            try:
                return work(database)
            except BaseException:
                give_up.set()
                stop.set()
                raise
            finally:
                database.close()

        return done

    jobs = [
        *(own(partial(write, one, give_up)) for one in sent),
        *(own(partial(read, station, total - OWN * WRITERS, give_up)) for station in readers),
    ]
    with ThreadPoolExecutor(len(jobs) + 1) as pool:
        looking = pool.submit(own(partial(look, stop)))
        done = [pool.submit(job) for job in jobs]
        wait(done)
        stop.set()
    errors = {str(error) for one in (*done, looking) if (error := one.exception())}
    assert not errors
    assert len(looking.result()) > 1
    database = open_database(file)
    rows = database.connection.execute(
        "SELECT position FROM feed WHERE division <> '' ORDER BY position"
    )
    shared = [row[0] for row in rows]
    assert len(shared) == total - OWN * WRITERS
    # Nothing was passed over: what came late in the order had been waited for.
    assert [one.result() for one in done[WRITERS:]] == [shared] * READERS
    found = verify(database)
    assert found["ok"], found["findings"]
    assert found["events"] == total
    database.close()
