"""What lists said of people goes along when their household moves to another township.

A part of a list is given out in one township only. The township a household moves to is given the
household's own events, not those parts: so whoever moves it states what they had brought.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec import UNSET

from desktop.domain.facts import OtherCover, PersonFields, Recognition
from desktop.store import register
from desktop.usecases.desk import Desk
from desktop.wire.scope import TOWNSHIP_DIGITS

Part = TypeVar("Part", Recognition, OtherCover)


def other_township(one: str | None, other: str | None) -> bool:
    """Tell whether two divisions lie in different townships."""
    return (one or "")[:TOWNSHIP_DIGITS] != (other or "")[:TOWNSHIP_DIGITS]


def brought_along(desk: Desk, household: str) -> tuple[PersonFields, ...]:
    """Return what lists may have said of a household's people, as it stands. Raises Unavailable."""
    return tuple(
        PersonFields(
            id=row["id"],
            identities=_list(row["identities"], Recognition),
            other_cover=_list(row["other_cover"], OtherCover),
            survival=row["survival"] or UNSET,
            died_on=row["died_on"] or UNSET,
        )
        for row in register.members(desk.store.connection, household)
    )


def _list(text: str | None, kind: type[Part]) -> tuple[Part, ...]:
    return tuple(msgspec.json.decode(text or "[]", type=list[kind]))  # type: ignore[valid-type]
