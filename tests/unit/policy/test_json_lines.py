"""Lines in, lines out: the quick way and the strict way answer alike."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop.policy import assess_json
from desktop.policy.codes import RESULT_FIELDS
from desktop.policy.json_lines import LINE_BYTES_MAX, LineCalculator
from tests.law.support import notice_cases, shipped_book

REQUEST = {"id": "a", "division": "532301", "campaign_year": 2021}


@pytest.fixture
def calculator() -> LineCalculator:
    return LineCalculator(shipped_book())


def answered(calculator: LineCalculator, line: str | bytes) -> dict[str, Any]:
    raw = line if isinstance(line, bytes) else line.encode()
    answer, valid = calculator.answer(raw)
    assert b"\n" not in answer
    result: dict[str, Any] = json.loads(answer)
    assert tuple(result) == RESULT_FIELDS
    assert valid is (result["status"] != "invalid")
    return result


@pytest.mark.parametrize("style", [{}, {"separators": (",", ":")}, {"ensure_ascii": False}])
def test_the_notices_say_the_same_by_line(
    calculator: LineCalculator, style: dict[str, Any]
) -> None:
    for case in notice_cases():
        for _ in range(2):
            line = json.dumps(case["request"], **style)
            assert answered(calculator, line) == assess_json(case["request"], shipped_book())


def test_the_same_facts_have_the_same_result_and_their_own_id(calculator: LineCalculator) -> None:
    first = answered(calculator, json.dumps(REQUEST))
    second = answered(calculator, json.dumps({**REQUEST, "id": "b"}))
    assert (first["id"], second["id"]) == ("a", "b")
    assert {**first, "id": "b"} == second


@pytest.mark.parametrize("name", ["张三", 'a"b', "a\\b", "\u2028", "𠮷", "", "a\tb"])
def test_ids_are_echoed(calculator: LineCalculator, name: str) -> None:
    for ascii_only in (True, False):
        line = json.dumps({**REQUEST, "id": name}, ensure_ascii=ascii_only)
        assert answered(calculator, line)["id"] == name


def test_key_order_and_spaces_do_not_matter(calculator: LineCalculator) -> None:
    expect = answered(calculator, json.dumps(REQUEST))
    for line in (
        '{"campaign_year":2021,"division":"532301","id":"a"}',
        ' { "id" : "a" ,\t"division" : "532301", "campaign_year" : 2021 } \r',
    ):
        assert answered(calculator, line) == expect


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "not_json"),
        ("   ", "not_json"),
        ("{", "not_json"),
        ('{"id":"a",}', "not_json"),
        ('{"id":"a"} {"id":"b"}', "not_json"),
        ("[" * 100_000, "not_json"),
        ("1" * 5000, "not_json"),
        ('{"id":"a","campaign_year":NaN}', "not_json"),
        (b'{"id":"\xff"}', "not_utf8"),
        ('{"id":"\\ud800","division":"532301","campaign_year":2021}', "not_utf8"),
        ("[]", "not_object"),
        ('"text"', "not_object"),
        ("null", "not_object"),
        ('{"id":"a","id":"b","division":"532301","campaign_year":2021}', "duplicate_key"),
        (
            '{"id":"a","division":"532301","division":"532301","campaign_year":2021}',
            "duplicate_key",
        ),
        (
            '{"id":"a","division" :"532301","division":"532302","campaign_year":2021}',
            "duplicate_key",
        ),
        (
            (
                '{"id":"a","division":"532301","campaign_year":2021,'
                '"identities":[{"code":"orphan","code":"orphan"}]}'
            ),
            "duplicate_key",
        ),
        (
            (
                '{"id":"a","division":"532301","campaign_year":2021,'
                '"local_values":{"assistance":{"orphan":"1.00","orphan":"2.00"}}}'
            ),
            "duplicate_key",
        ),
        ('{"id":"a","division":"532301","campaign_year":2021,"x":1}', "unknown_field"),
    ],
)
def test_what_is_no_request(calculator: LineCalculator, line: str | bytes, code: str) -> None:
    for _ in range(2):
        result = answered(calculator, line)
        assert result["status"] == "invalid"
        assert result["problems"][0]["code"] == code


def test_a_key_hidden_in_a_text_is_no_duplicate(calculator: LineCalculator) -> None:
    request = {**REQUEST, "unit_name": 'x","division":"1'}
    assert answered(calculator, json.dumps(request))["status"] != "invalid"


def test_an_invalid_request_keeps_its_id(calculator: LineCalculator) -> None:
    assert answered(calculator, '{"id":"a","x":1}')["id"] == "a"
    assert answered(calculator, '{"id":1}')["id"] is None


def test_a_line_that_is_too_long(calculator: LineCalculator) -> None:
    line = json.dumps({**REQUEST, "unit_name": "x" * LINE_BYTES_MAX})
    assert answered(calculator, line)["problems"][0]["code"] == "too_long"
    assert json.loads(calculator.too_long())["problems"][0]["code"] == "too_long"
