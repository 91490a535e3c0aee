"""Divisions by name: the codes of GB/T 2260 that the shipped notices reach.

A division that is not in the list is still assessed (its law is found by its digits); it only
has no name here.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.policy.errors import LawRefused

_COLUMNS = "code\tname\tparent\tnote"
_CODE_DIGITS = 6
_COLUMN_COUNT = 4


class Division(Struct, frozen=True, gc=False):
    """One division: 6-digit code, Chinese name, the code above it (empty for the nation)."""

    code: str
    name: str
    parent: str
    note: str = ""


class Divisions:
    """The divisions known by name."""

    def __init__(self, by_code: Mapping[str, Division]) -> None:
        self._by_code = by_code

    @classmethod
    def from_text(cls, file: str, text: str) -> Divisions:
        """Return the divisions of a tab-separated list; ``#`` begins a comment line.

        Raises:
            LawRefused: a line is malformed, a code is there twice, or a parent is missing.
        """
        found: dict[str, Division] = {}
        lines = [
            (number, line)
            for number, line in enumerate(text.splitlines(), start=1)
            if line and not line.startswith("#")
        ]
        if not lines or lines[0][1] != _COLUMNS:
            raise LawRefused("DIVISIONS_HEADER", file, 1, f"the columns must be {_COLUMNS.split()}")
        for number, line in lines[1:]:
            division = _division(file, number, line)
            if division.code in found:
                message = f"{division.code} is already there, as {found[division.code].name}"
                raise LawRefused("DIVISIONS_DUPLICATE", file, number, message)
            if division.parent and division.parent not in found:
                message = f"the division above {division.code}, {division.parent}, must come first"
                raise LawRefused("DIVISIONS_PARENT", file, number, message)
            found[division.code] = division
        return cls(found)

    def get(self, code: str) -> Division | None:
        """Return a division by its code (6 digits, or 12 of a township or village in it)."""
        return self._by_code.get(code[:_CODE_DIGITS])

    def path(self, code: str) -> tuple[Division, ...]:
        """Return the division and those above it, nearest first; empty if it has no name."""
        steps: list[Division] = []
        division = self.get(code)
        while division is not None:
            steps.append(division)
            division = self._by_code.get(division.parent)
        return tuple(steps)

    def below(self, code: str) -> tuple[Division, ...]:
        """Return the divisions directly below one, in the order of the list."""
        return tuple(division for division in self._by_code.values() if division.parent == code)


def _division(file: str, number: int, line: str) -> Division:
    parts = line.split("\t")
    if len(parts) != _COLUMN_COUNT:
        message = f"{_COLUMN_COUNT} columns are wanted, this line has {len(parts)}"
        raise LawRefused("DIVISIONS_LINE", file, number, message)
    code, name, parent, note = parts
    if not (len(code) == _CODE_DIGITS and code.isascii() and code.isdigit() and name):
        raise LawRefused("DIVISIONS_LINE", file, number, f"not a code and a name: {code} {name}")
    return Division(code, name, parent, note)
