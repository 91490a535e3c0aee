"""Names of administrative divisions: those shipped, until a county imports its own tree."""

from __future__ import annotations

from functools import cache

from desktop.base.resources import resource_text
from desktop.policy.divisions import Divisions

_FILE = "divisions.tsv"


def division_name(code: str) -> str:
    """Return the Chinese name of a division's county, or the code where no name is known."""
    found = shipped_divisions().get(code)
    return found.name if found else code


@cache
def shipped_divisions() -> Divisions:
    """Return the provinces, prefectures and counties shipped with the program."""
    return Divisions.from_text(_FILE, resource_text("divisions", _FILE))
