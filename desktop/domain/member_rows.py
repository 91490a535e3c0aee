"""A person's row read back as the facts the calculator asks about, at desk and centre."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from desktop.domain.cover_years import years_text
from desktop.domain.facts import Circumstance, OtherCover, Recognition, Student

Part = TypeVar("Part")


def law_facts(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a `MemberInput` that the law reads, from a row of ``people``.

    The row's lists are JSON text and its flags 0, 1 or None, as `desktop.domain.effects` wrote
    them. Raises msgspec.DecodeError if the text is not what it wrote.
    """
    student = row["student"]
    return {
        "birth_date": row["birth_date"] or "",
        "identities": _list(row["identities"], Recognition),
        "circumstances": _list(row["circumstances"], Circumstance),
        "other_cover": _list(row["other_cover"], OtherCover),
        "student": msgspec.json.decode(student, type=Student) if student else None,
        "residence_permit": flag(row["residence_permit"]),
        "local_hukou": flag(row["local_hukou"]),
        "cover_history": years_text(_list(row["cover_history"], int)),
    }


def flag(value: int | None) -> bool | None:
    """Return the answer a flag column holds; None where nobody asked."""
    return None if value is None else bool(value)


def _list(text: str | None, kind: type[Part]) -> tuple[Part, ...]:
    return tuple(msgspec.json.decode(text, type=list[kind])) if text else ()  # type: ignore[valid-type]
