"""What does not fit together among a member's further facts: ages, days, hukou, disability.

Warnings only, but for days that are none: whoever stands at the counter decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.base.dates import years_completed
from desktop.domain import codes
from desktop.domain.cover_years import years_told
from desktop.domain.desk_codes import DISABILITY_KINDS
from desktop.domain.household import (
    Finding,
    HouseholdInput,
    MemberInput,
    born_and_sex,
    day_or_none,
)
from desktop.domain.identity_number import check_document

NEWBORN_UNDER = 1
STUDENT_FROM, STUDENT_TO = 14, 45
ASK_IF_ALIVE_FROM = 100
_COUNTY_DIGITS = 6


def check_facts(
    place: int, member: MemberInput, household: HouseholdInput, today: date
) -> Iterator[Finding]:
    """Yield what is noticed about one member's age, days, hukou and identities."""
    yield from _check_age(place, member, today)
    yield from _check_days(place, member, today)
    yield from _check_hukou(place, member, household)
    yield from _check_disability(place, member, today)
    yield from _check_not_enrolled(place, member)


def _check_age(place: int, member: MemberInput, today: date) -> Iterator[Finding]:
    birth, _ = born_and_sex(member, today)
    if birth is None or birth > today:
        return
    age = years_completed(birth, today)
    newborn = any(one.code == "newborn" for one in member.circumstances)
    if age >= NEWBORN_UNDER and member.document_type == codes.BIRTH_CERTIFICATE:
        yield Finding(place, "document_type", "NEWBORN_AGE", "warning", {"age": age})
    elif age >= NEWBORN_UNDER and newborn:
        yield Finding(place, "circumstances", "NEWBORN_AGE", "warning", {"age": age})
    if member.student is not None and not STUDENT_FROM <= age <= STUDENT_TO:
        yield Finding(place, "student", "STUDENT_AGE", "warning", {"age": age})
    if age >= ASK_IF_ALIVE_FROM:
        yield Finding(place, "birth_date", "AGE_HIGH", "warning", {"age": age})


def _check_days(place: int, member: MemberInput, today: date) -> Iterator[Finding]:
    for name in ("document_valid_to", "died_on"):
        typed = getattr(member, name)
        if typed and day_or_none(typed) is None:
            yield Finding(place, name, "DAY_FORM", "error")
    valid_to = day_or_none(member.document_valid_to)
    if valid_to and valid_to < today:
        values: dict[str, object] = {"day": valid_to.isoformat()}
        yield Finding(place, "document_valid_to", "DOCUMENT_EXPIRED", "warning", values)
    died_on = day_or_none(member.died_on)
    if died_on and died_on > today:
        yield Finding(place, "died_on", "DIED_LATER", "error")
    if member.cover_history and years_told(member.cover_history) is None:
        yield Finding(place, "cover_history", "COVER_YEARS_FORM", "error")
    for one in member.identities:
        until = day_or_none(one.valid_to)
        if until and until < today:
            yield Finding(place, "identities", "IDENTITY_EXPIRED", "warning", {"code": one.code})


def _check_hukou(place: int, member: MemberInput, household: HouseholdInput) -> Iterator[Finding]:
    """Neither a local hukou nor a residence permit: the notices do not say whether it suffices."""
    county = household.division[:_COUNTY_DIGITS]
    elsewhere = member.hukou_division and member.hukou_division[:_COUNTY_DIGITS] != county
    if elsewhere and member.local_hukou:
        yield Finding(place, "local_hukou", "HUKOU_DIFFERS", "warning")
    if member.local_hukou is False and member.residence_permit is not True and member.enrol:
        yield Finding(place, "residence_permit", "HUKOU_ELSEWHERE", "warning")


def _check_disability(place: int, member: MemberInput, today: date) -> Iterator[Finding]:
    """Offer what a disability card's number says as the identity it stands for."""
    told = disability_of(member, today)
    if told is None:
        return
    kind, grade = told
    held = next((one for one in member.identities if one.code == "disability"), None)
    if held is None:
        values: dict[str, object] = {"kind": kind, "grade": str(grade)}
        yield Finding(place, "identities", "DISABILITY_TOLD", "warning", values)
    elif (held.kind, held.grade) != (kind, grade):
        values = {"kind": kind, "grade": str(grade)}
        yield Finding(place, "identities", "DISABILITY_DIFFERS", "warning", values)


def disability_of(member: MemberInput, today: date) -> tuple[str, int] | None:
    """Return kind and grade as a disability card's number tells them, None for other documents."""
    found = check_document(member.document_type, member.document_number, today)
    if found.disability is None or found.problem not in ("", "CHECK_DIGIT"):
        return None
    digit, grade = found.disability
    return DISABILITY_KINDS[digit], grade


def _check_not_enrolled(place: int, member: MemberInput) -> Iterator[Finding]:
    if member.enrol:
        return
    if member.not_enrolled and member.not_enrolled not in codes.NOT_ENROLLED_REASONS:
        yield Finding(place, "participation", "NOT_ENROLLED_UNKNOWN", "error")
    elif not member.not_enrolled:
        yield Finding(place, "participation", "NOT_ENROLLED_WHY", "warning")
