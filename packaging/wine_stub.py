"""A library that wine 8 lacks and every Windows 10 has, for test prefixes only; never shipped.

Programs in Rust take random numbers from ``bcryptprimitives.dll``. The file made here holds no
code: it exports the name and passes it on to the function of ``advapi32.dll`` that does the same.
"""

from __future__ import annotations

import struct
from pathlib import Path

_SECTION_AT = 0x1000
_FILE_ALIGNMENT = 0x200
_X64 = 0x8664
_IMAGE_BASE = 0x180000000

MISSING = {"bcryptprimitives.dll": {"ProcessPrng": "ADVAPI32.SystemFunction036"}}


def add_missing(system32: Path) -> list[str]:
    """Put what is missing into a prefix; return the names of what was put there."""
    added = []
    for name, exports in MISSING.items():
        if not (system32 / name).exists():
            (system32 / name).write_bytes(forwarding_library(name, exports))
            added.append(name)
    return added


def forwarding_library(name: str, exports: dict[str, str]) -> bytes:
    """Return a 64-bit DLL whose ``exports`` are other libraries' functions (``LIB.Function``)."""
    section, directory_size = _exports(name, exports)
    size = -(-len(section) // _FILE_ALIGNMENT) * _FILE_ALIGNMENT
    dos = b"MZ" + bytes(58) + struct.pack("<I", 64)
    coff = struct.pack("<HHIIIHH", _X64, 1, 0, 0, 0, 240, 0x2022)
    optional = struct.pack(
        "<HBBIIIIIQIIHHHHHHIIIIHHQQQQII",
        0x20B, 14, 0, 0, size, 0, 0, _SECTION_AT, _IMAGE_BASE, 0x1000, _FILE_ALIGNMENT,
        6, 0, 0, 0, 6, 0, 0, 2 * _SECTION_AT, _FILE_ALIGNMENT, 0, 3, 0x100,
        0x100000, 0x1000, 0x100000, 0x1000, 0, 16,
    )  # fmt: skip
    directories = struct.pack("<II", _SECTION_AT, directory_size) + bytes(15 * 8)
    header = struct.pack(
        "<8sIIIIIIHHI", b".rdata", len(section), _SECTION_AT, size, _FILE_ALIGNMENT, 0, 0, 0, 0,
        0x40000040,
    )  # fmt: skip
    head = dos + b"PE\0\0" + coff + optional + directories + header
    return head.ljust(_FILE_ALIGNMENT, b"\0") + section.ljust(size, b"\0")


def _exports(name: str, exports: dict[str, str]) -> tuple[bytes, int]:
    """Return the export section and its size; a function's address inside it is a forwarder."""
    names = sorted(exports)
    count = len(names)
    functions = _SECTION_AT + 40
    pointers, ordinals = functions + 4 * count, functions + 8 * count
    text_at = functions + 10 * count
    texts = bytearray()

    def put(text: str) -> int:
        at = text_at + len(texts)
        texts.extend(text.encode("ascii") + b"\0")
        return at

    own = put(name)
    forwarded = [put(exports[one]) for one in names]
    named = [put(one) for one in names]
    head = struct.pack(
        "<IIHHIIIIIII", 0, 0, 0, 0, own, 1, count, count, functions, pointers, ordinals
    )
    tables = struct.pack(f"<{count}I{count}I{count}H", *forwarded, *named, *range(count))
    section = head + tables + bytes(texts)
    return section, len(section)
