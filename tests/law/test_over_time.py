"""Coverage over time: whatever the day, every field is given, open, settled as none or not asked.

These tests assert no amounts and do not replace the cases. They look for holes: a day, a place or
a household on which the calculator fails, says two things at once, or says nothing.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.base.dates import add_months
from tests.law.support import (
    BEIJING,
    CHONGQING,
    CHUXIONG_CITY,
    GANZHOU,
    GUANGXI,
    KUNMING,
    ask,
    open_fields,
)

PLACES = (CHUXIONG_CITY, KUNMING, GANZHOU, GUANGXI, CHONGQING, BEIJING)
FIRST = date(2021, 9, 1)
MONTHS = [add_months(FIRST, months) for months in range(17)]

PERSONS: dict[str, dict[str, object]] = {
    "resident": {"birth_date": "1980-04-01"},
    "elder": {"birth_date": "1950-04-01"},
    "child": {"birth_date": "2012-04-01"},
    "poor": {"identities": [{"code": "subsistence_allowance", "area": "rural"}]},
    "very poor": {"identities": [{"code": "extremely_poor"}]},
    "newborn": {"circumstances": [{"code": "newborn"}], "birth_date": "2021-08-20"},
    "left work": {"circumstances": [{"code": "employee_cover_ended", "on": "2022-03-31"}]},
    "student": {"student": {"institution": "in_chongqing", "academic_year": "2021-09/2022-08"}},
    "graduate": {"student": {"institution": "in_chongqing", "graduation_year": 2022}},
}

ALWAYS = (
    "personal_standard",
    "assistance",
    "assistance_kind",
    "net_payable",
    "allowed",
)
WITH_DATES = ("within_window", "waiting_exempt", "waiting_days", "benefit_end")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("person", PERSONS)
def test_every_field_is_given_or_open_on_every_day(place: str, person: str) -> None:
    days = [day + offset for day in MONTHS for offset in (timedelta(days=-1), timedelta(0))]
    for day in days:
        result = ask(place, tier="1", registered_on=str(day), paid_on=str(day), **PERSONS[person])
        listed = open_fields(result)
        for field in (*ALWAYS, *WITH_DATES):
            given = result[field] is not None
            assert given is not (field in listed), (day, field)
        entries = result["undetermined"]
        assert isinstance(entries, list)
        assert len(entries) == len(listed), "a field is listed twice"


@pytest.mark.parametrize("place", PLACES)
def test_what_is_given_is_traced_once(place: str) -> None:
    for day in MONTHS:
        result = ask(
            place,
            tier="1",
            subsidy_year=2021,
            paid_amount="320.00",
            registered_on=str(day),
            paid_on=str(day),
        )
        trace = result["trace"]
        assert isinstance(trace, list)
        fields = [entry["field"] for entry in trace]
        assert len(fields) == len(set(fields))
        for field in (*ALWAYS[:2], "net_payable", *WITH_DATES, "benefit_start", "benefit_year"):
            assert (field in fields) is (result[field] is not None), (day, field)
        for entry in trace:
            step, _, level = entry["field"].partition(".")
            value = result[step]
            assert entry["value"] == (value[level] if isinstance(value, dict) else value)
            assert entry["document"]
            assert entry["article"]
