"""Graduates (渝医保发〔2021〕70号 二¶3): 毕业当年9月1日后3个月内参加居民医保并补缴当年费用."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.base.dates import add_months
from desktop.policy.case import Case
from desktop.policy.pack import Graduates
from desktop.policy.sheet import Sheet
from desktop.policy.verdict import Doubt, Verdict, agreed


def graduate_rule(case: Case) -> Verdict | None:
    """Return whether the rule applies; None where the law has none or nobody graduates.

    Both steps must lead to one answer (Q6): the day itself and the day three months after can be
    read two ways, and before its notice was in force the rule is not settled. Without any date
    the rule may apply.
    """
    found, student = case.text.graduates, case.request.student
    if found is None or student is None or student.graduation_year is None:
        return None
    rule, at = found
    if student.institution not in (rule.institution, "unspecified"):
        return False
    split = at.silence
    if not case.days:
        return Doubt("NOT_IN_DOC", "clerk", at.cite, fact="registered_on")
    verdict = agreed(
        tuple(_on(day, student.graduation_year, rule, at.valid_from, split) for day in case.days),
        split,
    )
    if verdict is True and student.institution == "unspecified":
        return Doubt("NOT_IN_DOC", "clerk", at.cite, fact="institution")
    return verdict


def _on(
    day: date, graduation_year: int, rule: Graduates, in_force: date | None, split: Doubt
) -> Verdict:
    opens = date(graduation_year, rule.month, rule.day)
    closes = add_months(opens, rule.months)
    if day < opens or day > closes:
        return False
    if in_force is not None and day < in_force:
        return Doubt("BEFORE_EFFECTIVE_DATE", "admin", split.provision)
    return opens < day < closes or split


def write_graduate(case: Case, verdict: Verdict | None, sheet: Sheet) -> None:
    """Write whether the rule applies, and that it was asked for before it was in force."""
    found = case.text.graduates
    if found is None or verdict is None:
        return
    at = found[1]
    if at.valid_from is not None and any(day < at.valid_from for day in case.days):
        sheet.mention("BEFORE_EFFECTIVE_DATE")
    if type(verdict) is Doubt:
        sheet.leave_open("graduate_rule_applies", verdict)
        return
    student = case.request.student
    inputs: dict[str, object] = {"days": case.days}
    if student is not None:
        inputs["graduation_year"] = student.graduation_year
    sheet.settle("graduate_rule_applies", verdict, at, inputs)


def cover_starts(graduation_year: int, rule: Graduates) -> date:
    """Return 当年9月1日, from which cover then counts."""
    return date(graduation_year, rule.month, rule.day)


def academic_dates(academic_year: str) -> tuple[date, date]:
    """Return the first and last day of ``2021-09/2022-08`` (2021年9月至2022年8月学年度)."""
    first, last = academic_year.split("/")
    start = date(int(first[:4]), int(first[5:]), 1)
    end_month = date(int(last[:4]), int(last[5:]), 1)
    return start, add_months(end_month, 1) - timedelta(days=1)
