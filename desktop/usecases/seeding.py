"""Fill a training station with invented residents, ready to be enrolled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.base.errors import Refused
from desktop.base.ids import IdSource
from desktop.domain.divisions import prefix_of
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields
from desktop.domain.household import HouseholdInput
from desktop.domain.invented import Chance, invented_households
from desktop.domain.invented_tree import invented_units
from desktop.domain.roster_facts import DivisionsImported
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree

_BATCH = 500
INVENTED = "invented"
"""The source of a tree that no county stated."""


def seed_residents(
    desk: Desk,
    residents: int,
    chance: IdSource,
    progress: Callable[[int], None] = lambda done: None,
) -> tuple[int, int]:
    """Register ``residents`` invented people, none of them enrolled; return households, people.

    They live in the groups of an invented division tree, which the county gets with them unless
    it has one of its own. ``chance`` decides them: the same seed gives the same people.
    ``progress`` is told how many are durable so far.

    Raises:
        Refused: ``TRAINING_ONLY`` at a real station.
        Unavailable: the disk failed; what ``progress`` was told is there.
    """
    if desk.store.station.training_day is None:
        raise Refused("TRAINING_ONLY", "invented residents live in training stations only")
    _give_tree(desk)
    groups = _groups(desk)
    chosen = Chance(chance)
    own = prefix_of(desk.store.station.division)
    invented = invented_households(chance, own, desk.today, residents)
    households = people = 0
    batch: list[HouseholdInput] = []
    for household in invented:
        households += 1
        batch.append(_placed(household, groups, chosen, households))
        people += len(household.members)
        if len(batch) == _BATCH:
            _record(desk, batch)
            progress(people)
            batch = []
    _record(desk, batch)
    progress(people)
    return households, people


def _give_tree(desk: Desk) -> None:
    """State the invented tree, where the county has none yet."""
    if len(tree(desk)):
        return
    fact = DivisionsImported(units=invented_units(desk.store.station.county), source=INVENTED)
    with desk.store.transaction():
        desk.store.record(fact, operator=desk.operator)


def _groups(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Return the codes of every village's groups that exist today."""
    known, day = tree(desk), desk.today.isoformat()
    return {
        unit.code: tuple(one.code for one in known.children(unit.code, day) if one.kind == "group")
        for unit in known
        if unit.kind == "village"
    }


def _placed(
    household: HouseholdInput, groups: dict[str, tuple[str, ...]], chance: Chance, count: int
) -> HouseholdInput:
    """Return the household in one of its village's groups, if the village has any."""
    known = groups.get(household.division)
    if not known:
        return household
    group = known[chance.below(len(known))]
    return replace(household, division=group, address=f"{1 + count % 200}号")


def _record(desk: Desk, batch: list[HouseholdInput]) -> None:
    with desk.store.transaction():
        for household in batch:
            desk.store.record(_registered(desk, household), operator=desk.operator)


def _registered(desk: Desk, household: HouseholdInput) -> HouseholdSaved:
    identity = desk.store.ids.new_id()
    return HouseholdSaved(
        household=HouseholdFields(
            id=identity,
            division=household.division,
            number=household.number,
            address=household.address,
            phone=household.phone,
        ),
        people=tuple(
            PersonFields(
                id=desk.store.ids.new_id(),
                household=identity,
                relation=member.relation,
                name=member.name,
                document_type=member.document_type,
                document_number=member.document_number,
                sex=member.sex,
                birth_date=member.birth_date,
                ethnic_group=member.ethnic_group,
                identities=member.identities,
            )
            for member in household.members
        ),
    )
