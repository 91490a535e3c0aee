"""Find a unit by typing: any of its names, their pinyin, its code, or the way down to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.divisions import COUNTY_DIGITS, DivisionTree
from desktop.domain.roster_facts import Unit, UnitKind


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
    kind: UnitKind
    """Of what is meant."""
    above: tuple[str, ...]
    """Codes of the units above it."""
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
            above = tuple(one.code for one in tree.path(unit.code)[:-1])
            kind = meant.kind if (meant := tree.unit(target)) is not None else unit.kind
            entry = _Entry(unit, target, kind, above, folded, spelt)
            self._entries.append(entry)
            self._by_code[unit.code] = entry
        parents = dict.fromkeys(code for entry in self._entries for code in entry.above)
        self._parents = [self._by_code[code] for code in parents if code in self._by_code]

    def search(
        self,
        typed: str,
        *,
        scope: str = "",
        kinds: Collection[UnitKind] | None = None,
        limit: int = 50,
    ) -> tuple[Match, ...]:
        """Return the units ``typed`` points to, likeliest first, those under ``scope`` before.

        Words apart narrow the way down (``东瓜 一组``, ``dg yz``); one word may run through it
        (``东瓜一组``). Nothing typed lists what lies under ``scope``. ``kinds`` keeps to some.
        """
        words = typed.casefold().split()
        wanted = [entry for entry in self._entries if kinds is None or entry.kind in kinds]
        found = [
            (rank, entry) for entry in wanted if (rank := self._rank(entry, words)) is not None
        ]
        if not found and len(words) == 1:
            found = list(self._through(words[0], wanted))
        placed = (
            (
                not entry.target.startswith(scope),
                rank,
                entry.target,
                entry.target != entry.unit.code,
            )
            for rank, entry in found
        )
        best: dict[str, Match] = {}
        # A unit found by its own name and by one it replaced is found once, by its own.
        for _, _, target, _, place in sorted((*order, at) for at, order in enumerate(placed)):
            if target not in best:
                best[target] = self._match(found[place][1], words)
            if len(best) == limit:
                break
        return tuple(best.values())

    def _rank(self, entry: _Entry, words: list[str]) -> int | None:
        if not words:
            return 0
        rank = _fits(entry, words[-1])
        if rank is None or len(words) == 1:
            return rank
        above = [self._by_code[code] for code in entry.above if code in self._by_code]
        for word in words[:-1]:
            if _fits(entry, word) is None and all(_fits(one, word) is None for one in above):
                return None
        return rank

    def _through(self, word: str, wanted: Sequence[_Entry]) -> Iterator[tuple[int, _Entry]]:
        """Yield units that one word reaches by running through the names above them."""
        for cut in range(len(word) - 1, 0, -1):
            first, last = word[:cut], word[cut:]
            heads = {one.unit.code for one in self._parents if _fits(one, first) is not None}
            if not heads:
                continue
            for entry in wanted:
                if not heads.isdisjoint(entry.above) and (rank := _fits(entry, last)) is not None:
                    yield rank, entry

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
