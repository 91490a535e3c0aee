"""Ages: 60周岁以上, 不满18周岁. The notices name no day on which an age counts (X12)."""

from __future__ import annotations

from calendar import isleap
from datetime import date

from desktop.policy.case import Case
from desktop.policy.verdict import Doubt, Verdict

NO_BIRTH_DATE = Doubt("NOT_IN_DOC", "clerk", fact="birth_date")
ON_THE_BIRTHDAY = Doubt("NOT_IN_DOC", "admin")
NO_AGE_DATE = Doubt("NO_AGE_DATE_IN_DOC", "admin")

_LEAP_DAY = (2, 29)
_DAY_AFTER_LEAP_DAY = (3, 1)


def has_completed(years: int, case: Case) -> Verdict:
    """Return whether the person has completed ``years`` years of age.

    With an `age_as_of` that day alone counts, and on the birthday itself the texts can be read
    two ways. Without, it is settled only if registration, payment, 1 January of the campaign
    year and 1 January of the year after all say the same.
    """
    birth = case.request.birth_date
    if birth is None:
        return NO_BIRTH_DATE
    as_of = case.local.age_as_of
    if as_of is not None:
        side = _side(birth, years, as_of)
        return ON_THE_BIRTHDAY if side == 0 else side > 0
    year = case.request.campaign_year
    sides = {_side(birth, years, day) for day in case.days}
    sides.add(_side(birth, years, date(year, 1, 1)))
    sides.add(_side(birth, years, date(year + 1, 1, 1)))
    if len(sides) > 1 or 0 in sides:
        return NO_AGE_DATE
    return sides.pop() > 0


def _side(birth: date, years: int, day: date) -> int:
    """Return -1 before the birthday on which ``years`` are completed, 0 on it, 1 after it."""
    year = birth.year + years
    month_day = birth.month, birth.day
    if month_day == _LEAP_DAY and not isleap(year):
        month_day = _DAY_AFTER_LEAP_DAY
    birthday = (year, *month_day)
    today = day.year, day.month, day.day
    return (today > birthday) - (today < birthday)
