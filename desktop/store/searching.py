"""Searching beside whatever else the file is used for: a connection of its own, and a way to stop.

Belongs to one thread, the search lane.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.store.own_reader import OwnReader
from desktop.store.place_names import PlaceNames
from desktop.store.register import Row
from desktop.store.search import search

CACHE_KIB = 32_768
"""Holds the upper levels of every index of a county, and the leaves of what is typed now."""

STEPS_BETWEEN = 2_000
"""Steps of SQLite's machine between two looks at whether anybody still waits: well under 1 ms."""


class Searching:
    """Finds people in one station's file, for one thread."""

    def __init__(self, store: Store) -> None:
        self._reader = OwnReader(store, cache_kib=CACHE_KIB, steps=STEPS_BETWEEN)
        self._places = PlaceNames()
        self._known = (-1, -1)

    def find(
        self, typed: str, limit: int, wanted: Callable[[], bool] = lambda: True
    ) -> list[Row] | None:
        """Return whom ``typed`` finds, best first; None once ``wanted`` says nobody waits for it.

        Raises:
            Unavailable: the file or the disk failed.
        """

        def find(connection: Connection) -> list[Row]:
            self._learn_places(connection)
            return search(connection, typed, limit, self._places)

        return self._reader.ask(find, lambda: not wanted())

    def place_name(self, place: int) -> str:
        """Return the name the county stated for a found person's ``place``, empty if none."""
        return self._places.name(place)

    def close(self) -> None:
        """Let go of the file; the next search opens it again."""
        self._reader.close()

    def _learn_places(self, connection: Connection) -> None:
        """Read the county's tree again if anything was written since it was read."""
        with database_errors():
            written = connection.execute("PRAGMA data_version").fetchone()[0]
            known = (written, connection.total_changes)
            if known != self._known:
                self._places, self._known = PlaceNames.load(connection), known
