"""A copy of the feed that differs is found block by block, and only those blocks come again."""

from __future__ import annotations

import random
from collections.abc import Callable

import httpx
import msgspec
import pytest
from typing_extensions import override

from desktop.base.errors import Unavailable
from desktop.net.client import Client
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync import comparing
from desktop.sync.centre import contact, identity
from desktop.sync.comparing import Compared, compare_once
from desktop.sync.engine import direct, exchange_once
from desktop.sync.loop import SyncLoop
from desktop.wire.compare_messages import (
    COMPARE_PATH,
    ENTRIES_PATH,
    Block,
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
)
from desktop.wire.fill_messages import pack_feed, unpack_feed
from desktop.wire.protocol import SyncProtocol
from tests.helpers.broken_feed import (
    BLOCK,
    FAULTS,
    altered,
    everything,
    lost,
    mixed_township,
    places,
    small_blocks,
)
from tests.helpers.centre import DoorTransport, TestCentre, meet, registered_client
from tests.helpers.faulty_link import Fault, FaultyTransport
from tests.helpers.line_faults import amend, proven
from tests.helpers.packets import busy, carry
from tests.helpers.stations import fixed_clock


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> tuple[TestCentre, Store]:
    """A centre, and a township's station that has all there is for it, in many blocks."""
    small_blocks(monkeypatch)
    return mixed_township()


def compared(store: Store, server: SyncProtocol) -> Compared:
    found = compare_once(direct(store), server, fixed_clock())
    assert found is not None
    return found


def line(store: Store, centre: TestCentre) -> Client:
    return registered_client(store, DoorTransport(centre))


def test_a_copy_that_is_sound_is_compared_and_left_alone(town: tuple[TestCentre, Store]) -> None:
    centre, store = town
    before, progress = everything(store), exchange.progress(store)
    found = compared(store, line(store, centre))
    assert found.sound
    assert found.blocks == -(-len(places(store)) // BLOCK) > 3
    assert (everything(store), exchange.progress(store)) == (before, progress)
    logged = store.connection.execute(
        "SELECT count(*) FROM exchanges WHERE outcome = 'mended'"
    ).fetchone()
    assert logged[0] == 0


def test_whatever_happened_to_an_event_it_is_there_again(town: tuple[TestCentre, Store]) -> None:
    centre, store = town
    before, chance = everything(store), random.Random(3)
    server = line(store, centre)
    for fault, count in ((fault, count) for fault in FAULTS for count in (1, 5)):
        with store.transaction():
            for pos in chance.sample(places(store), count):
                fault(store, pos)
        assert everything(store) != before
        found = compared(store, server)
        assert 0 < found.differing <= 2 * count + 1, fault.__name__
        assert everything(store) == before, fault.__name__
    assert compared(store, server).sound
    proven(centre, store)
    # The clerk can read of it, and work goes on.
    outcomes = [row[0] for row in store.connection.execute("SELECT outcome FROM exchanges")]
    assert outcomes.count("mended") == 2 * len(FAULTS)
    busy(store, 1, start=90)
    meet(store, centre)
    proven(centre, store)


def test_rows_of_the_record_that_went_with_an_event_are_there_again(
    town: tuple[TestCentre, Store],
) -> None:
    centre, store = town
    pos, household = store.connection.execute(
        "SELECT e.pos, h.id FROM events e JOIN households h ON instr(e.body, CAST(h.id AS BLOB))"
        " WHERE e.type = 'household.saved' AND e.station <> ? ORDER BY e.feed LIMIT 1",
        (store.station.id,),
    ).fetchone()
    with store.transaction():
        lost(store, pos)
        store.connection.execute("DELETE FROM households WHERE id = ?", (household,))
        store.connection.execute(
            "UPDATE people SET name = 'x' WHERE household_id = ?", (household,)
        )
    amend(store, household, phone="13800000077")
    assert compared(store, line(store, centre)).restored == 1
    phone, number = store.connection.execute(
        "SELECT phone, number FROM households WHERE id = ?", (household,)
    ).fetchone()
    # What was saved here meanwhile stands above it.
    assert phone == "13800000077"
    assert number
    meet(store, centre)
    proven(centre, store)


def test_a_record_that_does_not_add_up_is_made_again_without_any_event(
    town: tuple[TestCentre, Store],
) -> None:
    centre, store = town
    with store.transaction():
        store.connection.execute("UPDATE enrollments SET status = 'voided'")
    found = compared(store, line(store, centre))
    assert (found.refolded, found.differing, found.restored) == (True, 0, 0)
    proven(centre, store)


def test_what_was_noted_of_the_feed_is_mended_by_an_exchange_alone(
    town: tuple[TestCentre, Store],
) -> None:
    centre, store = town
    before = exchange.progress(store)
    wrong = {"sync.count": "3", "sync.cursor": "9", "sync.hash": "ab" * 32}
    for setting, value in wrong.items():
        with store.transaction():
            store.set_setting(setting, value)
        asked: list[str] = []
        client = registered_client(store, _Listening(centre, asked))
        report = exchange_once(direct(store), client, fixed_clock())
        assert report.more
        while not report.idle:
            report = exchange_once(direct(store), client, fixed_clock())
        assert COMPARE_PATH in asked
        assert exchange.progress(store) == before
        busy(store, 1, start=60 + len(setting))
        meet(store, centre)
        before = exchange.progress(store)
    proven(centre, store)


def test_a_repair_that_is_cut_anywhere_changes_nothing_and_is_done_again(
    town: tuple[TestCentre, Store],
) -> None:
    centre, store = town
    before, faults = everything(store), list[Fault]()
    transport = FaultyTransport(
        DoorTransport(centre), lambda: faults.pop() if faults else Fault.NONE
    )
    client = registered_client(store, transport)
    meet(store, centre)
    compare_once(direct(store), client, fixed_clock())
    transport.seen.clear()
    compare_once(direct(store), client, fixed_clock())
    questions = len(transport.seen)
    for cut in (fault for fault in Fault if fault is not Fault.NONE):
        # Every question of the comparison, and the one for the entries.
        for at in range(questions + 1):
            with store.transaction():
                for pos in places(store)[5::9]:
                    altered(store, pos)
            broken = everything(store)
            faults[:] = [cut, *[Fault.NONE] * at]
            # What comes doubled is a replay to the centre: the client asks again by itself.
            if cut is not Fault.DOUBLED:
                with pytest.raises(Unavailable):
                    compare_once(direct(store), client, fixed_clock())
                assert everything(store) == broken
            compare_once(direct(store), client, fixed_clock())
            assert everything(store) == before
            assert not faults
    proven(centre, store)


class _Listening(DoorTransport):
    """Notes the paths that are asked for."""

    def __init__(self, centre: TestCentre, asked: list[str]) -> None:
        super().__init__(centre)
        self._asked = asked

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._asked.append(request.url.path)
        return super().handle_request(request)


class _OldCentre(DoorTransport):
    """A centre of a program that has never heard of blocks."""

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path in (COMPARE_PATH, ENTRIES_PATH):
            return httpx.Response(404, stream=httpx.ByteStream(b"no such page"))
        return super().handle_request(request)


def test_of_an_older_centre_everything_is_brought_again(town: tuple[TestCentre, Store]) -> None:
    centre, store = town
    before = everything(store)
    client = registered_client(store, _OldCentre(centre))
    assert compare_once(direct(store), client, fixed_clock()) is None
    with store.transaction():
        for pos in places(store)[3::7]:
            altered(store, pos)
        store.set_setting("sync.hash", "ab" * 32)
    pulled, report = 0, None
    while report is None or not report.idle:
        report = exchange_once(direct(store), client, fixed_clock())
        pulled += report.pulled
    assert pulled < len(before)
    assert everything(store) == before
    proven(centre, store)


def test_where_too_much_differs_everything_is_brought_again(
    town: tuple[TestCentre, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    centre, store = town
    monkeypatch.setattr(comparing, "DIFFERING_MAX", 2 * BLOCK)
    before = everything(store)
    with store.transaction():
        for pos in places(store)[::2]:
            altered(store, pos)
    asked: list[str] = []
    client = registered_client(store, _Listening(centre, asked))
    assert compared(store, client).everything
    assert ENTRIES_PATH not in asked
    meet(store, centre)
    assert everything(store) == before
    proven(centre, store)


def test_by_stick_everything_is_brought_again(town: tuple[TestCentre, Store]) -> None:
    centre, store = town
    """A question and its answer take a day each there: one way and back brings all."""
    before = everything(store)
    with store.transaction():
        store.set_setting("sync.hash", "ab" * 32)
    rounds = 0
    while exchange.unplaced_count(store) or not rounds:
        carry(store, centre)
        rounds += 1
    assert rounds <= 3
    assert everything(store) == before


class _Lying(Client):
    """A line to a centre whose answers a test alters."""

    def __init__(self, store: Store, centre: TestCentre) -> None:
        super().__init__(
            "http://centre.test",
            identity(store),
            fixed_clock(),
            centre_key=contact(store).centre_key,
            transport=DoorTransport(centre),
        )
        self.blocks: Callable[[CompareReply], CompareReply] = lambda reply: reply
        self.feed: Callable[[EntriesReply], EntriesReply] = lambda reply: reply

    @override
    def compare(self, request: CompareRequest) -> CompareReply:
        return self.blocks(super().compare(request))

    @override
    def entries(self, request: EntriesRequest) -> EntriesReply:
        return self.feed(super().entries(request))


def _other_body(reply: EntriesReply) -> EntriesReply:
    first, *rest = unpack_feed(reply.feed)
    other = msgspec.structs.replace(first, body=first.body.replace(b'"at":"2021', b'"at":"2020'))
    return msgspec.structs.replace(reply, feed=pack_feed([other, *rest]))


def _fewer(reply: EntriesReply) -> EntriesReply:
    return msgspec.structs.replace(reply, feed=pack_feed(unpack_feed(reply.feed)[1:]))


def _doubled_entries(reply: EntriesReply) -> EntriesReply:
    entries = unpack_feed(reply.feed)
    return msgspec.structs.replace(reply, feed=pack_feed([entries[0], *entries]))


def _endless(reply: EntriesReply) -> EntriesReply:
    return msgspec.structs.replace(reply, feed=pack_feed([]), more=True)


def _bare(reply: EntriesReply) -> EntriesReply:
    entries = [msgspec.structs.replace(one, body=b"") for one in unpack_feed(reply.feed)]
    return msgspec.structs.replace(reply, feed=pack_feed(entries))


def test_entries_that_are_not_those_of_the_block_are_not_taken_in(
    town: tuple[TestCentre, Store],
) -> None:
    centre, store = town
    with store.transaction():
        altered(store, places(store)[4])
    broken = everything(store)
    server = _Lying(store, centre)
    for lie in (_other_body, _fewer, _doubled_entries, _endless, _bare):
        server.feed = lie
        with pytest.raises(Unavailable, match="ANSWER_UNREADABLE"):
            compare_once(direct(store), server, fixed_clock())
        assert everything(store) == broken


def _fallen(reply: CompareReply) -> CompareReply:
    return msgspec.structs.replace(reply, blocks=tuple(reversed(reply.blocks)))


def _endless_blocks(reply: CompareReply) -> CompareReply:
    return msgspec.structs.replace(reply, blocks=(), more=True)


def _without_progress(reply: CompareReply) -> CompareReply:
    return msgspec.structs.replace(reply, progress=None)


def _other_hash(reply: CompareReply) -> CompareReply:
    first, *rest = reply.blocks
    block = Block(upto=first.upto, count=first.count, hash=bytes(32))
    return msgspec.structs.replace(reply, blocks=(block, *rest))


def test_blocks_that_cannot_be_are_not_gone_by(town: tuple[TestCentre, Store]) -> None:
    centre, store = town
    before = everything(store)
    server = _Lying(store, centre)
    for lie in (_fallen, _endless_blocks, _without_progress, _other_hash):
        server.blocks = lie
        with pytest.raises(Unavailable, match="ANSWER_UNREADABLE"):
            compare_once(direct(store), server, fixed_clock())
        assert everything(store) == before


def test_the_background_exchange_compares_once_a_day(town: tuple[TestCentre, Store]) -> None:
    centre, store = town
    asked: list[str] = []
    client = registered_client(store, _Listening(centre, asked))
    before = everything(store)
    with store.transaction():
        altered(store, places(store)[4])
    loop = SyncLoop(direct(store), client, fixed_clock(), lambda: 0)
    for _ in range(3):
        loop.step()
    assert everything(store) == before
    times = asked.count(COMPARE_PATH)
    assert times
    # A program started again the same day knows it was done.
    SyncLoop(direct(store), client, fixed_clock(), lambda: 0).step()
    assert asked.count(COMPARE_PATH) == times
