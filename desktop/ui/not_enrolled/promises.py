"""What the register's presenter and its view promise each other. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from desktop.ui.enroll.shown import Note

Ask = Literal["text", "day", "reason"]


@dataclass(frozen=True, slots=True)
class AttemptShown:
    """One attempt to reach somebody, on the timeline."""

    on: str
    kind: str
    result: str
    next_on: str
    by: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """The person under the cursor. Numbers are masked, the phone is there to be called."""

    name: str
    who: str
    """Relation to the head, birth date, whether enrolled last year."""
    document: str
    place: str
    phone: str
    reason: str
    noted: str
    """What was said, the paper it rests on, and when."""
    open: bool
    """Nobody has noted a reason."""


class RegisterView(Protocol):
    """What the presenter asks of the screen."""

    def show_rows(self, rows: tuple[tuple[str, ...], ...], *, more: bool) -> None:
        """Show the list from its beginning; ``more`` can be had."""
        ...

    def add_rows(self, rows: tuple[tuple[str, ...], ...], *, more: bool) -> None:
        """Add the next page to the list."""
        ...

    def show_row(self, place: int, row: tuple[str, ...]) -> None:
        """Show one row anew."""
        ...

    def choose(self, place: int) -> None:
        """Put the cursor on a row."""
        ...

    def show_empty(self, text: str) -> None:
        """Say why there is nobody in the list."""
        ...

    def show_person(self, person: PersonShown | None) -> None:
        """Show whom the cursor is on; None: nobody."""
        ...

    def show_attempts(self, attempts: tuple[AttemptShown, ...]) -> None:
        """Show what was tried, newest first."""
        ...

    def show_filter(self, wanted: str, division: str, reason: str) -> None:
        """Show what the list is narrowed to."""
        ...

    def show_due(self, count: int) -> None:
        """Show how many are to be tried again today."""
        ...

    def show_loading_soon(self) -> None:
        """Say that the list is being read, if it takes longer than a blink."""
        ...

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        ...

    def ask(self, prompt: str, kind: Ask, hint: Note) -> None:
        """Ask for a text, a day or a reason, in the reserved place."""
        ...

    def end_ask(self) -> None:
        """Take the question away and give the keys back to the list."""
        ...

    def set_read_only(self) -> None:
        """Leave only what changes nothing."""
        ...

    def open_household(self, household_id: str) -> None:
        """Show the household on its own screen."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...
