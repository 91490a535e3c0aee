"""60周岁以上 and 不满18周岁: which day counts, and the birthday itself (X12)."""

from __future__ import annotations

import pytest

from tests.law.support import CHUXIONG_CITY, GANZHOU, ask, open_fields

Identities = list[dict[str, object]]

ELDERLY: Identities = [{"code": "low_income_family", "certified": True, "destitute": True}]
ONLY_CHILD: Identities = [{"code": "one_child", "area": "rural"}]


def assistance(birth: str, held: Identities, **request: object) -> tuple[object, str | None]:
    result = ask(CHUXIONG_CITY, birth_date=birth, identities=held, **request)
    return result["assistance"], open_fields(result).get("assistance")


@pytest.mark.parametrize(
    ("as_of", "elderly", "child"),
    [
        ("2021-10-14", ("0.00", None), ("180.00", None)),
        ("2021-10-15", (None, "NOT_IN_DOC"), (None, "NOT_IN_DOC")),
        ("2021-10-16", ("120.00", None), ("0.00", None)),
    ],
)
def test_with_a_day_that_day_alone_counts(
    as_of: str, elderly: tuple[object, str | None], child: tuple[object, str | None]
) -> None:
    local = {"age_as_of": as_of}
    days = {"registered_on": "2021-12-01", "paid_on": "2021-12-01"}
    assert assistance("1961-10-15", ELDERLY, local_values=local, **days) == elderly
    assert assistance("2003-10-15", ONLY_CHILD, local_values=local, **days) == child


@pytest.mark.parametrize(
    ("birth", "expect"),
    [
        # Completed before 1 January 2021: every day says yes.
        ("1960-12-31", ("120.00", None)),
        # The birthday is 1 January 2021, or falls between the two.
        ("1961-01-01", (None, "NO_AGE_DATE_IN_DOC")),
        ("1961-06-01", (None, "NO_AGE_DATE_IN_DOC")),
        ("1962-01-01", (None, "NO_AGE_DATE_IN_DOC")),
        # Not completed by 1 January 2022: every day says no.
        ("1962-01-02", ("0.00", None)),
    ],
)
def test_without_a_day_both_new_years_must_agree(
    birth: str, expect: tuple[object, str | None]
) -> None:
    assert assistance(birth, ELDERLY) == expect


@pytest.mark.parametrize(
    ("day", "expect"),
    [("2022-03-31", ("0.00", None)), ("2022-04-01", (None, "NO_AGE_DATE_IN_DOC"))],
)
def test_without_a_day_registration_and_payment_count_too(
    day: str, expect: tuple[object, str | None]
) -> None:
    assert assistance("1962-04-01", ELDERLY, registered_on=day) == expect
    assert assistance("1962-04-01", ELDERLY, paid_on=day) == expect


@pytest.mark.parametrize(
    ("as_of", "expect"),
    [
        ("2022-02-28", ("180.00", None)),
        ("2022-03-01", (None, "NOT_IN_DOC")),
        ("2022-03-02", ("0.00", None)),
    ],
)
def test_a_leap_day_child_comes_of_age_on_the_first_of_march(
    as_of: str, expect: tuple[object, str | None]
) -> None:
    assert assistance("2004-02-29", ONLY_CHILD, local_values={"age_as_of": as_of}) == expect


def test_without_a_birth_date_no_age_rule_is_tried() -> None:
    assert ask(CHUXIONG_CITY)["assistance"] == "0.00"
    assert ask(GANZHOU)["assistance"] == "0.00"


def test_a_birth_at_the_end_of_the_calendar_does_no_harm() -> None:
    assert assistance("9999-12-31", ONLY_CHILD) == ("180.00", None)
    assert assistance("0001-01-01", ONLY_CHILD) == ("0.00", None)
