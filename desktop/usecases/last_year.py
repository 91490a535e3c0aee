"""Give a training station a last campaign year, so that there is something to roll over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from desktop.base.errors import Refused
from desktop.base.ids import IdSource
from desktop.domain import codes
from desktop.domain.facts import EnrollmentFields, HouseholdFields, HouseholdSaved, PersonFields
from desktop.domain.invented import Chance
from desktop.domain.member_rows import law_facts
from desktop.domain.roster_facts import NotEnrolled
from desktop.store import roster
from desktop.store.register import Row
from desktop.store.roster import Within
from desktop.usecases.desk import Desk
from desktop.wire.scope import scope_of

_BATCH = 500
_AMONG_PEOPLE = 40
_SET_ASIDE = 0, 1
_UNACCOUNTED = 2
"""Of forty people two were not enrolled for a reason, and one is not accounted for."""


@dataclass(frozen=True, slots=True)
class LastYearMade:
    """What the made-up last year came to."""

    enrolled: int
    not_enrolled: int


def seed_last_year(
    desk: Desk, chance: IdSource, progress: Callable[[int], None] = lambda done: None
) -> LastYearMade:
    """Enrol the station's invented residents in the campaign year before its training day's.

    No figure is stated: no document the program holds gives one for that year. A few people were
    not enrolled, with a reason; a third of the identities run out before the training day. The
    same ``chance`` decides the same. ``progress`` is told how many people are durable so far.

    Raises:
        Refused: ``TRAINING_ONLY`` at a real station.
        Unavailable: the disk failed; what ``progress`` was told is there.
    """
    if desk.store.station.training_day is None:
        raise Refused("TRAINING_ONLY", "an invented last year lives in training stations only")
    connection, year = desk.store.connection, desk.today.year - 1
    within = Within(division=scope_of(desk.store.station.division))
    ids = [row["id"] for row in roster.headings(connection, within, year)]
    drawn = Chance(chance)
    enrolled = aside = 0
    for start in range(0, len(ids), _BATCH):
        people: dict[str, list[Row]] = {}
        for row in roster.people(connection, ids[start : start + _BATCH]):
            people.setdefault(row["household_id"], []).append(row)
        with desk.store.transaction():
            for household, rows in people.items():
                fact = _last_year(desk, household, rows, drawn, year)
                desk.store.record(fact, operator=desk.operator)
                enrolled += len(fact.enrollments)
                aside += len(fact.not_enrolled)
        progress(enrolled + aside)
    return LastYearMade(enrolled, aside)


def _last_year(
    desk: Desk, household: str, rows: list[Row], chance: Chance, year: int
) -> HouseholdSaved:
    enrollments, reasons, people = [], [], []
    for row in rows:
        draw = chance.below(_AMONG_PEOPLE)
        if draw in _SET_ASIDE:
            reasons.append(_reason(household, row, year))
        elif draw != _UNACCOUNTED and (row["birth_date"] or "") < f"{year}-10-01":
            enrollments.append(_enrollment(desk, household, row, year, 1 + chance.below(28)))
        if row["identities"] and chance.below(3) == 0:
            identities = law_facts(row)["identities"]
            ended = tuple(
                msgspec.structs.replace(one, valid_to=f"{year + 1}-06-30") for one in identities
            )
            people.append(PersonFields(id=row["id"], identities=ended))
    return HouseholdSaved(
        household=HouseholdFields(id=household),
        people=tuple(people),
        enrollments=tuple(enrollments),
        not_enrolled=tuple(reasons),
    )


def _enrollment(desk: Desk, household: str, row: Row, year: int, day: int) -> EnrollmentFields:
    return EnrollmentFields(
        id=desk.store.ids.new_id(),
        person=row["id"],
        household=household,
        campaign_year=year,
        status="registered",
        registered_on=f"{year}-11-{day:02d}",
    )


def _reason(household: str, row: Row, year: int) -> NotEnrolled:
    age = year - int((row["birth_date"] or "1900")[:4])
    reason = codes.REFUSED
    if 18 <= age <= 23:
        reason = "student_elsewhere"
    elif 24 <= age <= 58:
        reason = codes.EMPLOYEE_COVER
    return NotEnrolled(
        person=row["id"],
        household=household,
        campaign_year=year,
        reason=reason,
        noted_on=f"{year}-12-20",
    )
