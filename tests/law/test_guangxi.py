"""桂医保发〔2021〕22号: a floor, an open list, and cover from the month of enrolment."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.support import GUANGXI, WINDOW, ask, check, open_entry, open_fields

SET = {"personal_standard": "320.00", "window": WINDOW}


def on(day: str, paid: str | None = None, **request: object) -> dict[str, Any]:
    request.setdefault("local_values", SET)
    return ask(GUANGXI, registered_on=day, paid_on=paid or day, **request)


@pytest.mark.parametrize(
    ("local", "standard", "allowed", "reason"),
    [
        ({}, None, True, "FLOOR_ONLY"),
        ({"personal_standard": "319.99"}, None, False, "BELOW_FLOOR"),
        ({"personal_standard": "320.00"}, "320.00", True, None),
        ({"personal_standard": "320.01"}, "320.01", True, None),
        ({"national_personal_standard": "350.00"}, "350.00", True, None),
        (
            {"personal_standard": "400.00", "national_personal_standard": "350.00"},
            "350.00",
            True,
            None,
        ),
        (
            {"personal_standard": "319.99", "national_personal_standard": "350.00"},
            "350.00",
            True,
            None,
        ),
    ],
)
def test_the_personal_standard_has_a_floor(
    local: dict[str, object], standard: str | None, allowed: bool, reason: str | None
) -> None:
    result = ask(GUANGXI, local_values=local)
    assert result["personal_standard"] == standard
    assert result["net_payable"] == standard
    assert result["allowed"] is allowed
    assert result["benefit_year"] == 2022
    if reason is not None:
        assert open_fields(result)["personal_standard"] == reason
        assert open_entry(result, "personal_standard")["at_least"] == "320.00"
    else:
        assert result["status"] == "determined"


@pytest.mark.parametrize(
    ("paid", "local", "allowed"),
    [
        ("320.00", SET, True),
        ("319.99", SET, False),
        ("0.00", SET, False),
        ("500.00", SET, True),
        ("319.99", {}, False),
        ("320.00", {}, None),
    ],
)
def test_no_instalments(paid: str, local: dict[str, object], allowed: bool | None) -> None:
    result = ask(GUANGXI, paid_amount=paid, local_values=local)
    assert result["allowed"] is allowed
    reasons = result["reasons"]
    assert isinstance(reasons, list)
    assert ("NO_INSTALMENT" in reasons) is (allowed is False)


def test_instalments_are_measured_by_what_is_left_to_pay() -> None:
    local = {**SET, "assistance": {"subsistence_allowance": "200.00"}}
    held = [{"code": "subsistence_allowance"}]
    for paid, allowed in (("120.00", True), ("119.99", False)):
        result = ask(GUANGXI, identities=held, paid_amount=paid, local_values=local)
        assert result["allowed"] is allowed


def test_full_assistance_follows_the_standard() -> None:
    held = [{"code": "extremely_poor"}]
    for amount in ("320.00", "350.00"):
        check(
            ask(GUANGXI, identities=held, local_values={"personal_standard": amount}),
            {"assistance": amount, "assistance_kind": "full", "net_payable": "0.00"},
        )


def test_full_assistance_of_an_unknown_standard_leaves_nothing_to_pay() -> None:
    result = ask(GUANGXI, identities=[{"code": "extremely_poor"}])
    check(
        result,
        {
            "net_payable": "0.00",
            "assistance_kind": "full",
            "assistance_identity": "extremely_poor",
            "undetermined": ["personal_standard", "assistance"],
            "reason": "FLOOR_ONLY",
        },
    )
    assert open_entry(result, "assistance")["at_least"] == "320.00"


def test_subsistence_allowance_is_fixed_with_an_open_amount() -> None:
    result = ask(GUANGXI, identities=[{"code": "subsistence_allowance"}], local_values=SET)
    check(
        result,
        {
            "assistance_kind": "fixed",
            "assistance_identity": "subsistence_allowance",
            "undetermined": ["assistance", "net_payable"],
            "reason": "NO_AMOUNT_IN_DOC",
        },
    )


@pytest.mark.parametrize("code", ["orphan", "edge_of_poverty", "veteran", "disability"])
def test_the_list_is_open(code: str) -> None:
    result = ask(GUANGXI, identities=[{"code": code}], local_values=SET)
    check(
        result,
        {
            "undetermined": ["assistance", "assistance_kind", "net_payable"],
            "reason": "NO_AMOUNT_IN_DOC",
        },
    )


@pytest.mark.parametrize(
    ("amount", "expect"),
    [
        ("150.00", {"assistance": "150.00", "assistance_kind": "fixed", "net_payable": "170.00"}),
        ("320.00", {"assistance": "320.00", "net_payable": "0.00"}),
        ("320.01", {"undetermined": ["assistance"], "reason": "ASSISTANCE_EXCEEDS_STANDARD"}),
    ],
)
def test_local_amounts(amount: str, expect: dict[str, object]) -> None:
    local = {**SET, "assistance": {"subsistence_allowance": amount, "orphan": amount}}
    for code in ("subsistence_allowance", "orphan"):
        check(ask(GUANGXI, identities=[{"code": code}], local_values=local), expect)


@pytest.mark.parametrize(("amount", "given"), [("320.00", "320.00"), ("320.01", None)])
def test_local_amounts_against_the_floor(amount: str, given: str | None) -> None:
    local = {"assistance": {"orphan": amount}}
    result = ask(GUANGXI, identities=[{"code": "orphan"}], local_values=local)
    assert result["assistance"] == given
    assert result["net_payable"] is None


def test_a_local_amount_does_not_displace_full_assistance() -> None:
    local = {**SET, "assistance": {"extremely_poor": "100.00"}}
    result = ask(GUANGXI, identities=[{"code": "extremely_poor"}], local_values=local)
    check(result, {"assistance": "320.00", "assistance_kind": "full"})


@pytest.mark.parametrize(
    ("held", "exempt"),
    [
        ({"code": "rural_low_income"}, True),
        ({"code": "extremely_poor"}, True),
        ({"code": "orphan"}, True),
        ({"code": "de_facto_orphan"}, True),
        ({"code": "subsistence_allowance"}, True),
        ({"code": "low_income_family", "valid_to": "2022-05-17"}, True),
        ({"code": "low_income_family", "valid_to": "2022-05-16"}, False),
        ({"code": "low_income_family", "valid_to": "2022-12-31", "certified": True}, True),
        ({"code": "low_income_family", "valid_to": "2022-12-31", "certified": False}, False),
        (
            {
                "code": "low_income_family",
                "recognised_on": "2022-05-18",
                "valid_to": "2022-12-31",
            },
            False,
        ),
        ({"code": "low_income_family"}, None),
        ({"code": "unstable_out_of_poverty", "monitored": True}, True),
        ({"code": "unstable_out_of_poverty", "monitored": False}, False),
        ({"code": "unstable_out_of_poverty"}, None),
        ({"code": "returned_to_poverty", "recognised_by": "rural_revitalisation"}, True),
        ({"code": "returned_to_poverty", "recognised_by": "civil_affairs"}, False),
        ({"code": "returned_to_poverty"}, None),
        ({"code": "edge_of_poverty"}, None),
        ({"code": "lifted_out_of_poverty"}, None),
        ({"code": "disability", "grade": 1}, None),
        ({"code": "medical_assistance_recipient"}, None),
        ({"code": "veteran"}, False),
        ({"code": "one_child", "area": "rural"}, False),
        ({"code": "fp_special_family"}, False),
    ],
)
def test_the_kinds_named_each_on_its_own_condition(
    held: dict[str, object], exempt: bool | None
) -> None:
    result = on("2022-05-17", identities=[held])
    assert result["within_window"] is False
    assert result["waiting_exempt"] is exempt
    assert result["benefit_start_month"] == ("2022-05" if exempt else None)
    assert result["allowed"] is (True if exempt else None)
    assert result["benefit_start"] is None
    assert "benefit_start" in open_fields(result)


def test_a_missing_condition_is_for_the_desk() -> None:
    result = on("2022-05-17", identities=[{"code": "returned_to_poverty"}])
    assert open_entry(result, "waiting_exempt")["needs"] == "clerk"


def test_certification_that_ends_between_registration_and_payment_is_open() -> None:
    held = [{"code": "low_income_family", "valid_to": "2022-05-17"}]
    assert on("2022-05-17", "2022-05-18", identities=held)["waiting_exempt"] is None


@pytest.mark.parametrize(
    ("registered", "paid", "within"),
    [
        ("2021-09-01", "2021-12-31", True),
        ("2021-08-31", "2021-09-01", False),
        ("2021-12-31", "2022-01-01", False),
        ("2022-01-01", "2022-01-02", False),
    ],
)
def test_both_must_lie_in_the_window(registered: str, paid: str, within: bool) -> None:
    result = on(registered, paid)
    assert result["within_window"] is within
    assert result["waiting_exempt"] is within


POOR = [{"code": "extremely_poor"}]


@pytest.mark.parametrize(
    ("registered", "paid", "month", "start"),
    [
        ("2022-06-01", "2022-06-01", "2022-06", "2022-06-01"),
        ("2022-06-01", "2022-06-02", "2022-06", None),
        ("2022-06-30", "2022-07-01", None, None),
        ("2022-01-01", "2022-01-01", "2022-01", "2022-01-01"),
        # Before the benefit year: that month, or January of the year, is not said.
        ("2021-10-15", "2021-10-15", None, None),
        ("2021-12-31", "2021-12-31", None, None),
    ],
)
def test_from_the_month_of_enrolment(
    registered: str, paid: str, month: str | None, start: str | None
) -> None:
    result = on(registered, paid, identities=POOR)
    assert (result["benefit_start_month"], result["benefit_start"]) == (month, start)
    assert ("benefit_start_month" in open_fields(result)) is (month is None)
    assert ("benefit_start" in open_fields(result)) is (start is None)


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("first_of_month", "2022-05-01"),
        ("payment_day", "2022-05-17"),
        ("first_of_benefit_year", None),
        ("birth_day", None),
    ],
)
def test_the_day_in_the_month_by_the_local_rule(rule: str, start: str | None) -> None:
    local = {**SET, "benefit_start_rule": rule}
    result = on("2022-05-17", identities=POOR, local_values=local)
    assert (result["benefit_start_month"], result["benefit_start"]) == ("2022-05", start)


def test_a_newborn_never_starts_before_birth() -> None:
    local = {**SET, "benefit_start_rule": "first_of_month"}
    result = on(
        "2022-05-17",
        birth_date="2022-05-02",
        circumstances=[{"code": "newborn"}],
        local_values=local,
    )
    assert (result["benefit_start_month"], result["benefit_start"]) == ("2022-05", None)
    local = {**SET, "benefit_start_rule": "birth_day"}
    result = on(
        "2022-05-17",
        birth_date="2022-05-02",
        circumstances=[{"code": "newborn"}],
        local_values=local,
    )
    assert result["benefit_start"] == "2022-05-02"


def test_not_yet_paid_has_no_month() -> None:
    result = ask(
        GUANGXI, registered_on="2022-05-17", paid_on=None, identities=POOR, local_values=SET
    )
    check(result, {"waiting_exempt": True, "benefit_start_month": None, "benefit_start": None})
    assert not {"benefit_start", "benefit_start_month"} & set(open_fields(result))


def test_who_must_wait_has_no_month_either() -> None:
    result = on("2022-05-17")
    assert {"benefit_start", "benefit_start_month", "waiting_days"} <= set(open_fields(result))
    local = {**SET, "waiting_days": 30, "waiting_count": "payment_day_is_day_1"}
    result = on("2022-05-17", local_values=local)
    check(result, {"benefit_start": "2022-06-16", "benefit_start_month": None})
    assert "benefit_start_month" not in open_fields(result)
