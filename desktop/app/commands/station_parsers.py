"""The grammar of `station`, `sync` and `packet`: the station itself and its way to the centre."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from typing import get_args

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its own type no other name


def add(
    commands: Commands[ArgumentParser],
    day: Callable[[str], date],
) -> None:
    """Add the commands; ``day`` reads a day."""
    from desktop.app.commands import exchange

    station = commands.add_parser("station", help="set up, register or show this station")
    actions = station.add_subparsers(dest="action", metavar="ACTION", required=True)
    _setting_up(actions, day)
    _operators(actions)
    _at_home(actions)
    sync = commands.add_parser("sync", help="exchange events with the centre")
    often = sync.add_mutually_exclusive_group()
    often.add_argument("--once", action="store_true", help="one exchange")
    often.add_argument("--until-idle", action="store_true", help="until nothing is left (default)")
    often.add_argument(
        "--compare", action="store_true", help="hold the feed to the centre's, mend what differs"
    )
    sync.set_defaults(run=exchange.sync)
    _packets(commands)


def _setting_up(actions: Commands[ArgumentParser], day: Callable[[str], date]) -> None:
    from desktop.app.commands import exchange, files
    from desktop.domain.facts import Role

    init = actions.add_parser("init", help="make the folder a station")
    init.add_argument("--division", required=True, metavar="CODE")
    init.add_argument("--name", metavar="NAME", help="as papers show it")
    init.add_argument("--display-name", metavar="NAME", help="the first operator's, as on papers")
    init.add_argument("--training", action="store_true", help="invented residents, its own date")
    init.add_argument("--date", type=day, metavar="D", help="the training day, YYYY-MM-DD")
    init.add_argument(
        "--role", choices=get_args(Role), default="clerk", help="the first operator's"
    )
    init.set_defaults(run=files.station_init)
    register = actions.add_parser("register", help="make the station known to its centre")
    register.add_argument("--centre", metavar="URL", help="default: what IT set")
    register.add_argument("--code", metavar="CODE", help="default: what IT set")
    register.set_defaults(run=exchange.register_station)
    status = actions.add_parser("status", help="show where the station stands")
    status.set_defaults(run=files.station_status)


def _operators(actions: Commands[ArgumentParser]) -> None:
    from desktop.app.commands import operators
    from desktop.domain.facts import Role

    operator = actions.add_parser("operator", help="let a further person sign in here")
    operator.add_argument("name", metavar="NAME")
    operator.add_argument("--role", choices=get_args(Role), required=True)
    operator.add_argument("--display-name", metavar="NAME", help="as on papers")
    operator.add_argument("--new-password-file", metavar="FILE", help="else one is made up")
    operator.set_defaults(run=operators.add)
    people = actions.add_parser("operators", help="who may sign in here, and who is locked")
    people.set_defaults(run=operators.list_all)
    password = actions.add_parser("password", help="change one's own password at this station")
    password.add_argument("--new-password-file", metavar="FILE", required=True)
    password.set_defaults(run=operators.change)


def _at_home(actions: Commands[ArgumentParser]) -> None:
    from desktop.app.commands import installing, proxies, relocating

    set_ = actions.add_parser("settings", help="what IT set, and where each value comes from")
    set_.set_defaults(run=installing.station_settings)
    way = actions.add_parser("proxy", help="the way to the centre: shown, chosen, tried")
    way.add_argument(
        "way", nargs="?", metavar="WAY", help="none, system or http://host:port; without: show"
    )
    way.add_argument("--user", default="", metavar="NAME", help="where the proxy wants one")
    way.add_argument("--proxy-password-file", metavar="FILE", help="default: the one kept here")
    way.add_argument("--test", action="store_true", help="ask the centre, too")
    way.set_defaults(run=proxies.proxy)
    move = actions.add_parser("move-here", help="this computer is the moved folder's home now")
    move.set_defaults(run=installing.station_move_here)
    away = actions.add_parser("move", help="make this the station of another township")
    away.add_argument("--division", required=True, metavar="CODE")
    away.add_argument("--code", required=True, metavar="CODE", help="IT's for the new township")
    away.add_argument("--name", default="", metavar="NAME", help="as papers show it")
    away.add_argument(
        "--leave-drafts", action="store_true", help="though entries nobody saved are lost"
    )
    away.set_defaults(run=relocating.move)


def _packets(commands: Commands[ArgumentParser]) -> None:
    from desktop.app.commands import packets

    top = commands.add_parser("packet", help="exchange with the centre by USB stick")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, help_, command in (
        ("out", "write everything pending into a packet; a folder gets one named for this station",
         packets.packet_out),
        ("in", "take the centre's answer in", packets.packet_in),
    ):  # fmt: skip
        one = actions.add_parser(name, help=help_)
        one.add_argument("file", metavar="FILE")
        one.set_defaults(run=command)
    stick = actions.add_parser("stick", help="both: answers in a folder first, then the packet")
    stick.add_argument("folder", metavar="DIR")
    stick.set_defaults(run=packets.packet_stick)
