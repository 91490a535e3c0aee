"""楚医保〔2021〕46号 with 云医保〔2021〕90号: Chuxiong, both sides of every boundary."""

from __future__ import annotations

import pytest

from tests.law.support import (
    CHUXIONG_CITY,
    KUNMING,
    ask,
    check,
    open_entry,
    open_fields,
)

LOW_INCOME = {"code": "low_income_family", "certified": True}
CHILD = "2010-05-01"
ELDER = "1950-05-01"
ADULT = "1980-05-01"


def identity(code: str, **attributes: object) -> list[dict[str, object]]:
    return [{"code": code, **attributes}]


@pytest.mark.parametrize(
    ("held", "birth", "amount", "kind"),
    [
        (identity("extremely_poor"), None, "320.00", "full"),
        (identity("orphan"), None, "320.00", "full"),
        (identity("fp_special_family", member="parent"), None, "320.00", "full"),
        (identity("disability", grade=1), None, "120.00", "fixed"),
        (identity("disability", kind="physical", grade=2), None, "120.00", "fixed"),
        (identity("disability", kind="intellectual", grade=3), None, "120.00", "fixed"),
        (identity("disability", kind="mental", grade=3), None, "120.00", "fixed"),
        (identity("subsistence_allowance", area="urban"), None, "120.00", "fixed"),
        (identity("subsistence_allowance", area="rural"), None, "120.00", "fixed"),
        (identity("other_provincial_hardship"), None, "120.00", "fixed"),
        ([{**LOW_INCOME, "destitute": True}], ELDER, "120.00", "fixed"),
        ([LOW_INCOME], CHILD, "120.00", "fixed"),
        ([{**LOW_INCOME, "destitute": False}], CHILD, "120.00", "fixed"),
        (identity("lifted_out_of_poverty"), None, "180.00", "fixed"),
        (identity("one_child_parent", area="rural"), None, "180.00", "fixed"),
        (identity("one_child", area="rural"), CHILD, "180.00", "fixed"),
        (identity("two_daughter_couple", area="rural", sterilised=True), None, "180.00", "fixed"),
    ],
)
def test_article_three_gives(
    held: list[dict[str, object]], birth: str | None, amount: str, kind: str
) -> None:
    result = ask(CHUXIONG_CITY, identities=held, birth_date=birth)
    net = {"320.00": "0.00", "180.00": "140.00", "120.00": "200.00"}[amount]
    check(
        result,
        {
            "personal_standard": "320.00",
            "assistance": amount,
            "assistance_kind": kind,
            "assistance_identity": held[0]["code"],
            "net_payable": net,
        },
    )
    assert open_fields(result) == {"benefit_year": "NO_BENEFIT_YEAR_IN_DOC"}


@pytest.mark.parametrize(
    ("held", "birth", "reason"),
    [
        (identity("disability", kind="intellectual", grade=4), None, "NOT_LISTED"),
        (identity("disability", kind="visual", grade=3), None, "NOT_LISTED"),
        (identity("disability", kind="multiple", grade=3), None, "NOT_LISTED"),
        (identity("disability", kind="physical", grade=4), None, "NOT_LISTED"),
        (identity("de_facto_orphan"), None, "NOT_LISTED"),
        (identity("severely_disabled_child"), None, "NOT_LISTED"),
        (identity("medical_assistance_recipient"), None, "NOT_LISTED"),
        (identity("rural_low_income"), None, "NOT_LISTED"),
        (identity("unstable_out_of_poverty", monitored=True), None, "NOT_LISTED"),
        (identity("edge_of_poverty"), None, "NOT_LISTED"),
        (identity("returned_to_poverty"), None, "NOT_LISTED"),
        (identity("retired_soldier_14", unemployed=True), None, "NOT_LISTED"),
        (identity("one_child_parent", area="urban"), None, "NOT_LISTED"),
        (identity("one_child", area="rural"), ADULT, "NOT_LISTED"),
        (identity("one_child", area="urban"), ADULT, "NOT_LISTED"),
        (identity("two_daughter_couple", area="urban", sterilised=True), None, "NOT_LISTED"),
        (identity("two_daughter_couple", area="rural", sterilised=False), None, "NOT_LISTED"),
        ([LOW_INCOME], ADULT, "NOT_LISTED"),
        ([{**LOW_INCOME, "certified": False}], CHILD, "NOT_CERTIFIED"),
        ([{**LOW_INCOME, "certified": False}], None, "NOT_CERTIFIED"),
    ],
)
def test_a_closed_list_gives_nothing_else(
    held: list[dict[str, object]], birth: str | None, reason: str
) -> None:
    result = ask(CHUXIONG_CITY, identities=held, birth_date=birth)
    check(
        result,
        {
            "assistance": "0.00",
            "assistance_kind": "none",
            "assistance_identity": None,
            "net_payable": "320.00",
            "reason": reason,
        },
    )


@pytest.mark.parametrize(
    ("held", "birth", "reason", "needs"),
    [
        (identity("disability", kind="mental", grade=4), None, "NOT_IN_DOC", "admin"),
        (identity("disability", grade=3), None, "NOT_IN_DOC", "clerk"),
        (identity("disability", kind="mental"), None, "NOT_IN_DOC", "clerk"),
        ([{**LOW_INCOME, "destitute": False}], ELDER, "NOT_IN_DOC", "admin"),
        ([LOW_INCOME], ELDER, "NOT_IN_DOC", "clerk"),
        ([{"code": "low_income_family"}], CHILD, "NOT_IN_DOC", "clerk"),
        ([{**LOW_INCOME, "destitute": True}], None, "NOT_IN_DOC", "clerk"),
        (identity("one_child", area="urban"), CHILD, "NOT_IN_DOC", "admin"),
        (identity("one_child"), CHILD, "NOT_IN_DOC", "clerk"),
        (identity("one_child", area="rural"), None, "NOT_IN_DOC", "clerk"),
        (identity("fp_special_family", member="other"), None, "NOT_IN_DOC", "admin"),
        (identity("fp_special_family"), None, "NOT_IN_DOC", "clerk"),
        (identity("one_child_parent"), None, "NOT_IN_DOC", "clerk"),
        (identity("two_daughter_couple", area="rural"), None, "NOT_IN_DOC", "clerk"),
        (identity("veteran"), None, "NO_AMOUNT_IN_DOC", "admin"),
    ],
)
def test_what_article_three_leaves_open(
    held: list[dict[str, object]], birth: str | None, reason: str, needs: str
) -> None:
    result = ask(CHUXIONG_CITY, identities=held, birth_date=birth)
    check(result, {"undetermined": ["assistance", "net_payable"], "reason": reason})
    entry = open_entry(result, "assistance")
    assert (entry["reason"], entry["needs"]) == (reason, needs)


def test_readings_are_told_with_their_amounts() -> None:
    held = identity("disability", kind="mental", grade=4)
    result = ask(CHUXIONG_CITY, identities=held)
    readings = open_entry(result, "assistance")["readings"]
    assert [reading["value"] for reading in readings] == ["120.00", "0.00"]
    readings = open_entry(result, "net_payable")["readings"]
    assert [reading["value"] for reading in readings] == ["200.00", "320.00"]


@pytest.mark.parametrize(
    ("held", "amount", "rests_on"),
    [
        (["subsistence_allowance", "lifted_out_of_poverty"], "180.00", "lifted_out_of_poverty"),
        (["orphan", "subsistence_allowance"], "320.00", "orphan"),
        (["subsistence_allowance", "other_provincial_hardship"], "120.00", None),
        (["extremely_poor", "orphan"], "320.00", None),
        (["extremely_poor", "veteran"], "320.00", "extremely_poor"),
        (["edge_of_poverty", "subsistence_allowance"], "120.00", "subsistence_allowance"),
        (["subsistence_allowance", "subsistence_allowance"], "120.00", "subsistence_allowance"),
    ],
)
def test_the_single_highest_never_a_sum(held: list[str], amount: str, rests_on: str | None) -> None:
    result = ask(CHUXIONG_CITY, identities=[{"code": code} for code in held])
    assert result["assistance"] == amount
    assert result["assistance_identity"] == rests_on
    assert ("assistance_identity" in open_fields(result)) is (rests_on is None)
    assert result["assistance_kind"] in ("full", "fixed")


def test_an_open_identity_that_cannot_exceed_changes_nothing() -> None:
    held = [{"code": "lifted_out_of_poverty"}, {"code": "disability", "kind": "mental", "grade": 4}]
    result = ask(CHUXIONG_CITY, identities=held)
    check(result, {"assistance": "180.00", "assistance_identity": "lifted_out_of_poverty"})


def test_an_open_identity_of_the_same_amount_leaves_open_on_which_it_rests() -> None:
    held = [{"code": "subsistence_allowance"}, {"code": "disability", "kind": "mental", "grade": 4}]
    result = ask(CHUXIONG_CITY, identities=held)
    check(result, {"assistance": "120.00", "assistance_kind": "fixed"})
    assert "assistance_identity" in open_fields(result)


def test_linkage_policy_issued_ends_the_180() -> None:
    held = [{"code": "lifted_out_of_poverty"}, {"code": "subsistence_allowance"}]
    result = ask(CHUXIONG_CITY, identities=held, local_values={"linkage_policy_issued": True})
    check(
        result,
        {
            "reason": "CONDITION_LAPSED",
            "undetermined": ["assistance", "assistance_kind", "assistance_identity"],
        },
    )
    assert open_entry(result, "assistance")["at_least"] == "120.00"


def test_linkage_policy_issued_is_filled_by_the_local_amount() -> None:
    local = {"linkage_policy_issued": True, "assistance": {"lifted_out_of_poverty": "100.00"}}
    result = ask(CHUXIONG_CITY, identities=[{"code": "lifted_out_of_poverty"}], local_values=local)
    check(result, {"assistance": "100.00", "assistance_kind": "fixed", "net_payable": "220.00"})


def test_full_cover_needs_no_linkage_policy() -> None:
    held = [{"code": "lifted_out_of_poverty"}, {"code": "extremely_poor"}]
    result = ask(CHUXIONG_CITY, identities=held, local_values={"linkage_policy_issued": True})
    check(result, {"assistance": "320.00", "assistance_kind": "full", "net_payable": "0.00"})
    assert result["assistance_identity"] == "extremely_poor"


def test_a_local_amount_displaces_nothing_settled() -> None:
    local = {"assistance": {"subsistence_allowance": "150.00", "edge_of_poverty": "90.00"}}
    for code, amount in (("subsistence_allowance", "120.00"), ("edge_of_poverty", "0.00")):
        result = ask(CHUXIONG_CITY, identities=[{"code": code}], local_values=local)
        assert result["assistance"] == amount


@pytest.mark.parametrize(
    ("amount", "expect"),
    [
        ("50.00", {"assistance": "50.00", "assistance_kind": "fixed", "net_payable": "270.00"}),
        ("320.00", {"assistance": "320.00", "net_payable": "0.00"}),
        (
            "320.01",
            {
                "undetermined": ["assistance", "net_payable"],
                "reason": "ASSISTANCE_EXCEEDS_STANDARD",
            },
        ),
        ("0.00", {"assistance": "0.00", "assistance_kind": "none", "assistance_identity": None}),
    ],
)
def test_a_local_amount_for_veterans(amount: str, expect: dict[str, object]) -> None:
    local = {"assistance": {"veteran": amount}}
    check(ask(CHUXIONG_CITY, identities=[{"code": "veteran"}], local_values=local), expect)


def test_nobody_is_assisted_before_being_enrolled() -> None:
    result = ask(CHUXIONG_CITY, identities=[{"code": "extremely_poor"}], registered=False)
    check(
        result,
        {
            "assistance": "0.00",
            "assistance_kind": "none",
            "net_payable": "320.00",
            "reason": "NOT_ENROLLED",
        },
    )


def test_assistance_of_permit_holders_is_not_stated() -> None:
    held = identity("subsistence_allowance")
    for person in ({"residence_permit": True}, {"local_hukou": False}):
        check(
            ask(CHUXIONG_CITY, identities=held, **person),
            {"undetermined": ["assistance", "net_payable"], "personal_standard": "320.00"},
        )
    for person in ({"residence_permit": True, "local_hukou": True}, {"residence_permit": False}):
        assert ask(CHUXIONG_CITY, identities=held, **person)["assistance"] == "120.00"


def test_yunnan_outside_chuxiong_names_no_amounts() -> None:
    result = ask(KUNMING, identities=identity("extremely_poor"))
    check(
        result,
        {
            "personal_standard": "320.00",
            "undetermined": ["assistance", "net_payable", "benefit_year"],
            "reason": "NO_AMOUNT_IN_DOC",
        },
    )
    assert ask(KUNMING)["net_payable"] == "320.00"
