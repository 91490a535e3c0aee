"""Which villages a station has to do with."""

from __future__ import annotations

from desktop.store import register
from desktop.usecases.desk import Desk


def known_divisions(desk: Desk) -> tuple[str, ...]:
    """Return the divisions of the station's own scope in which the register has a household."""
    return tuple(register.divisions_under(desk.store.connection, desk.store.station.division))
