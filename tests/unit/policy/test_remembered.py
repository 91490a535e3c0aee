"""Parts that persons share: a long stream of like persons is answered as each one alone."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest

from desktop.policy import AssessmentRequest, assess, request_from_json
from desktop.policy import remembered as remembered_module
from desktop.policy.codes import IDENTITY_CODES
from desktop.policy.remembered import RememberedResults
from desktop.policy.result_json import result_object
from tests.law.support import shipped_book

DAYS = ("2021-09-30", "2021-10-01", "2021-12-31", "2022-01-01", "2022-02-28")
BIRTHS = ("1950-01-01", "1961-10-15", "2003-10-15", "2015-06-01", "2021-12-31", "2022-01-05")
PLACES = ("532301", "532324", "530102", "360702", "450102", "500101")


def persons(count: int, seed: int) -> list[AssessmentRequest]:
    """Return persons of few facts, so that many share a part and differ in one fact."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        request: dict[str, Any] = {"id": f"p{number}", "campaign_year": 2021, "subsidy_year": 2021}
        request["division"] = chance.choice(PLACES)
        request["birth_date"] = chance.choice(BIRTHS)
        request["identities"] = [_identity(chance) for _ in range(chance.choice((0, 1, 1, 2)))]
        request["local_values"] = {"window": {"start": "2021-10-01", "end": "2021-12-31"}}
        for name, values in (
            ("registered_on", DAYS),
            ("paid_on", (None, *DAYS)),
            ("paid_amount", ("320.00", "200.00")),
            ("other_cover", ([{"scheme": "employee", "status": "waiting"}], [])),
            ("circumstances", ([{"code": "newborn"}], [])),
            ("tier", ("1", "2")),
        ):
            if chance.random() < 0.4:
                request[name] = chance.choice(values)
        read = request_from_json(request)
        assert isinstance(read, AssessmentRequest)
        found.append(read)
    return found


def _identity(chance: random.Random) -> dict[str, Any]:
    held: dict[str, Any] = {"code": chance.choice(IDENTITY_CODES)}
    if chance.random() < 0.3:
        held["recognised_on"] = chance.choice(DAYS)
    if chance.random() < 0.3:
        held["valid_to"] = chance.choice(DAYS)
    return held


@pytest.mark.parametrize("kept", [remembered_module.PARTS_KEPT_MAX, 5])
def test_what_is_kept_equals_what_is_found_afresh(
    kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered_module, "PARTS_KEPT_MAX", kept)
    book = shipped_book()
    remembered = RememberedResults(book)
    for request in persons(2500, seed=kept):
        alone = msgspec.json.encode(result_object(assess(request, book)))
        assert remembered.answer(request) == alone
