"""`station settings`, `station move-here`: what IT set, and where the station is at home."""

from __future__ import annotations

from argparse import Namespace

from desktop.app.commands.context import DONE, Context
from desktop.app.installation import managed_lines
from desktop.base.errors import Unavailable
from desktop.base.machine import machine_id
from desktop.base.station_settings import machine_places
from desktop.usecases.machine import move_here


def station_settings(context: Context, options: Namespace) -> int:
    """Print each setting, its value, and which place of IT's it comes from."""
    del options
    for line in managed_lines(machine_places()):
        context.print(line)
    return DONE


def station_move_here(context: Context, options: Namespace) -> int:
    """Let the folder, moved from another computer, be opened on this one from now on."""
    del options
    machine = machine_id()
    if not machine:
        raise Unavailable("MACHINE_UNKNOWN", "the system does not say which computer this is")
    with context.desk(moved=True) as desk:
        move_here(desk.store, machine)
        context.print({"station": desk.store.station.id, "moved": True})
    return DONE
