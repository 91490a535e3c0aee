"""Find the township or village a list names, as a list writes them: shortened, or with a tail."""

from __future__ import annotations

import re

from desktop.domain.divisions import DivisionTree, normal_code
from desktop.domain.roster_facts import Unit

_TAILS = re.compile(
    "(?:村民委员会|社区居民委员会|居民委员会|社区居委会|村委会|居委会|街道办事处|办事处|街道"
    "|民族乡|社区|村|镇|乡)\\Z"
)


class ListPlaces:
    """Answers for one list; remembers what it was asked, since thousands of rows ask the same."""

    def __init__(self, tree: DivisionTree) -> None:
        self._tree = tree
        self._townships: dict[str, str] = {}
        self._villages: dict[str, list[Unit]] = {}
        self._known: dict[tuple[str, str, str, str], str] = {}
        for unit in tree:
            names = (unit.name, unit.former_name, *unit.aliases)
            for name in filter(None, names):
                if unit.kind == "township":
                    self._townships.setdefault(_bare(name), unit.code)
                elif unit.kind != "group":
                    self._villages.setdefault(_bare(name), []).append(unit)

    @property
    def known(self) -> bool:
        """Whether there is a tree to find anything in."""
        return bool(self._townships or self._villages)

    def code(self, place: tuple[str, str, str, str]) -> str:
        """Return the code of the nearest unit that a row's words name; empty if none is found."""
        if place not in self._known:
            self._known[place] = self._find(*place)
        return self._known[place]

    def _find(self, township: str, village: str, group: str, code: str) -> str:
        del group
        told = normal_code(code)
        if told and self._tree.unit(told) is not None:
            return told
        above = self._townships.get(_bare(township), "") if township else ""
        found = self._villages.get(_bare(village), []) if village else []
        if above:
            found = [unit for unit in found if unit.code.startswith(above[:9])]
        if len(found) == 1:
            return found[0].code
        return above


def _bare(name: str) -> str:
    bare = "".join(name.split())
    return _TAILS.sub("", bare) or bare
