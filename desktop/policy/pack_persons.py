"""Typical persons: one of every kind that two laws could price differently.

Made from the laws themselves: every identity with all combinations of what its conditions ask,
ages on both sides of every limit, every tier, every kind of student.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice, pairwise, product
from typing import Any

import msgspec
from msgspec import Struct

from desktop.policy import words
from desktop.policy.law import LawText
from desktop.policy.pack import Clause
from desktop.policy.pack_words import condition_words, set_parts, value_words
from desktop.policy.request import AssessmentRequest, Identity, Student
from desktop.policy.words import Language

USUAL_AGES = (1, 10, 17, 40, 62, 75)
ADULT = 40
ORDINARY = ("一般居民", "ordinary resident")
VARIANTS_MAX = 512
"""Combinations tried of one identity; the widest of the notices has 24."""

_ATTRIBUTES = frozenset(Identity.__struct_fields__) - {"code", "recognised_on", "valid_to"}
_DEPARTMENTS = ("rural_revitalisation", "civil_affairs", "other")
_GRADES = (1, 2, 3, 4)


class TypicalPerson(Struct, frozen=True):
    """Somebody described only by what the law could ask about; ``age`` on 1 January."""

    age: int | None = None
    tier: str | None = None
    identity: Identity | None = None
    student: Student | None = None
    residence_permit: bool | None = None

    def request(self, division: str, campaign_year: int) -> AssessmentRequest:
        """Return the question what this person pays."""
        return AssessmentRequest(
            id="typical",
            division=division,
            campaign_year=campaign_year,
            tier=self.tier,
            birth_date=None if self.age is None else date(campaign_year - self.age - 1, 6, 15),
            identities=() if self.identity is None else (self.identity,),
            student=self.student,
            residence_permit=self.residence_permit,
        )

    def kind(self, language: Language = "zh") -> str:
        """Return the kind of person, without particulars: ``城乡低保对象``."""
        if self.identity is not None:
            return words.identity_words(self.identity.code, language)
        if self.student is not None:
            return value_words(self.student.institution, language, part="institution")
        if self.residence_permit:
            return "持居住证居民" if language == "zh" else "resident on a permit"
        return ORDINARY[language == "en"]

    def particulars(self, language: Language = "zh") -> tuple[str, ...]:
        """Return what tells this person from others of the kind: ``("农村", "17岁")``."""
        found: list[str] = []
        if self.student is not None and self.student.academic_year:
            found.append(self.student.academic_year)
        if self.identity is not None:
            found += [
                condition_words(name, value, language)
                for name, value in set_parts(self.identity)
                if name in _ATTRIBUTES
            ]
        if self.age == ADULT:
            # Nothing about most identities hangs on age; only residents as such are told by it.
            if self.kind() == ORDINARY[0]:
                found.append("成年" if language == "zh" else "adult")
        elif self.age is not None:
            found.append(f"{self.age}岁" if language == "zh" else f"aged {self.age}")
        if self.tier is not None:
            found.append(value_words(self.tier, language, part="tier"))
        return tuple(found)


def typical_persons(laws: Sequence[LawText]) -> Iterator[TypicalPerson]:
    """Yield persons that between them meet every condition that ``laws`` make on a price."""
    tiers: tuple[str | None, ...] = tuple(sorted({tier for law in laws for tier in law.tiers}))
    for tier in tiers or (None,):
        yield from _without_identity(laws, tier)
        for code in sorted({code for law in laws for code in law.groups}):
            clauses = [
                clause
                for law in laws
                if code in law.groups
                for clause in (*law.groups[code][0].given, *law.groups[code][0].asked)
            ]
            for age, attributes in islice(_variants(clauses), VARIANTS_MAX):
                identity = msgspec.convert({"code": code, **attributes}, Identity)
                yield TypicalPerson(age=age, tier=tier, identity=identity)
        yield from _students(laws, tier)


def _without_identity(laws: Sequence[LawText], tier: str | None) -> Iterator[TypicalPerson]:
    anyone = [law.anyone[0] for law in laws if law.anyone is not None]
    asked = [clause for group in anyone for clause in (*group.given, *group.asked)]
    for age in sorted({*USUAL_AGES, *_ages(asked), *_fee_ages(laws)}):
        yield TypicalPerson(age=age, tier=tier)
    yield TypicalPerson(age=ADULT, tier=tier, residence_permit=True)


def _fee_ages(laws: Sequence[LawText]) -> set[int]:
    """Return an age inside every band of a fee by age, and one on each side of its limits."""
    limits = sorted({age for law in laws for age in law.fee_ages})
    sides = {age for limit in limits for age in (limit - 2, limit + 1)}
    middles = {(low + high) // 2 for low, high in pairwise((0, *limits))}
    return {max(age, 0) for age in sides | middles}


def _students(laws: Sequence[LawText], tier: str | None) -> Iterator[TypicalPerson]:
    kinds = {(row[0], row[1]) for law in laws for row in law.academic}
    for institution, academic_year in sorted(kinds):
        yield TypicalPerson(tier=tier, student=Student(institution, academic_year))
    named = {law.student_fiscal[0].institution for law in laws if law.student_fiscal is not None}
    if any(law.student_fee_at is not None for law in laws):
        named.add("other")
    for institution in sorted(named):
        yield TypicalPerson(tier=tier, student=Student(institution))


def _variants(clauses: Sequence[Clause]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield an age and attributes for every combination of what ``clauses`` ask."""
    asked: dict[str, set[Any]] = {}
    for name, value in chain.from_iterable(set_parts(clause) for clause in clauses):
        if name in _ATTRIBUTES:
            asked.setdefault(name, set()).update(_sides(name, value))
    ages = sorted(_ages(clauses)) or [ADULT]
    columns = [sorted(values, key=str) for values in asked.values()]
    for age, combination in product(ages, product(*columns)):
        yield age, dict(zip(asked, combination, strict=True))


def _sides(name: str, value: Any) -> Iterable[Any]:
    """Return values of an attribute that meet a condition, and some that do not."""
    match name:
        case "area":
            return ("urban", "rural")
        case "member":
            return ("parent", "other")
        case "recognised_by":
            return _DEPARTMENTS
        case "grade":
            return _GRADES
        case "kind":
            return (*value, "physical")
        case _:
            return (True, False)


def _ages(clauses: Iterable[Clause]) -> set[int]:
    """Return an age well inside and one well outside every limit."""
    limits = {clause.age_min for clause in clauses} | {clause.age_below for clause in clauses}
    ages = {age for limit in limits if limit for age in (limit - 3, limit + 2)}
    return {max(age, 0) for age in ages} | ({ADULT} if ages else set())
