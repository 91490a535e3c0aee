"""The division tree of an open desk: what is shipped and what the county imported, kept warm."""

from __future__ import annotations

from functools import cache

from desktop.base.resources import resource_text
from desktop.domain.division_index import DivisionIndex
from desktop.domain.divisions import DivisionTree
from desktop.policy.divisions import Divisions
from desktop.sqlite.connection import Connection
from desktop.store.divisions import unit_of, unit_rows
from desktop.store.local_values import file_stamp

_FILE = "divisions.tsv"


@cache
def shipped_divisions() -> Divisions:
    """Return the provinces, prefectures and counties shipped with the program."""
    return Divisions.from_text(_FILE, resource_text("divisions", _FILE))


class TreeCache:
    """The tree as last read. ``tree`` is a whole, immutable value: any thread may read it."""

    def __init__(self) -> None:
        self._tree: DivisionTree | None = None
        self._index: DivisionIndex | None = None
        self._rows: list[tuple[object, ...]] = []
        self._stamp = (-1, -1)

    @property
    def tree(self) -> DivisionTree:
        """The tree as last read; before that, only what is shipped."""
        if self._tree is None:
            self._tree = DivisionTree(shipped_divisions())
        return self._tree

    @property
    def last_index(self) -> DivisionIndex | None:
        """The index as last made, as immutable as the tree; None before the first."""
        return self._index

    def refresh(self, connection: Connection) -> DivisionTree:
        """Return the tree, read again if the file has changed. Raises Unavailable."""
        stamp = file_stamp(connection)
        if stamp != self._stamp:
            rows = unit_rows(connection)
            if rows != self._rows:
                self._tree = DivisionTree(shipped_divisions(), map(unit_of, rows))
                self._rows = rows
            self._stamp = stamp
        return self.tree

    def index(self, connection: Connection, day: str) -> DivisionIndex:
        """Return what finds the units of a day by typing. Loads the pinyin table; Unavailable."""
        from desktop.store.search_keys import name_keys

        tree = self.refresh(connection)
        index = self._index
        if index is None or index.tree is not tree or index.day != day:
            index = self._index = DivisionIndex(tree, day, name_keys)
        return index
