"""Where a centre keeps its county: an encrypted file in its folder, or a PostgreSQL database.

The one place that turns options, environment and configuration into a `Site`; everything else is
handed one, or a folder alone, which means the file in it.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import dataclass, field
from pathlib import Path

DATABASE_VARIABLE = "CANBAO_CENTRE_DATABASE"
COUNTY_VARIABLE = "CANBAO_CENTRE_COUNTY"


@dataclass(frozen=True, slots=True)
class Site:
    """Where a centre is."""

    folder: Path
    """Holds the file, its key and its backups; with PostgreSQL nothing of the county."""
    database: str = field(default="", repr=False)
    """``postgresql://…``, empty for the file. May hold a password, so it is never shown."""
    county: str = ""
    """Which county's centre, where one database holds several; else empty."""


Where = Path | Site


def site_at(where: Where) -> Site:
    """Return ``where`` as a site; a folder alone means the file in it."""
    return where if isinstance(where, Site) else Site(where)


def site_of(folder: Path, options: Namespace) -> Site:
    """Return the site a command is about: its options, else the environment, else the file."""
    database = getattr(options, "database", None) or os.environ.get(DATABASE_VARIABLE, "")
    county = getattr(options, "county", None) or os.environ.get(COUNTY_VARIABLE, "")
    return Site(folder, database, county)


def add_site_options(parser: ArgumentParser) -> None:
    """Add ``--database`` and ``--county`` to every command below ``parser``."""
    below = [action for action in parser._actions if isinstance(action, _SubParsersAction)]  # noqa: SLF001
    for action in below:
        for child in action.choices.values():
            add_site_options(child)
    if below:
        return
    known = parser._option_string_actions  # noqa: SLF001 - argparse tells it no other way
    if "--database" not in known:
        parser.add_argument(
            "--database",
            metavar="URL",
            help=f"postgresql://…, instead of the file in the folder; also ${DATABASE_VARIABLE}",
        )
    if "--county" not in known:
        parser.add_argument(
            "--county",
            metavar="CODE",
            help=f"which, if the database holds several; also ${COUNTY_VARIABLE}",
        )
