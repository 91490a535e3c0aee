"""Many events as columns: what repeats from one to the next is told once, without losing a byte.

The bytes of an event are its identity, so nothing is decoded and written again here. Each body is
cut, as text, into its values and what stands between them. Bodies of one kind share the text
between, which goes over once (a template); values go over by the key before them, all of one key
together, where Zstandard finds most to share. An id is sixteen random bytes: it goes over once,
and where it comes again, as how many ids ago it was first told. A receipt's signed code is bytes
written as letters, and goes over as bytes. The hash of the event before and a number one higher
than the last of its key need no words at all.

Hostile until checked: whatever a piece holds, `unpack_bodies` gives back at most as many bytes as
it was told to allow, or refuses.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from desktop.base.errors import Refused
from desktop.domain.events import BODY_BYTES_MAX, hash_of
from desktop.wire.receipt_code import PREFIX, TEXT_LENGTH_MAX

EVENTS_MAX = 1_000
"""Events in one piece."""

BODIES_BYTES_MAX = 2_500_000
"""Bodies in one piece, together: its columns then fit into a message, whatever they hold."""

_COLUMNS_MAX = 512
_ID_BYTES = 16

_VALUE = re.compile(rb'(?<=[:\[,])("(?:[^"\\]|\\.)*"|-?[0-9]+|true|false|null)(?=[,}\]])')
_KEY = re.compile(rb'"([A-Za-z_0-9]{1,40})":\[?\Z')
_ID = re.compile(rb'"[0-9a-f]{32}"\Z')
_CODE_BEGINS = b'"' + PREFIX.encode()
_CODE = re.compile(_CODE_BEGINS + rb'([A-Z2-7]{8,%d})"\Z' % TEXT_LENGTH_MAX)
_NUMBER = re.compile(rb"(?:0|[1-9][0-9]{0,15})\Z")

# None of these begins a value of JSON.
_SAME_ID = b"^"
_NEXT = b"+"
_PREVIOUS = b"="
_AS_BYTES = b"#"

_BETWEEN_VALUES = b"\n"


Template = Annotated[tuple[bytes, ...], Meta(min_length=1, max_length=BODY_BYTES_MAX)]


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Bodies of events, in order, as `pack_bodies` writes them."""

    templates: Annotated[tuple[Template, ...], Meta(max_length=EVENTS_MAX)]
    """Texts between the values of one kind of body: one more than it has values."""
    which: Annotated[
        tuple[Annotated[int, Meta(ge=0, lt=EVENTS_MAX)], ...], Meta(max_length=EVENTS_MAX)
    ]
    """Each event's template."""
    columns: Annotated[tuple[bytes, ...], Meta(max_length=_COLUMNS_MAX)]
    """Values of one key in the order they come, joined by a line feed. Keys are not named: they
    come in the order templates first need them."""
    ids: bytes
    """Ids that had not come before, sixteen bytes each: all first bytes, all second ones, and so
    on. Those that tell the time are much alike."""
    codes: Annotated[bytes, Meta(max_length=BODIES_BYTES_MAX)] = b""
    """What receipts' signed codes spell, one after the other; their columns tell how long."""


def pack_bodies(bodies: Sequence[bytes]) -> Columns:
    """Return ``bodies`` as columns; at most `EVENTS_MAX` of `BODIES_BYTES_MAX` together."""
    return _Packing().pack(bodies)


def unpack_bodies(columns: Columns, bytes_max: int = BODIES_BYTES_MAX) -> list[bytes]:
    """Return the bodies in ``columns``, byte for byte.

    Raises:
        Refused: ``MESSAGE_UNREADABLE`` if they are not columns, ``MESSAGE_TOO_LARGE`` if they
            swell to more than ``bytes_max``.
    """
    return _Unpacking(columns).unpack(bytes_max)


class _Slots:
    """Which columns the values of each template belong to: the same at both ends."""

    def __init__(self) -> None:
        self._places: dict[bytes, int] = {}

    def of(self, template: tuple[bytes, ...]) -> list[int]:
        """Return the column of each value of ``template``."""
        return [self._place(text) for text in template[:-1]]

    def _place(self, text: bytes) -> int:
        found = _KEY.search(text)
        key = found[1] if found else b""
        if key not in self._places and len(self._places) == _COLUMNS_MAX - 1:
            key = b""
        return self._places.setdefault(key, len(self._places))


class _Packing:
    def __init__(self) -> None:
        self._slots = _Slots()
        self._templates: dict[tuple[bytes, ...], int] = {}
        self._slots_of: list[list[int]] = []
        self._columns: list[list[bytes]] = []
        self._last: list[bytes] = []
        """The value last told in each column."""
        self._seen: dict[bytes, int] = {}
        self._ids: list[bytes] = []
        self._codes: list[bytes] = []

    def pack(self, bodies: Sequence[bytes]) -> Columns:
        previous = b""
        which = []
        for body in bodies:
            which.append(self._take(body, previous))
            previous = b'"' + hash_of(body).encode() + b'"'
        return Columns(
            templates=tuple(self._templates),
            which=tuple(which),
            columns=tuple(_BETWEEN_VALUES.join(values) for values in self._columns),
            ids=_turned(b"".join(self._ids), _ID_BYTES),
            codes=b"".join(self._codes),
        )

    def _take(self, body: bytes, previous: bytes) -> int:
        # No value may hold what stands between values: such a body goes over as it is.
        parts = [body] if _BETWEEN_VALUES in body else _VALUE.split(body)
        template = tuple(parts[::2])
        number = self._templates.setdefault(template, len(self._templates))
        if number == len(self._slots_of):
            self._slots_of.append(self._slots.of(template))
        for slot, value in zip(self._slots_of[number], parts[1::2], strict=True):
            self._put(slot, value, previous)
        return number

    def _put(self, slot: int, value: bytes, previous: bytes) -> None:
        while slot >= len(self._columns):
            self._columns.append([])
            self._last.append(b"")
        last, self._last[slot] = self._last[slot], value
        self._columns[slot].append(self._told(value, last, previous))

    def _told(self, value: bytes, last: bytes, previous: bytes) -> bytes:
        if value == previous:
            return _PREVIOUS
        if _is_next(last, value):
            return _NEXT
        if value.startswith(_CODE_BEGINS) and (raw := _spelled(value)):
            self._codes.append(raw)
            return _AS_BYTES + b"%d" % len(raw)
        if not (len(value) == 2 * _ID_BYTES + 2 and _ID.match(value)):
            return value
        place = self._seen.setdefault(value, len(self._ids))
        if place < len(self._ids):
            return _SAME_ID + b"%d" % (len(self._ids) - place)
        self._ids.append(bytes.fromhex(value[1:-1].decode()))
        return _SAME_ID


def _is_next(last: bytes, value: bytes) -> bool:
    # Most values are no numbers: their first byte tells.
    return (
        value[:1].isdigit() and _NUMBER.match(last) is not None and b"%d" % (int(last) + 1) == value
    )


def _spelled(value: bytes) -> bytes:
    """Return the bytes that a code spells; none where they would not be spelled just so again."""
    found = _CODE.match(value)
    text = found[1] if found else b""
    if len(text) % 8 in {1, 3, 6}:
        return b""
    raw = base64.b32decode(text + b"=" * (-len(text) % 8))
    return raw if _code(raw) == value else b""


def _code(raw: bytes) -> bytes:
    return _CODE_BEGINS + base64.b32encode(raw).rstrip(b"=") + b'"'


def _turned(data: bytes, width: int) -> bytes:
    """Return rows of ``width`` bytes as columns: every first byte, every second one, and so on."""
    return b"".join(data[place::width] for place in range(width))


class _Unpacking:
    def __init__(self, columns: Columns) -> None:
        slots = _Slots()
        self._texts = columns.templates
        self._slots_of = [slots.of(one) for one in columns.templates]
        self._which = columns.which
        self._values = [iter(one.split(_BETWEEN_VALUES)) for one in columns.columns]
        self._last = [b""] * len(columns.columns)
        self._ids = _turned(columns.ids, max(1, len(columns.ids) // _ID_BYTES))
        self._told = 0
        self._codes = columns.codes
        self._spelled = 0

    def unpack(self, bytes_max: int) -> list[bytes]:
        bodies: list[bytes] = []
        previous, size = b"", 0
        for number in self._which:
            if number >= len(self._texts):
                raise _unreadable("a template is missing")
            body = self._body(number, previous)
            size += len(body)
            if size > bytes_max or len(body) > BODY_BYTES_MAX:
                raise Refused("MESSAGE_TOO_LARGE", f"unpacks to more than {bytes_max} bytes")
            bodies.append(body)
            previous = b'"' + hash_of(body).encode() + b'"'
        left = self._told * _ID_BYTES != len(self._ids) or self._spelled != len(self._codes)
        if left or any(next(rest, None) for rest in self._values):
            raise _unreadable("more values than events need")
        return bodies

    def _body(self, number: int, previous: bytes) -> bytes:
        texts = self._texts[number]
        parts = [texts[0]]
        for slot, text in zip(self._slots_of[number], texts[1:], strict=True):
            parts.append(self._value(slot, previous))
            parts.append(text)
        return b"".join(parts)

    def _value(self, slot: int, previous: bytes) -> bytes:
        told = next(self._values[slot], None) if slot < len(self._values) else None
        if told is None:
            raise _unreadable("a value is missing")
        value = self._meant(told, self._last[slot], previous)
        self._last[slot] = value
        return value

    def _meant(self, told: bytes, last: bytes, previous: bytes) -> bytes:
        if told == _PREVIOUS:
            return previous
        if told == _NEXT:
            if not _NUMBER.match(last):
                raise _unreadable("no number to go on from")
            return b"%d" % (int(last) + 1)
        if told[:1] == _AS_BYTES:
            return self._code(told[1:])
        return self._id(told[1:]) if told[:1] == _SAME_ID else told

    def _code(self, length: bytes) -> bytes:
        if not _NUMBER.match(length) or not 0 < int(length) <= TEXT_LENGTH_MAX:
            raise _unreadable("no length of a code")
        begun, self._spelled = self._spelled, self._spelled + int(length)
        if self._spelled > len(self._codes):
            raise _unreadable("a code is missing")
        return _code(self._codes[begun : self._spelled])

    def _id(self, ago: bytes) -> bytes:
        place = self._told
        if ago:
            if not _NUMBER.match(ago) or not 0 < int(ago) <= self._told:
                raise _unreadable("no such id")
            place -= int(ago)
        else:
            self._told += 1
        raw = self._ids[place * _ID_BYTES : (place + 1) * _ID_BYTES]
        if len(raw) != _ID_BYTES:
            raise _unreadable("an id is missing")
        return b'"' + raw.hex().encode() + b'"'


def _unreadable(why: str) -> Refused:
    return Refused("MESSAGE_UNREADABLE", f"not columns of events: {why}")
