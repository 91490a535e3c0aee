"""The roster in memory: what is read, what is under way, what is visible, where the cursor is.

A band under way shows what it will be; the sums along the top count only what is durable. No Qt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from desktop.domain.roster import Band, Totals, share
from desktop.ui.enroll.shown import Note
from desktop.usecases.roster import Heading, Roster

Filter = Literal["all", "todo", "done", "remarks"]
FILTERS: tuple[Filter, ...] = ("all", "todo", "done", "remarks")


class RosterModel:
    """One opened roster. ``cursor`` is a place among the visible bands."""

    def __init__(self) -> None:
        self.headings: tuple[Heading, ...] = ()
        self.totals = Totals()
        self.filter: Filter = "all"
        self.visible: list[int] = []
        self.cursor = 0
        self.person: int | None = None
        """The chosen person of the band under the cursor; None: the household."""
        self.notes: dict[str, Note] = {}
        self.failed: set[str] = set()
        self._bands: dict[str, Band] = {}
        self._coming: dict[str, Band] = {}
        self._under_way: Counter[str] = Counter()
        self._places: dict[str, int] = {}
        self._remarked: set[str] = set()

    def reset(self, roster: Roster) -> None:
        """Take a freshly opened roster; the cursor stays on its household if that is in it."""
        before = self.household_id
        self.headings, self.totals = roster.headings, roster.totals
        self._places = {one.household_id: at for at, one in enumerate(roster.headings)}
        self._bands.clear()
        self._coming.clear()
        self._under_way.clear()
        self._remarked.clear()
        self.notes.clear()
        self.failed.clear()
        self.person = None
        self.show(self.filter)
        self.cursor = 0
        if before:
            self.go_to(before)

    def show(self, wanted: Filter) -> None:
        """Show the bands of a filter; they stay until a filter is chosen again: nothing jumps."""
        here = self.household_id
        self.filter = wanted
        self.visible = [at for at in range(len(self.headings)) if self._fits(at, wanted)]
        self.person = None
        self.cursor = 0
        if here:
            self.go_to(here)

    @property
    def counts(self) -> dict[Filter, int]:
        """How many bands each filter holds, of what is durable and as far as it is read."""
        count, done = self.totals.households, self.totals.done
        return {"all": count, "todo": count - done, "done": done, "remarks": len(self._remarked)}

    @property
    def household_id(self) -> str:
        """The household under the cursor, empty if there is none."""
        return self.id_at(self.cursor) if 0 <= self.cursor < len(self.visible) else ""

    @property
    def band(self) -> Band | None:
        """The band under the cursor as it will be, None while it is not read."""
        return self.shown(self.household_id)

    def id_at(self, place: int) -> str:
        """Return the household at a visible place."""
        return self.headings[self.visible[place]].household_id

    def heading_at(self, place: int) -> Heading:
        """Return the heading at a visible place."""
        return self.headings[self.visible[place]]

    def shown(self, household_id: str) -> Band | None:
        """Return a band as it will be once everything under way is done."""
        return self._coming.get(household_id) or self._bands.get(household_id)

    def saving(self, household_id: str) -> bool:
        """Tell whether something about a household is not yet durable."""
        return self._under_way[household_id] > 0

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return any(self._under_way.values())

    @property
    def loaded(self) -> int:
        """How many bands are read."""
        return len(self._bands)

    @property
    def complete(self) -> bool:
        """Whether every band is read."""
        return len(self._bands) >= len(self.headings)

    def bands(self) -> Iterator[Band]:
        """Yield every band read, in the roster's order, as it is durable."""
        for heading in self.headings:
            if heading.household_id in self._bands:
                yield self._bands[heading.household_id]

    def unread(self, most: int) -> tuple[str, ...]:
        """Return the next households to read: from the cursor on, then from the top."""
        start = self.visible[self.cursor] if self.visible else 0
        order = (*range(max(0, start - 4), len(self.headings)), *range(start))
        wanted: dict[str, None] = {}
        for at in order:
            household = self.headings[at].household_id
            if household not in self._bands:
                wanted[household] = None
                if len(wanted) == most:
                    break
        return tuple(wanted)

    def put(self, bands: Iterable[Band]) -> None:
        """Take bands as they are durable; the sums follow what changed since they were read."""
        for band in bands:
            known = self._bands.get(band.household_id)
            if known is not None:
                self.totals = self.totals.plus(share(band)).plus(share(known), -1)
            if band.household_id in self._places:
                self._bands[band.household_id] = band
                (self._remarked.add if band.remarks else self._remarked.discard)(band.household_id)

    def gone(self, households: Iterable[str]) -> None:
        """Drop households that nobody lives in any more since the roster was opened."""
        lost = set(households)
        if not lost:
            return
        self.headings = tuple(one for one in self.headings if one.household_id not in lost)
        self._places = {one.household_id: at for at, one in enumerate(self.headings)}
        self.show(self.filter)

    def begin(self, household_id: str, coming: Band) -> None:
        """Note that a step is under way, and what it will make of the band."""
        self._under_way[household_id] += 1
        self._coming[household_id] = coming
        self.failed.discard(household_id)
        self.notes.pop(household_id, None)

    def end(self, household_id: str, band: Band | None) -> None:
        """Note that a step ended; ``band`` is what it left, None if it failed."""
        self._under_way[household_id] -= 1
        if band is not None:
            self.put((band,))
        if self._under_way[household_id] <= 0:
            del self._under_way[household_id]
            self._coming.pop(household_id, None)

    def move_by(self, by: int) -> bool:
        """Move the cursor among the visible bands; False at the end."""
        wanted = max(0, min(self.cursor + by, len(self.visible) - 1))
        moved = wanted != self.cursor
        self.cursor, self.person = wanted, None
        return moved

    def next_to_do(self) -> bool:
        """Move the cursor to the next band nothing is decided about; False if there is none."""
        for place in range(self.cursor + 1, len(self.visible)):
            if self._undecided(self.visible[place]):
                self.cursor, self.person = place, None
                return True
        return False

    def go_to(self, household_id: str) -> bool:
        """Put the cursor on a household if it is visible."""
        place = self.place_of(household_id)
        if place is None:
            return False
        self.cursor, self.person = place, None
        return True

    def place_of(self, household_id: str) -> int | None:
        """Return the visible place of a household, None if it is not visible."""
        at = self._places.get(household_id, -1)
        place = bisect_left(self.visible, at)
        found = place < len(self.visible) and self.visible[place] == at
        return place if found else None

    def find(self, typed: str) -> str:
        """Return the first visible household a number or a name leads to, from the cursor on."""
        count = len(self.visible)
        for step in range(count):
            heading = self.heading_at((self.cursor + step) % count)
            if _leads_to(heading, typed):
                return heading.household_id
        return ""

    def _fits(self, at: int, wanted: Filter) -> bool:
        match wanted:
            case "all":
                return True
            case "todo":
                return self._undecided(at) > 0
            case "done":
                return self._undecided(at) == 0
            case "remarks":
                band = self._bands.get(self.headings[at].household_id)
                return band is not None and bool(band.remarks)

    def _undecided(self, at: int) -> int:
        heading = self.headings[at]
        band = self.shown(heading.household_id)
        return band.undecided if band is not None else heading.undecided


def _leads_to(heading: Heading, typed: str) -> bool:
    if typed.isascii() and any(char.isdigit() for char in typed):
        tail = heading.number.rpartition("-")[2].lstrip("0")
        return heading.number.startswith(typed) or tail == typed.lstrip("0")
    return any(name.startswith(typed) for name in heading.names)
