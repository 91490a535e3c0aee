"""赣医保发〔2021〕13号, forwarded unchanged by 赣市医保字〔2021〕31号."""

from __future__ import annotations

import pytest

from tests.law.support import GANZHOU, ask, check, open_entry

CHILD = "2010-05-01"
ELDER = "1950-05-01"
ADULT = "1980-05-01"


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
