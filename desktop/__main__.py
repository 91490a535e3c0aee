"""``python -m desktop``: the window without a command, else the command named.

The only module above both the desk and the centre, and so the place where the demo joins them.
"""

from __future__ import annotations

import io
import multiprocessing
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from desktop.app import cli
from desktop.app.commands.context import Context
from desktop.app.law import shipped_law, trusted_keys
from desktop.server import commands as server_commands
from desktop.server.packs import CentreLaw
from desktop.server.recheck import recheck_from
from desktop.wire.pack_signature import TrustedKeys

_recheck = partial(recheck_from, shipped_law, trusted_keys)
"""Made of functions that the centre's other processes can import: this module they cannot."""


def main(arguments: list[str]) -> int:
    """Run what ``arguments`` ask for and return the exit code."""
    _speak_any_character()
    top, commands = cli.parser()
    server_commands.add_parsers(commands, _law, recheck=_recheck, release_keys=_release_keys)
    demo = commands.add_parser("demo", help="the main job on a fresh training desk and centre")
    demo.add_argument("--headless", action="store_true", help="do the job itself, offscreen")
    demo.set_defaults(run=_demo, kind="demo")
    options = top.parse_args(arguments)
    if options.command is None:
        options.run = _without_command(options)
    return cli.run(options)


def _without_command(options: Namespace) -> cli.Command:
    """Return what runs when no command is named: the window, or what an installer asks."""
    if options.uninstall_check or options.idle_check:
        from desktop.app.commands.uninstalling import idle_check, uninstall_check

        return uninstall_check if options.uninstall_check else idle_check
    return _self_test if options.self_test else _window


def _speak_any_character() -> None:
    """Let words for people pass through a console whose code page lacks some of them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _law() -> CentreLaw:
    return CentreLaw(shipped_law(), trusted_keys())


def _release_keys() -> TrustedKeys:
    from desktop.app.releases import release_keys

    return release_keys()


def _window(context: Context, options: Namespace) -> int:
    del options
    from desktop.app.window import run_window

    return run_window(context.folder)


def _demo(context: Context, options: Namespace) -> int:
    """Set a centre and a training desk up in one folder, and show or do the main job there."""
    import tempfile

    from desktop.app.demo import run_demo

    # Always a fresh folder: the demo is the same every time, and never touches a station's data.
    folder = context.folder if options.data else Path(tempfile.mkdtemp(prefix="canbao-demo-"))
    with _training_centre(folder / "centre") as (address, code):
        return run_demo(context, folder, address, code, headless=options.headless)


def _self_test(context: Context, options: Namespace) -> int:
    """Prove this installation, and say what was found."""
    from desktop.app.self_test.command import self_test

    return self_test(context, options, _training_centre)


@contextmanager
def _training_centre(data: Path) -> Iterator[tuple[str, str]]:
    """Run the training county's centre in ``data``; give its address and a registration code."""
    from desktop.app.demo import TRAINING_DAY
    from desktop.base.clock import SystemClock
    from desktop.base.ids import SystemIds
    from desktop.domain.invented import DIVISION
    from desktop.server import main as centre
    from desktop.server.serving import EmbeddedCentre

    clock, ids = SystemClock(), SystemIds()
    centre.init(data, DIVISION, TRAINING_DAY, clock=clock, ids=ids, name="培训县医疗保障局")
    code = centre.make_code(data, DIVISION, clock=clock, ids=ids)
    with EmbeddedCentre(data, recheck=_recheck()) as running:
        yield running.address, code


if __name__ == "__main__":
    # A bundled program that is started as one of the centre's processes goes on from here.
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
