"""What the roster's presenter and its view promise each other. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from desktop.domain.roster import Band
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note
from desktop.ui.roster.model import Filter
from desktop.ui.roster.shown import BatchShown, TotalsShown
from desktop.usecases.roster_steps import Standing

Page = Literal["bands", "message", "list", "batch"]
Ask = Literal["day", "text"]


@dataclass(slots=True)
class Done:
    """One undoable step: filled in when it becomes durable, so that keys may run ahead."""

    what: str
    steps: dict[str, tuple[tuple[Standing, ...], tuple[Standing, ...]]] = field(
        default_factory=dict
    )
    """Per household, where people stood before and after."""

    def note(self, band: Band, before: tuple[Standing, ...], after: tuple[Standing, ...]) -> None:
        """Keep what a durable step says of one household."""
        if after:
            self.steps[band.household_id] = (before, after)


class RosterView(Protocol):
    """What the presenter asks of the screen."""

    def show_page(self, page: Page, text: str = "") -> None:
        """Show the bands, or a page that says something."""
        ...

    def show_loading_soon(self, text: str) -> None:
        """Say that something is being read, if it takes longer than a blink."""
        ...

    def show_bands(self) -> None:
        """Show the visible bands anew, with the cursor in sight."""
        ...

    def show_band(self, household_id: str) -> None:
        """Show one band anew, if it is on the screen."""
        ...

    def show_cursor(self) -> None:
        """Show the cursor where it is now."""
        ...

    def show_totals(self, totals: TotalsShown) -> None:
        """Show the strip along the top."""
        ...

    def show_filter(self, chosen: Filter, counts: dict[Filter, int]) -> None:
        """Show the filters and how many bands each holds."""
        ...

    def show_scope(self, division: str, name: str) -> None:
        """Show which unit or list this is."""
        ...

    def show_message(self, note: Note) -> None:
        """Say what concerns the roster as a whole."""
        ...

    def show_batch(self, batch: BatchShown) -> None:
        """State the batch's numbers and ask."""
        ...

    def show_batch_progress(self, text: str, percent: int) -> None:
        """Show how far the batch is; it can be stopped."""
        ...

    def ask(self, prompt: str, kind: Ask, hint: Note) -> None:
        """Ask for a day or a line of text inside the band."""
        ...

    def end_ask(self) -> None:
        """Take the question away and give the keys back to the bands."""
        ...

    def keep_step(self, done: Done) -> None:
        """Put an undoable step on the stack."""
        ...

    def forget_steps(self) -> None:
        """Empty the stack: another roster is open."""
        ...

    def set_read_only(self) -> None:
        """Leave only what changes nothing."""
        ...

    def ask_payment(self, payable: Payable) -> None:
        """Go on to the money."""
        ...

    def open_household(self, household_id: str, *, add: bool) -> None:
        """Show the household on its own screen, with a new row if ``add``."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...
