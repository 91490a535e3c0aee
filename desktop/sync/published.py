"""Bring the county's filter here, a small piece at a time, when nothing else is to be said.

Each call asks the centre once. It may be cut anywhere: what has arrived is kept, and the next call
goes on from there. A centre of an older program does not know the question, and nothing is missed.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.clock import Clock, instant_text
from desktop.base.errors import Refused, Unavailable
from desktop.store import county_filter, exchange
from desktop.store.county_filter import Wanted
from desktop.store.database import Store
from desktop.sync.centre import contact
from desktop.sync.engine import StoreLane
from desktop.sync.filling import is_unknown_there
from desktop.wire.filter_messages import FilterReply, FilterRequest
from desktop.wire.protocol import SyncProtocol
from desktop.wire.versions import PROTOCOL


@dataclass(frozen=True, slots=True)
class FilterStep:
    """How one question went."""

    version: int
    """Of the filter that is here or on its way; 0 if the centre has none."""
    more: bool
    """There is more to bring: ask again at once."""


def bring_filter(in_store: StoreLane, server: SyncProtocol, clock: Clock) -> FilterStep:
    """Ask once whether there is a newer filter, and for the next piece of what is missing.

    Raises:
        Unavailable: the line or the centre; what has arrived is kept.
        Refused: ``FILTER_SIGNATURE``, ``FILTER_UNREADABLE``, ``FILTER_COUNTY``, ``FILTER_OLDER``,
            ``FILTER_ALTERED``: what came is not kept, what holds goes on holding.
    """
    now = instant_text(clock.now())
    station, key, missing = in_store(_state)
    try:
        reply = server.county_filter(_question(station, missing))
    except (Refused, Unavailable) as error:
        if is_unknown_there(error):
            return FilterStep(missing.version, more=False)
        raise
    after = in_store(lambda store: take_filter(store, key, reply, now))
    return FilterStep(after.version, more=after.layer is not None and after != missing)


def note_refused(in_store: StoreLane, error: Refused, clock: Clock) -> None:
    """Write into the log of exchanges that what came was refused."""

    def write(store: Store) -> None:
        with store.transaction():
            exchange.log_exchange(store, instant_text(clock.now()), error.code, "{}")

    in_store(write)


def filter_question(store: Store) -> FilterRequest:
    """Return what to ask the centre for next. Raises Refused ``NOT_REGISTERED``."""
    return _question(store.station.id, _state(store)[2])


def take_filter(store: Store, key: bytes, reply: FilterReply, now: str) -> Wanted:
    """Keep what ``reply`` brings, in a transaction of its own; return what is missing then.

    Raises:
        Refused: as `bring_filter`.
    """
    missing, whole = county_filter.wanted(store, key), True
    with store.transaction():
        entry = missing.layer
        if entry is not None and reply.layer == entry.hash:
            whole = county_filter.take_piece(store, key, entry, reply.offset, reply.piece, now)
        if reply.manifest:
            county_filter.take_manifest(
                store,
                key,
                content=reply.manifest,
                signature=reply.signature,
                secret=reply.secret,
                now=now,
            )
    if not whole:
        raise Refused("FILTER_ALTERED", "a part of the county's filter is not what was signed")
    return county_filter.wanted(store, key)


def _state(store: Store) -> tuple[str, bytes, Wanted]:
    key = contact(store).centre_key
    return store.station.id, key, county_filter.wanted(store, key)


def _question(station: str, missing: Wanted) -> FilterRequest:
    return FilterRequest(
        station=station,
        protocol=PROTOCOL,
        version=missing.version,
        layer=missing.layer.hash if missing.layer else b"",
        offset=missing.offset,
    )
