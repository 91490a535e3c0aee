"""What every command shares: its options, its sign-in, its output and its exit codes.

Results are JSON lines on standard output, each flushed as soon as what it says is durable; words
for people go to standard error.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TextIO

import msgspec

from desktop.app.law import shipped_law
from desktop.app.paths import data_folder
from desktop.app.upgrade_mark import minding_upgrade
from desktop.base.clock import SystemClock
from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.base.ids import SystemIds
from desktop.base.machine import machine_id
from desktop.domain.codes import Language
from desktop.policy import LawRefused
from desktop.ui.messages import Messages
from desktop.usecases.desk import Desk, open_desk, open_to_exchange, open_training_desk

DONE = 0
DONE_WITH_REFUSALS = 1
USAGE = 2
NOTHING_DONE = 3

PASSWORD_VARIABLE = "CANBAO_PASSWORD"  # noqa: S105 - the variable's name, not a password
LINE_BYTES_MAX = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Context:
    """The common options, and where results go."""

    folder: Path
    operator: str
    password_file: Path | None
    language: Language
    out: BinaryIO

    @classmethod
    def of(cls, options: Namespace, kind: str = "station") -> Context:
        """Return the context of parsed options; ``kind`` chooses the default folder."""
        folder = Path(options.data) if options.data else data_folder(kind)
        password_file = Path(options.password_file) if options.password_file else None
        operator = options.operator or ""
        return cls(folder, operator, password_file, options.lang, _out())

    @property
    def messages(self) -> Messages:
        """The words of the chosen language."""
        return Messages(self.language)

    def password(self) -> str:
        """Return the operator's password.

        Raises:
            Refused: ``PASSWORD_MISSING``.
            Unavailable: ``PASSWORD_FILE`` cannot be read.
        """
        if self.password_file is not None:
            try:
                return self.password_file.read_text(encoding="utf-8").rstrip("\r\n")
            except (OSError, UnicodeDecodeError) as error:
                raise Unavailable("PASSWORD_FILE", "the password file cannot be read") from error
        password = os.environ.get(PASSWORD_VARIABLE)
        if not password:
            raise Refused("PASSWORD_MISSING", f"no password: set {PASSWORD_VARIABLE}")
        return password

    @contextmanager
    def desk(self, *, moved: bool = False, to_exchange: bool = False) -> Iterator[Desk]:
        """Open the station as the named operator, or as the training station's own.

        ``moved``: do not ask whether the file is at home on this computer. ``to_exchange``: only
        to speak to the centre, also where a sign-in has expired.
        """
        clock, ids, law = SystemClock(), SystemIds(), shipped_law()
        with minding_upgrade(self.folder):
            if self.operator and to_exchange:
                desk = open_to_exchange(
                    self.folder, self.operator, self.password(), law=law, clock=clock, ids=ids
                )
            elif self.operator:
                desk = open_desk(
                    self.folder, self.operator, self.password(), law=law, clock=clock, ids=ids,
                    machine="" if moved else machine_id(),
                )  # fmt: skip
            else:
                desk = open_training_desk(self.folder, law=law, clock=clock, ids=ids)
        try:
            yield desk
        finally:
            desk.store.close()

    def print(self, result: object) -> None:
        """Write one result line and flush it: whoever reads it may rely on it."""
        self.out.write(msgspec.json.encode(result) + b"\n")
        self.out.flush()

    def tell(self, words: str) -> None:
        """Say something to a person."""
        print(words, file=sys.stderr, flush=True)  # noqa: T201 - standard error is for people

    def tell_error(self, error: CanbaoError) -> None:
        """Say what went wrong, in the words of the screens, with its stable code."""
        self.tell(f"{self.messages.error(error)} [{error.code}]")
        if isinstance(error, LawRefused):
            # A pack's author needs the line and what to change there.
            self.tell(error.message)


def _out() -> BinaryIO:
    """Return where results go; a windowed program on Windows has no standard output."""
    stream: TextIO | None = sys.stdout
    return BytesIO() if stream is None else stream.buffer


def json_lines(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield each non-blank line of ``source`` with its number; an endless line is cut off."""
    number = 0
    while line := source.readline(LINE_BYTES_MAX + 1):
        number += 1
        if len(line) > LINE_BYTES_MAX:
            while line and not line.endswith(b"\n"):
                line = source.readline(LINE_BYTES_MAX)
            yield number, b""
        elif line.strip():
            yield number, line
