"""Many persons at once: each kind of person is asked about once, and the answers are looked up.

A register holds hundreds of thousands of persons and a few thousand different sets of facts. Rows
are kept as one byte each, in pages of up to 256 keys, so that a look-up is a byte translation in C
for each byte of the answer: as quick as an array library, without one.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, TypeVar

from desktop.policy.law import LawText
from desktop.policy.pack import Clause, Group

Key = TypeVar("Key", bound=Hashable)

PAGE_KEYS = 256
"""Keys of one page: what one byte can tell apart."""

_BYTES = 4
"""Bytes of one answer: a signed 32-bit number holds any amount of one person in fen."""


class _Page:
    __slots__ = ("codes", "rows")

    def __init__(self) -> None:
        self.codes = bytearray()
        self.rows = array("q")


class Columns(Generic[Key]):
    """Rows by the key of their facts."""

    def __init__(self) -> None:
        self._numbers: dict[Key, int] = {}
        self._pages: list[_Page] = []
        self.counts: list[int] = []
        """How many rows each key has, in the order of `keys`."""

    @property
    def keys(self) -> list[Key]:
        """The different keys, in the order they were first met."""
        return list(self._numbers)

    def __len__(self) -> int:
        return sum(self.counts)

    def add(self, key: Key, row: int) -> None:
        """Add a row, named by a number that `look_up` gives back."""
        number = self._numbers.get(key)
        if number is None:
            number = len(self.counts)
            self._numbers[key] = number
            self.counts.append(0)
            if number % PAGE_KEYS == 0:
                self._pages.append(_Page())
        self.counts[number] += 1
        page = self._pages[number // PAGE_KEYS]
        page.codes.append(number % PAGE_KEYS)
        page.rows.append(row)

    def look_up(self, answers: Sequence[int]) -> Iterator[tuple[array[int], array[int]]]:
        """Yield, page by page, the rows and the answer of each.

        ``answers`` holds one number per key, in the order of `keys`; each fits 32 bits.
        """
        for place, page in enumerate(self._pages):
            of_page = answers[place * PAGE_KEYS : (place + 1) * PAGE_KEYS]
            found = bytearray(_BYTES * len(page.codes))
            for byte, table in enumerate(_tables(of_page)):
                found[byte::_BYTES] = page.codes.translate(table)
            looked_up = array("i")
            looked_up.frombytes(found)
            yield page.rows, looked_up


def _tables(answers: Sequence[int]) -> Iterator[bytes]:
    """Yield, for each byte of an answer, what a code is translated to."""
    padded = (*answers, *(0,) * (PAGE_KEYS - len(answers)))
    told = b"".join(one.to_bytes(_BYTES, sys.byteorder, signed=True) for one in padded)
    for byte in range(_BYTES):
        yield told[byte::_BYTES]


def clauses_of(text: LawText) -> Iterator[Clause]:
    """Yield every clause by which the law of a place tells persons apart."""
    groups: list[Group] = [group for group, _ in text.groups.values()]
    if text.anyone is not None:
        groups.append(text.anyone[0])
    for group in groups:
        yield from (*group.given, *group.asked)
    for free in text.waiting.identities:
        if free.when is not None:
            yield free.when


def ages_asked(text: LawText) -> tuple[int, ...]:
    """Return the ages at which the law of a place asks how old a person is."""
    asked = (age for clause in clauses_of(text) for age in (clause.age_min, clause.age_below))
    return tuple(sorted({age for age in asked if age}.union(text.fee_ages)))
