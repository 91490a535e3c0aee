"""The promise between screens and lanes, without Qt.

A lane is one thread that does what it is given in order. ``store`` owns the database, ``search``
and ``count`` each a connection that only reads it, ``sync`` the network, ``print`` rendering and
spooling, ``device`` the identity-card reader. Screens hand over work and are called back in the
GUI thread; they never wait.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, TypeVar

Lane = Literal["store", "search", "count", "sync", "print", "device"]
LANES: tuple[Lane, ...] = ("store", "search", "count", "sync", "print", "device")

Result = TypeVar("Result")


class Runner(Protocol):
    """Takes work off the GUI thread."""

    def submit(
        self,
        lane: Lane,
        work: Callable[[], Result],
        *,
        owner: object,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` on ``lane`` after what was submitted before it, then call back.

        ``work`` touches no widget and returns a frozen value. Exactly one of ``done`` and
        ``failed`` is called, in the GUI thread; neither if ``owner`` is gone by then. A failure
        nobody takes reaches the crash dialog. After shutdown began the work is not done, and
        ``failed`` gets `LaneClosed`, which it may raise again.
        """
        ...

    def close(self) -> None:
        """Refuse new work, let the store lane finish what it has, end the threads."""
        ...


class LaneClosed(Exception):
    """The program is shutting down; nothing new is begun."""
