"""The mark of a version that could not convert a station's data: it is not offered again."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from desktop.base.files import write_whole

FOLDER = "updates"
"""Beside a station's file: what has to do with new versions of the program."""

FILE = "failed.json"


def note_failed(folder: Path, version: str) -> None:
    """Mark ``version`` in a station's folder.

    Raises:
        Unavailable: ``FILE_UNWRITABLE``.
    """
    at = folder / FOLDER
    with suppress(OSError):  # the writing tells it
        at.mkdir(exist_ok=True)
    write_whole(at / FILE, json.dumps({"version": version}).encode("ascii"))


def forget_failed(folder: Path, version: str) -> None:
    """Take the mark away: ``version`` has opened the data after all. Raises OSError."""
    if failed_version(folder) == version:
        (folder / FOLDER / FILE).unlink(missing_ok=True)


def failed_version(folder: Path) -> str:
    """Return the version that is marked, empty if none is."""
    try:
        found = json.loads((folder / FOLDER / FILE).read_bytes())
    except (OSError, ValueError):
        return ""
    version = found.get("version") if isinstance(found, dict) else None
    return version if isinstance(version, str) else ""
