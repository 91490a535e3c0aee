"""Benefit years as people tell them: ``2019-2021、2023``, and as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

FIRST_YEAR, LAST_YEAR = 1900, 9998
YEARS_TOLD_MAX = 100
_SPAN = re.compile(r"([0-9]{4})(?:[-–~～至到]([0-9]{4}))?")
_BETWEEN = re.compile(r"[\s,，、;；年]+")


def years_told(typed: str) -> tuple[int, ...] | None:
    """Return the years a text names, each once, in order; None if it names something else too."""
    years: set[int] = set()
    for part in filter(None, _BETWEEN.split(typed)):
        found = _SPAN.fullmatch(part)
        if found is None:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if not FIRST_YEAR <= first <= last <= LAST_YEAR or last - first >= YEARS_TOLD_MAX:
            return None
        years.update(range(first, last + 1))
    return tuple(sorted(years)) if len(years) <= YEARS_TOLD_MAX else None


def years_text(years: Iterable[int]) -> str:
    """Return years as people read them, neighbours drawn together."""
    runs = groupby(enumerate(sorted(years)), key=lambda placed: placed[1] - placed[0])
    spans = [[year for _, year in run] for _, run in runs]
    return "、".join(f"{one[0]}-{one[-1]}" if len(one) > 1 else str(one[0]) for one in spans)
