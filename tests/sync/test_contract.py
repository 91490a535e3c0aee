"""What the centre promises, whichever way it is asked. Both ends are real, only the clock not."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from desktop.base.errors import CanbaoError, Refused
from desktop.domain.events import SignedEvent, body_of, hash_of
from desktop.domain.facts import (
    EnrollmentFields,
    HouseholdFields,
    HouseholdSaved,
    SegmentReceived,
)
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.centre import register
from desktop.sync.engine import direct
from desktop.wire.messages import (
    ExchangeReply,
    ExchangeRequest,
    Progress,
    Registration,
    SentEvent,
)
from desktop.wire.protocol import SyncProtocol
from desktop.wire.rolling import START
from desktop.wire.signing import SigningKey
from tests.helpers.centre import COUNTY, EAST, WEST, enrol, new_station
from tests.helpers.stations import take_payment
from tests.sync.conftest import Link

BEGINNING = Progress(cursor=0, count=0, hash=START)


def ask(
    speaker: SyncProtocol,
    store: Store,
    *,
    events: tuple[SentEvent, ...] | None = None,
    progress: Progress = BEGINNING,
    unspent: int = 1000,
    protocol: int = 1,
    cases_cursor: int = 0,
) -> ExchangeReply:
    """Make one exchange by hand; without ``events``, with everything that is pending."""
    going = exchange.outgoing(store, 100)
    return speaker.exchange(
        ExchangeRequest(
            station=store.station.id,
            protocol=protocol,
            progress=progress,
            events=going.events if events is None else events,
            unspent=unspent,
            cases_cursor=cases_cursor,
        )
    )


def resigned(store: Store, sent: SentEvent, **changes: object) -> SentEvent:
    """Return the event with ``changes``, signed again by the station: a forger with the key."""
    event = SignedEvent(sent.body, hash_of(sent.body), sent.signature).open()
    body = body_of(msgspec.structs.replace(event, **changes))
    return SentEvent(body=body, signature=store.station.key.sign(bytes.fromhex(hash_of(body))))


def outcomes(reply: ExchangeReply) -> list[str]:
    return [verdict.outcome for verdict in reply.verdicts]


class TestRegistration:
    def test_a_code_makes_a_station_known_and_gives_it_numbers(self, link: Link) -> None:
        store = new_station(1)
        answer = register(direct(store), link.speaker(store), link.address, link.code())
        assert (answer.centre_name, answer.county) == ("培训县", COUNTY)
        (grant,) = answer.grants
        assert (grant.prefix, grant.first, grant.last) == (f"{COUNTY}-A001-", 1, 1000)
        assert store.setting("centre.key") == answer.centre_key.hex()
        assert exchange.outgoing(store, 100).unspent == 1000

    def test_asking_again_with_the_same_code_changes_nothing(self, link: Link) -> None:
        store, code = new_station(1), link.code()
        first = register(direct(store), link.speaker(store), link.address, code)
        again = register(direct(store), link.speaker(store), link.address, code)
        assert (again.station_code, again.grants) == (first.station_code, first.grants)
        assert link.count("registrations") == link.count("allocations") == 1

    def test_every_station_gets_a_prefix_of_its_own(self, link: Link) -> None:
        prefixes = set()
        for seed in (1, 2, 3):
            store = new_station(seed)
            answer = register(direct(store), link.speaker(store), link.address, link.code())
            prefixes.add(answer.grants[0].prefix)
        assert prefixes == {f"{COUNTY}-A00{n}-" for n in (1, 2, 3)}

    @pytest.mark.parametrize("way", ["wrong", "used", "old"])
    def test_a_wrong_used_or_old_code_gets_the_same_answer(self, link: Link, way: str) -> None:
        code = link.code()
        if way == "wrong":
            code = "AAAA-AAAA-AAAA"
        elif way == "used":
            other = new_station(9)
            register(direct(other), link.speaker(other), link.address, code)
        else:
            link.clock.advance(timedelta(days=15))
        store = new_station(1)
        with pytest.raises(Refused, match="CODE_UNKNOWN"):
            register(direct(store), link.speaker(store), link.address, code)
        assert store.setting("centre.url") is None

    def test_a_code_counts_for_its_own_division_only(self, link: Link) -> None:
        store = new_station(1, division=WEST)
        with pytest.raises(Refused, match="DIVISION_MISMATCH"):
            register(direct(store), link.speaker(store), link.address, link.code(EAST))
        inside = new_station(2, division=EAST + "001")
        register(direct(inside), link.speaker(inside), link.address, link.code(EAST))

    def test_a_real_station_and_a_training_centre_never_mix(self, link: Link) -> None:
        store = new_station(1, training=False)
        with pytest.raises(Refused, match="TRAINING_MISMATCH"):
            register(direct(store), link.speaker(store), link.address, link.code())

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"county": "532301"}, "COUNTY_MISMATCH"),
            ({"protocol": 99}, "PROTOCOL_UNKNOWN"),
        ],
    )
    def test_another_county_or_protocol_is_refused(
        self, link: Link, changes: dict[str, object], code: str
    ) -> None:
        store = new_station(1)
        known: dict[str, object] = {
            "protocol": 1,
            "code": link.code(),
            "station": store.station.id,
            "county": COUNTY,
            "division": COUNTY,
            "name": "x",
            "public_key": store.station.key.public,
            "training_day": "2021-11-15",
        }
        asked = Registration(**(known | changes))  # type: ignore[arg-type]
        with pytest.raises(Refused, match=code):
            link.speaker(store).register(asked)
        assert link.count("registrations") == 0


class TestPush:
    def test_events_are_accepted_in_order_and_come_back_with_their_place(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        take_payment(store, enrol(store, EAST))
        reply = ask(speaker, store)
        assert outcomes(reply) == ["accepted"] * 4
        assert [entry.position for entry in reply.feed] == [1, 2, 3, 4]
        assert all(not entry.body for entry in reply.feed)
        assert reply.progress.cursor == reply.progress.count == 4
        assert not reply.more
        assert reply.figures is not None
        assert (reply.figures.enrollments, reply.figures.paid_fen) == (1, 32000)

    def test_the_same_again_is_already_had_and_changes_nothing(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        take_payment(store, enrol(store, EAST))
        first = ask(speaker, store)
        again = ask(speaker, store)
        assert outcomes(again) == ["already"] * 4
        assert (again.progress, again.figures) == (first.progress, first.figures)
        assert link.count("events") == link.count("feed") == 4

    def test_a_batch_may_overlap_what_the_centre_has(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        enrol(store, EAST)
        events = exchange.outgoing(store, 100).events
        ask(speaker, store, events=events[:2])
        assert outcomes(ask(speaker, store, events=events[1:])) == ["already", "accepted"]

    def test_after_a_gap_the_centre_says_where_to_begin(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        enrol(store, EAST)
        events = exchange.outgoing(store, 100).events
        reply = ask(speaker, store, events=(events[0], events[2]))
        assert outcomes(reply) == ["accepted"]
        assert reply.stopped is not None
        assert (reply.stopped.code, reply.stopped.seq) == ("CHAIN_GAP", 2)
        assert link.count("events") == 1

    def test_a_second_chain_is_kept_whole_and_becomes_a_case(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        enrol(store, EAST)
        events = exchange.outgoing(store, 100).events
        ask(speaker, store)
        third = resigned(store, events[2], operator="other")
        fourth_body = msgspec.json.encode(
            msgspec.json.decode(third.body)
            | {"seq": 4, "prev": hash_of(third.body), "id": "f" * 32},
            order="deterministic",
        )
        fourth = SentEvent(
            body=fourth_body,
            signature=store.station.key.sign(bytes.fromhex(hash_of(fourth_body))),
        )
        reply = ask(speaker, store, events=(third, fourth))
        assert outcomes(reply) == ["case", "case"]
        assert {case.kind for verdict in reply.verdicts for case in verdict.cases} == {
            "CHAIN_FORKED"
        }
        assert reply.state == "forked"
        assert link.count("forks") == 2
        assert link.count("events") == 3
        assert outcomes(ask(speaker, store, events=(third, fourth))) == ["case", "case"]
        assert link.count("forks") == 2
        assert link.count("cases") == 1

    def test_an_altered_event_stops_the_batch_and_those_before_it_stand(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        enrol(store, EAST)
        events = exchange.outgoing(store, 100).events
        broken = SentEvent(body=events[2].body.replace(b"H0", b"H9"), signature=events[2].signature)
        reply = ask(speaker, store, events=(*events[:2], broken))
        assert outcomes(reply) == ["accepted", "accepted"]
        assert reply.stopped is not None
        assert (reply.stopped.code, reply.stopped.seq) == ("EVENT_SIGNATURE", 3)

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"county": "532301"}, "EVENT_NOT_OWN"),
            ({"station": "a" * 32}, "EVENT_NOT_OWN"),
            ({"protocol": 2}, "EVENT_PROTOCOL"),
            ({"id": "'; DROP TABLE events; --"}, "EVENT_UNREADABLE"),
            ({"prev": "0"}, "EVENT_UNREADABLE"),
            ({"seq": 0}, "EVENT_UNREADABLE"),
            ({"operator": "x" * 300}, "EVENT_LIMITS"),
        ],
    )
    def test_what_a_station_may_not_sign_is_named(
        self, link: Link, changes: dict[str, object], code: str
    ) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        (first, *_rest) = exchange.outgoing(store, 100).events
        reply = ask(speaker, store, events=(resigned(store, first, **changes),))
        assert reply.stopped is not None
        assert reply.stopped.code == code
        assert not reply.verdicts
        assert link.count("events") == 0

    def test_bytes_that_are_no_event_are_named(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        body = b'{"seq": 1, "fact": {"type": "money.from.nothing"}}'
        sent = SentEvent(body=body, signature=store.station.key.sign(bytes.fromhex(hash_of(body))))
        reply = ask(speaker, store, events=(sent,))
        assert reply.stopped is not None
        assert (reply.stopped.code, reply.stopped.seq) == ("EVENT_UNREADABLE", 1)

    def test_a_station_nobody_knows_is_refused(self, link: Link) -> None:
        store = new_station(1)
        with pytest.raises(Refused, match="STATION_UNKNOWN"):
            ask(link.speaker(store), store)

    def test_an_unknown_protocol_is_refused(self, link: Link) -> None:
        store = new_station(1)
        speaker = link.enlist(store)
        with pytest.raises(Refused, match="PROTOCOL_UNKNOWN"):
            ask(speaker, store, protocol=2)


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
        enrol(two, WEST)
        assert outcomes(ask(speakers[0], one))[-1] == "accepted"
        reply = ask(speakers[1], two)
        assert outcomes(reply)[-1] == "case"
        (case,) = reply.verdicts[-1].cases
        assert case.kind == "DUPLICATE_ENROLLMENT"
        assert "539999" not in case.detail
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


def test_errors_of_both_ways_are_of_our_families(link: Link) -> None:
    """The loop needs no status codes: a refusal is `Refused` on both sides of the line."""
    store = new_station(1)
    with pytest.raises(CanbaoError) as caught:
        ask(link.speaker(store), store)
    assert isinstance(caught.value, Refused)


def test_a_key_of_another_station_opens_nothing(link: Link) -> None:
    store = new_station(1)
    speaker = link.enlist(store)
    sent = exchange.outgoing(store, 100).events[0]
    forged = SentEvent(
        body=sent.body, signature=SigningKey(bytes(32)).sign(bytes.fromhex(hash_of(sent.body)))
    )
    reply = ask(speaker, store, events=(forged,))
    assert reply.stopped is not None
    assert reply.stopped.code == "EVENT_SIGNATURE"
