"""`station proxy`: the way to the centre, shown, chosen and tried."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.app.commands.context import DONE, Context
from desktop.base.clock import SystemClock
from desktop.base.errors import Unavailable
from desktop.base.station_settings import machine_places, read_settings
from desktop.usecases.proxy import choose_proxy, proxy_here


def proxy(context: Context, options: Namespace) -> int:
    """Keep another way if one is named, ask the centre if that is wanted, print what holds."""
    machine = read_settings(machine_places())
    with context.desk() as desk:
        if options.way is not None:
            password = _password(options.proxy_password_file)
            choose_proxy(desk, machine, options.way, options.user, password)
        here = proxy_here(desk, machine)
        shown: dict[str, object] = {
            "proxy": here.text,
            "user": here.user,
            "has_password": here.has_password,
            "by": "it" if here.by_it else "station",
        }
        if options.test:
            from desktop.sync.centre import contact
            from desktop.sync.engine import direct
            from desktop.sync.operators import try_line

            with contact(desk.store, machine).client(SystemClock()) as client:
                try_line(direct(desk.store), client)
            shown["answered"] = True
    context.print(shown)
    return DONE


def _password(file: str | None) -> str | None:
    if file is None:
        return None
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable("PASSWORD_FILE", "the password file cannot be read") from error
