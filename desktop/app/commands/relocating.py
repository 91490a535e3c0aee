"""`station move`: the laptop goes to another township, with what is unsent sent first."""

from __future__ import annotations

from argparse import Namespace

from desktop.app.commands.context import DONE, Context
from desktop.app.relocation import Wanted, line_of, relocate
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused
from desktop.base.station_settings import machine_places, read_settings
from desktop.usecases.drafts import unsaved_by


def move(context: Context, options: Namespace) -> int:
    """Send what is unsent, register the new station, let the old one go, fill the new one."""
    clock, machine = SystemClock(), read_settings(machine_places())
    with context.desk() as desk:
        if (who := unsaved_by(desk)) and not options.leave_drafts:
            raise Refused("MOVE_DRAFT", "entries are not saved", who=", ".join(who))
        speak = line_of(desk, clock, machine)
        wanted = Wanted(options.division, options.code, options.name)
        moved = relocate(desk, context.folder, wanted, speak, clock)
    context.print({"station": moved.station, "station_code": moved.code, "left": moved.left})
    context.tell(context.messages.say("move.done", division=options.division, code=moved.code))
    return DONE
