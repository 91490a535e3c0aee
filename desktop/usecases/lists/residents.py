"""A list of residents with their households (花名册): who is not registered yet is entered.

Who is registered already stays where and as they are. Each household is one event, under a
reference that names the batch, so that the whole list can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET

from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.facts import MEMBERS_MAX, HouseholdFields, HouseholdSaved, PersonFields
from desktop.domain.list_reader import MORE
from desktop.store import register
from desktop.usecases.desk import Desk
from desktop.usecases.lists.plan import PlannedRow, Review
from desktop.usecases.lists.reading import Cancelled, Progress

_RELATIONS = {
    word: code for code, known in reversed(codes.RELATIONS.items()) for word in known.zh.split("、")
} | {
    "子": "20",
    "女": "30",
    "儿子": "20",
    "女儿": "30",
    "妻子": "12",
    "丈夫": "11",
    "户主本人": "02",
}
_SEXES = {"男": codes.MALE, "女": codes.FEMALE, "1": codes.MALE, "2": codes.FEMALE}
_ETHNIC = {known.zh: code for code, known in codes.ETHNIC_GROUPS.items()} | {
    known.zh.removesuffix("族"): code for code, known in codes.ETHNIC_GROUPS.items()
}
OTHER_RELATION = "80"


def reference(batch: str, place: int = -1) -> str:
    """Return the reference of a batch's household; without a place what all of them begin with."""
    return f"list:{batch}:" + (f"{place:06d}" if place >= 0 else "")


def households_of(desk: Desk, found: Review, batch: str) -> list[HouseholdSaved]:
    """Return the events that enter a list's new residents, by household."""
    groups: dict[tuple[str, ...], list[PlannedRow]] = {}
    last: tuple[str, ...] = ()
    for row in found.rows:
        if row.change == "new" and row.accepted:
            last = _key(row, last)
            groups.setdefault(last, []).append(row)
    facts: list[HouseholdSaved] = []
    for rows in groups.values():
        for start in range(0, len(rows), MEMBERS_MAX):
            ref = reference(batch, len(facts))
            facts.append(_household(desk, rows[start : start + MEMBERS_MAX], ref))
    return facts


def record_households(
    desk: Desk, facts: Sequence[HouseholdSaved], progress: Progress, cancelled: Cancelled
) -> None:
    """Record the households, inside the caller's transaction: Refused ``CANCELLED``."""
    for place, fact in enumerate(facts):
        if place % 100 == 0:
            progress(place, len(facts))
            if cancelled():
                raise Refused("CANCELLED", "stopped; nothing was changed")
        desk.store.record(fact, operator=desk.operator)
    progress(len(facts), len(facts))


def _key(row: PlannedRow, last: tuple[str, ...]) -> tuple[str, ...]:
    """Return what tells a row's household: its number, its head, or the head's row above it."""
    told = _more(row)
    if told["household"]:
        return ("number", row.division, told["household"])
    if told["head_number"]:
        return ("head", told["head_number"])
    if told["head"]:
        return ("name", row.division, told["head"])
    if last and told["relation"] and _relation(told["relation"]) != codes.HEAD:
        return last
    return ("row", str(row.read.row))


def _household(desk: Desk, rows: Sequence[PlannedRow], ref: str) -> HouseholdSaved:
    first, told = rows[0], _more(rows[0])
    known = None
    if told["household"]:
        known = register.household_by_number(
            desk.store.connection, first.division, told["household"]
        )
    household = HouseholdFields(id=known["id"] if known else desk.store.ids.new_id())
    if known is None:
        household = HouseholdFields(
            id=household.id,
            division=first.division,
            number=told["household"],
            address=told["address"],
            phone=told["phone"],
        )
    people = tuple(_person(desk, row, household.id) for row in rows)
    return HouseholdSaved(household=household, people=people, ref=ref)


def _person(desk: Desk, row: PlannedRow, household: str) -> PersonFields:
    read, told = row.read, _more(row)
    birth, sex = read.birth_date, _SEXES.get(told["sex"], "")
    if read.kind == codes.RESIDENT_CARD and len(read.number) == 18:
        day = read.number[6:14]
        birth = f"{day[:4]}-{day[4:6]}-{day[6:]}"
        sex = codes.MALE if int(read.number[16]) % 2 else codes.FEMALE
    heads = (told["head"] == read.name and told["head"]) or (
        told["head_number"] == read.number and told["head_number"]
    )
    relation = _relation(told["relation"]) or (codes.HEAD if heads else OTHER_RELATION)
    return PersonFields(
        id=desk.store.ids.new_id(),
        household=household,
        relation=relation,
        name=read.name,
        document_type=read.kind or codes.RESIDENT_CARD,
        document_number=read.number,
        sex=sex,
        birth_date=birth or None,
        ethnic_group=_ETHNIC.get(told["ethnic_group"], ""),
        phone=told["phone"] or UNSET,
    )


def _relation(words: str) -> str:
    return words if words in codes.RELATIONS else _RELATIONS.get(words, "")


def _more(row: PlannedRow) -> dict[str, str]:
    return dict(zip(MORE["residents"], row.read.more, strict=True))
