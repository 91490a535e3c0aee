"""How long a clerk waits: for the price at a keystroke, and for the window at its start.

The limits are measured in the same run: a screen's frame of 16 ms for the keystroke, a bare window
of 25 fields for the start. The window opens over an encrypted station of half a million residents,
which is also what its memory is measured with.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.app.demo import OPERATOR, PASSWORD
from desktop.usecases.drafts import save_draft
from tests.benchmarks.county import County
from tests.helpers.desks import FAMILY
from tests.ui.conftest import AtScreen, look, open_screen

__all__ = ["look", "open_screen"]

FRAME_MS = 16.0
KEYS = 300
STARTS = 7
SEARCHES = 50
HOUSEHOLDS = 20
MEMORY_MB = 350
STATM = Path("/proc/self/statm")

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

MEMORY = """
import sys
from pathlib import Path
from desktop.app.window import make_application, start
from desktop.app.keyboard import Keyboard
application = make_application()
program = start(application, Path(sys.argv[1]), ("", ""))
window = program.window
window.show()
keys = Keyboard(window)
keys.wait_until(lambda: window.sign_in.form.operators.count() > 0, "operators")
program.sign_in(sys.argv[2], sys.argv[3])
keys.wait_until(lambda: window.pages is not None, "the desk")
keys.settle()
window.grab()
print(RSS(), flush=True)

def search(text):
    window.open_search()
    overlay = window._search
    overlay.presenter.search(text)
    keys.wait_until(lambda: not overlay.presenter.waiting, "an answer")
    window.grab()
    return overlay

for text in sys.argv[4].split(","):
    overlay = search(text)
    overlay.shut()
print(RSS(), flush=True)
for text in sys.argv[4].split(",")[: int(sys.argv[5])]:
    overlay = search(text)
    overlay.open_chosen()
    presenter = window.pages.enrol.presenter
    keys.wait_until(lambda: presenter.household.household_id != "", "the household")
    keys.settle()
    window.grab()
print(RSS(), flush=True)
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
    works: list[float] = []
    # Another letter each time: what is kept of the key before must not answer this one.
    letters = cycle("abcdefghijk")

    def press() -> None:
        begun, worked = time.perf_counter(), time.thread_time()
        QTest.keyClicks(field, next(letters))
        qapp.processEvents()
        at.screen.form.priceCard.repaint()
        works.append((time.thread_time() - worked) * 1e3)
        waits.append((time.perf_counter() - begun) * 1e3)
        field.setText("王新")

    benchmark.pedantic(press, rounds=KEYS, warmup_rounds=20)
    p50, p95 = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
    busy = statistics.quantiles(works, n=20)[-1]
    print(
        f"\nkeystroke to price, household of four: p50 {p50:.2f} ms, p95 {p95:.2f} ms;"
        f" ratio to a frame {p95 / FRAME_MS:.2f} (goal 1); of it the GUI's own work p95"
        f" {busy:.2f} ms, ratio {busy / FRAME_MS:.2f}"
    )
    benchmark.extra_info["ratio_to_limit"] = round(p95 / FRAME_MS, 2)


def test_window_start(
    benchmark: BenchmarkFixture,
    half_a_million: County,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    station = half_a_million.folder
    # An installed program comes with its bytecode; a checkout may be told to keep none.
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path))
    _run(OURS, str(station), OPERATOR, PASSWORD)
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
        f"\nsign-in to household screen, {half_a_million.residents:,} residents, encrypted:"
        f" {signing * 1e3:.0f} ms, most of it the password's own cost"
    )
    benchmark.extra_info["ratio_to_peer"] = round(window / peer, 2)


@pytest.mark.skipif(not STATM.exists(), reason="reads the process's memory from /proc")
def test_memory_of_the_desk(benchmark: BenchmarkFixture, half_a_million: County) -> None:
    typed = ",".join(half_a_million.names[:SEARCHES])
    outputs: list[str] = []
    arguments = (str(half_a_million.folder), OPERATOR, PASSWORD, typed, str(HOUSEHOLDS))
    benchmark.pedantic(lambda: outputs.append(_output(MEMORY, *arguments)), rounds=1)
    bare = int(_output(BARE + "\nprint(RSS())"))
    start, searched, opened = (int(text) for text in outputs[0].split())
    print(
        f"\nmemory of the desk, {half_a_million.residents:,} residents: {start} MB after sign-in,"
        f" {searched} MB after {SEARCHES} searches, {opened} MB after {HOUSEHOLDS} households;"
        f" bare window of 25 fields {bare} MB; ratio to the limit"
        f" {opened / MEMORY_MB:.2f} (goal 1: {MEMORY_MB} MB)"
    )
    benchmark.extra_info["ratio_to_limit"] = round(opened / MEMORY_MB, 2)


def _output(program: str, *arguments: str) -> str:
    """Run a program that may ask for its memory in MB, and return what it printed."""
    rss = (
        "import os\n"
        "def RSS():\n"
        f"    pages = int(open({str(STATM)!r}).read().split()[1])\n"
        "    return pages * os.sysconf('SC_PAGE_SIZE') // 2**20\n"
    )
    command = [sys.executable, "-c", rss + program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


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
