"""Where in a TOML text a value stands, so that an error can name the line."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]\[]+?)\s*\]\]?\s*(?:#.*)?\Z")
_KEY = re.compile(r'\s*("?)([A-Za-z0-9_-]+)\1\s*=')
_LAST_STEP = re.compile(r"(\.[^.\[]*|\[[^\]]*\])\Z")


def line_of(text: str, path: str) -> int:
    """Return the line (from 1) of a value such as ``.assistance.groups[2].amount``.

    A value inside an inline table or a list has the line of the key it belongs to; 0 if even its
    table cannot be found.
    """
    lines = _index(text)
    while path:
        if path in lines:
            return lines[path]
        path = _LAST_STEP.sub("", path)
    return 0


def _index(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        key = _KEY.match(line)
        if header and not key:
            table = _enter(header[2], counts, array=header[1] == "[[")
            found.setdefault(table, number)
        elif key:
            found.setdefault(f"{table}.{key[2]}", number)
    return found


def _enter(name: str, counts: dict[str, int], *, array: bool) -> str:
    """Return the path of the table that a header opens, counting tables of an array."""
    path = ""
    steps = [step.strip().strip('"') for step in name.split(".")]
    for step in steps[:-1]:
        path = f"{path}.{step}"
        if path in counts:
            path = f"{path}[{counts[path]}]"
    path = f"{path}.{steps[-1]}"
    if not array:
        return path
    counts[path] = counts.get(path, -1) + 1
    return f"{path}[{counts[path]}]"
