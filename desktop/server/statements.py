"""Statements in the form they are written in, turned into the form PostgreSQL takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import NoneType
from typing import Any

STATEMENTS_MAX = 2_048

_PARTS = re.compile(
    r"""'(?:[^']|'')*'      # a text
      | "(?:[^"]|"")*"      # a name
      | ::\w+               # a cast
      | \?                  # a value by place
      | :[A-Za-z_]\w*       # a value by name
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=STATEMENTS_MAX)
def positional(statement: str) -> tuple[str, tuple[int | str, ...]]:
    """Return ``statement`` with ``$1``, ``$2``, … and which value each of them is.

    ``?`` is the next value; ``:name`` is the same value wherever it stands. Texts and quoted
    names are left alone.
    """
    order: list[int | str] = []
    places: dict[str, int] = {}

    def replaced(match: re.Match[str]) -> str:
        part = match[0]
        if part == "?":
            order.append(len(order))
            return f"${len(order)}"
        if part[0] != ":" or part.startswith("::"):
            return part
        name = part[1:]
        if name not in places:
            order.append(name)
            places[name] = len(order)
        return f"${places[name]}"

    text = _PARTS.sub(replaced, statement)
    return text, tuple(order)


def as_kept(values: Iterable[Any]) -> list[Any]:
    """Return ``values`` as PostgreSQL can hold them.

    It has no character U+0000 in texts. The event keeps its bytes; the record shows U+2400.
    """
    return [_kept(value) for value in values]


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "\u2400") if "\0" in value else value
    return as_kept(value) if isinstance(value, list) else value


def array_text(values: Sequence[Any]) -> str:
    """Return a column of texts, whole numbers or bytes as PostgreSQL writes an array."""
    kinds = set(map(type, values))
    if kinds <= {int, NoneType}:
        return "{" + str(list(values))[1:-1].replace("None", "NULL") + "}"
    if kinds <= {str}:
        joined = '","'.join(values)
        if "\\" not in joined and "\0" not in joined and joined.count('"') == 2 * len(values) - 2:
            return '{"' + joined + '"}'
    return "{" + ",".join(map(_element, values)) + "}"


_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\0": "\u2400"})


def _element(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f'"\\\\x{value.hex()}"'
    return f'"{str(value).translate(_ESCAPES)}"'
