"""Every module of the program can be loaded: a bundle lacks none, and none of what they import."""

from __future__ import annotations

import importlib
import pkgutil

import desktop


def every_module() -> str:
    """Import every module below `desktop` and say how many there are."""
    names = [one.name for one in pkgutil.walk_packages(desktop.__path__, f"{desktop.__name__}.")]
    for name in names:
        importlib.import_module(name)
    return f"{len(names)} modules"
