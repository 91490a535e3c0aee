"""When cover starts and ends (待遇享受期).

赣医保发〔2021〕13号 二（二）¶1 (the period) and 三¶2 (自缴费之日起…90日); 渝医保发〔2021〕70号
一¶2 and 二¶3; 桂医保发〔2021〕22号 二（一）¶3 (从参保当月起). "No waiting period" alone names no
day (X9): there a local value says by which rule cover starts. A day that hangs on a benefit year
not known stays open.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from msgspec import Struct

from desktop.policy.case import Case, later
from desktop.policy.codes import WaitingCount
from desktop.policy.law import Provision
from desktop.policy.result import Reading
from desktop.policy.rules.gaps import cover_opens
from desktop.policy.rules.graduates import academic_dates, cover_starts
from desktop.policy.rules.standard import BenefitYearFound, Scheme
from desktop.policy.rules.waiting import Waiting
from desktop.policy.rules.window import WindowFound
from desktop.policy.sheet import Sheet
from desktop.policy.verdict import Doubt, Verdict


class Start(Struct, frozen=True, gc=False):
    """The first day of cover, or the month alone, or why they are open; nothing if there is none.

    ``month_doubt`` is only used where the law names the month.
    """

    at: Provision
    day: date | None = None
    doubt: Doubt | None = None
    month: str | None = None
    month_doubt: Doubt | None = None


class Facts(Struct, frozen=True, gc=False):
    """What the start and the end of cover depend on, already found."""

    scheme: Scheme | Doubt
    year: BenefitYearFound
    window: WindowFound
    waiting: Waiting
    graduate: Verdict | None


def benefit_start(case: Case, facts: Facts) -> Start:
    """Return when cover starts."""
    rule, at = case.text.benefit_start, case.text.benefit_start_at
    if case.unpaid:
        return Start(at)
    monthly = rule.rule == "month_of_enrolment"
    if type(facts.scheme) is Doubt:
        return Start(at, doubt=facts.scheme)
    if facts.scheme == "academic":
        return _academic_start(case, at)
    if facts.graduate is True:
        return _graduate_start(case, at)
    exempt = facts.waiting.exempt
    if type(exempt) is Doubt:
        return Start(at, doubt=exempt, month_doubt=exempt if monthly else None)
    if exempt is False and facts.waiting.days != 0:
        start = _not_before_birth(case, _after_waiting(case, facts))
        if monthly and start.doubt is not None:
            return Start(start.at, doubt=start.doubt, month_doubt=start.doubt)
        return start
    return _not_before_birth(case, _without_waiting(case, facts))


def _without_waiting(case: Case, facts: Facts) -> Start:
    match case.text.benefit_start.rule:
        case "month_of_enrolment":
            return _month_of_enrolment(case, facts)
        case "period" if facts.window.within is True:
            return _period(case, facts)
        case "first_of_year" if facts.window.within is True:
            return _first_of_year(case, facts)
        case _:
            return _by_local_rule(case, facts)


def _period(case: Case, facts: Facts) -> Start:
    """Return the first day of 待遇享受期 (赣医保发〔2021〕13号 二（二）¶1) if paid before it.

    Of payment inside the window but inside the period too, only a local value decides (X8).
    """
    period = case.text.benefit_period
    assert period is not None, "a pack with this rule has a period"
    paid = case.paid_on or case.days[0]
    if paid <= period[0].start:
        return Start(period[1], period[0].start)
    if case.local.benefit_start_rule is not None:
        return _by_local_rule(case, facts)
    readings = (
        Reading("X8：自待遇享受期首日起", period[0].start.isoformat()),
        Reading("X8：自缴费之日起", paid.isoformat()),
    )
    return Start(period[1], doubt=Doubt("NOT_IN_DOC", "admin", period[1].cite, readings))


def _first_of_year(case: Case, facts: Facts) -> Start:
    """集中参保期内参保并完成缴费的，从2022年1月1日起享受待遇 (渝医保发〔2021〕70号 一¶2)."""
    at = case.text.benefit_start_at
    if facts.year.year is None:
        return Start(at, doubt=facts.year.doubt)
    return Start(at, date(facts.year.year, 1, 1))


def _graduate_start(case: Case, at: Provision) -> Start:
    found, student = case.text.graduates, case.request.student
    assert found is not None, "the rule applies"
    assert student is not None, "the rule applies to a graduate"
    assert student.graduation_year is not None, "the rule applies to a graduate"
    return Start(found[1], cover_starts(student.graduation_year, found[0]))


def _academic_start(case: Case, at: Provision) -> Start:
    """2021年9月至2022年8月学年度: when cover starts for who pays later is not stated (Q13)."""
    dates = _academic_year(case)
    if type(dates) is Doubt:
        return Start(at, doubt=dates)
    if max(case.days) <= dates[0]:
        return Start(at, dates[0])
    return Start(at, doubt=at.silence)


def _academic_year(case: Case) -> tuple[date, date] | Doubt:
    student = case.request.student
    year = student.academic_year if student is not None else None
    rows = {key[1]: at for key, (_, at) in case.text.academic.items()}
    if year is None or year not in rows:
        return Doubt("YEAR_NOT_IN_DOC", "admin", next(iter(rows.values())).cite)
    return academic_dates(year)


def _month_of_enrolment(case: Case, facts: Facts) -> Start:
    """从参保当月起享受 (桂医保发〔2021〕22号 二（一）¶3): the month; the day is not said (G5).

    Enrolled before the benefit year: this month or that year's January, not said either.
    """
    at = case.text.benefit_start_at
    year = facts.year.year
    if year is None:
        return Start(at, doubt=facts.year.doubt, month_doubt=facts.year.doubt)
    months = {day.replace(day=1) for day in case.days}
    first = min(months)
    if len(months) > 1 or first.year < year:
        readings = tuple(
            Reading(f"G5：自{month:%Y-%m}起", f"{month:%Y-%m}")
            for month in sorted({*months, max(first, date(year, 1, 1))})
        )
        doubt = Doubt("NOT_IN_DOC", "admin", at.cite, readings)
        return Start(at, doubt=at.silence, month_doubt=doubt)
    month = f"{first:%Y-%m}"
    starts = {first, *case.days}
    if len(starts) == 1:
        return Start(at, first, month=month)
    chosen = _by_local_rule(case, facts)
    if chosen.day is not None and chosen.day.replace(day=1) == first:
        return Start(chosen.at, chosen.day, month=month)
    readings = tuple(Reading("G5", day.isoformat()) for day in sorted(starts))
    return Start(at, doubt=Doubt("NOT_IN_DOC", "admin", at.cite, readings), month=month)


def _by_local_rule(case: Case, facts: Facts) -> Start:
    """Return the start by the rule the administrator set; open without rule or benefit year."""
    at = case.text.benefit_start_at
    if facts.year.year is None:
        return Start(at, doubt=facts.year.doubt)
    rule = case.local.benefit_start_rule
    silent = Doubt(case.text.benefit_start.open.reason, "admin", at.cite)
    if rule is None:
        return Start(at, doubt=silent)
    local_at = case.local_at("benefit_start_rule")
    found = _named_day(case, rule, facts.year.year, silent)
    if type(found) is Doubt:
        return Start(local_at, doubt=found)
    start = max(found, date(facts.year.year, 1, 1))
    if start > _last_day(case, facts.year.year):
        return Start(local_at)
    return Start(local_at, start)


def _named_day(
    case: Case,
    rule: Literal["payment_day", "first_of_month", "birth_day", "first_of_benefit_year"],
    year: int,
    silent: Doubt,
) -> date | Doubt:
    match rule:
        case "payment_day":
            return case.paid_on or Doubt("NOT_IN_DOC", "clerk", silent.provision, fact="paid_on")
        case "first_of_month":
            return (case.paid_on or case.days[0]).replace(day=1)
        case "first_of_benefit_year":
            return date(year, 1, 1)
        case "birth_day":
            birth = case.request.birth_date
            return birth if birth is not None and case.is_newborn else silent


def _not_before_birth(case: Case, start: Start) -> Start:
    """Cover before birth is never given: whether it runs from birth is not said (X11, G5)."""
    birth = case.request.birth_date
    if birth is None or start.day is None or start.day >= birth:
        return start
    readings = (
        Reading("按文件所定之日", start.day.isoformat()),
        Reading("X11：自出生之日起", birth.isoformat()),
    )
    doubt = Doubt("NOT_IN_DOC", "admin", start.at.cite, readings)
    return Start(start.at, doubt=doubt, month=start.month)


def _after_waiting(case: Case, facts: Facts) -> Start:
    """Return the day after the wait: 自缴费之日起设置90日 (赣医保发〔2021〕13号 三¶2).

    Whether payment day is day 1 is not said (X6). Nothing is left if the wait outlasts
    the benefit year in every counting (J15).
    """
    found = facts.waiting
    at = found.days_at or found.at
    if found.days is None:
        return Start(at, doubt=found.days_doubt)
    if case.paid_on is None:
        return Start(at, doubt=Doubt("NOT_IN_DOC", "clerk", at.cite, fact="paid_on"))
    if facts.year.year is None:
        return Start(at, doubt=facts.year.doubt)
    last = _last_day(case, facts.year.year)
    starts = {
        name: day if day <= last else None
        for name, day in _counted(found, found.days, case.paid_on, case, facts.year.year).items()
    }
    rule = case.text.waiting.after_gaps
    if rule is not None and rule.count is not None:
        return Start(at, starts[rule.count])
    if case.local.waiting_count is not None:
        return Start(case.local_at("waiting_count"), starts[case.local.waiting_count])
    if len(set(starts.values())) == 1:
        return Start(at, starts["payment_day_is_day_1"])
    words = {
        "payment_day_is_day_1": "X6：缴费当日为第1日",
        "payment_day_is_day_0": "X6：缴费次日为第1日",
    }
    readings = tuple(
        Reading(words[name], None if day is None else day.isoformat())
        for name, day in starts.items()
    )
    return Start(at, doubt=Doubt("NOT_IN_DOC", "admin", at.cite, readings))


def _counted(
    found: Waiting, days: int, paid_on: date, case: Case, year: int
) -> dict[WaitingCount, date]:
    """Return the first day after the wait by each way to count it.

    What is paid before the year of cover buys none before it.
    """
    opens, months = cover_opens(case, year), found.months
    if months is None:
        return {
            "payment_day_is_day_1": max(opens, later(paid_on, days)),
            "payment_day_is_day_0": max(opens, later(paid_on, days + 1)),
        }
    counts: tuple[WaitingCount, ...] = get_args(WaitingCount)
    return {count: max(opens, months.cover_starts(count, paid_on)) for count in counts}


def _last_day(case: Case, year: int) -> date:
    period = case.text.benefit_period
    return date(year, 12, 31) if period is None else period[0].end


def benefit_end(case: Case, facts: Facts) -> tuple[date | Doubt, Provision]:
    """Return the last day of cover.

    Printed only in 赣医保发〔2021〕13号 二（二）¶1 and, by its months, for the academic year; a
    benefit year that the administrator set ends with the year. Elsewhere not printed (Q14).
    """
    at = case.text.benefit_year_at
    if type(facts.scheme) is Doubt:
        return facts.scheme, at
    if facts.scheme == "academic":
        dates = _academic_year(case)
        return (dates if type(dates) is Doubt else dates[1]), at
    period = case.text.benefit_period
    if period is not None:
        return period[0].end, period[1]
    if facts.year.doubt is not None:
        return facts.year.doubt, at
    if case.text.benefit_year.year is None and facts.year.year is not None:
        return date(facts.year.year, 12, 31), facts.year.at
    return at.silence, at


def write_benefit(
    case: Case, start: Start, end: tuple[date | Doubt, Provision], sheet: Sheet
) -> None:
    """Write the first day or month of cover and its last day."""
    inputs = case.dates
    if start.month is not None:
        at = case.text.benefit_start_at
        sheet.settle("benefit_start_month", start.month, at, inputs)
    elif start.month_doubt is not None:
        sheet.leave_open("benefit_start_month", start.month_doubt)
    if start.doubt is not None:
        sheet.leave_open("benefit_start", start.doubt)
    elif start.day is not None:
        sheet.settle("benefit_start", start.day.isoformat(), start.at, inputs)
    last, at = end
    if type(last) is Doubt:
        sheet.leave_open("benefit_end", last)
    else:
        sheet.settle("benefit_end", last.isoformat(), at, {})
