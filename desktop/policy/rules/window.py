"""The collection window (集中参保缴费期): whether registration and payment lie inside."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from desktop.policy.case import Case
from desktop.policy.law import Provision
from desktop.policy.rules.standard import Scheme
from desktop.policy.sheet import Sheet
from desktop.policy.verdict import Doubt, Verdict, agreed


class WindowFound(Struct, frozen=True, gc=False):
    """Whether the dates lie inside, and whether one lies before the window opens."""

    within: Verdict
    at: Provision
    before: bool = False
    start: date | None = None
    end: date | None = None


def within_window(case: Case, scheme: Scheme | Doubt) -> WindowFound:
    """Return whether the known dates lie inside the window; its ends belong to it.

    赣医保发〔2021〕13号 二（二）¶1; 渝医保发〔2021〕70号 一¶2 (the opening is not printed, Q1);
    桂医保发〔2021〕22号 二（一）¶3 (参保缴费: both inside). Elsewhere registration and payment must
    agree (X7). The enrolment period of students with an academic year is not stated (Q13).
    """
    rule, at = case.text.window, case.text.window_at
    if type(scheme) is Doubt:
        return WindowFound(scheme, at)
    if scheme == "academic":
        return WindowFound(Doubt("NO_WINDOW_IN_DOC", "admin", at.cite), at)
    local = case.local.window
    end = rule.end or (local.end if local else None)
    if end is None:
        return WindowFound(Doubt("NO_WINDOW_IN_DOC", "admin", at.cite), at)
    cited = at if rule.end else case.local_at("window")
    start = rule.start or (local.start if local else None)
    if rule.certain_from is not None and start is not None:
        start = min(start, rule.certain_from)
    before = start is not None and min(case.days) < start
    within = _inside(case.days[0], start, end, rule.certain_from, at)
    if len(case.days) > 1:
        paid = _inside(case.days[1], start, end, rule.certain_from, at)
        if rule.both_dates and (within is False or paid is False):
            within = False
        else:
            within = agreed((within, paid), at.silence)
    return WindowFound(within, cited, before, start or rule.certain_from, end)


def _inside(
    day: date, start: date | None, end: date, certain_from: date | None, at: Provision
) -> Verdict:
    if day > end:
        return False
    if start is not None:
        return day >= start
    if certain_from is not None and day >= certain_from:
        return True
    return Doubt("NO_WINDOW_IN_DOC", "admin", at.cite)


def write_window(case: Case, found: WindowFound, sheet: Sheet) -> None:
    """Write whether the dates lie inside the window."""
    if type(found.within) is Doubt:
        sheet.leave_open("within_window", found.within)
        return
    inputs = {**case.dates, "window_start": found.start, "window_end": found.end}
    sheet.settle("within_window", found.within, found.at, inputs)
