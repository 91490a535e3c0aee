"""The law packs shipped with the program."""

from __future__ import annotations

from functools import cache

from desktop.base.resources import resource_path
from desktop.policy import LawBook


@cache
def shipped_law() -> LawBook:
    """Return the law of every pack in ``resources/law``, read once.

    Raises:
        Refused: a pack is broken; the error names file, line and what is wrong.
    """
    packs = sorted(resource_path("law").glob("*.toml"))
    return LawBook.from_texts({pack.name: pack.read_text(encoding="utf-8") for pack in packs})
