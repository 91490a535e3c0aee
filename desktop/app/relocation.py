"""Move a station to another township over the line to its centre; see `usecases.relocating`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from desktop.base.clock import Clock
from desktop.base.errors import Refused
from desktop.base.station_settings import StationSettings
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import StoreLane, direct, until_idle
from desktop.usecases.desk import Desk
from desktop.usecases.relocating import (
    Moved,
    Wanted,
    check_leaving,
    clear_out,
    hand_over,
    successor,
)
from desktop.wire.protocol import SyncProtocol

__all__ = ["Moved", "Speak", "Told", "Wanted", "line_of", "relocate", "settle_move"]

T = TypeVar("T")

Speak = Callable[[Store], AbstractContextManager[SyncProtocol]]
"""Opens the line to the old station's centre on behalf of either station, on the store's lane."""

Told = Callable[[int], bool]
"""Hears, between two steps, how many events still wait; tells whether to go on."""


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
            proxy=at.proxy,
            ca_file=at.ca_file,
        )

    return speak


def relocate(desk: Desk, folder: Path, wanted: Wanted, speak: Speak, clock: Clock) -> Moved:
    """Send what is unsent, register a successor, let it take the station's place.

    The desk's file is closed at the end; sign in again. May be repeated after any failure.

    Raises:
        Refused, Unavailable: as `settle_move`; the station is as it was. As
            `desktop.usecases.relocating.clear_out`: the next start finishes it.
    """
    moved = settle_move(desk, folder, wanted, speak, clock, direct(desk.store))
    clear_out(desk, folder)
    return moved


def settle_move(
    desk: Desk,
    folder: Path,
    wanted: Wanted,
    speak: Speak,
    clock: Clock,
    in_store: StoreLane,
    told: Told = lambda _pending: True,
) -> Moved:
    """Do everything of a move but the last step: `desktop.usecases.relocating.clear_out`.

    Runs where it may wait for the line; the files are used on the store's lane alone.

    Raises:
        Refused: as `check_leaving`; as `desktop.sync.centre.register`; ``CANCELLED``.
        Unavailable: the line, the centre or the disk; the station is as it was.
    """
    _send_all(in_store, speak, clock, told)
    left, address = in_store(lambda store: (store.station.id, store.setting("centre.url") or ""))

    def begin(_store: Store) -> Store:
        check_leaving(desk, wanted.division)
        return successor(desk, folder, wanted.division, wanted.name)

    made = in_store(begin)

    def in_made(work: Callable[[Store], T]) -> T:
        return in_store(lambda _store: work(made))

    try:
        with in_made(speak) as server:
            registered = register(in_made, server, address, wanted.code)
        station = in_made(lambda store: store.station.id)
        in_store(lambda _store: hand_over(desk, folder, made))
    finally:
        in_made(Store.close)
    return Moved(station, registered.station_code, left)


def _send_all(in_store: StoreLane, speak: Speak, clock: Clock, told: Told) -> None:
    """Exchange until nothing is left. Raises Refused ``CANCELLED`` if told to stop."""
    _go_on(told, in_store(exchange.pending_count))
    with in_store(speak) as server:
        for report in until_idle(in_store, server, clock):
            _go_on(told, report.pending)


def _go_on(told: Told, pending: int) -> None:
    if not told(pending):
        raise Refused("CANCELLED", "the move was stopped; nothing has changed")
