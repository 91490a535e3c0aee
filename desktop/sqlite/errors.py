"""SQLite's errors turned into ours, once, at the border."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from desktop.base.errors import Unavailable

_BY_CODE = {
    "SQLITE_FULL": ("DISK_FULL", "no space is left where the database file lies"),
    "SQLITE_IOERR": ("DISK_FAILED", "the disk did not take or give back what was asked of it"),
    "SQLITE_BUSY": ("DATABASE_BUSY", "another program holds the database file"),
    "SQLITE_LOCKED": ("DATABASE_BUSY", "another program holds the database file"),
    "SQLITE_CORRUPT": ("DATABASE_DAMAGED", "the database file is damaged"),
    "SQLITE_NOTADB": ("KEY_WRONG", "the key does not open the database file"),
    "SQLITE_CANTOPEN": ("DATABASE_UNREACHABLE", "the database file cannot be opened"),
    "SQLITE_READONLY": ("DATABASE_READ_ONLY", "the database file may not be written"),
    "SQLITE_AUTH": ("KEY_WRONG", "the key does not open the database file"),
}

_BY_TEXT = {"disk I/O error": "SQLITE_IOERR", "database or disk is full": "SQLITE_FULL"}
"""What SQLite's backup call fails with carries no name in this driver."""


@contextmanager
def database_errors() -> Iterator[None]:
    """Raise `Unavailable` for the environment's failures inside; let our own bugs pass.

    Constraint violations and malformed SQL are bugs and stay what they are.
    """
    try:
        yield
    except (dbapi2.OperationalError, dbapi2.DatabaseError) as error:
        known = _known(error)
        if known is None:
            raise
        raise Unavailable(*known) from error


def _known(error: dbapi2.Error) -> tuple[str, str] | None:
    name = getattr(error, "sqlite_errorname", None) or _BY_TEXT.get(str(error), "")
    for prefix, meaning in _BY_CODE.items():
        if name.startswith(prefix):
            return meaning
    return None
