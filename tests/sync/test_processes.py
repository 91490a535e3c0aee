"""Real processes and real threads: killed, stopped, and written to by many at once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.base.errors import Unavailable
from desktop.base.ids import SeededIds
from desktop.net.client import Client
from desktop.server import registrations
from desktop.server.database import open_centre
from desktop.server.main import verify
from desktop.server.serving import EmbeddedCentre
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, exchange_once, until_idle
from tests.helpers.centre import COUNTY, EAST, enrol, left_by_a_centre, new_station
from tests.helpers.patience import LIMIT_S
from tests.helpers.stations import fixed_clock, take_payment
from tests.sync.conftest import make_centre

SERVE = """
import sys
from pathlib import Path
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.server import main
main.run(Path(sys.argv[1]), "127.0.0.1:" + sys.argv[2],
         announce=lambda address: print(address, flush=True), clock=SystemClock(), ids=SystemIds())
"""


def start(folder: Path, port: int = 0) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(folder), str(port)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    return process, address


def gone(process: subprocess.Popen[str]) -> int:
    """Wait for a process that was told to end; return its exit status."""
    code = process.wait(LIMIT_S)
    assert process.stdout is not None
    process.stdout.close()
    return code


def exchange_for_ever(store: Store, client: Client) -> None:
    while True:
        exchange_once(direct(store), client, fixed_clock(), batch=2)


def code_of(folder: Path, seed: int) -> str:
    database = open_centre(folder)
    with database.transaction():
        code = registrations.make_code(
            database.connection, COUNTY, COUNTY, now=fixed_clock().now(), ids=SeededIds(seed)
        )
        # The processes here live by the machine's clock.
        database.connection.execute("UPDATE codes SET expires_at = '9999'")
    database.close()
    return code


def enlisted(folder: Path, address: str, seed: int, code: str = "") -> Store:
    store = new_station(seed)
    with Client(address, identity(store), fixed_clock()) as client:
        register(direct(store), client, address, code or code_of(folder, seed))
    return store


def test_killed_between_any_two_instructions_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    folder, chance = tmp_path / "centre", random.Random(20211115)
    make_centre(folder, fixed_clock())
    process, address = start(folder)
    port = int(address.rpartition(":")[2])
    store = enlisted(folder, address, 1)
    try:
        for place in range(5):
            for extra in range(8):
                take_payment(store, enrol(store, EAST, place=place * 10 + extra))
            killer = threading.Timer(chance.uniform(0.0, 0.06), process.kill)
            killer.start()
            with contact(store).client(fixed_clock()) as client, pytest.raises(Unavailable):
                exchange_for_ever(store, client)
            killer.join()
            gone(process)
            process, _ = start(folder, port)
        with contact(store).client(fixed_clock()) as client:
            assert list(until_idle(direct(store), client, fixed_clock()))[-1].idle
    finally:
        process.kill()
        gone(process)
    found = verify(folder)
    assert found["ok"], found["findings"]
    own = store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    assert found["events"] == own
    assert found["payments"] == 40
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGTERM from outside")
def test_sigterm_drains_and_ends_well(tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    make_centre(folder, fixed_clock())
    process, _address = start(folder)
    process.send_signal(signal.SIGTERM)
    assert gone(process) == 0
    assert verify(folder)["ok"]


def test_the_command_prints_where_it_listens(tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    make_centre(folder, fixed_clock())
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "desktop", "--data", str(folder)),
            *("server", "run", "--listen", "127.0.0.1:0"),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = json.loads(process.stdout.readline())
    assert line["listening"].startswith("http://127.0.0.1:")
    process.terminate()
    code = gone(process)
    assert code == 0 or os.name == "nt"


class Crowd:
    """Stations in threads of their own, all at one centre at once."""

    def __init__(self, folder: Path, address: str, size: int) -> None:
        self._folder = folder
        self._address = address
        self._ready = threading.Barrier(size)
        self._threads: list[threading.Thread] = []
        self.records: dict[int, list[tuple[object, ...]]] = {}
        """By station: place and hash of every household's event, in the order received."""

    def add(self, seed: int, work: Callable[[Store, Client], None]) -> threading.Thread:
        """Start a station that does ``work`` and then exchanges until nothing is left."""
        # Made one after the other: only the centre's own threads queue for its file.
        code = code_of(self._folder, seed)
        thread = threading.Thread(target=self._run, args=(seed, code, work), daemon=True)
        thread.start()
        self._threads.append(thread)
        return thread

    def _run(self, seed: int, code: str, work: Callable[[Store, Client], None]) -> None:
        # SQLite's connection belongs to the thread that opened it.
        store = enlisted(self._folder, self._address, seed, code)
        self._ready.wait(LIMIT_S)
        with contact(store).client(fixed_clock()) as client:
            work(store, client)
            list(until_idle(direct(store), client, fixed_clock()))
        rows = store.connection.execute(
            "SELECT feed, hash FROM events WHERE type = 'household.saved' ORDER BY feed"
        )
        self.records[seed] = [tuple(row) for row in rows]
        store.close()


def test_many_writers_and_readers_see_a_feed_without_gaps(tmp_path: Path) -> None:
    """Readers that poll while others write must never pass a position by."""
    folder, households = tmp_path / "centre", 12
    make_centre(folder, fixed_clock())
    done = threading.Event()

    def write(store: Store, client: Client) -> None:
        for place in range(households):
            enrol(store, EAST, place=place)
            exchange_once(direct(store), client, fixed_clock(), batch=3)

    def read(store: Store, client: Client) -> None:
        while not done.is_set():
            exchange_once(direct(store), client, fixed_clock())

    with EmbeddedCentre(folder, clock=fixed_clock()) as running:
        crowd = Crowd(folder, running.address, 6)
        writers = [crowd.add(seed, write) for seed in (1, 2, 3, 4)]
        readers = [crowd.add(seed, read) for seed in (5, 6)]
        for thread in writers:
            thread.join(LIMIT_S)
        done.set()
        for thread in readers:
            thread.join(LIMIT_S)
    found = verify(folder)
    assert found["ok"], found["findings"]
    assert len(crowd.records[5]) == 4 * households
    assert crowd.records[5] == crowd.records[6]


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    make_centre(folder, fixed_clock())
    with EmbeddedCentre(folder) as running:
        port = int(running.address.rpartition(":")[2])
        with (
            pytest.raises(Unavailable, match="LISTEN_FAILED"),
            EmbeddedCentre(folder, port=port),
        ):
            raise AssertionError("two centres on one port")


def test_a_centre_stops_and_starts_again_on_its_data(tmp_path: Path) -> None:
    folder, clock = tmp_path / "centre", fixed_clock()
    make_centre(folder, clock)
    before = set(threading.enumerate())
    with EmbeddedCentre(folder, clock=clock) as running:
        store = enlisted(folder, running.address, 1)
        port = int(running.address.rpartition(":")[2])
    enrol(store, EAST)
    with (
        contact(store).client(clock) as client,
        pytest.raises(Unavailable, match="CENTRE_UNREACHABLE"),
    ):
        exchange_once(direct(store), client, clock)
    with EmbeddedCentre(folder, clock=clock, port=port), contact(store).client(clock) as client:
        assert list(until_idle(direct(store), client, clock))[-1].idle
    assert exchange.pending_count(store) == 0
    assert not left_by_a_centre(before)
    store.close()
