"""On which legal day money is booked, and whether the clock can be believed."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.base.clock import instant_from_text
from desktop.base.errors import Refused
from desktop.store import closings
from desktop.usecases.desk import Desk

CLOCK_SLACK = timedelta(minutes=2)
"""How far the machine may step back without being called wrong: time servers do that."""

_DAYS_AHEAD_MAX = 7


def booking_day(desk: Desk) -> tuple[date, bool]:
    """Return the day money taken now counts in, and whether it is late for its own day.

    A closed day is closed: what comes after it belongs to the collector's next open day.

    Raises:
        Refused: ``CLOCK_BACK`` if the machine's clock stands before the last event of this
            station; ``DAYS_CLOSED`` if the days ahead are closed too.
    """
    _check_clock(desk)
    today = desk.today
    for ahead in range(_DAYS_AHEAD_MAX):
        day = today + timedelta(days=ahead)
        closed = closings.closing(
            desk.store.connection, desk.store.station.id, desk.operator, day.isoformat()
        )
        if closed is None:
            return day, ahead > 0
    raise Refused("DAYS_CLOSED", "the days ahead are closed already", day=today.isoformat())


def _check_clock(desk: Desk) -> None:
    if desk.store.station.training_day is not None:
        # A training day has no end: its clock starts anew every midnight.
        return
    last = closings.last_booked(desk.store.connection, desk.store.station.id)
    if not last:
        return
    now = desk.store.clock.now()
    if now + CLOCK_SLACK < instant_from_text(last):
        raise Refused("CLOCK_BACK", "the clock stands before the last entry", last=last)
