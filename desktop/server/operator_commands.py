"""``server operator add | role | lock | unlock | password | list | changes``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from desktop.base.clock import SystemClock, instant_text
from desktop.base.errors import Unavailable
from desktop.base.ids import SystemIds
from desktop.domain.facts import Role
from desktop.server.output import DONE, Output, Parsers
from desktop.server.site import site_of
from desktop.sqlite.connection import Connection

if TYPE_CHECKING:
    from desktop.server.directory import By


def add_operator_parsers(actions: Parsers[ArgumentParser]) -> None:
    """Add ``operator`` to the centre's actions."""
    top = actions.add_parser("operator", help="who may sign in at the county's stations")
    below = top.add_subparsers(dest="operator_action", metavar="WHAT", required=True)
    add = below.add_parser("add", help="enter a person; prints the password if one was made up")
    add.add_argument("--display-name", default="", metavar="NAME", help="as on papers")
    add.add_argument("--role", choices=get_args(Role), required=True)
    add.add_argument("--division", metavar="CODE", help="default: every station of the county")
    role = below.add_parser("role", help="give a person another role")
    role.add_argument("--role", choices=get_args(Role), required=True)
    lock = below.add_parser("lock", help="let a person sign in nowhere any more")
    unlock = below.add_parser("unlock", help="let a person in again")
    password = below.add_parser("password", help="give a person a new password")
    for one in (add, password):
        one.add_argument("--new-password-file", metavar="FILE", help="else one is made up")
    for one, command in (
        (add, _add), (role, _role), (lock, _state("locked")), (unlock, _state("active")),
        (password, _password),
    ):  # fmt: skip
        one.add_argument("name", metavar="NAME")
        one.add_argument("--by", default="", metavar="WHO", help="who decided it; kept in the list")
        one.set_defaults(run=command)
    below.add_parser("list", help="everybody, with role, place and state").set_defaults(run=_list)
    below.add_parser("changes", help="who changed what for whom").set_defaults(run=_changes)


def _add(output: Output, options: Namespace) -> int:
    from desktop.server import directory

    password, made_up = _password_for(options)
    with _county(output, options) as (connection, county):
        who = directory.Person(
            options.name, options.display_name, options.role, options.division or county
        )
        directory.add(connection, county, who, password, _by(options), SystemIds())
    output.print({"operator": options.name, "role": options.role, **made_up})
    return DONE


def _role(output: Output, options: Namespace) -> int:
    from desktop.server import directory

    with _county(output, options) as (connection, county):
        directory.set_role(connection, county, options.name, options.role, _by(options))
    output.print({"operator": options.name, "role": options.role})
    return DONE


def _state(state: str) -> Callable[[Output, Namespace], int]:
    def change(output: Output, options: Namespace) -> int:
        from desktop.server import directory

        with _county(output, options) as (connection, county):
            directory.set_state(connection, county, options.name, state, _by(options))
        output.print({"operator": options.name, "state": state})
        return DONE

    return change


def _password(output: Output, options: Namespace) -> int:
    from desktop.server import directory

    password, made_up = _password_for(options)
    with _county(output, options) as (connection, county):
        directory.set_password(
            connection, county, options.name, password, _by(options), SystemIds()
        )
    output.print({"operator": options.name, **made_up})
    return DONE


def _list(output: Output, options: Namespace) -> int:
    from desktop.server import directory

    with _county(output, options) as (connection, county):
        for one in directory.people(connection, county):
            output.print(one)
    return DONE


def _changes(output: Output, options: Namespace) -> int:
    from desktop.server import directory

    with _county(output, options) as (connection, county):
        for one in directory.changes(connection, county):
            output.print(one)
    return DONE


@contextmanager
def _county(output: Output, options: Namespace) -> Iterator[tuple[Connection, str]]:
    """Open the centre and give its connection and county, in one transaction."""
    from desktop.server.database import open_centre

    database = open_centre(site_of(output.folder, options))
    try:
        with database.transaction():
            yield database.connection, database.centre.county
    finally:
        database.close()


def _by(options: Namespace) -> By:
    from desktop.server.directory import By

    return By(options.by, instant_text(SystemClock().now()))


def _password_for(options: Namespace) -> tuple[str, dict[str, str]]:
    """Return the password, and what to print of it: only one that was made up here."""
    from desktop.server.accounts import new_password

    if options.new_password_file is None:
        password = new_password(SystemIds())
        return password, {"password": password}
    try:
        text = Path(options.new_password_file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable("PASSWORD_FILE", "the password file cannot be read") from error
    return text.rstrip("\r\n"), {}
