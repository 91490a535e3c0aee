"""Who is enrolled, paid for, insured as an employee or dead in the county: as marks, not names.

A mark is 36 bits of an HMAC over an identity number, under a secret of the county. A layer is a
sorted set of marks, Golomb-Rice coded in blocks: asking it costs the decoding of one block. It
never misses a mark it was made of. A number nobody put in is found in it with the probability
``count / 2**36``: for 500,000 people 1 in 137,000, and at most 1 in 65,536 up to a million.
A person costs 2.4 bytes: 1.2 MB for 500,000.

A coded set was chosen over a Bloom or fuse filter because it is as small as the best of them (a
16-bit fuse filter: 2.25 bytes at 1 in 65,536), is built by sorting, and grows by small further
layers without asking anybody to load the large one again.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.base.errors import Refused

Kind = Literal["enrolled", "paid", "employee", "dead"]
"""``enrolled``: registered and not paid when the layer was made; ``paid`` stands apart from it."""

MARK_BITS = 36
SECRET_BYTES = 32

LAYER_MARKS_MAX = 4_000_000
LAYER_BYTES_MAX = 16 * 1024 * 1024

_MAGIC = b"CBM1"
_HEADER = struct.Struct(">4sBBBxI")
_BLOCK_MARKS = 64
_BLOCK_BITS_MAX = 18
_OFFSET_BYTES = 4


def mark_of(secret: bytes, kind: Kind, year: int, number: str) -> int:
    """Return the mark of an identity number in one kind of list; ``year`` 0 where none belongs.

    Kind and year are part of it, so that the lists of two years cannot be laid side by side.
    """
    text = f"canbao-mark-1\n{kind}\n{year}\n{number}".encode()
    digest = hmac.digest(secret, text, hashlib.sha256)
    return int.from_bytes(digest[:8], "big") >> (64 - MARK_BITS)


def make_layer(marks: Iterable[int]) -> bytes:
    """Return the set of ``marks`` as bytes; equal sets give equal bytes.

    Raises:
        ValueError: a mark does not fit, or there are more than `LAYER_MARKS_MAX`.
    """
    ordered = sorted(set(marks))
    if len(ordered) > LAYER_MARKS_MAX:
        raise ValueError(f"a layer holds at most {LAYER_MARKS_MAX} marks")
    if ordered and not (ordered[0] >= 0 and ordered[-1] >> MARK_BITS == 0):
        raise ValueError(f"a mark has {MARK_BITS} bits")
    block_bits = _block_bits(len(ordered))
    rice = _rice(len(ordered))
    parts: list[bytes] = []
    offsets = [0]
    shift = MARK_BITS - block_bits
    at = 0
    for block in range(1 << block_bits):
        start = at
        end = (block + 1) << shift
        while at < len(ordered) and ordered[at] < end:
            at += 1
        parts.append(_coded(ordered[start:at], block << shift, rice))
        offsets.append(offsets[-1] + len(parts[-1]))
    header = _HEADER.pack(_MAGIC, MARK_BITS, block_bits, rice, len(ordered))
    return header + struct.pack(f">{len(offsets)}I", *offsets) + b"".join(parts)


@dataclass(frozen=True, slots=True)
class Layer:
    """One set of marks, as `make_layer` wrote it. Immutable."""

    content: bytes
    count: int
    block_bits: int
    rice: int
    body: int
    """Where the blocks begin."""

    @classmethod
    def parse(cls, content: bytes) -> Layer:
        """Return the layer in ``content``; only its form is checked, see `check`.

        Raises:
            Refused: ``FILTER_UNREADABLE``.
        """
        if not _HEADER.size <= len(content) <= LAYER_BYTES_MAX:
            raise _unreadable("its size")
        magic, bits, block_bits, rice, count = _HEADER.unpack_from(content)
        if (magic, bits) != (_MAGIC, MARK_BITS):
            raise _unreadable("its kind")
        body = _HEADER.size + _OFFSET_BYTES * ((1 << min(block_bits, 32)) + 1)
        if block_bits > _BLOCK_BITS_MAX or rice > MARK_BITS or count > LAYER_MARKS_MAX:
            raise _unreadable("its figures")
        if body > len(content):
            raise _unreadable("its size")
        return cls(content, count, block_bits, rice, body)

    def __contains__(self, mark: int) -> bool:
        for known in self._block(mark >> (MARK_BITS - self.block_bits)):
            if known >= mark:
                return known == mark
        return False

    def check(self) -> None:
        """Read every block once. Raises Refused ``FILTER_UNREADABLE`` if any is not whole."""
        last, count, end = -1, 0, 0
        for block in range(1 << self.block_bits):
            start, end_of_block = self._bounds(block)
            if start != end:
                raise _unreadable("its blocks")
            end = end_of_block
            for mark in self._block(block):
                if not last < mark < 1 << MARK_BITS or self._block_of(mark) != block:
                    raise _unreadable("its order")
                last = mark
                count += 1
        if count != self.count or self.body + end != len(self.content):
            raise _unreadable("its count")

    def _block_of(self, mark: int) -> int:
        return mark >> (MARK_BITS - self.block_bits)

    def _bounds(self, block: int) -> tuple[int, int]:
        place = _HEADER.size + _OFFSET_BYTES * block
        start, end = struct.unpack_from(">II", self.content, place)
        if not start <= end <= len(self.content) - self.body:
            raise _unreadable("its blocks")
        return start, end

    def _block(self, block: int) -> Iterator[int]:
        """Yield the marks of one block, rising."""
        start, end = self._bounds(block)
        if start == end:
            return
        piece = self.content[self.body + start : self.body + end]
        bits = format(int.from_bytes(piece, "big"), f"0{8 * len(piece)}b")
        value = (block << (MARK_BITS - self.block_bits)) - 1
        at = 0
        # The last byte is filled up with ones: no code ends in them.
        while (zero := bits.find("0", at)) >= 0:
            rest = bits[zero + 1 : zero + 1 + self.rice]
            if len(rest) < self.rice:
                raise _unreadable("a block")
            value += 1 + (((zero - at) << self.rice) | (int(rest, 2) if rest else 0))
            yield value
            at = zero + 1 + self.rice


@dataclass(frozen=True, slots=True)
class CountyFilter:
    """What the centre published, as a station holds it. Immutable."""

    version: int
    secret: bytes
    layers: dict[tuple[Kind, int], tuple[Layer, ...]]

    def holds(self, kind: Kind, year: int, number: str) -> bool:
        """Tell whether the number may be in the list: surely not if False, most likely if True."""
        layers = self.layers.get((kind, year))
        if not layers:
            return False
        mark = mark_of(self.secret, kind, year, number)
        return any(mark in layer for layer in layers)


def _coded(marks: list[int], base: int, rice: int) -> bytes:
    pieces: list[str] = []
    before = base - 1
    for mark in marks:
        gap = mark - before - 1
        before = mark
        pieces.append("1" * (gap >> rice) + "0")
        if rice:
            pieces.append(format(gap & ((1 << rice) - 1), f"0{rice}b"))
    bits = "".join(pieces)
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big") if bits else b""


def _block_bits(count: int) -> int:
    blocks = max(1, count // _BLOCK_MARKS)
    return min(_BLOCK_BITS_MAX, blocks.bit_length() - 1)


def _rice(count: int) -> int:
    gap = (1 << MARK_BITS) / max(1, count)
    # A block of few marks must not be a long row of ones: the parameter fits the mean gap.
    return max(0, min(MARK_BITS - 1, round(math.log2(gap * math.log(2)))))


def _unreadable(what: str) -> Refused:
    return Refused("FILTER_UNREADABLE", f"the county's filter cannot be read: {what} is wrong")
