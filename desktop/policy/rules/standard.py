"""The personal standard and the year it buys (个人缴费标准, 待遇年度)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desktop.policy.case import Case
from desktop.policy.law import Provision
from desktop.policy.pack import Standard
from desktop.policy.result import Reading
from desktop.policy.rules.age import has_completed
from desktop.policy.sheet import Sheet, amount_text
from desktop.policy.verdict import Doubt, Verdict

Scheme = Literal["resident", "academic"]


class PersonalStandard(Struct, frozen=True, gc=False):
    """The amount before assistance in fen, or why there is none.

    ``floor`` is the least it can be where the text gives only that. ``refused`` names the reason
    why the text forbids enrolment at the figures given. ``age_min`` is the age from which the
    amount is paid, where it hangs on age.
    """

    at: Provision
    fen: int | None = None
    doubt: Doubt | None = None
    floor: int | None = None
    refused: Literal["INVALID_TIER", "BELOW_FLOOR"] | None = None
    age_min: int | None = None

    @property
    def year_not_priced(self) -> bool:
        """Whether the year asked for is not the one the text prices."""
        return self.doubt is not None and self.doubt.reason == "YEAR_NOT_IN_DOC"


class BenefitYearFound(Struct, frozen=True, gc=False):
    """The benefit year, None for an academic year, or why it is open."""

    at: Provision
    year: int | None = None
    doubt: Doubt | None = None


def scheme_of(case: Case) -> Scheme | Doubt:
    """Return whether the person enrols for a calendar or an academic year.

    渝医保发〔2021〕70号 一¶2: 在渝高校大学生参加…学年度居民医保. Which year a student without an
    academic year means is for the desk to ask; students of other places who ask for one are not
    spoken of (Q11).
    """
    student = case.request.student
    if not case.text.academic or student is None or not case.enrolled_as_student:
        return "resident"
    at = next(iter(case.text.academic.values()))[1]
    covered = any(key[0] == student.institution for key in case.text.academic)
    if student.academic_year is None:
        if not covered and student.institution != "unspecified":
            return "resident"
        return Doubt("NOT_IN_DOC", "clerk", at.cite, fact="academic_year")
    if covered:
        return "academic"
    needs: Literal["admin", "clerk"] = "clerk" if student.institution == "unspecified" else "admin"
    return Doubt("NOT_IN_DOC", needs, at.cite, fact="institution")


def benefit_year(case: Case, scheme: Scheme | Doubt, graduate: Verdict | None) -> BenefitYearFound:
    """Return the year the contribution buys cover for (X1 in Chuxiong; an academic year: none)."""
    rule, at = case.text.benefit_year, case.text.benefit_year_at
    if type(scheme) is Doubt:
        return BenefitYearFound(at, doubt=scheme)
    if scheme == "academic":
        return BenefitYearFound(at)
    if rule.year is not None:
        student = case.request.student
        own = None if student is None else student.graduation_year
        if graduate is None or graduate is False or own == rule.year:
            return BenefitYearFound(at, rule.year)
        if graduate is True:
            return BenefitYearFound(at, own)
        return BenefitYearFound(at, doubt=graduate)
    if case.local.benefit_year is not None:
        return BenefitYearFound(case.local_at("benefit_year"), case.local.benefit_year)
    return BenefitYearFound(at, doubt=case.text.year_doubt)


def personal_standard(
    case: Case, scheme: Scheme | Doubt, graduate: Verdict | None
) -> PersonalStandard:
    """Return what the person owes before assistance."""
    row, at = next(iter(case.text.standards.values()))
    tier = case.request.tier
    if case.text.tiers and tier is not None and tier not in case.text.tiers:
        doubt = Doubt("INVALID_TIER", "clerk", at.cite, fact="tier")
        return PersonalStandard(at, doubt=doubt, refused="INVALID_TIER")
    if graduate is not None and graduate is not False:
        return _fee_of_the_year_not_printed(case, at)
    if type(scheme) is Doubt:
        return PersonalStandard(at, doubt=scheme)
    if not _year_priced(case, scheme):
        return PersonalStandard(at, doubt=Doubt("YEAR_NOT_IN_DOC", "admin", at.cite))
    if case.text.tiers:
        return _of_tier(case, scheme, at)
    if row.ages:
        return _of_age(case, row, at)
    if row.amount is not None:
        return PersonalStandard(at, row.amount)
    return _above_floor(case, row, at)


def _fee_of_the_year_not_printed(case: Case, at: Provision) -> PersonalStandard:
    """补缴当年费用 (渝医保发〔2021〕70号 二¶3): full, prorated or which tier is not said (Q6)."""
    graduates = case.text.graduates
    cite = at.cite if graduates is None else graduates[1].cite
    return PersonalStandard(at, doubt=Doubt("NOT_IN_DOC", "admin", cite))


def _year_priced(case: Case, scheme: Scheme) -> bool:
    student = case.request.student
    academic_year = student.academic_year if student and case.enrolled_as_student else None
    if scheme == "academic":
        return any(key[1] == academic_year for key in case.text.academic)
    rule = case.text.benefit_year
    settled = rule.year or case.local.benefit_year
    if academic_year is not None and settled is not None and not case.text.academic:
        return False
    asked = case.request.benefit_year
    if asked is None:
        return True
    # Where the text names no year, a year that one of the readings of X1 gives is not excluded.
    return asked == settled if settled is not None else asked in rule.readings


def _of_tier(case: Case, scheme: Scheme, at: Provision) -> PersonalStandard:
    """一档、二档 (渝医保发〔2021〕70号 一¶2): the person chooses; nobody else does (Q9)."""
    tier = case.request.tier
    if tier is None:
        return PersonalStandard(at, doubt=Doubt("TIER_REQUIRED", "clerk", at.cite, fact="tier"))
    student = case.request.student
    if scheme == "academic" and student is not None:
        key = student.institution, student.academic_year or "", tier
        academic, academic_at = case.text.academic[key]
        return PersonalStandard(academic_at, academic.amount)
    row, row_at = case.text.standards[tier]
    return _of_age(case, row, row_at) if row.ages else PersonalStandard(row_at, row.amount)


def _of_age(case: Case, row: Standard, at: Provision) -> PersonalStandard:
    """Return the amount for the person's age; open only between ages that pay differently."""
    possible, doubt = [row.ages[0]], None
    for fee in row.ages[1:]:
        reached = has_completed(fee.age_min, case)
        if reached is False:
            break
        if reached is True:
            possible, doubt = [fee], None
        else:
            possible.append(fee)
            doubt = doubt or reached
    amounts = [fee.amount for fee in possible]
    if doubt is None or len(set(amounts)) == 1:
        return PersonalStandard(at, amounts[0], age_min=possible[0].age_min)
    readings = tuple(Reading(f"自{fee.age_min}周岁起", amount_text(fee.amount)) for fee in possible)
    open_to = Doubt(doubt.reason, doubt.needs, at.cite, readings, doubt.fact)
    return PersonalStandard(at, doubt=open_to, floor=min(amounts))


def _above_floor(case: Case, row: Standard, at: Provision) -> PersonalStandard:
    """Return the amount set above the floor, or the nation's if it sets a new one.

    桂医保发〔2021〕22号 一（二）: 不低于320元; 国家对个人缴费有新规定的，从其规定.
    """
    local = case.local
    if row.national_prevails and local.national_personal_standard is not None:
        return PersonalStandard(
            case.local_at("national_personal_standard"), local.national_personal_standard
        )
    floor = row.floor
    if local.personal_standard is None:
        return PersonalStandard(at, doubt=Doubt("FLOOR_ONLY", "admin", at.cite), floor=floor)
    if floor is not None and local.personal_standard < floor:
        doubt = Doubt("BELOW_FLOOR", "admin", at.cite)
        return PersonalStandard(at, doubt=doubt, floor=floor, refused="BELOW_FLOOR")
    return PersonalStandard(case.local_at("personal_standard"), local.personal_standard)


def write_standard(
    case: Case, found: PersonalStandard, year: BenefitYearFound, sheet: Sheet
) -> None:
    """Write benefit year and personal standard, and what they rest on."""
    if year.doubt is not None:
        sheet.leave_open("benefit_year", year.doubt)
    elif year.year is not None:
        inputs = {"campaign_year": case.request.campaign_year}
        sheet.settle("benefit_year", year.year, year.at, inputs)
    if found.doubt is not None:
        sheet.leave_open("personal_standard", found.doubt, at_least=found.floor)
        return
    assert found.fen is not None, "a standard is settled or open"
    sheet.settle(
        "personal_standard", amount_text(found.fen), found.at, _standard_inputs(case, found)
    )


def _standard_inputs(case: Case, found: PersonalStandard) -> dict[str, object]:
    inputs: dict[str, object] = {"division": case.law.unit}
    if case.text.tiers:
        inputs["tier"] = case.request.tier
    student = case.request.student
    if student is not None and student.academic_year is not None:
        inputs["academic_year"] = student.academic_year
    if found.age_min is not None:
        inputs["age_min"] = found.age_min
    return inputs
