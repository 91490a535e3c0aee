"""What the household screen's presenter and its view promise each other. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.household import HouseholdInput
from desktop.ui.enroll.shown import BasisLine, DetailShown, Note, PriceCard, RowShown, Tone
from desktop.ui.enroll.task_shown import TaskShown
from desktop.usecases.households import SavedHousehold

Place = int | None
"""A row of the member table; None for the household's own fields."""


class EnrolView(Protocol):
    """What the presenter asks of the screen."""

    def show_household(self, household: HouseholdInput) -> None:
        """Show the household's own fields."""
        ...

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Show the members."""
        ...

    def show_detail(self, detail: DetailShown | None) -> None:
        """Show the focused member's further facts; None: no member has the focus."""
        ...

    def show_price(self, card: PriceCard | None) -> None:
        """Show the price card; None: nothing can be priced yet."""
        ...

    def show_basis(self, lines: tuple[BasisLine, ...]) -> None:
        """Show the sentences of the 计算依据 panel."""
        ...

    def show_marks(self, marks: dict[tuple[int, str], Tone]) -> None:
        """Mark the cells, by row and field, that have something wrong."""
        ...

    def show_note(self, note: Note) -> None:
        """Say something in the table's reserved line."""
        ...

    def show_household_notes(self, notes: dict[str, Note]) -> None:
        """Say what is wrong under the household's own fields."""
        ...

    def show_meta(self, text: str) -> None:
        """Say where the household stands: number, saved, draft."""
        ...

    def show_busy(self, *, busy: bool) -> None:
        """Hold what writes while a write is under way."""
        ...

    def focus(self, place: Place, name: str) -> None:
        """Put the cursor into a field."""
        ...

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an action, or shut it."""
        ...

    def show_history(self, lines: tuple[BasisLine, ...]) -> None:
        """Show what changed in the household, when and by whom."""
        ...

    def reopen(self, household_id: str, cursor: tuple[int, str], words: str) -> None:
        """Show a household anew after an action, say what was done, put the cursor there."""
        ...

    def keep_draft_soon(self) -> None:
        """Call `EnrolPresenter.keep_draft` once the typing pauses."""
        ...

    def ask_payment(self, payable: Payable) -> None:
        """Go on to the money."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...


@dataclass(frozen=True, slots=True)
class Payable:
    """A saved household, ready for its money to be taken."""

    entry: HouseholdInput
    saved: SavedHousehold
