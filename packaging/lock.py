#!/usr/bin/env python3
"""Pin every package the program and its tests need, with the hashes of all their files.

``python packaging/lock.py`` keeps the versions pinned so far and adds or drops what pyproject.toml
now asks for; ``--upgrade`` takes the newest versions pyproject.toml allows, ``--upgrade NAME`` only
that package. One lock serves Windows and Linux and every Python from 3.11: markers say which
machine needs a package, and hashes cover every published file.

The resolver is uv, fetched into a throw-away environment. It does not read pip's configuration:
behind a mirror set ``UV_DEFAULT_INDEX``.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

UV = "uv==0.13.9"
CHECKOUT = Path(__file__).resolve().parents[1]
RUN_LOCK = CHECKOUT / "packaging" / "requirements.lock"
DEV_LOCK = CHECKOUT / "packaging" / "requirements-dev.lock"
BUILD_LOCK = CHECKOUT / "packaging" / "requirements-build.lock"
HEADER = "# Made by packaging/lock.py from pyproject.toml; do not edit.\n"
_PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;]+)")


def blocks(lock: str) -> list[str]:
    """Split a lock's text into one block per package: its pin and the hashes below it."""
    found: list[list[str]] = []
    for line in lock.splitlines():
        if _PIN.match(line):
            found.append([line])
        elif line.startswith("    --hash=") and found:
            found[-1].append(line)
    return ["\n".join(lines) + "\n" for lines in found]


def pins(lock: str) -> dict[str, str]:
    """Return the version pinned for each package (normalised name) in a lock's text."""
    matches = (_PIN.match(block) for block in blocks(lock))
    return {match["name"]: match["version"] for match in matches if match}


def main(arguments: list[str] | None = None) -> int:
    """Write both locks; return the resolver's exit code if it fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--upgrade", nargs="*", metavar="NAME", help="take newer versions")
    upgrade = parser.parse_args(arguments).upgrade
    chosen = (
        ["--upgrade"] if upgrade == [] else [f"--upgrade-package={name}" for name in upgrade or ()]
    )
    with tempfile.TemporaryDirectory() as folder:
        try:
            _write_locks(Path(folder), chosen)
        except subprocess.CalledProcessError as error:
            print(f"The resolver failed: {error}", file=sys.stderr)
            return error.returncode
    return 0


def _write_locks(folder: Path, chosen: list[str]) -> None:
    python = _uv_python(folder / "uv")
    run, dev = folder / "run.txt", folder / "dev.txt"
    # uv takes the versions of an existing output file as its first choice.
    if RUN_LOCK.exists():
        shutil.copy(RUN_LOCK, run)
    _resolve(python, run, chosen)
    _resolve_group(python, "dev", DEV_LOCK, run, [*chosen, f"--constraints={run}"])
    # One environment may hold the tools of the tests and those of the packages.
    _resolve_group(python, "build", BUILD_LOCK, run, [*chosen, f"--constraints={dev}"])
    RUN_LOCK.write_text(HEADER + "".join(blocks(_text(run))), "utf-8", newline="\n")


def _resolve_group(python: Path, group: str, lock: Path, run: Path, options: list[str]) -> None:
    """Write the lock of a dependency group: what it needs beyond ``run``."""
    target = run.with_name(f"{group}.txt")
    if lock.exists():
        target.write_text("".join(blocks(_text(run)) + blocks(_text(lock))), "utf-8")
    _resolve(python, target, [*options, f"--group={group}"])
    shared = set(blocks(_text(run)))
    extra = [block for block in blocks(_text(target)) if block not in shared]
    lock.write_text(HEADER + "-r requirements.lock\n" + "".join(extra), "utf-8", newline="\n")


def _resolve(python: Path, target: Path, options: list[str]) -> None:
    command: list[str | Path] = [
        python,
        "-m",
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        "--universal",
        "--quiet",
    ]
    command += ["--python-version=3.11", "--generate-hashes", "--no-annotate", "--no-header"]
    command += ["--no-emit-index-url", f"--output-file={target}", *options]
    subprocess.run(command, check=True, cwd=CHECKOUT)


def _uv_python(folder: Path) -> Path:
    # Not at the top: the Windows Python that PyInstaller runs in reads the pins, and has no venv.
    import venv

    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", UV], check=True)
    return python


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
