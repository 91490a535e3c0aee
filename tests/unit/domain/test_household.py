"""Goal: what stops a save, what only warns, and where each finding points."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain import codes
from desktop.domain.household import (
    HouseholdInput,
    MemberInput,
    check_household,
    is_head,
    normalised,
)
from desktop.domain.invented import invented_number

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
