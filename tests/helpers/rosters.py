"""Villages for tests: invented households with the last campaign year behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.domain import codes
from desktop.domain.facts import EnrollmentFields, HouseholdFields, HouseholdSaved, PersonFields
from desktop.domain.household import MemberInput
from desktop.domain.invented import invented_number
from desktop.domain.roster_facts import NotEnrolled
from desktop.usecases.desk import Desk
from tests.helpers.stations import VILLAGE

YEAR = 2021
FULL_FEN = 32_000
"""What a person without assistance pays under the law of 楚雄州."""


def person(place: int, **fields: object) -> MemberInput:
    """Return an invented adult; ``place`` tells people apart."""
    birth = date(1960 + place % 30, 1 + place % 12, 1 + place % 28)
    known: dict[str, object] = {
        "name": f"培训{place}",
        "document_number": invented_number(birth, 100 + place % 390, codes.MALE),
        "relation": codes.HEAD,
        "sex": codes.MALE,
        "birth_date": birth.isoformat(),
    }
    return MemberInput(**(known | fields))  # type: ignore[arg-type]


def family(place: int, count: int = 2) -> tuple[MemberInput, ...]:
    """Return a head and children; ``place`` tells families apart."""
    head = person(place)
    born = date(2000, 1 + place % 12, 1 + place % 28)
    children = (
        MemberInput(
            name=f"培训{place}之{n}",
            document_number=invented_number(born, 10 * (place % 40) + n, codes.FEMALE),
            relation="30",
            sex=codes.FEMALE,
            birth_date=born.isoformat(),
        )
        for n in range(1, count)
    )
    return (head, *children)


def settle(
    desk: Desk,
    members: Sequence[MemberInput],
    number: str = "1",
    *,
    last: Sequence[str] | None = None,
    division: str = VILLAGE,
) -> str:
    """Register a household that last year left; return its id.

    ``last`` says per person how: "enrolled", "" for nothing, or a reason. All enrolled by default.
    """
    ids = desk.store.ids
    household = ids.new_id()
    persons = [ids.new_id() for _ in members]
    left = list(last) if last is not None else ["enrolled"] * len(members)
    fact = HouseholdSaved(
        household=HouseholdFields(
            id=household, division=division, number=number, address=f"一组{number}号"
        ),
        people=tuple(
            _fields(household, known, one) for known, one in zip(persons, members, strict=True)
        ),
        enrollments=tuple(
            EnrollmentFields(
                id=ids.new_id(),
                person=known,
                household=household,
                campaign_year=YEAR - 1,
                status="registered",
                registered_on=f"{YEAR - 1}-11-20",
            )
            for known, how in zip(persons, left, strict=True)
            if how == "enrolled"
        ),
        not_enrolled=tuple(
            NotEnrolled(person=known, household=household, campaign_year=YEAR - 1, reason=how)
            for known, how in zip(persons, left, strict=True)
            if how not in ("", "enrolled")
        ),
    )
    with desk.store.transaction():
        desk.store.record(fact, operator="tester")
    return household


def settle_village(desk: Desk, households: int, *, start: int = 1) -> list[str]:
    """Register so many families of two and three, numbered from ``start``; return their ids."""
    return [
        settle(desk, family(place, 2 + place % 2), str(place))
        for place in range(start, start + households)
    ]


def _fields(household: str, known: str, one: MemberInput) -> PersonFields:
    return PersonFields(
        id=known,
        household=household,
        relation=one.relation,
        name=one.name,
        document_type=one.document_type,
        document_number=one.document_number,
        sex=one.sex,
        birth_date=one.birth_date or None,
        identities=one.identities,
        circumstances=one.circumstances,
        other_cover=one.other_cover,
    )
