"""What the file really holds of the feed, block by block; and a block put right.

A block is the events whose place in the county's order lies between two ends. Its hash is worked
out from the bytes that are here now, not from what was noted when they came: an event whose bytes,
number or name were altered in the file does not count as itself.

The centre's entries then take the place of what does not belong there. An event that is whole but
has no place there loses its place and is kept: it is found again when it is given out again. What
is no event at all any more is removed; the centre has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.events import Event, SignedEvent, fact_type, hash_of
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.store.event_rows import is_whole, remove
from desktop.store.event_subjects import index_event
from desktop.store.inbox import OwnEventsDiffer, lay_again
from desktop.store.rebuild import fold_again
from desktop.wire.compare_messages import Range, block_hash
from desktop.wire.messages import FeedEntry

LAID_MAX = 64
"""More restored events than these, and the whole record is folded again instead of their rows."""

_END = 2**62
_NOBODY = bytes(32)
"""Stands for the hash of what is no event."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the file holds of a block."""

    count: int
    hash: bytes


def held(store: Store, wanted: Range) -> Held:
    """Return count and hash of what the file holds in a range."""
    with database_errors():
        rows = _rows(store, wanted)
    return Held(len(rows), block_hash(_counted(rows)))


def past(store: Store, last: int) -> Range | None:
    """Return the range of everything that has a place past ``last``; None if nothing has."""
    with database_errors():
        row = store.connection.execute(
            "SELECT 1 FROM events WHERE feed > ? LIMIT 1", (last,)
        ).fetchone()
    return Range(after=last, upto=_END) if row else None


def put_right(store: Store, ranges: Sequence[Range], entries: Sequence[FeedEntry]) -> int:
    """Let the file hold exactly ``entries`` in ``ranges``, and write their effects again.

    Inside the caller's transaction; ``entries`` are whole. Returns how many events were restored.

    Raises:
        OwnEventsDiffer: an own event stands here under a number the centre knows for another.
        Refused: ``EVENT_UNREADABLE``: an event only a newer program knows.
    """
    belongs = {entry.id: entry.position for entry in entries}
    for wanted in ranges:
        _clear(store, wanted, belongs)
    restored = [(entry.position, event) for entry in entries if (event := _restore(store, entry))]
    if len(restored) > LAID_MAX:
        fold_again(store.connection)
    else:
        lay_again(store, restored)
    return len(restored)


def _rows(store: Store, wanted: Range) -> list[Any]:
    return list(
        store.connection.execute(
            "SELECT pos, id, station, seq, hash, body, signature, feed FROM events"
            " WHERE feed > ? AND feed <= ? ORDER BY feed, pos",
            (wanted.after, wanted.upto),
        )
    )


def _counted(rows: Iterable[Any]) -> Iterator[tuple[int, bytes, bytes]]:
    for row in rows:
        if is_whole(row):
            yield row["feed"], bytes.fromhex(row["hash"]), row["signature"]
        else:
            yield row["feed"], _NOBODY, b""


def _clear(store: Store, wanted: Range, belongs: dict[str, int]) -> None:
    """Remove what is no event, and take its place from what does not belong in the range."""
    for row in _rows(store, wanted):
        if not is_whole(row):
            # Under its true name, if it has one, it keeps what the centre said of it.
            if row["id"] not in belongs:
                remove(store.connection, row["pos"])
        elif belongs.get(row["id"]) != row["feed"]:
            store.connection.execute("UPDATE events SET feed = NULL WHERE pos = ?", (row["pos"],))


def _restore(store: Store, entry: FeedEntry) -> Event | None:
    """Let the file hold ``entry`` as it is; return its event, None if it stood there already."""
    signed = SignedEvent(entry.body, hash_of(entry.body), entry.signature)
    known = store.connection.execute(
        "SELECT pos, id, station, seq, hash, body, signature, feed FROM events WHERE id = ?",
        (entry.id,),
    ).fetchone()
    if known is not None and is_whole(known) and _stands(known, entry):
        return None
    event = signed.open()
    _make_room(store, event)
    if known is None:
        _append(store, event, signed, entry.position)
    else:
        _overwrite(store, known["pos"], event, signed, entry.position)
    return event


def _stands(row: Any, entry: FeedEntry) -> bool:
    return (row["feed"], row["body"], row["signature"]) == (
        entry.position,
        entry.body,
        entry.signature,
    )


def _make_room(store: Store, event: Event) -> None:
    """Take away what stands under the event's number and is none.

    Raises:
        OwnEventsDiffer: it is an event of ours.
    """
    row = store.connection.execute(
        "SELECT pos, id, station, seq, hash, body, signature FROM events"
        " WHERE station = ? AND seq = ? AND id <> ?",
        (event.station, event.seq, event.id),
    ).fetchone()
    if row is None:
        return
    if event.station == store.station.id and is_whole(row):
        raise OwnEventsDiffer
    remove(store.connection, row["pos"])


def _append(store: Store, event: Event, signed: SignedEvent, place: int) -> None:
    store.append(event, signed, feed=place)
    if event.station == store.station.id:
        # It has a place: it was taken. Only its answer may still be on the way.
        store.connection.execute(
            "UPDATE events SET verdict = 'accepted' WHERE id = ?"
            " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.event_id = events.id)",
            (event.id,),
        )


def _overwrite(store: Store, pos: int, event: Event, signed: SignedEvent, place: int) -> None:
    store.connection.execute(
        "UPDATE events SET station = ?, seq = ?, type = ?, at = ?, hash = ?, body = ?,"
        " signature = ?, feed = ? WHERE pos = ?",
        (
            event.station,
            event.seq,
            fact_type(event.fact),
            event.at,
            signed.hash,
            signed.body,
            signed.signature,
            place,
            pos,
        ),
    )
    store.connection.execute("DELETE FROM event_subjects WHERE pos = ?", (pos,))
    index_event(store.connection, pos, event, signed.body)
