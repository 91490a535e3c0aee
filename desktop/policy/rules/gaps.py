"""Waiting in months by the years without cover (国办发〔2024〕38号 二), on exact days.

A fixed wait outside the window or after a gap, a variable one for each year missed, less for each
of those years paid for now. The numbers are the pack's.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from desktop.base.dates import add_months
from desktop.policy.case import Case
from desktop.policy.codes import WaitingCount
from desktop.policy.pack import AfterGaps
from desktop.policy.result import Reading
from desktop.policy.rules.standard import BenefitYearFound
from desktop.policy.verdict import Doubt

NO_HISTORY = Doubt("NOT_IN_DOC", "clerk", fact="cover_history")
_LAST_YEAR = 9900


class MonthsWaited(Struct, frozen=True, gc=False):
    """The months, the day they run from, and the days they come to."""

    months: int
    runs_from: date
    days: int

    def cover_starts(self, count: WaitingCount, paid_on: date) -> date:
        """Return the first day after the wait; payment day counts or not, other days do."""
        extra = count == "payment_day_is_day_0" and self.runs_from == paid_on
        return self.runs_from + timedelta(days=self.days + extra)


def months_waited(
    case: Case, rule: AfterGaps, year: BenefitYearFound
) -> tuple[MonthsWaited | None, Doubt | None]:
    """Return how long a person waits who is not free, or why that is open."""
    cite = case.text.waiting_at.cite
    gap = case.cover_history.gap_years
    if gap is None:
        return None, Doubt("NOT_IN_DOC", "clerk", cite, fact=NO_HISTORY.fact)
    months = months_of(rule, gap, case.cover_history.repaired_years or 0)
    readings = (Reading(f"等待期{months}个月", None),)
    if case.paid_on is None:
        return None, Doubt("NOT_IN_DOC", "clerk", cite, readings, fact="paid_on")
    runs_from = case.paid_on
    if rule.runs_from == "cover":
        if year.year is None:
            reason = "NO_BENEFIT_YEAR_IN_DOC" if year.doubt is None else year.doubt.reason
            return None, Doubt(reason, "admin", cite, readings)
        runs_from = max(runs_from, cover_opens(case, year.year))
    if runs_from.year >= _LAST_YEAR:
        return None, Doubt("NOT_IN_DOC", "admin", cite, readings)
    return MonthsWaited(months, runs_from, (add_months(runs_from, months) - runs_from).days), None


def months_of(rule: AfterGaps, gap_years: int, repaired_years: int) -> int:
    """Return the months of waiting: each of them is the pack's."""
    variable = rule.per_gap_year * gap_years - rule.less_per_repaired_year * repaired_years
    months = rule.fixed + max(0, variable)
    if rule.long_gap is None or rule.long_gap_at_least is None or gap_years < rule.long_gap:
        return months
    return max(months, rule.long_gap_at_least)


def cover_opens(case: Case, year: int) -> date:
    """Return the first day of cover that the payment can buy: printed, else 1 January."""
    period = case.text.benefit_period
    return date(year, 1, 1) if period is None else period[0].start


def months_inputs(case: Case, found: MonthsWaited) -> dict[str, object]:
    """Return the facts that the months rest on, as inputs of a trace entry."""
    history = case.cover_history
    return {
        "months": found.months,
        "gap_years": history.gap_years,
        "repaired_years": history.repaired_years or 0,
        "runs_from": found.runs_from,
    }
