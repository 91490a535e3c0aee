"""A laptop goes to another township: sent first, nothing lost, nothing of the old one stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.app.relocation import Moved, Wanted, line_of, relocate
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.base.station_settings import NOTHING_SET
from desktop.net.client import Client
from desktop.server.verify import verify
from desktop.store.database import Store
from desktop.store.leaving import SUCCESSOR, begin_leaving, finish_leaving
from desktop.store.vault import DATABASE, OperatorEntry, Vault
from desktop.usecases.desk import Desk
from desktop.usecases.relocating import leaving, successor
from tests.helpers.centre import (
    EAST,
    WEST,
    DoorTransport,
    TestCentre,
    client_of,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    registered_client,
)
from tests.helpers.faulty_link import Fault, FaultyTransport
from tests.helpers.line_faults import proven
from tests.helpers.packets import carry
from tests.helpers.stations import KEY, fixed_clock, take_payment

WHO = OperatorEntry("wang", "王经办", "clerk")


@pytest.fixture
def centre() -> TestCentre:
    made = new_centre()
    west = new_station(7, division=WEST + "000")
    enlist(west, made)
    for place in range(4):
        enrol(west, WEST, place=100 + place)
    meet(west, made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "laptop"
    (made / "backups").mkdir(parents=True)
    (made / "receipts").mkdir()
    (made / "backups" / "old.db").write_bytes(b"people of the east")
    (made / "receipts" / "paper.pdf").write_bytes(b"people of the east")
    Vault(made).add(WHO, "mima12345", KEY, SeededIds(3))
    return made


@pytest.fixture
def desk(folder: Path, centre: TestCentre) -> Desk:
    store = new_station(1, division=EAST + "000", path=folder / DATABASE, key=KEY)
    enlist(store, centre)
    for place in range(3):
        enrol(store, EAST, place=place)
    return Desk(store, shipped_law(), "wang", "王经办", "clerk", folder=folder)


def move(
    desk: Desk, centre: TestCentre, code: str, draw: Fault = Fault.NONE, at: int = 99
) -> Moved:
    faults = iter([*[Fault.NONE] * at, draw])
    transport = FaultyTransport(DoorTransport(centre), lambda: next(faults, Fault.NONE))

    @contextmanager
    def speak(store: Store) -> Iterator[Client]:
        if store is desk.store:
            yield registered_client(store, transport)
        else:
            yield client_of(store, transport, centre_key=centre.database.centre.key.public)

    assert desk.folder is not None
    return relocate(desk, desk.folder, Wanted(WEST + "000", code), speak, fixed_clock())


def opened(folder: Path) -> Store:
    return Store.open(folder / DATABASE, KEY, clock=fixed_clock(), ids=SeededIds(70))


def test_unsent_events_go_first_and_the_new_township_comes(
    desk: Desk, folder: Path, centre: TestCentre
) -> None:
    assert leaving(desk).pending > 3
    moved = move(desk, centre, centre.code(WEST))
    assert centre.count("households") == 7
    store = opened(folder)
    assert store.station.id == moved.station != moved.left
    assert store.station.division == WEST + "000"
    meet(store, centre)
    rows = store.connection.execute("SELECT DISTINCT substr(division, 1, 9) FROM households")
    assert {row[0] for row in rows} == {WEST}
    operators = store.connection.execute(
        "SELECT operator FROM operators WHERE station = ?", (moved.station,)
    )
    assert [row[0] for row in operators] == ["wang"]
    assert Vault(folder).unlock("wang", "mima12345", fixed_clock())[1] == KEY
    proven(centre, store)
    assert verify(centre.database)["ok"]
    store.close()


def test_nothing_of_the_old_township_stays_on_the_laptop(
    desk: Desk, folder: Path, centre: TestCentre
) -> None:
    move(desk, centre, centre.code(WEST))
    assert sorted(file.name for file in folder.iterdir()) == ["station.db", "vault.json"]
    store = opened(folder)
    assert store.connection.execute("SELECT count(*) FROM people").fetchone()[0] == 0
    store.close()


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("fault", [Fault.UNREACHABLE, Fault.ANSWER_LOST, Fault.ANSWER_CUT])
def test_a_line_that_fails_at_any_step_leaves_the_station_as_it_was(
    at: int, fault: Fault, desk: Desk, folder: Path, centre: TestCentre
) -> None:
    code = centre.code(WEST)
    try:
        moved = move(desk, centre, code, fault, at)
    except Unavailable:
        assert desk.store.station.division == EAST + "000"
        assert desk.store.connection.execute("SELECT count(*) FROM households").fetchone()[0] == 3
        moved = move(desk, centre, code)
    store = opened(folder)
    meet(store, centre)
    assert store.station.id == moved.station
    assert centre.count("registrations") == 3
    assert centre.count("households") == 7
    proven(centre, store)
    store.close()


def test_without_a_line_the_stick_goes_first(desk: Desk, folder: Path, centre: TestCentre) -> None:
    carry(desk.store, centre)
    assert leaving(desk).ready
    move(desk, centre, centre.code(WEST))
    assert not finish_leaving(folder)


def test_the_plug_pulled_in_the_last_step_is_finished_by_the_next_start(
    desk: Desk, folder: Path, centre: TestCentre
) -> None:
    meet(desk.store, centre)
    made = successor(desk, folder, WEST + "000", "")
    made.close()
    assert (folder / SUCCESSOR).exists()
    desk.store.close()
    begin_leaving(folder)
    assert finish_leaving(folder)
    assert not (folder / SUCCESSOR).exists()
    store = opened(folder)
    assert store.station.division == WEST + "000"
    store.close()
    # And once more, where it was cut between the two: the mark alone is left.
    begin_leaving(folder)
    assert finish_leaving(folder)
    opened(folder).close()


class TestRefused:
    def test_a_code_of_another_township(self, desk: Desk, centre: TestCentre) -> None:
        with pytest.raises(Refused, match="DIVISION_MISMATCH"):
            move(desk, centre, centre.code(EAST))
        enrol(desk.store, EAST, place=9)
        meet(desk.store, centre)

    def test_the_same_township(self, desk: Desk, folder: Path, centre: TestCentre) -> None:
        meet(desk.store, centre)
        with pytest.raises(Refused, match="MOVE_SAME"):
            move_to(desk, folder, EAST, centre)
        with pytest.raises(Refused, match="DIVISION_FORM"):
            move_to(desk, folder, "53", centre)

    def test_money_of_a_day_that_is_not_closed(self, desk: Desk, centre: TestCentre) -> None:
        take_payment(desk.store, enrol(desk.store, EAST, place=9))
        with pytest.raises(Refused, match="MOVE_OPEN_DAY"):
            move(desk, centre, centre.code(WEST))
        assert leaving(desk).open_days == 1

    def test_a_station_without_a_centre(self, folder: Path) -> None:
        store = new_station(5, path=folder / DATABASE, key=KEY)
        lonely = Desk(store, shipped_law(), "wang", "", "clerk", folder=folder)
        with pytest.raises(Refused, match="NOT_REGISTERED"):
            line_of(lonely, fixed_clock(), NOTHING_SET)
        store.close()


def move_to(desk: Desk, folder: Path, division: str, centre: TestCentre) -> Moved:
    @contextmanager
    def speak(store: Store) -> Iterator[Client]:
        yield registered_client(store, DoorTransport(centre))

    return relocate(desk, folder, Wanted(division, "x"), speak, fixed_clock())
