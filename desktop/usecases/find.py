"""Find a resident or a household in the local register: masked, in milliseconds."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.identity_number import masked
from desktop.store.search import search
from desktop.usecases.desk import Desk

LIMIT = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One person found, as a list shows it: never a whole identity number."""

    person_id: str
    household_id: str
    name: str
    document: str
    """Masked."""
    birth_date: str
    relation: str
    household_number: str
    address: str


def find(desk: Desk, typed: str, limit: int = LIMIT) -> tuple[Found, ...]:
    """Return who ``typed`` finds: name, pinyin, part of a number, phone, household number."""
    return tuple(
        Found(
            person_id=row["id"],
            household_id=row["household_id"] or "",
            name=row["name"] or "",
            document=masked(row["document_number"] or ""),
            birth_date=row["birth_date"] or "",
            relation=row["relation"] or "",
            household_number=row["household_number"] or "",
            address=row["address"] or "",
        )
        for row in search(desk.store.connection, typed, limit)
    )
