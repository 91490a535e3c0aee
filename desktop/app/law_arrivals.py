"""Law packs that the centre published, taken in while the window is open.

They wait as long as money is being taken: a price that was told at the counter holds until the
receipt is printed or the sheet is closed. Then the law changes at once, and whoever listens prices
anew what is on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.base.errors import CanbaoError

if TYPE_CHECKING:
    from desktop.jobs.lanes import Runner
    from desktop.ui.shell.view import ShellWindow
    from desktop.usecases.desk import Desk
    from desktop.usecases.offered_packs import Offer


class LawArrivals(QObject):
    """Looks at what has arrived, and lets the screens of ``window`` follow."""

    changed = Signal()
    """Packs were looked at: there are events to send, and the law may be another."""

    def __init__(self, runner: Runner, desk: Desk, window: ShellWindow) -> None:
        super().__init__(window)
        self._runner = runner
        self._desk = desk
        self._window = window

    def look(self) -> None:
        """Take in what has arrived, unless money is being taken just now."""
        pages = self._window.pages
        if pages is not None and pages.here == "pay":
            return
        self._runner.submit(
            "store", self._take, owner=self, done=self._done, failed=self._keep_waiting
        )

    def _take(self) -> tuple[Offer, ...]:
        # The law takes longer to load than the window: not before somebody has signed in.
        from desktop.app.law import trusted_keys
        from desktop.usecases.offered_packs import take_offers

        return take_offers(self._desk, trusted_keys())

    def _done(self, offers: tuple[Offer, ...]) -> None:
        if not offers:
            return
        if self._window.pages is not None:
            self._window.pages.law_taken(offers)
        self.changed.emit()

    def _keep_waiting(self, error: Exception) -> None:
        # What could not be looked at still waits, and is looked at after the next exchange.
        if not isinstance(error, CanbaoError):
            raise error
