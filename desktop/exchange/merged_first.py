"""Let a long sheet tell its merged cells before its rows, so that its reader goes through it once.

A workbook tells what is merged behind the last row. The native reader looks for that from the
beginning again, and goes through a long sheet twice to learn that nothing is merged. Here the
same is told a second time at the very beginning, where it stops looking; nothing of the sheet is
touched. A compressed stream may follow upon another's blocks, so nothing is packed again either.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
"""What stands before each file of an archive, in its directory, and at its end (APPNOTE 4.3)."""
_VERSION = 20
_UTF_8 = 0x800
_DAY = 0x21
"""1 January 1980: nobody asks."""
_NAME_AT = 26
_CRC_POLYNOMIAL = 0xEDB88320
_CRC_ONE = 1 << 31


@dataclass(frozen=True, slots=True)
class LongSheet:
    """A sheet's file in the archive, gone through."""

    size: int
    """Bytes that it unpacks to."""
    merged: tuple[bytes, ...]
    """Its merged areas, as ``A1:B2``."""


def merges_first(content: bytes, sheets: Mapping[str, LongSheet]) -> bytes:
    """Return an archive that was looked into, with ``sheets`` telling first what they merge.

    ``sheets``: by the name of their file in the archive. One that is packed in another way than
    usual stays as it is.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
    parts: list[bytes | memoryview] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        name = member.orig_filename.encode("utf-8" if member.flag_bits & _UTF_8 else "cp437")
        packed = _packed(content, member)
        crc, size, head = member.CRC, member.file_size, b""
        sheet = sheets.get(member.filename)
        if sheet is not None and member.compress_type == zipfile.ZIP_DEFLATED:
            told = _told(sheet)
            head, size = _begun(told), len(told) + sheet.size
            crc = crc_of_both(zlib.crc32(told), member.CRC, sheet.size)
        said = (
            _VERSION, member.flag_bits & _UTF_8, member.compress_type, 0, _DAY,
            crc, len(head) + len(packed), size, len(name),
        )  # fmt: skip
        parts += (_LOCAL.pack(b"PK\x03\x04", *said, 0), name, head, packed)
        directory += (
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, *said, 0, 0, 0, 0, 0, offset), name,
        )  # fmt: skip
        offset += _LOCAL.size + len(name) + len(head) + len(packed)
    listed = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), listed, offset, 0)
    return b"".join((*parts, *directory, end))


def crc_of_both(first: int, second: int, length: int) -> int:
    """Return the CRC-32 of two texts one after the other.

    ``first``, ``second``: the CRC-32 of each; ``length``: bytes of the second.

    >>> crc_of_both(zlib.crc32(b"can"), zlib.crc32(b"bao"), 3) == zlib.crc32(b"canbao")
    True
    """
    # As many zeros behind the first are a multiplication by x to eight times the length.
    shift, square, left = _CRC_ONE, _CRC_ONE >> 8, length
    while left:
        if left & 1:
            shift = _product(square, shift)
        square = _product(square, square)
        left >>= 1
    return _product(shift, first) ^ second


def _product(one: int, other: int) -> int:
    """Return the product of two polynomials modulo the CRC's, highest power in the lowest bit."""
    total, bit = 0, _CRC_ONE
    while bit:
        if one & bit:
            total ^= other
        other = other >> 1 ^ (_CRC_POLYNOMIAL if other & 1 else 0)
        bit >>= 1
    return total


def _told(sheet: LongSheet) -> bytes:
    cells = b"".join(b'<mergeCell ref="%s"/>' % area for area in sheet.merged)
    return b"<mergeCells>" + cells + b"</mergeCells>"


def _begun(text: bytes) -> bytes:
    """Return text packed as the beginning of a stream that goes on at a whole byte."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(text) + packer.flush(zlib.Z_SYNC_FLUSH)


def _packed(content: bytes, member: zipfile.ZipInfo) -> memoryview:
    at = member.header_offset + _NAME_AT
    name, extra = struct.unpack_from("<2H", content, at)
    start = at + 4 + name + extra
    return memoryview(content)[start : start + member.compress_size]
