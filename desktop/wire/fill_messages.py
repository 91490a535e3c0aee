"""How a station comes by much of the feed at once: first fill, and whoever was long away.

A piece is a page of the feed like that of an exchange, only larger and told in columns
(`desktop.wire.event_columns`): a third of the bytes. It goes on from the station's progress and
says where that brings it, so it can be cut anywhere and asked for again, larger or smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from desktop.base.errors import Refused
from desktop.wire.event_columns import EVENTS_MAX, Columns, pack_bodies, unpack_bodies
from desktop.wire.messages import FeedEntry, Figures, Id, Instant, Number, Progress
from desktop.wire.signing import SIGNATURE_BYTES

FILL_PATH = "/v1/fill"


class FillRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Ask for what the feed holds after ``progress``, at most ``limit`` entries."""

    station: Id
    protocol: Number
    progress: Progress
    limit: Annotated[int, Meta(ge=1, le=EVENTS_MAX)] = EVENTS_MAX
    own_bodies: bool = False
    """Send the station's own events in full: it was restored from a backup and lacks some."""


class PackedFeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Entries of the feed, in order, as columns."""

    steps: Annotated[tuple[Number, ...], Meta(max_length=EVENTS_MAX)]
    """How far each entry's position is from that of the one before it."""
    origins: Annotated[tuple[tuple[int, Number], ...], Meta(max_length=EVENTS_MAX)] = ()
    """Places of entries given out again, and the position at which each first happened."""
    bare: Annotated[tuple[tuple[int, Id], ...], Meta(max_length=EVENTS_MAX)] = ()
    """Places and ids of the station's own events, which it has."""
    bodies: Columns
    signatures: Annotated[bytes, Meta(max_length=EVENTS_MAX * SIGNATURE_BYTES)]


class FillReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A piece of the feed, and what both ends should agree on after it."""

    PACKED_AT: ClassVar[int] = 19
    """A twentieth less for a tenth of a second a piece: a fill is rare, its line may be slow."""

    feed: PackedFeed
    progress: Progress
    head: Number
    """The county's latest position: how far there is to go."""
    more: bool
    figures: Figures | None = None
    """As in an exchange."""
    refresh: bool = False
    """As in an exchange."""
    server_time: Instant


class _OnlyId(msgspec.Struct):
    id: Id


_ID_OF = msgspec.json.Decoder(_OnlyId)


def pack_feed(entries: Sequence[FeedEntry]) -> PackedFeed:
    """Return ``entries`` as columns."""
    whole = [entry for entry in entries if entry.body]
    before = [0, *(entry.position for entry in entries)]
    return PackedFeed(
        steps=tuple(entry.position - last for entry, last in zip(entries, before, strict=False)),
        origins=tuple((place, entry.origin) for place, entry in enumerate(entries) if entry.origin),
        bare=tuple((place, entry.id) for place, entry in enumerate(entries) if not entry.body),
        bodies=pack_bodies([entry.body for entry in whole]),
        signatures=b"".join(entry.signature for entry in whole),
    )


def unpack_feed(packed: PackedFeed) -> tuple[FeedEntry, ...]:
    """Return the entries in ``packed``.

    Raises:
        Refused: ``MESSAGE_UNREADABLE``, ``MESSAGE_TOO_LARGE``.
    """
    bodies, bare = unpack_bodies(packed.bodies), dict(packed.bare)
    origins, signatures = dict(packed.origins), packed.signatures
    places = range(len(packed.steps))
    if len(bodies) + len(bare) != len(places) or not all(place in places for place in bare):
        raise Refused("MESSAGE_UNREADABLE", "as many positions as events were to be told")
    if len(signatures) != len(bodies) * SIGNATURE_BYTES:
        raise Refused("MESSAGE_UNREADABLE", "as many signatures as events were to be told")
    found: list[FeedEntry] = []
    position = told = 0
    for place, step in enumerate(packed.steps):
        position += step
        origin = origins.get(place, 0)
        if place in bare:
            found.append(FeedEntry(position=position, id=bare[place], origin=origin))
            continue
        at = told * SIGNATURE_BYTES
        found.append(
            FeedEntry(
                position=position,
                id=_id_of(bodies[told]),
                body=bodies[told],
                signature=signatures[at : at + SIGNATURE_BYTES],
                origin=origin,
            )
        )
        told += 1
    return tuple(found)


def _id_of(body: bytes) -> str:
    try:
        return _ID_OF.decode(body).id
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("MESSAGE_UNREADABLE", f"not an event: {error}") from error
