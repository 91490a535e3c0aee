"""Find a resident or a household in the local register: masked, in milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.store.register import Row
from desktop.store.search_keys import State
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import known_tree

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
    village: str = ""
    """By name; empty until the county has stated its villages."""
    state: State = ""


def find(
    desk: Desk, typed: str, limit: int = LIMIT, wanted: Callable[[], bool] = lambda: True
) -> tuple[Found, ...] | None:
    """Return who ``typed`` finds: name, pinyin, part of a number, phone, household, village.

    Several words narrow: a village and a name, a name and a year of birth or part of a number.
    People who died or left stand below the others. Runs on the search lane; once ``wanted`` says
    that nobody waits for the answer the search stops where it is and None comes back.

    Raises:
        Unavailable: the file or the disk failed.
    """
    rows = desk.searching.find(typed, limit, wanted)
    if rows is None:
        return None
    return tuple(_found(desk, row) for row in rows)


def _found(desk: Desk, row: Row) -> Found:
    return Found(
        person_id=row["id"],
        household_id=row["household_id"],
        name=row["name"],
        document=row["document"],
        birth_date=row["birth_date"],
        relation=row["relation"],
        household_number=row["household_number"],
        address=row["address"],
        village=_village(desk, row["place"]),
        state=row["state"],
    )


def _village(desk: Desk, place: int) -> str:
    # The tree as last read may be asked on any lane; before that, the search's own names serve.
    known, code = known_tree(desk), str(place)
    return known.short_name(code) if known.path(code) else desk.searching.place_name(place)
