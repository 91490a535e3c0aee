"""What is noticed about a household as entered, with nothing but what was entered.

Errors are for structure only and stop the save; warnings are shown and recorded by saving;
repairs say what was mended in what was typed. What needs the register (already enrolled, another
name under the same number) is found by `desktop.usecases.register_checks`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date

from desktop.domain import codes
from desktop.domain.fact_checks import check_facts
from desktop.domain.facts import MEMBERS_MAX, NAME_MAX, TEXT_MAX
from desktop.domain.household import (
    Finding,
    HouseholdInput,
    MemberInput,
    Severity,
    born_and_sex,
    day_or_none,
    is_head,
)
from desktop.domain.identity_number import DocumentCheck, check_document, normalise

_ORDER = {"error": 0, "repair": 1, "warning": 2}
_ELDER_CODES = codes.PARENT_CODES | {str(n) for n in range(60, 70)}
_YOUNGER_CODES = codes.CHILD_CODES | {str(n) for n in range(40, 50)}
_BESIDE_CHILDREN = frozenset({"28", "38"})
"""Sons- and daughters-in-law are listed with the children and may be of any age."""
_MEMBER_TEXTS = ("phone", "hukou_address", "moved_to", "not_enrolled_detail")
_LONG_TEXTS = (*_MEMBER_TEXTS, "not_enrolled_evidence", "alias")


def check_household(household: HouseholdInput, today: date) -> tuple[Finding, ...]:
    """Return everything noticed about the household as entered, errors first."""
    found = [*_check_frame(household)]
    for place, member in enumerate(household.members):
        found += check_member(place, member, today)
        found += check_facts(place, member, household, today)
    found += _check_doubles(household)
    found += _check_relations(household, today)
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))


def check_member(place: int, member: MemberInput, today: date) -> Iterator[Finding]:
    """Yield what is noticed about one member's own document and relation."""
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
    for name in _LONG_TEXTS:
        if len(getattr(member, name)) > TEXT_MAX:
            yield Finding(place, name, "TEXT_LONG", "error", {"most": TEXT_MAX})


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
    kinds = {unicodedata.category(char) for char in name if not _is_ideograph(char)}
    if kinds & {"Cc", "Cs", "Cn", "Zl", "Zp"}:
        yield Finding(place, "name", "NAME_CHARACTERS", "error")
    if "Co" in kinds:
        # Cards once used private code points; nobody else can read them.
        yield Finding(place, "name", "NAME_PRIVATE_USE", "warning")


def _is_ideograph(char: str) -> bool:
    """Tell whether a character lies in the planes of ideographs.

    What Python knows of Unicode ends years before what a card may hold: there, a character it does
    not know is a rare name, not rubbish.
    """
    return "\U00020000" <= char <= "\U0003fffd"


def _check_number(place: int, member: MemberInput, check: DocumentCheck) -> Iterator[Finding]:
    if member.document_type not in codes.DOCUMENT_TYPES:
        yield Finding(place, "document_type", "DOCUMENT_TYPE_UNKNOWN", "error")
        return
    if check.problem == "CHECK_DIGIT" and member.document_override.strip():
        yield Finding(place, "document_number", "CHECK_DIGIT_ACCEPTED", "warning")
    elif check.problem:
        values: dict[str, object] = {"length": len(check.number)}
        yield Finding(place, "document_number", f"DOCUMENT_{check.problem}", "error", values)
    if check.upgraded:
        values = {"number": check.number}
        yield Finding(place, "document_number", "DOCUMENT_UPGRADED", "repair", values)
    elif check.repaired:
        values = {"number": check.number}
        yield Finding(place, "document_number", "DOCUMENT_REPAIRED", "repair", values)


def _check_birth(
    place: int, member: MemberInput, check: DocumentCheck, today: date
) -> Iterator[Finding]:
    typed = day_or_none(member.birth_date)
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
        number = normalise(member.document_number)
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
        younger_parent = member.relation in _ELDER_CODES and birth >= head_birth
        elder_child = member.relation in _YOUNGER_CODES - _BESIDE_CHILDREN and birth <= head_birth
        if younger_parent or elder_child:
            yield Finding(place, "birth_date", "PARENT_YOUNGER", "warning")


def _plausible_phone(phone: str) -> bool:
    digits = phone.replace("-", "").replace(" ", "")
    mobile = len(digits) == 11 and digits[0] == "1" and digits[1] in "3456789"
    landline = digits.startswith("0") and 10 <= len(digits) <= 12
    return digits.isascii() and digits.isdecimal() and (mobile or landline or len(digits) in (7, 8))
