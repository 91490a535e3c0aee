"""Townships and villages by name, as a search needs them: a few hundred, kept in memory.

The county's tree itself, with its days and its groups, is `desktop.domain.divisions`; here every
name a unit ever had leads to where its households are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.sqlite.connection import Connection
from desktop.store.search_keys import name_keys, name_text, place_of

_STATEMENT = "SELECT code, name, former_name, aliases, replaced_by FROM units WHERE kind <> 'group'"
_TOWNSHIP = 1_000
"""Places of one township differ in their last three digits."""

MATCHES_MAX = 12
"""A word that means more places than this means none in particular."""


@dataclass(frozen=True, slots=True)
class Place:
    """The numbers of the villages a word means: from ``first`` to ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Unit:
    places: tuple[Place, ...]
    names: tuple[str, ...]
    keys: tuple[str, ...]


class PlaceNames:
    """The names of one county's units. Immutable."""

    def __init__(self, rows: Iterable[tuple[str, str, str, str, str]] = ()) -> None:
        self._names: dict[int, str] = {}
        self._units: list[_Unit] = []
        for code, name, former, aliases, replaced_by in rows:
            self._names[place_of(code)] = name
            spelt = [one for one in (name, former, *json.loads(aliases or "[]")) if one]
            keys = {key for one in spelt for key in name_keys(one)}
            places = tuple(place(one) for one in (code, replaced_by) if one)
            names = tuple(name_text(one) for one in spelt)
            self._units.append(_Unit(places, names, tuple(sorted(keys))))

    @classmethod
    def load(cls, connection: Connection) -> PlaceNames:
        """Return what the file holds of the county's tree."""
        return cls(tuple(row) for row in connection.execute(_STATEMENT))

    def name(self, number: int) -> str:
        """Return a village's name by its number, empty if the county has stated none."""
        return self._names.get(number, "")

    def meant(self, word: str) -> tuple[Place, ...]:
        """Return the places a word means: by name or pinyin from its start, or by code.

        Empty if it means none, or so many that it says nothing.
        """
        if word.isascii() and word.isdigit():
            return (place(word),) if len(word) in (9, 12) else ()
        text = name_text(word)
        if not text:
            return ()
        if word.isascii():
            found = [unit for unit in self._units if any(k.startswith(text) for k in unit.keys)]
        else:
            found = [unit for unit in self._units if any(n.startswith(text) for n in unit.names)]
        places = dict.fromkeys(one for unit in found for one in unit.places)
        return tuple(places) if len(places) <= MATCHES_MAX else ()


def place(division: str) -> Place:
    """Return what lies under a division of nine or twelve digits."""
    first = place_of(division)
    whole_township = len(division) < 12 or division[9:12] == "000"
    return Place(first, first + _TOWNSHIP - 1 if whole_township else first)
