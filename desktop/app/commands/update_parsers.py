"""The grammar of `update`: what IT does with a new version of the program."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace

from desktop.app.commands.context import Context


def add(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``update`` and its actions."""
    top = commands.add_parser("update", help="a new version of the program: fetch, prove, install")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, help_ in (
        ("status", "which version runs, and how a newer one stands"),
        ("fetch", "fetch a newer version from the centre; goes on after a cut"),
        ("verify", "prove what was fetched, or FILE with FILE.release beside it"),
        ("apply", "install it, as an administrator, while no window is open"),
        ("back", "install the version before again; data stay as they are"),
        ("sign", "write FILE.release, for whoever publishes the program"),
    ):
        one = actions.add_parser(name, help=help_)
        one.set_defaults(run=_run, doing=name)
        if name in ("verify", "apply", "back"):
            one.add_argument("file", nargs="?", metavar="FILE", help="an installer")
        if name in ("apply", "back"):
            one.add_argument("--print", action="store_true", help="only say what would be run")
        if name == "sign":
            _add_signing(one)


def _add_signing(sign: ArgumentParser) -> None:
    sign.add_argument("file", metavar="FILE", help="an installer: .msi, .exe or .deb")
    sign.add_argument("--version", required=True, metavar="V", help="three numbers, like 0.2.0")
    sign.add_argument("--system", metavar="S", help="windows-x64-msi, windows-x64-setup, …")
    sign.add_argument("--key", metavar="FILE", help="the release key; else in CANBAO_RELEASE_KEY")
    sign.add_argument("--note", default="", metavar="TEXT", help="what is new, in Chinese")
    sign.add_argument("--note-en", default="", metavar="TEXT", help="the same in English")


def _run(context: Context, options: Namespace) -> int:
    # What speaks HTTP is loaded only by who asks for it; by a name that a bundle's maker sees.
    from desktop.app.commands import updates

    doing: int = getattr(updates, options.doing)(context, options)
    return doing
