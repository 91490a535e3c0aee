"""Everything that runs, and what can happen to it: stations, a centre, PostgreSQL, a standby."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from desktop.base.clock import SystemClock
from desktop.base.ids import SeededIds, SystemIds
from desktop.net.client import Client
from desktop.server import main
from desktop.server.database import CentreDatabase
from desktop.server.site import Site
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, until_idle
from tests.helpers import postgres
from tests.helpers.centre import COUNTY, centre_record, new_station, open_on, record_of
from tests.helpers.patience import LIMIT_S
from tests.helpers.postgres import Cluster
from tests.helpers.stations import DAY, fixed_clock

SERVE = """
import sys
from pathlib import Path
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.server import main
from desktop.server.site import Site
main.run(Site(Path(sys.argv[1]), sys.argv[2]), "127.0.0.1:" + sys.argv[3],
         announce=lambda address: print(address, flush=True), clock=SystemClock(), ids=SystemIds())
"""
_CHECKOUT = Path(__file__).parents[2]
_START_TRIES = 100


@dataclass(slots=True)
class Station:
    """A station's file and the process at work on it."""

    place: int
    file: Path
    said: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, again if need be, on the file as it is."""
        with self.said.open("ab") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.station", self.file, str(self.place)],
                stdin=subprocess.PIPE,
                stdout=said,
                cwd=_CHECKOUT,
            )

    def kill(self) -> None:
        """End it between two instructions."""
        if self.process is not None:
            self.process.kill()
            self._gone()

    def finish(self) -> int:
        """Let it exchange what is left and end; return its exit status."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(LIMIT_S)

    def receipts(self) -> list[str]:
        """Return the numbers it said were taken, as long as the line was whole."""
        lines = self.said.read_text().splitlines()
        return [line.removeprefix("paid ") for line in lines if line.startswith("paid ")]

    def _gone(self) -> None:
        assert self.process is not None
        self.process.wait()
        if self.process.stdin is not None:
            self.process.stdin.close()


@dataclass(slots=True)
class Plant:
    """One county at work."""

    folder: Path
    cluster: Cluster
    site: Site
    port: int = field(default_factory=postgres.free_port)
    stations: list[Station] = field(default_factory=list)
    server: subprocess.Popen[str] | None = None

    def start(self, stations: int) -> None:
        """Set the centre up and start everything."""
        main.init(self.site, COUNTY, DAY, clock=SystemClock(), ids=SystemIds(), name="培训县")
        address = self.start_server()
        for place in range(1, stations + 1):
            file = self.folder / f"station{place}.db"
            store = new_station(place, path=file)
            code = main.make_code(self.site, COUNTY, clock=SystemClock(), ids=SystemIds())
            with Client(address, identity(store), fixed_clock()) as client:
                register(direct(store), client, address, code)
            store.close()
            station = Station(place, file, self.folder / f"station{place}.said")
            station.start()
            self.stations.append(station)

    def start_server(self) -> str:
        """Start the centre; while its database is not there it is tried again."""
        asked = [sys.executable, "-c", SERVE, str(self.folder), self.site.database, str(self.port)]
        for _ in range(_START_TRIES):
            with (self.folder / "server.err").open("ab") as told:
                self.server = subprocess.Popen(
                    asked, stdout=subprocess.PIPE, stderr=told, text=True, cwd=_CHECKOUT
                )
            assert self.server.stdout is not None
            address = self.server.stdout.readline().strip()
            if address:
                return address
            self.kill_server()
            threading.Event().wait(0.1)
        raise AssertionError((self.folder / "server.err").read_text())

    def kill_server(self) -> None:
        """End the centre between two instructions."""
        assert self.server is not None
        self.server.kill()
        self.server.wait()
        assert self.server.stdout is not None
        self.server.stdout.close()

    def finish(self) -> None:
        """Let every station exchange what is left, then end everything but the database."""
        codes = [station.finish() for station in self.stations]
        assert codes == [0] * len(self.stations)
        # Each now hears what the others had still to say.
        for station in self.stations:
            store = Store.open(station.file, None, clock=fixed_clock(), ids=SystemIds())
            with contact(store).client(fixed_clock()) as client:
                assert list(until_idle(direct(store), client, fixed_clock()))[-1].idle
            store.close()
        self.kill_server()

    def end(self) -> None:
        """End whatever still runs."""
        for station in self.stations:
            station.kill()
        if self.server is not None and self.server.poll() is None:
            self.kill_server()

    def compare(self) -> dict[str, int]:
        """Fail unless nothing that was said to be taken is lost or doubled; return the counts."""
        found = main.verify(self.site)
        assert found["ok"], found["findings"]
        database = CentreDatabase.open_postgres(self.site.database)
        centre = open_on(database, clock=fixed_clock(), ids=SeededIds(1))
        events = payments = said = 0
        try:
            for station in self.stations:
                store = Store.open(station.file, None, clock=fixed_clock(), ids=SeededIds(1))
                own = _numbers(store)
                assert exchange.pending_count(store) == 0
                assert set(station.receipts()) <= set(own)
                assert own == _numbers_at(database, store.station.id)
                assert record_of(store, COUNTY) == centre_record(centre, COUNTY)
                events += store.connection.execute(
                    "SELECT count(*) FROM events WHERE station = ?", (store.station.id,)
                ).fetchone()[0]
                payments += len(own)
                said += len(station.receipts())
                store.close()
            assert found["events"] == events
            assert found["payments"] == payments
        finally:
            database.close()
        return {"events": events, "payments": payments, "told": said}


def _numbers(store: Store) -> list[str]:
    rows = store.connection.execute(
        "SELECT number FROM receipts WHERE station = ? ORDER BY number", (store.station.id,)
    )
    numbers = [row[0] for row in rows]
    # Used in order, each once.
    assert [int(number[-6:]) for number in numbers] == list(range(1, len(numbers) + 1))
    return numbers


def _numbers_at(database: CentreDatabase, station: str) -> list[str]:
    rows = database.connection.execute(
        "SELECT number FROM receipts WHERE county = ? AND station = ? ORDER BY number",
        (COUNTY, station),
    )
    return [row[0] for row in rows]


def revive(cluster: Cluster) -> None:
    """Start a killed PostgreSQL again where it was; its children may need a moment to be gone."""
    for _ in range(_START_TRIES):
        cluster.process = postgres.launch(
            cluster.folder, cluster.host, cluster.port, cluster.settings
        )
        if postgres.answers(cluster):
            return
        threading.Event().wait(0.2)
    raise AssertionError((cluster.folder / "server.log").read_text()[-3000:])
