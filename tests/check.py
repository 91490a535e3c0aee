# ruff: noqa: T201 - a script for people at a terminal
"""Everything that must hold before a change is handed in, in one command.

python -m tests.check                  format, lint, layers, types, tests; stops at the first no
python -m tests.check tests/unit -x    the same, with these arguments for pytest
python -m tests.check bench [...]      the benchmarks, which never run with the tests
python -m tests.check packages [...]   builds the packages, installs, asks and removes them
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]

_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"
STEPS: list[tuple[str, list[str], str]] = [
    ("format", ["-m", "ruff", "format", "--check", "--quiet"], "{python} -m ruff format"),
    ("lint", ["-m", "ruff", "check"], "{python} -m ruff check --fix, then mend the rest by hand"),
    (
        "layers",
        ["-c", _LINT_IMPORTS],
        "move the import to where it may stand; the layers are listed in pyproject.toml",
    ),
    (
        "types",
        ["-m", "mypy", "desktop", "tests", "packaging"],
        "mend the types named above; an ignore needs its code and a reason",
    ),
]
"""Name, arguments for this Python, and how a developer mends a failure."""


TESTS = ["-m", "pytest", "--ignore=tests/benchmarks", "--ignore=tests/packages"]
PARALLEL = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal", "--benchmark-disable"]
"""A process for each core: the suite is many small tests that share nothing."""
ORDER = ["--randomly-seed=539999"] if os.environ.get("CI") else []
"""Every run at a desk shuffles anew and so finds what depends on the order; a gate must give the
same answer twice."""
SPECIAL = {
    "bench": ["-m", "pytest", "-s"],
    # In the order of the files: Linux is frozen on one core and Windows on the other.
    "packages": ["-m", "pytest", "-rs", "-p", "no:randomly", "-n", "2", "--dist", "loadfile"],
    "coverage": [*TESTS, "--cov", "--cov-report=term-missing:skip-covered"],
}

FOLDERS = {"bench": "tests/benchmarks", "packages": "tests/packages"}


def main(arguments: list[str]) -> int:
    """Run the checks in order and return the first failing exit code, or 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    what = arguments[0] if arguments else ""
    if what in SPECIAL:
        # Sets up what freezes, once, before two processes want it.
        if what == "packages" and (code := _run("tools", ["packaging/build.py", "sbom"], "")):
            return code
        named = any(one.startswith("tests/") for one in arguments[1:])
        # Without a file, all of them; pytest would run a file named beside the folder as well.
        where = [FOLDERS[what]] if what in FOLDERS and not named else []
        return _run(what, [*SPECIAL[what], *where, *arguments[1:]], "Mend what failed above.")
    for name, command, remedy in STEPS[:3] if what == "quick" else STEPS:
        if code := _run(name, command, remedy):
            return code
    if what == "quick":
        return 0
    parallel = [] if arguments else PARALLEL
    return _run(
        "tests",
        [*TESTS, *parallel, *ORDER, *arguments],
        "{python} -m pytest --last-failed runs only what failed",
    )


def _run(name: str, command: list[str], remedy: str) -> int:
    print(f"== {name}", flush=True)
    code = subprocess.call([sys.executable, *command], cwd=CHECKOUT)
    if code:
        python = Path(sys.executable)
        shown = python.relative_to(CHECKOUT) if python.is_relative_to(CHECKOUT) else python
        print(f"\nStopped: {name} failed (exit code {code}). {remedy.format(python=shown)}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
