"""Exchanges made by hand, for saying what a station would never say by itself."""

from __future__ import annotations

import msgspec

from desktop.domain.events import SignedEvent, body_of, hash_of
from desktop.store import exchange
from desktop.store.database import Store
from desktop.wire.messages import (
    ExchangeReply,
    ExchangeRequest,
    Progress,
    SentEvent,
)
from desktop.wire.protocol import SyncProtocol
from desktop.wire.rolling import START

BEGINNING = Progress(cursor=0, count=0, hash=START)


def ask(
    speaker: SyncProtocol,
    store: Store,
    *,
    events: tuple[SentEvent, ...] | None = None,
    progress: Progress = BEGINNING,
    unspent: int = 1000,
    protocol: int = 1,
    cases_cursor: int = 0,
) -> ExchangeReply:
    """Make one exchange by hand; without ``events``, with everything that is pending."""
    going = exchange.outgoing(store, 100)
    return speaker.exchange(
        ExchangeRequest(
            station=store.station.id,
            protocol=protocol,
            progress=progress,
            events=going.events if events is None else events,
            unspent=unspent,
            cases_cursor=cases_cursor,
        )
    )


def resigned(store: Store, sent: SentEvent, **changes: object) -> SentEvent:
    """Return the event with ``changes``, signed again by the station: a forger with the key."""
    event = SignedEvent(sent.body, hash_of(sent.body), sent.signature).open()
    body = body_of(msgspec.structs.replace(event, **changes))
    return SentEvent(body=body, signature=store.station.key.sign(bytes.fromhex(hash_of(body))))


def outcomes(reply: ExchangeReply) -> list[str]:
    return [verdict.outcome for verdict in reply.verdicts]
