"""A runner for tests of screens: work is done at once, in the caller's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from desktop.jobs.lanes import Lane, LaneClosed, Result


class InlineRunner:
    """Does each job when it is submitted. ``hold()`` keeps jobs until ``release()``."""

    def __init__(self) -> None:
        self.lanes_used: list[Lane] = []
        self._held: list[Callable[[], None]] | None = None
        self._closed = False

    def submit(
        self,
        lane: Lane,
        work: Callable[[], Result],
        *,
        owner: object,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` now, or at the release of a held runner."""
        del owner
        self.lanes_used.append(lane)

        def run() -> None:
            try:
                result = self._refused(lane) if self._closed else work()
            except Exception as error:
                if failed is None:
                    raise
                failed(error)
            else:
                if done is not None:
                    done(result)

        if self._held is None:
            run()
        else:
            self._held.append(run)

    @staticmethod
    def _refused(lane: Lane) -> NoReturn:
        raise LaneClosed(lane)

    def hold(self) -> None:
        """Keep what is submitted from now on, as a busy lane would."""
        self._held = []

    def release(self) -> None:
        """Do what was held, in order, and hold no more."""
        held, self._held = self._held or [], None
        for run in held:
            run()

    def close(self) -> None:
        """Refuse what comes from now on."""
        self._closed = True
