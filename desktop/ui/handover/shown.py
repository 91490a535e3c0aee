"""What a page of lists shows, as values, and what its presenter asks of the screen. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_shown import TaskShown
from desktop.usecases.exports import Leaving


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its heading and its share of the width."""

    text: str
    stretch: int
    right: bool = False
    digits: bool = False
    minor: bool = False
    """Left out where the text is largest: the household tells it too."""


@dataclass(frozen=True, slots=True)
class Page:
    """One list with what is said above it and what can be done below it."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    says: str
    summary: str
    empty: str
    acts: tuple[str, ...]
    """The acts this list offers, by name, in their order."""


class WorkView(Protocol):
    """What a presenter asks of its screen."""

    def show_page(self, mode: str, page: Page) -> None:
        """Show a list."""
        ...

    def show_busy(self, words: str) -> None:
        """Say what is being read, in the list's place, until it is there."""
        ...

    def show_detail(self, words: str) -> None:
        """Say more of the chosen row: all of it, and the way out."""
        ...

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an act, or shut it."""
        ...

    def show_note(self, note: Note) -> None:
        """Say what was done, or why not."""
        ...

    def ask_open(self, title: str, chosen: Callable[[Path], None]) -> None:
        """Ask for a file to read."""
        ...

    def ask_path(self, name: str, endings: tuple[str, ...], chosen: Callable[[Path], None]) -> None:
        """Ask where a file goes."""
        ...

    def ask_list(self, name: str, chosen: Callable[[Path, Leaving], None]) -> None:
        """Ask where a list goes, and in which encoding."""
        ...

    def open_household(self, household: str) -> None:
        """Show a household of the register."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...


class Presenter(Protocol):
    """What the screen asks of its presenter."""

    modes: tuple[str, ...]

    def load(self, mode: str = "") -> None:
        """Read a list; the one that is shown if none is named."""
        ...

    def choose(self, row: int) -> None:
        """Make a row the chosen one."""
        ...

    def act(self, name: str) -> None:
        """Do what a button or a key says."""
        ...

    def enter(self) -> None:
        """Open what the chosen row is about."""
        ...

    def escape(self) -> bool:
        """Stop what is running or shut the panel; tell whether there was anything."""
        ...
