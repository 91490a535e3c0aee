"""Find who a list's rows mean: by identity number; else by name and day of birth."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from desktop.domain.divisions import prefix_of
from desktop.domain.facts import OtherCover, Recognition
from desktop.domain.identity_number import masked
from desktop.domain.list_places import ListPlaces
from desktop.domain.list_rows import ListRow
from desktop.store import lists as stored
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree
from desktop.usecases.lists.plan import Candidate

_WHO_CHARS = 24


class Person(msgspec.Struct, frozen=True, gc=False):
    """Somebody in the register, as far as a list concerns them."""

    id: str
    name: str
    birth_date: str
    identities: tuple[Recognition, ...]
    other_cover: tuple[OtherCover, ...]
    survival: str
    died_on: str
    number: str
    division: str


class Matcher:
    """Knows the people a list may mean, once it has been told whom to look for."""

    def __init__(self, desk: Desk) -> None:
        self._connection = desk.store.connection
        self._scope = prefix_of(desk.store.station.division)
        self._county = desk.store.station.county
        self.places = ListPlaces(tree(desk))
        self._by_number: dict[str, Person] = {}
        self._by_id: dict[str, Person] = {}
        self._divisions: dict[str | None, str] = {}
        self._identities: dict[str | None, tuple[Recognition, ...]] = {}

    def learn(self, named: Mapping[str, str]) -> None:
        """Look up everybody under these numbers, and under the numbers they once had.

        ``named``: the name that the list gives each number; a name that is the same is kept once.
        """
        by_id, by_number = self._by_id, self._by_number
        found = stored.persons_by_numbers(self._connection, named)
        for number, id_, name, identities, cover, survival, died_on, division in found:
            person = by_id.get(id_)
            if person is None:
                same = named[number]
                kept = same if name == same else name
                person = by_id[id_] = self._person(
                    (id_, kept, "", identities, cover, survival, died_on, number, division)
                )
            by_number[number] = person

    def learn_ids(self, ids: Iterable[str]) -> None:
        """Look up these people."""
        wanted = [one for one in ids if one not in self._by_id]
        for _, *columns in stored.persons_by_ids(self._connection, wanted):
            person = self._person(columns)
            self._by_id[person.id] = person

    def by_number(self, number: str) -> Person | None:
        """Return who has a number that was looked up."""
        return self._by_number.get(number)

    def by_id(self, person_id: str) -> Person | None:
        """Return somebody who was looked up."""
        return self._by_id.get(person_id)

    def candidates(self, read: ListRow) -> tuple[Candidate, ...]:
        """Return who a row without a number may mean, those of its village first."""
        if not (read.name and read.birth_date):
            return ()
        rows = stored.persons_by_name(self._connection, read.name, read.birth_date)
        found = [self._person(columns) for _, *columns in rows]
        village = self.place(read.place)
        found.sort(key=lambda one: not (village and one.division.startswith(prefix_of(village))))
        for one in found:
            self._by_id.setdefault(one.id, one)
        return tuple(
            Candidate(one.id, one.name, one.birth_date, masked(one.number), one.division)
            for one in found
        )

    def place(self, words: tuple[str, str, str, str]) -> str:
        """Return the code of the place a row names; empty where nobody can tell."""
        return self.places.code(words)

    def ours(self, division: str) -> bool:
        """Tell whether this station works for a place; for one that nobody can tell it does."""
        return not division or division.startswith(self._scope)

    def who(self, read: ListRow) -> str:
        """Return what a source knows somebody by whom nobody has registered."""
        if read.number:
            return f"n:{read.number}"
        told = "\n".join((read.name, read.birth_date, *read.place[:2]))
        return f"h:{hashlib.sha256(told.encode()).hexdigest()[:_WHO_CHARS]}"

    def _person(self, columns: Sequence[Any]) -> Person:
        (id_, name, birth, identities, cover, survival, died_on, number, division) = columns
        known = self._identities.get(identities)
        if known is None:
            known = msgspec.json.decode(identities or "[]", type=tuple[Recognition, ...])
            self._identities[identities] = known
        place = self._divisions.get(division)
        if place is None:
            place = self._divisions[division] = division or self._county
        return Person(
            id_,
            name or "",
            birth or "",
            known,
            _covers(cover) if cover and cover != "[]" else (),
            survival or "",
            died_on or "",
            number or "",
            place,
        )


def _covers(text: str) -> tuple[OtherCover, ...]:
    return msgspec.json.decode(text, type=tuple[OtherCover, ...])
