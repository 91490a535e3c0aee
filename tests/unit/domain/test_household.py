"""Goal: what stops a save, what only warns, and where each finding points."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain import codes
from desktop.domain.checks import check_household
from desktop.domain.fact_checks import disability_of
from desktop.domain.facts import TEXT_MAX, Circumstance, Recognition, Student
from desktop.domain.household import HouseholdInput, MemberInput, is_head, normalised
from desktop.domain.invented import invented_number
from desktop.domain.override import Override

TODAY = date(2021, 11, 15)


def man(birth: date, sequence: int = 1, **fields: object) -> MemberInput:
    number = invented_number(birth, sequence, codes.MALE)
    member = MemberInput(name="培训员", document_number=number, relation=codes.HEAD)
    return replace(member, **fields)  # type: ignore[arg-type]


HEAD = man(date(1980, 5, 1))


def household(*members: MemberInput, **fields: object) -> HouseholdInput:
    entry = HouseholdInput(division="539999001001", campaign_year=2021, members=members)
    return replace(entry, **fields)  # type: ignore[arg-type]


def found(entry: HouseholdInput) -> set[tuple[int | None, str, str, str]]:
    return {
        (one.member, one.field, one.code, one.severity) for one in check_household(entry, TODAY)
    }


def test_a_complete_household_is_without_findings() -> None:
    child = man(date(2010, 3, 1), relation="20")
    assert found(household(HEAD, child)) == set()


@pytest.mark.parametrize(
    ("entry", "finding"),
    [
        (household(), (None, "members", "MEMBERS_EMPTY", "error")),
        (household(HEAD, division="5399"), (None, "division", "DIVISION_FORM", "error")),
        (household(HEAD, address="一" * 201), (None, "address", "TEXT_LONG", "error")),
        (household(*[HEAD] * 61), (None, "members", "MEMBERS_MANY", "error")),
        (household(replace(HEAD, name=" ")), (0, "name", "NAME_EMPTY", "error")),
        (household(replace(HEAD, name="长" * 51)), (0, "name", "NAME_LONG", "error")),
        (household(replace(HEAD, name="张\x00三")), (0, "name", "NAME_CHARACTERS", "error")),
        (household(replace(HEAD, name="张\ue001")), (0, "name", "NAME_PRIVATE_USE", "warning")),
        (household(replace(HEAD, relation="")), (0, "relation", "RELATION_EMPTY", "error")),
        (household(replace(HEAD, relation="00")), (0, "relation", "RELATION_UNKNOWN", "error")),
        (household(replace(HEAD, phone="12")), (0, "phone", "PHONE_ODD", "warning")),
        (household(HEAD, HEAD), (1, "document_number", "DOCUMENT_TWICE", "error")),
        (household(HEAD, man(date(1990, 1, 1))), (1, "relation", "HEAD_TWICE", "warning")),
        (
            household(replace(HEAD, relation="20")),
            (None, "members", "HEAD_MISSING", "warning"),
        ),
        (
            household(replace(HEAD, document_type="77")),
            (0, "document_type", "DOCUMENT_TYPE_UNKNOWN", "error"),
        ),
        (
            household(HEAD, man(date(1979, 1, 1), relation="20")),
            (1, "birth_date", "PARENT_YOUNGER", "warning"),
        ),
        (
            household(HEAD, man(date(1981, 1, 1), relation="51")),
            (1, "birth_date", "PARENT_YOUNGER", "warning"),
        ),
        (
            household(HEAD, man(date(1981, 1, 1), relation="10")),
            (1, "sex", "SPOUSE_SEX", "warning"),
        ),
        (
            household(replace(HEAD, relation="12")),
            (0, "relation", "RELATION_SEX", "warning"),
        ),
    ],
)
def test_what_is_found(entry: HouseholdInput, finding: tuple[int | None, str, str, str]) -> None:
    assert finding in found(entry)


CHILD = man(date(2010, 3, 1), 2, relation="20")


@pytest.mark.parametrize(
    ("member", "field", "code", "severity"),
    [
        ({"document_valid_to": "2021-11-14"}, "document_valid_to", "DOCUMENT_EXPIRED", "warning"),
        ({"document_valid_to": "2021-13"}, "document_valid_to", "DAY_FORM", "error"),
        ({"student": Student(institution="other")}, "student", "STUDENT_AGE", "warning"),
        (
            {"circumstances": (Circumstance(code="newborn"),)},
            "circumstances",
            "NEWBORN_AGE",
            "warning",
        ),
        ({"local_hukou": False}, "residence_permit", "HUKOU_ELSEWHERE", "warning"),
        (
            {"local_hukou": True, "hukou_division": "532301"},
            "local_hukou",
            "HUKOU_DIFFERS",
            "warning",
        ),
        ({"enrol": False}, "participation", "NOT_ENROLLED_WHY", "warning"),
        (
            {"enrol": False, "not_enrolled": "holiday"},
            "participation",
            "NOT_ENROLLED_UNKNOWN",
            "error",
        ),
        ({"died_on": "2021-11-16"}, "died_on", "DIED_LATER", "error"),
        (
            {"identities": (Recognition(code="disability", valid_to="2021-11-14"),)},
            "identities",
            "IDENTITY_EXPIRED",
            "warning",
        ),
        ({"hukou_address": "一" * 201}, "hukou_address", "TEXT_LONG", "error"),
    ],
)
def test_facts_that_do_not_fit(
    member: dict[str, object], field: str, code: str, severity: str
) -> None:
    changed = replace(CHILD, **member)  # type: ignore[arg-type]
    assert (1, field, code, severity) in found(household(HEAD, changed))


@pytest.mark.parametrize(
    "member",
    [
        {"document_valid_to": "2021-11-15"},
        {"local_hukou": False, "residence_permit": True},
        {"local_hukou": True, "hukou_division": "539999001001"},
        {"enrol": False, "not_enrolled": "refused"},
        {"identities": (Recognition(code="disability", valid_to="2021-11-15"),)},
    ],
)
def test_facts_that_do_fit_are_passed_over(member: dict[str, object]) -> None:
    changed = replace(CHILD, **member)  # type: ignore[arg-type]
    assert found(household(HEAD, changed)) == set()


@pytest.mark.parametrize(("birth", "warned"), [(date(2020, 11, 15), True), (TODAY, False)])
def test_a_birth_certificate_is_for_the_first_year(birth: date, *, warned: bool) -> None:
    newborn = MemberInput(
        name="新生",
        document_type=codes.BIRTH_CERTIFICATE,
        document_number="P530000001",
        relation="20",
        birth_date=birth.isoformat(),
    )
    codes_found = {code for _, _, code, _ in found(household(HEAD, newborn))}
    assert ("NEWBORN_AGE" in codes_found) == warned


def test_whoever_is_a_hundred_is_asked_after() -> None:
    assert {code for _, _, code, _ in found(household(man(date(1921, 11, 15))))} == {"AGE_HIGH"}
    assert found(household(man(date(1921, 11, 16)))) == set()


def test_a_son_in_law_may_be_older_than_the_head() -> None:
    elder = man(date(1970, 1, 1), 3, relation="28")
    assert found(household(HEAD, elder)) == set()
    grandson = replace(elder, relation="41")
    assert (1, "birth_date", "PARENT_YOUNGER", "warning") in found(household(HEAD, grandson))


def test_a_disability_card_offers_the_identity_it_stands_for() -> None:
    card = replace(
        HEAD, document_type=codes.DISABILITY_CARD, document_number=HEAD.document_number + "42"
    )
    assert disability_of(card, TODAY) == ("physical", 2)
    assert (0, "identities", "DISABILITY_TOLD", "warning") in found(household(card))
    other = replace(card, identities=(Recognition(code="disability", kind="visual", grade=2),))
    assert (0, "identities", "DISABILITY_DIFFERS", "warning") in found(household(other))
    same = replace(card, identities=(Recognition(code="disability", kind="physical", grade=2),))
    assert found(household(same)) == set()


def test_who_let_a_wrong_digit_pass_is_one_text_whose_parts_can_be_told() -> None:
    said = Override("刘复核/县局", "liu", "户口簿: 原号如此")
    assert said.text == "刘复核／县局/liu: 户口簿: 原号如此"
    assert len(Override("名" * 99, "号" * 99, "由" * 999).text) <= TEXT_MAX


def test_a_wrong_check_digit_stops_unless_a_reason_is_recorded() -> None:
    wrong = HEAD.document_number[:17] + ("1" if HEAD.document_number[17] != "1" else "2")
    member = replace(HEAD, document_number=wrong)
    assert (0, "document_number", "DOCUMENT_CHECK_DIGIT", "error") in found(household(member))
    accepted = replace(member, document_override="户籍登记如此")
    assert found(household(accepted)) == {(0, "document_number", "CHECK_DIGIT_ACCEPTED", "warning")}


@pytest.mark.parametrize(
    ("birth", "code", "severity"),
    [
        ("", "BIRTH_DATE_EMPTY", "error"),
        ("2021-13-01", "BIRTH_DATE_FORM", "error"),
        ("2021-11-16", "BIRTH_DATE_FUTURE", "error"),
    ],
)
def test_a_newborn_on_a_birth_certificate_needs_a_birth_date(
    birth: str, code: str, severity: str
) -> None:
    newborn = MemberInput(
        name="新生",
        document_type=codes.BIRTH_CERTIFICATE,
        document_number="P530000001",
        relation="20",
        birth_date=birth,
    )
    assert (1, "birth_date", code, severity) in found(household(HEAD, newborn))
    born = replace(newborn, birth_date="2021-11-15")
    assert found(household(HEAD, born)) == set()


def test_a_name_may_hold_ideographs_newer_than_this_python() -> None:
    assert found(household(replace(HEAD, name="王\U00031350\U0002ebf0"))) == set()


def test_errors_come_before_warnings() -> None:
    entry = household(replace(HEAD, name="", phone="12"))
    assert [one.severity for one in check_household(entry, TODAY)] == ["error", "warning"]


def test_what_is_stored_is_cleaned_and_keeps_every_character_of_a_name() -> None:
    typed = replace(HEAD, name="  王𠮷 ", document_number=f" {HEAD.document_number.lower()} ")
    (member,) = normalised(household(typed), TODAY).members
    assert member.name == "王𠮷"
    assert member.document_number == HEAD.document_number
    assert (member.birth_date, member.sex) == ("1980-05-01", codes.MALE)


def test_both_codes_of_a_head_are_a_head() -> None:
    assert is_head(HEAD)
    assert is_head(replace(HEAD, relation="01"))
    assert not is_head(replace(HEAD, relation="10"))
