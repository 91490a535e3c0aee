"""What the centre answers, whichever way it is asked: the feed, numbers, cases."""

from __future__ import annotations

import msgspec

from desktop.domain.events import SignedEvent, hash_of
from desktop.domain.facts import (
    EnrollmentFields,
    HouseholdFields,
    HouseholdSaved,
    SegmentReceived,
)
from desktop.domain.roster_facts import EnrollmentsVoided
from desktop.store import exchange
from desktop.wire.messages import (
    Progress,
)
from desktop.wire.rolling import START
from tests.helpers.centre import COUNTY, EAST, WEST, enrol, new_station
from tests.helpers.exchanges import BEGINNING, ask, outcomes, resigned
from tests.helpers.stations import take_payment
from tests.sync.conftest import Link


class TestPull:
    def test_a_township_gets_its_own_households_and_nobody_elses(self, link: Link) -> None:
        writer, east = new_station(1), new_station(2, division=EAST)
        speaker = link.enlist(writer)
        here, there = enrol(writer, EAST), enrol(writer, WEST, place=1)
        take_payment(writer, there)
        ask(speaker, writer)
        reply = ask(link.enlist(east), east)
        bodies = b"".join(entry.body for entry in reply.feed)
        assert here.household.id.encode() in bodies
        assert there.household.id.encode() not in bodies
        # What other stations say of themselves goes to nobody else.
        assert writer.station.key.public.hex().encode() not in bodies
        assert reply.figures is not None
        assert (reply.figures.enrollments, reply.figures.paid_fen) == (1, 0)

    def test_a_household_that_moves_in_brings_its_whole_story(self, link: Link) -> None:
        writer, west = new_station(1), new_station(2, division=WEST)
        speaker, west_speaker = link.enlist(writer), link.enlist(west)
        moving = enrol(writer, EAST)
        take_payment(writer, moving)
        ask(speaker, writer)
        before = ask(west_speaker, west)
        assert all(not entry.body for entry in before.feed)
        moved = enrol(writer, WEST, household=moving.household.id, place=1)
        ask(speaker, writer)
        after = ask(west_speaker, west, progress=before.progress)
        assert len(after.feed) == 3
        assert after.figures is not None
        assert (after.figures.enrollments, after.figures.paid_fen) == (2, 32000)
        assert moved.household.id.encode() in after.feed[-1].body
        # The county had seen it all; the township it left learns of the move alone.
        county, east = new_station(3), new_station(4, division=EAST)
        assert sum(bool(one.body) for one in ask(link.enlist(county), county).feed) == 3
        assert sum(bool(one.body) for one in ask(link.enlist(east), east).feed) == 3

    def test_progress_the_centre_does_not_know_means_beginning_again(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        good = ask(speaker, store).progress
        for wrong in (
            Progress(cursor=good.cursor, count=good.count, hash=START),
            Progress(cursor=99, count=good.count, hash=good.hash),
        ):
            reply = ask(speaker, store, progress=wrong)
            assert reply.refresh
            assert reply.progress.cursor == 0
            assert not reply.feed
        assert not ask(speaker, store, progress=good).refresh

    def test_an_old_cursor_is_worked_out_from_the_beginning(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        first = last = ask(speaker, store).progress
        for place in range(3):
            enrol(store, EAST, place=place)
            reply = ask(speaker, store, progress=first)
            last = reply.progress
            assert not reply.refresh
            assert not ask(speaker, store, progress=last).refresh
        enrol(store, EAST, place=9)
        ask(speaker, store, progress=last)
        # Nothing is remembered of that place any more, as after a restored backup.
        whole = ask(speaker, store, progress=first)
        assert not whole.refresh
        assert whole.progress == ask(speaker, store).progress

    def test_the_feed_comes_in_pages(self, link: Link) -> None:
        writer, reader = new_station(1), new_station(2)
        speaker = link.enlist(writer)
        for place in range(510):
            enrol(writer, EAST, place=place)
        while going := exchange.outgoing(writer, 100).events:
            reply = ask(speaker, writer, events=going)
            with writer.transaction():
                exchange.settle(writer, reply.verdicts)
        speaker, progress, got = link.enlist(reader), BEGINNING, 0
        more = True
        while more:
            reply = ask(speaker, reader, progress=progress)
            assert len(reply.feed) <= 500
            assert (reply.figures is None) == reply.more
            got += sum(bool(entry.body) for entry in reply.feed)
            progress, more = reply.progress, reply.more
        assert got == 510


class TestNumbers:
    def test_few_numbers_bring_a_segment_that_goes_on_where_the_last_ended(
        self, link: Link
    ) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        assert ask(speaker, store, unspent=400).grants == ()
        (grant,) = ask(speaker, store, unspent=399).grants
        assert (grant.prefix, grant.first, grant.last) == (f"{COUNTY}-A001-", 1001, 2000)

    def test_a_segment_is_offered_until_it_has_arrived(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        ask(speaker, store, unspent=0)
        first = ask(speaker, store, unspent=0).grants
        assert ask(speaker, store, unspent=0).grants == first
        with store.transaction():
            assert exchange.receive_grants(store, first) == 1
            assert exchange.receive_grants(store, first) == 0
        assert ask(speaker, store, unspent=1000).grants == ()

    def test_a_number_of_another_station_is_withheld_for_a_person(self, link: Link) -> None:
        store, other = new_station(1), new_station(2)
        speaker, other_speaker = link.enlist(store), link.enlist(other)
        paid = take_payment(store, enrol(store, EAST))
        events = exchange.outgoing(store, 100).events
        assert outcomes(ask(speaker, store)) == ["accepted"] * len(events)
        stolen = enrol(other, WEST)
        fact = take_payment(other, stolen)
        receipt = msgspec.structs.replace(fact.receipt, number=paid.receipt.number)
        forged = msgspec.structs.replace(fact, receipt=receipt, segment=paid.segment, serial=1)
        sent = exchange.outgoing(other, 100).events
        last = resigned(other, sent[-1], fact=forged)
        reply = ask(other_speaker, other, events=(*sent[:-1], last))
        assert outcomes(reply)[-1] == "case"
        kinds = {case.kind for case in reply.verdicts[-1].cases}
        assert kinds == {"RECEIPT_NOT_ALLOCATED", "RECEIPT_NUMBER_TWICE"}
        assert link.count("payments") == 1
        assert reply.figures is not None
        assert reply.figures.paid_fen == 32000

    def test_a_segment_the_centre_never_gave_is_a_case(self, link: Link) -> None:
        store, other = new_station(1), new_station(2)
        speaker, other_speaker = link.enlist(store), link.enlist(other)
        ask(speaker, store)
        (row,) = store.connection.execute("SELECT id, prefix FROM segments").fetchall()
        for fact in (
            SegmentReceived(segment=row["id"], prefix=row["prefix"], first=1, last=1000),
            SegmentReceived(segment="c" * 32, prefix=row["prefix"], first=900, last=1900),
        ):
            with other.transaction():
                other.record(fact, operator="")
        reply = ask(other_speaker, other)
        kinds = [case.kind for verdict in reply.verdicts for case in verdict.cases]
        assert kinds == ["SEGMENT_NOT_ALLOCATED"] * 2
        # A range of its own a training station may bring; nobody else uses that prefix.
        with other.transaction():
            other.record(
                SegmentReceived(segment="d" * 32, prefix="539999-TEST-", first=1, last=9),
                operator="",
            )
        assert outcomes(ask(other_speaker, other))[-1] == "accepted"

    def test_a_payment_told_twice_counts_once(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        paid = take_payment(store, enrol(store, EAST))
        with store.transaction():
            receipt = msgspec.structs.replace(paid.receipt, number=f"{COUNTY}-A001-00000002")
            again = msgspec.structs.replace(paid, serial=2, receipt=receipt)
            store.record(again, operator="x")
        reply = ask(speaker, store)
        assert [case.kind for case in reply.verdicts[-1].cases] == ["PAYMENT_TWICE"]
        assert link.count("payments") == 1
        assert link.count("events") == 5


class TestCases:
    def test_the_same_person_enrolled_at_two_stations_is_accepted_and_a_case(
        self, link: Link
    ) -> None:
        one, two = new_station(1), new_station(2, division=WEST)
        speakers = link.enlist(one), link.enlist(two)
        enrol(one, EAST)
        person = enrol(two, WEST).people[0]
        assert outcomes(ask(speakers[0], one))[-1] == "accepted"
        reply = ask(speakers[1], two)
        assert outcomes(reply)[-1] == "case"
        (case,) = reply.verdicts[-1].cases
        assert case.kind == "DUPLICATE_ENROLLMENT"
        assert str(person.document_number) not in case.detail
        assert str(person.name) not in case.detail
        # Asked again, the same case; opened only once.
        again = ask(speakers[1], two)
        assert again.verdicts[-1].cases == (case,)
        assert link.count("cases") == 1
        # A county station hears of it as well, and after that cursor no more.
        heard = ask(speakers[0], one)
        assert heard.cases == (case,)
        assert ask(speakers[0], one, cases_cursor=heard.cases_cursor).cases == ()

    def test_money_taken_twice_for_one_person_is_accepted_and_a_case(self, link: Link) -> None:
        one, two = new_station(1), new_station(2)
        speakers = link.enlist(one), link.enlist(two)
        take_payment(one, enrol(one, EAST))
        take_payment(two, enrol(two, WEST))
        ask(speakers[0], one)
        reply = ask(speakers[1], two)
        assert [case.kind for case in reply.verdicts[-1].cases] == ["PAID_TWICE"]
        assert link.count("payments") == 2
        assert reply.figures is not None
        assert reply.figures.paid_fen == 64000

    def test_what_was_paid_and_is_then_changed_is_a_case(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        fact = enrol(store, EAST)
        take_payment(store, fact)
        voided = EnrollmentFields(id=fact.enrollments[0].id, status="voided", reason="x")
        with store.transaction():
            store.record(
                HouseholdSaved(
                    household=HouseholdFields(id=fact.household.id), enrollments=(voided,)
                ),
                operator="x",
            )
        reply = ask(speaker, store)
        assert [case.kind for case in reply.verdicts[-1].cases] == ["CHANGED_AFTER_PAYMENT"]
        assert reply.figures is not None
        assert (reply.figures.enrollments, reply.figures.paid_fen) == (0, 32000)

    def test_money_for_what_another_desk_voided_is_a_case_and_so_is_who_came_anew(
        self, link: Link
    ) -> None:
        one, two = new_station(1), new_station(2)
        speakers = link.enlist(one), link.enlist(two)
        fact = enrol(one, EAST)
        ask(speakers[0], one)
        (gone,) = fact.enrollments
        with two.transaction():
            two.record(
                EnrollmentsVoided(household=fact.household.id, enrollments=(gone.id,), reason="x"),
                operator="x",
            )
        enrol(two, WEST)
        # Nothing stood against it: what was there had been taken back.
        assert outcomes(ask(speakers[1], two))[-2:] == ["accepted", "accepted"]
        take_payment(one, fact)
        reply = ask(speakers[0], one)
        kinds = [case.kind for case in reply.verdicts[-1].cases]
        assert kinds == ["PAID_AFTER_VOID", "DUPLICATE_ENROLLMENT"]
        assert reply.figures is not None
        assert (reply.figures.enrollments, reply.figures.paid_fen) == (2, 32000)

    def test_too_many_people_stop_an_entry_and_never_a_payment(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        fact = enrol(store, EAST)
        paid = take_payment(store, fact)
        line = paid.receipt.lines[0]
        many = tuple(msgspec.structs.replace(line, enrollment=f"{n:032x}") for n in range(61))
        large = msgspec.structs.replace(
            paid, receipt=msgspec.structs.replace(paid.receipt, lines=many)
        )
        events = exchange.outgoing(store, 100).events
        reply = ask(speaker, store, events=(*events[:-1], resigned(store, events[-1], fact=large)))
        assert [case.kind for case in reply.verdicts[-1].cases] == ["EVENT_LIMITS"]
        person = fact.people[0]
        crowd = tuple(msgspec.structs.replace(person, id=f"{n:032x}") for n in range(61))
        for wrong in (
            msgspec.structs.replace(fact, people=crowd),
            msgspec.structs.replace(
                fact, people=(msgspec.structs.replace(person, name="x" * 300),)
            ),
        ):
            other = new_station(2)
            speaker = link.enlist(other)
            with other.transaction():
                other.record(wrong, operator="x")
            stopped = ask(speaker, other).stopped
            assert stopped is not None
            assert stopped.code == "EVENT_LIMITS"

    def test_a_station_opened_for_real_stops_at_a_training_centre(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        (first, *_rest) = exchange.outgoing(store, 100).events
        event = SignedEvent(first.body, hash_of(first.body), first.signature).open()
        for changes, code in (
            ({"training_day": None}, "TRAINING_MISMATCH"),
            ({"public_key": "00" * 32}, "EVENT_NOT_OWN"),
        ):
            fact = msgspec.structs.replace(event.fact, **changes)
            reply = ask(speaker, store, events=(resigned(store, first, fact=fact),))
            assert reply.stopped is not None
            assert reply.stopped.code == code

    def test_different_people_are_no_case(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        for place in range(3):
            enrol(store, EAST, place=place)
        assert set(outcomes(ask(speaker, store))) == {"accepted"}
