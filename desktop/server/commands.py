"""The command line of the centre: ``server init | run | code | verify | cases | law``."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date

from desktop.base.clock import SystemClock
from desktop.base.dates import day_from_text
from desktop.base.ids import SystemIds
from desktop.server.backup_commands import add_backup_parsers
from desktop.server.config import Config
from desktop.server.configured import add_config_option
from desktop.server.law_commands import add_law_parsers
from desktop.server.list_commands import add_list_parsers
from desktop.server.operator_commands import add_operator_parsers
from desktop.server.output import DONE, FOUND_WRONG, Output, Parsers
from desktop.server.packet_commands import add_packet_parsers
from desktop.server.packs import CentreLaw
from desktop.server.recheck import Recheck, no_recheck
from desktop.server.site import add_site_options, site_of
from desktop.server.update_commands import add_update_parsers, no_keys
from desktop.wire.pack_signature import TrustedKeys


def add_parsers(
    commands: Parsers[ArgumentParser],
    law: Callable[[], CentreLaw],
    recheck: Callable[[], Recheck] = lambda: no_recheck,
    release_keys: Callable[[], TrustedKeys] = no_keys,
) -> None:
    """Add ``server`` and its actions to the program's commands.

    Each sets ``run``, called with an `Output` and the parsed options and returning the exit code,
    and ``kind`` = ``"centre"``, which chooses the default folder. ``recheck`` is called when the
    centre starts, ``law`` when a pack is published: both read the law. ``release_keys`` says whose
    versions of the program are given out.
    """
    server = commands.add_parser("server", help="set up, run or check the county's centre")
    server.set_defaults(kind="centre")
    # Without an action it runs, as its settings say.
    server.set_defaults(run=_run, recheck=recheck, listen=None)
    actions = server.add_subparsers(dest="action", metavar="ACTION")
    init = actions.add_parser("init", help="make the folder a centre; prints the password, once")
    init.add_argument("--county", required=True, metavar="CODE", help="six-digit code")
    init.add_argument("--name", default="", help="as stations show it")
    init.add_argument("--training", action="store_true", help="for training stations only")
    init.add_argument("--date", type=_day, metavar="D", help="the training day, YYYY-MM-DD")
    init.set_defaults(run=_init, parser=init)
    run = actions.add_parser("run", help="answer stations until SIGTERM")
    run.add_argument("--listen", metavar="HOST:PORT", help="default: 127.0.0.1:8443")
    run.set_defaults(run=_run, recheck=recheck)
    code = actions.add_parser("code", help="a one-time registration code for a station")
    code.add_argument("--division", required=True, metavar="CODE")
    code.set_defaults(run=_code)
    actions.add_parser("verify", help="prove chains, order, record and sums").set_defaults(
        run=_verify
    )
    actions.add_parser("cases", help="list what a person must decide").set_defaults(run=_cases)
    add_law_parsers(actions, law)
    add_list_parsers(actions)
    add_packet_parsers(actions, recheck)
    add_update_parsers(actions, release_keys)
    add_backup_parsers(actions)
    add_operator_parsers(actions)
    add_site_options(server)
    add_config_option(server)


def _init(output: Output, options: Namespace) -> int:
    from desktop.server import main

    if options.training != (options.date is not None):
        options.parser.error("--training and --date go together")
    clock, ids = SystemClock(), SystemIds()
    made = main.init(
        site_of(output.folder, options),
        options.county,
        options.date,
        clock=clock,
        ids=ids,
        name=options.name,
    )
    output.print(made)
    return DONE


def _run(output: Output, options: Namespace) -> int:
    from desktop.server import main
    from desktop.server.logs import end_log, log_as

    settings: Config = options.settings
    log = log_as(settings.log)
    try:
        main.run(
            site_of(output.folder, options),
            options.listen or settings.listen,
            announce=lambda address: output.print({"listening": address}),
            clock=SystemClock(),
            ids=SystemIds(),
            recheck=options.recheck,
            config=settings,
        )
    finally:
        end_log(log)
    return DONE


def _code(output: Output, options: Namespace) -> int:
    from desktop.server import main

    code = main.make_code(
        site_of(output.folder, options), options.division, clock=SystemClock(), ids=SystemIds()
    )
    output.print({"code": code})
    return DONE


def _verify(output: Output, options: Namespace) -> int:
    from desktop.server import main

    found = main.verify(site_of(output.folder, options))
    output.print(found)
    return DONE if found["ok"] else FOUND_WRONG


def _cases(output: Output, options: Namespace) -> int:
    from desktop.server import main

    for case in main.cases(site_of(output.folder, options)):
        output.print(case)
    return DONE


def _day(text: str) -> date:
    try:
        return day_from_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a day is written YYYY-MM-DD") from error
