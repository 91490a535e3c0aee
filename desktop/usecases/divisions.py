"""Names of administrative divisions: those shipped, until a county imports its own tree."""

from __future__ import annotations

from functools import cache

from desktop.base.resources import resource_path


def division_name(code: str) -> str:
    """Return the Chinese name of a division, or the code itself where no name is known."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for table in sorted(resource_path("divisions").glob("*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                code, name = line.split("\t")[:2]
                names[code] = name
    return names
