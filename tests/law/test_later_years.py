"""Goal: a later year is a new pack and no new code, with both sides of every boundary."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.policy import LawBook
from tests.law.artefacts import changed
from tests.law.later import (
    ANYWHERE,
    BY_AGE,
    FLOOR,
    SHARES,
    ask_later,
    later_book,
    later_texts,
)
from tests.law.support import ask, open_entry, open_fields

DAY_0 = {"waiting_count": "payment_day_is_day_0"}
DAY_1 = {"waiting_count": "payment_day_is_day_1"}
FROM_COVER = ('runs_from = "payment"', 'runs_from = "cover"')
COUNTED = ('runs_from = "payment"', 'runs_from = "payment"\ncount = "payment_day_is_day_0"')


def enrolled(
    paid: str, gap: int | None = None, repaired: int | None = None, **more: Any
) -> dict[str, Any]:
    """Return the result of who registers and pays on one day after ``gap`` years without cover."""
    history = {"gap_years": gap, "repaired_years": repaired}
    return ask_later(ANYWHERE, registered_on=paid, paid_on=paid, cover_history=history, **more)


def days(paid: str, until: str) -> int:
    return (date.fromisoformat(until) - date.fromisoformat(paid)).days


def test_the_last_day_of_the_window_and_the_day_after() -> None:
    inside = enrolled("2025-12-31", 0, local_values=DAY_1)
    assert (inside["waiting_exempt"], inside["waiting_days"]) == (True, 0)
    assert inside["benefit_start"] == "2026-01-01"
    late = enrolled("2026-01-01", 0, local_values=DAY_1)
    assert (late["within_window"], late["waiting_exempt"]) == (False, False)
    assert (late["waiting_days"], late["benefit_start"]) == (90, "2026-04-01")
    assert inside["allowed"] is late["allowed"] is True


@pytest.mark.parametrize(
    ("gap", "repaired", "months", "starts"),
    [
        (1, 0, 4, "2026-04-01"),
        (1, 1, 3, "2026-03-01"),
        (2, 0, 5, "2026-05-01"),
        (2, 1, 4, "2026-04-01"),
        # Three years are no long gap: repaired whole, the fixed wait is left.
        (3, 3, 3, "2026-03-01"),
        (3, 0, 6, "2026-06-01"),
        # From four on at least six months are left, however much is repaired.
        (4, 0, 7, "2026-07-01"),
        (4, 1, 6, "2026-06-01"),
        (4, 2, 6, "2026-06-01"),
        (4, 4, 6, "2026-06-01"),
        (5, 1, 7, "2026-07-01"),
    ],
)
def test_a_gap_waits_inside_the_window_too(
    gap: int, repaired: int, months: int, starts: str
) -> None:
    result = enrolled("2025-12-01", gap, repaired, local_values=DAY_1)
    assert (result["within_window"], result["waiting_exempt"]) == (True, False)
    assert result["benefit_start"] == starts
    assert result["waiting_days"] == days("2025-12-01", starts)
    assert result["status"] == "undetermined", "the end of cover is not printed"
    assert set(open_fields(result)) == {"benefit_end"}
    (entry,) = (one for one in result["trace"] if one["field"] == "waiting_days")
    assert entry["document"] == "国办发〔2024〕38号"
    assert entry["inputs"] == {
        "waiting_exempt": False,
        "months": months,
        "gap_years": gap,
        "repaired_years": repaired,
        "runs_from": "2025-12-01",
    }


def test_whether_payment_day_counts_is_not_said() -> None:
    result = enrolled("2026-03-15", 0)
    assert result["waiting_days"] == 92
    assert result["benefit_start"] is None
    readings = open_entry(result, "benefit_start")["readings"]
    assert [one["value"] for one in readings] == ["2026-06-16", "2026-06-15"]
    assert enrolled("2026-03-15", 0, local_values=DAY_0)["benefit_start"] == "2026-06-16"


def test_a_pack_may_say_how_months_are_counted() -> None:
    said = enrolled("2026-03-15", 0, book=later_book(COUNTED), local_values=DAY_1)
    assert said["benefit_start"] == "2026-06-16", "a local value displaces nothing that is said"


def test_a_wait_that_ends_before_the_year_begins_delays_nothing() -> None:
    early = enrolled("2025-09-30", 1, 1)
    assert early["waiting_days"] == 91
    assert early["benefit_start"] == "2026-01-01", "in every counting"
    on_the_edge = enrolled("2025-10-01", 1, 1)
    readings = open_entry(on_the_edge, "benefit_start")["readings"]
    assert [one["value"] for one in readings] == ["2026-01-02", "2026-01-01"]


def test_a_pack_may_let_the_wait_run_from_the_first_day_of_cover() -> None:
    book = later_book(FROM_COVER)
    inside = enrolled("2025-12-31", 1, book=book)
    assert (inside["waiting_days"], inside["benefit_start"]) == (120, "2026-05-01")
    paid_later = enrolled("2026-01-02", 0, book=book, local_values=DAY_1)
    assert paid_later["benefit_start"] == "2026-04-02"


def test_a_month_without_that_day_ends_on_its_last() -> None:
    result = enrolled("2026-01-31", 0, local_values=DAY_0)
    assert (result["waiting_days"], result["benefit_start"]) == (89, "2026-05-01")


def test_a_wait_that_outlasts_the_year_leaves_no_cover() -> None:
    last = enrolled("2026-03-31", 6, local_values=DAY_1)
    assert last["benefit_start"] == "2026-12-31"
    none = enrolled("2026-04-01", 6, local_values=DAY_1)
    assert none["benefit_start"] is None
    assert "benefit_start" not in open_fields(none)


def test_an_unknown_history_is_asked_for_where_it_matters() -> None:
    unknown = ask_later(ANYWHERE, registered_on="2025-12-01", paid_on="2025-12-01")
    for field in ("waiting_exempt", "waiting_days", "benefit_start"):
        assert open_entry(unknown, field)["needs"] == "clerk"
    assert unknown["allowed"] is True
    late = ask_later(ANYWHERE, registered_on="2026-01-01", paid_on="2026-01-01")
    assert late["waiting_exempt"] is False, "outside the window everybody waits"
    assert open_entry(late, "waiting_days")["needs"] == "clerk"
    newborn = ask_later(
        ANYWHERE,
        registered_on="2026-03-01",
        paid_on="2026-03-01",
        circumstances=[{"code": "newborn"}],
    )
    assert newborn["waiting_days"] == 0


def test_before_payment_the_months_are_told_and_the_days_open() -> None:
    result = ask_later(
        ANYWHERE, registered_on="2025-12-01", paid_on=None, cover_history={"gap_years": 2}
    )
    entry = open_entry(result, "waiting_days")
    assert entry["needs"] == "clerk"
    assert [one["says"] for one in entry["readings"]] == ["等待期5个月"]
    assert "benefit_start" not in open_fields(result)


def test_a_gap_waits_whatever_the_window() -> None:
    book = later_book(
        (
            "start = 2025-09-01\nend = 2025-12-31",
            'open = { reason = "NO_WINDOW_IN_DOC", authority = "局" }',
        )
    )
    gap = enrolled("2026-02-01", 1, book=book, local_values=DAY_1)
    assert (gap["waiting_exempt"], gap["benefit_start"]) == (False, "2026-06-01")
    without = enrolled("2026-02-01", 0, book=book)
    assert open_fields(without)["waiting_exempt"] == "NO_WINDOW_IN_DOC"


@pytest.mark.parametrize("history", [{"gap_years": 1}, {}, None])
def test_a_history_is_no_field_where_the_law_counts_no_years(history: object) -> None:
    with pytest.raises(AssertionError, match="cover_history is not a field of a request"):
        ask("532301", cover_history=history)
    nowhere = ask_later("999999", cover_history=history)
    assert nowhere["problems"][0]["code"] == "unknown_field"


@pytest.mark.parametrize(
    ("history", "field"),
    [
        ({"gap_years": 1, "repaired_years": 2}, "cover_history.repaired_years"),
        ({"repaired_years": 1}, "cover_history.repaired_years"),
        ({"gap_years": 100}, "cover_history.gap_years"),
        ({"gap_years": -1}, "cover_history.gap_years"),
        ({"gap_years": True}, "cover_history.gap_years"),
        ({"years": 1}, "cover_history.years"),
        ([], "cover_history"),
    ],
)
def test_a_history_that_cannot_be_is_invalid(history: object, field: str) -> None:
    result = ask_later(ANYWHERE, cover_history=history)
    assert result["status"] == "invalid"
    assert [one["field"] for one in result["problems"]] == [field]


@pytest.mark.parametrize(
    ("birth", "standard"),
    [
        ("2026-01-02", "435.00"),
        ("2008-01-02", "435.00"),
        ("2006-12-31", "795.00"),
        ("1966-01-02", "795.00"),
        ("1964-12-31", "460.00"),
    ],
)
def test_a_fee_by_age(birth: str, standard: str) -> None:
    result = ask_later(BY_AGE, birth_date=birth)
    assert result["personal_standard"] == result["net_payable"] == standard


@pytest.mark.parametrize(
    ("birth", "standard"),
    [("2007-06-30", "795.00"), ("2007-07-02", "435.00"), ("2007-07-01", None)],
)
def test_a_fee_by_age_on_a_day_that_is_set(birth: str, standard: str | None) -> None:
    result = ask_later(BY_AGE, birth_date=birth, local_values={"age_as_of": "2025-07-01"})
    assert result["personal_standard"] == standard


def test_between_two_ages_the_fee_is_open() -> None:
    result = ask_later(BY_AGE, birth_date="2007-07-01", identities=[{"code": "orphan"}])
    assert open_fields(result)["personal_standard"] == "NO_AGE_DATE_IN_DOC"
    entry = open_entry(result, "personal_standard")
    assert entry["at_least"] == "435.00"
    assert [one["value"] for one in entry["readings"]] == ["435.00", "795.00"]
    assert result["assistance"] == "430.00"
    left = open_entry(result, "net_payable")["readings"]
    assert [one["value"] for one in left] == ["5.00", "365.00"]


def test_a_printed_amount_above_the_fee_of_an_age_is_not_used() -> None:
    held = [{"code": "de_facto_orphan"}]
    child = ask_later(BY_AGE, birth_date="2015-06-01", identities=held)
    assert open_fields(child)["assistance"] == "ASSISTANCE_EXCEEDS_STANDARD"
    grown = ask_later(BY_AGE, birth_date="1990-06-01", identities=held)
    assert (grown["assistance"], grown["net_payable"]) == ("440.00", "355.00")


def test_a_year_without_any_subsidy_printed_is_open() -> None:
    result = ask_later(ANYWHERE, subsidy_year=2025)
    assert open_fields(result)["fiscal"] == "YEAR_NOT_IN_DOC"


def test_a_fee_by_age_needs_a_birth_date() -> None:
    result = ask_later(BY_AGE)
    assert open_entry(result, "personal_standard")["needs"] == "clerk"
    full = ask_later(BY_AGE, identities=[{"code": "extremely_poor"}])
    assert full["net_payable"] == "0.00"
    assert full["assistance_kind"] == "full"
    assert open_entry(full, "assistance")["at_least"] == "435.00"
    assert "readings" not in open_entry(full, "assistance"), "those are readings of the standard"
    both = [{"code": "extremely_poor"}, {"code": "medical_assistance_recipient"}]
    for held in (both, both[::-1]):
        tied = ask_later(BY_AGE, identities=held)
        assert (tied["assistance_kind"], tied["net_payable"]) == ("full", "0.00")
        assert open_entry(tied, "assistance_identity")["reason"] == "NOT_IN_DOC"
    pays = ask_later(BY_AGE, identities=[{"code": "disability"}])
    assert (pays["net_payable"], pays["assistance"]) == ("80.00", None)
    assert (pays["assistance_kind"], pays["assistance_identity"]) == ("pays", "disability")


def test_assistance_as_a_share() -> None:
    result = ask_later(SHARES, identities=[{"code": "subsistence_allowance"}])
    assert (result["assistance"], result["net_payable"]) == ("240.06", "160.04")
    assert (result["assistance_kind"], result["status"]) == ("share", "determined")
    (entry,) = (one for one in result["trace"] if one["field"] == "assistance")
    assert entry["inputs"]["share"] == "3/5"
    assert entry["article"] == "二（一）"


def test_a_share_that_needs_rounding_is_open_where_no_text_rounds() -> None:
    result = ask_later(SHARES, identities=[{"code": "edge_of_poverty"}])
    entry = open_entry(result, "assistance")
    assert [one["value"] for one in entry["readings"]] == ["133.36", "133.37"]
    assert result["assistance_kind"] == "share"
    left = open_entry(result, "net_payable")["readings"]
    assert [one["value"] for one in left] == ["266.74", "266.73"]


def test_a_share_is_rounded_as_the_article_says() -> None:
    result = ask_later(SHARES, identities=[{"code": "returned_to_poverty"}])
    assert result["assistance"] == "133.40"
    (entry,) = (one for one in result["trace"] if one["field"] == "assistance")
    assert entry["inputs"]["rounding"] == "jiao half_up"
    assert entry["inputs"]["rounding_article"] == "五"


def test_the_person_pays_a_set_amount() -> None:
    result = ask_later(SHARES, identities=[{"code": "orphan"}])
    assert (result["assistance"], result["net_payable"]) == ("320.10", "80.00")
    assert (result["assistance_kind"], result["assistance_identity"]) == ("pays", "orphan")
    (entry,) = (one for one in result["trace"] if one["field"] == "assistance")
    assert entry["inputs"]["pays"] == "80.00"
    all_of_it = ask_later(SHARES, identities=[{"code": "low_income_family"}])
    assert (all_of_it["assistance"], all_of_it["assistance_kind"]) == ("0.00", "none")


def test_the_highest_counts_whatever_its_kind() -> None:
    both = ask_later(SHARES, identities=[{"code": "subsistence_allowance"}, {"code": "orphan"}])
    assert (both["assistance"], both["assistance_identity"]) == ("320.10", "orphan")
    covered = ask_later(SHARES, identities=[{"code": "edge_of_poverty"}, {"code": "orphan"}])
    assert covered["assistance"] == "320.10", "however the third is rounded"


def test_what_is_left_of_a_standard_that_is_only_a_floor() -> None:
    at_the_floor = ask_later(FLOOR, identities=[{"code": "orphan"}])
    assert (at_the_floor["assistance"], at_the_floor["net_payable"]) == (None, "400.00")
    above_it = ask_later(FLOOR, identities=[{"code": "edge_of_poverty"}])
    assert above_it["net_payable"] is None, "of a standard of 400.00 no more is left"
    share = ask_later(FLOOR, identities=[{"code": "subsistence_allowance"}])
    assert (share["assistance"], share["net_payable"]) == (None, None)
    known = {"personal_standard": "410.00"}
    of_410 = ask_later(FLOOR, identities=[{"code": "subsistence_allowance"}], local_values=known)
    assert (of_410["assistance"], of_410["net_payable"]) == ("246.00", "164.00")


@pytest.mark.parametrize(
    ("valid_to", "dates", "expect"),
    [
        # A day to hold on is not known: only what ran out before the campaign year is settled.
        ("2026-12-31", {}, "registered_on"),
        ("2024-12-31", {}, "0.00"),
        ("2026-12-31", {"registered_on": "2025-10-01", "paid_on": "2025-10-01"}, "261.00"),
        ("2025-09-30", {"registered_on": "2025-10-01", "paid_on": "2025-10-01"}, "0.00"),
    ],
)
def test_assistance_within_the_validity_of_a_certificate(
    valid_to: str, dates: dict[str, str], expect: str
) -> None:
    texts = later_texts()
    within = changed(
        texts["ages-2025.toml"],
        (
            'identity = "subsistence_allowance"\n',
            'identity = "subsistence_allowance"\ngiven = [{ within_validity = true }]\n',
        ),
    )
    book = LawBook.from_texts({**texts, "ages-2025.toml": within})
    held = [{"code": "subsistence_allowance", "certified": True, "valid_to": valid_to}]
    result = ask_later(BY_AGE, book, birth_date="2015-01-01", identities=held, **dates)
    if expect == "registered_on":
        assert open_entry(result, "assistance")["needs"] == "clerk"
    else:
        assert result["assistance"] == expect
