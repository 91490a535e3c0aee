"""Qt's own command line tools as PySide6 ships them, the same way on Windows and Linux."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]


def run_tool(tool: str, *arguments: str | Path) -> str:
    """Run ``uic``, ``lupdate`` or ``lrelease`` in the checkout and return what it printed.

    Raises subprocess.CalledProcessError, with the tool's words in ``stderr``, if it fails.
    """
    # PySide6's wrapper knows where each system's wheel keeps the tool; the scripts it installs
    # beside Python do not survive a moved environment.
    call = f"from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    done = subprocess.run(
        [sys.executable, "-c", call, *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout
