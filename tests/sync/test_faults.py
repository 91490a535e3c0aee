"""A line that fails at every point: nothing lost, nothing doubled."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.store import exchange
from desktop.sync.centre import contact
from desktop.sync.engine import direct, exchange_once, until_idle
from desktop.sync.loop import SyncLoop
from tests.helpers.centre import (
    EAST,
    WEST,
    DoorTransport,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    registered_client,
)
from tests.helpers.faulty_link import Fault, FaultyTransport
from tests.helpers.line_faults import amend, faulty, fields, proven
from tests.helpers.stations import fixed_clock, take_payment

FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_line_does_the_next_exchange_mends_it(fault: Fault) -> None:
    centre, store, other = new_centre(), new_station(1), new_station(2)
    enlist(store, centre)
    enlist(other, centre)
    take_payment(store, enrol(store, EAST, people=2))
    enrol(other, WEST, place=5)
    meet(other, centre)
    client = registered_client(store, faulty(store, centre, fault))
    lane, clock = direct(store), fixed_clock()
    if fault is Fault.DOUBLED:
        # The second delivery is refused as a replay; the client asks again by itself.
        report = exchange_once(lane, client, clock)
        assert (report.accepted, report.already) == (0, 4)
    else:
        with pytest.raises(Unavailable) as caught:
            exchange_once(lane, client, clock)
        assert exchange.pending_count(store) == 4
        row = store.connection.execute("SELECT tries, last_error FROM outbox").fetchone()
        assert tuple(row) == (1, caught.value.code)
    reports = list(until_idle(lane, client, clock))
    assert reports[-1].idle
    meet(other, centre)
    assert centre.count("events") == 7
    proven(centre, store, other)


def test_a_request_that_arrives_late_is_refused_as_a_replay() -> None:
    centre, store = new_centre(), new_station(1)
    enlist(store, centre)
    enrol(store, EAST)
    transport = faulty(store, centre, Fault.LATE, Fault.NONE, Fault.NONE)
    client = registered_client(store, transport)
    with pytest.raises(Unavailable):
        exchange_once(direct(store), client, fixed_clock())
    enrol(store, EAST, place=1)
    # The late one is delivered first and takes three events; the fourth follows.
    report = exchange_once(direct(store), client, fixed_clock())
    assert (report.accepted, report.already) == (1, 3)
    proven(centre, store)


def test_a_batch_shrinks_until_it_gets_through() -> None:
    centre, store = new_centre(), new_station(1)
    enlist(store, centre)
    for place in range(6):
        enrol(store, EAST, place=place)
    sizes: list[int] = []

    def narrow() -> Fault:
        return Fault.REQUEST_LOST if len(sizes) < 7 else Fault.NONE

    transport = FaultyTransport(DoorTransport(centre), narrow)
    client = registered_client(store, transport)
    original = client.exchange

    class Narrow:
        register = client.register
        county_filter = client.county_filter
        fill = client.fill
        compare = client.compare
        entries = client.entries
        operators = client.operators
        stations = client.stations
        update = client.update
        traffic = client.traffic

        def exchange(self, request):  # type: ignore[no-untyped-def]
            sizes.append(len(request.events))
            return original(request)

    reports = list(until_idle(direct(store), Narrow(), fixed_clock()))
    assert sizes == [8, 8, 8, 8, 6, 3, 1, 2, 4, 1]
    assert reports[-1].idle
    proven(centre, store)


def test_a_dead_line_is_told_at_once_and_everything_stays_pending() -> None:
    centre, store = new_centre(), new_station(1)
    enlist(store, centre)
    enrol(store, EAST)
    transport = FaultyTransport(DoorTransport(centre), lambda: Fault.UNREACHABLE)
    client = registered_client(store, transport)
    with pytest.raises(Unavailable, match="CENTRE_UNREACHABLE"):
        list(until_idle(direct(store), client, fixed_clock()))
    assert len(transport.seen) == 1
    assert exchange.pending_count(store) == 3


class TestBothSides:
    def test_fields_of_one_household_meet_from_two_desks(self) -> None:
        """Remote events go under own ones that have no place yet, then over those before them."""
        centre, one, two = new_centre(), new_station(1), new_station(2)
        for store in (one, two):
            enlist(store, centre)
        household = enrol(one, EAST).household.id
        meet(one, centre)
        meet(two, centre)
        amend(one, household, phone="1", address="one")
        amend(two, household, phone="2", number="two")
        meet(one, centre)
        # Two has not pushed: its own word stands on its screen.
        client = registered_client(two, DoorTransport(centre))
        exchange_once(direct(two), client, fixed_clock(), batch=1)
        assert fields(two, household) == ("two", "one", "2")
        meet(one, centre)
        assert fields(one, household) == ("two", "one", "2")
        proven(centre, one, two)

    def test_an_own_event_without_a_place_stays_on_top(self) -> None:
        centre, one, two = new_centre(), new_station(1), new_station(2)
        for store in (one, two):
            enlist(store, centre)
        household = enrol(one, EAST).household.id
        meet(one, centre)
        meet(two, centre)
        amend(one, household, phone="1", address="one")
        meet(one, centre)
        for place in range(3):
            enrol(two, EAST, place=10 + place)
        amend(two, household, phone="2")
        client = registered_client(two, DoorTransport(centre))
        report = exchange_once(direct(two), client, fixed_clock(), batch=1)
        assert report.pulled == 1
        assert report.pending == 3
        assert fields(two, household) == ("H0", "one", "2")
        meet(two, centre)
        meet(one, centre)
        proven(centre, one, two)


class TestContact:
    def test_a_station_without_a_centre_says_so(self) -> None:
        with pytest.raises(Refused, match="NOT_REGISTERED"):
            contact(new_station(1))

    def test_a_station_does_not_change_its_centre_by_accident(self) -> None:
        store, first, second = new_station(1), new_centre(), new_centre(seed=901)
        enlist(store, first)
        with pytest.raises(Refused, match="CENTRE_DIFFERS"):
            enlist(store, second)
        assert contact(store).centre_key == first.database.centre.key.public
        meet(store, first)

    def test_a_clock_that_is_off_is_told_and_stops_nothing(self) -> None:
        centre, store = new_centre(), new_station(1)
        enlist(store, centre)
        centre.clock.advance(timedelta(days=-400))
        (report,) = meet(store, centre)
        assert report.accepted == 2
        assert report.clock_off_s == 400 * 86_400
        centre.clock.advance(timedelta(days=400, seconds=200))
        (report,) = meet(store, centre)
        assert report.clock_off_s == 0

    def test_an_event_the_centre_cannot_take_stays_and_is_shown(self) -> None:
        centre, store = new_centre(), new_station(1)
        enlist(store, centre)
        enrol(store, EAST)
        store.connection.execute("UPDATE events SET signature = zeroblob(64) WHERE seq = 2")
        (report,) = meet(store, centre)
        assert (report.accepted, report.stopped, report.pending) == (1, "EVENT_SIGNATURE", 2)
        assert report.stuck
        assert not report.idle
        row = store.connection.execute("SELECT seq, last_error FROM outbox").fetchone()
        assert tuple(row) == (2, "EVENT_SIGNATURE")

    def test_few_numbers_are_refilled_by_themselves(self) -> None:
        centre, store = new_centre(), new_station(1)
        enlist(store, centre)
        with store.transaction():
            store.connection.execute("UPDATE segments SET last = 300")
        reports = meet(store, centre)
        assert [report.granted for report in reports] == [1, 0]
        assert reports[-1].idle
        assert [
            tuple(row)
            for row in store.connection.execute("SELECT first, last FROM segments ORDER BY first")
        ] == [(1, 300), (1001, 2000)]


class TestLoop:
    def test_a_step_never_raises_for_the_line_and_says_when_to_come_back(self) -> None:
        centre, store = new_centre(), new_station(1)
        enlist(store, centre)
        enrol(store, EAST)
        transport = faulty(store, centre, Fault.UNREACHABLE, Fault.CAPTIVE, Fault.ANSWER_CUT)
        client = registered_client(store, transport)
        loop = SyncLoop(direct(store), client, fixed_clock(), lambda: 1.0)
        waits = [loop.step() for _ in range(4)]
        codes = [step.error.code if step.error else "" for step in waits]
        assert codes == ["CENTRE_UNREACHABLE", "ANSWER_FOREIGN", "CENTRE_CUT_OFF", ""]
        assert [step.wait_s for step in waits] == [5.0, 10.0, 20.0, 60.0]
        assert waits[-1].report is not None
        proven(centre, store)

    def test_a_refusal_is_told_and_asked_about_rarely(self) -> None:
        centre, store = new_centre(), new_station(1)
        enlist(store, centre)
        with centre.database.transaction():
            centre.database.connection.execute("DELETE FROM registrations")
        client = registered_client(store, DoorTransport(centre))
        step = SyncLoop(direct(store), client, fixed_clock(), lambda: 0.5).step()
        assert isinstance(step.error, CanbaoError)
        assert step.error.code == "STATION_UNKNOWN"
        assert step.wait_s == 3600.0
