"""Where packages are made, what they are called, and which tools are there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGING = CHECKOUT / "packaging"
BUILD = CHECKOUT / "build"
"""What is made on the way: may be deleted at any time."""
DIST = CHECKOUT / "dist"
"""What is handed on."""

NAME = "canbao-desk"
CHINESE_NAME = "参保台"
PUBLISHER = "Canbao Desk"


class Missing(Exception):
    """A tool that this package needs is not on this machine; the text says what to install."""


class Failed(Exception):
    """A step did not give what it must; the text says what came instead."""


def version() -> str:
    """Return the program's version, as `desktop.app.version` has it."""
    text = (CHECKOUT / "desktop" / "app" / "version.py").read_text(encoding="utf-8")
    found = re.search(r'^VERSION = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if not found:
        raise Failed("desktop/app/version.py names no version like 1.2.3")
    return found[1]


def tool(name: str, package: str) -> str:
    """Return the path of a program. Raises Missing, naming Debian's package."""
    path = shutil.which(name)
    if path is None:
        raise Missing(f"no {name} here; Debian has it in {package}")
    return path


def run(
    command: Sequence[str | Path],
    *,
    timeout_s: float = 900,
    env: Mapping[str, str] | None = None,
    cwd: Path = CHECKOUT,
) -> str:
    """Run a program with a limit and return what it said. Raises Failed with the end of it.

    Output goes through a pipe: a Windows Python under wine cannot write into a regular file.
    """
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout_s,
            env=dict(env) if env is not None else None,
            cwd=cwd,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        said = (late.stdout or b"").decode("utf-8", "replace")
        raise Failed(
            f"{Path(command[0]).name}: not done in {timeout_s:.0f} s\n{_end(said)}"
        ) from late
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        raise Failed(f"{Path(command[0]).name}: exit code {done.returncode}\n{_end(said)}")
    return said


def fresh(folder: Path) -> Path:
    """Return the folder, empty."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def size_mb(path: Path) -> float:
    """Return the size of a file, or of all files below a folder, in MB (10^6 bytes)."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(one.lstat().st_size for one in files if one.is_file()) / 1e6


def tell(words: str) -> None:
    """Say something to the person who builds."""
    print(words, file=sys.stderr, flush=True)


def _end(said: str, lines: int = 30) -> str:
    return "\n".join(said.splitlines()[-lines:])
