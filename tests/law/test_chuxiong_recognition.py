"""Recognition, payment in full, earlier assistance and expiry in Chuxiong (C9, C10, C15, X13)."""

from __future__ import annotations

import pytest

from tests.law.support import CHUXIONG_CITY, WINDOW, ask, check, open_entry, open_fields


def identity(code: str, **attributes: object) -> list[dict[str, object]]:
    return [{"code": code, **attributes}]


@pytest.mark.parametrize(
    ("recognised", "extra", "expect"),
    [
        # Recognised against payment.
        ("2021-10-09", {"paid_on": "2021-10-10"}, {"assistance": "120.00"}),
        ("2021-10-10", {"paid_on": "2021-10-10"}, {"undetermined": ["assistance"]}),
        ("2021-10-11", {"paid_on": "2021-10-10"}, {"undetermined": ["assistance"]}),
        # No payment known: the window decides.
        ("2021-08-31", {"local_values": {"window": WINDOW}}, {"assistance": "120.00"}),
        ("2021-12-31", {"local_values": {"window": WINDOW}}, {"assistance": "120.00"}),
        (
            "2022-01-01",
            {"local_values": {"window": WINDOW}},
            {"undetermined": ["assistance"], "reason": "AFTER_WINDOW_ADDITION"},
        ),
        ("2021-10-01", {}, {"undetermined": ["assistance"], "reason": "NO_WINDOW_IN_DOC"}),
        (
            "2021-10-01",
            {"paid_on": None},
            {"undetermined": ["assistance"], "reason": "NO_WINDOW_IN_DOC"},
        ),
        # After the window in every case.
        (
            "2022-01-01",
            {"paid_on": "2022-02-01", "local_values": {"window": WINDOW}},
            {"undetermined": ["assistance"], "reason": "AFTER_WINDOW_ADDITION"},
        ),
        (
            "2021-12-31",
            {"paid_on": "2022-02-01", "local_values": {"window": WINDOW}},
            {"assistance": "120.00"},
        ),
    ],
)
def test_recognition(recognised: str, extra: dict[str, object], expect: dict[str, object]) -> None:
    held = identity("subsistence_allowance", recognised_on=recognised)
    check(ask(CHUXIONG_CITY, identities=held, **extra), expect)


def test_two_readings_of_one_recognition_still_give_what_another_gives() -> None:
    held = [
        {"code": "subsistence_allowance"},
        {"code": "extremely_poor", "recognised_on": "2021-10-10"},
    ]
    result = ask(CHUXIONG_CITY, identities=held, paid_on="2021-10-10")
    assert open_entry(result, "assistance")["at_least"] == "120.00"


@pytest.mark.parametrize(
    ("held", "extra", "expect"),
    [
        ("subsistence_allowance", {"paid_amount": "320.00"}, "120.00"),
        ("subsistence_allowance", {"paid_amount": "200.00"}, "0.00"),
        ("subsistence_allowance", {"paid_amount": "0.00"}, "0.00"),
        ("subsistence_allowance", {"paid_amount": "250.00"}, None),
        ("subsistence_allowance", {"paid_amount": "320.01"}, None),
        ("lifted_out_of_poverty", {"paid_amount": "320.00"}, None),
        ("one_child_parent", {"paid_amount": "320.00"}, None),
        ("lifted_out_of_poverty", {"paid_amount": "140.00"}, "0.00"),
        ("edge_of_poverty", {"paid_amount": "320.00"}, "0.00"),
        ("veteran", {"paid_amount": "320.00"}, None),
        ("veteran", {"paid_amount": "0.00"}, "0.00"),
        ("extremely_poor", {"paid_amount": "320.00", "registered": False}, "0.00"),
    ],
)
def test_retroactive_assistance(held: str, extra: dict[str, object], expect: str | None) -> None:
    identities = identity(held, area="rural")
    result = ask(CHUXIONG_CITY, identities=identities, paid_on="2021-10-10", **extra)
    assert result["retroactive_assistance"] == expect
    assert ("retroactive_assistance" in open_fields(result)) is (expect is None)


def test_retroactive_assistance_is_not_asked_without_payment() -> None:
    result = ask(CHUXIONG_CITY, identities=identity("subsistence_allowance"), paid_on="2021-10-10")
    assert result["retroactive_assistance"] is None
    assert "retroactive_assistance" not in open_fields(result)


def test_retroactive_assistance_needs_to_know_which_came_first() -> None:
    held = identity("subsistence_allowance", recognised_on="2021-10-01")
    local = {"window": WINDOW}
    result = ask(CHUXIONG_CITY, identities=held, paid_amount="320.00", local_values=local)
    check(result, {"assistance": "120.00", "undetermined": ["retroactive_assistance"]})


def test_the_clear_part_of_what_is_due_back_is_told() -> None:
    held = [{"code": "subsistence_allowance"}, {"code": "lifted_out_of_poverty"}]
    result = ask(CHUXIONG_CITY, identities=held, paid_on="2021-10-10", paid_amount="320.00")
    assert result["assistance"] == "180.00"
    assert open_entry(result, "retroactive_assistance")["at_least"] == "120.00"


@pytest.mark.parametrize(
    ("given", "expect"),
    [
        ("120.00", {"assistance": "120.00", "net_payable": "200.00"}),
        ("0.00", {"assistance": "120.00"}),
        ("180.00", {"undetermined": ["assistance", "net_payable"]}),
        ("100.00", {"undetermined": ["assistance", "net_payable"]}),
    ],
)
def test_assistance_given_before(given: str, expect: dict[str, object]) -> None:
    held = identity("subsistence_allowance")
    check(ask(CHUXIONG_CITY, identities=held, assistance_already_given=given), expect)


def test_what_was_given_before_is_certain() -> None:
    result = ask(
        CHUXIONG_CITY, identities=identity("extremely_poor"), assistance_already_given="120.00"
    )
    entry = open_entry(result, "assistance")
    assert entry["at_least"] == "120.00"
    assert [reading["value"] for reading in entry["readings"]] == ["320.00", "120.00"]


@pytest.mark.parametrize(
    ("extra", "expect"),
    [
        ({"valid_to": "2021-10-15"}, "120.00"),
        ({"valid_to": "2021-10-14"}, "0.00"),
    ],
)
def test_an_identity_that_ran_out_gives_nothing(extra: dict[str, object], expect: str) -> None:
    held = identity("subsistence_allowance", **extra)
    days = {"registered_on": "2021-10-15", "paid_on": "2021-10-15"}
    result = ask(CHUXIONG_CITY, identities=held, **days)
    assert result["assistance"] == expect
    reasons = result["reasons"]
    assert isinstance(reasons, list)
    assert ("CERTIFICATION_EXPIRED" in reasons) is (expect == "0.00")


def test_an_identity_that_ran_out_between_registration_and_payment_is_open() -> None:
    held = identity("subsistence_allowance", valid_to="2021-10-15")
    result = ask(CHUXIONG_CITY, identities=held, registered_on="2021-10-15", paid_on="2021-10-16")
    check(result, {"undetermined": ["assistance"], "reason": "NOT_IN_DOC"})


@pytest.mark.parametrize(
    ("valid_to", "expect"),
    [("2020-12-31", "0.00"), ("2021-01-01", None), ("2022-12-30", None), ("2022-12-31", "120.00")],
)
def test_without_a_day_only_far_expiry_is_settled(valid_to: str, expect: str | None) -> None:
    held = identity("subsistence_allowance", valid_to=valid_to)
    assert ask(CHUXIONG_CITY, identities=held)["assistance"] == expect
