"""What the panel of an action on a member (办理) shows, as values; and what an action promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.shown import Note

FieldKind = Literal["code", "tags", "text", "date", "password", "number"]


@dataclass(frozen=True, slots=True)
class TaskField:
    """One thing the panel asks."""

    name: str
    label: str
    kind: FieldKind
    value: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    """Of a field of kind ``tags``: what is chosen, with its words."""
    options: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskShown:
    """The panel: what is being done, to whom, what it asks and what it says."""

    code: str
    title: str
    says: str
    """What will happen, before the button."""
    fields: tuple[TaskField, ...]
    action: str
    note: Note | None = None
    result: str = ""
    """What the panel was opened to read, e.g. a whole number; empty until then."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One action the menu offers on the focused member or household."""

    code: str
    words: str
    enabled: bool = True
    checked: bool | None = None
    """Whether a switch is on; None for what is done once."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an action."""

    words: str
    household: str = ""
    """The household to show next; empty: stay."""
    cursor: tuple[int, str] = (0, "name")
    stays: bool = False
    """The panel stays open, to be read."""


class Task(Protocol):
    """One action under way: asks, works on the store lane, tells."""

    def shown(self) -> TaskShown:
        """Return the panel as it stands."""
        ...

    def set(self, name: str, value: str) -> None:
        """Take an answer."""
        ...

    def choose(self, name: str, code: str, *, on: bool) -> None:
        """Take a choice of a field with several, or take it back."""
        ...

    def work(self) -> Callable[[], object]:
        """Return what is to be done on the store lane, with the answers given so far."""
        ...

    def done(self, result: object) -> Outcome:
        """Return what to say and show once it is done."""
        ...

    def failed(self, error: Exception) -> str:
        """Return other words than the error's own, empty if there are none."""
        ...
