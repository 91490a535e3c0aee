"""Every module of the program can be loaded: a bundle lacks none, and none of what they import."""

from __future__ import annotations

import importlib
import pkgutil

import desktop

OPTIONAL = frozenset({"desktop.server.postgres"})
"""Only a centre on PostgreSQL needs them, and that brings PostgreSQL's client library."""


def every_module() -> str:
    """Import every module below `desktop` and say how many there are."""
    names = [one.name for one in pkgutil.walk_packages(desktop.__path__, f"{desktop.__name__}.")]
    absent = []
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            if name not in OPTIONAL:
                raise
            absent.append(name)
    without = f", without {', '.join(absent)}" if absent else ""
    return f"{len(names) - len(absent)} modules{without}"
