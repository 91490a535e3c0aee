"""The exchange as a file to carry: encrypted for one recipient, signed by its sender.

A packet (``.packet``) is what a station says to its centre or the centre to a station, when there
is no line between them::

    8 bytes   CANBAOPK
    2 bytes   version of this format, big-endian
    2 bytes   length of the header
    header    MessagePack: who to whom, which direction, which number (`PacketHeader`)
    frames    4 bytes length, then AES-256-GCM of one part, as many as the header says
    64 bytes  Ed25519 of the sender over the SHA-256 of everything before

The header is readable, so that a person at the wrong desk can be told whose stick this is; it
names nobody but machines. Frames are numbered by their nonce and bound to the header. Hostile
until checked: sizes first, then the signature, and only then is anything decrypted; each part is
unpacked by itself within the limits of `desktop.wire.codec`, so no packet can swell in memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Meta

from desktop.base.errors import Refused
from desktop.wire.agreement import recipient_secret, sender_secret
from desktop.wire.codec import PACKED_BYTES_MAX
from desktop.wire.messages import County, Id, Instant, Key, Number
from desktop.wire.signing import SIGNATURE_BYTES, SigningKey, signature_holds

MAGIC = b"CANBAOPK"
VERSION = 1
"""2026-11: the first format. A newer one is refused with ``PACKET_VERSION``."""

PACKET_BYTES_MAX = 64 * 1024 * 1024
"""Largest packet that is read: what an answer may bring, and room to spare."""

ANSWER_BYTES_MAX = 50 * 1024 * 1024
"""What one packet is filled up to; the rest goes with the next."""

FRAMES_MAX = 8192
SUFFIX = ".packet"

_HEADER_BYTES_MAX = 1024
_LENGTH_BYTES = 4
_TAG_BYTES = 16
_NONCE_BYTES = 12
_START = len(MAGIC) + 4
_FRAME_BYTES_MAX = PACKED_BYTES_MAX + 1 + _TAG_BYTES
_SIGNED = b"canbao-packet-1\n"

Direction = Literal["request", "reply"]


class PacketHeader(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands readable on a packet. Nothing in it is true before its signature holds."""

    direction: Direction
    county: County
    station: Id
    centre: Annotated[str, Meta(pattern=r"^[0-9a-f]{16}\Z")]
    """Short name of the centre's key (`desktop.wire.signing.key_id`)."""
    number: Number
    """Rises with every request of the station; an answer bears the number of its request."""
    last: Number = 0
    """On an answer: the highest number the centre has had from the station."""
    created_at: Instant
    frames: Annotated[int, Meta(ge=1, le=FRAMES_MAX)]
    size: Annotated[int, Meta(ge=1, le=PACKET_BYTES_MAX)]
    """Bytes of all frames with their lengths: a copy that was cut off is known by it."""
    half: Key
    """The sender's half of the encryption key (`desktop.wire.agreement`)."""


@dataclass(frozen=True, slots=True)
class Address:
    """From whom to whom: what a sender puts on a packet."""

    direction: Direction
    county: str
    station: str
    centre: str
    number: int
    created_at: str
    last: int = 0


def seal_packet(
    address: Address,
    parts: Sequence[bytes],
    *,
    sender: SigningKey,
    recipient: bytes,
    ephemeral: bytes,
) -> bytes:
    """Return the packet that brings ``parts`` to the holder of the Ed25519 key ``recipient``.

    ``ephemeral``: 32 fresh random bytes, used for this packet only.

    Raises:
        Refused: ``PACKET_KEY``; ``PACKET_TOO_LARGE`` if it could not be read again.
    """
    half, secret = sender_secret(ephemeral, recipient, sender.public)
    size = sum(_LENGTH_BYTES + len(part) + _TAG_BYTES for part in parts)
    if len(parts) > FRAMES_MAX or _START + _HEADER_BYTES_MAX + size > PACKET_BYTES_MAX:
        raise _too_large(size)
    header = msgspec.msgpack.encode(
        PacketHeader(
            direction=address.direction,
            county=address.county,
            station=address.station,
            centre=address.centre,
            number=address.number,
            last=address.last,
            created_at=address.created_at,
            frames=len(parts),
            size=size,
            half=half,
        )
    )
    start = MAGIC + VERSION.to_bytes(2, "big") + len(header).to_bytes(2, "big") + header
    cipher, bound = AESGCM(secret), hashlib.sha256(start).digest()
    pieces = [start]
    for place, part in enumerate(parts):
        pieces.append((len(part) + _TAG_BYTES).to_bytes(_LENGTH_BYTES, "big"))
        pieces.append(cipher.encrypt(_nonce(place), part, bound))
    content = b"".join(pieces)
    return content + sender.sign(_SIGNED + hashlib.sha256(content).digest())


def read_header(data: bytes) -> PacketHeader:
    """Return what stands on the packet ``data``. Its signature is not checked yet.

    Raises:
        Refused: ``PACKET_UNREADABLE`` (no packet at all), ``PACKET_VERSION`` (of a newer
            program), ``PACKET_TOO_LARGE``, ``PACKET_CUT_OFF`` (not all of it was copied).
    """
    if len(data) > PACKET_BYTES_MAX:
        raise _too_large(len(data))
    if len(data) < _START or not data.startswith(MAGIC):
        raise Refused("PACKET_UNREADABLE", "this file is no packet")
    version = int.from_bytes(data[len(MAGIC) : len(MAGIC) + 2], "big")
    if version != VERSION:
        raise Refused("PACKET_VERSION", f"format {version}; this program knows {VERSION}")
    length = int.from_bytes(data[len(MAGIC) + 2 : _START], "big")
    if length > _HEADER_BYTES_MAX:
        raise Refused("PACKET_UNREADABLE", "its header is larger than any may be")
    if len(data) < _START + length:
        raise _cut_off()
    try:
        header = msgspec.msgpack.decode(data[_START : _START + length], type=PacketHeader)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("PACKET_UNREADABLE", f"its header is not in form: {error}") from error
    if len(data) < _START + length + header.size + SIGNATURE_BYTES:
        raise _cut_off()
    return header


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet whose signature holds. `parts` decrypts one part at a time, in order."""

    header: PacketHeader
    digest: str
    """SHA-256 of the whole file: the same packet has the same."""
    _content: memoryview
    _cipher: AESGCM
    _bound: bytes

    def parts(self) -> Iterator[bytes]:
        """Yield each part. Raises Refused ``PACKET_UNREADABLE``."""
        at, end = 0, len(self._content)
        for place in range(self.header.frames):
            start = at + _LENGTH_BYTES
            length = int.from_bytes(self._content[at:start], "big")
            at = start + length
            if not _TAG_BYTES <= length <= _FRAME_BYTES_MAX or at > end:
                raise _not_in_form()
            try:
                yield self._cipher.decrypt(_nonce(place), self._content[start:at], self._bound)
            except InvalidTag as error:
                raise _not_in_form() from error
        if at != end:
            raise _not_in_form()


def open_packet(data: bytes, *, sender: bytes, recipient: SigningKey) -> Packet:
    """Return the packet in ``data`` that the holder of ``sender`` made for ``recipient``.

    Raises:
        Refused: as `read_header`; ``PACKET_ALTERED`` (a byte of it is not as it was signed, or
            somebody else signed it), ``PACKET_KEY``.
    """
    header = read_header(data)
    content, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
    text = _SIGNED + hashlib.sha256(content).digest()
    if not signature_holds(sender, text, signature):
        raise Refused("PACKET_ALTERED", "the packet is not as its sender signed it")
    start = _START + int.from_bytes(data[len(MAGIC) + 2 : _START], "big")
    secret = recipient_secret(header.half, recipient, sender)
    return Packet(
        header,
        hashlib.sha256(data).hexdigest(),
        memoryview(content)[start:],
        AESGCM(secret),
        hashlib.sha256(data[:start]).digest(),
    )


def _nonce(place: int) -> bytes:
    return place.to_bytes(_NONCE_BYTES, "big")


def _cut_off() -> Refused:
    return Refused("PACKET_CUT_OFF", "the packet was not copied to its end")


def _too_large(size: int) -> Refused:
    return Refused("PACKET_TOO_LARGE", f"{size} bytes, at most {PACKET_BYTES_MAX}")


def _not_in_form() -> Refused:
    return Refused("PACKET_UNREADABLE", "its sender did not write it in form")
