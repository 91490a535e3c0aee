"""`cases` and `case` by processes: listed, commented on by a clerk, decided by a supervisor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.store.exchange import keep_cases
from desktop.usecases.desk import open_training_desk
from desktop.wire.messages import CaseNote
from tests.unit.app.test_commands import DAY, TOWNSHIP, run

CASE = "c" * 32


@pytest.fixture
def station(tmp_path: Path) -> tuple[Path, str]:
    """Return a station that was told of a case, and its supervisor's password."""
    folder = tmp_path / "station"
    run(folder, "station", "init", "--division", TOWNSHIP, "--training", "--date", DAY)
    _, (added,), _ = run(folder, "station", "operator", "wang", "--role", "supervisor")
    desk = open_training_desk(folder, law=shipped_law(), clock=SystemClock(), ids=SystemIds())
    note = CaseNote(
        id=CASE,
        event_id="e" * 32,
        kind="RECEIPT_NUMBER_TWICE",
        detail=json.dumps({"receipt": "A-1", "payment": "d" * 32, "other_event": "f" * 32}),
        state="open",
        station_name="第二镇",
        opened_at="2021-11-15T04:00:00.000Z",
    )
    with desk.store.transaction():
        keep_cases(desk.store, [note])
    desk.store.close()
    return folder, added["password"]


def act(station: tuple[Path, str], who: str, *arguments: str) -> tuple[int, list[Any], str]:
    folder, password = station
    return run(folder, *arguments, operator=who, password=password if who else "")


def test_a_case_is_listed_commented_on_and_decided(station: tuple[Path, str]) -> None:
    status, (listed,), _ = act(station, "", "cases")
    assert (status, listed["kind"], listed["state"]) == (0, "RECEIPT_NUMBER_TWICE", "open")
    assert listed["station"] == "第二镇"
    status, (shown,), _ = act(station, "", "case", CASE, "--comment", "收据在手")
    assert (status, shown["comments"], shown["here"]) == (0, 1, [False, True])
    assert [one["decision"] for one in shown["choices"]] == ["money_taken", "no_money"]
    assert "收据在手" not in json.dumps(shown, ensure_ascii=False)
    decided = ("case", CASE, "--decision", "no_money", "--reason", "未收款")
    status, results, told = act(station, "", *decided)
    assert (status, results) == (3, [])
    assert "ROLE" in told or "角色" in told
    status, (shown,), _ = act(station, "wang", *decided)
    assert (status, shown["state"], shown["decision"]) == (0, "sent", "no_money")
    assert act(station, "wang", "cases")[1] == []
    assert len(act(station, "wang", "cases", "--all")[1]) == 1
    assert act(station, "wang", *decided)[0] == 3


def test_one_thing_at_a_time(station: tuple[Path, str]) -> None:
    both = ("--decision", "no_money", "--reason", "x", "--comment", "y")
    assert act(station, "wang", "case", CASE, *both)[0] == 3
    assert act(station, "wang", "case", "0" * 32)[0] == 3
