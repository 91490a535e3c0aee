"""PostgreSQL's errors turned into ours, once, at the border, as `desktop.sqlite.errors` does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from desktop.base.errors import Unavailable

_BUSY = ("DATABASE_BUSY", "the county's database is held by others")
_GONE = ("DATABASE_UNREACHABLE", "the database cannot be reached")

_BY_STATE = {
    "53100": ("DISK_FULL", "no space is left where the database lies"),
    "58030": ("DISK_FAILED", "the database's disk failed"),
    "25006": ("DATABASE_READ_ONLY", "the database takes no writes"),
    "55P03": _BUSY,
    "57014": _BUSY,
    "25P03": _BUSY,
    "57P01": _GONE,
    "57P02": _GONE,
    "57P03": _GONE,
    "57P05": _GONE,
    "3D000": ("DATABASE_UNREACHABLE", "there is no such database"),
}
_BY_CLASS = {
    "08": _GONE,
    "28": ("DATABASE_SIGN_IN", "the database does not let the centre in"),
    "40": _BUSY,
    "42501": ("DATABASE_READ_ONLY", "the centre may not write to the database"),
    "53": _BUSY,
    "XX001": ("DATABASE_DAMAGED", "the database is damaged"),
    "XX002": ("DATABASE_DAMAGED", "the database is damaged"),
}


@contextmanager
def postgres_errors() -> Iterator[None]:
    """Raise `Unavailable` for the environment's failures inside; let our own bugs pass."""
    try:
        yield
    except psycopg.Error as error:
        known = _known(error)
        if known is None:
            raise
        raise Unavailable(*known) from error


def _known(error: psycopg.Error) -> tuple[str, str] | None:
    state = error.sqlstate
    if state is None:
        # No answer came: the connection could not be made, or broke.
        return _GONE if isinstance(error, psycopg.OperationalError) else None
    if state in _BY_STATE:
        return _BY_STATE[state]
    return next((told for start, told in _BY_CLASS.items() if state.startswith(start)), None)
