"""Much of the feed at once: the first fill of a station, and of one that was long away.

Each piece is taken in by the code that takes any page in, in one transaction, hashes compared on
both ends. So a fill can be cut anywhere: what has arrived stays, and the next piece goes on from
there, larger or smaller. Exchanges may come in between; both move the same cursor.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.store.database import Store
from desktop.store.exchange import Outgoing
from desktop.wire.event_columns import EVENTS_MAX
from desktop.wire.fill_messages import FillReply, FillRequest, unpack_feed
from desktop.wire.messages import ExchangeReply, Progress
from desktop.wire.versions import PROTOCOL

EVENTS_PER_BATCH = 10
"""A piece is answered from tables and packed small: it brings ten times a batch of own events."""

_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Going:
    """What a piece leaves as it was: it speaks of nothing but the feed."""

    cases_cursor: int
    packs_cursor: int


def ask_for_piece(store: Store, progress: Progress, batch: int, *, own_bodies: bool) -> FillRequest:
    """Return the question for what comes after ``progress``; ``batch`` as the line bears it."""
    return FillRequest(
        station=store.station.id,
        protocol=PROTOCOL,
        progress=progress,
        limit=min(EVENTS_MAX, batch * EVENTS_PER_BATCH),
        own_bodies=own_bodies,
    )


def as_page(going: Going | Outgoing, reply: FillReply) -> ExchangeReply:
    """Return a piece as the exchange that would have brought it, and says nothing else.

    Raises:
        Unavailable: ``ANSWER_UNREADABLE``: what came is no piece of a feed.
    """
    try:
        feed = unpack_feed(reply.feed)
    except Refused as error:
        raise Unavailable("ANSWER_UNREADABLE", error.message) from error
    return ExchangeReply(
        verdicts=(),
        feed=feed,
        progress=reply.progress,
        # Cases, law and the last word on where both ends stand come with an exchange.
        more=True,
        figures=reply.figures,
        refresh=reply.refresh,
        cases_cursor=going.cases_cursor,
        packs_cursor=going.packs_cursor,
        server_time=reply.server_time,
    )


def is_unknown_there(error: CanbaoError) -> bool:
    """Tell whether the centre's program is older than the question."""
    return error.code == "PATH_UNKNOWN" or error.values.get("status") == _NOT_FOUND
