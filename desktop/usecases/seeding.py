"""Fill a training station with invented residents, ready to be enrolled."""

from __future__ import annotations

from collections.abc import Callable

from desktop.base.errors import Refused
from desktop.base.ids import IdSource
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields
from desktop.domain.household import HouseholdInput
from desktop.domain.invented import invented_households
from desktop.usecases.desk import Desk

_BATCH = 500


def seed_residents(
    desk: Desk,
    residents: int,
    chance: IdSource,
    progress: Callable[[int], None] = lambda done: None,
) -> tuple[int, int]:
    """Register ``residents`` invented people, none of them enrolled; return households, people.

    ``chance`` decides them: the same seed gives the same people. ``progress`` is told how many
    are durable so far.

    Raises:
        Refused: ``TRAINING_ONLY`` at a real station.
        Unavailable: the disk failed; what ``progress`` was told is there.
    """
    if desk.store.station.training_day is None:
        raise Refused("TRAINING_ONLY", "invented residents live in training stations only")
    invented = invented_households(chance, desk.store.station.division, desk.today, residents)
    households = people = 0
    batch: list[HouseholdInput] = []
    for household in invented:
        batch.append(household)
        households += 1
        people += len(household.members)
        if len(batch) == _BATCH:
            _record(desk, batch)
            progress(people)
            batch = []
    _record(desk, batch)
    progress(people)
    return households, people


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
