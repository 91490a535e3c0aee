"""A newer version of the program, told once in the status bar and on the settings page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.installation import update_words

if TYPE_CHECKING:
    from desktop.jobs.lanes import Runner
    from desktop.sync.updates import Offer
    from desktop.ui.messages import Messages
    from desktop.ui.shell.view import ShellWindow


class UpdateNews(QObject):
    """Looks at what lies in the station's folder; never opens a dialog, never asks again."""

    def __init__(
        self, runner: Runner, window: ShellWindow, folder: Path, messages: Callable[[], Messages]
    ) -> None:
        super().__init__(window)
        self._runner = runner
        self._window = window
        self._folder = folder
        self._messages = messages

    def look(self) -> None:
        """Find out how a newer version stands, and show it."""
        folder = self._folder

        def work() -> Offer:
            from desktop.app.releases import release_keys, this_program
            from desktop.sync.updates import look

            return look(folder, release_keys(), this_program())

        self._runner.submit("store", work, owner=self, done=self._show)

    def _show(self, offer: Offer) -> None:
        words = update_words(self._messages(), offer)
        version = offer.release.version if offer.release and words else ""
        short = self._messages().say("update.short", version=version) if version else ""
        self._window.status.show_update(short, words)
        pages = self._window.pages
        if pages is not None and pages.here == "settings":
            # Elsewhere the page need not be made only to be told.
            pages.settings.show_update(words)
