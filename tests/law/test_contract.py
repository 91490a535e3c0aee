"""What holds of every result: its fields, their order, their form, and its hash of the law."""

from __future__ import annotations

import re

import pytest

from desktop.policy import assess_json
from desktop.policy.codes import REASONS, RESULT_FIELDS
from tests.law.support import CHUXIONG_CITY, GANZHOU, ask, notice_cases, shipped_book

AMOUNT = re.compile(r"(0|[1-9][0-9]*)\.[0-9]{2}\Z")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def results() -> list[dict[str, object]]:
    return [assess_json(case["request"], shipped_book()) for case in notice_cases()]


@pytest.mark.parametrize("request_value", [{}, None, [], {"id": "a"}, "text", 1])
def test_an_invalid_request_has_every_field_too(request_value: object) -> None:
    result = assess_json(request_value, shipped_book())
    assert tuple(result) == RESULT_FIELDS
    assert result["status"] == "invalid"
    assert result["problems"]
    assert result["undetermined"] == result["reasons"] == result["trace"] == []


def test_every_result_has_every_field_in_order() -> None:
    for result in results():
        assert tuple(result) == RESULT_FIELDS
        assert result["problems"] == []


def test_amounts_and_days_are_text() -> None:
    for result in results():
        for field in ("personal_standard", "assistance", "net_payable", "retroactive_assistance"):
            value = result[field]
            assert value is None or AMOUNT.match(str(value))
        fiscal = result["fiscal"]
        assert fiscal is None or tuple(fiscal) == (  # type: ignore[arg-type]
            "central",
            "provincial",
            "prefecture",
            "county",
            "total",
        )
        for field in ("benefit_start", "benefit_end"):
            value = result[field]
            assert value is None or DAY.match(str(value))


def test_status_is_the_first_that_holds() -> None:
    for result in results():
        if result["allowed"] is False:
            assert result["status"] == "refused"
        elif result["undetermined"]:
            assert result["status"] == "undetermined"
        else:
            assert result["status"] == "determined"


def test_open_entries_say_why_and_who() -> None:
    for result in results():
        entries, reasons = result["undetermined"], result["reasons"]
        assert isinstance(entries, list)
        assert isinstance(reasons, list)
        assert set(reasons) <= set(REASONS)
        for entry in entries:
            assert entry["reason"] in reasons
            assert entry["needs"] in ("admin", "clerk")
            for reading in entry.get("readings", []):
                assert set(reading) == {"says", "value"}
            if "at_least" in entry:
                assert AMOUNT.match(entry["at_least"])


def test_the_law_used_is_named_with_version_and_hash() -> None:
    law = ask(GANZHOU)["law"]
    assert isinstance(law, dict)
    assert [layer["pack"] for layer in law["layers"]] == [
        "ganzhou-2021-31",
        "jiangxi-2021-13",
        "nation-2021-32",
    ]
    assert all(layer["version"] == 1 for layer in law["layers"])
    assert re.fullmatch(r"[0-9a-f]{64}", law["hash"])
    other = ask(CHUXIONG_CITY)["law"]
    assert isinstance(other, dict)
    assert other["hash"] != law["hash"]


def test_a_result_is_the_same_twice() -> None:
    assert results() == results()
