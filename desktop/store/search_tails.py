"""Six and more digits from anywhere in an identity number: whole numbers on a B-tree, no trigrams.

After its region an 18-digit number is a date of birth, a sequence and a check digit. It is kept
twice, turned so that it begins with the fourth and with the seventh of these twelve: any six of
them then begin at most three before the beginning of one of the two, and those few are compared on
the key itself. Whatever is no such number, and six digits that begin within a region the register
knows, are left to the trigrams.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEAST = 6
"""Shorter fragments match so many people that the trigrams are as quick."""

_RADIX = 11
"""The check digit may be X."""
_DIGITS = "0123456789X"
_REGION = 6
_TAILED = re.compile(r"[0-9]{6}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])[0-9]{5}[0-9X]")
_WRITTEN = re.compile(r"[0-9]+X?")


@dataclass(frozen=True, slots=True)
class _Turn:
    """One way a number is turned: from where on, and how many digits before that stand behind."""

    start: int
    before: int
    base: int

    @property
    def own(self) -> int:
        """How many digits stand from the start to the number's end."""
        return 18 - self.start

    @property
    def digits(self) -> int:
        return self.own + self.before

    def key(self, number: str) -> int:
        return self.base + _value(
            number[self.start :] + number[self.start - self.before :][: self.before]
        )


_LATE = _Turn(start=12, before=2, base=0)
_EARLY = _Turn(start=9, before=3, base=_RADIX**_LATE.digits)
_TURNS = (_EARLY, _LATE)


@dataclass(frozen=True, slots=True)
class Range:
    """Keys that begin with a fragment's later digits, and what they leave divided by ``modulus``.

    The remainder is the fragment's first digits.
    """

    low: int
    high: int
    modulus: int
    remainder: int


def tails(numbers: str) -> list[int]:
    """Return the keys of the identity numbers in ``numbers`` (blanks between), in order."""
    found = {turn.key(one) for one in _tailed(numbers) for turn in _TURNS}
    return sorted(found)


def regions(numbers: str) -> set[str]:
    """Return the first six digits of the identity numbers in ``numbers``."""
    return {one[:_REGION] for one in _tailed(numbers)}


def others(numbers: str) -> str:
    """Return what in ``numbers`` no key is kept of: phones, other documents, numbers half known."""
    return " ".join(one for one in numbers.split() if not _TAILED.fullmatch(one))


def ranges(fragment: str) -> list[Range]:
    """Return where the numbers are that hold ``fragment`` after their region."""
    if not _WRITTEN.fullmatch(fragment):
        return []
    found = []
    for turn in _TURNS:
        for early in range(turn.before + 1):
            rest = fragment[early:]
            if rest and len(rest) <= turn.own:
                width = _RADIX ** (turn.digits - len(rest))
                low = turn.base + _value(rest) * width
                first = _value(fragment[:early])
                found.append(Range(low, low + width, _RADIX**early, first))
    return found


def begins_in_region(fragment: str, known: Iterable[str]) -> bool:
    """Tell whether ``fragment`` can begin within the region of a number, of the ``known`` ones."""
    ends = [
        fragment[: _REGION - at]
        for at in range(1, _REGION)
        if _can_be_birth(fragment[_REGION - at :])
    ]
    return bool(ends) and any(region.endswith(end) for region in known for end in ends)


def _can_be_birth(beginning: str) -> bool:
    century, month = beginning[:2], beginning[4:6]
    return any(one.startswith(century) for one in ("18", "19", "20")) and (
        month in ("", "0", "1") or "01" <= month <= "12"
    )


def _tailed(numbers: str) -> list[str]:
    return [one for one in numbers.split() if _TAILED.fullmatch(one)]


def _value(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * _RADIX + _DIGITS.index(digit)
    return value
