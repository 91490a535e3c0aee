"""Which divisions a station works for: the same answer at the desk and at the centre.

A division code has 6 digits (county), 9 (township) or 12 (township: nine digits and ``000``;
village: all twelve). A station sees what lies under its own division.
"""

from __future__ import annotations

COUNTY_DIGITS = 6
TOWNSHIP_DIGITS = 9
VILLAGE_DIGITS = 12


def scope_of(division: str) -> str:
    """Return the leading digits every division under ``division`` shares.

    >>> scope_of("532301100000"), scope_of("532301000000"), scope_of("532301100201")
    ('532301100', '532301', '532301100201')
    """
    if len(division) != VILLAGE_DIGITS or division[TOWNSHIP_DIGITS:] != "000":
        return division
    township = division[:TOWNSHIP_DIGITS]
    return township[:COUNTY_DIGITS] if township[COUNTY_DIGITS:] == "000" else township


def in_scope(division: str, scope: str) -> bool:
    """Tell whether ``division`` lies under ``scope`` (an empty division lies under none)."""
    return bool(division) and division.startswith(scope)


def is_division(text: str) -> bool:
    """Tell whether ``text`` is written as a division code: 6, 9 or 12 digits."""
    lengths = {COUNTY_DIGITS, TOWNSHIP_DIGITS, VILLAGE_DIGITS}
    return len(text) in lengths and text.isascii() and text.isdigit()
