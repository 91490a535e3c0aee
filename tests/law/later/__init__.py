"""Packs of later years, used only in tests: the figures are for practice and nobody's law."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from desktop.policy import LawBook, assess_json
from desktop.policy.json_lines import LineCalculator
from desktop.policy.law import CHAIN_FILE
from tests.law.artefacts import changed
from tests.law.support import shipped_texts

ANYWHERE = "410101"
"""A county of which only the nation's pack speaks."""

BY_AGE = "110101"
SHARES = "130102"
FLOOR = "450102"


@cache
def later_texts() -> dict[str, str]:
    """Return the packs of later years and how divisions find them, by file name."""
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.toml")
    }
    return {CHAIN_FILE: shipped_texts()[CHAIN_FILE], **texts}


@cache
def later_book(*changes: tuple[str, str]) -> LawBook:
    """Return the book of later years, with ``changes`` to the nation's pack."""
    texts = later_texts()
    nation = changed(texts["nation-2025.toml"], *changes)
    return LawBook.from_texts({**texts, "nation-2025.toml": nation})


def ask_later(division: str, book: LawBook | None = None, **request: object) -> dict[str, Any]:
    """Return the result for one person in the campaign of 2025, the same by both ways to it."""
    book = book or later_book()
    full = {"id": "t", "division": division, "campaign_year": 2025, **request}
    result = assess_json(full, book)
    line, _ = LineCalculator(book).answer(json.dumps(full).encode())
    assert json.loads(line) == result
    return result
