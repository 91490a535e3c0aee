"""The way out of a sign-in that has expired: exchange with the right password, then sign in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.base.clock import SystemClock
from desktop.base.errors import CanbaoError, Refused
from desktop.base.ids import SystemIds

T = TypeVar("T")

WAYS_OUT = ("SIGN_IN_EXPIRED", "OPERATOR_BARRED")
"""Refusals that an exchange may lift: the centre was not heard, or has changed its mind."""


def signed_in(folder: Path, operator: str, password: str, sign_in: Callable[[], T]) -> T:
    """Return what ``sign_in`` returns; where an exchange is what it lacks, after one.

    Raises:
        CanbaoError: as ``sign_in``. Where the centre could not be asked, its first refusal stands.
    """
    try:
        return sign_in()
    except Refused as error:
        if error.code not in WAYS_OUT:
            raise
        try:
            exchange_first(folder, operator, password)
        except CanbaoError:
            raise error from None
        return sign_in()


def exchange_first(folder: Path, operator: str, password: str) -> None:
    """Exchange with the centre until nothing is left, and hear who may sign in.

    Raises:
        Refused: ``NOT_REGISTERED``; as `desktop.sync.engine.until_idle`.
        Unavailable: the line, the centre, the disk.
    """
    from desktop.app.law import shipped_law
    from desktop.base.station_settings import machine_places, read_settings
    from desktop.sync.centre import contact
    from desktop.sync.engine import direct, until_idle
    from desktop.sync.operators import bring_operators
    from desktop.usecases.desk import open_to_exchange

    clock, machine = SystemClock(), read_settings(machine_places())
    desk = open_to_exchange(
        folder, operator, password, law=shipped_law(), clock=clock, ids=SystemIds()
    )
    try:
        with contact(desk.store, machine).client(clock) as client:
            for _ in until_idle(direct(desk.store), client, clock):
                pass
            bring_operators(direct(desk.store), client)
    finally:
        desk.store.close()
