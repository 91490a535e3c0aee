"""Look into an OLE compound file (old .xls, locked .xlsx) without trusting it.

Only as much as is needed to say what it is before a native reader opens it: which streams it has,
whether it is locked, and how far out its cells lie, since a reader lays a sheet out as a full
rectangle.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from desktop.base.errors import Refused
from desktop.exchange.limits import COLUMNS_MAX, ROWS_MAX

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_END = 0xFFFFFFFA
"""Sector numbers from here on are marks, not places."""
_ENTRY = 128
_ENTRIES_MAX = 4_096
_MINI_BELOW = 4_096
_CELLS = frozenset({0x0203, 0x0204, 0x00D6, 0x027E, 0x00FD, 0x0205, 0x0006, 0x00BD, 0x0201, 0x00BE})
"""BIFF8 records that put something at a row and a column."""
_LOCKED = 0x002F
_CELLS_MAX = 6_000_000
"""Rows by columns of one old workbook: its own format ends at 65,536 by 256."""


@dataclass(frozen=True, slots=True)
class Compound:
    """What a compound file holds."""

    streams: frozenset[str]
    workbook: bytes
    """The stream with an old workbook's records; empty if there is none."""

    @property
    def locked(self) -> bool:
        """Whether nobody can read it without a password."""
        return "EncryptedPackage" in self.streams or _has_lock(self.workbook)

    @property
    def macros(self) -> bool:
        """Whether programs came along; they are never run."""
        return any(name.startswith("_VBA_PROJECT") for name in self.streams)


def open_compound(content: bytes) -> Compound:
    """Return what a compound file holds.

    Raises:
        Refused: ``TABLE_UNREADABLE``: it is damaged.
    """
    try:
        return _open(content)
    except (struct.error, IndexError, ValueError) as error:
        raise Refused("TABLE_UNREADABLE", "the old workbook is damaged") from error


def check_extent(records: bytes) -> None:
    """Refuse an old workbook whose cells lie farther out than any list: Refused ``TABLE_LARGE``."""
    rows = columns = 0
    for kind, at, size in _records(records):
        if kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", records, at)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
    if rows > ROWS_MAX or columns > COLUMNS_MAX or rows * columns > _CELLS_MAX:
        raise Refused("TABLE_LARGE", f"cells as far out as {rows} by {columns}", rows=rows)


def _open(content: bytes) -> Compound:
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    if shift not in (9, 12) or mini_shift != 6:
        raise ValueError("unknown sector size")
    size = 1 << shift
    fat = _fat(content, size)
    first_directory, cutoff, first_mini = struct.unpack_from("<I4xII", content, 48)
    directory = _chain(content, fat, first_directory, size)
    entries = [
        directory[at : at + _ENTRY]
        for at in range(0, min(len(directory), _ENTRIES_MAX * _ENTRY), _ENTRY)
    ]
    named = {_name(entry): entry for entry in entries if len(entry) == _ENTRY and entry[66]}
    book = named.get("Workbook") or named.get("Book")
    if book is None:
        return Compound(frozenset(named), b"")
    start, length = struct.unpack_from("<II", book, 116)
    if length < min(cutoff, _MINI_BELOW):
        return Compound(
            frozenset(named), _mini(content, fat, (size, first_mini), entries[0], (start, length))
        )
    return Compound(frozenset(named), _chain(content, fat, start, size)[:length])


def _mini(
    content: bytes,
    fat: list[int],
    sizes: tuple[int, int],
    root: bytes,
    wanted: tuple[int, int],
) -> bytes:
    """Return a short stream, which lies in pieces of 64 bytes inside the root's own."""
    size, first_mini = sizes
    raw = _chain(content, fat, first_mini, size)
    short_fat = list(struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]))
    whole = _chain(content, fat, struct.unpack_from("<I", root, 116)[0], size)
    start, length = wanted
    parts = []
    for place in _places(short_fat, start):
        parts.append(whole[place * 64 : place * 64 + 64])
    return b"".join(parts)[:length]


def _fat(content: bytes, size: int) -> list[int]:
    places = list(struct.unpack_from("<109I", content, 76))
    following, count = struct.unpack_from("<II", content, 68)
    for _ in range(min(count, len(content) // size)):
        if following >= _END:
            break
        block = struct.unpack_from(f"<{size // 4}I", content, _sector_at(following, size))
        places += block[:-1]
        following = block[-1]
    fat: list[int] = []
    for place in places:
        if place < _END:
            fat += struct.unpack_from(f"<{size // 4}I", content, _sector_at(place, size))
    return fat


def _sector_at(place: int, size: int) -> int:
    return (place + 1) * size


def _chain(content: bytes, fat: list[int], start: int, size: int) -> bytes:
    at = (_sector_at(place, size) for place in _places(fat, start))
    return b"".join(content[begin : begin + size] for begin in at)


def _places(fat: list[int], start: int) -> list[int]:
    found: list[int] = []
    seen: set[int] = set()
    while start < _END:
        if start in seen:
            raise ValueError("a chain of sectors bites its tail")
        seen.add(start)
        found.append(start)
        start = fat[start]
    return found


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    at, end = 0, len(stream) - 4
    while at <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, size
        at += 4 + size


def _has_lock(stream: bytes) -> bool:
    return any(kind == _LOCKED for kind, _, _ in islice(_records(stream), 64))
