"""The window's process: what it loads before the first paint, one per folder, bugs reported."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.app.crash import REPORTS_KEPT, CrashReporter
from desktop.app.preferences import load_preferences, save_preferences
from desktop.app.single_instance import SingleInstance
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused
from desktop.ui.settings.preferences import Preferences
from tests.helpers.logfail import ExpectedLog
from tests.helpers.patience import LIMIT_S

LATER = (
    "httpx", "reportlab", "pypdfium2", "fastapi", "uvicorn", "pypinyin", "sqlite_utils", "segno",
    "openpyxl", "zstandard", "keyring", "numpy", "PySide6.QtNetwork", "PySide6.QtPrintSupport",
    "PySide6.QtTest", "desktop.server", "desktop.net", "desktop.sync", "desktop.policy.assess",
    "desktop.ui.enroll.view", "desktop.printing.pdf",
)  # fmt: skip
"""What the first paint must not wait for."""

FIRST_PAINT = """
import sys
from pathlib import Path
from desktop.app.window import make_application, start
application = make_application()
program = start(application, Path(sys.argv[1]), ("", ""))
program.window.show()
while not program.window.isVisible():
    application.processEvents()
program.window.grab()
print("\\n".join(sys.modules))
program.close()
"""


def test_the_first_paint_waits_for_nothing_it_does_not_show(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=LIMIT_S,
    )
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded
    assert loaded & set(LATER) == set()


def test_a_folder_has_one_window(tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    with pytest.raises(Refused) as refused:
        SingleInstance(tmp_path)
    assert refused.value.code == "ALREADY_OPEN"
    first.release()
    SingleInstance(tmp_path).release()


def test_settings_come_back_and_broken_ones_do_not_stop_the_desk(tmp_path: Path) -> None:
    assert load_preferences(tmp_path) == Preferences()
    wanted = Preferences(language="en", theme="dark", text_size="largest", enter="tab_only")
    save_preferences(tmp_path, wanted)
    assert load_preferences(tmp_path) == wanted
    (tmp_path / "preferences.json").write_text('{"theme": "pink"}', encoding="utf-8")
    assert load_preferences(tmp_path) == Preferences()


def test_a_report_says_where_and_names_nobody(tmp_path: Path, expected_log: ExpectedLog) -> None:
    expected_log("unexpected ValueError")
    told: list[Path] = []
    reporter = CrashReporter(tmp_path, SystemClock(), told.append)
    with pytest.raises(ValueError, match="王") as caught:
        _stumble_over("王", "建国", "539999", "197503120017")
    reporter.handle(ValueError, caught.value, caught.tb)
    text = told[0].read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_window_process.py" in text
    assert "王建国" not in text
    assert "539999197503120017" not in text


def _stumble_over(*parts: str) -> None:
    raise ValueError("".join(parts))


def test_a_bug_on_any_thread_is_reported_and_hooks_are_given_back(
    tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log("unexpected ZeroDivisionError")
    told: list[Path] = []
    before = (sys.excepthook, threading.excepthook)
    restore = CrashReporter(tmp_path, SystemClock(), told.append).install()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    restore()
    assert len(told) == 1
    assert (sys.excepthook, threading.excepthook) == before


def test_old_reports_go(tmp_path: Path, expected_log: ExpectedLog) -> None:
    expected_log("unexpected")
    reporter = CrashReporter(tmp_path, SystemClock(), lambda path: None)
    for _ in range(REPORTS_KEPT + 5):
        reporter.handle(ValueError, ValueError(), None)
    assert len(list(tmp_path.glob("crash-*.txt"))) == REPORTS_KEPT
