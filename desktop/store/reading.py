"""Counting beside whatever else the file is used for: a reading connection, and a way to stop.

Belongs to one thread, the count lane; the write connection is never waited for. What one piece of
work reads is one state of the file, so that figures counted one after the other agree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlcipher3 import dbapi2

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store

CACHE_KIB = 65_536
"""A county's households and the indexes that are counted; decrypted once instead of every time."""

STEPS_BETWEEN = 5_000
"""Steps of SQLite's machine between two looks at whether anybody still waits: about 1 ms."""

Answer = TypeVar("Answer")


class Reading:
    """Reads one station's file, for one thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._own: Connection | None = None
        self._ending = False

    def ask(
        self, work: Callable[[Connection], Answer], wanted: Callable[[], bool] = lambda: True
    ) -> Answer | None:
        """Return what ``work`` reads; None once ``wanted`` says that nobody waits for it.

        Raises:
            Unavailable: the file or the disk failed.
        """

        def given_up() -> bool:
            return self._ending or not wanted()

        if given_up():
            return None
        connection = self._connection()
        connection.set_progress_handler(given_up, STEPS_BETWEEN)
        own_state = not connection.in_transaction
        try:
            with database_errors():
                if own_state:
                    connection.execute("BEGIN")
            return work(connection)
        except dbapi2.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
                raise
            return None
        finally:
            connection.set_progress_handler(None, 0)
            if own_state and connection.in_transaction:
                connection.execute("ROLLBACK")

    def stop(self) -> None:
        """Let what is being read end now, and begin nothing more; from any thread."""
        self._ending = True

    def close(self) -> None:
        """Let go of the file."""
        if self._own is not None:
            self._own.close()
            self._own = None

    def _connection(self) -> Connection:
        if self._own is None:
            self._own = self._store.open_reader()
            if self._own is not None:
                self._own.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        # A file in memory has one connection, and then one thread.
        return self._own or self._store.connection
