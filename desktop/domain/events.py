"""One immutable thing that happened, and the chain it stands in.

An event's body is JSON with sorted keys; those exact bytes are stored, sent, hashed and signed,
so nothing ever depends on writing the same JSON twice. The hash of each event covers the hash of
the station's previous one: a chain, in which nothing can be changed, dropped or inserted unseen.
"""

from __future__ import annotations

import hashlib

import msgspec

from desktop.base.errors import Refused
from desktop.domain.fact import Fact

GENESIS = "0" * 64
"""The ``prev`` of a station's first event."""

BODY_BYTES_MAX = 256 * 1024
"""An event larger than this is refused: the largest household needs a tenth of it."""


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An event's envelope and its fact."""

    id: str
    county: str
    station: str
    seq: int
    """1, 2, 3 … per station, without gaps."""
    at: str
    operator: str
    law: str
    """Hash of the law the figures in this event rest on; empty if it holds none."""
    protocol: int
    prev: str
    """Hash of the station's previous event, `GENESIS` for the first."""
    fact: Fact
    seen: int = 0
    """How far the station had received the county's order when this happened: its cursor. Whoever
    changed the same field later than that cannot have been known here."""


class SignedEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event as it is stored and sent."""

    body: bytes
    hash: str
    """SHA-256 of ``body``, 64 hex digits."""
    signature: bytes
    """Station's Ed25519 signature over the 32 bytes of ``hash``."""

    def open(self) -> Event:
        """Return the event in ``body``.

        Raises:
            Refused: ``EVENT_UNREADABLE`` if the bytes are not an event of a known kind,
                ``EVENT_HASH`` if the hash is not theirs.
        """
        if len(self.body) > BODY_BYTES_MAX:
            raise Refused("EVENT_UNREADABLE", f"event of {len(self.body)} bytes is too large")
        if hash_of(self.body) != self.hash:
            raise Refused("EVENT_HASH", "the hash is not that of the event's bytes")
        try:
            return _DECODER.decode(self.body)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Refused("EVENT_UNREADABLE", f"not an event: {error}") from error


_DECODER = msgspec.json.Decoder(Event)
_ENCODER = msgspec.json.Encoder(order="deterministic")


def body_of(event: Event) -> bytes:
    """Return the bytes that are stored, hashed and signed for ``event``."""
    return _ENCODER.encode(event)


def hash_of(body: bytes) -> str:
    """Return the hash of an event's bytes: 64 hex digits."""
    return hashlib.sha256(body).hexdigest()


def fact_type(fact: Fact) -> str:
    """Return the stable name of a kind of fact, e.g. ``payment.taken``."""
    tag = type(fact).__struct_config__.tag
    assert isinstance(tag, str)
    return tag
