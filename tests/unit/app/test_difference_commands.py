"""Goal: what was decided to be collected or given back is settled on the command line, once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.unit.app.test_local_value_commands import act, household, number, station

__all__ = ["station"]

HELD = [{"code": "subsistence_allowance", "recognised_on": "2021-10-01", "area": "rural"}]
GROUNDS = ("--reason", "低保证核对", "--document", "云医保〔2021〕90号 二")


def paid_and_changed(
    at: tuple[Path, dict[str, str]], before: list[Any], after: list[Any], amount: str
) -> dict[str, Any]:
    """Enrol, pay, change the identities, approve the repricing; return what waits."""
    document = {"type": "01", "number": number(at[0])}
    lines = household(document=document, identities=before)
    _, (enrolled,), _ = act(at, "", "enroll", lines=lines)
    till = {"ref": "p", "household_id": enrolled["household_id"], "method": "cash"}
    assert act(at, "", "pay", lines=json.dumps(till | {"amount": amount}))[0] == 0
    changed = json.loads(household(document=document, identities=after))
    assert act(at, "", "enroll", lines=json.dumps(changed | {"ref": "again"}))[0] == 0
    assert act(at, "wang", "reprice", "--approve")[0] == 0
    waiting: dict[str, Any] = act(at, "wang", "decide")[1][0]
    return waiting


def test_what_is_to_be_collected_is_listed_and_paid_once(
    station: tuple[Path, dict[str, str]],
) -> None:
    waiting = paid_and_changed(station, HELD, [], "200.00")
    decided = ("--outcome", "collect", "--amount", "120.00", *GROUNDS)
    assert act(station, "wang", "decide", waiting["id"], *decided)[0] == 0
    status, (one,), _ = act(station, "", "differences")
    assert (status, one["kind"], one["amount"]) == (0, "collect", "120.00")
    till = {
        "ref": "d1",
        "household_id": one["household_id"],
        "method": "wechat",
        "differences": [one["id"]],
    }
    status, (wrong,), _ = act(station, "", "pay", lines=json.dumps(till | {"amount": "119.99"}))
    assert (status, wrong["problems"][0]["code"]) == (1, "AMOUNT_DIFFERS")
    status, (taken,), _ = act(station, "", "pay", lines=json.dumps(till | {"amount": "120.00"}))
    assert (status, taken["receipt"]["amount"], taken["receipt"]["persons"]) == (0, "120.00", 1)
    assert act(station, "", "differences")[:2] == (0, [])
    again = till | {"ref": "d2", "amount": "120.00"}
    status, (refused,), _ = act(station, "", "pay", lines=json.dumps(again))
    assert (status, refused["problems"][0]["code"]) == (1, "DIFFERENCE_SETTLED")
    assert act(station, "", "verify")[0] == 0


def test_what_goes_back_is_asked_for_by_its_name(station: tuple[Path, dict[str, str]]) -> None:
    waiting = paid_and_changed(station, [], [{"code": "subsistence_allowance"}], "320.00")
    decided = ("--outcome", "refund", "--amount", "120.00", *GROUNDS)
    assert act(station, "wang", "decide", waiting["id"], *decided)[0] == 0
    _, (one,), _ = act(station, "", "differences", "--household", waiting["household_id"])
    asked = {"ref": "r1", "applicant": "王一", "difference": one["id"]}
    status, (request,), _ = act(station, "", "refund-request", lines=json.dumps(asked))
    assert (status, request["receipt"], request["amount"]) == (0, one["receipt"], "120.00")
    _, (listed,), _ = act(station, "", "differences")
    assert listed["asked_on"] == "2021-11-15"
    till = {
        "ref": "d1",
        "household_id": one["household_id"],
        "method": "cash",
        "amount": "120.00",
        "differences": [one["id"]],
    }
    status, (refused,), _ = act(station, "", "pay", lines=json.dumps(till))
    assert (status, refused["problems"][0]["code"]) == (1, "DIFFERENCE_GOES_BACK")
