"""How long a clerk waits: for the price at a keystroke, and for the window at its start.

The limits are measured in the same run: a screen's frame of 16 ms for the keystroke, a bare window
of 25 fields for the start.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.app.demo import OPERATOR, PASSWORD, TOWNSHIP, TRAINING_DAY
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SeededIds, SystemIds
from desktop.usecases.desk import NewStation, open_training_desk, set_up_station
from desktop.usecases.drafts import save_draft
from desktop.usecases.seeding import seed_residents
from tests.helpers.desks import FAMILY
from tests.ui.conftest import AtScreen, look, open_screen

__all__ = ["look", "open_screen"]

FRAME_MS = 16.0
KEYS = 300
STARTS = 7
RESIDENTS = 5_000

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QWidget
application = QApplication(sys.argv)
window = QWidget()
form = QFormLayout(window)
for place in range(25):
    form.addRow(f"Field {place}", QLineEdit())
window.show()
application.processEvents()
window.grab()
"""

OURS = """
import sys
from pathlib import Path
from desktop.app.window import make_application, start
application = make_application()
program = start(application, Path(sys.argv[1]), ("", ""))
program.window.show()
operators = program.window.sign_in.form.operators
while not operators.count():
    application.processEvents()
program.window.grab()
print(MARK, flush=True)
if sys.argv[2:]:
    from desktop.app.keyboard import Keyboard
    keys = Keyboard(program.window)
    program.sign_in(sys.argv[2], sys.argv[3])
    keys.wait_until(lambda: program.window.pages is not None, "the desk")
    program.window.grab()
    print(MARK, flush=True)
program.close()
"""


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_keystroke_to_price(
    benchmark: BenchmarkFixture, qapp: QApplication, open_screen: Callable[..., AtScreen]
) -> None:
    at = open_screen()
    save_draft(at.session.desk, FAMILY)
    at.screen.begin()
    field = at.screen.table.rows[3].form.name
    field.setFocus()
    waits: list[float] = []

    def press() -> None:
        begun = time.perf_counter()
        QTest.keyClicks(field, "a")
        qapp.processEvents()
        at.screen.form.priceCard.repaint()
        waits.append((time.perf_counter() - begun) * 1e3)
        field.setText("王新")

    benchmark.pedantic(press, rounds=KEYS, warmup_rounds=20)
    p50, p95 = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
    print(
        f"\nkeystroke to price, household of four: p50 {p50:.2f} ms, p95 {p95:.2f} ms;"
        f" ratio to a frame {p95 / FRAME_MS:.2f} (goal 1)"
    )
    benchmark.extra_info["ratio_to_limit"] = round(p95 / FRAME_MS, 2)


def test_window_start(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    station = _station(tmp_path / "station")
    bare, ours, desk = [], [], []
    for _ in range(STARTS):
        # Interleaved, so that a noisy minute hits all alike.
        bare.append(_run(BARE)[-1])
        shown, usable = _run(OURS, str(station), OPERATOR, PASSWORD)[:2]
        ours.append(shown)
        desk.append(usable - shown)
    benchmark.pedantic(lambda: _run(OURS, str(station)), rounds=1)
    peer, window, signing = (statistics.median(times) for times in (bare, ours, desk))
    print(
        f"\nwindow usable after start: {window * 1e3:.0f} ms; bare window of 25 fields"
        f" {peer * 1e3:.0f} ms; ratio {window / peer:.2f} (goal 2)"
        f"\nsign-in to household screen, {RESIDENTS} residents, encrypted: {signing * 1e3:.0f} ms,"
        " most of it the password's own cost"
    )
    benchmark.extra_info["ratio_to_peer"] = round(window / peer, 2)


def _station(folder: Path) -> Path:
    clock, ids = SystemClock(), SystemIds()
    new = NewStation(
        division=TOWNSHIP,
        name="培训站",
        operator=OPERATOR,
        display_name="培训员",
        password=PASSWORD,
        training_day=TRAINING_DAY,
    )
    set_up_station(folder, new, clock, ids)
    desk = open_training_desk(folder, law=shipped_law(), clock=clock, ids=ids)
    seed_residents(desk, RESIDENTS, SeededIds(1))
    desk.store.close()
    return folder


def _run(program: str, *arguments: str) -> list[float]:
    """Run a program and return the seconds from its start to each line it prints, and its end."""
    program = program.replace("MARK", json.dumps("."))
    begun = time.perf_counter()
    marks: list[float] = []
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        marks.extend(time.perf_counter() - begun for _ in process.stdout)
    assert process.returncode == 0
    return [*marks, time.perf_counter() - begun]
