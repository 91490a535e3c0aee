"""Move a station to another township over the line to its centre; see `usecases.relocating`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from desktop.base.clock import Clock
from desktop.base.station_settings import StationSettings
from desktop.store.database import Store
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, until_idle
from desktop.usecases.desk import Desk
from desktop.usecases.relocating import check_leaving, make_room, successor
from desktop.wire.protocol import SyncProtocol

Speak = Callable[[Store], AbstractContextManager[SyncProtocol]]
"""Opens the line to the old station's centre on behalf of either station."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the laptop goes."""

    division: str
    code: str
    """IT's one-time code for the new township."""
    name: str = ""
    """Of the new station, as papers show it; empty: its division."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of the station."""

    station: str
    """The new station's id."""
    code: str
    """Its code, as on its receipts."""
    left: str
    """The id of the station that made room."""


def line_of(desk: Desk, clock: Clock, machine: StationSettings) -> Speak:
    """Return how to reach the desk's centre. Raises Refused ``NOT_REGISTERED``."""
    at = contact(desk.store, machine)

    def speak(store: Store) -> AbstractContextManager[SyncProtocol]:
        from desktop.net.client import Client

        return Client(
            at.address,
            identity(store),
            clock,
            centre_key=at.centre_key,
            system_proxy=at.system_proxy,
            ca_file=at.ca_file,
        )

    return speak


def relocate(desk: Desk, folder: Path, wanted: Wanted, speak: Speak, clock: Clock) -> Moved:
    """Send what is unsent, register a successor, let it take the station's place.

    The desk's file is closed at the end; sign in again. May be repeated after any failure.

    Raises:
        Refused: as `check_leaving`; as `desktop.sync.centre.register`.
        Unavailable: the line, the centre or the disk; the station is as it was.
    """
    with speak(desk.store) as server:
        for _ in until_idle(direct(desk.store), server, clock):
            pass
    check_leaving(desk, wanted.division)
    left, address = desk.store.station.id, desk.store.setting("centre.url") or ""
    made = successor(desk, folder, wanted.division, wanted.name)
    try:
        with speak(made) as server:
            registered = register(direct(made), server, address, wanted.code)
        moved = Moved(made.station.id, registered.station_code, left)
        make_room(desk, folder, made)
    finally:
        made.close()
    return moved
