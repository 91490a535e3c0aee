"""What the centre promises, whichever way it is asked. Both ends are real, only the clock not."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from desktop.base.errors import CanbaoError, Refused
from desktop.domain.events import hash_of
from desktop.store import exchange
from desktop.sync.centre import register
from desktop.sync.engine import direct
from desktop.wire.messages import (
    Registration,
    SentEvent,
)
from desktop.wire.signing import SigningKey
from tests.helpers.centre import COUNTY, EAST, WEST, enrol, new_station
from tests.helpers.exchanges import ask, outcomes, resigned
from tests.helpers.stations import take_payment
from tests.sync.conftest import Link


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
