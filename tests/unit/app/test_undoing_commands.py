"""Goal: voids, reversals, refund requests and closings do on the command line what screens do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.invented import invented_number
from tests.helpers.patience import LIMIT_S

PASSWORD = "canbao2021"
ENVIRONMENT = {"CANBAO_PASSWORD": PASSWORD, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def station(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    run(folder, "station", "init", "--division", "539999001", "--training", "--date", "2021-11-15",
        operator="op")  # fmt: skip
    run(folder, "station", "operator", "boss", "--role", "supervisor", operator="op",
        password_file=tmp_path / "boss")  # fmt: skip
    return folder


def run(
    folder: Path,
    *words: str,
    lines: tuple[dict[str, Any], ...] = (),
    operator: str = "op",
    password_file: Path | None = None,
) -> tuple[int, list[dict[str, Any]]]:
    command = [sys.executable, "-m", "desktop", "--data", str(folder), "--operator", operator]
    extra: list[str] = []
    if password_file:
        password_file.write_text(PASSWORD, encoding="utf-8")
        extra = ["--new-password-file", str(password_file)]
    done = subprocess.run(
        [*command, *words, *extra],
        input="\n".join(json.dumps(line) for line in lines).encode(),
        capture_output=True,
        timeout=LIMIT_S,
        check=False,
        env={**os.environ, **ENVIRONMENT},
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def _paid(folder: Path, ref: str = "h1") -> str:
    member = {
        "name": "培训甲",
        "document": {"type": "01", "number": invented_number(date(1975, 3, 1), int(ref[1:]), "1")},
        "relation": "02",
    }
    household = {
        "ref": ref,
        "campaign_year": 2021,
        "household": {"division": "539999001001", "number": ref},
        "members": [member],
    }
    _, (saved,) = run(folder, "enroll", lines=(household,))
    till = {"ref": f"p-{ref}", "household_id": saved["household_id"], "method": "cash"}
    _, (paid,) = run(folder, "pay", lines=(till | {"amount": "320.00"},))
    number: str = paid["receipt"]["number"]
    return number


def test_a_receipt_s_whole_life_on_the_command_line(station: Path) -> None:
    first = _paid(station)
    status, (voided,) = run(
        station, "void", lines=({"ref": "v", "receipt": first, "reason": "收错"},)
    )
    assert (status, voided["returned"]) == (0, "320.00")
    again = _paid(station, "h2")
    assert run(station, "close-day", "--open")[1][0]["amount"] == "320.00"
    counted = {"100.00": 3, "20.00": 1}
    status, (closed,) = run(station, "close-day", lines=({"ref": "c", "counted": counted},))
    assert (status, closed["difference"], closed["voided"]) == (0, "0.00", 1)
    sign = ("close-day", "--approve", closed["closing_id"])
    status, (signed,) = run(station, *sign, operator="boss")
    assert (status, signed["approved_by"]) == (0, "boss")
    asked = {"ref": "q", "receipt": again, "reason": "employee_cover", "applicant": "培训甲"}
    status, (refund,) = run(station, "refund-request", lines=(asked,))
    assert (status, refund["amount"], refund["decision"]) == (0, None, None)
    undo = {"ref": "r", "receipt": again, "reason": "重复参保"}
    assert run(station, "reverse", lines=(undo,))[1][0]["problems"][0]["code"] == "ROLE"
    for _ in range(2):
        status, (undone,) = run(station, "reverse", lines=(undo,), operator="boss")
        assert (status, undone["returned"], undone["receipt"]) == (0, "320.00", again)
    status, (found,) = run(station, "verify")
    assert (status, found["ok"], found["receipts"]["voided"]) == (0, True, 1)
    assert found["receipts"]["used"] == 2


def test_what_is_wrong_is_said_and_the_next_line_is_done(station: Path) -> None:
    _paid(station)
    status, answers = run(
        station,
        "close-day",
        lines=(
            {"ref": "a", "counted": {"100.00": 3}},
            {"ref": "b", "counted": {"3.00": 1}},
            {"ref": "c", "day": "2021.11.15"},
            {"ref": "d", "counted": {"100.00": 3, "20.00": 1}},
        ),
    )
    assert status == 1
    codes = [one["problems"][0]["code"] if "problems" in one else "" for one in answers]
    assert codes == ["EXPLANATION_NEEDED", "PIECES", "DAY_FORM", ""]
    assert "-20.00" in answers[0]["problems"][0]["message"]
