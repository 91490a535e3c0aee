"""Sticks that are lost, come twice, late and in any order: nothing lost, nothing doubled."""

from __future__ import annotations

import msgspec
import pytest

from desktop.server.filter_keeper import bring_up_to_date
from desktop.store import county_filter, exchange
from desktop.store.database import Store
from desktop.sync.centre import contact
from desktop.sync.engine import direct, exchange_once
from desktop.sync.packets import make_packet
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
        first, second = packet_of(station), packet_of(station)
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
        packet = packet_of(station)
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
        back = answer(centre, packet_of(station))
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
        first = answer(centre, packet_of(station))
        busy(other, 2, start=10)
        meet(other, centre)
        busy(station, 2, start=20)
        second = answer(centre, packet_of(station))
        assert take(station, second).told == ()
        assert take(station, first).told == ("PACKET_OLD",)
        meet(other, centre)
        proven(centre, station, other)

    def test_a_lost_answer_costs_nothing(self, centre: TestCentre, station: Store) -> None:
        busy(station, 2)
        answer(centre, packet_of(station))
        taken = carry(station, centre)
        assert (taken.taken.accepted, taken.pending) == (0, 0)
        assert taken.taken.already > 0
        proven(centre, station)

    def test_the_line_was_there_meanwhile_and_what_overlaps_is_compared(
        self, centre: TestCentre, station: Store, other: Store
    ) -> None:
        packet = packet_of(station)
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
        back = answer(centre, packet_of(station))
        take(station, back)
        busy(station, 1, start=5)
        pending = exchange.pending_count(station)
        late = answer(centre, packet_of(station))
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
        packet = packet_of(station)
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
        old = answer(centre, packet_of(station))
        meet(station, centre)
        with station.transaction():
            changed = station.connection.execute("UPDATE cases SET state = 'decided'").rowcount
        assert changed == 1
        assert take(station, old).told == ("PACKET_OLD",)
        states = station.connection.execute("SELECT state FROM cases").fetchall()
        assert [row[0] for row in states] == ["decided"]


def test_an_event_that_does_not_hold_stops_the_packet_there(
    centre: TestCentre, station: Store
) -> None:
    busy(station, 60)
    station.connection.execute("UPDATE events SET signature = zeroblob(64) WHERE seq = 20")
    desk = desk_of(centre)
    answered = desk.answer(packet_of(station))
    assert (answered.accepted, answered.stopped) == (19, "EVENT_SIGNATURE")
    taken = take(station, answered.answer)
    assert taken.taken.accepted == 19
    assert taken.told == ("EVENT_SIGNATURE",)
    row = station.connection.execute("SELECT seq, last_error FROM outbox").fetchone()
    assert tuple(row) == (20, "EVENT_SIGNATURE")


def test_packet_and_line_count_apart(centre: TestCentre, station: Store) -> None:
    """A stick that lay about for a week is no replay, and makes none of what the line says."""
    packet = packet_of(station)
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
    assert msgspec.json.encode(desk_of(centre).answer(packet_of(station)).numbers())
