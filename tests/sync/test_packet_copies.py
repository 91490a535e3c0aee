"""Sticks in the wrong hands, cut short, and stations that were restored or copied."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.sqlite.backup import back_up
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.engine import direct
from desktop.sync.packets import make_packet, take_packet
from desktop.wire.packet import read_header
from tests.helpers.centre import (
    EAST,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    record_of,
)
from tests.helpers.line_faults import proven
from tests.helpers.packets import answer, busy, carry, desk_of, packet_of, take
from tests.helpers.stations import fixed_clock


@pytest.fixture
def centre() -> TestCentre:
    return new_centre()


@pytest.fixture
def station(centre: TestCentre) -> Store:
    store = new_station(1)
    enlist(store, centre)
    return store


@pytest.fixture
def other(centre: TestCentre) -> Store:
    store = new_station(2, division=EAST)
    enlist(store, centre)
    return store


class TestWrongHands:
    def test_another_stations_answer(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        busy(other, 1)
        back = answer(centre, packet_of(other))
        with pytest.raises(Refused, match="PACKET_FOREIGN"):
            take(station, back)
        assert take(other, back).pending == 0

    def test_another_centre(self, station: Store) -> None:
        stranger = new_centre(seed=901)
        with pytest.raises(Refused, match="PACKET_FOREIGN") as caught:
            answer(stranger, packet_of(station))
        assert caught.value.values["station"] == station.station.id
        assert stranger.count("packets") == 0

    def test_the_wrong_way_round(self, centre: TestCentre, station: Store) -> None:
        packet = packet_of(station)
        with pytest.raises(Refused, match="PACKET_DIRECTION"):
            take(station, packet)
        with pytest.raises(Refused, match="PACKET_DIRECTION"):
            answer(centre, answer(centre, packet))

    def test_a_station_the_centre_does_not_know(self, centre: TestCentre, station: Store) -> None:
        packet = packet_of(station)
        with centre.database.transaction():
            centre.database.connection.execute("DELETE FROM registrations")
        with pytest.raises(Refused, match="STATION_UNKNOWN"):
            answer(centre, packet)

    def test_a_station_without_a_centre(self) -> None:
        with pytest.raises(Refused, match="NOT_REGISTERED"):
            packet_of(new_station(9))

    @pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999])
    def test_a_copy_that_was_cut_off(
        self, centre: TestCentre, station: Store, share: float
    ) -> None:
        busy(station, 2)
        packet = packet_of(station)
        with pytest.raises(Refused, match=r"PACKET_(CUT_OFF|UNREADABLE)"):
            answer(centre, packet[: int(len(packet) * share)])
        back = answer(centre, packet)
        pending = exchange.pending_count(station)
        with pytest.raises(Refused, match=r"PACKET_(CUT_OFF|UNREADABLE)"):
            take(station, back[: int(len(back) * share)])
        assert exchange.pending_count(station) == pending
        take(station, back)
        proven(centre, station)

    def test_stopped_in_the_middle_the_same_answer_goes_on(
        self, centre: TestCentre, station: Store
    ) -> None:
        busy(station, 60)
        back = answer(centre, packet_of(station))
        asked = iter([False, True])
        with pytest.raises(Refused, match="CANCELLED"):
            take_packet(direct(station), back, fixed_clock(), cancelled=lambda: next(asked))
        assert exchange.pending_count(station) > 0
        taken = take(station, back)
        assert (taken.pending, taken.told) == (0, ())
        proven(centre, station)

    def test_stopped_while_packing_nothing_has_happened(
        self, centre: TestCentre, station: Store
    ) -> None:
        with pytest.raises(Refused, match="CANCELLED"):
            make_packet(direct(station), fixed_clock(), cancelled=lambda: True)
        stopped = desk_of(centre)
        packet = packet_of(station)
        with pytest.raises(Refused, match="CANCELLED"):
            stopped.answer(packet, cancelled=lambda: True)
        assert not stopped.answer(packet).old


class TestCopies:
    def test_a_restored_station_gets_its_own_events_back(
        self, centre: TestCentre, tmp_path: Path
    ) -> None:
        station, backup = restorable(tmp_path, centre)
        busy(station, 2)
        old = answer(centre, packet_of(station))
        take(station, old)
        before = record_of(station, EAST)
        station.close()
        restored = backup()
        with pytest.raises(Refused, match="PACKET_COPY"):
            take(restored, old)
        assert carry(restored, centre).told == ("OWN_EVENTS_MISSING",)
        assert carry(restored, centre).told == ()
        assert record_of(restored, EAST) == before
        busy(restored, 1, start=9)
        carry(restored, centre)
        proven(centre, restored)
        restored.close()

    def test_an_answer_never_settles_events_of_another_copy(
        self, centre: TestCentre, tmp_path: Path
    ) -> None:
        """The same numbers stand for other events there: taking it would lose them."""
        station, backup = restorable(tmp_path, centre)
        busy(station, 1)
        back = answer(centre, packet_of(station))
        clone = backup()
        busy(clone, 1, start=7)
        pending = exchange.pending_count(clone)
        with pytest.raises(Refused, match="PACKET_COPY"):
            take(clone, back)
        assert exchange.pending_count(clone) == pending
        taken = carry(clone, centre)
        assert "CHAIN_FORKED" in taken.told
        assert (taken.taken.cases, taken.pending) == (pending, 0)
        kept = centre.database.connection.execute("SELECT count(*) FROM forks").fetchone()
        assert kept[0] == pending
        for one in (station, clone):
            one.close()

    def test_records_that_differ_are_mended_by_the_next_sticks(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        busy(other, 1)
        meet(other, centre)
        carry(station, centre)
        with station.transaction():
            station.connection.execute("DELETE FROM enrollments")
        busy(station, 1, start=5)
        taken = carry(station, centre)
        assert taken.told == ("RECORDS_DIFFER",)
        assert taken.pending == 0
        assert carry(station, centre).told == ()
        meet(other, centre)
        proven(centre, station, other)

    def test_a_number_goes_on_where_the_centre_has_come_to(
        self, centre: TestCentre, tmp_path: Path
    ) -> None:
        station, backup = restorable(tmp_path, centre)
        for _ in range(5):
            carry(station, centre)
        last = read_header(packet_of(station)).number - 1
        station.close()
        clock = fixed_clock()
        clock.advance(timedelta(days=-400))
        restored = backup()
        early = make_packet(direct(restored), clock)
        assert early.number < last
        take(restored, answer(centre, early.data))
        assert make_packet(direct(restored), clock).number > last
        restored.close()


def restorable(tmp_path: Path, centre: TestCentre) -> tuple[Store, Callable[[], Store]]:
    path, copy = tmp_path / "station.db", tmp_path / "copy.db"
    store = new_station(1, path=path)
    enlist(store, centre)
    enrol(store, EAST, place=20)
    meet(store, centre)
    back_up(store.connection, copy, None)
    return store, lambda: Store.open(copy, None, clock=fixed_clock(), ids=SeededIds(77))
