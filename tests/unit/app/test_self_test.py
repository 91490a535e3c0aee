"""The self-test: passes where all is well, says what is wrong where it is not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.app.self_test.desk import DeskChecks
from desktop.app.self_test.paper import squares_stand, text_of
from desktop.app.self_test.report import Check, NotHere, run_checks
from desktop.base.errors import Unavailable
from desktop.base.resources import resource_path
from desktop.printing.pdf import render_receipt
from desktop.wire.receipt_code import make_code
from tests.helpers.logfail import ExpectedLog
from tests.helpers.patience import LIMIT_S
from tests.receipts.households import PRINTED_AT, STATION_KEY, family_of_four, one_person

CHECKS = [
    "modules",
    "fonts",
    "law",
    "store",
    "price",
    "receipt",
    "centre",
    "helper",
    "platform",
    "window",
]


@contextmanager
def no_centre(_folder: Path) -> Iterator[tuple[str, str]]:
    yield "http://127.0.0.1:1", "none"


def test_the_program_passes_and_tells_a_windowed_one_through_a_file(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--self-test", "--json", "--report", str(report)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=LIMIT_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found == json.loads(report.read_text(encoding="utf-8"))
    assert found["ok"]
    assert [one["name"] for one in found["checks"]] == CHECKS
    outcomes = {one["name"]: one["outcome"] for one in found["checks"]}
    # A machine without a display need not have the libraries of one.
    assert outcomes.pop("platform") in {"ok", "skipped"}
    assert set(outcomes.values()) == {"ok"}


def test_a_failure_is_told_and_holds_up_only_what_needs_it(expected_log: ExpectedLog) -> None:
    def broken() -> str:
        raise Unavailable("DISK_FAILED", "no")

    def bug() -> str:
        raise KeyError("spec")

    def not_here() -> str:
        raise NotHere("no display here")

    expected_log("self-test bug")
    report = run_checks(
        (
            Check("disk", broken),
            Check("after", lambda: "never", needs=("disk",)),
            Check("bug", bug),
            Check("elsewhere", not_here),
            Check("apart", lambda: "fine"),
        )
    )
    told = [(one.name, one.outcome, one.said) for one in report.checks]
    assert told == [
        ("disk", "failed", "DISK_FAILED: no"),
        ("after", "skipped", "needs disk"),
        ("bug", "failed", "KeyError: 'spec'"),
        ("elsewhere", "skipped", "no display here"),
        ("apart", "ok", "fine"),
    ]
    assert not report.ok
    assert report.words().endswith("FAILED: disk, bug")
    assert json.loads(report.json())["ok"] is False


def test_what_does_not_apply_here_is_no_failure() -> None:
    def not_here() -> str:
        raise NotHere("no display here")

    report = run_checks((Check("elsewhere", not_here),))
    assert report.ok
    assert "skipped" in report.words()


def test_an_altered_law_pack_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    law = tmp_path / "resources" / "law"
    shutil.copytree(resource_path("law"), law)
    pack = law / "chuxiong-2021.toml"
    pack.write_text(pack.read_text(encoding="utf-8") + "\n# 320\n", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    report = run_checks((Check("law", DeskChecks(tmp_path, no_centre).law),))

    assert not report.ok
    assert "chuxiong-2021" in report.checks[0].said


def test_only_the_code_that_was_signed_is_read_back() -> None:
    receipt, other = family_of_four(), one_person()
    code = make_code(receipt, STATION_KEY)
    pdf = render_receipt(receipt, code=code, printed_at=PRINTED_AT)

    assert squares_stand(pdf, code)
    assert not squares_stand(pdf, make_code(other, STATION_KEY))
    assert receipt.number in text_of(pdf)
