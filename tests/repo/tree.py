"""The files of the checkout, as the house rules see them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Return every file that is or could be committed, relative to the checkout."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(listing, cwd=CHECKOUT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):  # an archive of the sources, or no git here
        return tuple(sorted(_walk()))
    names = listed.stdout.decode("utf-8").split("\0")
    return tuple(Path(name) for name in sorted(names) if name and (CHECKOUT / name).is_file())


def _walk() -> Iterator[Path]:
    for path in CHECKOUT.rglob("*"):
        relative = path.relative_to(CHECKOUT)
        made = any(part == "__pycache__" or part.startswith(".") for part in relative.parts)
        if path.is_file() and not made:
            yield relative


def texts(*suffixes: str) -> dict[Path, str]:
    """Return the content of every file with one of the suffixes, by relative path."""
    return {
        path: (CHECKOUT / path).read_text(encoding="utf-8")
        for path in files()
        if path.suffix in suffixes
    }


def modules(*folders: str) -> dict[Path, str]:
    """Return the Python modules written by hand below the folders (all, if none is named)."""
    return {
        path: text
        for path, text in texts(".py").items()
        if not path.is_relative_to("desktop/ui/compiled")
        and (not folders or any(path.is_relative_to(folder) for folder in folders))
    }


def run_script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script of packaging/ with the Python of the tests."""
    return subprocess.run(
        [sys.executable, CHECKOUT / "packaging" / name, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
