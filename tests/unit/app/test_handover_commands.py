"""The commands of the tax handover, reconciliations and checks, as a county's IT runs them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from desktop.ui.wording.handover_rows import ROW_FINDINGS
from tests.unit.app.test_commands import household, member, run, text_of

DAY = "2021-11-15"


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A training station of a supervisor with two enrolled households."""
    folder = tmp_path / "station"
    told = run(
        folder, "station", "init", "--division", "539999", "--training", "--date", DAY,
        "--role", "supervisor",
    )  # fmt: skip
    assert told[0] == 0, told
    lines = "".join(household(f"h{n}", f"{n:04d}", member("张三", n)) for n in range(1, 3))
    assert run(folder, "enroll", lines=lines)[0] == 0
    return folder


def _handed(station: Path, out: Path) -> str:
    status, told, _ = run(station, "export", "tax-payable", "--campaign-year", "2021",
                          "--out", str(out))  # fmt: skip
    assert status == 0
    number: str = told[0]["batch"]
    return number


def _answer(path: Path, number: str, code: str) -> str:
    path.write_text(f"批次号,序号,返回码\n{number},1,{code}\n{number},2,000\n", "utf-8")
    return str(path)


def _paid(path: Path, rows: list[dict[str, str]], amount: str) -> str:
    lines = ["电子税票号,证件号码,缴费金额,缴费日期"]
    lines += [f"55{row['序号']},{row['证件号码']},{amount},2021-11-14" for row in rows]
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


def _rows(out: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(out.read_text("gb18030").splitlines()))


def test_payables_go_out_once_and_the_file_again(station: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "a.csv", tmp_path / "b.csv"
    dry = run(station, "export", "tax-payable", "--campaign-year", "2021", "--dry-run")
    assert (dry[0], dry[1][-1]["rows"], dry[1][-1]["written"]) == (0, 2, 0)
    number = _handed(station, out)
    assert [row["应缴金额"] for row in _rows(out)] == ["320.00", "320.00"]
    status, _, said = run(station, "export", "tax-payable", "--campaign-year", "2021",
                          "--out", str(again))  # fmt: skip
    assert (status, again.exists()) == (3, False)
    assert "HANDOVER_EMPTY" in said
    assert run(station, "export", "tax-payable", "--batch", number, "--out", str(again))[0] == 0
    assert again.read_bytes() == out.read_bytes()


def test_answers_are_read_with_a_dry_run_before(station: Path, tmp_path: Path) -> None:
    number = _handed(station, tmp_path / "a.csv")
    path = _answer(tmp_path / "r.csv", number, "101")
    dry = run(station, "import", "tax-return", path, "--dry-run")
    assert (dry[0], dry[1][-1]["refused"], dry[1][-1]["written"]) == (0, 1, 0)
    taken = run(station, "import", "tax-return", path)
    assert (taken[0], taken[1][-1]["written"]) == (0, 2)
    assert run(station, "import", "tax-return", path)[1][-1]["written"] == 0
    found = run(station, "export", "audit", "return-refused", "--dry-run")
    assert (found[0], len(found[1])) == (1, 1)
    assert "101" in found[1][0]["message"]
    wrong = run(station, "import", "tax-return", _answer(tmp_path / "w.csv", number, ""))
    assert wrong[0] == 3
    assert [(one["row"], one["code"]) for one in wrong[1]] == [(2, "CELL_EMPTY")]


def test_paid_detail_is_booked_only_when_it_is_said(station: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    _handed(station, out)
    path = _paid(tmp_path / "p.csv", _rows(out), "320.00")
    year = ("--campaign-year", "2021")
    dry = run(station, "import", "tax-paid", path, *year, "--dry-run")
    assert (dry[0], dry[1][-1]["new"], dry[1][-1]["written"]) == (0, 2, 0)
    taken = run(station, "import", "tax-paid", path, *year)
    assert (taken[0], taken[1][-1]["written"], len(taken[1])) == (0, 2, 1)
    booked = run(station, "import", "tax-paid", path, *year, "--book")
    receipts = [one["receipt"] for one in booked[1] if "receipt" in one]
    assert (booked[0], len(set(receipts))) == (0, 2)
    assert run(station, "verify")[1][0]["ok"] is True


def test_the_books_are_reconciled_stated_and_written(station: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    _handed(station, out)
    path = _paid(tmp_path / "p.csv", _rows(out), "300.00")
    taken = run(station, "import", "tax-paid", path, "--campaign-year", "2021", "--book")
    assert {one["code"] for one in taken[1] if "code" in one} == {"TAX_UNDER"}
    sheet = tmp_path / "d.csv"
    found = run(station, "export", "reconciliation", "--campaign-year", "2021", "--out",
                str(sheet), "--state", "税务少收，已通知补收")  # fmt: skip
    told: dict[str, Any] = {one["code"]: one for one in found[1] if "code" in one}
    assert found[0] == 1
    assert (told["TAX_UNDER"]["rows"], told["TAX_UNDER"]["amount"]) == (2, "600.00")
    assert len(sheet.read_text("utf-8-sig").splitlines()) == 3
    statement = next(one["statement"] for one in found[1] if "statement" in one)
    paper = tmp_path / "s.pdf"
    assert run(station, "export", "reconciliation", "--statement", statement, "--out",
               str(paper))[0] == 0  # fmt: skip
    assert "三方对账单" in text_of(paper)
    assert "税务少收" in text_of(paper)
    own = run(station, "export", "reconciliation", "--approve", statement)
    assert own[0] == 3
    assert "OWN_WORK" in own[2]


def test_checks_are_listed_recorded_and_printed(station: Path, tmp_path: Path) -> None:
    number = _handed(station, tmp_path / "a.csv")
    run(station, "import", "tax-return", _answer(tmp_path / "r.csv", number, "101"))
    paper = tmp_path / "audit.pdf"
    audit = ("export", "audit", "return-refused", "--campaign-year", "2021")
    found = run(station, *audit, "--out", str(paper), "--record")
    assert found[0] == 1
    assert {"opened": 1, "mended": 0, "standing": 1} in found[1]
    assert "税务退回未改正" in text_of(paper)
    again = run(station, *audit, "--record")
    assert {"opened": 0, "mended": 0, "standing": 1} in again[1]
    assert again[1][0]["case"] is True
    assert run(station, "export", "audit", "--out", str(paper))[0] == 2
    assert run(station, "export", "audit", "nothing", "--dry-run")[0] == 3


def test_whole_numbers_leave_with_a_reason(station: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    register = ("export", "not-enrolled-register", "--campaign-year", "2021", "--out", str(out))
    assert run(station, *register, "--whole", " ")[0] == 3
    assert not out.exists()
    assert run(station, *register, "--whole", "与税务核对")[0] == 0
    kinds = [one["type"] for one in run(station, "events")[1]]
    assert kinds.count("list.exported") == 1


def test_what_an_encoding_loses_is_named_and_nothing_is_written(
    station: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.csv"
    line = {"ref": "p9", "household_id": _household(station), "method": "cash", "amount": "320.00"}
    assert run(station, "pay", lines=json.dumps(line) + "\n")[0] == 0
    paid = ("export", "audit", "paid-not-handed", "--out", str(out), "--encoding", "gbk")
    status, _, said = run(station, *paid)
    assert (status, "TEXT_NOT_HELD" in said, "𠮷" in said) == (3, True, True)
    assert not out.exists()
    assert run(station, *paid, "--lossy")[0] == 1
    assert "王〓" in out.read_text("gbk")


def _household(station: Path) -> str:
    rare = household("h9", "0009", member("王𠮷", 9))
    found: str = run(station, "enroll", lines=rare)[1][0]["household_id"]
    return found


def test_every_row_finding_reads_in_both_languages() -> None:
    for words in ROW_FINDINGS.values():
        assert words.zh.format(value="x")
        assert words.en.format(value="x")
