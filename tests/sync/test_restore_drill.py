"""The drill: a copy of the centre, more work, the loss, the copy brought back, and nothing lost.

What the centre had answered after the copy was made it does not know any more. Stations notice and
send it again, also those that have nothing new to say; what the centre gave out meanwhile it never
gives out twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.base.errors import CanbaoError, Refused
from desktop.base.ids import SeededIds
from desktop.server.backups import back_up_centre, look_over, restore_centre
from desktop.server.database import DATABASE_FILE, KEY_FILE, CentreDatabase, open_centre
from desktop.server.restoring import gap_of_codes, mark_restored
from desktop.server.verify import verify
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.centre import contact, register
from desktop.sync.engine import direct, exchange_once, until_idle
from desktop.wire.numbering import station_code
from tests.helpers.centre import (
    ADDRESS,
    EAST,
    WEST,
    DoorTransport,
    TestCentre,
    client_of,
    enlist,
    enrol,
    meet,
    new_station,
    open_on,
    registered_client,
)
from tests.helpers.line_faults import proven
from tests.helpers.packets import carry
from tests.helpers.stations import fixed_clock, take_payment
from tests.sync.conftest import make_centre


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_centre(tmp_path / "centre", fixed_clock())
    return tmp_path / "centre"


@pytest.fixture
def opened(folder: Path) -> Iterator[Callable[[], TestCentre]]:
    """Open the centre in the folder, as after each start."""
    databases: list[CentreDatabase] = []

    def open_it() -> TestCentre:
        databases.append(open_centre(folder))
        return open_on(databases[-1], clock=fixed_clock(), ids=SeededIds(800 + len(databases)))

    yield open_it
    for database in databases:
        database.close()


def busy(store: Store, division: str, places: range) -> None:
    for place in places:
        take_payment(store, enrol(store, division, place=place, people=2))


def lost_and_restored(folder: Path, copy: Path, centre: TestCentre) -> None:
    centre.database.close()
    (folder / DATABASE_FILE).unlink()
    restore_centre(folder, copy, fixed_clock())


def numbers(stores: tuple[Store, ...]) -> list[str]:
    return [
        row[0]
        for store in stores
        for row in store.connection.execute(
            "SELECT number FROM receipts WHERE station = ?", (store.station.id,)
        )
    ]


def test_what_the_restored_centre_lost_the_stations_send_again(
    folder: Path, tmp_path: Path, opened: Callable[[], TestCentre]
) -> None:
    centre = opened()
    stores = east, west, county = (
        new_station(1, division=EAST), new_station(2, division=WEST), new_station(3),
    )  # fmt: skip
    for store in stores:
        enlist(store, centre)
    busy(east, EAST, range(3))
    busy(west, WEST, range(10, 12))
    for store in (*stores, *stores):
        meet(store, centre)
    copy = Path(back_up_centre(folder, tmp_path / "copies", fixed_clock()).file)
    busy(east, EAST, range(3, 9))
    busy(county, EAST, range(20, 22))
    for store in (*stores, *stores):
        meet(store, centre)
    before = centre.count("events")
    lost_and_restored(folder, copy, centre)

    centre = opened()
    assert centre.count("events") < before
    # Nobody has anything new to say; the one that lost nothing of its own comes first.
    assert [exchange.pending_count(store) for store in stores] == [0, 0, 0]
    for store in (west, county, east, west, county, east):
        meet_if_it_can(store, centre)
    assert centre.count("events") == before
    assert verify(centre.database)["ok"]
    proven(centre, *stores)
    busy(east, EAST, range(30, 33))
    for store in (*stores, *stores):
        meet(store, centre)
    proven(centre, *stores)
    assert len(set(numbers(stores))) == len(numbers(stores)) == 16


def meet_if_it_can(store: Store, centre: TestCentre) -> None:
    """Exchange; a station may know of others' events before those have sent them again."""
    code = ""
    try:
        meet(store, centre)
    except CanbaoError as error:
        code = error.code
    assert code in ("", "RECORDS_DIFFER")


def test_a_station_gets_no_numbers_until_it_has_said_which_it_has(
    folder: Path, tmp_path: Path, opened: Callable[[], TestCentre]
) -> None:
    """Else the restored centre would give the same segment out a second time."""
    centre, store = opened(), new_station(1)
    enlist(store, centre)
    meet(store, centre)
    copy = Path(back_up_centre(folder, tmp_path, fixed_clock()).file)
    # The first segment is nearly used up: the second is given out after the copy was made.
    client = registered_client(store, DoorTransport(centre))
    unspent = "UPDATE segments SET last = first + 300"
    with store.transaction():
        store.connection.execute(unspent)
    meet(store, centre)
    segments = store.connection.execute(
        "SELECT first, last FROM segments ORDER BY first"
    ).fetchall()
    assert len(segments) == 2
    lost_and_restored(folder, copy, centre)
    centre = opened()
    client = registered_client(store, DoorTransport(centre))
    report = exchange_once(direct(store), client, fixed_clock())
    assert report.resent
    assert report.granted == 0
    meet(store, centre)
    rows = centre.database.connection.execute("SELECT first FROM allocations").fetchall()
    firsts = [row[0] for row in rows]
    assert len(set(firsts)) == len(firsts)


def test_a_station_registered_after_the_copy_registers_again_and_keeps_everything(
    folder: Path, tmp_path: Path, opened: Callable[[], TestCentre]
) -> None:
    centre, old = opened(), new_station(1)
    enlist(old, centre)
    copy = Path(back_up_centre(folder, tmp_path, fixed_clock()).file)
    late = new_station(2)
    enlist(late, centre)
    busy(late, EAST, range(3))
    meet(late, centre)
    lost_and_restored(folder, copy, centre)
    centre = opened()
    with pytest.raises(Refused, match="STATION_UNKNOWN"):
        meet(late, centre)
    newcomer = new_station(3)
    enlist(newcomer, centre)
    enlist(late, centre)
    for store in (late, newcomer, old, late, newcomer):
        meet(store, centre)
    proven(centre, late, newcomer, old)
    # No code the lost centre may have given out is given to anybody else.
    codes = {row[0] for row in centre.database.connection.execute("SELECT code FROM registrations")}
    gap = gap_of_codes(fixed_clock().now())
    assert gap >= 100
    assert codes == {station_code(1), station_code(gap + 2), station_code(gap + 3)}
    busy(newcomer, EAST, range(40, 42))
    meet(newcomer, centre)
    meet(late, centre)
    assert len(set(numbers((late, newcomer)))) == 5


def test_what_was_lost_comes_again_by_stick(
    folder: Path, tmp_path: Path, opened: Callable[[], TestCentre]
) -> None:
    centre, store = opened(), new_station(1)
    enlist(store, centre)
    meet(store, centre)
    copy = Path(back_up_centre(folder, tmp_path, fixed_clock()).file)
    busy(store, EAST, range(4))
    meet(store, centre)
    before = centre.count("events")
    lost_and_restored(folder, copy, centre)
    centre = opened()
    for _ in range(3):
        carry(store, centre)
    assert centre.count("events") == before
    proven(centre, store)


def test_a_fork_is_no_loss(folder: Path, opened: Callable[[], TestCentre], tmp_path: Path) -> None:
    """A clone whose chain goes another way is told of the fork, not asked to send again."""
    centre = opened()
    store = new_station(1, path=tmp_path / "a.db")
    enlist(store, centre)
    enrol(store, EAST)
    meet(store, centre)
    store.back_up(tmp_path / "b.db")
    clone = Store.open(tmp_path / "b.db", None, clock=fixed_clock(), ids=SeededIds(70))
    busy(store, EAST, range(5, 7))
    meet(store, centre)
    busy(clone, EAST, range(8, 12))
    client = registered_client(clone, DoorTransport(centre))
    first = exchange_once(direct(clone), client, fixed_clock())
    assert first.forked
    again = exchange_once(direct(clone), client, fixed_clock())
    assert (again.resent, again.pushed) == (False, 0)
    for one in (store, clone):
        one.close()


class TestCopies:
    def test_copies_are_proven_and_the_newest_kept(self, folder: Path, tmp_path: Path) -> None:
        clock, copies = fixed_clock(), tmp_path / "copies"
        made = []
        for _ in range(4):
            clock.advance(timedelta(hours=24))
            made.append(back_up_centre(folder, copies, clock, keep=2))
        assert sorted(copies.iterdir()) == [Path(one.file) for one in made[-2:]]
        assert made[-1].removed == (Path(made[1].file).name,)
        assert made[-1].size == Path(made[-1].file).stat().st_size

    def test_a_damaged_copy_is_refused_and_nothing_is_touched(
        self, folder: Path, tmp_path: Path, opened: Callable[[], TestCentre]
    ) -> None:
        centre, store = opened(), new_station(1)
        enlist(store, centre)
        busy(store, EAST, range(4))
        meet(store, centre)
        centre.database.close()
        file = Path(back_up_centre(folder, tmp_path, fixed_clock()).file)
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
        key = bytes.fromhex((folder / KEY_FILE).read_text("ascii"))
        with pytest.raises(CanbaoError):
            look_over(file, key)
        before = (folder / DATABASE_FILE).read_bytes()
        with pytest.raises(CanbaoError):
            restore_centre(folder, file, fixed_clock())
        assert (folder / DATABASE_FILE).read_bytes() == before
        assert not list(folder.glob("centre-replaced-*"))

    def test_a_running_centre_is_not_replaced(self, folder: Path, tmp_path: Path) -> None:
        file = Path(back_up_centre(folder, tmp_path, fixed_clock()).file)
        running = open_centre(folder)
        assert running.centre.county
        with pytest.raises(Refused, match="CENTRE_RUNNING"):
            restore_centre(folder, file, fixed_clock())
        running.close()
        told = restore_centre(folder, file, fixed_clock())
        assert Path(str(told["kept"])).exists()
        again = open_centre(folder)
        assert mark_restored(again, fixed_clock()) == 2
        again.close()

    def test_a_file_that_is_no_copy_of_a_centre(self, folder: Path, tmp_path: Path) -> None:
        with pytest.raises(CanbaoError, match="FILE_UNREADABLE"):
            restore_centre(folder, tmp_path / "none.db", fixed_clock())
        (tmp_path / "x.db").write_bytes(bytes(8192))
        with pytest.raises(CanbaoError, match="KEY_WRONG"):
            restore_centre(folder, tmp_path / "x.db", fixed_clock())


def test_registering_again_asks_for_a_new_code(
    folder: Path, tmp_path: Path, opened: Callable[[], TestCentre]
) -> None:
    centre, late = opened(), new_station(2)
    copy = Path(back_up_centre(folder, tmp_path, fixed_clock()).file)
    enlist(late, centre)
    lost_and_restored(folder, copy, centre)
    centre = opened()
    client = client_of(late, DoorTransport(centre))
    register(direct(late), client, ADDRESS, centre.code())
    assert contact(late).centre_key == centre.database.centre.key.public
    reports = list(
        until_idle(direct(late), registered_client(late, DoorTransport(centre)), fixed_clock())
    )
    assert reports[-1].idle
