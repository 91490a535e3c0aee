"""Files overwritten at random places, cut short, without their log: what can be read comes back.

Each damaged file is opened by nobody but the repair. Afterwards the chain must be sound, the record
be what its events add up to, and what is said to be missing be exactly what is missing.
"""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import Unavailable
from desktop.base.ids import SeededIds
from desktop.sqlite.backup import back_up
from desktop.sqlite.salvage import PAGE_BYTES, Salvage
from desktop.store import exchange, segments
from desktop.store.database import Store
from desktop.store.keepsake import SUFFIX, keep
from desktop.store.rebuild import differing_tables, rebuild
from desktop.store.relinking import LOST, unsure
from desktop.store.vault import DATABASE
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.mending import (
    BACKUPS_KEPT,
    Mended,
    damage_found,
    damage_in,
    mend_station,
    settle_lost_receipts,
)
from tests.helpers.centre import EAST, TestCentre, enlist, enrol, meet, new_centre, new_station
from tests.helpers.line_faults import proven
from tests.helpers.stations import KEY, fixed_clock, take_payment

HOUSEHOLDS = 25


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "station"
    made.mkdir()
    return made


def station(folder: Path, centre: TestCentre | None = None) -> Store:
    store = new_station(1, path=folder / DATABASE, key=KEY)
    enlist(store, centre or new_centre())
    keep(store, folder / DATABASE, KEY)
    for place in range(HOUSEHOLDS):
        take_payment(store, enrol(store, EAST, place=3 * place, people=3))
    return store


def reopen(folder: Path) -> Store:
    return Store.open(folder / DATABASE, KEY, clock=fixed_clock(), ids=SeededIds(50))


def mend(folder: Path) -> Mended:
    return mend_station(folder, KEY, fixed_clock(), SeededIds(40))


def own_hashes(store: Store) -> list[str]:
    rows = store.connection.execute(
        "SELECT hash FROM events WHERE station = ? ORDER BY seq", (store.station.id,)
    )
    return [row[0] for row in rows]


def overwrite(file: Path, chance: random.Random, places: int, *, spare_first: bool = False) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(places):
        at = chance.randrange(PAGE_BYTES if spare_first else 0, len(content) - 64)
        content[at : at + 64] = chance.randbytes(64)
    file.write_bytes(content)


def sound(store: Store, folder: Path) -> None:
    """Raise unless the file opens, holds together and its record is its events."""
    scratch = store.scratch(folder / "scratch.db")
    rebuild(store.connection, scratch)
    assert differing_tables(store.connection, scratch) == []
    scratch.close()
    assert not damage_in(folder / DATABASE, KEY)


@pytest.mark.parametrize("seed", range(12))
def test_bytes_overwritten_at_random_places(seed: int, folder: Path) -> None:
    centre, chance = new_centre(), random.Random(seed)
    store = station(folder, centre)
    meet(store, centre)
    before = own_hashes(store)
    store.close()
    assert not damage_in(folder / DATABASE, KEY)
    overwrite(folder / DATABASE, chance, chance.choice((1, 3, 10)), spare_first=True)
    assert damage_in(folder / DATABASE, KEY)
    mended = mend(folder)
    assert mended.damaged_pages
    assert mended.kept.exists()
    store = reopen(folder)
    here = own_hashes(store)
    assert set(here) <= set(before)
    assert (mended.own, mended.missing) == (len(here), _gaps(store))
    sound(store, folder)
    # Everything was at the centre: everything comes back, under the same numbers.
    meet(store, centre)
    assert own_hashes(store)[: len(before)] == before
    assert store.setting(LOST) is None
    proven(centre, store)
    found = verify(store, folder / "scratch.db")
    assert found.ok, found.faults
    store.close()


def _gaps(store: Store) -> int:
    last, count = store.connection.execute(
        "SELECT max(seq), count(*) FROM events WHERE station = ?", (store.station.id,)
    ).fetchone()
    return int(last - count)


@pytest.mark.parametrize("seed", range(6))
def test_a_file_cut_short_with_a_backup_of_yesterday(seed: int, folder: Path) -> None:
    centre = new_centre()
    store = station(folder, centre)
    meet(store, centre)
    back_up(store.connection, folder / "backups" / "auto-1.db", KEY)
    take_payment(store, enrol(store, EAST, place=200))
    meet(store, centre)
    before = own_hashes(store)
    store.close()
    content = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(content[: random.Random(seed).randrange(10, len(content))])
    assert damage_in(folder / DATABASE, KEY)
    mended = mend(folder)
    assert mended.own >= len(before) - 2
    store = reopen(folder)
    sound(store, folder)
    meet(store, centre)
    assert own_hashes(store) == before
    proven(centre, store)
    store.close()


def test_the_first_page_gone_and_no_backup(folder: Path) -> None:
    """Who the station is lies beside its file, with the salt of every page's proof."""
    centre = new_centre()
    store = station(folder, centre)
    before = own_hashes(store)
    store.close()
    content = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(bytes(PAGE_BYTES) + content[PAGE_BYTES:])
    assert mend(folder).own == len(before)
    store = reopen(folder)
    assert own_hashes(store) == before
    meet(store, centre)
    proven(centre, store)
    store.close()


def test_where_nothing_says_which_station_it_is_that_is_said(folder: Path) -> None:
    store = station(folder)
    store.close()
    (folder / (DATABASE + SUFFIX)).unlink()
    (folder / DATABASE).write_bytes(
        bytes(PAGE_BYTES) + (folder / DATABASE).read_bytes()[PAGE_BYTES:]
    )
    assert damage_in(folder / DATABASE, KEY)
    # The salt of every page's proof stood there: nothing proves itself any more.
    with pytest.raises(Unavailable, match="STATION_KEY_MISSING"):
        mend(folder)
    assert (folder / DATABASE).exists()


def test_the_first_page_gone_and_a_backup(folder: Path) -> None:
    centre = new_centre()
    store = station(folder, centre)
    meet(store, centre)
    back_up(store.connection, folder / "backups" / "auto-1.db", KEY)
    enrol(store, EAST, place=300)
    before = own_hashes(store)
    store.close()
    (folder / DATABASE).write_bytes(b"nothing")
    mended = mend(folder)
    assert mended.own == len(before) - 1
    store = reopen(folder)
    # The clerk works on before there is a line; then the centre's word comes first.
    take_payment(store, enrol(store, EAST, place=400))
    meet(store, centre)
    proven(centre, store)
    assert centre.kinds() == []
    store.close()


def test_without_its_log_a_file_is_whole_and_the_centre_has_the_rest(folder: Path) -> None:
    centre = new_centre()
    store = station(folder, centre)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    take_payment(store, enrol(store, EAST, place=100))
    meet(store, centre)
    before = own_hashes(store)
    copy = folder.parent / "copy"
    copy.mkdir()
    shutil.copyfile(folder / DATABASE, copy / DATABASE)
    store.close()
    # The copy opens: it is an older state of itself, and what it lacks is brought back.
    store = reopen(copy)
    assert len(own_hashes(store)) < len(before)
    meet(store, centre)
    assert own_hashes(store)[: len(before)] == before
    proven(centre, store)
    store.close()


def test_what_never_left_is_found_in_the_log_beside_a_damaged_file(folder: Path) -> None:
    centre = new_centre()
    store = station(folder, centre)
    meet(store, centre)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    take_payment(store, enrol(store, EAST, place=100))
    before = own_hashes(store)
    damaged = folder.parent / "damaged"
    damaged.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(folder / (DATABASE + end), damaged / (DATABASE + end))
    store.close()
    overwrite(damaged / DATABASE, random.Random(5), 4, spare_first=True)
    mended = mend(damaged)
    store = reopen(damaged)
    assert own_hashes(store)[-2:] == before[-2:]
    assert mended.pending >= 2
    meet(store, centre)
    assert own_hashes(store) == before
    proven(centre, store)
    store.close()


class TestLostForGood:
    def test_events_nobody_has_are_counted_and_what_followed_goes_to_the_centre(
        self, folder: Path
    ) -> None:
        centre = new_centre()
        store = station(folder, centre)
        meet(store, centre)
        kept = [enrol(store, EAST, place=100 + place) for place in range(5)]
        lose(store, kept[1].household.id, kept[2].household.id)
        gone = len(own_hashes(store))
        store.close()
        mended = mend(folder)
        assert mended.missing == 2
        store = reopen(folder)
        assert len(own_hashes(store)) == gone
        meet(store, centre)
        assert not unsure(store)
        proven(centre, store)
        assert centre.count("households") == HOUSEHOLDS + 3
        assert verify(store, folder / "scratch.db").ok
        settled = settle_lost_receipts(desk_of(store))
        assert settled is not None
        assert (settled.events, settled.receipts) == (2, ())
        assert settle_lost_receipts(desk_of(store)) is None
        store.close()

    def test_a_receipt_without_its_event_is_named_and_its_number_never_used_again(
        self, folder: Path
    ) -> None:
        centre = new_centre()
        store = station(folder, centre)
        meet(store, centre)
        paid = take_payment(store, enrol(store, EAST, place=100))
        lose(store, paid.payment)
        store.close()
        mended = mend(folder)
        assert [one.number for one in mended.lost_receipts] == [paid.receipt.number]
        assert mended.lost_receipts[0].amount_fen == 32000
        store = reopen(folder)
        assert segments.next_number(store.connection, store.station.id)[1] == paid.serial + 1
        again = take_payment(store, enrol(store, EAST, place=101))
        assert again.serial == paid.serial + 1
        assert settle_lost_receipts(desk_of(store)) is None
        meet(store, centre)
        settled = settle_lost_receipts(desk_of(store))
        assert settled is not None
        assert [one.number for one in settled.receipts] == [paid.receipt.number]
        meet(store, centre)
        proven(centre, store)
        found = verify(store, folder / "scratch.db")
        assert found.ok, found.faults
        store.close()


def lose(store: Store, *naming: str) -> None:
    """Take the events that name somebody out of the file, and leave everything else."""
    for name in naming:
        store.connection.execute(
            "DELETE FROM outbox WHERE event_id IN"
            " (SELECT id FROM events WHERE instr(body, CAST(? AS BLOB)) > 0)",
            (name,),
        )
        store.connection.execute(
            "DELETE FROM events WHERE instr(body, CAST(? AS BLOB)) > 0", (name,)
        )
    store.connection.execute("VACUUM")


def desk_of(store: Store) -> Desk:
    return Desk(store, shipped_law(), "tester", "", "clerk")


def test_a_sound_file_is_read_whole_page_by_page(folder: Path) -> None:
    store = station(folder)
    count = store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    read = Salvage(folder / DATABASE, KEY)
    assert read.damaged == 0
    assert len({row[1] for row in read.rows(11) if isinstance(row[7], bytes)}) == count
    assert exchange.pending_count(store) > 0
    store.close()
    assert not damage_in(folder / DATABASE, KEY)


def test_a_sound_file_is_copied_once_a_day_and_the_last_copies_stay(folder: Path) -> None:
    store = station(folder)
    clock = fixed_clock()
    desk = desk_of(Store(store.connection, KEY, clock, store.ids))
    desk.folder = folder
    for _ in range(BACKUPS_KEPT + 2):
        assert not damage_found(desk)
        assert not damage_found(desk)
        clock.advance(timedelta(days=1))
    copies = sorted((folder / "backups").glob("daily-*.db"))
    assert len(copies) == BACKUPS_KEPT
    own = own_hashes(store)
    store.close()
    (folder / DATABASE).write_bytes(b"nothing")
    assert mend(folder).own == len(own)
