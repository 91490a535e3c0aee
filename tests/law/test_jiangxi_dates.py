"""Window, waiting period and cover in Jiangxi: 赣医保发〔2021〕13号 二（二） and 三¶2."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.support import GANZHOU, ask, check, open_entry, open_fields

CHILD = "2010-05-01"
ADULT = "1980-05-01"
LATE = {"registered_on": "2022-06-15", "paid_on": "2022-06-15"}


def on(day: str, paid: str | None = None, **request: object) -> dict[str, Any]:
    return ask(GANZHOU, registered_on=day, paid_on=paid or day, **request)


@pytest.mark.parametrize(
    ("day", "within", "start"),
    [
        ("2021-10-01", True, "2022-01-01"),
        ("2021-12-31", True, "2022-01-01"),
        ("2022-01-01", True, "2022-01-01"),
        ("2022-01-02", True, None),
        ("2022-03-31", True, None),
    ],
)
def test_inside_the_window(day: str, within: bool, start: str | None) -> None:
    result = on(day)
    check(
        result,
        {
            "within_window": within,
            "window_exempt": None,
            "waiting_exempt": True,
            "waiting_days": 0,
            "allowed": True,
            "benefit_start": start,
            "benefit_end": "2022-12-31",
        },
    )
    assert set(open_fields(result)) == (set() if start else {"benefit_start"})


def test_before_the_window_opens_nothing_is_settled() -> None:
    result = on("2021-09-30")
    check(
        result,
        {
            "within_window": False,
            "personal_standard": "320.00",
            "undetermined": ["allowed", "benefit_start", "waiting_days", "waiting_exempt"],
        },
    )


def test_a_newborn_is_free_before_the_window_too() -> None:
    check(
        on("2021-09-30", circumstances=[{"code": "newborn"}]),
        {"window_exempt": True, "allowed": True, "waiting_days": 0},
    )


@pytest.mark.parametrize(
    ("paid", "start", "listed"),
    [
        ("2022-04-01", None, True),
        ("2022-10-01", None, True),
        ("2022-10-02", None, True),
        ("2022-10-03", None, False),
        ("2022-12-31", None, False),
    ],
)
def test_ninety_days_from_payment(paid: str, start: str | None, listed: bool) -> None:
    result = on(paid)
    check(
        result,
        {
            "within_window": False,
            "window_exempt": False,
            "waiting_exempt": False,
            "waiting_days": 90,
            "allowed": True,
            "personal_standard": "320.00",
            "benefit_start": start,
        },
    )
    assert ("benefit_start" in open_fields(result)) is listed


@pytest.mark.parametrize(
    ("paid", "count", "start"),
    [
        ("2022-04-01", "payment_day_is_day_1", "2022-06-30"),
        ("2022-04-01", "payment_day_is_day_0", "2022-07-01"),
        ("2022-10-01", "payment_day_is_day_1", "2022-12-30"),
        ("2022-10-01", "payment_day_is_day_0", "2022-12-31"),
        ("2022-10-02", "payment_day_is_day_1", "2022-12-31"),
        ("2022-10-02", "payment_day_is_day_0", None),
        ("2022-10-03", "payment_day_is_day_1", None),
    ],
)
def test_ninety_days_counted_as_the_administrator_says(
    paid: str, count: str, start: str | None
) -> None:
    result = on(paid, local_values={"waiting_count": count})
    assert result["benefit_start"] == start
    assert "benefit_start" not in open_fields(result)


def test_both_countings_are_told() -> None:
    readings = open_entry(on("2022-10-02"), "benefit_start")["readings"]
    assert [reading["value"] for reading in readings] == ["2022-12-31", None]


def test_registration_and_payment_on_two_sides_of_the_window() -> None:
    check(
        on("2022-03-31", "2022-04-01"),
        {
            "undetermined": ["within_window", "waiting_exempt", "waiting_days", "benefit_start"],
            "allowed": True,
        },
    )
    check(
        on("2021-09-30", "2021-10-01"),
        {"undetermined": ["within_window", "allowed", "benefit_start"]},
    )


def test_one_date_known_counts_alone() -> None:
    check(
        ask(GANZHOU, registered_on="2021-11-01"),
        {"within_window": True, "waiting_days": 0, "benefit_start": "2022-01-01"},
    )
    check(
        ask(GANZHOU, paid_on="2022-04-01"),
        {"within_window": False, "waiting_days": 90},
    )


def test_not_yet_paid_has_no_start() -> None:
    result = ask(GANZHOU, registered_on="2021-11-01", paid_on=None)
    check(result, {"within_window": True, "benefit_start": None, "benefit_end": "2022-12-31"})
    assert result["status"] == "determined"


def test_ninety_days_need_the_day_of_payment() -> None:
    entry = open_entry(ask(GANZHOU, registered_on="2022-04-10"), "benefit_start")
    assert entry["needs"] == "clerk"


TEN_GROUPS = (
    "newborn",
    "migrant_child",
    "demobilised",
    "graduate_returned",
    "moved_in",
    "returned_from_abroad",
    "released_from_prison",
    "clergy",
)


@pytest.mark.parametrize("code", TEN_GROUPS)
def test_the_groups_are_free_from_window_and_waiting(code: str) -> None:
    check(
        ask(GANZHOU, circumstances=[{"code": code}], **LATE),
        {
            "within_window": False,
            "window_exempt": True,
            "waiting_exempt": True,
            "waiting_days": 0,
            "allowed": True,
            "undetermined": ["benefit_start"],
            "benefit_end": "2022-12-31",
        },
    )


@pytest.mark.parametrize(
    "code",
    [
        "extremely_poor",
        "subsistence_allowance",
        "returned_to_poverty",
        "unstable_out_of_poverty",
        "edge_of_poverty",
    ],
)
def test_assisted_persons_are_free(code: str) -> None:
    check(
        ask(GANZHOU, identities=[{"code": code}], **LATE),
        {"window_exempt": True, "waiting_exempt": True, "waiting_days": 0, "allowed": True},
    )


@pytest.mark.parametrize(
    ("held", "birth"),
    [
        ({"code": "orphan"}, None),
        ({"code": "severely_disabled_student"}, None),
        ({"code": "severely_disabled_child"}, None),
        ({"code": "severely_disabled_no_work_capacity"}, None),
        ({"code": "low_income_family", "area": "urban"}, CHILD),
        ({"code": "retired_soldier_14", "unemployed": True}, None),
    ],
)
def test_of_groups_by_reference_it_is_not_said(held: dict[str, object], birth: str | None) -> None:
    check(
        ask(GANZHOU, identities=[held], birth_date=birth, **LATE),
        {
            "assistance": "320.00",
            "undetermined": ["window_exempt", "waiting_exempt", "waiting_days", "benefit_start"],
            "allowed": True,
        },
    )


@pytest.mark.parametrize(
    "held",
    [
        {"code": "lifted_out_of_poverty"},
        {"code": "disability", "grade": 1},
        {"code": "rural_low_income"},
        {"code": "veteran"},
        {"code": "low_income_family", "area": "rural"},
    ],
)
def test_other_identities_wait_ninety_days(held: dict[str, object]) -> None:
    check(
        ask(GANZHOU, identities=[held], birth_date=ADULT, **LATE),
        {"window_exempt": False, "waiting_exempt": False, "waiting_days": 90},
    )


def test_one_ground_is_enough() -> None:
    check(
        ask(
            GANZHOU,
            identities=[{"code": "severely_disabled_child"}],
            circumstances=[{"code": "other"}, {"code": "moved_in"}],
            **LATE,
        ),
        {"window_exempt": True, "waiting_exempt": True, "waiting_days": 0},
    )


def test_a_group_of_a_lapsed_premise_is_no_certain_ground() -> None:
    check(
        ask(
            GANZHOU,
            identities=[{"code": "edge_of_poverty"}],
            local_values={"transition_period_active": False},
            **LATE,
        ),
        {"undetermined": ["window_exempt", "waiting_exempt", "waiting_days"]},
    )


@pytest.mark.parametrize(
    ("day", "exempt"),
    [
        ("2022-06-30", True),
        ("2022-07-01", None),
        ("2022-07-31", None),
        ("2022-08-01", False),
    ],
)
def test_three_months_after_employee_cover(day: str, exempt: bool | None) -> None:
    ended = [{"code": "employee_cover_ended", "on": "2022-03-31"}]
    result = on(day, circumstances=ended)
    assert (result["waiting_exempt"], result["window_exempt"]) == (exempt, exempt)
    assert result["waiting_days"] == {True: 0, None: None, False: 90}[exempt]
    assert result["allowed"] is True


def test_employee_cover_without_its_last_day_is_for_the_desk() -> None:
    result = ask(GANZHOU, circumstances=[{"code": "employee_cover_ended"}], **LATE)
    assert open_entry(result, "waiting_exempt")["needs"] == "clerk"


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("payment_day", "2022-06-15"),
        ("first_of_month", "2022-06-01"),
        ("birth_day", "2022-06-10"),
        ("first_of_benefit_year", None),
    ],
)
def test_an_exempt_late_newborn_starts_by_the_local_rule(rule: str, start: str | None) -> None:
    result = ask(
        GANZHOU,
        birth_date="2022-06-10",
        circumstances=[{"code": "newborn"}],
        local_values={"benefit_start_rule": rule},
        **LATE,
    )
    # Never before birth: the first of the month and of the year lie before it.
    expect = None if rule in ("first_of_month", "first_of_benefit_year") else start
    assert result["benefit_start"] == expect


def test_local_values_do_not_displace_window_and_waiting() -> None:
    local = {"window": {"start": "2022-05-01", "end": "2022-06-30"}, "waiting_days": 30}
    check(
        ask(GANZHOU, local_values=local, **LATE),
        {"within_window": False, "waiting_days": 90},
    )
