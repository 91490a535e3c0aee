"""The smallest old workbooks (XLS: BIFF8 in a compound file), and locked ones, written by hand."""

from __future__ import annotations

import struct
from collections.abc import Sequence

SECTOR = 512
_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_FAT = 0xFFFFFFFD


def old_workbook(
    rows: Sequence[Sequence[object]], *, sheet: str = "名单", locked: bool = False
) -> bytes:
    """Return an XLS workbook with one sheet; numbers become numeric cells, None no cell."""
    bof = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    lock = _record(0x002F, b"\x00" * 6) if locked else b""
    name = sheet.encode("utf-16-le")
    bound_size = 4 + 6 + 2 + len(name)
    start = 4 + len(bof) + len(lock) + bound_size + 4
    bound = struct.pack("<IBB", start, 0, 0) + struct.pack("<BB", len(sheet), 1) + name
    body = _record(0x0809, bof) + lock + _record(0x0085, bound) + _record(0x000A, b"")
    body += _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            body += _cell(number, column, value)
    body += _record(0x000A, b"")
    return compound({"Workbook": body})


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file with these streams, each padded to more than the short ones."""
    chains, data = [], b""
    for content in streams.values():
        padded = content.ljust(max(4096, -(-len(content) // SECTOR) * SECTOR), b"\x00")
        chains.append((len(data) // SECTOR, len(padded)))
        data += padded
    directory = _entry("Root Entry", 5, _END, 0, child=1 if streams else _FREE)
    for place, (stream, (start, size)) in enumerate(zip(streams, chains, strict=True), 1):
        following = place + 1 if place < len(streams) else _FREE
        directory += _entry(stream, 2, start, size, right=following)
    directory = directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\x00")
    first_directory = len(data) // SECTOR
    used = first_directory + len(directory) // SECTOR
    fats = 1
    while (used + fats) * 4 > fats * SECTOR:
        fats += 1
    fat = [_FREE] * (fats * SECTOR // 4)
    for start, size in (*chains, (first_directory, len(directory))):
        last = start + size // SECTOR - 1
        for place in range(start, last):
            fat[place] = place + 1
        fat[last] = _END
    for place in range(fats):
        fat[used + place] = _FAT
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 16
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, first_directory, 0,
                          4096, _END, 0, _END, 0)  # fmt: skip
    places = [used + place for place in range(fats)]
    header += struct.pack("<109I", *places, *([_FREE] * (109 - fats)))
    return header + data + directory + struct.pack(f"<{len(fat)}I", *fat)


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    raw = name.encode("utf-16-le") + b"\x00\x00"
    return (
        raw.ljust(64, b"\x00")
        + struct.pack("<HBBIII", len(raw), kind, 1, _FREE, right, child)
        + b"\x00" * 36
        + struct.pack("<III", start, size, 0)
    )


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _cell(row: int, column: int, value: object) -> bytes:
    if value is None:
        return b""
    head = struct.pack("<HHH", row, column, 0)
    if isinstance(value, int | float):
        return _record(0x0203, head + struct.pack("<d", value))
    text = str(value)
    return _record(
        0x0204,
        head + struct.pack("<HB", len(text.encode("utf-16-le")) // 2, 1) + text.encode("utf-16-le"),
    )
