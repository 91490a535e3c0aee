"""Each command of the centre under its settings: command line, then environment, then file."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.base.errors import CanbaoError
from desktop.server.config import load_config
from desktop.server.output import Output
from desktop.server.site import COUNTY_VARIABLE, DATABASE_VARIABLE

Command = Callable[[Output, Namespace], int]


def add_config_option(server: ArgumentParser) -> None:
    """Add ``--config`` to ``server`` and have every command below it read the settings first.

    Commands find them as ``options.settings``, and their folder, database and county filled in.
    """
    server.add_argument(
        "--config", metavar="FILE", help="settings; also $CANBAO_CENTRE_CONFIG, DIR/centre.toml"
    )
    _wrap(server)


def _wrap(parser: ArgumentParser) -> None:
    command = parser.get_default("run")
    if command is not None:
        parser.set_defaults(run=_configured(command))
    for action in parser._actions:  # noqa: SLF001 - argparse tells it no other way
        if isinstance(action, _SubParsersAction):
            for child in action.choices.values():
                _wrap(child)


def _configured(command: Command) -> Command:
    def run(output: Output, options: Namespace) -> int:
        named = getattr(options, "config", None)
        config = load_config(Path(named) if named else None, output.folder)
        given = getattr(options, "data", None)
        folder = output.folder if given or not config.data else Path(config.data)
        options.settings = config
        for name, variable, set_to in (
            ("database", DATABASE_VARIABLE, config.database),
            ("county", COUNTY_VARIABLE, config.county),
        ):
            if not getattr(options, name, None) and not os.environ.get(variable):
                setattr(options, name, set_to or None)
        return command(_Elsewhere(output, folder), options)

    return run


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """The same output over the folder the settings name."""

    output: Output
    folder: Path

    def print(self, result: object) -> None:
        self.output.print(result)

    def tell_error(self, error: CanbaoError) -> None:
        self.output.tell_error(error)
