"""Who may sign in at a station, as the centre hands it out.

The centre keeps of each password what Argon2id makes of it (the verifier). It travels encrypted for
the one station that asks; there it wraps that station's own database key, so that the person opens
this station with the county's password, offline, and neither the password nor the key travels.

Asked for beside the exchange: a centre that does not know it answers ``PATH_UNKNOWN``.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Meta

from desktop.base.errors import Refused
from desktop.wire.agreement import recipient_secret, sender_secret
from desktop.wire.messages import Id, Instant, Number, Text
from desktop.wire.signing import SigningKey

OPERATORS_PATH = "/v1/operators"

OPERATORS_MAX = 200
"""Changes one answer may bring."""

SALT_BYTES_MAX = 32
SEALED_BYTES_MAX = 64
OFFLINE_DAYS_MAX = 3_650

_NONCE = bytes(12)
"""The key is made for one message and never used again."""


class OperatorsRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Ask who may sign in here, as far as that changed after ``number``."""

    station: Id
    protocol: Number
    number: Number = 0


class OperatorNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One person: what they may do, and whether they may sign in at all."""

    number: Number
    operator: Text
    display_name: Text
    role: Literal["clerk", "collector", "supervisor", "policy", "auditor", "it"]
    state: Literal["active", "locked"]
    salt: Annotated[bytes, Meta(max_length=SALT_BYTES_MAX)] = b""
    half: Annotated[bytes, Meta(max_length=32)] = b""
    sealed: Annotated[bytes, Meta(max_length=SEALED_BYTES_MAX)] = b""
    """The verifier, encrypted for the station; empty for who is locked."""


class OperatorsReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What changed, and how long one may sign in without an exchange."""

    operators: Annotated[tuple[OperatorNote, ...], Meta(max_length=OPERATORS_MAX)]
    number: Number
    more: bool
    offline_days: Annotated[int, Meta(ge=0, le=OFFLINE_DAYS_MAX)]
    """Days after the last exchange during which one may sign in; 0: without end."""
    warn_days: Annotated[int, Meta(ge=0, le=OFFLINE_DAYS_MAX)]
    """From how many days before that on people are told."""
    server_time: Instant


def seal_verifier(
    note: OperatorNote, verifier: bytes, ephemeral: bytes, *, centre: bytes, station: bytes
) -> OperatorNote:
    """Return ``note`` with ``verifier`` for the station whose public key is ``station``.

    ``ephemeral``: 32 random bytes, used once. Raises Refused ``PACKET_KEY``.
    """
    half, secret = sender_secret(ephemeral, station, centre)
    sealed = AESGCM(secret).encrypt(_NONCE, verifier, _bound(note))
    return msgspec.structs.replace(note, half=half, sealed=sealed)


def open_verifier(note: OperatorNote, *, centre: bytes, station: SigningKey) -> bytes:
    """Return the verifier in ``note``.

    Raises:
        Refused: ``OPERATORS_ALTERED`` if it was made for somebody else or changed.
    """
    try:
        secret = recipient_secret(note.half, station, centre)
        return AESGCM(secret).decrypt(_NONCE, note.sealed, _bound(note))
    except (InvalidTag, ValueError, Refused) as error:
        raise Refused("OPERATORS_ALTERED", "an operator's entry is not for this station") from error


def _bound(note: OperatorNote) -> bytes:
    """Return what the verifier is tied to: it opens nothing for another name, role or salt."""
    parts = (str(note.number), note.operator, note.role, note.salt.hex())
    return b"canbao-operator-1\n" + "\n".join(parts).encode()
