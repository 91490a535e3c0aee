"""A household as the desk enters it: values, before anybody has looked for what is wrong in them.

`desktop.domain.checks` looks; `desktop.usecases.register_checks` asks the register.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from dataclasses import field as member_of
from datetime import date
from typing import Literal

from desktop.base.dates import day_from_text
from desktop.domain import codes
from desktop.domain.cover_years import years_text, years_told
from desktop.domain.facts import Circumstance, OtherCover, Recognition, Student
from desktop.domain.identity_number import check_document

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
    cover_history: str = ""
    """Benefit years of cover elsewhere, as the person tells them: ``2019-2021、2023``."""
    covered_here: tuple[int | None, ...] = ()
    """Benefit years of earlier enrolments that are paid, by the register; None: a year that the
    law of then left open. Read only where the law counts years."""
    document_override: str = ""
    """Who let a wrong check digit pass and why (`desktop.domain.override`); empty if nobody."""
    document_valid_to: str = ""
    """Last day of the identity document, empty if not known or without end."""
    hukou_division: str = ""
    hukou_address: str = ""
    survival: str = ""
    died_on: str = ""
    moved_to: str = ""
    person_id: str = ""
    """Empty for a person not yet in the register."""
    enrol: bool = True
    """False: a member of the household who is not enrolled this year."""
    not_enrolled: str = ""
    """Why not (`desktop.domain.codes.NOT_ENROLLED_REASONS`), where that is known."""
    not_enrolled_detail: str = ""
    not_enrolled_evidence: str = ""


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
    opened: Opened | None = member_of(default=None, compare=False)
    """What the register held when this was read from it; None for what is new."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A household as it was read: what still equals this, whoever entered it never touched."""

    entry: HouseholdInput
    seen: int
    """How far the station had received the county's order then."""
    position: int
    """The newest event of the station's file then."""


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
        hukou_address=member.hukou_address.strip(),
        cover_history=_told_years(member.cover_history),
        not_enrolled="" if member.enrol else member.not_enrolled,
        not_enrolled_detail=member.not_enrolled_detail.strip(),
        not_enrolled_evidence=member.not_enrolled_evidence.strip(),
    )


def _told_years(typed: str) -> str:
    years = years_told(typed)
    return typed.strip() if years is None else years_text(years)


def is_head(member: MemberInput) -> bool:
    """Tell whether a member is entered as the head of the household (户主 or 本人)."""
    return member.relation in (codes.HEAD, "01")


def born_and_sex(member: MemberInput, today: date) -> tuple[date | None, str]:
    """Return a member's birth date and sex: as the number tells them, else as entered."""
    check = check_document(member.document_type, member.document_number, today)
    return check.birth_date or day_or_none(member.birth_date), check.sex or member.sex


def day_or_none(text: str | None) -> date | None:
    """Return the day an ISO text says, None if it says none."""
    if not text:
        return None
    try:
        return day_from_text(text.strip())
    except ValueError:
        return None
