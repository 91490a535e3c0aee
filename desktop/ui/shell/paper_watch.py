"""Receipts no paper has come out of: told once at the start, counted in the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from desktop.base.errors import CanbaoError
from desktop.ui.enroll.shown import Note
from desktop.usecases.receipt_list import unprinted

if TYPE_CHECKING:
    from desktop.ui.shell.desk_pages import DeskPages


class PaperWatch(QObject):
    """Lives as long as the pages; looks again whenever something was saved or printed."""

    def __init__(self, pages: DeskPages, place: QPushButton) -> None:
        super().__init__(pages)
        self._pages = pages
        self._place = place
        self._told = False
        pages.desk_changed.connect(self.look)
        pages.moved.connect(self._on_moved)
        self.look()

    def look(self) -> None:
        """Count what waits for its paper."""
        desk = self._pages.session.desk
        self._pages.session.runner.submit(
            "store",
            lambda: len(unprinted(desk)),
            owner=self,
            done=self._show,
            failed=self._ignored,
        )

    def _on_moved(self, place: str) -> None:
        if place in ("receipts", "enrol"):
            self.look()

    def _show(self, count: int) -> None:
        say = self._pages.session.messages.say
        key = "shell.receipts_waiting" if count else "shell.receipts"
        self._place.setText(say(key, count=count))
        if count and not self._told and self._pages.here == "enrol":
            self._pages.enrol.show_note(
                Note(say("receipts.unprinted_note", count=count), "warning")
            )
        # Only what the start found is told of: what is being printed just now is no news.
        self._told = True

    def _ignored(self, error: Exception) -> None:
        """Show nothing: the number is a convenience; what failed is told where it acts."""
        if not isinstance(error, CanbaoError):
            raise error
