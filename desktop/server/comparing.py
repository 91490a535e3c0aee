"""The feed as blocks with hashes, and the entries of some: for a station whose copy differs.

Everything is read for one cursor a station has come to. What was given out up to there never
changes, so a question may be asked in parts and in any order; no station is kept waiting for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from desktop.base.errors import Refused
from desktop.server import feed, record
from desktop.server.database import CentreDatabase
from desktop.server.feed import Reader
from desktop.wire.compare_messages import (
    BLOCK_EVENTS,
    BLOCKS_MAX,
    Block,
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
    Range,
    block_hash,
)
from desktop.wire.event_columns import BODIES_BYTES_MAX, EVENTS_MAX
from desktop.wire.fill_messages import pack_feed
from desktop.wire.messages import FeedEntry, Progress

_END = 2**53


def compare(
    database: CentreDatabase, reader: Reader, request: CompareRequest, now: str
) -> CompareReply:
    """Return ``reader``'s feed from ``request.after`` on as blocks."""
    connection = database.connection
    with database.snapshot():
        head = feed.head(connection, reader.county)
        if request.cursor > head:
            return CompareReply(blocks=(), refresh=True, server_time=now)
        most = BLOCKS_MAX * BLOCK_EVENTS
        wanted = Range(after=request.after, upto=_END)
        rows = feed.as_it_happened(database, reader, request.cursor, wanted, limit=most + 1)
        blocks = tuple(_blocks(islice(rows, most)))
        # One row more was asked for than there is room for.
        if list(rows):
            return CompareReply(blocks=blocks, more=True, server_time=now)
        rolled = feed.rolled_up_to(connection, reader, request.cursor)
        figures = record.figures_in_scope(connection, reader.county, reader.scope)
        return CompareReply(
            blocks=blocks,
            progress=Progress(cursor=request.cursor, count=rolled.count, hash=rolled.hash),
            figures=figures if request.cursor == head else None,
            server_time=now,
        )


def entries(
    database: CentreDatabase, reader: Reader, request: EntriesRequest, now: str
) -> EntriesReply:
    """Return what ``reader``'s feed holds in the ranges asked for, as much as there is room for.

    Raises:
        Refused: ``RANGES_FORM``.
    """
    _check(request.ranges)
    found: list[FeedEntry] = []
    size = 0
    with database.snapshot():
        for row in _rows_in(database, reader, request):
            size += len(row["body"])
            if len(found) == EVENTS_MAX or (found and size > BODIES_BYTES_MAX):
                return EntriesReply(feed=pack_feed(found), more=True, server_time=now)
            found.append(
                FeedEntry(
                    position=row["place"],
                    id=row["id"],
                    body=row["body"],
                    signature=row["signature"],
                )
            )
    return EntriesReply(feed=pack_feed(found), server_time=now)


def _rows_in(database: CentreDatabase, reader: Reader, request: EntriesRequest) -> Iterator[Any]:
    for wanted in request.ranges:
        after = wanted.after
        while after < wanted.upto:
            # A block at a time: whoever asks for all of the feed is answered as far as there is
            # room, and no more is read than that.
            part = Range(after=after, upto=wanted.upto)
            rows = list(
                feed.as_it_happened(
                    database, reader, request.cursor, part, limit=BLOCK_EVENTS, bodies=True
                )
            )
            yield from rows
            after = rows[-1]["place"] if len(rows) == BLOCK_EVENTS else wanted.upto


def _check(ranges: Sequence[Range]) -> None:
    last = 0
    for one in ranges:
        if not last <= one.after < one.upto:
            raise Refused("RANGES_FORM", "ranges must rise and not overlap")
        last = one.upto


def _blocks(rows: Iterator[Any]) -> Iterator[Block]:
    while chunk := list(islice(rows, BLOCK_EVENTS)):
        digest = block_hash(
            (row["place"], bytes.fromhex(row["hash"]), row["signature"]) for row in chunk
        )
        yield Block(upto=chunk[-1]["place"], count=len(chunk), hash=digest)
