"""`import divisions` and `import targets` as IT runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import main
from tests.helpers.workbooks import workbook

LIST = "代码,名称\n539999001,青石镇\n539999001001,东山村委会\n53999900100101,一组\n"


@pytest.fixture
def station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Set a training station of a supervisor up; return the options that name it."""
    monkeypatch.setenv("CANBAO_PASSWORD", "practice-2021")
    options = ["--data", str(tmp_path / "station"), "--operator", "chief"]
    init = ["station", "init", "--division", "539999001000", "--training", "--date", "2021-11-15"]
    assert main([*options, *init, "--role", "supervisor"]) == 0
    return options


def run(
    capfdbinary: pytest.CaptureFixture[bytes], *arguments: str
) -> tuple[int, list[dict[str, Any]]]:
    capfdbinary.readouterr()
    code = main(list(arguments))
    out = capfdbinary.readouterr().out
    return code, [json.loads(line) for line in out.splitlines()]


def test_a_list_is_tried_then_taken_in_then_the_seeded_live_there(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "区划.csv"
    file.write_text(LIST, encoding="gb18030")
    command = [*station, "import", "divisions", str(file)]
    code, lines = run(capfdbinary, *command, "--dry-run")
    assert (code, lines[-1]["changes"], lines[-1]["written"]) == (0, {"new": 3}, 0)
    assert {"change": "new", "code": "53999900100101", "name": "一组"} in lines
    code, lines = run(capfdbinary, *command)
    assert (code, lines[-1]["written"]) == (0, 3)
    code, lines = run(capfdbinary, *command)
    assert (code, lines[-1]["written"], lines[-1]["changes"]) == (0, 0, {"unchanged": 3})
    assert lines[-1]["batch"] == ""
    code, lines = run(capfdbinary, *station, "seed", "--residents", "20")
    assert (code, lines[-1]["residents"]) == (0, 20)
    code, lines = run(capfdbinary, *station, "verify")
    assert (code, lines[-1]["ok"]) == (0, True)


def test_mistakes_are_told_row_by_row_and_nothing_is_taken_in(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(LIST + "539999001001,又一个\n", encoding="utf-8")
    command = [*station, "import", "divisions", str(file)]
    for arguments in ((*command, "--dry-run"), command):
        code, lines = run(capfdbinary, *arguments)
        assert code == 3
        assert lines[0] == {
            "file": "bad.csv",
            "sheet": "",
            "row": 5,
            "column": "代码",
            "field": "unit_code",
            "code": "UNIT_DOUBLE",
            "severity": "error",
            "accepted": None,
            "message": "代码与第 3 行相同",
        }
        assert (lines[-1]["written"], lines[-1]["ready"], lines[-1]["errors"]) == (0, False, 1)
    code, lines = run(capfdbinary, *station, "events")
    assert "divisions.imported" not in {line["type"] for line in lines}


def test_a_list_of_units_is_a_batch_and_comes_back_as_before(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "区划.csv"
    file.write_text(LIST, encoding="utf-8")
    command = [*station, "import", "divisions", str(file)]
    assert run(capfdbinary, *command)[0] == 0
    file.write_text(LIST.replace("东山村委会", "西山村委会"), encoding="utf-8")
    code, lines = run(capfdbinary, *command)
    assert (code, lines[-1]["changes"]) == (0, {"renamed": 1, "unchanged": 2})
    batch = lines[-1]["batch"]
    code, lines = run(capfdbinary, *station, "import", "batches")
    assert (lines[0]["id"], lines[0]["kind"]) == (batch, "divisions")
    undo = [*station, "import", "undo", batch, "--reason", "名称有误"]
    code, lines = run(capfdbinary, *undo)
    assert (code, lines[-1]["restored"], lines[-1]["kept"]) == (0, 1, 0)
    code, lines = run(capfdbinary, *command, "--dry-run")
    renamed = {"code": "539999001001", "name": "西山村委会", "before": "东山村委会"}
    assert {"change": "renamed", **renamed} in lines
    code, lines = run(capfdbinary, *station, "verify")
    assert (code, lines[-1]["ok"]) == (0, True)


def test_a_list_of_units_may_stand_on_any_sheet_and_must_name_units(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "区划.xlsx"
    rows = [("代码", "名称"), ("539999001", "青石镇")]
    file.write_bytes(workbook({"说明": [("填报说明",), ("请填完整",)], "区划": rows}))
    command = [*station, "import", "divisions", str(file), "--dry-run"]
    for named in ([], ["--sheet", "区划"]):
        code, lines = run(capfdbinary, *command, *named)
        assert (code, lines[-1]["source"]) == (0, "区划.xlsx · 区划")
    assert run(capfdbinary, *command, "--sheet", "说明")[0] == 3
    file.write_bytes(workbook({"区划": rows[:1]}))
    assert run(capfdbinary, *command) == (3, [])


def test_targets_are_taken_in_for_a_year(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "targets.tsv"
    file.write_text("代码\t常住人口\t任务数\n539999001\t12000\t11000\n", encoding="utf-8")
    command = [*station, "import", "targets", str(file), "--campaign-year", "2022"]
    code, lines = run(capfdbinary, *command, "--dry-run")
    assert (code, lines[-1]["rows"], lines[-1]["written"]) == (0, 1, 0)
    code, lines = run(capfdbinary, *command)
    assert (code, lines[0]["code"], lines[-1]["written"]) == (1, "TARGET_UNIT_UNKNOWN", 1)


def test_a_missing_file_says_so(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, lines = run(capfdbinary, *station, "import", "divisions", str(tmp_path / "none.csv"))
    assert (code, lines) == (3, [])
