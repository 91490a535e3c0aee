"""`import divisions` and `import targets` as IT runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import main

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
            "row": 5,
            "field": "code",
            "code": "UNIT_DOUBLE",
            "severity": "error",
            "message": "代码与第 3 行相同",
        }
    code, lines = run(capfdbinary, *station, "events")
    assert "divisions.imported" not in {line["type"] for line in lines}


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
