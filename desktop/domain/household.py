"""A household as the desk enters it, and the checks that need nothing but what was entered.

Errors are for structure only and stop the save; warnings are shown and recorded by saving;
repairs say what was mended in what was typed. What needs the register (already enrolled, another
name under the same number) is found by the use case that saves.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from dataclasses import field as member_of
from datetime import date
from typing import Literal

from desktop.base.dates import day_from_text
from desktop.domain import codes
from desktop.domain.facts import (
    MEMBERS_MAX,
    NAME_MAX,
    TEXT_MAX,
    Circumstance,
    OtherCover,
    Recognition,
    Student,
)
from desktop.domain.identity_number import DocumentCheck, check_document

Severity = Literal["error", "warning", "repair"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed about what was entered."""

    member: int | None
    """Place of the member in the household, None for the household itself."""
    field: str
    code: str
    severity: Severity
    values: dict[str, object] = member_of(default_factory=dict)
    """What its sentence needs; never shown outside the desk."""


@dataclass(frozen=True, slots=True)
class MemberInput:
    """One row of the member table. Empty text means: not entered."""

    name: str = ""
    document_number: str = ""
    document_type: str = codes.RESIDENT_CARD
    relation: str = ""
    sex: str = ""
    birth_date: str = ""
    """ISO day; derived from the number where that tells it."""
    ethnic_group: str = ""
    phone: str = ""
    alias: str = ""
    tier: str | None = None
    identities: tuple[Recognition, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    other_cover: tuple[OtherCover, ...] = ()
    student: Student | None = None
    residence_permit: bool | None = None
    local_hukou: bool | None = None
    document_override: str = ""
    person_id: str = ""
    """Empty for a person not yet in the register."""
    enrol: bool = True
    """False: a member of the household who is not enrolled this year."""


@dataclass(frozen=True, slots=True)
class HouseholdInput:
    """A household as entered, for one campaign year."""

    division: str
    campaign_year: int
    members: tuple[MemberInput, ...] = ()
    number: str = ""
    address: str = ""
    phone: str = ""
    household_id: str = ""
    ref: str = ""


def normalised(household: HouseholdInput, today: date) -> HouseholdInput:
    """Return the household as it will be stored: numbers cleaned, birth date and sex derived.

    Names keep every character (NFC without folding); only blanks at the ends go.
    """
    return replace(
        household,
        number=household.number.strip(),
        address=household.address.strip(),
        phone=household.phone.strip(),
        members=tuple(_normalised_member(member, today) for member in household.members),
    )


def _normalised_member(member: MemberInput, today: date) -> MemberInput:
    check = check_document(member.document_type, member.document_number, today)
    birth = check.birth_date.isoformat() if check.birth_date else member.birth_date.strip()
    return replace(
        member,
        name=unicodedata.normalize("NFC", member.name.strip()),
        alias=unicodedata.normalize("NFC", member.alias.strip()),
        document_number=check.number,
        birth_date=birth,
        sex=check.sex or member.sex,
        phone=member.phone.strip(),
    )


def check_household(household: HouseholdInput, today: date) -> tuple[Finding, ...]:
    """Return everything noticed about the household as entered, errors first."""
    found = [*_check_frame(household)]
    for place, member in enumerate(household.members):
        found += check_member(place, member, today)
    found += _check_doubles(household)
    found += _check_relations(household, today)
    order = {"error": 0, "repair": 1, "warning": 2}
    return tuple(sorted(found, key=lambda finding: order[finding.severity]))


def check_member(place: int, member: MemberInput, today: date) -> Iterator[Finding]:
    """Yield what is noticed about one member alone."""
    yield from _check_name(place, member)
    check = check_document(member.document_type, member.document_number, today)
    yield from _check_number(place, member, check)
    yield from _check_birth(place, member, check, today)
    if member.relation not in codes.RELATIONS:
        code = "RELATION_UNKNOWN" if member.relation else "RELATION_EMPTY"
        yield Finding(place, "relation", code, "error")
    if member.sex and member.sex not in codes.SEXES:
        yield Finding(place, "sex", "SEX_UNKNOWN", "error")
    sex = check.sex or member.sex
    if (member.relation in codes.MALE_RELATIONS and sex == codes.FEMALE) or (
        member.relation in codes.FEMALE_RELATIONS and sex == codes.MALE
    ):
        yield Finding(place, "relation", "RELATION_SEX", "warning")
    if member.phone and not _plausible_phone(member.phone):
        yield Finding(place, "phone", "PHONE_ODD", "warning")


def _check_frame(household: HouseholdInput) -> Iterator[Finding]:
    division = household.division
    if not (division.isascii() and division.isdecimal() and len(division) in (6, 12, 14)):
        yield Finding(None, "division", "DIVISION_FORM", "error")
    if not household.members:
        yield Finding(None, "members", "MEMBERS_EMPTY", "error")
    if len(household.members) > MEMBERS_MAX:
        yield Finding(None, "members", "MEMBERS_MANY", "error", {"most": MEMBERS_MAX})
    for name in ("number", "address", "phone"):
        if len(getattr(household, name)) > TEXT_MAX:
            yield Finding(None, name, "TEXT_LONG", "error", {"most": TEXT_MAX})


def _check_name(place: int, member: MemberInput) -> Iterator[Finding]:
    name = member.name.strip()
    if not name:
        yield Finding(place, "name", "NAME_EMPTY", "error")
    if len(name) > NAME_MAX:
        yield Finding(place, "name", "NAME_LONG", "error", {"most": NAME_MAX})
    kinds = {unicodedata.category(char) for char in name}
    if kinds & {"Cc", "Cs", "Cn", "Zl", "Zp"}:
        yield Finding(place, "name", "NAME_CHARACTERS", "error")
    if "Co" in kinds:
        # Cards once used private code points; nobody else can read them.
        yield Finding(place, "name", "NAME_PRIVATE_USE", "warning")


def _check_number(place: int, member: MemberInput, check: DocumentCheck) -> Iterator[Finding]:
    if member.document_type not in codes.DOCUMENT_TYPES:
        yield Finding(place, "document_type", "DOCUMENT_TYPE_UNKNOWN", "error")
        return
    if check.problem == "CHECK_DIGIT" and member.document_override.strip():
        yield Finding(place, "document_number", "CHECK_DIGIT_ACCEPTED", "warning")
    elif check.problem:
        values: dict[str, object] = {"length": len(check.number)}
        yield Finding(place, "document_number", f"DOCUMENT_{check.problem}", "error", values)
    if check.repaired:
        values = {"number": check.number}
        yield Finding(place, "document_number", "DOCUMENT_REPAIRED", "repair", values)


def _check_birth(
    place: int, member: MemberInput, check: DocumentCheck, today: date
) -> Iterator[Finding]:
    typed = _day(member.birth_date)
    if member.birth_date and typed is None:
        yield Finding(place, "birth_date", "BIRTH_DATE_FORM", "error")
    elif typed and typed > today:
        yield Finding(place, "birth_date", "BIRTH_DATE_FUTURE", "error")
    elif typed and check.birth_date and typed != check.birth_date:
        yield Finding(place, "birth_date", "BIRTH_DATE_DIFFERS", "warning")
    if check.birth_date or typed:
        return
    newborn = member.document_type == codes.BIRTH_CERTIFICATE
    severity: Severity = "error" if newborn else "warning"
    yield Finding(place, "birth_date", "BIRTH_DATE_EMPTY", severity)


def _check_doubles(household: HouseholdInput) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for place, member in enumerate(household.members):
        number = "".join(member.document_number.split()).upper()
        if not number:
            continue
        if number in seen:
            values: dict[str, object] = {"other": seen[number] + 1}
            yield Finding(place, "document_number", "DOCUMENT_TWICE", "error", values)
        seen.setdefault(number, place)


def _check_relations(household: HouseholdInput, today: date) -> Iterator[Finding]:
    heads = [n for n, member in enumerate(household.members) if is_head(member)]
    if household.members and not heads:
        yield Finding(None, "members", "HEAD_MISSING", "warning")
    for place in heads[1:]:
        yield Finding(place, "relation", "HEAD_TWICE", "warning")
    if not heads:
        return
    head = household.members[heads[0]]
    head_birth, head_sex = born_and_sex(head, today)
    for place, member in enumerate(household.members):
        birth, sex = born_and_sex(member, today)
        if member.relation in (codes.SPOUSE, "11", "12") and sex and sex == head_sex:
            yield Finding(place, "sex", "SPOUSE_SEX", "warning")
        if birth is None or head_birth is None:
            continue
        younger_parent = member.relation in codes.PARENT_CODES and birth >= head_birth
        if younger_parent or (member.relation in codes.CHILD_CODES and birth <= head_birth):
            yield Finding(place, "birth_date", "PARENT_YOUNGER", "warning")


def is_head(member: MemberInput) -> bool:
    """Tell whether a member is entered as the head of the household (户主 or 本人)."""
    return member.relation in (codes.HEAD, "01")


def born_and_sex(member: MemberInput, today: date) -> tuple[date | None, str]:
    """Return a member's birth date and sex: as the number tells them, else as entered."""
    check = check_document(member.document_type, member.document_number, today)
    return check.birth_date or _day(member.birth_date), check.sex or member.sex


def _day(text: str) -> date | None:
    try:
        return day_from_text(text.strip())
    except ValueError:
        return None


def _plausible_phone(phone: str) -> bool:
    digits = phone.replace("-", "").replace(" ", "")
    mobile = len(digits) == 11 and digits[0] == "1" and digits[1] in "3456789"
    landline = digits.startswith("0") and 10 <= len(digits) <= 12
    return digits.isascii() and digits.isdecimal() and (mobile or landline or len(digits) in (7, 8))
