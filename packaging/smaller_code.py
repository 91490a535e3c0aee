"""Compiled modules without what only a traceback beside its source could show.

Since 3.11 a code object tells for every instruction in which columns of its line it was written:
a quarter of a compiled module, and next to random for whoever compresses it. Python uses it to
underline a part of the source, which a bundle does not hold. Lines stay.
"""

from __future__ import annotations

from types import CodeType

_ENTRY = 0x80
_LINE_ALONE = 13 << 3
_NO_LINE = 15 << 3
_UNITS_MAX = 8
_UNIT_BYTES = 2


def without_columns(code: CodeType) -> CodeType:
    """Return the same code, and what is defined in it, with nothing but line numbers."""
    constants = tuple(
        without_columns(one) if isinstance(one, CodeType) else one for one in code.co_consts
    )
    return code.replace(co_consts=constants, co_linetable=_lines(code))


def _lines(code: CodeType) -> bytes:
    """Return the table of lines as CPython's Objects/locations.md describes it."""
    table, before = bytearray(), code.co_firstlineno
    for start, end, line in code.co_lines():
        left = (end - start) // _UNIT_BYTES
        while left > 0:
            units = min(left, _UNITS_MAX)
            left -= units
            if line is None:
                table.append(_ENTRY | _NO_LINE | units - 1)
            else:
                table.append(_ENTRY | _LINE_ALONE | units - 1)
                table += _signed(line - before)
                before = line
    return bytes(table)


def _signed(value: int) -> bytes:
    """Return a number in groups of six bits, the lowest first; the last bit of all is the sign."""
    rest = -value << 1 | 1 if value < 0 else value << 1
    out = bytearray()
    while rest >= 64:
        out.append(rest & 63 | 64)
        rest >>= 6
    out.append(rest)
    return bytes(out)
