"""From the start of the frozen program to its window on an X display, warm: at most 2 s.

Wants the Linux bundle in dist/ (``python packaging/build.py linux``), Xvfb and xdotool. The
processor's own time is given too: on a busy machine the clock says little.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repo.tree import CHECKOUT

GOAL_S = 2.0
STARTS = 7
DISPLAY = ":539"
TITLE = "参保台"


@pytest.fixture
def program() -> Path:
    found = sorted((CHECKOUT / "dist").glob("canbao-desk-*-linux-x64/canbao"))
    if not found or not shutil.which("Xvfb") or not shutil.which("xdotool"):
        pytest.skip("wants the Linux bundle, Xvfb and xdotool")
    return found[-1]


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    command = ["Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    try:
        yield environment | {"DISPLAY": DISPLAY}
    finally:
        server.terminate()
        server.wait()


def shown(environment: dict[str, str]) -> bool:
    asked = ["xdotool", "search", "--onlyvisible", "--name", TITLE]
    return subprocess.run(asked, env=environment, capture_output=True, check=False).returncode == 0


def start_once(program: Path, folder: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Return seconds on the clock until the window is mapped, and the processor's of the start."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    running = subprocess.Popen([str(program), "--data", str(folder)], env=environment)
    try:
        while not shown(environment):
            assert running.poll() is None, "the program ended"
            assert time.perf_counter() - started < 60, "no window"
        seconds = time.perf_counter() - started
    finally:
        running.terminate()
        running.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_start_to_window(program: Path, display: dict[str, str], tmp_path: Path) -> None:
    start_once(program, tmp_path, display)
    took = [start_once(program, tmp_path, display) for _ in range(STARTS)]
    clock, processor = (statistics.median(one) for one in zip(*took, strict=True))
    print(
        f"\nbundle, start to window, p50 of {STARTS}: {clock:.2f} s on the clock, at most "
        f"{processor:.2f} s of the processor with what asked; ratio to {GOAL_S} s: "
        f"{clock / GOAL_S:.2f}"
    )
