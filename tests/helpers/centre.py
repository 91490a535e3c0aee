"""A real centre for tests, in memory, and stations that speak to it through its front door."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx
from typing_extensions import override

from desktop.base.clock import FixedClock, instant_text
from desktop.base.ids import SeededIds
from desktop.domain.facts import HouseholdSaved, StationOpened
from desktop.domain.invented import DIVISION
from desktop.net.client import Client
from desktop.server import registrations
from desktop.server.database import CentreDatabase
from desktop.server.door import Door
from desktop.server.handlers import Handlers
from desktop.server.main import set_up
from desktop.server.recheck import Recheck, no_recheck
from desktop.store.database import Store
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import ExchangeReport, direct, until_idle
from desktop.wire.scope import scope_of
from desktop.wire.signing import SigningKey
from tests.helpers.engines import open_database
from tests.helpers.stations import DAY, fixed_clock, save_household

COUNTY = DIVISION
EAST = COUNTY + "001"
"""A township, as its nine digits."""

WEST = COUNTY + "002"
ADDRESS = "http://centre.test"


def left_by_a_centre(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return the threads of a centre that run and did not ``before``."""
    now = set(threading.enumerate()) - before
    return [thread for thread in now if thread.name.startswith("centre")]


@dataclass(slots=True)
class TestCentre:
    """A centre in one thread."""

    __test__ = False

    database: CentreDatabase
    handlers: Handlers
    door: Door
    clock: FixedClock
    ids: SeededIds

    def code(self, division: str = COUNTY) -> str:
        """Return a registration code."""
        with self.database.transaction():
            return registrations.make_code(
                self.database.connection,
                self.database.centre.county,
                division,
                now=self.clock.now(),
                ids=self.ids,
            )

    def count(self, table: str) -> int:
        """Return how many rows ``table`` has."""
        number: int = self.database.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[
            0
        ]
        return number

    def kinds(self) -> list[str]:
        """Return the kinds of the open cases, in order."""
        rows = self.database.connection.execute("SELECT kind FROM cases ORDER BY position")
        return [row[0] for row in rows]


def new_centre(
    path: Path | str = ":memory:",
    *,
    seed: int = 900,
    training_day: date | None = DAY,
    recheck: Recheck = no_recheck,
) -> TestCentre:
    """Return a centre of the training county."""
    ids, clock = SeededIds(seed), fixed_clock()
    database = open_database(path)
    with database.transaction():
        set_up(
            database, COUNTY, training_day, name="培训县", now=instant_text(clock.now()), ids=ids
        )
    return open_on(database, clock=clock, ids=ids, recheck=recheck)


def open_on(
    database: CentreDatabase, *, clock: FixedClock, ids: SeededIds, recheck: Recheck = no_recheck
) -> TestCentre:
    """Return the centre in ``database``, as after a restart."""
    handlers = Handlers(database, clock, ids, recheck)
    return TestCentre(database, handlers, Door(handlers, database.centre.key), clock, ids)


class DoorTransport(httpx.BaseTransport):
    """httpx's way out, leading straight to a centre's door: the same bytes, no socket."""

    def __init__(self, centre: TestCentre) -> None:
        self.centre = centre

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.centre.door.post(request.url.path, request.headers, request.read())
        return httpx.Response(
            answer.status, headers=dict(answer.headers), stream=httpx.ByteStream(answer.body)
        )


def new_station(
    seed: int,
    *,
    division: str = COUNTY,
    path: Path | str = ":memory:",
    training: bool = True,
    key: bytes | None = None,
) -> Store:
    """Return a set-up station that has no receipt numbers until it registers."""
    ids = SeededIds(seed)
    store = Store.open(path, key, clock=fixed_clock(), ids=ids)
    secret = ids.random_bytes(32)
    opened = StationOpened(
        division=division,
        name=f"培训站{seed}",
        public_key=SigningKey(secret).public.hex(),
        training_day=DAY.isoformat() if training else None,
    )
    with store.transaction():
        store.set_up(opened, secret, COUNTY)
    return store


def client_of(
    store: Store, transport: httpx.BaseTransport, *, centre_key: bytes | None = None
) -> Client:
    """Return a client that speaks for ``store``'s station through ``transport``."""
    return Client(
        ADDRESS, identity(store), fixed_clock(), centre_key=centre_key, transport=transport
    )


def enlist(store: Store, centre: TestCentre, *, division: str | None = None) -> None:
    """Register ``store``'s station with ``centre``."""
    client = client_of(store, DoorTransport(centre))
    code = centre.code(scope_of(division or store.station.division)[:9])
    register(direct(store), client, ADDRESS, code)


def registered_client(store: Store, transport: httpx.BaseTransport) -> Client:
    """Return the client a registered station uses: it knows the centre's key."""
    return client_of(store, transport, centre_key=contact(store).centre_key)


def meet(store: Store, centre: TestCentre) -> list[ExchangeReport]:
    """Exchange until nothing is left, over a line without faults."""
    client = registered_client(store, DoorTransport(centre))
    return list(until_idle(direct(store), client, fixed_clock()))


def enrol(
    store: Store,
    division: str,
    *,
    place: int = 0,
    people: int = 1,
    document: str | None = None,
    household: str | None = None,
) -> HouseholdSaved:
    """Record a household in a village of ``division``; ``document`` is the head's number."""
    return save_household(
        store,
        people=people,
        start=place,
        division=division + "001",
        household=household,
        document=document,
    )


def record_of(store: Store, scope: str) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the record that lies in ``scope``, by table, at a station."""
    connection = store.connection
    return {table: _rows(connection, query, scope) for table, query in IN_SCOPE.items()}


def centre_record(centre: TestCentre, scope: str) -> dict[str, list[tuple[object, ...]]]:
    """Return the same of the centre."""
    connection = centre.database.connection
    return {table: _rows(connection, query, scope) for table, query in IN_SCOPE.items()}


_LIES_IN = "substr(h.division, 1, length(:scope)) = :scope"
IN_SCOPE = {
    "households": f"SELECT id, division, number, address, phone FROM households h WHERE {_LIES_IN}",
    "people": (
        "SELECT p.id, p.household_id, p.relation, p.name, p.document_type, p.document_number,"
        " p.sex, p.birth_date, p.phone, p.identities FROM people p"
        f" JOIN households h ON h.id = p.household_id WHERE {_LIES_IN}"
    ),
    "enrollments": (
        "SELECT e.id, e.person_id, e.household_id, e.campaign_year, e.status, e.standard_fen,"
        " e.net_fen, e.payment_id, e.law, e.reason FROM enrollments e"
        f" JOIN households h ON h.id = e.household_id WHERE {_LIES_IN}"
    ),
    "payments": (
        "SELECT p.id, p.household_id, p.amount_fen, p.method, p.payer, p.station, p.receipt_number"
        f" FROM payments p JOIN households h ON h.id = p.household_id WHERE {_LIES_IN}"
    ),
    "payment_lines": (
        "SELECT l.payment_id, l.enrollment_id, l.person_id, l.paid_fen FROM payment_lines l"
        " JOIN payments p ON p.id = l.payment_id"
        f" JOIN households h ON h.id = p.household_id WHERE {_LIES_IN}"
    ),
    "receipts": (
        "SELECT r.number, r.station, r.segment_id, r.serial, r.payment_id, r.amount_fen, r.prints"
        f" FROM receipts r JOIN households h ON h.id = r.household_id WHERE {_LIES_IN}"
    ),
}


def _rows(connection: object, query: str, scope: str) -> list[tuple[object, ...]]:
    rows = connection.execute(query, {"scope": scope})  # type: ignore[attr-defined]
    return sorted((tuple(row) for row in rows), key=repr)
