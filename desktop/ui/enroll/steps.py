"""Steps back and forth while a household is entered: whole values, one per field a person changed.

Typing in one field is one step, however many keys it took; leaving the field ends it. What is
saved is undone otherwise (`desktop.usecases.households.undo_save`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.household import HouseholdInput

STEPS_MAX = 200


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The entry at one moment."""

    household: HouseholdInput
    statuses: tuple[str, ...]
    keys: tuple[int, ...]
    changed: bool
    mark: object = None
    """The field the step after this moment was about."""


@dataclass(slots=True)
class Steps:
    """Where the entry was, and where it was before going back."""

    behind: list[Snapshot] = field(default_factory=list)
    ahead: list[Snapshot] = field(default_factory=list)
    _mark: object = None

    def begin(self, before: Snapshot) -> None:
        """Note a change; further ones of the same mark belong to the same step."""
        if before.mark is not None and before.mark == self._mark:
            return
        self._mark = before.mark
        self.behind.append(before)
        self.ahead.clear()
        del self.behind[:-STEPS_MAX]

    def part(self) -> None:
        """End the step under way: what comes next is another."""
        self._mark = None

    def back(self, now: Snapshot) -> Snapshot | None:
        """Return where the last step began, None if there was none."""
        return self._go(self.behind, self.ahead, now)

    def forth(self, now: Snapshot) -> Snapshot | None:
        """Return where the step last taken back had led, None if there is none."""
        return self._go(self.ahead, self.behind, now)

    def _go(self, taken: list[Snapshot], kept: list[Snapshot], now: Snapshot) -> Snapshot | None:
        self.part()
        while taken:
            found = taken.pop()
            if found.household != now.household:
                kept.append(now)
                return found
        return None
