"""First fill: pieces of the feed leave a station exactly as pulling page by page would.

Copies of one new station go different ways, by pieces, by exchanges alone and by stick, and every
table of them is compared. Then each piece is cut, in every way a line can cut it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx
import pytest
from typing_extensions import override

from desktop.base.errors import Unavailable
from desktop.base.ids import SeededIds
from desktop.server import feed
from desktop.server.door import Door
from desktop.server.handlers import Handlers
from desktop.sqlite.backup import back_up
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.engine import ExchangeReport, direct, exchange_once, fill_once, until_idle
from desktop.sync.loop import SyncLoop
from desktop.wire.fill_messages import FILL_PATH
from tests.helpers.centre import (
    COUNTY,
    EAST,
    WEST,
    DoorTransport,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    registered_client,
)
from tests.helpers.faulty_link import Fault, FaultyTransport
from tests.helpers.line_faults import amend, proven
from tests.helpers.packets import busy, carry
from tests.helpers.station_keys import bring_keys
from tests.helpers.stations import fixed_clock, take_payment

PAGE = 4
PIECE = 10
"""Entries of the smallest piece: that of a batch of one."""


@pytest.fixture
def centre() -> TestCentre:
    """A centre whose answers bring few entries, so that a small county takes many."""
    made = new_centre()
    made.handlers = Handlers(
        made.database, made.clock, made.ids, room=feed.Room(PAGE, feed.PAGE.bytes)
    )
    made.door = Door(made.handlers, made.database.centre.key)
    return made


@pytest.fixture
def county(centre: TestCentre) -> TestCentre:
    """A county in which much has happened: payments, edits, households that moved over."""
    office = new_station(1)
    enlist(office, centre)
    busy(office, 6)
    moved = enrol(office, WEST, place=30, people=2)
    take_payment(office, moved)
    busy(office, 3, start=10)
    amend(office, moved.household.id, division=EAST + "002")
    for place in range(40, 50):
        enrol(office, WEST, place=place)
    amend(office, moved.household.id, phone="13800000009")
    meet(office, centre)
    return centre


@pytest.fixture
def begin(county: TestCentre, tmp_path: Path) -> Callable[[str], Store]:
    """Return what makes copies of one station that has just registered."""
    station = new_station(2, division=EAST + "000", path=tmp_path / "new.db")
    enlist(station, county)
    enrol(station, EAST, place=60)
    first = exchange_once(direct(station), line(station, county), fixed_clock())
    assert first.brings_feed
    back_up(station.connection, tmp_path / "copy.db", None)
    station.close()

    def copy(name: str) -> Store:
        path = tmp_path / f"{name}.db"
        path.write_bytes((tmp_path / "copy.db").read_bytes())
        return Store.open(path, None, clock=fixed_clock(), ids=SeededIds(5))

    return copy


def line(store: Store, centre: TestCentre, transport: httpx.BaseTransport | None = None):  # type: ignore[no-untyped-def]
    return registered_client(store, transport or DoorTransport(centre))


def by_exchanges(store: Store, centre: TestCentre) -> None:
    client = line(store, centre)
    while not exchange_once(direct(store), client, fixed_clock()).idle:
        pass


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the log of exchanges, which tells how it came."""
    tables = store.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'number_index%'"
        " AND name NOT LIKE '_sqlite%' AND name NOT LIKE 'sqlite_%' AND name <> 'exchanges'"
    ).fetchall()
    found = {
        row[0]: sorted(
            (tuple(one) for one in store.connection.execute(f"SELECT * FROM {row[0]}")), key=repr
        )
        for row in tables
    }
    found["found by number"] = [
        tuple(row)
        for digits in ("199", "195", "001")
        for row in store.connection.execute(
            "SELECT rowid FROM number_index WHERE number_index MATCH ? ORDER BY rowid", (digits,)
        )
    ]
    return found


def test_pieces_exchanges_and_sticks_leave_the_same_tables(
    county: TestCentre, begin: Callable[[str], Store]
) -> None:
    slow, quick, carried = begin("slow"), begin("quick"), begin("carried")
    by_exchanges(slow, county)
    reports = list(until_idle(direct(quick), line(quick, county), fixed_clock()))
    assert len(reports) < 5
    for store in (slow, quick):
        bring_keys(county, store)  # which a stick brings along
    while carry(carried, county).told:
        pass
    expected = everything(slow)
    assert len(expected["people"]) > 9
    assert expected["found by number"]
    found = everything(quick)
    for table, rows in expected.items():
        assert found[table] == rows, table
    assert exchange.progress(carried) == exchange.progress(slow)
    by_stick = everything(carried)
    for table in set(expected) - {"settings"}:
        assert by_stick[table] == expected[table], table
    proven(county, quick)
    for store in (slow, quick, carried):
        store.close()


def test_only_the_stations_own_townships_come(
    county: TestCentre, begin: Callable[[str], Store]
) -> None:
    store = begin("quick")
    list(until_idle(direct(store), line(store, county), fixed_clock()))
    rows = store.connection.execute("SELECT DISTINCT substr(division, 1, 9) FROM households")
    assert {row[0] for row in rows} == {EAST}
    store.close()


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.NONE])
def test_a_piece_may_be_cut_anywhere_and_the_next_goes_on(
    fault: Fault, county: TestCentre, begin: Callable[[str], Store]
) -> None:
    whole = begin("whole")
    pieces = _fill(whole, county, lambda: Fault.NONE)
    assert len(pieces) >= 3
    expected = everything(whole)
    for cut in range(len(pieces)):
        store = begin(f"cut{cut}")
        faults = iter([*[Fault.NONE] * cut, fault])
        reports = _fill(store, county, partial(next, faults, Fault.NONE))
        assert [one.cursor for one in reports][-1] == pieces[-1].cursor
        found = everything(store)
        for table, rows in expected.items():
            assert found[table] == rows, (table, cut)
        store.close()
    whole.close()


def _fill(store: Store, centre: TestCentre, draw: Callable[[], Fault]) -> list[ExchangeReport]:
    client = line(store, centre, FaultyTransport(DoorTransport(centre), draw))
    reports: list[ExchangeReport] = []
    while not reports or reports[-1].head:
        before = exchange.progress(store)
        try:
            reports.append(fill_once(direct(store), client, fixed_clock(), batch=1))
        except Unavailable:
            assert exchange.progress(store) == before
    return reports


def test_a_station_killed_between_two_pieces_goes_on_where_it_was(
    county: TestCentre, begin: Callable[[str], Store], tmp_path: Path
) -> None:
    whole, store = begin("whole"), begin("killed")
    _fill(whole, county, lambda: Fault.NONE)
    pulled = 0
    while True:
        report = fill_once(direct(store), line(store, county), fixed_clock(), batch=1)
        pulled += report.pulled
        if not report.head:
            break
        store.close()
        store = Store.open(tmp_path / "killed.db", None, clock=fixed_clock(), ids=SeededIds(6))
    events = "SELECT count(*) FROM events"
    assert (
        store.connection.execute(events).fetchone() == whole.connection.execute(events).fetchone()
    )
    assert exchange.progress(store) == exchange.progress(whole)
    for one in (store, whole):
        one.close()


def test_what_is_saved_meanwhile_goes_out_between_two_pieces(
    county: TestCentre, begin: Callable[[str], Store]
) -> None:
    store = begin("busy")
    loop = SyncLoop(direct(store), line(store, county), fixed_clock(), lambda: 0.5)
    first = loop.step().report
    assert first is not None
    assert first.brings_feed
    enrol(store, EAST, place=70)
    piece, exchanged = loop.step().report, loop.step().report
    assert piece is not None
    assert exchanged is not None
    assert piece.pending == 1
    assert exchanged.accepted == 1
    store.close()


def test_how_far_there_is_to_go_is_known_with_every_piece(
    county: TestCentre, begin: Callable[[str], Store]
) -> None:
    store = begin("told")
    reports = _fill(store, county, lambda: Fault.NONE)
    heads = {one.head for one in reports[:-1]}
    cursors = [one.cursor for one in reports]
    assert len(heads) == 1
    assert cursors == sorted(cursors)
    assert cursors[-1] == max(heads)
    assert all(one.pulled <= PIECE for one in reports)
    store.close()


class _OldCentre(DoorTransport):
    """A centre of a program that has never heard of pieces."""

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == FILL_PATH:
            return httpx.Response(404, stream=httpx.ByteStream(b"no such page"))
        return super().handle_request(request)


def test_an_older_centre_is_asked_page_by_page(
    county: TestCentre, begin: Callable[[str], Store]
) -> None:
    store, looped = begin("old"), begin("looped")
    reports = list(
        until_idle(direct(store), line(store, county, _OldCentre(county)), fixed_clock())
    )
    assert len(reports) > 5
    assert reports[-1].idle
    proven(county, store)
    loop = SyncLoop(
        direct(looped), line(looped, county, _OldCentre(county)), fixed_clock(), lambda: 0
    )
    steps = [loop.step() for _ in range(len(reports) + 2)]
    assert not any(step.error for step in steps)
    assert steps[-1].report is not None
    assert steps[-1].report.idle
    for one in (store, looped):
        one.close()


def test_a_county_office_is_filled_too(county: TestCentre) -> None:
    office = new_station(4, division=COUNTY)
    enlist(office, county)
    meet(office, county)
    proven(county, office)
    office.close()
