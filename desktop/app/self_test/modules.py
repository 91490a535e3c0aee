"""Every module of the program can be loaded: a bundle lacks none, and none of what they import."""

from __future__ import annotations

import importlib
import pkgutil

import desktop

_NO_POSTGRES = "no pq wrapper available"
"""psycopg's words where PostgreSQL's client library is not there: only a centre on PostgreSQL
needs it, and a desk package does not bring it."""


def every_module() -> str:
    """Import every module below `desktop` and say how many there are."""
    names = [one.name for one in pkgutil.walk_packages(desktop.__path__, f"{desktop.__name__}.")]
    loaded = 0
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            if _NO_POSTGRES not in str(error):
                raise
        else:
            loaded += 1
    without = (
        f", {len(names) - loaded} more with PostgreSQL's client" if loaded < len(names) else ""
    )
    return f"{loaded} modules{without}"
