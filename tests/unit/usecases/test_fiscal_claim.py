"""The fiscal claim: headcount times figure, to the fen, and nothing where the law has no figure.

楚医保〔2021〕46号 二: 580 = 464.00 + 81.20 + 34.80, the last shared 40 : 60, 45 : 55 or 50 : 50.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.base.errors import Refused
from desktop.domain.facts import EnrollmentFields, HouseholdFields, HouseholdSaved, Student
from desktop.usecases.desk import Desk
from desktop.usecases.fiscal_claim import LEVELS, ClaimSum, fiscal_claim
from tests.helpers.desks import desk as signed_in
from tests.helpers.stations import DAY, resident
from tests.unit.usecases.test_local_values import proposal, put_in_force


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in(role="supervisor") as opened:
        yield opened


def enrolled(
    desk: Desk, county: str, people: int, *, status: str = "paid", **person: object
) -> None:
    """Record ``people`` of a county with enrolments as they are after payment."""
    store = desk.store
    household = store.ids.new_id()
    members = tuple(resident(store, n, household=household, **person) for n in range(people))
    fact = HouseholdSaved(
        household=HouseholdFields(id=household, division=county + "001001"),
        people=members,
        enrollments=tuple(
            EnrollmentFields(
                id=store.ids.new_id(),
                person=member.id,
                household=household,
                campaign_year=2021,
                status=status,  # type: ignore[arg-type]
                registered_on=DAY.isoformat(),
            )
            for member in members
        ),
    )
    with store.transaction():
        store.record(fact, operator="tester")


def by_division(sums: tuple[ClaimSum, ...]) -> dict[str, ClaimSum]:
    return {one.division: one for one in sums}


def amounts(one: ClaimSum) -> list[int | None]:
    return [one.amount_fen(level) for level in LEVELS]


def test_three_classes_of_chuxiong_add_up_to_the_fen(desk: Desk) -> None:
    for county, people in (("532301", 3), ("532324", 5), ("532322", 7)):
        enrolled(desk, county, people)
    found = fiscal_claim(desk, 2021)
    counties = by_division(found.counties)
    assert amounts(counties["532301"]) == [3 * 46400, 3 * 8120, 3 * 1392, 3 * 2088, 3 * 58000]
    assert amounts(counties["532324"]) == [5 * 46400, 5 * 8120, 5 * 1566, 5 * 1914, 5 * 58000]
    assert amounts(counties["532322"]) == [7 * 46400, 7 * 8120, 7 * 1740, 7 * 1740, 7 * 58000]
    (prefecture,) = found.prefectures
    (province,) = found.provinces
    assert (prefecture.division, province.division) == ("532300", "530000")
    for one in (*found.counties, prefecture, province):
        *levels, total = (amount or 0 for amount in amounts(one))
        assert sum(levels) == total == one.headcount * 58000
        assert one.open == ()
    assert found.headcount == prefecture.headcount == 15


def test_who_has_not_paid_is_not_claimed(desk: Desk) -> None:
    enrolled(desk, "532301", 2)
    enrolled(desk, "532301", 4, status="registered")
    enrolled(desk, "532301", 4, status="voided")
    assert fiscal_claim(desk, 2021).headcount == 2


def test_a_unit_without_a_class_leaves_two_levels_open(desk: Desk) -> None:
    """C2: the training county is in no class until the prefecture sets one."""
    enrolled(desk, "539999", 2)
    enrolled(desk, "532301", 1)
    found = fiscal_claim(desk, 2021)
    county = by_division(found.counties)["539999"]
    assert amounts(county) == [2 * 46400, 2 * 8120, None, None, 2 * 58000]
    assert {(gap.level, gap.persons, gap.reason) for gap in county.open} == {
        ("prefecture", 2, "NO_CLASS_IN_DOC"),
        ("county", 2, "NO_CLASS_IN_DOC"),
    }
    (prefecture,) = found.prefectures
    assert prefecture.amount_fen("prefecture") is None
    assert prefecture.settled_fen["prefecture"] == 1392
    assert [gap.persons for gap in prefecture.open] == [2, 2]


def test_a_class_set_locally_settles_them(desk: Desk) -> None:
    enrolled(desk, "539999", 2)
    put_in_force(desk, proposal("unit_class", "2", subject="539999"))
    found = fiscal_claim(desk, 2021)
    assert found.lines[0].unit_class == "2"
    assert amounts(found.counties[0]) == [2 * 46400, 2 * 8120, 2 * 1566, 2 * 1914, 2 * 58000]
    assert found.counties[0].open == ()


def test_a_year_without_a_figure_stays_open(desk: Desk) -> None:
    """X2: 580 is of 2021; it is never put to another budget year."""
    enrolled(desk, "532301", 2)
    found = fiscal_claim(desk, 2022, 2021)
    assert amounts(found.counties[0]) == [None] * 5
    assert {gap.reason for gap in found.counties[0].open} == {"YEAR_NOT_IN_DOC"}
    assert fiscal_claim(desk, 2022).lines == ()


def test_students_of_provincial_universities_are_a_line_of_their_own(desk: Desk) -> None:
    """C14: 省属在昆高校 580, its split not printed."""
    enrolled(desk, "532301", 1)
    enrolled(desk, "532301", 2, student=Student(institution="provincial_in_kunming"))
    found = fiscal_claim(desk, 2021)
    student = next(line for line in found.lines if line.institution)
    assert (student.headcount, student.per_person_fen["total"]) == (2, 58000)
    assert found.counties[0].headcount == 3
    assert found.counties[0].settled_fen["total"] == 3 * 58000
    assert {gap.reason for gap in found.counties[0].open} == {"NO_SPLIT_IN_DOC"}


def test_a_municipality_has_no_prefecture_and_that_is_settled(desk: Desk) -> None:
    enrolled(desk, "500101", 2)
    found = fiscal_claim(desk, 2021)
    assert found.prefectures == ()
    assert found.provinces[0].division == "500000"
    assert all(gap.level != "prefecture" for gap in found.provinces[0].open)


def test_where_no_law_applies_everything_is_open(desk: Desk) -> None:
    enrolled(desk, "999999", 2)
    found = fiscal_claim(desk, 2021)
    assert {gap.reason for gap in found.counties[0].open} == {"OUT_OF_SCOPE"}
    assert (found.prefectures, found.provinces) == ((), ())


@pytest.mark.parametrize("role", ["clerk", "collector", "it"])
def test_only_some_may_see_it(desk: Desk, role: str) -> None:
    with pytest.raises(Refused, match="ROLE"):
        fiscal_claim(replace(desk, role=role), 2021)
