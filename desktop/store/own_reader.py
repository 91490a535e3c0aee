"""A connection of a lane's own that only reads, and a way to stop what it reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlcipher3 import dbapi2

from desktop.sqlite.connection import Connection
from desktop.store.database import Store

Answer = TypeVar("Answer")


class OwnReader:
    """Reads one station's file, for one thread; the write connection is never waited for.

    ``cache_kib`` keeps what was decrypted; ``steps`` of SQLite's machine lie between two looks at
    whether anybody still waits.
    """

    def __init__(self, store: Store, *, cache_kib: int, steps: int) -> None:
        self._store = store
        self._cache_kib = cache_kib
        self._steps = steps
        self._own: Connection | None = None

    def ask(
        self, work: Callable[[Connection], Answer], given_up: Callable[[], bool]
    ) -> Answer | None:
        """Return what ``work`` reads; None once ``given_up`` says that nobody waits for it."""
        if given_up():
            return None
        connection = self._connection()
        connection.set_progress_handler(given_up, self._steps)
        try:
            return work(connection)
        except dbapi2.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
                raise
            return None
        finally:
            connection.set_progress_handler(None, 0)

    def close(self) -> None:
        """Let go of the file; what is asked next opens it again."""
        if self._own is not None:
            self._own.close()
            self._own = None

    def _connection(self) -> Connection:
        if self._own is None:
            self._own = self._store.open_reader()
            if self._own is not None:
                self._own.execute(f"PRAGMA cache_size = -{self._cache_kib}")
        # A file in memory has one connection, and then one thread.
        return self._own or self._store.connection
