"""Exchanging by stick from the screen: on the exchange's lane, how far it is, what came. No Qt.

One button does it: answers for this station are taken from the stick, then its packet is written.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.base.errors import CanbaoError
from desktop.jobs.lanes import LaneClosed, Runner
from desktop.ui.messages import Messages
from desktop.ui.sync_status.packet_words import stick_words

if TYPE_CHECKING:
    from desktop.sync.stick import StickDone


class StickProgress:
    """How far one step has come; the page looks at it."""

    def __init__(self) -> None:
        self.phase = "reading"
        self.done = 0
        self.total = 0
        self.stopped = False

    def tell(self, phase: str, done: int, total: int) -> None:
        """Note how far it has come. Called on the exchange's lane."""
        self.phase, self.done, self.total = phase, done, total


Exchange = Callable[[Path, StickProgress], "StickDone"]
"""Does one step with the stick in a folder, on the lane it is called in."""


class StickView(Protocol):
    """What the work asks of the page."""

    def show_stick_work(self, progress: StickProgress | None) -> None:
        """Show how far it has come; None: it is over."""

    def show_stick_news(self, words: str) -> None:
        """Show what was written, what came, and what to do."""


class StickPresenter:
    """Runs one step at a time. ``after`` is called when something may have changed here."""

    def __init__(
        self,
        runner: Runner,
        messages: Messages,
        view: StickView,
        exchange: Exchange,
        after: Callable[[], None],
    ) -> None:
        self._runner = runner
        self._messages = messages
        self._view = view
        self._exchange = exchange
        self._after = after
        self._progress: StickProgress | None = None

    def start(self, folder: Path) -> None:
        """Exchange by the stick in ``folder``, unless one is at work."""
        if self._progress is not None:
            return
        progress = self._progress = StickProgress()
        self._view.show_stick_news("")
        self._view.show_stick_work(progress)
        self._runner.submit(
            "sync",
            lambda: self._exchange(folder, progress),
            owner=self._view,
            done=self._done,
            failed=self._failed,
        )

    def stop(self) -> bool:
        """Stop what is under way; what was taken in stays. False if nothing is."""
        if self._progress is None:
            return False
        self._progress.stopped = True
        return True

    def _done(self, done: StickDone) -> None:
        self._end("\n".join(stick_words(done, self._messages)))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LaneClosed):
            return
        if not isinstance(error, CanbaoError):
            self._end("")
            raise error
        words = "stick.stopped" if error.code == "CANCELLED" else ""
        self._end(self._messages.say(words) if words else self._messages.error(error))

    def _end(self, words: str) -> None:
        self._progress = None
        self._view.show_stick_work(None)
        self._view.show_stick_news(words)
        self._after()
