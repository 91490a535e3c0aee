"""What is a valid request, and the problems that name field and rule."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import UNSET

from desktop.policy import AssessmentRequest, Problem, request_from_json

MINIMAL = {"id": "a", "division": "532301", "campaign_year": 2021}


def problems(**changes: object) -> list[tuple[str, str]]:
    found = request_from_json({**MINIMAL, **changes})
    assert isinstance(found, tuple), found
    return [(problem.field, problem.code) for problem in found]


def valid(**changes: object) -> AssessmentRequest:
    found = request_from_json({**MINIMAL, **changes})
    assert isinstance(found, AssessmentRequest), found
    return found


@pytest.mark.parametrize("field", ["id", "division", "campaign_year"])
@pytest.mark.parametrize("absent", [True, False])
def test_the_three_required_fields(field: str, absent: bool) -> None:
    value: dict[str, Any] = dict(MINIMAL)
    if absent:
        del value[field]
    else:
        value[field] = None
    found = request_from_json(value)
    assert found == (Problem(field, "missing", f"{field} is required"),)


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"colour": 1}, "colour", "unknown_field"),
        ({"id": 1}, "id", "not_text"),
        ({"division": "53230"}, "division", "malformed"),
        ({"division": "5323011"}, "division", "malformed"),
        ({"division": "53230x"}, "division", "malformed"),
        ({"division": "532301\n"}, "division", "malformed"),
        ({"division": "５３２３０１"}, "division", "malformed"),
        ({"division": 532301}, "division", "not_text"),
        ({"campaign_year": "2021"}, "campaign_year", "not_int"),
        ({"campaign_year": 2021.0}, "campaign_year", "not_int"),
        ({"campaign_year": True}, "campaign_year", "not_int"),
        ({"campaign_year": 0}, "campaign_year", "out_of_range"),
        ({"campaign_year": 10**30}, "campaign_year", "out_of_range"),
        ({"subsidy_year": "x"}, "subsidy_year", "not_int"),
        ({"tier": 1}, "tier", "not_text"),
        ({"unit_name": 5}, "unit_name", "not_text"),
        ({"birth_date": "2021-2-1"}, "birth_date", "not_date"),
        ({"birth_date": "2021-02-30"}, "birth_date", "not_date"),
        ({"birth_date": "20210201"}, "birth_date", "not_date"),
        ({"birth_date": "2021-02-01T00:00:00"}, "birth_date", "not_date"),
        ({"birth_date": 20210201}, "birth_date", "not_date"),
        ({"registered_on": "gestern"}, "registered_on", "not_date"),
        ({"registered": 1}, "registered", "not_bool"),
        ({"registered": "true"}, "registered", "not_bool"),
        ({"paid_amount": 320}, "paid_amount", "not_amount"),
        ({"paid_amount": 320.0}, "paid_amount", "not_amount"),
        ({"paid_amount": "320"}, "paid_amount", "not_amount"),
        ({"paid_amount": "320.0"}, "paid_amount", "not_amount"),
        ({"paid_amount": "-1.00"}, "paid_amount", "not_amount"),
        ({"paid_amount": "1,320.00"}, "paid_amount", "not_amount"),
        ({"identities": {}}, "identities", "not_list"),
        ({"identities": ["orphan"]}, "identities[0]", "not_object"),
        ({"identities": [{}]}, "identities[0].code", "missing"),
        ({"identities": [{"code": 1}]}, "identities[0].code", "not_text"),
        ({"identities": [{"code": "orphans"}]}, "identities[0].code", "unknown_code"),
        ({"identities": [{"code": "orphan", "x": 1}]}, "identities[0].x", "unknown_field"),
        (
            {"identities": [{"code": "disability", "grade": 5}]},
            "identities[0].grade",
            "out_of_range",
        ),
        (
            {"identities": [{"code": "disability", "grade": "1"}]},
            "identities[0].grade",
            "not_int",
        ),
        (
            {"identities": [{"code": "orphan"}, {"code": "disability", "kind": "mind"}]},
            "identities[1].kind",
            "unknown_code",
        ),
        (
            {"identities": [{"code": "orphan", "recognised_by": "mayor"}]},
            "identities[0].recognised_by",
            "unknown_code",
        ),
        ({"circumstances": [{"code": "rich"}]}, "circumstances[0].code", "unknown_code"),
        ({"other_cover": [{"scheme": "employee"}]}, "other_cover[0].status", "missing"),
        (
            {"other_cover": [{"scheme": "x", "status": "active"}]},
            "other_cover[0].scheme",
            "unknown_code",
        ),
        ({"student": {}}, "student.institution", "missing"),
        ({"student": {"institution": "harvard"}}, "student.institution", "unknown_code"),
        (
            {"student": {"institution": "other", "academic_year": "2021"}},
            "student.academic_year",
            "malformed",
        ),
        (
            {"student": {"institution": "other", "academic_year": "2021-13/2022-08"}},
            "student.academic_year",
            "malformed",
        ),
        (
            {"local_values": {"window": {"start": "2021-01-01"}}},
            "local_values.window.end",
            "missing",
        ),
        (
            {"local_values": {"window": {"start": "2021-02-01", "end": "2021-01-31"}}},
            "local_values.window",
            "end_before_start",
        ),
        ({"local_values": {"unit_class": "4"}}, "local_values.unit_class", "unknown_code"),
        ({"local_values": {"waiting_days": -1}}, "local_values.waiting_days", "out_of_range"),
        ({"local_values": {"waiting_days": "9"}}, "local_values.waiting_days", "not_int"),
        (
            {"local_values": {"assistance": {"rich": "1.00"}}},
            "local_values.assistance.rich",
            "unknown_code",
        ),
        (
            {"local_values": {"assistance": {"orphan": 100}}},
            "local_values.assistance.orphan",
            "not_amount",
        ),
        ({"local_values": {"assistance": []}}, "local_values.assistance", "not_object"),
        ({"local_values": {"colour": 1}}, "local_values.colour", "unknown_field"),
        (
            {"local_values": {"benefit_start_rule": "sometime"}},
            "local_values.benefit_start_rule",
            "unknown_code",
        ),
        ({"local_values": {"age_as_of": "today"}}, "local_values.age_as_of", "not_date"),
    ],
)
def test_one_problem(changes: dict[str, object], field: str, code: str) -> None:
    assert problems(**changes) == [(field, code)]


def test_every_problem_is_named() -> None:
    assert problems(tier=1, paid_amount=1, identities=[{"code": "x", "y": 1}]) == [
        ("tier", "not_text"),
        ("paid_amount", "not_amount"),
        ("identities[0].y", "unknown_field"),
        ("identities[0].code", "unknown_code"),
    ]


@pytest.mark.parametrize("value", [None, [], "a", 1, True])
def test_a_request_is_an_object(value: object) -> None:
    (problem,) = request_from_json(value)  # type: ignore[misc]
    assert problem.code == "not_object"


def test_null_is_absent_except_in_the_two_dates() -> None:
    names = [name for name in AssessmentRequest.__struct_fields__ if name not in MINIMAL]
    request = valid(**dict.fromkeys(names))
    assert request.registered_on is None
    assert request.paid_on is None
    absent = valid()
    assert absent.registered_on is UNSET
    assert absent.paid_on is UNSET


def test_null_is_absent_in_nested_objects() -> None:
    request = valid(
        identities=[{"code": "orphan", "recognised_on": None, "grade": None}],
        circumstances=[{"code": "newborn", "on": None}],
        local_values={"window": None, "assistance": {"orphan": None}, "waiting_days": None},
    )
    assert request.identities is not None
    assert request.identities[0].recognised_on is None


def test_amounts_are_read_to_the_fen() -> None:
    request = valid(paid_amount="81.20", local_values={"personal_standard": "0.01"})
    assert request.paid_amount == 8120
    assert request.local_values is not None
    assert request.local_values.personal_standard == 1


def test_any_text_is_a_tier_and_any_division_level_will_do() -> None:
    assert valid(tier="").tier == ""
    assert valid(division="532301001001").division == "532301001001"
