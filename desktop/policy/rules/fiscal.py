"""The fiscal subsidy of one budget year, level by level (财政补助).

楚医保〔2021〕46号 二; 云医保〔2021〕90号 一; 桂医保发〔2021〕22号 一（一）;
赣医保发〔2021〕13号 二（一）; 渝医保发〔2021〕70号 一¶1; 医保发〔2021〕32号 一¶1. The figures are
for their year only (X2): a year without one stays open. Holders of a
residence permit are subsidised like local residents.
"""

from __future__ import annotations

from msgspec import Struct

from desktop.policy.case import Case
from desktop.policy.codes import Needs
from desktop.policy.law import FiscalFound, Provision, unit_class
from desktop.policy.pack import FiscalClass, FiscalRule, StudentFiscal
from desktop.policy.result import Fiscal
from desktop.policy.sheet import Sheet, amount_text, plain_fen
from desktop.policy.verdict import Doubt

LEVELS = ("central", "provincial", "prefecture", "county")

Levels = tuple[int | None, int | None, int | None, int | None]


class _Row(Struct, frozen=True, gc=False):
    """The four levels, and why those without a figure have none."""

    levels: Levels
    doubt: Doubt
    unit_class: FiscalClass | None = None


def fiscal(case: Case, sheet: Sheet) -> Fiscal | None:
    """Return the subsidy of the year asked for, and write what it rests on."""
    request = case.request
    year = request.subsidy_year
    if year is None:
        return None
    student = request.student
    institution = student.institution if student and case.enrolled_as_student else None
    key = year, case.local.unit_class, institution, request.residence_permit is True
    # A unit without a code may have any name, so what is found for one is not kept.
    kept = case.law.subsidies.get(key) if request.unit_name is None else None
    if kept is None:
        kept = _found(case, year)
        if request.unit_name is None and year in case.text.fiscal:
            case.law.subsidies[key] = kept
    sheet.trace.extend(kept.trace)
    for entry in kept.open:
        sheet.open.append(entry)
        sheet.mention(entry.reason)
    return kept.levels


def _found(case: Case, year: int) -> FiscalFound:
    sheet = Sheet()
    levels = _levels_of_year(case, year, sheet)
    return FiscalFound(levels, tuple(sheet.trace), tuple(sheet.open))


def _levels_of_year(case: Case, year: int, sheet: Sheet) -> Fiscal | None:
    found = case.text.fiscal.get(year)
    if found is None:
        cite = next((at.cite for _, at in case.text.fiscal.values()), None)
        sheet.leave_open("fiscal", Doubt("YEAR_NOT_IN_DOC", "admin", cite))
        return None
    rule, at = found
    row = _row_of_place(case, rule, at)
    total, row, at = _with_students(case, rule, at, row)
    inputs = _inputs(case, row)
    central, provincial, prefecture, county = (
        _level(case, name, fen, row.doubt, at, inputs, sheet)
        for name, fen in zip(LEVELS, row.levels, strict=True)
    )
    if total is None:
        doubt = Doubt("FLOOR_ONLY", "admin", at.cite)
        sheet.leave_open("fiscal.total", doubt, at_least=rule.floor)
    else:
        sheet.settle("fiscal.total", amount_text(total), at, inputs)
    return Fiscal(central, provincial, prefecture, county, plain_fen(total))


def _row_of_place(case: Case, rule: FiscalRule, at: Provision) -> _Row:
    """Return the levels of the place: by class, by amounts, or open.

    楚医保〔2021〕46号 二: the prefecture bears its class's share of 34.80, the county the rest.
    桂医保发〔2021〕22号 一（一）: the class of a unit is not listed (G6).
    """
    needs_split = Doubt(rule.open.reason, "admin", at.cite)
    found = unit_class(rule, case.law.unit, case.request.unit_name)
    if found is None:
        chosen = case.local.unit_class
        found = next((one for one in rule.classes if one.code == chosen), None)
    if found is None:
        return _Row((rule.central, rule.provincial, None, None), needs_split)
    if found.prefecture_share is None:
        levels = (rule.central, found.provincial, found.prefecture, found.county)
        return _Row(levels, needs_split, found)
    shared = rule.prefecture_and_county
    assert shared is not None, "the loader refuses a share of nothing"
    # The loader refuses a share that does not come out in whole fen, so nothing is rounded.
    prefecture = int(shared * found.prefecture_share)
    split = (rule.central, rule.provincial, prefecture, shared - prefecture)
    return _Row(split, needs_split, found)


def _with_students(
    case: Case, rule: FiscalRule, at: Provision, row: _Row
) -> tuple[int | None, _Row, Provision]:
    """Return total and levels for a university student, else as they are.

    云医保〔2021〕90号 一 (省属在昆高校: 580, no split, C14); 桂医保发〔2021〕22号 一（一）
    (自治区直属高校: all of 116 borne by the region). Students elsewhere are not named: a level is
    given only where the place's row and the students' row agree (G7).
    """
    found, student = case.text.student_fiscal, case.request.student
    year = case.request.subsidy_year
    if student is None or not case.enrolled_as_student or found is None:
        return rule.total, row, at
    named, named_at = found
    if named.subsidy_year != year:
        return rule.total, row, at
    if student.institution == named.institution:
        return (
            named.total,
            _Row(_levels(named), Doubt(named.open.reason, "admin", named_at.cite)),
            named_at,
        )
    needs: Needs = "clerk" if student.institution == "unspecified" else "admin"
    agreeing = tuple(
        one if one == other else None for one, other in zip(row.levels, _levels(named), strict=True)
    )
    doubt = Doubt(named.open.reason, needs, named_at.cite)
    central, provincial, prefecture, county = agreeing
    if row.unit_class is None:
        doubt = Doubt(row.doubt.reason, row.doubt.needs, row.doubt.provision)
    return rule.total, _Row((central, provincial, prefecture, county), doubt, row.unit_class), at


def _levels(named: StudentFiscal) -> Levels:
    return named.central, named.provincial, named.prefecture, named.county


def _level(
    case: Case,
    name: str,
    fen: int | None,
    doubt: Doubt,
    at: Provision,
    inputs: dict[str, object],
    sheet: Sheet,
) -> int | None:
    """Write one level; a municipality has no prefecture, which is settled."""
    field = f"fiscal.{name}"
    if fen is not None:
        sheet.settle(field, amount_text(fen), at, inputs)
    elif not (name == "prefecture" and case.law.municipality):
        sheet.leave_open(field, doubt)
    return plain_fen(fen)


def _inputs(case: Case, row: _Row) -> dict[str, object]:
    inputs: dict[str, object] = {
        "subsidy_year": case.request.subsidy_year,
        "unit": case.request.unit_name or case.law.unit,
    }
    if row.unit_class is not None:
        inputs["unit_class"] = row.unit_class.code
        inputs["class_name"] = row.unit_class.name
        if row.unit_class.prefecture_share is not None:
            share = row.unit_class.prefecture_share
            inputs["prefecture_share"] = f"{share.numerator}/{share.denominator}"
    if case.request.residence_permit:
        inputs["residence_permit"] = case.text.residence_permit_at.cite
    return inputs
