"""`station operator`, `operators`, `password`: who signs in here, and with which password."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.app.commands.context import DONE, Context
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SystemIds
from desktop.usecases.desk import new_password
from desktop.usecases.operators import add_operator, change_password, operators_here


def add(context: Context, options: Namespace) -> int:
    """Add an operator; prints, once, the password that was made up if none was given."""
    given = _password(options.new_password_file)
    password = given or new_password(SystemIds())
    with context.desk() as desk:
        add_operator(
            desk,
            context.folder,
            options.name,
            options.role,
            display_name=options.display_name or options.name,
            password=password,
        )
    added = {"operator": options.name, "role": options.role}
    context.print(added | ({} if given else {"password": password}))
    return DONE


def list_all(context: Context, options: Namespace) -> int:
    """Print who may sign in here, in which role, by whose word, and whether they are locked."""
    del options
    with context.desk() as desk:
        for one in operators_here(desk, context.folder):
            context.print(
                {
                    "operator": one.operator,
                    "display_name": one.display_name,
                    "role": one.role,
                    "state": one.state,
                    "by": "centre" if one.by_centre else "station",
                }
            )
    return DONE


def change(context: Context, options: Namespace) -> int:
    """Give whoever signs in a new password here; needs no line, as the sign-in needs none."""
    new = _password(options.new_password_file)
    if not context.operator:
        raise Refused("OPERATOR_UNKNOWN", "say whose password with --operator")
    with context.desk() as desk:
        change_password(desk, context.folder, context.password(), new, SystemClock())
    context.print({"operator": context.operator, "changed": True})
    return DONE


def _password(file: str | None) -> str:
    if file is None:
        return ""
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable("PASSWORD_FILE", "the password file cannot be read") from error
