"""`station operator`: let a further person sign in, so that another one can approve."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.app.commands.context import DONE, Context
from desktop.base.errors import Unavailable
from desktop.base.ids import SystemIds
from desktop.usecases.desk import new_password
from desktop.usecases.operators import add_operator


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


def _password(file: str | None) -> str:
    if file is None:
        return ""
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable("PASSWORD_FILE", "the password file cannot be read") from error
