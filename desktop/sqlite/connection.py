"""How a database file of the program is opened: encrypted, durable, one writer.

sqlcipher3 stands in for the standard driver everywhere. sqlite-utils looks for an alternative
driver under the name ``pysqlite3`` and catches that driver's errors, so the name is taken here,
before sqlite-utils can be imported.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

from desktop.sqlite.errors import database_errors

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

KEY_BYTES = 32
BUSY_TIMEOUT_MS = 5_000
PAGE_CACHE_KIB = 65_536
"""Below the working set every page is decrypted again on each read; 64 MiB holds a township."""

STATEMENTS_MAX = 512
"""Prepared statements a connection keeps: taking one event in says more than the usual 128."""

Connection = Any
"""A sqlcipher3 connection; the driver ships no types."""


def connect(path: Path | str, key: bytes | None, *, read_only: bool = False) -> Connection:
    """Open the database at ``path`` (":memory:" for none) with a raw 32-byte key.

    The connection is in autocommit mode: `transaction` is the only way to group writes. Commits
    are durable (WAL with synchronous FULL): when one returns, the plug may be pulled.

    Raises:
        Unavailable: ``KEY_WRONG``, ``DATABASE_UNREACHABLE``, ``DATABASE_DAMAGED`` or
            ``DATABASE_BUSY``.
    """
    with database_errors():
        connection = dbapi2.connect(
            str(path), isolation_level=None, cached_statements=STATEMENTS_MAX
        )
        try:
            _prepare(connection, key, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: Connection, key: bytes | None, *, read_only: bool) -> None:
    if key is not None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"a database key has {KEY_BYTES} bytes, not {len(key)}")
        # Its log would put page numbers on the clerk's console; failures reach us as errors.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cache_size = -{PAGE_CACHE_KIB}")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    # The first read proves the key: SQLCipher checks nothing before it.
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.row_factory = dbapi2.Row


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """Run the block in one write transaction: all of it or nothing.

    Raises:
        Unavailable: as `connect`, and ``DISK_FULL`` or ``DISK_FAILED``; nothing was written then.
    """
    with database_errors():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            # A full disk has already rolled back; asking again would hide the real error.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def snapshot(connection: Connection) -> Iterator[Connection]:
    """Read one state of the file throughout the block; writers go on meanwhile.

    Raises:
        Unavailable: as `connect`.
    """
    with database_errors():
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
