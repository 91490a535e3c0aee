"""Window, waiting period and cover in Chuxiong: what only the administrator can settle."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.support import CHUXIONG_CITY, KUNMING, WINDOW, ask, check, open_entry, open_fields

LOCAL = {"window": WINDOW}


def on(day: str, paid: str | None = None, **request: object) -> dict[str, Any]:
    request.setdefault("local_values", LOCAL)
    return ask(CHUXIONG_CITY, registered_on=day, paid_on=paid or day, **request)


@pytest.mark.parametrize(
    ("day", "within"),
    [
        ("2021-08-31", False),
        ("2021-09-01", True),
        ("2021-12-31", True),
        ("2022-01-01", False),
    ],
)
def test_the_ends_belong_to_the_window(day: str, within: bool) -> None:
    result = on(day)
    assert result["within_window"] is within
    assert result["waiting_exempt"] is within
    assert result["waiting_days"] == (0 if within else None)
    assert result["allowed"] is (True if within else None)
    assert result["window_exempt"] is None


def test_without_a_window_nothing_is_settled() -> None:
    result = ask(CHUXIONG_CITY, registered_on="2021-10-15", paid_on="2021-10-15")
    fields = open_fields(result)
    assert fields["within_window"] == "NO_WINDOW_IN_DOC"
    assert fields["waiting_days"] == "NO_WINDOW_IN_DOC"
    assert fields["benefit_end"] == "NO_BENEFIT_YEAR_IN_DOC"
    check(result, {"undetermined": ["allowed", "waiting_exempt", "benefit_start"]})


def test_without_a_window_a_ground_is_enough() -> None:
    check(
        ask(CHUXIONG_CITY, registered_on="2021-10-15", circumstances=[{"code": "newborn"}]),
        {"waiting_exempt": True, "waiting_days": 0, "allowed": True},
    )


def test_without_dates_nothing_of_time_is_asked() -> None:
    result = ask(CHUXIONG_CITY, registered_on=None, paid_on=None, local_values=LOCAL)
    check(
        result,
        {
            "within_window": None,
            "waiting_exempt": None,
            "waiting_days": None,
            "benefit_start": None,
            "benefit_end": None,
            "allowed": True,
        },
    )
    assert set(open_fields(result)) == {"benefit_year"}


@pytest.mark.parametrize(
    ("circumstance", "exempt"),
    [
        ({"code": "newborn"}, True),
        ({"code": "employee_cover_ended", "on": "2022-03-31"}, True),
        ({"code": "migrant_child"}, False),
        ({"code": "demobilised"}, False),
        ({"code": "graduate_returned"}, False),
        ({"code": "moved_in"}, False),
        ({"code": "returned_from_abroad"}, False),
        ({"code": "released_from_prison"}, False),
        ({"code": "clergy"}, False),
        ({"code": "other"}, False),
    ],
)
def test_grounds_by_circumstance(circumstance: dict[str, object], exempt: bool) -> None:
    result = on("2022-05-10", circumstances=[circumstance])
    assert result["waiting_exempt"] is exempt
    assert result["allowed"] is (True if exempt else None)


@pytest.mark.parametrize(
    ("code", "exempt"),
    [
        ("rural_low_income", True),
        ("subsistence_allowance", None),
        ("extremely_poor", None),
        ("orphan", None),
        ("de_facto_orphan", None),
        ("low_income_family", None),
        ("disability", None),
        ("severely_disabled_child", None),
        ("other_provincial_hardship", None),
        ("medical_assistance_recipient", None),
        ("lifted_out_of_poverty", None),
        ("unstable_out_of_poverty", None),
        ("edge_of_poverty", None),
        ("returned_to_poverty", None),
        ("one_child_parent", False),
        ("one_child", False),
        ("two_daughter_couple", False),
        ("fp_special_family", False),
        ("retired_soldier_14", False),
        ("veteran", False),
    ],
)
def test_grounds_by_identity(code: str, exempt: bool | None) -> None:
    result = on("2022-05-10", identities=[{"code": code}])
    assert result["waiting_exempt"] is exempt
    assert ("waiting_exempt" in open_fields(result)) is (exempt is None)


@pytest.mark.parametrize(
    ("ended", "day", "exempt"),
    [
        ("2022-03-31", "2022-03-30", None),
        ("2022-03-31", "2022-03-31", True),
        ("2022-03-31", "2022-06-30", True),
        ("2022-03-31", "2022-07-01", None),
        ("2022-03-31", "2022-07-31", None),
        ("2022-03-31", "2022-08-01", False),
        ("2022-02-28", "2022-05-28", True),
        ("2022-02-28", "2022-05-29", None),
        ("2022-02-28", "2022-06-30", None),
        ("2022-02-28", "2022-07-01", False),
        ("9999-12-31", "2022-07-01", None),
    ],
)
def test_three_months_after_employee_cover(ended: str, day: str, exempt: bool | None) -> None:
    result = on(day, circumstances=[{"code": "employee_cover_ended", "on": ended}])
    assert result["waiting_exempt"] is exempt


def test_registration_and_payment_on_two_sides_of_the_three_months() -> None:
    ended = [{"code": "employee_cover_ended", "on": "2022-03-31"}]
    assert on("2022-06-30", "2022-08-01", circumstances=ended)["waiting_exempt"] is None


def test_late_without_a_ground() -> None:
    result = on("2022-01-01")
    assert open_fields(result)["waiting_days"] == "NO_WAIT_LENGTH_IN_DOC"
    assert open_fields(result)["allowed"] == "NOT_IN_DOC"
    assert open_fields(result)["benefit_start"] == "NO_WAIT_LENGTH_IN_DOC"


YEAR = {"window": WINDOW, "benefit_year": 2022}


@pytest.mark.parametrize(
    ("paid", "local", "start"),
    [
        ("2022-05-10", {"waiting_days": 60}, None),
        ("2022-05-10", {"waiting_days": 60, "waiting_count": "payment_day_is_day_1"}, "2022-07-09"),
        ("2022-05-10", {"waiting_days": 60, "waiting_count": "payment_day_is_day_0"}, "2022-07-10"),
        ("2022-05-10", {"waiting_days": 0, "benefit_start_rule": "payment_day"}, "2022-05-10"),
    ],
)
def test_waiting_set_locally(paid: str, local: dict[str, object], start: str | None) -> None:
    result = on(paid, local_values={**YEAR, **local})
    assert result["waiting_days"] == local["waiting_days"]
    assert result["benefit_start"] == start
    assert result["allowed"] is None


def test_waiting_set_locally_still_hangs_on_the_year() -> None:
    local = {"window": WINDOW, "waiting_days": 60, "waiting_count": "payment_day_is_day_1"}
    fields = open_fields(on("2022-05-10", local_values=local))
    assert fields["benefit_start"] == "NO_BENEFIT_YEAR_IN_DOC"


def test_waiting_that_outlasts_the_year_leaves_nothing() -> None:
    local = {**YEAR, "waiting_days": 60}
    result = on("2022-12-01", local_values=local)
    assert result["benefit_start"] is None
    assert "benefit_start" not in open_fields(result)


@pytest.mark.parametrize(
    ("rule", "paid", "start"),
    [
        ("first_of_benefit_year", "2021-10-15", "2022-01-01"),
        ("payment_day", "2021-10-15", "2022-01-01"),
        ("payment_day", "2021-12-31", "2022-01-01"),
        ("first_of_month", "2021-10-15", "2022-01-01"),
        ("birth_day", "2021-10-15", None),
    ],
)
def test_start_by_the_local_rule(rule: str, paid: str, start: str | None) -> None:
    result = on(paid, local_values={**YEAR, "benefit_start_rule": rule})
    check(result, {"benefit_start": start, "benefit_end": "2022-12-31", "benefit_year": 2022})


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("payment_day", "2022-05-10"),
        ("first_of_month", "2022-05-01"),
        ("first_of_benefit_year", "2022-01-01"),
    ],
)
def test_start_of_an_exempt_late_joiner(rule: str, start: str) -> None:
    local = {**YEAR, "benefit_start_rule": rule}
    result = on("2022-05-10", identities=[{"code": "rural_low_income"}], local_values=local)
    assert result["benefit_start"] == start


def test_a_newborn_starts_on_the_birth_day() -> None:
    local = {**YEAR, "benefit_start_rule": "birth_day"}
    result = on(
        "2022-05-10",
        birth_date="2022-05-01",
        circumstances=[{"code": "newborn"}],
        local_values=local,
    )
    check(result, {"benefit_start": "2022-05-01", "waiting_exempt": True})


def test_a_rule_without_a_year_settles_nothing() -> None:
    local = {"window": WINDOW, "benefit_start_rule": "payment_day"}
    fields = open_fields(on("2021-10-15", local_values=local))
    assert fields["benefit_start"] == "NO_BENEFIT_YEAR_IN_DOC"


def test_a_year_without_a_rule_settles_the_end_only() -> None:
    result = on("2021-10-15", local_values=YEAR)
    assert set(open_fields(result)) == {"benefit_start"}
    assert result["benefit_end"] == "2022-12-31"


def test_everything_set_locally_is_determined() -> None:
    local = {**YEAR, "benefit_start_rule": "first_of_benefit_year"}
    result = on("2021-10-15", local_values=local)
    assert result["status"] == "determined"
    assert result["undetermined"] == []


def test_not_yet_paid_has_no_start() -> None:
    result = ask(CHUXIONG_CITY, registered_on="2021-10-15", paid_on=None, local_values=YEAR)
    assert result["benefit_start"] is None
    assert "benefit_start" not in open_fields(result)


@pytest.mark.parametrize(
    ("asked", "local", "standard"),
    [
        (2022, {}, "320.00"),
        (2021, {}, "320.00"),
        (2023, {}, None),
        (2022, {"benefit_year": 2022}, "320.00"),
        (2021, {"benefit_year": 2022}, None),
    ],
)
def test_the_year_asked_for_fills_no_silence(
    asked: int, local: dict[str, object], standard: str | None
) -> None:
    result = ask(CHUXIONG_CITY, benefit_year=asked, local_values=local)
    assert result["benefit_year"] == local.get("benefit_year")
    assert result["personal_standard"] == standard
    if standard is None:
        assert open_fields(result)["personal_standard"] == "YEAR_NOT_IN_DOC"


def test_assistance_of_a_year_that_is_not_priced_is_open() -> None:
    held = [{"code": "extremely_poor"}]
    result = ask(CHUXIONG_CITY, benefit_year=2023, identities=held)
    assert open_fields(result)["assistance"] == "YEAR_NOT_IN_DOC"
    assert open_fields(result)["net_payable"] == "YEAR_NOT_IN_DOC"


def test_both_years_are_told_as_readings() -> None:
    readings = open_entry(ask(CHUXIONG_CITY), "benefit_year")["readings"]
    assert [reading["value"] for reading in readings] == [2022, 2021]


def test_a_tier_is_ignored_where_there_are_none() -> None:
    assert ask(CHUXIONG_CITY, tier="9")["personal_standard"] == "320.00"
    assert ask(CHUXIONG_CITY, tier="9")["allowed"] is True


def test_a_local_standard_does_not_displace_the_printed_one() -> None:
    local = {"personal_standard": "350.00", "national_personal_standard": "360.00"}
    assert ask(CHUXIONG_CITY, local_values=local)["personal_standard"] == "320.00"


@pytest.mark.parametrize("scheme", ["employee", "military", "resident_elsewhere"])
@pytest.mark.parametrize(
    ("status", "allowed"), [("active", False), ("waiting", True), ("ended", True)]
)
def test_other_cover(scheme: str, status: str, allowed: bool) -> None:
    for division in (CHUXIONG_CITY, KUNMING):
        result = ask(division, other_cover=[{"scheme": scheme, "status": status}])
        assert result["allowed"] is allowed
        assert (result["status"] == "refused") is not allowed
        assert result["personal_standard"] == "320.00"


@pytest.mark.parametrize(
    ("permit", "hukou", "allowed"),
    [
        (False, False, None),
        (False, None, True),
        (None, False, True),
        (True, False, True),
        (False, True, True),
    ],
)
def test_neither_hukou_nor_permit(
    permit: bool | None, hukou: bool | None, allowed: bool | None
) -> None:
    result = ask(CHUXIONG_CITY, residence_permit=permit, local_hukou=hukou)
    assert result["allowed"] is allowed
    if allowed is None:
        assert open_fields(result)["allowed"] == "NOT_IN_DOC"
