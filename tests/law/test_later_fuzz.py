"""Whatever is asked under this year's law or a later one: no failure, no gap, no contradiction."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.policy import LawBook, assess_json
from desktop.policy.codes import CIRCUMSTANCE_CODES, IDENTITY_CODES, RESULT_FIELDS
from desktop.policy.json_lines import LineCalculator
from tests.law.later import ANYWHERE, BY_AGE, FLOOR, SHARES, later_book
from tests.law.support import ask, open_entry, open_fields, shipped_book, value_at

PLACES_2021 = ("532301", "530102", "539999", "360702", "450102", "500101", "110101", "999999")
PLACES_2025 = (ANYWHERE, BY_AGE, SHARES, FLOOR, "999999")
EDGES_2021 = (
    *("0001-01-01", "2021-09-22", "2021-09-30", "2021-10-01", "2021-11-30", "2021-12-01"),
    *("2021-12-06", "2021-12-31", "2022-01-01", "2022-03-31", "2022-04-01", "2022-08-31"),
    *("2022-09-01", "2022-10-02", "2022-12-01", "2022-12-31", "2023-01-01", "9999-12-31"),
)
EDGES_2025 = (
    *("0001-01-01", "2007-07-01", "2025-09-01", "2025-09-30", "2025-10-01", "2025-12-31"),
    *("2026-01-01", "2026-01-31", "2026-03-31", "2026-04-01", "2026-12-31", "9999-12-31"),
)
AMOUNTS = ("0.00", "0.01", "120.00", "200.00", "319.99", "320.00", "320.01", "400.00", "695.00")
ALWAYS = ("personal_standard", "assistance", "assistance_kind", "net_payable", "allowed")
DATED = ("within_window", "waiting_exempt", "waiting_days", "benefit_end")
TRACED = (
    *("benefit_year", "personal_standard", "assistance", "net_payable"),
    *("retroactive_assistance", "window_exempt", "benefit_start", "benefit_start_month", *DATED),
)


@cache
def calculators() -> dict[int, tuple[LawBook, LineCalculator]]:
    """Return the books by campaign, each with a calculator that remembers all it was asked."""
    books = {2021: shipped_book(), 2025: later_book()}
    return {year: (book, LineCalculator(book)) for year, book in books.items()}


def requests(year: int) -> st.SearchStrategy[dict[str, Any]]:
    edges, places = (EDGES_2021, PLACES_2021) if year == 2021 else (EDGES_2025, PLACES_2025)
    days, amounts = st.sampled_from(edges), st.sampled_from(AMOUNTS)
    identities = st.fixed_dictionaries(
        {"code": st.sampled_from(IDENTITY_CODES)},
        optional={
            "recognised_on": days,
            "valid_to": days,
            "area": st.sampled_from(["urban", "rural"]),
            "certified": st.booleans(),
            "grade": st.integers(1, 4),
        },
    )
    local = st.fixed_dictionaries(
        {},
        optional={
            "window": st.tuples(days, days).map(lambda two: {"start": min(two), "end": max(two)}),
            "personal_standard": amounts,
            "waiting_days": st.sampled_from([0, 1, 30, 3660]),
            "waiting_count": st.sampled_from(["payment_day_is_day_0", "payment_day_is_day_1"]),
            "age_as_of": days,
            "benefit_year": st.sampled_from([1, year, year + 1, 9999]),
            "benefit_start_rule": st.sampled_from(["payment_day", "first_of_month", "birth_day"]),
        },
    )
    students = st.fixed_dictionaries(
        {"institution": st.sampled_from(["in_chongqing", "other", "unspecified"])},
        optional={
            "academic_year": st.sampled_from(["2021-09/2022-08", "0000-01/9999-12"]),
            "graduation_year": st.sampled_from([1, 2021, 2022, 9999]),
        },
    )
    circumstances = st.fixed_dictionaries(
        {"code": st.sampled_from(CIRCUMSTANCE_CODES)}, optional={"on": days}
    )
    histories = st.none() | st.integers(0, 9).flatmap(
        lambda gap: st.fixed_dictionaries(
            {"gap_years": st.just(gap)}, optional={"repaired_years": st.integers(0, gap)}
        )
    )
    asked: dict[str, st.SearchStrategy[Any]] = {
        "subsidy_year": st.just(2021),
        "tier": st.sampled_from(["1", "2", "3"]),
        "birth_date": days,
        "registered_on": st.none() | days,
        "paid_on": st.none() | days,
        "paid_amount": amounts,
        "local_hukou": st.booleans(),
        "identities": st.lists(identities, max_size=3),
        "circumstances": st.lists(circumstances, max_size=2),
        "student": students,
        "assistance_already_given": amounts,
        "local_values": local,
    }
    if year == 2025:
        asked["cover_history"] = histories
    return st.fixed_dictionaries(
        {"id": st.just("f"), "division": st.sampled_from(places), "campaign_year": st.just(year)},
        optional=asked,
    ).filter(lambda one: year == 2021 or one["division"] != "999999" or "cover_history" not in one)


persons = st.sampled_from([2021, 2025]).flatmap(requests)


@given(persons)
def test_every_answer_is_whole_and_agrees_with_itself(request: dict[str, Any]) -> None:
    book, calculator = calculators()[request["campaign_year"]]
    result: dict[str, Any] = assess_json(request, book)
    line, valid = calculator.answer(json.dumps(request).encode())
    assert valid
    assert json.loads(line) == result, "what is remembered equals what is found afresh"
    assert tuple(result) == RESULT_FIELDS
    listed = open_fields(result)
    assert len(listed) == len(result["undetermined"])
    refused, undetermined = result["allowed"] is False, bool(listed)
    assert result["status"] == (
        "refused" if refused else "undetermined" if undetermined else "determined"
    )
    for field in ALWAYS:
        assert (result[field] is None) is (field in listed), field
    check_dates(request, result)
    check_trace(result)


def check_dates(request: dict[str, Any], result: dict[str, Any]) -> None:
    """Assert that what hangs on the dates is given or open with one of them, else not asked."""
    listed = open_fields(result)
    dated = any(request.get(name) is not None for name in ("registered_on", "paid_on"))
    if "OUT_OF_SCOPE" in result["reasons"]:
        return
    for field in DATED:
        given_or_open = (result[field] is not None) + (field in listed)
        assert given_or_open == (1 if dated else 0), field
    start = result["benefit_start"]
    if start is not None:
        assert start >= (request.get("birth_date") or start), "no cover before birth"
        assert start <= (result["benefit_end"] or start)


def check_trace(result: dict[str, Any]) -> None:
    """Assert that the trace holds each figure given once, and nothing else."""
    fields = [entry["field"] for entry in result["trace"]]
    assert len(fields) == len(set(fields))
    for entry in result["trace"]:
        assert entry["value"] is not None
        assert value_at(result, entry["field"]) == entry["value"]
    for field in TRACED:
        assert (result[field] is not None) is (field in fields), field


def test_a_graduate_on_the_last_day_of_the_three_months_and_of_the_window() -> None:
    result = ask(
        "500101",
        tier="1",
        registered_on="2021-12-01",
        student={"institution": "in_chongqing", "graduation_year": 2021},
    )
    listed = open_fields(result)
    assert listed.keys() >= {"benefit_year", "personal_standard", "benefit_start"}
    assert result["within_window"] is result["waiting_exempt"] is True


def test_a_wait_before_the_year_of_cover_opens_none_of_it_earlier() -> None:
    def starts(paid: str) -> object:
        window = {"start": "2021-11-01", "end": "2021-12-31"}
        local = {"window": window, "benefit_year": 2022, "waiting_days": 30}
        local["waiting_count"] = "payment_day_is_day_1"
        return ask("532301", registered_on=paid, paid_on=paid, local_values=local)["benefit_start"]

    assert starts("2021-10-01") == "2022-01-01"
    assert starts("2022-01-01") == "2022-01-31"


def test_nothing_is_left_to_pay_in_either_reading_of_what_was_given_before() -> None:
    held = [{"code": "extremely_poor"}]
    more = ask("360702", identities=held, assistance_already_given="320.01")
    assert (more["assistance"], more["net_payable"]) == (None, "0.00")
    less = ask("360702", identities=held, assistance_already_given="319.99")
    assert [one["value"] for one in open_entry(less, "net_payable")["readings"]] == [
        "0.00",
        "0.01",
    ]


def test_cover_after_a_wait_does_not_start_before_birth() -> None:
    late = {"registered_on": "2022-08-31", "paid_on": "2022-08-31"}
    local = {"waiting_count": "payment_day_is_day_1"}
    born = ask("360702", birth_date="2022-11-29", local_values=local, **late)
    assert born["benefit_start"] == "2022-11-29"
    unborn = ask("360702", birth_date="2022-11-30", local_values=local, **late)
    assert open_fields(unborn)["benefit_start"] == "NOT_IN_DOC"
