"""A mark beside the station's file that says events wait for the centre, readable without the key.

An uninstaller runs without any operator's password. The mark is set before the first unsent event
is durable and taken away when the file is closed with nothing left to send, so it may say too
much after a power cut, never too little. It holds a number and nothing else.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

MARK = "unsent"


def marked(folder: Path) -> bool:
    """Tell whether the mark is there."""
    return (folder / MARK).exists()


def mark(folder: Path) -> None:
    """Say that something waits in ``folder``; how much is told by `count`."""
    # A folder that cannot be written fails the event itself a moment later, with its own words.
    with suppress(OSError):
        (folder / MARK).touch()


def count(folder: Path, pending: int) -> None:
    """Say that ``pending`` events wait in ``folder``; the mark goes when it is 0."""
    with suppress(OSError):
        if pending:
            (folder / MARK).write_text(str(pending), encoding="ascii")
        else:
            (folder / MARK).unlink(missing_ok=True)


def waiting(folder: Path) -> int | None:
    """Return how many events wait in ``folder``; None if it is some but nobody counted.

    Raises:
        OSError: the folder may not be read.
    """
    try:
        text = (folder / MARK).read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return 0
    return int(text) if text.isdecimal() else None
