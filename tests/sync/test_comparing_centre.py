"""The feed as blocks, as the centre tells it: on both engines, by whichever way it is asked."""

from __future__ import annotations

import pytest

from desktop.base.errors import Refused
from desktop.store import exchange
from desktop.store.blocks import held
from desktop.sync.comparing import compare_once
from desktop.sync.engine import direct, until_idle
from desktop.wire.compare_messages import BLOCK_EVENTS, CompareRequest, EntriesRequest, Range
from desktop.wire.fill_messages import unpack_feed
from tests.helpers.broken_feed import altered, everything, mixed_township, places, small_blocks
from tests.helpers.centre import EAST, WEST, enlist, meet, new_centre, new_station
from tests.helpers.packets import busy
from tests.helpers.stations import fixed_clock
from tests.sync.conftest import Link


def test_a_block_that_differs_comes_again_whichever_way_it_is_asked_for(link: Link) -> None:
    store = new_station(1, division=EAST)
    speaker = link.enlist(store)
    busy(store, 3)
    for _ in until_idle(direct(store), speaker, fixed_clock()):
        pass
    before = everything(store)
    with store.transaction():
        altered(store, places(store)[2])
    found = compare_once(direct(store), speaker, fixed_clock())
    assert found is not None
    assert (found.blocks, found.differing, found.restored) == (1, 1, 1)
    assert everything(store) == before


def test_blocks_and_entries_are_the_stations_own_up_to_its_cursor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small_blocks(monkeypatch)
    centre, store = mixed_township()
    west, office = new_station(5, division=WEST), new_station(6)
    for station in (west, office):
        enlist(station, centre)
        meet(station, centre)
    meet(store, centre)
    everywhere = (Range(after=0, upto=2**53),)
    for station in (store, west, office):
        cursor, named = exchange.progress(station).cursor, station.station.id
        whole = [(row[0], row[1]) for row in everything(station) if row[0] is not None]
        for upto in (cursor, cursor // 2):
            asked = EntriesRequest(station=named, protocol=1, cursor=upto, ranges=everywhere)
            given = unpack_feed(centre.handlers.entries(asked).feed)
            told = [(entry.position, entry.id) for entry in given]
            assert told == (whole if upto == cursor else [one for one in whole if one in told])
            assert all(entry.position <= upto and entry.body for entry in given)
        asked_all = CompareRequest(station=named, protocol=1, cursor=cursor)
        blocks = centre.handlers.compare(asked_all).blocks
        after = 0
        for block in blocks:
            here = held(station, Range(after=after, upto=block.upto))
            assert (here.count, here.hash) == (block.count, block.hash)
            after = block.upto


def test_what_cannot_be_asked_for_is_refused_or_begun_again() -> None:
    centre, store = new_centre(), new_station(1)
    enlist(store, centre)
    meet(store, centre)
    beyond = CompareRequest(station=store.station.id, protocol=1, cursor=10_000)
    reply = centre.handlers.compare(beyond)
    assert reply.refresh
    assert reply.blocks == ()
    for ranges in (((5, 5),), ((9, 4),), ((0, 9), (4, 12))):
        wanted = tuple(Range(after=after, upto=upto) for after, upto in ranges)
        asked = EntriesRequest(station=store.station.id, protocol=1, cursor=2, ranges=wanted)
        with pytest.raises(Refused, match="RANGES_FORM"):
            centre.handlers.entries(asked)
    unknown = CompareRequest(station=store.station.id, protocol=99, cursor=0)
    with pytest.raises(Refused, match="PROTOCOL_UNKNOWN"):
        centre.handlers.compare(unknown)


def test_more_than_one_answer_holds_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.server import comparing

    centre, store = mixed_township()
    monkeypatch.setattr(comparing, "EVENTS_MAX", 7)
    before = everything(store)
    with store.transaction():
        for pos in places(store):
            altered(store, pos)
    found = compare_once(direct(store), centre.handlers, fixed_clock())
    assert found is not None
    assert found.restored == len(places(store)) > 4 * 7
    assert found.blocks == 1
    assert found.restored < BLOCK_EVENTS
    assert everything(store) == before
