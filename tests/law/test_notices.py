"""Every worked case of the notices: what is given, what is open, and for which reason."""

from __future__ import annotations

import pytest

from desktop.policy import assess_json
from tests.law.support import check, notice_cases, shipped_book

CASES = notice_cases()


def _id(case: dict[str, object]) -> str:
    request = case["request"]
    assert isinstance(request, dict)
    return str(request["id"])


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_the_notices_say(case: dict[str, object]) -> None:
    expect = case["expect"]
    assert isinstance(expect, dict)
    result = assess_json(case["request"], shipped_book())
    assert result["status"] != "invalid"
    check(result, expect)


def test_no_case_is_missing() -> None:
    assert len(CASES) == 169
