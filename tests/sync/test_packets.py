"""Sticks that are lost, come twice, late, swapped, cut short: nothing lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.server.filter_keeper import bring_up_to_date
from desktop.sqlite.backup import back_up
from desktop.store import county_filter, exchange
from desktop.store.database import Store
from desktop.sync.centre import contact
from desktop.sync.engine import direct, exchange_once
from desktop.sync.packets import TakenPacket, make_packet, take_packet
from desktop.wire.messages import PAGE_EVENTS_MAX
from desktop.wire.packet import read_header
from tests.helpers.centre import (
    EAST,
    WEST,
    DoorTransport,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    record_of,
    registered_client,
)
from tests.helpers.line_faults import proven
from tests.helpers.packets import desk_of
from tests.helpers.stations import fixed_clock, take_payment


def out(store: Store) -> bytes:
    return make_packet(direct(store), fixed_clock()).data


def take(store: Store, answer: bytes) -> TakenPacket:
    return take_packet(direct(store), answer, fixed_clock())


def answer(centre: TestCentre, packet: bytes) -> bytes:
    return desk_of(centre).answer(packet).answer


def carry(store: Store, centre: TestCentre) -> TakenPacket:
    """Bring the stick to the centre and back."""
    return take(store, answer(centre, out(store)))


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


def busy(store: Store, households: int, *, start: int = 0) -> None:
    for place in range(households):
        take_payment(store, enrol(store, EAST, place=start + place))


class TestThereAndBack:
    def test_everything_pending_goes_and_comes_back_answered(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        busy(station, 60)
        pending = exchange.pending_count(station)
        assert pending > 100, "more than one batch"
        made = make_packet(direct(station), fixed_clock())
        assert (made.pushed, made.pending, made.more) == (pending, pending, False)
        taken = take(station, answer(centre, made.data))
        assert taken.numbers() == {
            "pushed": 0,
            "accepted": pending,
            "already": 0,
            "cases": 0,
            "pulled": 0,
            "pending": 0,
            "cursor": pending,
            "bytes_out": 0,
            "bytes_in": taken.bytes_in,
        }
        assert taken.told == ()
        assert carry(other, centre).taken.pulled == 2 * 60, "what a household is, and its receipt"
        # What registration granted here is an event that waits like any other.
        carry(other, centre)
        proven(centre, station, other)

    def test_writing_answers_nothing_and_each_packet_is_as_good(
        self, centre: TestCentre, station: Store
    ) -> None:
        busy(station, 2)
        pending = exchange.pending_count(station)
        first, second = out(station), out(station)
        assert first != second
        assert read_header(second).number > read_header(first).number
        assert exchange.pending_count(station) == pending
        assert take(station, answer(centre, second)).taken.accepted == pending
        late = desk_of(centre).answer(first)
        assert (late.old, late.accepted, late.already) == (True, 0, pending)
        proven(centre, station)

    def test_a_new_station_is_filled_page_after_page_by_one_answer(
        self, centre: TestCentre, station: Store
    ) -> None:
        busy(station, PAGE_EVENTS_MAX // 2 + 40)
        meet(station, centre)
        new = new_station(3, division=EAST)
        enlist(new, centre)
        taken = carry(new, centre)
        assert taken.taken.pulled > PAGE_EVENTS_MAX
        assert taken.told == ()
        carry(new, centre)
        proven(centre, station, new)

    def test_an_answer_that_is_full_says_so_and_the_next_goes_on(
        self, centre: TestCentre, station: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        busy(station, PAGE_EVENTS_MAX // 2 + 10)
        meet(station, centre)
        new = new_station(3, division=EAST)
        enlist(new, centre)
        monkeypatch.setattr("desktop.server.packets.ANSWER_BYTES_MAX", 1)
        assert "PACKET_MORE" in carry(new, centre).told
        assert "PACKET_MORE" not in carry(new, centre).told
        proven(centre, station, new)

    def test_a_packet_that_is_full_leaves_the_rest_for_the_next(
        self, centre: TestCentre, station: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        busy(station, 60)
        monkeypatch.setattr("desktop.sync.packets.ANSWER_BYTES_MAX", 1)
        made = make_packet(direct(station), fixed_clock())
        assert (made.pushed, made.more) == (100, True)
        take(station, answer(centre, made.data))
        carry(station, centre)
        proven(centre, station)

    def test_the_county_filter_comes_along(self, centre: TestCentre, station: Store) -> None:
        busy(station, 3)
        meet(station, centre)
        assert bring_up_to_date(centre.database, centre.clock, centre.ids, at_once=True)
        assert carry(station, centre).filter_version > 0
        wanted = county_filter.wanted(station, contact(station).centre_key)
        assert wanted.layer is None
        assert county_filter.CountyFilters(station).current() is not None
        assert carry(station, centre).told == ()

    def test_few_receipt_numbers_are_refilled(self, centre: TestCentre, station: Store) -> None:
        meet(station, centre)
        with station.transaction():
            station.connection.execute("UPDATE segments SET last = 300")
        packet = out(station)
        back = answer(centre, packet)
        # The same packet again, and an older one after it, allocate nothing more.
        assert answer(centre, packet) != back
        assert centre.count("allocations") == 2
        assert take(station, back).taken.granted == 1
        assert take(station, back).taken.granted == 0
        carry(station, centre)
        answer(centre, packet)
        assert centre.count("allocations") == 2


class TestOnTheWay:
    def test_an_answer_taken_twice_changes_nothing(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        busy(other, 3)
        meet(other, centre)
        busy(station, 2)
        back = answer(centre, out(station))
        take(station, back)
        before = record_of(station, "")
        again = take(station, back)
        assert again.told == ("PACKET_OLD",)
        assert again.numbers() == again.numbers() | {"accepted": 0, "pulled": 0, "pending": 0}
        assert record_of(station, "") == before
        meet(other, centre)
        proven(centre, station, other)

    def test_answers_in_the_wrong_order(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        busy(station, 2)
        first = answer(centre, out(station))
        busy(other, 2, start=10)
        meet(other, centre)
        busy(station, 2, start=20)
        second = answer(centre, out(station))
        assert take(station, second).told == ()
        assert take(station, first).told == ("PACKET_OLD",)
        meet(other, centre)
        proven(centre, station, other)

    def test_a_lost_answer_costs_nothing(self, centre: TestCentre, station: Store) -> None:
        busy(station, 2)
        answer(centre, out(station))
        taken = carry(station, centre)
        assert (taken.taken.accepted, taken.pending) == (0, 0)
        assert taken.taken.already > 0
        proven(centre, station)

    def test_the_line_was_there_meanwhile_and_what_overlaps_is_compared(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        packet = out(station)
        busy(other, 2)
        meet(other, centre)
        meet(station, centre)
        here = exchange.progress(station).cursor
        busy(other, 2, start=10)
        meet(other, centre)
        # The answer begins before where the line has brought the station, and ends after it.
        taken = take(station, answer(centre, packet))
        assert taken.cursor > here
        assert taken.taken.pulled == 4
        assert taken.told == ()
        meet(station, centre)
        proven(centre, station, other)

    def test_an_answer_after_a_missing_one_is_told_and_keeps_its_verdicts(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        busy(other, 2)
        meet(other, centre)
        back = answer(centre, out(station))
        take(station, back)
        busy(station, 1, start=5)
        pending = exchange.pending_count(station)
        late = answer(centre, out(station))
        with station.transaction():
            exchange.begin_again(station)
        taken = take(station, late)
        assert taken.told == ("PACKET_GAP",)
        assert (taken.taken.accepted, taken.pending) == (pending, 0)
        assert carry(station, centre).told == ()
        meet(other, centre)
        proven(centre, station, other)

    def test_overlap_that_is_not_what_we_had_is_not_taken(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        packet = out(station)
        busy(other, 2)
        meet(other, centre)
        meet(station, centre)
        busy(other, 1, start=10)
        meet(other, centre)
        with station.transaction():
            station.set_setting("sync.hash", "11" * 32)
        assert take(station, answer(centre, packet)).told == ("PACKET_GAP",)
        carry(station, centre)
        carry(station, centre)
        proven(centre, station, other)

    def test_a_decided_case_is_not_opened_again_by_an_old_answer(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        number = "539999198003031236"
        enrol(other, EAST, place=1, document=number)
        meet(other, centre)
        enrol(station, WEST, place=2, document=number)
        old = answer(centre, out(station))
        meet(station, centre)
        with station.transaction():
            changed = station.connection.execute("UPDATE cases SET state = 'decided'").rowcount
        assert changed == 1
        assert take(station, old).told == ("PACKET_OLD",)
        states = station.connection.execute("SELECT state FROM cases").fetchall()
        assert [row[0] for row in states] == ["decided"]


class TestWrongHands:
    def test_another_stations_answer(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        busy(other, 1)
        back = answer(centre, out(other))
        with pytest.raises(Refused, match="PACKET_FOREIGN"):
            take(station, back)
        assert take(other, back).pending == 0

    def test_another_centre(self, station: Store) -> None:
        stranger = new_centre(seed=901)
        with pytest.raises(Refused, match="PACKET_FOREIGN") as caught:
            answer(stranger, out(station))
        assert caught.value.values["station"] == station.station.id
        assert stranger.count("packets") == 0

    def test_the_wrong_way_round(self, centre: TestCentre, station: Store) -> None:
        packet = out(station)
        with pytest.raises(Refused, match="PACKET_DIRECTION"):
            take(station, packet)
        with pytest.raises(Refused, match="PACKET_DIRECTION"):
            answer(centre, answer(centre, packet))

    def test_a_station_the_centre_does_not_know(self, centre: TestCentre, station: Store) -> None:
        packet = out(station)
        with centre.database.transaction():
            centre.database.connection.execute("DELETE FROM registrations")
        with pytest.raises(Refused, match="STATION_UNKNOWN"):
            answer(centre, packet)

    def test_a_station_without_a_centre(self) -> None:
        with pytest.raises(Refused, match="NOT_REGISTERED"):
            out(new_station(9))

    @pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999])
    def test_a_copy_that_was_cut_off(
        self, centre: TestCentre, station: Store, share: float
    ) -> None:
        busy(station, 2)
        packet = out(station)
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
        back = answer(centre, out(station))
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
        packet = out(station)
        with pytest.raises(Refused, match="CANCELLED"):
            stopped.answer(packet, cancelled=lambda: True)
        assert not stopped.answer(packet).old


class TestCopies:
    def test_a_restored_station_gets_its_own_events_back(
        self, centre: TestCentre, tmp_path: Path
    ) -> None:
        station, backup = restorable(tmp_path, centre)
        busy(station, 2)
        old = answer(centre, out(station))
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
        back = answer(centre, out(station))
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
        last = read_header(out(station)).number - 1
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


def test_an_event_that_does_not_hold_stops_the_packet_there(
    centre: TestCentre, station: Store
) -> None:
    busy(station, 60)
    station.connection.execute("UPDATE events SET signature = zeroblob(64) WHERE seq = 20")
    desk = desk_of(centre)
    answered = desk.answer(out(station))
    assert (answered.accepted, answered.stopped) == (19, "EVENT_SIGNATURE")
    taken = take(station, answered.answer)
    assert taken.taken.accepted == 19
    assert taken.told == ("EVENT_SIGNATURE",)
    row = station.connection.execute("SELECT seq, last_error FROM outbox").fetchone()
    assert tuple(row) == (20, "EVENT_SIGNATURE")


def test_packet_and_line_count_apart(centre: TestCentre, station: Store) -> None:
    """A stick that lay about for a week is no replay, and makes none of what the line says."""
    packet = out(station)
    client = registered_client(station, DoorTransport(centre))
    for _ in range(3):
        exchange_once(direct(station), client, fixed_clock())
    assert not desk_of(centre).answer(packet).old
    exchange_once(direct(station), client, fixed_clock())


def test_a_number_of_the_command_line_is_as_of_an_exchange(
    centre: TestCentre, station: Store
) -> None:
    busy(station, 1)
    client = registered_client(station, DoorTransport(centre))
    names = set(exchange_once(direct(station), client, fixed_clock()).numbers())
    assert set(make_packet(direct(station), fixed_clock()).numbers()) == names
    assert set(carry(station, centre).numbers()) == names
    assert msgspec.json.encode(desk_of(centre).answer(out(station)).numbers())
