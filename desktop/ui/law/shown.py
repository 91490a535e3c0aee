"""What the page 政策与本地参数 shows, as values, and what presenter and view promise each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from desktop.ui.enroll.shown import BasisLine, Note, Tone
from desktop.ui.law.given import Form


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line of the table."""

    cells: tuple[str, ...]
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Actions:
    """What the operator may do with the chosen line."""

    propose: bool = False
    replace: bool = False
    """Proposing means replacing a value that is in force."""
    approve: bool = False
    reject: bool = False
    revoke: bool = False
    """A value in force may be proposed to be taken back."""
    own: bool = False
    """The proposal is the operator's own: turning it down means taking it back."""


@dataclass(frozen=True, slots=True)
class Detail:
    """The chosen line in full."""

    title: str = ""
    says: str = ""
    cited: str = ""
    history: tuple[str, ...] = ()
    tone: Tone = ""
    actions: Actions = Actions()


@dataclass(frozen=True, slots=True)
class Editor:
    """A proposal to be filled in, or a reason to be given."""

    title: str
    hint: str
    form: Form = "amount"
    choices: tuple[tuple[str, str], ...] = ()
    divisions: tuple[tuple[str, str], ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    rejecting: bool = False
    """Only the reason is asked for."""
    revoking: bool = False
    """A value is taken back: no new one is asked for."""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One figure or day of the what-if bench, and what it was before the last change."""

    label: str
    value: str
    before: str = ""
    """Empty if it is as before."""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class BenchShown:
    """The bench's person and what comes out."""

    identities: tuple[tuple[str, str], ...]
    tiers: bool
    lines: tuple[ResultLine, ...]
    compared: str
    """Which change the marked lines are compared over; empty before the first."""
    why: tuple[BasisLine, ...]


class LawView(Protocol):
    """What the presenter asks of the page."""

    def show_page(self, lines: tuple[LineShown, ...], meta: str, chosen: int) -> None:
        """Show the law, one line chosen."""
        ...

    def show_detail(self, detail: Detail) -> None:
        """Show the chosen line in full."""
        ...

    def show_editor(self, editor: Editor | None) -> None:
        """Open the editor over the line, or put it away."""
        ...

    def show_note(self, note: Note, field: str = "") -> None:
        """Say in the reserved line what happened; ``field`` is where a mistake stands."""
        ...

    def show_busy(self, *, busy: bool) -> None:
        """Hold the buttons while something is written."""
        ...

    def values_changed(self) -> None:
        """Tell the window that a value was proposed, approved or rejected."""
        ...
