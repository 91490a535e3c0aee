"""Local values, repricing and the claim by processes: lines, exit codes, who may."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.app.test_commands import DAY, TOWNSHIP, run

PREFECTURE = "532300"


@pytest.fixture
def station(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """Return a training station with a policy administrator and a supervisor."""
    folder = tmp_path / "station"
    done = run(folder, "station", "init", "--division", TOWNSHIP, "--training", "--date", DAY)
    assert done[0] == 0
    passwords = {}
    for name, role in (("li", "policy"), ("wang", "supervisor")):
        status, (added,), _ = run(folder, "station", "operator", name, "--role", role)
        assert (status, added["role"]) == (0, role)
        passwords[name] = added["password"]
    return folder, passwords


def value(**fields: object) -> str:
    known = {
        "ref": "v",
        "division": PREFECTURE,
        "campaign_year": 2021,
        "kind": "benefit_year",
        "value": 2022,
        "document": "楚医保〔2021〕50号",
        "valid_from": "2021-09-22",
    }
    return json.dumps(known | fields)


def household(**member: object) -> str:
    return json.dumps(
        {
            "ref": f"h{len(member)}",
            "campaign_year": 2021,
            "household": {"division": TOWNSHIP + "001", "number": "1"},
            "members": [
                {
                    "name": "王一",
                    "document": {"type": "01", "number": "53999919700101001X"},
                    "relation": "02",
                }
                | member
            ],
        }
    )


def act(
    station: tuple[Path, dict[str, str]], who: str, *arguments: str, lines: str = ""
) -> tuple[int, list[dict[str, Any]], str]:
    folder, passwords = station
    password = passwords.get(who, "")
    return run(folder, *arguments, lines=lines, operator=who, password=password)


def number(folder: Path) -> str:
    """Return a valid invented number."""
    from datetime import date

    from desktop.domain import codes
    from desktop.domain.invented import invented_number

    return invented_number(date(1970, 1, 1), len(folder.name), codes.MALE)


def test_propose_approve_price_reprice_claim(station: tuple[Path, dict[str, str]]) -> None:
    folder = station[0]
    document = {"type": "01", "number": number(folder)}
    entry = household(document=document)
    status, (enrolled,), _ = act(station, "", "enroll", lines=entry)
    assert status == 0
    assert enrolled["enrollments"][0]["assessment"]["benefit_year"] is None

    lines = "\n".join((value(), value(kind="personal_standard", value="350.00"), "{}"))
    status, (proposed, refused, broken), _ = act(
        station, "li", "local-value", "propose", lines=lines
    )
    assert status == 1
    assert (proposed["ref"], proposed["state"], proposed["authority"]) == (
        "v",
        "proposed",
        "楚雄州医疗保障局",
    )
    assert refused["problems"][0]["code"] == "LOCAL_VALUE_NOT_OPEN"
    assert broken["problems"][0]["code"] == "LINE_INVALID"

    status, (own,), _ = act(station, "li", "local-value", "approve", proposed["id"])
    assert (status, own["problems"][0]["code"]) == (1, "SAME_PERSON")
    status, (approved,), _ = act(station, "wang", "local-value", "approve", proposed["id"])
    assert (status, approved["state"], approved["approved_by"]) == (0, "in_force", "wang")

    status, listed, _ = act(station, "wang", "local-value", "list")
    assert (status, [one["id"] for one in listed]) == (0, [proposed["id"]])
    status, open_, _ = act(station, "wang", "local-value", "list", "--open")
    year = next(one for one in open_ if one["kind"] == "benefit_year")
    assert (status, year["value"], year["set_by"]) == (0, 2022, proposed["id"])

    status, (row, summary, done), _ = act(station, "wang", "reprice", "--approve")
    assert (status, row["kind"], row["now"]["benefit_year"]) == (0, "figures", 2022)
    assert (summary["enrollments"], summary["unchanged"]) == (1, 0)
    assert (done["figures"], done["changed"]) == (1, 0)

    paid = {"ref": "p", "household_id": enrolled["household_id"], "method": "cash"}
    status, _, _ = act(station, "", "pay", lines=json.dumps(paid | {"amount": "320.00"}))
    assert status == 0
    held = [{"code": "subsistence_allowance", "recognised_on": "2021-11-01"}]
    amended = json.loads(household(document=document, identities=held))
    status, _, _ = act(station, "", "enroll", lines=json.dumps(amended))
    assert status == 0
    status, (due, total), _ = act(station, "wang", "retroactive")
    assert (status, due["kind"], due["amount"]) == (0, "retroactive", "120.00")
    assert total["retroactive"] == {"count": 1, "amount": "120.00"}

    status, claim, _ = act(station, "wang", "fiscal-claim", "--subsidy-year", "2021")
    county = next(one for one in claim if one["row"] == "county")
    assert (status, county["amounts"]["total"], county["amounts"]["county"]) == (0, "580.00", None)
    assert {one["level"] for one in county["open"]} == {"prefecture", "county"}


def test_what_the_texts_leave_to_a_person_is_listed_and_decided(
    station: tuple[Path, dict[str, str]],
) -> None:
    document = {"type": "01", "number": number(station[0])}
    _, (enrolled,), _ = act(station, "", "enroll", lines=household(document=document))
    paid = {"ref": "p", "household_id": enrolled["household_id"], "method": "cash"}
    assert act(station, "", "pay", lines=json.dumps(paid | {"amount": "320.00"}))[0] == 0
    unsure = [{"code": "subsistence_allowance"}]
    undated = json.loads(household(document=document, identities=unsure))
    assert act(station, "", "enroll", lines=json.dumps(undated | {"ref": "again"}))[0] == 0
    assert act(station, "wang", "reprice", "--approve")[0] == 0
    status, (waiting,), _ = act(station, "wang", "decide")
    assert (status, waiting["paid"], waiting["reasons"]) == (
        0,
        "320.00",
        ["RECOGNITION_DAY_UNKNOWN"],
    )
    assert act(station, "wang", "decide", waiting["id"])[0] == 3
    grounds = ("--outcome", "refund", "--amount", "120.00", "--reason", "低保证")
    status, _, told = act(station, "wang", "decide", waiting["id"], *grounds)
    assert (status, "依据的条文或文号" in told) == (3, True)
    status, (decided,), _ = act(
        station, "wang", "decide", waiting["id"], *grounds, "--document", "云医保〔2021〕90号 二"
    )
    assert (status, decided["outcome"], decided["amount"]) == (0, "refund", "120.00")
    assert act(station, "wang", "decide")[1] == []


def test_a_clerk_may_not(station: tuple[Path, dict[str, str]]) -> None:
    status, (refused,), _ = act(station, "", "local-value", "propose", lines=value())
    assert (status, refused["problems"][0]["code"]) == (1, "ROLE")
    for command in (["reprice"], ["retroactive"], ["fiscal-claim", "--subsidy-year", "2021"]):
        status, results, told = act(station, "", *command)
        assert (status, results) == (3, [])
        assert "ROLE" in told


def test_a_rejection_and_wrong_usage(station: tuple[Path, dict[str, str]]) -> None:
    _, (proposed,), _ = act(station, "li", "local-value", "propose", lines=value())
    assert act(station, "wang", "local-value", "reject", proposed["id"])[0] == 2
    status, (rejected,), _ = act(
        station, "wang", "local-value", "reject", proposed["id"], "--reason", "文号有误"
    )
    assert (status, rejected["state"], rejected["reason"]) == (0, "rejected", "文号有误")
    assert act(station, "wang", "fiscal-claim")[0] == 2


def test_an_operators_name_is_taken_once(station: tuple[Path, dict[str, str]]) -> None:
    status, results, told = act(station, "", "station", "operator", "li", "--role", "clerk")
    assert (status, results) == (3, [])
    assert "OPERATOR_EXISTS" in told
