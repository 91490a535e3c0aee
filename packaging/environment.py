"""The virtual environment of a checkout: made once, exactly as the lock says, reused after.

A stamp inside it says what was installed. It is taken away before anything changes and written
last, so an environment without a finished stamp was interrupted and is made again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import system_packages
from system_packages import Problem

CHECKOUT = Path(__file__).resolve().parents[1]
STAMP = "canbao-setup.json"
LOCKS = {
    "run": CHECKOUT / "packaging" / "requirements.lock",
    "dev": CHECKOUT / "packaging" / "requirements-dev.lock",
    "build": CHECKOUT / "packaging" / "requirements-build.lock",
}
_COMMANDS = {
    "run": ["-m", "desktop", "demo"],
    "test": ["-m", "tests.check"],
    "build": ["packaging/build.py"],
}
_LEVELS = {"test": "dev", "build": "build"}


def main(arguments: list[str]) -> int:
    """Set up, run what was asked, return its exit code; 1 with a sentence if set-up fails."""
    parser = argparse.ArgumentParser(prog="bootstrap.py", description="Set up, then do it.")
    parser.add_argument("what", choices=["run", "test", "build", "setup"])
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="passed on")
    asked = parser.parse_args(arguments)
    level = _LEVELS.get(asked.what, "run")
    if asked.what == "setup" and "--dev" in asked.rest:
        level = "dev"
    try:
        python = prepare(level)
    except Problem as problem:
        print(f"\nSet-up stopped: {problem}", file=sys.stderr)
        return 1
    if asked.what == "setup":
        print(f"Ready: {python}")
        return 0
    return _call([python, *_COMMANDS[asked.what], *asked.rest])


def prepare(level: str) -> Path:
    """Return the interpreter of an environment that holds what the lock of ``level`` says.

    "dev" adds the tools of the test command, "build" those that make packages. Raises Problem,
    whose words say what to do.
    """
    if struct.calcsize("P") < 8:
        raise Problem("this Python is a 32-bit one; install the 64-bit Python.")
    folder = Path(os.environ.get("CANBAO_VENV") or CHECKOUT / ".venv")
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = {name: _digest(lock) for name, lock in LOCKS.items()}
    stamp = _read_stamp(folder)
    if not _is_current(stamp, wanted, python):
        stamp = {}
        _make(folder)
    if level not in stamp:
        _install(folder, python, level)
        stamp |= {"run": wanted["run"], level: wanted[level], "python": _version(python)}
        _write_stamp(folder, stamp)
    system_packages.ensure_qt(python)
    if level == "dev":
        system_packages.offer_pdf_tools()
        system_packages.offer_postgres()
    if level == "build":
        system_packages.ensure_freezing(python)
    return python


def _is_current(stamp: dict[str, str], wanted: dict[str, str], python: Path) -> bool:
    same = all(stamp.get(level) in (None, wanted[level]) for level in wanted)
    return "run" in stamp and same and stamp.get("python") == _version(python)


def _make(folder: Path) -> None:
    if folder.exists():
        _remove(folder)
    system_packages.ensure_venv_module()
    print(f"Making the virtual environment {folder} ...", flush=True)
    folder.mkdir(parents=True)
    _write_stamp(folder, {})
    if _call([sys.executable, "-m", "venv", folder]):
        raise Problem("Python could not make a virtual environment; its words stand above.")


def _remove(folder: Path) -> None:
    ours = (folder / STAMP).exists() or (folder / "pyvenv.cfg").exists()
    if not ours and any(folder.iterdir()):
        raise Problem(f"{folder} is not a virtual environment; move it away and try again.")
    print(f"{folder} is unfinished or out of date; making it again.")
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise Problem(
            f"{error.filename} could not be removed ({error.strerror}); close what still runs "
            "from it and try again."
        ) from error


def _install(folder: Path, python: Path, level: str) -> None:
    print("Installing the packages of the lock file ...", flush=True)
    _write_stamp(folder, {})
    command: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
    ]
    command += ["--no-user", "--only-binary=:all:", "--require-hashes", "-r", LOCKS[level]]
    if _call(command):
        raise Problem(
            "pip could not install the packages; its words stand above. Without a connection, or "
            "behind a proxy or mirror, set pip up as always (pip config, PIP_INDEX_URL, "
            "HTTPS_PROXY) and repeat the command."
        )


def _version(python: Path) -> str:
    try:
        found = subprocess.run(
            [python, "-c", "import sys; print(sys.version)"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return found.stdout.strip()


def _digest(lock: Path) -> str:
    # A checkout on Windows may carry CRLF; the lock is the same.
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _read_stamp(folder: Path) -> dict[str, str]:
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(folder: Path, stamp: dict[str, str]) -> None:
    (folder / STAMP).write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def _call(command: list[str | Path]) -> int:
    try:
        return subprocess.call(command, cwd=CHECKOUT)
    except KeyboardInterrupt:
        return 130
