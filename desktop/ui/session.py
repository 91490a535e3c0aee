"""What a screen may hold of the signed-in desk: pure values, and the runner to reach the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.base.clock import Clock
from desktop.jobs.lanes import Runner
from desktop.policy import LawBook
from desktop.printing.print_setup import PrintSetups
from desktop.ui.cards import CardDesk
from desktop.ui.messages import Messages
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import known_index

if TYPE_CHECKING:
    from desktop.domain.division_index import DivisionIndex
    from desktop.printing.spool import Spooler


@dataclass(frozen=True, slots=True)
class Village:
    """A division a household can live in."""

    code: str
    name: str
    keys: str = ""
    """What else may be typed to find it: pinyin initials."""


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in. ``desk`` belongs to the store lane: screens only hand it to use cases."""

    desk: Desk
    clock: Clock
    runner: Runner
    messages: Messages
    campaign_year: int
    operator: str
    display_name: str
    role: str
    station_name: str
    division: str
    division_name: str
    training: bool
    villages: tuple[Village, ...]
    spooler: Spooler
    cards: CardDesk = field(default_factory=CardDesk)
    """The identity-card reader; without one by default."""
    printing: Callable[[], PrintSetups] = PrintSetups
    """How each paper is printed on this machine, as it is set now."""

    @property
    def law(self) -> LawBook:
        """The law in force as the desk knows it by now: a whole, immutable book."""
        return self.desk.law

    @property
    def today(self) -> date:
        """The station's legal day."""
        return self.clock.today()

    @property
    def places(self) -> DivisionIndex | None:
        """What finds the county's units by typing, as last read; None until that is done."""
        return known_index(self.desk)

    def in_words_of(self, messages: Messages) -> Session:
        """Return the same sign-in speaking another language."""
        return replace(self, messages=messages)
