"""Counting beside whatever else the file is used for: a reading connection, and a way to stop.

Belongs to one thread, the count lane. What one piece of work reads is one state of the file, so
that figures counted one after the other agree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.store.own_reader import OwnReader

CACHE_KIB = 65_536
"""A county's households and the indexes that are counted; decrypted once instead of every time."""

STEPS_BETWEEN = 5_000
"""Steps of SQLite's machine between two looks at whether anybody still waits: about 1 ms."""

Answer = TypeVar("Answer")


class Reading:
    """Reads one station's file, for one thread."""

    def __init__(self, store: Store) -> None:
        self._reader = OwnReader(store, cache_kib=CACHE_KIB, steps=STEPS_BETWEEN)
        self._ending = False

    def ask(
        self, work: Callable[[Connection], Answer], wanted: Callable[[], bool] = lambda: True
    ) -> Answer | None:
        """Return what ``work`` reads; None once ``wanted`` says that nobody waits for it.

        Raises:
            Unavailable: the file or the disk failed.
        """

        def in_one_state(connection: Connection) -> Answer:
            own_state = not connection.in_transaction
            try:
                with database_errors():
                    if own_state:
                        connection.execute("BEGIN")
                return work(connection)
            finally:
                connection.set_progress_handler(None, 0)
                if own_state and connection.in_transaction:
                    connection.execute("ROLLBACK")

        return self._reader.ask(in_one_state, lambda: self._ending or not wanted())

    def stop(self) -> None:
        """Let what is being read end now, and begin nothing more; from any thread."""
        self._ending = True

    def close(self) -> None:
        """Let go of the file."""
        self._reader.close()
