"""Messages as bytes: MessagePack in one Zstandard frame (bytes after it say nothing).

A small message is packed with a dictionary both ends ship (``resources/wire``), which knows the
shape of messages: a single event takes a third of what it would without. The frame says whether it
was used; a dictionary that was released once is never changed, only followed by another.

Hostile until checked: sizes before anything is unpacked, the unpacked size while unpacking
(whatever the frame says of itself), and every count and length while decoding.
"""

from __future__ import annotations

import threading
from functools import cache
from typing import Any, TypeVar

import msgspec
import zstandard

from desktop.base.errors import Refused
from desktop.base.resources import resource_path

MESSAGE_BYTES_MAX = 3 * 1024 * 1024
"""Largest message, unpacked: a full batch or page with everything around it, twice over."""

PACKED_BYTES_MAX = 2 * 1024 * 1024
"""Largest message on the wire; a full batch of incompressible bodies still fits."""

CONTENT_TYPE = "application/x-canbao"

_LEVEL = 9
"""A little smaller than 3 for a few milliseconds a batch: the line is what is slow."""

DICTIONARY_BYTES_MAX = 16 * 1024
"""Largest message, unpacked, that is packed with the dictionary: larger ones hold their own."""

_DICTIONARY = ("wire", "messages-1.zdict")
_WINDOW_BYTES_MAX = 8 * 1024 * 1024

M = TypeVar("M")

_ENCODER = msgspec.msgpack.Encoder()

_DECODERS: dict[type, msgspec.msgpack.Decoder[Any]] = {}
_MAKING = threading.Lock()


def pack(message: msgspec.Struct) -> bytes:
    """Return the bytes of ``message`` on the wire.

    A kind of message that is worth more work than others says so in ``PACKED_AT``, a level of
    Zstandard's; any level is read alike.
    """
    plain = _ENCODER.encode(message)
    if len(plain) > DICTIONARY_BYTES_MAX:
        level = getattr(message, "PACKED_AT", _LEVEL)
        return zstandard.ZstdCompressor(level=level).compress(plain)
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=_dictionary()).compress(plain)


@cache
def _dictionary() -> zstandard.ZstdCompressionDict:
    dictionary = zstandard.ZstdCompressionDict(resource_path(*_DICTIONARY).read_bytes())
    dictionary.precompute_compress(level=_LEVEL)
    return dictionary


def unpack(data: bytes, kind: type[M]) -> M:
    """Return the message of type ``kind`` in ``data``.

    Raises:
        Refused: ``MESSAGE_TOO_LARGE`` or ``MESSAGE_UNREADABLE``.
    """
    if len(data) > PACKED_BYTES_MAX:
        raise Refused("MESSAGE_TOO_LARGE", f"{len(data)} bytes, at most {PACKED_BYTES_MAX}")
    plain = _decompress(data)
    try:
        return _decoder(kind).decode(plain)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("MESSAGE_UNREADABLE", f"not a {kind.__name__}: {error}") from error


def _decoder(kind: type[M]) -> msgspec.msgpack.Decoder[M]:
    """Return the decoder of ``kind``, made by one thread at a time.

    msgspec notes on a class what it found out about it before it has found out all: a second thread
    that meets the class meanwhile takes the process down with it.
    """
    decoder = _DECODERS.get(kind)
    if decoder is None:
        with _MAKING:
            decoder = _DECODERS[kind] = msgspec.msgpack.Decoder(kind)
    return decoder


def _decompress(data: bytes) -> bytes:
    unpacker = zstandard.ZstdDecompressor(
        dict_data=_dictionary(), max_window_size=_WINDOW_BYTES_MAX
    )
    try:
        # Reading a bounded amount ignores the size the frame claims, which may be a lie.
        with unpacker.stream_reader(data) as reader:
            plain = reader.read(MESSAGE_BYTES_MAX + 1)
    except zstandard.ZstdError as error:
        raise Refused("MESSAGE_UNREADABLE", "not one Zstandard frame") from error
    if len(plain) > MESSAGE_BYTES_MAX:
        raise Refused("MESSAGE_TOO_LARGE", f"unpacks to more than {MESSAGE_BYTES_MAX} bytes")
    return plain
