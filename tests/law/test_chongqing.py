"""渝医保发〔2021〕70号: tiers, academic years, a window without an opening, newborns, graduates."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.support import CHONGQING, ask, check, open_entry, open_fields

STUDENT = {"institution": "in_chongqing", "academic_year": "2021-09/2022-08"}


def on(day: str, paid: str | None = None, **request: object) -> dict[str, Any]:
    request.setdefault("tier", "1")
    return ask(CHONGQING, registered_on=day, paid_on=paid or day, **request)


@pytest.mark.parametrize(
    ("tier", "resident", "student"), [("1", "320.00", "280.00"), ("2", "695.00", "655.00")]
)
def test_two_tiers(tier: str, resident: str, student: str) -> None:
    result = ask(CHONGQING, tier=tier)
    check(
        result,
        {"personal_standard": resident, "net_payable": resident, "benefit_year": 2022},
    )
    assert result["status"] == "determined"
    result = ask(CHONGQING, tier=tier, student=STUDENT)
    check(result, {"personal_standard": student, "benefit_year": None, "status": "determined"})


@pytest.mark.parametrize("tier", ["0", "3", "", "一档", "1 "])
def test_no_such_tier(tier: str) -> None:
    for student in (None, STUDENT):
        result = ask(CHONGQING, tier=tier, student=student)
        check(
            result,
            {"allowed": False, "status": "refused", "undetermined": ["personal_standard"]},
        )
        assert open_fields(result)["personal_standard"] == "INVALID_TIER"


@pytest.mark.parametrize("student", [None, STUDENT])
def test_a_tier_must_be_chosen(student: object) -> None:
    result = ask(CHONGQING, student=student)
    entry = open_entry(result, "personal_standard")
    assert (entry["reason"], entry["needs"]) == ("TIER_REQUIRED", "clerk")
    check(result, {"allowed": True, "assistance": "0.00", "undetermined": ["net_payable"]})


@pytest.mark.parametrize(
    ("student", "standard", "reason", "needs"),
    [
        (
            {"institution": "in_chongqing", "academic_year": "2022-09/2023-08"},
            None,
            "YEAR_NOT_IN_DOC",
            "admin",
        ),
        ({"institution": "other", "academic_year": "2021-09/2022-08"}, None, "NOT_IN_DOC", "admin"),
        (
            {"institution": "unspecified", "academic_year": "2021-09/2022-08"},
            None,
            "NOT_IN_DOC",
            "clerk",
        ),
        ({"institution": "in_chongqing"}, None, "NOT_IN_DOC", "clerk"),
        ({"institution": "unspecified"}, None, "NOT_IN_DOC", "clerk"),
        ({"institution": "other"}, "320.00", None, None),
        ({"institution": "provincial_in_kunming"}, "320.00", None, None),
    ],
)
def test_students(
    student: dict[str, object], standard: str | None, reason: str | None, needs: str | None
) -> None:
    result = ask(CHONGQING, tier="1", student=student)
    assert result["personal_standard"] == standard
    if reason is not None:
        entry = open_entry(result, "personal_standard")
        assert (entry["reason"], entry["needs"]) == (reason, needs)


def test_an_academic_year_has_its_own_dates() -> None:
    result = ask(
        CHONGQING, tier="1", student=STUDENT, registered_on="2021-12-10", paid_on="2021-12-10"
    )
    check(
        result,
        {
            "benefit_year": None,
            "benefit_end": "2022-08-31",
            "undetermined": ["within_window", "benefit_start"],
        },
    )
    assert "benefit_year" not in open_fields(result)
    early = ask(
        CHONGQING, tier="1", student=STUDENT, registered_on="2021-08-20", paid_on="2021-09-01"
    )
    assert early["benefit_start"] == "2021-09-01"


def test_dates_of_an_academic_year_that_is_not_priced() -> None:
    student = {"institution": "in_chongqing", "academic_year": "2022-09/2023-08"}
    fields = open_fields(on("2022-09-10", student=student))
    assert fields["benefit_start"] == fields["benefit_end"] == "YEAR_NOT_IN_DOC"


def test_another_benefit_year_is_not_priced() -> None:
    result = ask(CHONGQING, tier="1", benefit_year=2023)
    assert open_fields(result)["personal_standard"] == "YEAR_NOT_IN_DOC"


@pytest.mark.parametrize(
    ("registered", "paid", "within"),
    [
        ("2021-11-30", "2021-11-30", None),
        ("2021-11-30", "2021-12-01", None),
        ("2021-12-01", "2021-12-01", True),
        ("2022-02-28", "2022-02-28", True),
        ("2022-02-28", "2022-03-01", None),
        ("2022-03-01", "2022-03-01", False),
    ],
)
def test_the_window(registered: str, paid: str, within: bool | None) -> None:
    result = on(registered, paid)
    assert result["within_window"] is within
    assert result["waiting_exempt"] is within
    assert result["benefit_start"] == ("2022-01-01" if within else None)
    assert result["allowed"] is (True if within else None)
    assert open_fields(result)["benefit_end"] == "NOT_IN_DOC"


def test_a_local_opening_fills_the_silence_before_december() -> None:
    local = {"window": {"start": "2021-11-15", "end": "2022-06-30"}}
    for day, within in (("2021-11-14", False), ("2021-11-15", True), ("2022-03-01", False)):
        assert on(day, local_values=local)["within_window"] is within
    late = {"window": {"start": "2021-12-15", "end": "2022-02-28"}}
    assert on("2021-12-01", local_values=late)["within_window"] is True


@pytest.mark.parametrize(("age_days", "exempt"), [(0, True), (89, True), (90, None), (91, False)])
def test_newborns_within_ninety_days(age_days: int, exempt: bool | None) -> None:
    day = {0: "2022-03-10", 89: "2022-06-07", 90: "2022-06-08", 91: "2022-06-09"}[age_days]
    newborn = [{"code": "newborn"}]
    result = on(day, birth_date="2022-03-10", circumstances=newborn)
    assert result["waiting_exempt"] is exempt
    assert result["waiting_days"] == (0 if exempt else None)


def test_newborns_need_a_birth_date() -> None:
    result = on("2022-06-01", circumstances=[{"code": "newborn"}])
    assert open_entry(result, "waiting_exempt")["needs"] == "clerk"


def test_newborns_registered_in_time_and_paid_late() -> None:
    newborn = [{"code": "newborn"}]
    result = on("2022-06-07", "2022-06-09", birth_date="2022-03-10", circumstances=newborn)
    assert result["waiting_exempt"] is None


def test_a_newborn_is_not_covered_before_birth() -> None:
    newborn = [{"code": "newborn"}]
    result = on("2022-02-20", birth_date="2022-02-10", circumstances=newborn)
    check(result, {"within_window": True, "undetermined": ["benefit_start"]})


@pytest.mark.parametrize(
    ("code", "exempt"),
    [
        ("rural_low_income", True),
        ("subsistence_allowance", None),
        ("medical_assistance_recipient", None),
        ("veteran", False),
    ],
)
def test_late_with_an_identity(code: str, exempt: bool | None) -> None:
    result = on("2022-05-10", identities=[{"code": code}])
    assert result["waiting_exempt"] is exempt


@pytest.mark.parametrize(
    ("tier", "amount", "expect"),
    [
        ("1", "100.00", {"assistance": "100.00", "assistance_kind": "fixed"}),
        ("1", "320.00", {"net_payable": "0.00"}),
        ("1", "320.01", {"reason": "ASSISTANCE_EXCEEDS_STANDARD", "undetermined": ["assistance"]}),
        ("2", "100.00", {"undetermined": ["assistance", "net_payable"]}),
        (None, "100.00", {"reason": "TIER_REQUIRED", "undetermined": ["assistance"]}),
    ],
)
def test_district_amounts_hold_for_tier_one(
    tier: str | None, amount: str, expect: dict[str, object]
) -> None:
    local = {"assistance": {"medical_assistance_recipient": amount}}
    held = [{"code": "medical_assistance_recipient"}]
    check(ask(CHONGQING, tier=tier, identities=held, local_values=local), expect)


@pytest.mark.parametrize("code", ["extremely_poor", "medical_assistance_recipient", "veteran"])
def test_no_list_and_no_amounts(code: str) -> None:
    result = ask(CHONGQING, tier="1", identities=[{"code": code}])
    check(result, {"undetermined": ["assistance", "net_payable"], "reason": "NO_AMOUNT_IN_DOC"})


def graduate(day: str, paid: str | None = None, year: int = 2022) -> dict[str, Any]:
    student = {"institution": "in_chongqing", "graduation_year": year}
    return on(day, paid, student=student)


@pytest.mark.parametrize(
    ("day", "applies"),
    [
        ("2022-08-31", False),
        ("2022-09-01", None),
        ("2022-09-02", True),
        ("2022-11-30", True),
        ("2022-12-01", None),
        ("2022-12-02", False),
    ],
)
def test_graduates(day: str, applies: bool | None) -> None:
    result = graduate(day)
    assert result["graduate_rule_applies"] is applies
    assert result["personal_standard"] == ("320.00" if applies is False else None)
    assert result["net_payable"] == ("320.00" if applies is False else None)
    assert result["benefit_start"] == ("2022-09-01" if applies else None)
    assert result["allowed"] is (True if applies else None)
    assert result["waiting_exempt"] is applies


@pytest.mark.parametrize(
    ("registered", "paid", "applies"),
    [
        ("2022-11-20", "2022-12-05", None),
        ("2022-08-31", "2022-10-15", None),
        ("2022-09-02", "2022-11-30", True),
        ("2022-08-30", "2022-12-05", False),
    ],
)
def test_both_steps_of_a_graduate_count(registered: str, paid: str, applies: bool | None) -> None:
    assert graduate(registered, paid)["graduate_rule_applies"] is applies


def test_a_graduate_who_has_not_paid_has_no_start() -> None:
    student = {"institution": "in_chongqing", "graduation_year": 2022}
    result = ask(CHONGQING, tier="1", student=student, registered_on="2022-10-15", paid_on=None)
    check(result, {"graduate_rule_applies": True, "benefit_start": None})
    assert "benefit_start" not in open_fields(result)


@pytest.mark.parametrize(
    ("day", "applies", "reason"),
    [
        ("2021-08-31", False, True),
        ("2021-11-15", None, True),
        ("2021-12-02", False, True),
        ("2021-12-06", False, False),
    ],
)
def test_the_rule_before_its_notice_was_in_force(
    day: str, applies: bool | None, reason: bool
) -> None:
    result = graduate(day, year=2021)
    assert result["graduate_rule_applies"] is applies
    reasons = result["reasons"]
    assert isinstance(reasons, list)
    assert ("BEFORE_EFFECTIVE_DATE" in reasons) is reason


@pytest.mark.parametrize(("institution", "applies"), [("other", False), ("unspecified", None)])
def test_graduates_of_other_institutions(institution: str, applies: bool | None) -> None:
    student = {"institution": institution, "graduation_year": 2022}
    result = on("2022-10-15", student=student)
    assert result["graduate_rule_applies"] is applies
    assert result["personal_standard"] == ("320.00" if applies is False else None)


def test_without_dates_a_graduates_fee_is_open_and_the_rule_not_asked() -> None:
    student = {"institution": "in_chongqing", "graduation_year": 2022}
    result = ask(CHONGQING, tier="1", student=student)
    check(result, {"graduate_rule_applies": None, "undetermined": ["personal_standard"]})
    assert "graduate_rule_applies" not in open_fields(result)


def test_residents_are_not_asked_about_graduation() -> None:
    result = on("2021-12-10")
    assert result["graduate_rule_applies"] is None
    assert "graduate_rule_applies" not in open_fields(result)


def test_moving_to_employee_cover_that_has_not_begun_refuses_nothing() -> None:
    cover = [{"scheme": "employee", "status": "waiting"}]
    assert ask(CHONGQING, tier="1", other_cover=cover)["allowed"] is True
