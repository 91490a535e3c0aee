"""How receipt numbers are made, so that no two stations of a country ever print the same one.

A number is a segment's prefix and an eight-digit serial: ``539999-A001-00000001``. The prefix is
the county's code and the four-character code the centre gave the station at registration, so it is
the station's own for ever; the serial counts on through all segments the centre allocates to that
station. Letters that are taken for digits (I, O) are not used.
"""

from __future__ import annotations

SEGMENT_SIZE = 1_000
"""Numbers the centre allocates at a time: three busy days of one station."""

REFILL_BELOW = 400
"""Fewer unspent numbers than this and the centre allocates the next segment."""

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_PER_LETTER = 999
STATIONS_MAX = len(_LETTERS) * _PER_LETTER


def station_code(ordinal: int) -> str:
    """Return the four-character code of a county's ``ordinal``-th station (1 is ``A001``).

    Raises ValueError outside 1 … `STATIONS_MAX`.
    """
    if not 1 <= ordinal <= STATIONS_MAX:
        raise ValueError(f"a county has 1 to {STATIONS_MAX} stations, not {ordinal}")
    letter, rest = divmod(ordinal - 1, _PER_LETTER)
    return f"{_LETTERS[letter]}{rest + 1:03d}"


def segment_prefix(county: str, code: str) -> str:
    """Return the prefix of every receipt number of one station, e.g. ``539999-A001-``."""
    return f"{county}-{code}-"
