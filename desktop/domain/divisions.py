"""The division tree (区划): what a code is called, what lies under what, and since when.

The nation, provinces, prefectures and counties are shipped; everything below a county comes from
the lists the county imports. A code nobody named still has a readable form here, because a
household may live where no list has been imported yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.roster_facts import Unit, UnitKind
from desktop.policy.divisions import Divisions

COUNTY_DIGITS = 6
TOWNSHIP_DIGITS = 9
UNIT_DIGITS = 12
GROUP_DIGITS = 14
_NO_TOWNSHIP = "000"
STEPS_MAX = 50
"""Longest chain that is followed upwards or from one successor to the next."""


def normal_code(text: str) -> str:
    """Return a code as the tree writes it: 6 (county), 12 (township ``…000`` to unit), 14 digits.

    Text that is no code comes back stripped, as it is.

    >>> normal_code("532301100"), normal_code("532301000000"), normal_code(" 532301100201 ")
    ('532301100000', '532301', '532301100201')
    """
    code = text.strip()
    if not (code.isascii() and code.isdigit()):
        return code
    if len(code) == TOWNSHIP_DIGITS:
        code += _NO_TOWNSHIP
    if len(code) == UNIT_DIGITS and code.endswith(_NO_TOWNSHIP * 2):
        return code[:COUNTY_DIGITS]
    return code


def kind_of(code: str) -> UnitKind | None:
    """Return what a code's digits say it is (a village for any unit within a township)."""
    if not (code.isascii() and code.isdigit()):
        return None
    match len(code):
        case 6:
            return "county"
        case 12:
            return "township" if code.endswith(_NO_TOWNSHIP) else "village"
        case 14:
            return "group"
        case _:
            return None


def parent_of(code: str) -> str:
    """Return the code its digits say it lies under; empty for a county.

    >>> parent_of("53999900100101"), parent_of("539999001001"), parent_of("539999001000")
    ('539999001001', '539999001000', '539999')
    """
    match kind_of(code):
        case "group":
            return code[:UNIT_DIGITS]
        case "village":
            return normal_code(code[:TOWNSHIP_DIGITS])
        case "township":
            return code[:COUNTY_DIGITS]
        case _:
            return ""


def prefix_of(code: str) -> str:
    """Return the digits that every code under ``code`` begins with.

    >>> prefix_of("539999001000"), prefix_of("539999001001"), prefix_of("539999")
    ('539999001', '539999001001', '539999')
    """
    code = normal_code(code)
    return code[:TOWNSHIP_DIGITS] if kind_of(code) == "township" else code


def valid_on(unit: Unit, day: str) -> bool:
    """Tell whether a unit exists on an ISO day; one without days always does."""
    return unit.valid_from <= day and (not unit.valid_to or day <= unit.valid_to)


class DivisionTree:
    """What is known of one county's divisions. Immutable: any thread may read it."""

    def __init__(self, shipped: Divisions, units: Iterable[Unit] = ()) -> None:
        self._shipped = shipped
        self._units = {unit.code: unit for unit in sorted(units, key=lambda one: one.code)}
        self._children: dict[str, list[Unit]] = {}
        for unit in self._units.values():
            self._children.setdefault(unit.parent, []).append(unit)

    def __len__(self) -> int:
        """Return how many units the county has stated."""
        return len(self._units)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._units.values())

    def unit(self, code: str) -> Unit | None:
        """Return what the county stated of a code."""
        return self._units.get(normal_code(code))

    def name(self, code: str) -> str:
        """Return the unit's own name; where nobody gave one, the readable form of its digits."""
        code = normal_code(code)
        if (unit := self._units.get(code)) is not None:
            return unit.name
        if len(code) <= COUNTY_DIGITS:
            division = self._shipped.get(code)
            return division.name if division else code
        return self._digits(code)

    def path(self, code: str) -> tuple[Unit, ...]:
        """Return the unit and those above it below the county, from the township down.

        Where a code is not in the tree, what its digits say it lies under.
        """
        steps: list[Unit] = []
        code = normal_code(code)
        while len(code) > COUNTY_DIGITS and len(steps) < STEPS_MAX:
            unit = self._units.get(code)
            if unit is not None:
                steps.append(unit)
            code = unit.parent if unit else parent_of(code)
        return tuple(reversed(steps))

    def short_name(self, code: str) -> str:
        """Return the way down from the township: ``东瓜镇 东瓜村 一组``; a county by its name."""
        code = normal_code(code)
        names = [unit.name for unit in self.path(code)]
        if code not in self._units:
            names.append(self.name(code))
        return " ".join(names)

    def full_name(self, code: str) -> str:
        """Return the whole address line, from the province: ``云南省楚雄彝族自治州楚雄市…``."""
        code = normal_code(code)
        above = [one.name for one in self._shipped.path(code) if one.parent]
        if county := self._units.get(code[:COUNTY_DIGITS]):
            above[:1] = [county.name]
        if len(code) <= COUNTY_DIGITS:
            return "".join(reversed(above)) or code
        return "".join(reversed(above)) + self.local_name(code)

    def local_name(self, code: str) -> str:
        """Return what an envelope of the county needs: township, village, group, unbroken."""
        return self.short_name(code).replace(" ", "")

    def address(self, code: str) -> str:
        """Return county, township, village and group, unbroken, as papers of the county say it."""
        code = normal_code(code)
        county = self.name(code[:COUNTY_DIGITS])
        return county if len(code) <= COUNTY_DIGITS else county + self.local_name(code)

    def children(self, code: str, day: str = "") -> tuple[Unit, ...]:
        """Return what lies directly under a code, by code; with an ISO ``day``, what exists then.

        Units whose parent the county never stated hang under the county itself.
        """
        code = normal_code(code)
        found = list(self._children.get(code, ()))
        if len(code) == COUNTY_DIGITS:
            found += [
                unit
                for parent, units in self._children.items()
                if parent != code and parent not in self._units and parent[:COUNTY_DIGITS] == code
                for unit in units
            ]
        return tuple(
            unit for unit in found if unit.code != code and (not day or valid_on(unit, day))
        )

    def under(self, code: str, day: str = "") -> Iterator[Unit]:
        """Yield every unit below a code, parents before children."""
        seen = {normal_code(code)}
        waiting = list(reversed(self.children(code, day)))
        while waiting:
            unit = waiting.pop()
            if unit.code in seen:
                continue
            seen.add(unit.code)
            yield unit
            waiting += reversed(self.children(unit.code, day))

    def successor(self, code: str, day: str) -> str:
        """Return where people of ``code`` belong on ``day``: itself, or what took its place.

        A group without a successor of its own goes where its village went. Empty if the unit has
        ended and nobody said what follows.
        """
        code = normal_code(code)
        for _ in range(STEPS_MAX):
            ended = self.ended(code, day)
            if ended is None:
                return code
            code = ended.replaced_by
            if not code:
                return ""
        return ""

    def former(self, code: str) -> tuple[Unit, ...]:
        """Return the units that ``code`` took the place of."""
        code = normal_code(code)
        return tuple(unit for unit in self._units.values() if unit.replaced_by == code)

    def ended(self, code: str, day: str) -> Unit | None:
        """Return why a code no longer holds on a day: its unit, or the nearest one above it."""
        for unit in reversed(self.path(code)):
            if unit.valid_to and unit.valid_to < day:
                return unit
        return None

    def _digits(self, code: str) -> str:
        """Return the readable form of a code without a name, below what is known above it."""
        if self.path(code):
            return code[UNIT_DIGITS:] or code[TOWNSHIP_DIGITS:]
        county = self.name(code[:COUNTY_DIGITS])
        rest = "-".join(part for part in (code[6:9], code[9:12], code[12:]) if part)
        return f"{county} {rest}"


@dataclass(frozen=True, slots=True)
class Match:
    """One unit that what was typed points to."""

    code: str
    short: str
    """The way down from the township."""
    known_as: str = ""
    """The other name that matched: a former one, an alias, or of a unit it replaced."""


Keys = Callable[[str], Iterable[str]]
"""The pinyin keys of a name: initials and full spelling of every reading."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What finds one unit."""

    unit: Unit
    target: str
    """The unit that is meant: itself, or what replaced it."""
    names: tuple[str, ...]
    keys: tuple[str, ...]


class DivisionIndex:
    """The units of a tree that exist on a day, found by typing. Immutable."""

    def __init__(self, tree: DivisionTree, day: str, keys: Keys) -> None:
        self.tree = tree
        self.day = day
        known: dict[str, tuple[str, ...]] = {}
        self._entries: list[_Entry] = []
        self._by_code: dict[str, _Entry] = {}
        for unit in tree:
            target = tree.successor(unit.code, day)
            if not target or unit.valid_from > day:
                continue
            names = tuple(name for name in (unit.name, unit.former_name, *unit.aliases) if name)
            for name in names:
                if name not in known:
                    known[name] = tuple(sorted(keys(name)))
            spelt = tuple(dict.fromkeys(key for name in names for key in known[name]))
            folded = tuple(name.casefold() for name in names)
            entry = _Entry(unit, target, folded, spelt)
            self._entries.append(entry)
            self._by_code[unit.code] = entry

    def search(self, typed: str, *, scope: str = "", limit: int = 50) -> tuple[Match, ...]:
        """Return the units ``typed`` points to, likeliest first, those under ``scope`` before.

        Words apart narrow the way down (``东瓜 一组``, ``dg yz``); one word may run through it
        (``东瓜一组``). Nothing typed lists what lies under ``scope``.
        """
        words = [word for word in typed.casefold().split() if word]
        found = [
            (rank, entry)
            for entry in self._entries
            if (rank := self._rank(entry, words)) is not None
        ]
        if not found and len(words) == 1:
            found = list(self._through(words[0]))
        best: dict[str, tuple[tuple[bool, int, bool, str], _Entry]] = {}
        for rank, entry in found:
            order = (not entry.target.startswith(scope), rank, entry.target != entry.unit.code)
            placed = (*order, entry.target)
            if entry.target not in best or placed < best[entry.target][0]:
                best[entry.target] = (placed, entry)
        chosen = sorted(best.values(), key=lambda one: one[0])[:limit]
        return tuple(self._match(entry, words) for _, entry in chosen)

    def _rank(self, entry: _Entry, words: list[str]) -> int | None:
        if not words:
            return 0
        rank = _fits(entry, words[-1])
        if rank is None or len(words) == 1:
            return rank
        above = self._above(entry)
        for word in words[:-1]:
            if _fits(entry, word) is None and all(_fits(one, word) is None for one in above):
                return None
        return rank

    def _through(self, word: str) -> Iterator[tuple[int, _Entry]]:
        """Yield units that one word reaches by running through the names above them."""
        for cut in range(len(word) - 1, 0, -1):
            first, last = word[:cut], word[cut:]
            heads = {entry.unit.code for entry in self._entries if _fits(entry, first) is not None}
            if not heads:
                continue
            for entry in self._entries:
                rank = _fits(entry, last)
                if rank is not None and any(one.unit.code in heads for one in self._above(entry)):
                    yield rank, entry

    def _above(self, entry: _Entry) -> list[_Entry]:
        path = self.tree.path(entry.unit.code)[:-1]
        return [self._by_code[unit.code] for unit in path if unit.code in self._by_code]

    def _match(self, entry: _Entry, words: list[str]) -> Match:
        short = self.tree.short_name(entry.target)
        current = self.tree.name(entry.target).casefold()
        word = words[-1] if words else ""
        if entry.target != entry.unit.code:
            return Match(entry.target, short, self.tree.short_name(entry.unit.code))
        if not word or word in current or not any(word in name for name in entry.names):
            return Match(entry.target, short)
        others = (entry.unit.former_name, *entry.unit.aliases)
        return Match(entry.target, short, next(one for one in others if word in one.casefold()))


def _fits(entry: _Entry, word: str) -> int | None:
    """Return how well one word fits a unit, smaller is better; None if it does not."""
    if word.isascii() and word.isdigit():
        return _fits_code(entry, word)
    for name in entry.names:
        if name.startswith(word):
            return 0 if name == word else 1
    if any(word in name for name in entry.names):
        return 2
    if not word.isascii():
        return None
    if any(key.startswith(word) for key in entry.keys):
        return 3 if word in entry.keys else 4
    return 5 if any(word in key for key in entry.keys) else None


def _fits_code(entry: _Entry, digits: str) -> int | None:
    code = entry.unit.code
    if code == digits or code[COUNTY_DIGITS:] == digits:
        return 0
    if code.startswith(digits) or code[COUNTY_DIGITS:].startswith(digits):
        return 1
    if digits in code[COUNTY_DIGITS:] or any(digits in name for name in entry.names):
        return 2
    return None
