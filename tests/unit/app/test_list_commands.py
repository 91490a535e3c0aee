"""`import identity` and its kin as IT runs them: findings as JSON lines, nothing by halves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import main
from desktop.usecases.lists.choices import ALL_REPAIRS
from tests.helpers.workbooks import workbook
from tests.unit.app.test_import_commands import run, station

__all__ = ["station"]

HEAD = ("姓名", "身份证号", "救助类别", "认定时间")
STRANGER = "53999919900101007X"
ROWS: list[tuple[object, ...]] = [
    ("张新人", f"'{STRANGER}", "农村低保", "2021年3月"),
    ("王五", 5.3e17, "农村低保", "2021-03-01"),
    ("李四", "", "重点优抚", "2021-03-01"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "低保.xlsx"
    path.write_bytes(workbook({"名单": [("某县低保名单",), HEAD, *ROWS]}))
    return path


def test_findings_name_file_sheet_row_and_column(
    station: list[str], file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = [*station, "import", "identity", str(file), "--source", "民政", "--dry-run"]
    code, lines = run(capfdbinary, *command)
    assert code == 3
    told = {(one["row"], one["code"]): one for one in lines if "code" in one}
    wrong: dict[str, Any] = told[4, "NUMBER_CELL"]
    assert (wrong["file"], wrong["sheet"], wrong["column"]) == ("低保.xlsx", "名单", "身份证号")
    assert (wrong["severity"], told[3, "APOSTROPHE"]["severity"]) == ("error", "repair")
    assert (5, "NUMBER_EMPTY") in told
    assert STRANGER not in str(lines)
    assert (lines[-1]["written"], lines[-1]["ready"]) == (False, False)


def test_a_list_is_taken_in_listed_and_taken_back(
    station: list[str], file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = [*station, "import", "identity", str(file), "--source", "民政"]
    assert run(capfdbinary, *command)[0] == 3
    code, lines = run(capfdbinary, *command, "--accept", "all", "--leave-out")
    assert (code, lines[-1]["written"], lines[-1]["counts"]["waiting"]) == (1, True, 1)
    batch = lines[-1]["batch"]
    code, lines = run(capfdbinary, *station, "import", "waiting")
    assert [(one["name"], one["number"]) for one in lines] == [("张新人", "539999********007X")]
    code, lines = run(capfdbinary, *command, "--accept", "all", "--leave-out")
    assert (code, lines[-2]["question"]) == (3, "SAME_FILE")
    undo = [*station, "import", "undo", batch, "--reason", "发错了"]
    assert run(capfdbinary, *undo)[0] == 0
    code, lines = run(capfdbinary, *station, "import", "batches")
    assert (lines[0]["id"], lines[0]["undo_reason"]) == (batch, "发错了")
    assert run(capfdbinary, *station, "import", "waiting")[1] == []
    assert run(capfdbinary, *undo)[0] == 3
    code, lines = run(capfdbinary, *station, "verify")
    assert (code, lines[-1]["ok"]) == (0, True)


def test_what_the_file_does_not_say_is_said_on_the_command_line(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "无表头.csv"
    path.write_bytes(f"{STRANGER},张新人\n".encode("gbk"))
    command = [*station, "import", "identity", str(path), "--source", "孤儿院", "--header", "0"]
    command += ["--column", "number=A", "--column", "name=B", "--identity", "孤儿"]
    code, lines = run(capfdbinary, *command, "--encoding", "gbk")
    assert (code, lines[-1]["counts"]["waiting"]) == (0, 1)
    code, lines = run(capfdbinary, *station, "import", "waiting")
    assert lines[0]["identities"][0]["code"] == "orphan"


def test_aliases_are_taken_in_whole_or_not_at_all(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "对照.csv"
    path.write_text("名称,代码\n重点优抚,veteran\n别的,no_such\n", encoding="utf-8")
    command = [*station, "import", "aliases", str(path)]
    code, lines = run(capfdbinary, *command)
    assert (code, lines[-1]["written"]) == (3, 0)
    assert (lines[0]["row"], lines[0]["column"], lines[0]["code"]) == (
        3,
        "代码",
        "ALIAS_CODE_UNKNOWN",
    )
    path.write_text("名称,代码\n重点优抚,veteran\n", encoding="utf-8")
    assert run(capfdbinary, *command, "--dry-run")[1][-1]["written"] == 0
    code, lines = run(capfdbinary, *command)
    assert (code, lines[-1]["written"]) == (0, 1)
    batch = lines[-1]["batch"]
    assert run(capfdbinary, *command)[1][-1]["written"] == 0
    code, lines = run(capfdbinary, *station, "import", "undo", batch, "--reason", "发错了")
    assert (code, lines[-1]["restored"]) == (0, 1)


def test_every_repair_has_a_name_that_can_be_accepted() -> None:
    assert len(set(ALL_REPAIRS)) == len(ALL_REPAIRS)


def test_the_sheet_that_holds_people_is_found_behind_one_that_explains(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "低保.xlsx"
    told = [(f"{place}. 请如实填写",) for place in range(1, 13)]
    people = [HEAD, ("张新人", STRANGER, "农村低保", "2021-03-01")]
    path.write_bytes(workbook({"填报说明": told, "数据": people, "字典": [("农村低保",)] * 3}))
    command = [*station, "import", "identity", str(path), "--source", "民政", "--dry-run"]
    code, lines = run(capfdbinary, *command)
    assert (code, lines[-1]["sheet"], lines[-1]["counts"]["rows"]) == (0, "数据", 1)
    capfdbinary.readouterr()
    assert main([*command, "--sheet", "填报说明"]) == 3
    words = capfdbinary.readouterr().err.decode()
    assert "低保.xlsx 填报说明：找不到需要的列（身份证号码、姓名）" in words


def test_digits_that_a_program_marked_as_text_are_text(
    station: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "导出.csv"
    path.write_text(f'姓名,身份证号,救助类别\n张新人,"=""{STRANGER}""",="农村低保"\n', "gbk")
    command = [*station, "import", "identity", str(path), "--source", "民政"]
    code, lines = run(capfdbinary, *command)
    assert (code, lines[-1]["counts"]) == (0, {"rows": 1, "waiting": 1})
