"""The waiting period (待遇等待期): who is free from it, on which ground, and how long others wait.

医保发〔2021〕32号 二¶2; 赣医保发〔2021〕13号 三¶2 and 二（二）¶3; 桂医保发〔2021〕22号 二（一）¶3;
渝医保发〔2021〕70号 二¶3. Each ground is tried on its own and one is enough.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from desktop.base.dates import add_months
from desktop.policy.case import Case
from desktop.policy.law import Provision
from desktop.policy.request import Circumstance, Identity
from desktop.policy.result import Reading
from desktop.policy.rules.conditions import clause_holds
from desktop.policy.rules.gaps import NO_HISTORY, MonthsWaited, months_inputs, months_waited
from desktop.policy.rules.outcomes import Nothing, Outcome, Unsure
from desktop.policy.rules.recognition import held_on_known_days
from desktop.policy.rules.standard import BenefitYearFound
from desktop.policy.rules.window import WindowFound
from desktop.policy.sheet import Sheet
from desktop.policy.verdict import Doubt, Verdict, agreed, all_of, any_of

_LAST_YEAR = 9998


class Waiting(Struct, frozen=True, gc=False):
    """Whether a ground frees, whether the person is free in all, and the days of waiting.

    ``days`` is None with ``days_doubt`` where no text gives a length. Where the law counts months,
    ``months`` says how they come about and from which day they run.
    """

    at: Provision
    ground: Verdict
    exempt: Verdict
    days: int | None = None
    days_doubt: Doubt | None = None
    days_at: Provision | None = None
    window_exempt: Verdict | None = None
    months: MonthsWaited | None = None


def waiting(
    case: Case,
    window: WindowFound,
    outcomes: list[Outcome],
    graduate: Verdict | None,
    year: BenefitYearFound,
) -> Waiting:
    """Return who waits and how long."""
    rule, at = case.text.waiting, case.text.waiting_at
    ground = any_of(_grounds(case, outcomes))
    in_window = _window_frees(case, window)
    exempt: Verdict = in_window is True or graduate is True or ground
    if exempt is False:
        exempt = _without_ground(case, window, in_window, graduate)
    freed = _window_exempt(case, window, ground)
    if exempt is False and rule.after_gaps is not None:
        months, doubt = months_waited(case, rule.after_gaps, year)
        days = None if months is None else months.days
        return Waiting(at, ground, exempt, days, doubt, at, freed, months)
    days, doubt, days_at = _days(case, exempt, window)
    return Waiting(at, ground, exempt, days, doubt, days_at, freed)


def _window_frees(case: Case, window: WindowFound) -> Verdict:
    """Return whether enrolment inside the window frees: everybody, or only those without a gap.

    国办发〔2024〕38号 二: 未在居民医保集中参保期内参保或未连续参保的人员 wait.
    """
    if case.text.waiting.after_gaps is None or window.within is not True:
        return window.within is True
    gap = case.cover_history.gap_years
    return NO_HISTORY if gap is None else gap == 0


def _without_ground(
    case: Case, window: WindowFound, in_window: Verdict, graduate: Verdict | None
) -> Verdict:
    rule, at = case.text.waiting, case.text.waiting_at
    waits_in_window = rule.after_gaps is not None and bool(case.cover_history.gap_years)
    if type(window.within) is Doubt and not waits_in_window:
        return window.within
    if type(in_window) is Doubt:
        return in_window
    if type(graduate) is Doubt:
        return graduate
    if rule.late_enrolment and window.before:
        # J1: before the window opens there is no basis to collect, so nothing is settled.
        return at.silence
    return False


def _days(
    case: Case, exempt: Verdict, window: WindowFound
) -> tuple[int | None, Doubt | None, Provision | None]:
    """Return the length: 90 日 in Jiangxi, elsewhere only what the administrator set (X5)."""
    rule, at = case.text.waiting, case.text.waiting_at
    if exempt is True:
        return 0, None, (window.at if window.within is True else at)
    length, length_at = rule.days, at
    if length is None and rule.after_gaps is None:
        length, length_at = case.local.waiting_days, case.local_at("waiting_days")
    if type(exempt) is Doubt:
        if length == 0:
            return 0, None, length_at
        readings = () if length is None else (Reading("不设等待期", 0), Reading("设等待期", length))
        return None, Doubt(exempt.reason, exempt.needs, exempt.provision, readings), None
    if length is None:
        assert rule.open is not None, "the loader wants days or open"
        return None, Doubt(rule.open.reason, "admin", at.cite), None
    return length, None, length_at


def _window_exempt(case: Case, window: WindowFound, ground: Verdict) -> Verdict | None:
    """不受集中征缴期限制 (赣医保发〔2021〕13号 二（二）¶3), asked only outside the window."""
    if case.text.window_exempt_at is None or window.within is True:
        return None
    if ground is False and type(window.within) is Doubt:
        return window.within
    return ground


def _grounds(case: Case, outcomes: list[Outcome]) -> list[Verdict]:
    text = case.text
    grounds = [_circumstance(one, case) for one in case.circumstances]
    if text.free_identities or text.asked_identities:
        grounds += [_identity(one, case) for one in case.identities]
    if text.waiting.assisted:
        grounds += [_assisted(one, text.waiting_at) for one in outcomes]
    if text.waiting.students_asked and case.enrolled_as_student:
        grounds.append(text.waiting_at.silence)
    return grounds


def _circumstance(circumstance: Circumstance, case: Case) -> Verdict:
    text = case.text
    if circumstance.code in text.asked_circumstances:
        return text.waiting_at.silence
    if circumstance.code not in text.free_circumstances:
        return False
    if circumstance.code == "employee_cover_ended":
        return _after_employee_cover(circumstance, case)
    if circumstance.code == "newborn":
        return _newborn(case)
    return True


def _after_employee_cover(circumstance: Circumstance, case: Case) -> Verdict:
    """职工医保中断缴费3个月内: where it starts and how months count is not said (X4).

    Certain within three months of the last covered day; up to the end of the fourth month the
    readings differ; after that it is over.
    """
    at = case.text.waiting_at
    last_covered = circumstance.on
    if last_covered is None:
        return Doubt("NOT_IN_DOC", "clerk", at.cite, fact="on")
    rule, split = case.text.waiting, at.silence
    certain = _months_after(last_covered, rule.employee_months)
    asked = _end_of_month(_months_after(last_covered, rule.employee_months_asked))

    def on(day: date) -> Verdict:
        if day > asked:
            return False
        return last_covered <= day <= certain or split

    return agreed(tuple(on(day) for day in case.days), split)


def _newborn(case: Case) -> Verdict:
    """Return whether a newborn is free from waiting.

    An age limit is only in 渝医保发〔2021〕70号 二¶3 (出生后90天内, Q5), none elsewhere (X11).
    """
    limit = case.text.waiting.newborn_days
    if limit is None:
        return True
    at = case.text.waiting_at
    birth = case.request.birth_date
    if birth is None:
        return Doubt("NOT_IN_DOC", "clerk", at.cite, fact="birth_date")
    split = at.silence

    def on(day: date) -> Verdict:
        old = (day - birth).days
        return split if old == limit or old < 0 else old < limit

    return agreed(tuple(on(day) for day in case.days), split)


def _identity(identity: Identity, case: Case) -> Verdict:
    """农村低收入人口等特殊群体: who they are is only in 桂医保发〔2021〕22号 二（一）¶3 (X10)."""
    text = case.text
    free = text.free_identities.get(identity.code)
    if free is not None:
        condition = free.when is None or clause_holds(free.when, identity, case)
        return all_of((held_on_known_days(identity, case), condition))
    if identity.code not in text.asked_identities:
        return False
    held = held_on_known_days(identity, case)
    return held if held is False else text.waiting_at.silence


def _assisted(one: Outcome, at: Provision) -> Verdict:
    """资助参保对象 (赣医保发〔2021〕13号 三¶2); of those 参照执行 it is not said (J8)."""
    if type(one) is Nothing or one.group is None:
        return False
    if type(one) is Unsure and not one.certain:
        return Doubt(one.doubt.reason, one.doubt.needs, at.cite, fact=one.doubt.fact)
    return one.group.standing == "assisted" or at.silence


def _months_after(day: date, months: int) -> date:
    return date.max if day.year >= _LAST_YEAR else add_months(day, months)


def _end_of_month(day: date) -> date:
    if day.year >= _LAST_YEAR:
        return date.max
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def write_waiting(case: Case, found: Waiting, sheet: Sheet) -> None:
    """Write freedom from the window, freedom from waiting, and the days of waiting."""
    inputs: dict[str, object] = {**case.dates}
    if case.circumstances:
        inputs["circumstances"] = [entry.code for entry in case.circumstances]
    if case.identities:
        inputs["identities"] = [entry.code for entry in case.identities]
    if case.text.waiting.after_gaps is not None and case.cover_history.gap_years is not None:
        inputs["gap_years"] = case.cover_history.gap_years
    _write_window_exempt(case, found, inputs, sheet)
    if type(found.exempt) is Doubt:
        sheet.leave_open("waiting_exempt", found.exempt)
    else:
        sheet.settle("waiting_exempt", found.exempt, found.at, inputs)
    _write_days(case, found, sheet)
    _mention_expired(case, sheet)


def _write_window_exempt(
    case: Case, found: Waiting, inputs: dict[str, object], sheet: Sheet
) -> None:
    if type(found.window_exempt) is Doubt:
        sheet.leave_open("window_exempt", found.window_exempt)
    elif found.window_exempt is not None and case.text.window_exempt_at is not None:
        at = case.text.window_exempt_at
        sheet.settle("window_exempt", found.window_exempt, at, inputs)


def _write_days(case: Case, found: Waiting, sheet: Sheet) -> None:
    if found.days_doubt is not None:
        sheet.leave_open("waiting_days", found.days_doubt)
    elif found.days is not None:
        at = found.days_at or found.at
        of_days: dict[str, object] = {"waiting_exempt": found.exempt is True}
        if found.months is not None:
            of_days |= months_inputs(case, found.months)
        sheet.settle("waiting_days", found.days, at, of_days)


def _mention_expired(case: Case, sheet: Sheet) -> None:
    for identity in case.identities:
        if identity.valid_to is not None and all(day > identity.valid_to for day in case.days):
            sheet.mention("CERTIFICATION_EXPIRED")
