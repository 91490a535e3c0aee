"""What the dashboard shows, as values: figures, bars, days. Made from counts. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

Mark = Literal["", "reached", "unknown"]


@dataclass(frozen=True, slots=True)
class FigureShown:
    """One figure in large type. An open one is grey and says who settles it."""

    title: str
    value: str
    hint: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class BarShown:
    """One line of bars."""

    code: str
    """What Enter opens: a division or a reason; empty: nothing."""
    name: str
    filled: Fraction
    """Of the bar's length, 0 to 1."""
    figure: str
    beside: str = ""
    after: str = ""
    """What is still missing, or that the target is reached."""
    mark: Mark = ""
    """``unknown`` bars are hatched: they measure the register, not the rate of the notices."""
    line: Fraction | None = None
    """Where the target stands on the bar."""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return "，".join(part for part in (self.name, self.figure, self.beside, self.after) if part)


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day of the chart."""

    day: date
    people: int
    fen: int
    words: str


@dataclass(frozen=True, slots=True)
class DaysShown:
    """The last days: people paid for, and what they paid themselves."""

    title: str
    days: tuple[DayShown, ...]
    people: str
    """The largest day's people, the scale of the upper half."""
    money: str


@dataclass(frozen=True, slots=True)
class BoardShown:
    """The whole dashboard for one division."""

    place: str
    """The way down, ``培训县 › 青石镇``."""
    as_of: str
    figures: tuple[FigureShown, ...]
    units_title: str
    target: str
    """Which line is drawn and what it rests on, or that no document names one."""
    units: tuple[BarShown, ...]
    days: DaysShown
    identities_title: str
    identities: tuple[BarShown, ...]
    reasons: tuple[BarShown, ...]
