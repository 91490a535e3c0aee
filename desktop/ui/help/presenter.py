"""What the help shows and where it goes back to. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop.ui.help.pages import CONTENTS, KEYBOARD, PICTURE, HelpBook, Hit, Page, split_topic
from desktop.ui.messages import Messages

_STEPS_MAX = 50


class HelpView(Protocol):
    """The panel."""

    def show_page(self, page: Page, anchor: str) -> None:
        """Show a page, with a section at the top."""

    def show_hits(self, heading: str, hits: tuple[Hit, ...]) -> None:
        """Show what a search found."""

    def show_picture(self, name: str) -> None:
        """Show a picture as large as the window has room for."""

    def show_way_back(self, *, possible: bool) -> None:
        """Offer to go back, or not."""

    def show_note(self, text: str) -> None:
        """Say something in the reserved line."""


class HelpPresenter:
    """Opens topics, follows links, searches, goes back."""

    def __init__(
        self,
        book: HelpBook,
        messages: Messages,
        view: HelpView,
        keyboard_page: Callable[[], Page],
    ) -> None:
        self._book = book
        self._say = messages.say
        self._view = view
        self._keyboard_page = keyboard_page
        self._steps: list[str] = []

    @property
    def topic(self) -> str:
        """What is shown; empty before anything is."""
        return self._steps[-1] if self._steps else ""

    def shows(self, topic: str) -> bool:
        """Tell whether this topic is what is shown."""
        return self._known(topic) == self.topic

    def open(self, topic: str) -> None:
        """Show a topic; one that has no page falls back to the contents."""
        shown = self._known(topic)
        if shown != self.topic:
            self._steps = [*self._steps[-_STEPS_MAX:], shown]
        self._show()

    def follow(self, target: str) -> None:
        """Follow a link; what leads out of the help is refused."""
        if target.startswith("#"):
            target = f"{split_topic(self.topic)[0]}{target}"
        if target.startswith(PICTURE):
            self._view.show_picture(target.removeprefix(PICTURE))
            return
        if ":" in target or "/" in target or "\\" in target:
            self._view.show_note(self._say("help.outside"))
            return
        self.open(target)

    def back(self) -> None:
        """Show what was shown before."""
        if len(self._steps) > 1:
            self._steps.pop()
        if self._steps:
            self._show()

    def search(self, wanted: str) -> None:
        """Show the sections that hold the words; without any, the page as it was."""
        if not wanted.strip():
            if self._steps:
                self._show()
            return
        hits = self._book.find(wanted)
        heading = self._say("help.found" if hits else "help.not_found", count=len(hits))
        self._view.show_hits(heading, hits)

    def _known(self, topic: str) -> str:
        page, anchor = split_topic(topic)
        known = self._book.pages.get(page)
        if known is None:
            return KEYBOARD if page == KEYBOARD else CONTENTS
        return topic if anchor and known.has(anchor) else page

    def _show(self) -> None:
        name, anchor = split_topic(self.topic)
        page = self._keyboard_page() if name == KEYBOARD else self._book.pages[name]
        self._view.show_note("")
        self._view.show_page(page, anchor)
        self._view.show_way_back(possible=len(self._steps) > 1)
