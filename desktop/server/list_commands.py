"""``server list employee | death FILE.csv`` and ``server filter``: who is listed in the county."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.server.output import DONE, FOUND_WRONG, Output, Parsers
from desktop.server.site import site_of


def add_list_parsers(actions: Parsers[ArgumentParser]) -> None:
    """Add ``list`` and ``filter`` to the centre's actions."""
    below = actions.add_parser(
        "list", help="take in a list of identity numbers, of which only keyed hashes are kept"
    )
    below.add_argument("kind", choices=("employee", "death"), help="insured as employees; died")
    below.add_argument("file", metavar="FILE.csv", help="the whole list as it stands now")
    below.set_defaults(run=_list)
    publish = actions.add_parser("filter", help="publish the county's filter now")
    publish.add_argument(
        "--new-secret",
        action="store_true",
        help="after a station was stolen: make it anew; lists must be taken in again",
    )
    publish.set_defaults(run=_filter)


def _list(output: Output, options: Namespace) -> int:
    from desktop.server import main

    taken = main.list_people(
        site_of(output.folder, options), options.kind, Path(options.file), ids=SystemIds()
    )
    output.print({"list": options.kind, "file": options.file, **taken})
    return FOUND_WRONG if taken["unreadable"] else DONE


def _filter(output: Output, options: Namespace) -> int:
    from desktop.server import main

    clock, ids = SystemClock(), SystemIds()
    output.print(
        main.publish_filter(
            site_of(output.folder, options), clock=clock, ids=ids, new_secret=options.new_secret
        )
    )
    return DONE
