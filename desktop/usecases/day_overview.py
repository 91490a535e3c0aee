"""A collector's day, open or closed: figures, shares, closing; and the days there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.base.dates import day_from_text
from desktop.domain.closing import DayFigures
from desktop.store import closings
from desktop.usecases.closing import (
    Closing,
    DayShares,
    closing_of,
    closing_of_day,
    figures_of_day,
    list_closings,
    open_days,
    shares_of_day,
)
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree

NO_SHARES = DayShares((), (), ())


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day in the list: open, or closed here or at another station."""

    collector: str
    day: str
    amount_fen: int
    receipts: int
    station: str
    """Name of another station; empty for this one."""
    closing: Closing | None = None


@dataclass(frozen=True, slots=True)
class DayOverview:
    """Everything the closing of a day is about. Money in fen."""

    line: DayLine
    figures: DayFigures
    shares: DayShares
    """Empty for another station's day: its own sheet has them."""
    villages: Mapping[str, str]
    """Names of the villages in ``shares``."""

    @property
    def closing(self) -> Closing | None:
        """The closing, None while the day is open."""
        return self.line.closing


def days(desk: Desk) -> tuple[DayLine, ...]:
    """Return the days that wait to be closed, oldest first, then the closed ones, newest first."""
    waiting = tuple(
        DayLine(one.collector, one.day, one.amount_fen, one.receipts, "") for one in open_days(desk)
    )
    return waiting + tuple(_closed(desk, one) for one in list_closings(desk))


def overview(desk: Desk, line: DayLine) -> DayOverview:
    """Return a day as it stands now.

    Raises:
        Refused: ``CLOSING_UNKNOWN``.
    """
    day = day_from_text(line.day)
    if line.station and line.closing is not None:
        closing = closing_of(desk, line.closing.id)
        return DayOverview(_closed(desk, closing), _stated(closing), NO_SHARES, {})
    shares = shares_of_day(desk, line.collector, day)
    known = tree(desk)
    return DayOverview(
        line=_now(desk, line, day),
        figures=figures_of_day(desk, line.collector, day),
        shares=shares,
        villages={one.key: known.short_name(one.key) for one in shares.villages},
    )


def _now(desk: Desk, line: DayLine, day: date) -> DayLine:
    closing = closing_of_day(desk, line.collector, day)
    if closing is not None:
        return _closed(desk, closing)
    figures = figures_of_day(desk, line.collector, day)
    return DayLine(line.collector, line.day, figures.amount_fen, figures.receipts, "")


def _closed(desk: Desk, closing: Closing) -> DayLine:
    other = closing.station != desk.store.station.id
    name = closings.station_name(desk.store.connection, closing.station) if other else ""
    return DayLine(
        closing.collector,
        closing.day,
        closing.amount_fen,
        closing.receipts,
        (name or closing.station[-6:]) if other else "",
        closing,
    )


def _stated(closing: Closing) -> DayFigures:
    return DayFigures(
        methods=closing.methods,
        numbers=closing.numbers,
        receipts=closing.receipts,
        persons=closing.persons,
        voided=closing.voided,
        reversed=closing.reversed,
        late=closing.late,
    )
