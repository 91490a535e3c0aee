"""Lines of a batch or a file in parts, each about one township and small enough for one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

import msgspec

from desktop.domain.events import BODY_BYTES_MAX
from desktop.domain.handover_facts import PART_LINES_MAX

PART_BYTES_MAX = BODY_BYTES_MAX * 3 // 4
"""Leaves room for the envelope, whatever tax offices write into their messages."""

Line = TypeVar("Line", bound=msgspec.Struct)


def parts(
    lines: Iterable[Line], place: Callable[[Line], str]
) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Yield ``lines`` with where they belong: in order within a place, no part too large."""
    for where, of_it in groupby(sorted(lines, key=place), place):
        for part in _sized(of_it):
            yield where, part


def _sized(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    part: list[Line] = []
    size = 0
    for line in lines:
        more = len(msgspec.json.encode(line)) + 1
        if part and (len(part) == PART_LINES_MAX or size + more > PART_BYTES_MAX):
            yield tuple(part)
            part, size = [], 0
        part.append(line)
        size += more
    if part:
        yield tuple(part)
