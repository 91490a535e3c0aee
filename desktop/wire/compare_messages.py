"""How station and centre find out where their copies of the feed differ, and mend only that.

Both ends hold the station's part of the feed in the order in which it happened. The centre tells
it in blocks of `BLOCK_EVENTS` entries, each with a hash; the station hashes what its file really
holds between the same ends. Only the blocks that differ are asked for. Everything speaks of the
feed up to one cursor, which never changes once it is given out: it can be asked for in parts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta

from desktop.wire.fill_messages import PackedFeed
from desktop.wire.messages import Figures, Hash, Id, Instant, Number, Progress

COMPARE_PATH = "/v1/compare"
ENTRIES_PATH = "/v1/entries"

BLOCK_EVENTS = 256
"""Entries of a block: one altered event brings some 60 KB, and 50,000 residents are a hundred
blocks, told in 5 KB."""

BLOCKS_MAX = 512
"""Blocks of one answer."""

RANGES_MAX = 64
"""Ranges one question may ask for."""


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Places in the order of what happened: those past ``after``, up to and with ``upto``."""

    after: Number
    upto: Number


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands from the end of the block before (of the first: ``after``) up to ``upto``."""

    upto: Number
    count: Annotated[int, Meta(ge=1, le=BLOCK_EVENTS)]
    hash: Hash
    """`block_hash` of its entries."""


class CompareRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Ask for the hashes of the station's feed, block by block, from ``after`` on."""

    station: Id
    protocol: Number
    cursor: Number
    """How far the station has received the feed; nothing given out later is spoken of."""
    after: Number = 0


class CompareReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Blocks in order, and after the last of them what both ends should agree on."""

    blocks: Annotated[tuple[Block, ...], Meta(max_length=BLOCKS_MAX)]
    more: bool = False
    """There are more blocks: ask again after the last."""
    progress: Progress | None = None
    """The station's progress at its cursor, with the last blocks."""
    figures: Figures | None = None
    """As in an exchange, with the last blocks, if the cursor is the feed's end."""
    refresh: bool = False
    """The centre has not come to that cursor: the station must begin again from 0."""
    server_time: Instant


class EntriesRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Ask for the entries in ``ranges``, which rise and do not overlap, own ones in full too."""

    station: Id
    protocol: Number
    cursor: Number
    ranges: Annotated[tuple[Range, ...], Meta(min_length=1, max_length=RANGES_MAX)]


class EntriesReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Entries in order, each at the position at which it first happened."""

    feed: PackedFeed
    more: bool = False
    """There was no room for all: ask again for what lies past the last entry."""
    server_time: Instant


def block_hash(entries: Iterable[tuple[int, bytes, bytes]]) -> bytes:
    """Return the hash over entries in order: position, the event's hash and its signature."""
    digest = hashlib.sha256()
    for position, event_hash, signature in entries:
        digest.update(position.to_bytes(8, "big") + event_hash + signature)
    return digest.digest()
