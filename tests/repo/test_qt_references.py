"""PySide6 6.12.0 loses a reference of None at most calls, and so aborts Python 3.11 before long.

The pin in pyproject.toml keeps it out; this notices when the pin is moved to a release that does
the same. From Python 3.12 on None is immortal and the loss cannot be seen.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

CALLS = 50_000
PROBE = f"""
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["probe"])
label = QLabel()
before = sys.getrefcount(None)
for number in range({CALLS}):
    label.setText("a")
print(sys.getrefcount(None) - before)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_into_qt_keep_the_references_of_none() -> None:
    # In a process of its own: the fault would end the whole test run.
    probe = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=False
    )
    assert probe.returncode == 0, probe.stderr[-2000:]
    assert abs(int(probe.stdout)) < CALLS // 100
