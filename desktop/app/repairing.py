"""A damaged data file: looked for beside the work, repaired from the sign-in screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.base.clock import SystemClock
from desktop.base.errors import CanbaoError
from desktop.base.ids import SystemIds

if TYPE_CHECKING:
    from desktop.jobs.lanes import Runner
    from desktop.ui.messages import Messages
    from desktop.ui.shell.view import ShellWindow
    from desktop.ui.sign_in.view import SignInScreen
    from desktop.usecases.desk import Desk
    from desktop.usecases.mending import Mended


class Repairs(QObject):
    """Checks the file once after each sign-in; offers the repair where signing in is refused."""

    def __init__(
        self, runner: Runner, window: ShellWindow, folder: Path, messages: Callable[[], Messages]
    ) -> None:
        super().__init__(window)
        self._runner = runner
        self._window = window
        self._screen: SignInScreen = window.sign_in
        self._folder = folder
        self._messages = messages
        self._screen.repair_asked.connect(self._repair)

    def look(self, desk: Desk, found: Callable[[], None]) -> None:
        """Read the whole file beside the work; call ``found`` if it is damaged."""

        def work() -> bool:
            from desktop.usecases.mending import damage_found

            return damage_found(desk)

        def done(damaged: bool) -> None:  # noqa: FBT001 - what the lane hands over
            if damaged:
                found()

        self._runner.submit("count", work, owner=self, done=done, failed=self._unread)

    def settle(self) -> None:
        """After an exchange: void what a repair lost for good, and let it be read on the page."""
        pages = self._window.pages
        if pages is None:
            return
        desk = pages.session.desk

        def work() -> bool:
            from desktop.usecases.mending import settle_lost_receipts

            settled = settle_lost_receipts(desk)
            return settled is not None and settled.anything

        def done(settled: bool) -> None:  # noqa: FBT001 - what the lane hands over
            if settled:
                pages.desk_changed.emit()

        self._runner.submit("store", work, owner=pages, done=done, failed=self._unread)

    def lost_read(self) -> None:
        """Somebody has read what was lost."""
        pages = self._window.pages
        if pages is None:
            return
        desk = pages.session.desk

        def work() -> None:
            from desktop.usecases.mending import lost_was_read

            lost_was_read(desk)

        self._runner.submit(
            "store",
            work,
            owner=pages,
            done=lambda _: pages.desk_changed.emit(),
            failed=self._unread,
        )

    def refused(self, error: Exception) -> None:
        """Say why signing in failed, and offer the repair where that mends it."""
        self._failed(error)
        damaged = isinstance(error, CanbaoError) and error.code == "DATABASE_DAMAGED"
        self._screen.offer_repair(offered=damaged)

    def _repair(self, operator: str, password: str) -> None:
        self._screen.show_busy(busy=True, text=self._messages().say("mend.working"))
        folder = self._folder

        def work() -> Mended:
            from desktop.usecases.desk import station_key
            from desktop.usecases.mending import mend_station

            clock = SystemClock()
            key = station_key(folder, operator, password, clock)
            return mend_station(folder, key, clock, SystemIds())

        self._runner.submit("store", work, owner=self, done=self._mended, failed=self._failed)

    def _mended(self, mended: Mended) -> None:
        from desktop.ui.trouble import mended_words

        self._screen.show_busy(busy=False)
        self._screen.show_repaired("\n".join(mended_words(mended, self._messages())))

    def _failed(self, error: Exception) -> None:
        self._screen.show_busy(busy=False)
        self._screen.show_mistake(self._messages().error(error))

    def _unread(self, error: Exception) -> None:
        # The file cannot even be read now; whatever needs it says so itself.
        if not isinstance(error, CanbaoError):
            raise error
