"""Find where this station's copy of the feed differs from the centre's, and mend only that.

Block by block the station hashes what its file really holds and compares it with what the centre
says; the file is free for others between two blocks. Only blocks that differ are brought again.
They are taken in in one transaction, hashed again before it ends, and the record is written where
they touch it. Whatever is cut or does not hold on the way leaves everything as it was.

Where so much differs that pieces of the whole feed are as quick, or the centre's program is older
than the question, all of it is brought again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from desktop.base.clock import Clock, instant_from_text, instant_text
from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.domain.events import hash_of
from desktop.store import blocks, exchange
from desktop.store.database import Store
from desktop.store.inbox import OwnEventsDiffer
from desktop.store.rebuild import fold_again
from desktop.store.relinking import unsure
from desktop.sync.check import RecordsDiffer
from desktop.sync.filling import is_unknown_there
from desktop.sync.writing import begin_all_again
from desktop.wire.compare_messages import (
    RANGES_MAX,
    Block,
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
    Range,
    block_hash,
)
from desktop.wire.fill_messages import unpack_feed
from desktop.wire.messages import FeedEntry, Figures, Progress
from desktop.wire.protocol import SyncProtocol
from desktop.wire.versions import PROTOCOL

if TYPE_CHECKING:
    from desktop.sync.engine import StoreLane

DIFFERING_MAX = 4_096
"""Entries in blocks that differ; of more, the whole feed comes in pieces that hold nobody up."""

DAILY = timedelta(days=1)

_COMPARED_AT = "sync.compared_at"


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison came to."""

    blocks: int = 0
    """How many were compared."""
    differing: int = 0
    restored: int = 0
    """Events that are here again as they happened."""
    refolded: bool = False
    """The record was not what the events add up to, and was made again from them."""
    everything: bool = False
    """All of the feed is brought again with the next exchanges."""

    @property
    def sound(self) -> bool:
        """Whether nothing was wrong."""
        return not (self.differing or self.refolded or self.everything)

    def numbers(self) -> dict[str, object]:
        """Return what the command line prints."""
        return {
            "blocks": self.blocks,
            "differing": self.differing,
            "restored": self.restored,
            "refolded": self.refolded,
            "everything": self.everything,
        }


@dataclass(frozen=True, slots=True)
class _Asking:
    station: str
    progress: Progress
    due: bool


@dataclass(slots=True)
class _Found:
    """What the comparison has seen so far."""

    compared: int = 0
    last: int = 0
    """Where the last block ends."""
    differing: list[tuple[Range, Block]] = field(default_factory=list)
    told: CompareReply | None = None
    """The last answer."""


def compare_once(in_store: StoreLane, server: SyncProtocol, clock: Clock) -> Compared | None:
    """Compare the whole feed with the centre's and mend what differs; None: not now, or not there.

    Not now: what the centre has of our own chain comes first (`desktop.store.relinking`).

    Raises:
        Unavailable: the line or the centre, or an answer that does not hold; nothing was changed.
        Refused: ``EVENT_UNREADABLE``, ``STATION_UNKNOWN``; nothing was changed.
    """
    asking = in_store(_asking)
    if asking is None:
        return None
    try:
        found = _compare(in_store, server, asking)
        entries = _bring(server, asking, found) if _is_worth_it(found) else None
    except CanbaoError as error:
        if not is_unknown_there(error):
            raise
        return in_store(partial(_bring_everything, clock=clock)) if asking.due else None
    if entries is None:
        return in_store(partial(_bring_everything, clock=clock))
    try:
        return in_store(partial(_mend, asking=asking, found=found, entries=entries, clock=clock))
    except (RecordsDiffer, OwnEventsDiffer):
        # Nothing was written. What a fork means is told by the exchange that meets it.
        return in_store(partial(_bring_everything, clock=clock))


def compare_daily(in_store: StoreLane, server: SyncProtocol, clock: Clock) -> Compared | None:
    """Do `compare_once` if the last was a day ago; None also if it was not. Raises as it does."""
    last = in_store(lambda store: store.setting(_COMPARED_AT))
    now = clock.now()
    if last is not None and timedelta(0) <= now - instant_from_text(last) < DAILY:
        return None
    return compare_once(in_store, server, clock)


def _asking(store: Store) -> _Asking | None:
    if unsure(store):
        return None
    return _Asking(store.station.id, exchange.progress(store), exchange.compare_is_due(store))


def _compare(in_store: StoreLane, server: SyncProtocol, asking: _Asking) -> _Found:
    found = _Found()
    while found.told is None or found.told.more:
        reply = server.compare(
            CompareRequest(
                station=asking.station,
                protocol=PROTOCOL,
                cursor=asking.progress.cursor,
                after=found.last,
            )
        )
        if reply.more and not reply.blocks:
            raise _unreadable("more blocks were promised than told")
        found.told = reply
        for block in reply.blocks:
            _compare_block(in_store, found, block)
    if not found.told.refresh and found.told.progress is None:
        raise _unreadable("the last block says nothing of where both ends stand")
    return found


def _compare_block(in_store: StoreLane, found: _Found, block: Block) -> None:
    if block.upto <= found.last:
        raise _unreadable("blocks do not rise")
    wanted = Range(after=found.last, upto=block.upto)
    # A few milliseconds each: whoever saves a household meanwhile is not kept waiting.
    here = in_store(partial(blocks.held, wanted=wanted))
    if (here.count, here.hash) != (block.count, block.hash):
        found.differing.append((wanted, block))
    found.compared += 1
    found.last = block.upto


def _is_worth_it(found: _Found) -> bool:
    assert found.told is not None
    differing = sum(block.count for _, block in found.differing)
    return not found.told.refresh and differing <= DIFFERING_MAX


def _bring(server: SyncProtocol, asking: _Asking, found: _Found) -> list[FeedEntry]:
    """Return the entries of all blocks that differ, each proven by its block's hash.

    Raises:
        Unavailable: ``ANSWER_UNREADABLE``: what came is not what was told of.
    """
    missing = [wanted for wanted, _ in found.differing]
    brought: list[FeedEntry] = []
    while missing:
        asked = EntriesRequest(
            station=asking.station,
            protocol=PROTOCOL,
            cursor=asking.progress.cursor,
            ranges=tuple(missing[:RANGES_MAX]),
        )
        came, upto = _entries_of(server.entries(asked), asked)
        brought += came
        missing = [
            Range(after=max(one.after, upto), upto=one.upto) for one in missing if one.upto > upto
        ]
    _prove(found.differing, brought)
    return brought


def _entries_of(reply: EntriesReply, asked: EntriesRequest) -> tuple[tuple[FeedEntry, ...], int]:
    """Return what came, and up to where everything asked for has come."""
    try:
        came = unpack_feed(reply.feed)
    except Refused as error:
        raise Unavailable("ANSWER_UNREADABLE", error.message) from error
    if not reply.more:
        return came, asked.ranges[-1].upto
    if not came or came[-1].position <= asked.ranges[0].after:
        raise _unreadable("more entries were promised than told")
    return came, came[-1].position


def _prove(differing: Sequence[tuple[Range, Block]], brought: Sequence[FeedEntry]) -> None:
    rest = iter(brought)
    for wanted, block in differing:
        mine = list(islice(rest, block.count))
        inside = all(wanted.after < entry.position <= wanted.upto for entry in mine)
        told = (
            (entry.position, bytes.fromhex(hash_of(entry.body)), entry.signature) for entry in mine
        )
        if len(mine) != block.count or not inside or block_hash(told) != block.hash:
            raise _unreadable("the entries are not those of the block")
    if next(rest, None) is not None:
        raise _unreadable("more entries than were asked for")


def _mend(
    store: Store, asking: _Asking, found: _Found, entries: Sequence[FeedEntry], clock: Clock
) -> Compared | None:
    """Take the entries in and prove both ends agree, in one transaction.

    Raises:
        RecordsDiffer: they do not; nothing was changed.
        OwnEventsDiffer: nothing was changed.
        Refused: ``EVENT_UNREADABLE``.
    """
    told, differing = found.told, found.differing
    assert told is not None
    assert told.progress is not None
    with store.transaction():
        if exchange.progress(store) != asking.progress:
            # Something else brought the feed further meanwhile: another time.
            return None
        ranges = [wanted for wanted, _ in differing]
        beyond = blocks.past(store, found.last)
        restored = blocks.put_right(store, [*ranges, *([beyond] if beyond else [])], entries)
        for wanted, block in differing:
            _check(store, wanted, block)
        exchange.set_progress(store, told.progress)
        exchange.set_compare_due(store, due=False)
        store.set_setting(_COMPARED_AT, instant_text(clock.now()))
        refolded = told.figures is not None and _fold_if_differing(store, told.figures)
        compared = Compared(
            blocks=found.compared,
            differing=len(differing) + (beyond is not None),
            restored=restored,
            refolded=refolded,
        )
        _log(store, compared, clock)
    return compared


def _check(store: Store, wanted: Range, block: Block) -> None:
    here = blocks.held(store, wanted)
    if (here.count, here.hash) != (block.count, block.hash):
        raise RecordsDiffer("feed", {"events": here.count}, {"events": block.count})


def _fold_if_differing(store: Store, figures: Figures) -> bool:
    """Make the record again from the events if it does not add up to what the centre says."""
    if exchange.unplaced_count(store) or exchange.figures_in_scope(store) == figures:
        return False
    fold_again(store.connection)
    # What still differs is told by the next exchange that changes something.
    return exchange.figures_in_scope(store) == figures


def _bring_everything(store: Store, clock: Clock) -> Compared:
    with store.transaction():
        begin_all_again(store)
        exchange.log_exchange(store, instant_text(clock.now()), "RECORDS_DIFFER", "{}")
    return Compared(everything=True)


def _log(store: Store, compared: Compared, clock: Clock) -> None:
    if not compared.sound:
        figures = {"feed": compared.restored}
        text = msgspec.json.encode(figures).decode()
        exchange.log_exchange(store, instant_text(clock.now()), exchange.MENDED, text)


def _unreadable(why: str) -> Unavailable:
    return Unavailable("ANSWER_UNREADABLE", why)
