"""赣医保发〔2021〕13号, forwarded unchanged by 赣市医保字〔2021〕31号."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.support import GANZHOU, ask, check, open_entry, open_fields

CHILD = "2010-05-01"
ELDER = "1950-05-01"
ADULT = "1980-05-01"
LATE = {"registered_on": "2022-06-15", "paid_on": "2022-06-15"}


def on(day: str, paid: str | None = None, **request: object) -> dict[str, Any]:
    return ask(GANZHOU, registered_on=day, paid_on=paid or day, **request)


@pytest.mark.parametrize(
    ("held", "birth", "kind"),
    [
        ({"code": "extremely_poor"}, None, "full"),
        ({"code": "orphan"}, None, "full"),
        ({"code": "subsistence_allowance"}, None, "fixed"),
        ({"code": "returned_to_poverty"}, None, "fixed"),
        ({"code": "unstable_out_of_poverty"}, None, "fixed"),
        ({"code": "edge_of_poverty"}, None, "fixed"),
        ({"code": "severely_disabled_student"}, None, "fixed"),
        ({"code": "severely_disabled_child"}, None, "fixed"),
        ({"code": "severely_disabled_no_work_capacity"}, None, "fixed"),
        ({"code": "low_income_family", "area": "urban"}, CHILD, "fixed"),
        ({"code": "low_income_family", "area": "urban"}, ELDER, "fixed"),
        ({"code": "retired_soldier_14", "unemployed": True}, None, "fixed"),
    ],
)
def test_every_listed_group_pays_nothing(
    held: dict[str, object], birth: str | None, kind: str
) -> None:
    result = ask(GANZHOU, identities=[held], birth_date=birth)
    check(
        result,
        {
            "assistance": "320.00",
            "assistance_kind": kind,
            "assistance_identity": held["code"],
            "net_payable": "0.00",
            "benefit_year": 2022,
            "status": "determined",
        },
    )


@pytest.mark.parametrize(
    ("held", "birth"),
    [
        ({"code": "lifted_out_of_poverty"}, None),
        ({"code": "de_facto_orphan"}, None),
        ({"code": "disability", "kind": "mental", "grade": 1}, None),
        ({"code": "rural_low_income"}, None),
        ({"code": "medical_assistance_recipient"}, None),
        ({"code": "veteran"}, None),
        ({"code": "one_child", "area": "rural"}, CHILD),
        ({"code": "low_income_family", "area": "rural"}, CHILD),
        ({"code": "low_income_family", "area": "urban"}, ADULT),
        ({"code": "retired_soldier_14", "unemployed": False}, None),
    ],
)
def test_the_list_is_closed(held: dict[str, object], birth: str | None) -> None:
    result = ask(GANZHOU, identities=[held], birth_date=birth)
    check(result, {"assistance": "0.00", "net_payable": "320.00", "reason": "NOT_LISTED"})


@pytest.mark.parametrize(
    ("held", "birth", "needs"),
    [
        ({"code": "low_income_family"}, CHILD, "clerk"),
        ({"code": "low_income_family", "area": "urban"}, None, "clerk"),
        ({"code": "retired_soldier_14"}, None, "clerk"),
    ],
)
def test_a_missing_fact_is_for_the_desk(
    held: dict[str, object], birth: str | None, needs: str
) -> None:
    result = ask(GANZHOU, identities=[held], birth_date=birth)
    assert open_entry(result, "assistance")["needs"] == needs


@pytest.mark.parametrize(
    ("held", "birth"),
    [([], ELDER), ([{"code": "low_income_family", "area": "rural"}], ELDER), ([], "1961-06-01")],
)
def test_whether_low_income_governs_the_elderly_is_only_recommended(
    held: list[dict[str, object]], birth: str
) -> None:
    result = ask(GANZHOU, identities=held, birth_date=birth)
    check(result, {"undetermined": ["assistance", "net_payable"], "personal_standard": "320.00"})
    values = [reading["value"] for reading in open_entry(result, "assistance")["readings"]]
    assert values == ["320.00", "0.00"]


def test_under_sixty_without_an_identity_nothing_is_open() -> None:
    check(ask(GANZHOU, birth_date=ADULT), {"assistance": "0.00", "status": "determined"})


def test_an_elderly_person_who_is_assisted_anyway_is_settled() -> None:
    held = [{"code": "extremely_poor"}]
    check(
        ask(GANZHOU, birth_date=ELDER, identities=held),
        {"assistance": "320.00", "assistance_kind": "full", "status": "determined"},
    )


def test_full_and_fixed_of_one_amount_leave_the_kind_open() -> None:
    held = [{"code": "extremely_poor"}, {"code": "subsistence_allowance"}]
    check(
        ask(GANZHOU, identities=held),
        {
            "assistance": "320.00",
            "net_payable": "0.00",
            "undetermined": ["assistance_kind", "assistance_identity"],
        },
    )


@pytest.mark.parametrize("code", ["returned_to_poverty", "unstable_out_of_poverty"])
def test_after_the_transition_period(code: str) -> None:
    local = {"transition_period_active": False}
    result = ask(GANZHOU, identities=[{"code": code}], local_values=local)
    check(result, {"undetermined": ["assistance", "net_payable"], "reason": "CONDITION_LAPSED"})
    check(
        ask(GANZHOU, identities=[{"code": "subsistence_allowance"}], local_values=local),
        {"assistance": "320.00"},
    )


def test_soldiers_with_employee_cover_are_not_in_the_group() -> None:
    held = [{"code": "retired_soldier_14", "unemployed": True}]
    active = [{"scheme": "employee", "status": "active"}]
    result = ask(GANZHOU, identities=held, other_cover=active)
    check(result, {"assistance": "0.00", "allowed": False, "status": "refused"})
    waiting = [{"scheme": "employee", "status": "waiting"}]
    result = ask(GANZHOU, identities=held, other_cover=waiting)
    check(result, {"undetermined": ["assistance"], "allowed": True})


def test_students_pay_nothing_and_the_budget_bears_it() -> None:
    student = {"institution": "other"}
    result = ask(GANZHOU, student=student)
    check(
        result,
        {
            "personal_standard": "320.00",
            "assistance": "0.00",
            "assistance_kind": "none",
            "net_payable": "0.00",
            "status": "determined",
        },
    )
    held = [{"code": "subsistence_allowance"}]
    result = ask(GANZHOU, student=student, identities=held)
    check(result, {"net_payable": "0.00", "undetermined": ["assistance", "assistance_kind"]})
    unlisted = [{"code": "veteran"}]
    check(ask(GANZHOU, student=student, identities=unlisted), {"assistance": "0.00"})


def test_a_graduate_pays() -> None:
    student = {"institution": "other", "graduation_year": 2021}
    assert ask(GANZHOU, student=student)["net_payable"] == "320.00"


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


def test_another_benefit_year_is_not_priced() -> None:
    check(
        ask(GANZHOU, benefit_year=2023),
        {
            "benefit_year": 2022,
            "assistance": "0.00",
            "undetermined": ["personal_standard", "net_payable"],
            "reason": "YEAR_NOT_IN_DOC",
        },
    )
    assert ask(GANZHOU, benefit_year=2022)["personal_standard"] == "320.00"


def test_nothing_is_due_back_by_rule_in_jiangxi() -> None:
    held = [{"code": "subsistence_allowance"}]
    result = ask(GANZHOU, identities=held, paid_on="2021-11-01", paid_amount="320.00")
    check(result, {"assistance": "320.00", "undetermined": ["retroactive_assistance"]})
    check(
        ask(GANZHOU, identities=held, paid_on="2021-11-01", paid_amount="0.00"),
        {"retroactive_assistance": "0.00"},
    )
    check(
        ask(GANZHOU, paid_on="2021-11-01", paid_amount="320.00"),
        {"retroactive_assistance": "0.00"},
    )


def test_local_values_do_not_displace_window_and_waiting() -> None:
    local = {"window": {"start": "2022-05-01", "end": "2022-06-30"}, "waiting_days": 30}
    check(
        ask(GANZHOU, local_values=local, **LATE),
        {"within_window": False, "waiting_days": 90},
    )
