"""What the centre's commands need of the program that runs them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Protocol

from desktop.base.errors import CanbaoError

DONE = 0
FOUND_WRONG = 1


class Output(Protocol):
    """Where a command finds its folder and writes its results."""

    @property
    def folder(self) -> Path:
        """The centre's folder."""
        ...

    def print(self, result: object) -> None:
        """Write one result line and flush it."""
        ...

    def tell_error(self, error: CanbaoError) -> None:
        """Say to a person what went wrong."""
        ...


Parsers = argparse._SubParsersAction  # noqa: SLF001 - argparse names the type no other way
