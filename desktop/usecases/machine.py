"""A station is at home on one computer: a copy of its folder elsewhere is noticed, or moved."""

from __future__ import annotations

from desktop.base.errors import Refused
from desktop.base.machine import machine_mark
from desktop.store.database import Store

_SETTING = "station.machine"


def know_machine(store: Store, machine: str) -> None:
    """Return if the station is at home on ``machine``; at first it is wherever it is opened.

    An empty ``machine`` is not looked at, nor is a training station: it may be handed round.

    Raises:
        Refused: ``STATION_COPIED``; the file is as it was.
    """
    if not machine or store.station.training_day is not None:
        return
    mark, known = machine_mark(store.station.id, machine), store.setting(_SETTING)
    if known is None:
        move_here(store, machine)
    elif known != mark:
        raise Refused("STATION_COPIED", "this data folder belongs to another computer")


def move_here(store: Store, machine: str) -> None:
    """Make ``machine`` the station's home from now on: its folder was moved, not copied."""
    with store.transaction():
        store.set_setting(_SETTING, machine_mark(store.station.id, machine))
