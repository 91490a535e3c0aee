"""A collector's day, open or closed: figures, shares, closing; and the days there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.base.dates import day_from_text
from desktop.domain.closing import DayFigures
from desktop.store import closings
from desktop.store.station_keys import station_name
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
from desktop.usecases.operators import name_of
from desktop.usecases.payments import receipt_of


@dataclass(frozen=True, slots=True)
class HeldPart:
    """How much of another station's closed day this file holds the receipts of. Money in fen.

    A station holds its own townships' receipts: a collector who also served others closed more.
    """

    receipts: int
    amount_fen: int
    stated_receipts: int
    stated_fen: int

    @property
    def whole(self) -> bool:
        """Whether every receipt that was closed is here."""
        held = self.receipts, self.amount_fen
        return held == (self.stated_receipts, self.stated_fen)


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day in the list: open, or closed here or at another station."""

    collector: str
    """What they sign in with."""
    name: str
    """What they are called."""
    day: str
    amount_fen: int
    receipts: int
    station: str
    """Name of another station; empty for this one."""
    closing: Closing | None = None
    closed_by: str = ""
    """What who closed it is called."""
    approved_by: str = ""
    """What who signed it is called; empty before."""


@dataclass(frozen=True, slots=True)
class DayOverview:
    """Everything the closing of a day is about. Money in fen."""

    line: DayLine
    figures: DayFigures
    shares: DayShares
    """Of another station's day: of the receipts held here."""
    villages: Mapping[str, str]
    """Names of the villages in ``shares``."""
    held: HeldPart | None = None
    """How much of another station's day is here; None for this station's own."""

    @property
    def closing(self) -> Closing | None:
        """The closing, None while the day is open."""
        return self.line.closing


def days(desk: Desk) -> tuple[DayLine, ...]:
    """Return the days that wait to be closed, oldest first, then the closed ones, newest first."""
    waiting = tuple(
        _open(desk, one.collector, one.day, one.amount_fen, one.receipts) for one in open_days(desk)
    )
    return waiting + tuple(_closed(desk, one) for one in list_closings(desk))


def overview(desk: Desk, line: DayLine) -> DayOverview:
    """Return a day as it stands now.

    Raises:
        Refused: ``CLOSING_UNKNOWN``.
    """
    day = day_from_text(line.day)
    station = line.closing.station if line.station and line.closing else ""
    figures = figures_of_day(desk, line.collector, day, station)
    shares = shares_of_day(desk, line.collector, day, station)
    known = tree(desk)
    villages = {one.key: known.short_name(one.key) for one in shares.villages}
    if line.station and line.closing is not None:
        closing = closing_of(desk, line.closing.id)
        stated = stated_figures(closing, figures)
        held = held_part(closing, figures)
        return DayOverview(_closed(desk, closing), stated, shares, villages, held)
    return DayOverview(_now(desk, line, day), figures, shares, villages)


def _now(desk: Desk, line: DayLine, day: date) -> DayLine:
    closing = closing_of_day(desk, line.collector, day)
    if closing is not None:
        return _closed(desk, closing)
    figures = figures_of_day(desk, line.collector, day)
    return _open(desk, line.collector, line.day, figures.amount_fen, figures.receipts)


def _open(desk: Desk, collector: str, day: str, amount_fen: int, receipts: int) -> DayLine:
    return DayLine(collector, name_of(desk, collector), day, amount_fen, receipts, "")


def _closed(desk: Desk, closing: Closing) -> DayLine:
    other = closing.station != desk.store.station.id
    collector, closed_by, approved_by = (
        name_of(desk, one, closing.station)
        for one in (closing.collector, closing.closed_by, closing.approved_by)
    )
    return DayLine(
        closing.collector,
        collector,
        closing.day,
        closing.amount_fen,
        closing.receipts,
        station_called(desk, closing) if other else "",
        closing,
        closed_by,
        approved_by,
    )


def station_called(desk: Desk, closing: Closing) -> str:
    """Return what another station is called: as it is known here, or as its receipts say."""
    connection = desk.store.connection
    known = station_name(connection, closing.station)
    if known:
        return known
    held = closings.payments_of_day(connection, closing.station, closing.collector, closing.day)
    if held:
        return receipt_of(desk, held[0]["number"])[0].receipt.station_name
    return closing.station[-6:]


def held_part(closing: Closing, held: DayFigures) -> HeldPart:
    """Return how much of a closed day the receipts held here are."""
    return HeldPart(held.receipts, held.amount_fen, closing.receipts, closing.amount_fen)


def stated_figures(closing: Closing, held: DayFigures) -> DayFigures:
    """Return a closed day's figures as they were signed; differences as far as they are held."""
    return DayFigures(
        methods=closing.methods,
        numbers=closing.numbers,
        receipts=closing.receipts,
        persons=closing.persons,
        voided=closing.voided,
        reversed=closing.reversed,
        late=closing.late,
        differences=held.differences,
        differences_fen=held.differences_fen,
    )
