"""``server law publish | list``: the packs a centre gives out to its stations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.clock import SystemClock
from desktop.server.output import DONE, Output, Parsers
from desktop.server.site import site_of

if TYPE_CHECKING:
    from desktop.server.packs import CentreLaw


def add_law_parsers(actions: Parsers[ArgumentParser], law: Callable[[], CentreLaw]) -> None:
    """Add ``law`` to the centre's actions; ``law`` is called when a pack is to be checked."""
    top = actions.add_parser("law", help="law packs given out to every station of the county")
    below = top.add_subparsers(dest="law_action", metavar="WHAT", required=True)
    publish = below.add_parser("publish", help="check a signed pack file and give it out")
    publish.add_argument("file", metavar="FILE.lawpack")
    publish.set_defaults(run=_publish, law=law)
    list_ = below.add_parser("list", help="what was published, oldest first")
    list_.set_defaults(run=_list)


def _publish(output: Output, options: Namespace) -> int:
    from desktop.server import main

    done = main.publish_law(
        site_of(output.folder, options), Path(options.file), options.law(), clock=SystemClock()
    )
    output.print({"file": options.file, **done})
    return DONE


def _list(output: Output, options: Namespace) -> int:
    from desktop.server import main

    for one in main.published_law(site_of(output.folder, options)):
        output.print(one)
    return DONE
