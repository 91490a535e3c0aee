"""The centre as every contract test meets it: called directly, over HTTP, and by stick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.base.clock import FixedClock, instant_text
from desktop.base.ids import SeededIds
from desktop.net.client import Client
from desktop.server import registrations
from desktop.server.database import DATABASE_FILE, CentreDatabase, open_centre, write_key
from desktop.server.handlers import Handlers
from desktop.server.main import set_up
from desktop.server.packets import PacketDesk
from desktop.server.serving import EmbeddedCentre
from desktop.server.site import Site, Where
from desktop.store.database import Store
from desktop.sync.centre import identity, register
from desktop.sync.engine import direct
from desktop.wire.protocol import SyncProtocol
from tests.helpers.centre import COUNTY, new_centre
from tests.helpers.engines import ENGINES, FILE, POSTGRES, new_address
from tests.helpers.packets import Stick, desk_of
from tests.helpers.stations import DAY, fixed_clock


@dataclass(slots=True)
class Link:
    """A running centre, and the way to it."""

    database: CentreDatabase
    clock: FixedClock
    address: str
    handlers: Handlers | None = None
    desk: PacketDesk | None = None
    """Given: the way leads there, with packets."""
    clients: list[Client] = field(default_factory=list)
    ids: SeededIds = field(default_factory=lambda: SeededIds(5000))

    def speaker(self, store: Store) -> SyncProtocol:
        """Return the conversation with the centre, on behalf of ``store``'s station."""
        if self.handlers is not None and self.desk is not None:
            return Stick(store, self.database.centre.key.public, self.handlers, self.desk)
        if self.handlers is not None:
            return self.handlers
        client = Client(self.address, identity(store), fixed_clock())
        self.clients.append(client)
        return client

    def code(self, division: str = COUNTY) -> str:
        """Return a registration code."""
        with self.database.transaction():
            return registrations.make_code(
                self.database.connection,
                COUNTY,
                division,
                now=self.clock.now(),
                ids=self.ids,
            )

    def enlist(self, store: Store) -> SyncProtocol:
        """Register ``store``'s station and return its conversation with the centre."""
        speaker = self.speaker(store)
        register(direct(store), speaker, self.address, self.code())
        return speaker

    def count(self, table: str) -> int:
        """Return how many rows a table of the centre has."""
        number: int = self.database.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[
            0
        ]
        return number


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every test that makes a centre on both engines."""
    makes = "link" in metafunc.fixturenames or hasattr(metafunc.module, "new_centre")
    metafunc.parametrize("engine", ENGINES if makes else (FILE,), indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On PostgreSQL a link is called directly, or over HTTP in the contract itself.

    The way to the handlers is the same whatever lies behind them.
    """
    items[:] = [item for item in items if not _twice(item)]


def _twice(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    if callspec is None or callspec.params.get("engine") != POSTGRES:
        return False
    ways = {"direct", "http"} if item.path.name == "test_contract.py" else {"direct"}
    return callspec.params.get("link", "direct") not in ways


@pytest.fixture(autouse=True)
def _on_engine(engine: str) -> None:
    """Choose the engine before anything else of a test is made."""


@pytest.fixture(params=["direct", "http", "stick"])
def link(request: pytest.FixtureRequest, tmp_path: Path, engine: str) -> Iterator[Link]:
    """A training centre, called directly, over HTTP on a free port of loopback, and by stick."""
    if request.param != "http":
        centre = new_centre()
        desk = desk_of(centre) if request.param == "stick" else None
        yield Link(centre.database, centre.clock, "http://centre.test", centre.handlers, desk)
        centre.database.close()
        return
    clock = fixed_clock()
    where = make_site(tmp_path / "centre", clock, engine)
    with EmbeddedCentre(where, clock=clock) as embedded:
        database = open_centre(where)
        found = Link(database, clock, embedded.address)
        yield found
        for client in found.clients:
            client.close()
        database.close()


def make_site(folder: Path, clock: FixedClock, engine: str) -> Where:
    """Make a training centre in ``folder``, or in a PostgreSQL database."""
    if engine == FILE:
        make_centre(folder, clock)
        return folder
    site = Site(folder, new_address())
    database = CentreDatabase.open_postgres(site.database)
    now = instant_text(clock.now())
    with database.transaction():
        set_up(database, COUNTY, DAY, name="培训县", now=now, ids=SeededIds(900))
    database.close()
    return site


def make_centre(folder: Path, clock: FixedClock) -> None:
    """Make ``folder`` a training centre."""
    folder.mkdir()
    key = bytes(range(32))
    write_key(folder, key)
    database = CentreDatabase.open(folder / DATABASE_FILE, key)
    with database.transaction():
        now = instant_text(clock.now())
        set_up(database, COUNTY, DAY, name="培训县", now=now, ids=SeededIds(900))
    database.close()
