"""How much free text a fact may hold, refused before it is recorded."""

from __future__ import annotations

from desktop.base.errors import Refused
from desktop.domain.facts import TEXT_MAX


def check_length(**texts: str) -> None:
    """Let texts pass that a fact can hold; the names are those of their fields.

    Raises:
        Refused: ``TEXT_LONG`` with the first field that is too long.
    """
    for name, text in texts.items():
        if len(text) > TEXT_MAX:
            raise Refused("TEXT_LONG", f"{name} is too long", field=name, most=TEXT_MAX)
