"""A register made on the store lane, drawn and sent away on the print lane. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.ui.session import Session
from desktop.usecases.exports import Leaving, whole_register, write_file
from desktop.usecases.registers import Register, RegisterWanted, register

if TYPE_CHECKING:
    from desktop.printing.preview import PageImage

_SCREEN_DPI = 120

Failed = Callable[[Exception], None]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Made:
    """A register as its paper."""

    register: Register
    pdf: bytes
    pages: int
    first: PageImage


@dataclass(frozen=True, slots=True)
class Export:
    """A register that leaves as a file."""

    kind: str
    division: str
    path: Path
    how: Leaving = field(default_factory=Leaving)
    reason: str = ""
    """Why it leaves with whole identity numbers; empty: they are masked."""


class RegisterPapers:
    """Makes registers for one screen; nothing here waits."""

    def __init__(self, session: Session, owner: object) -> None:
        self._session = session
        self._owner = owner

    def make(self, kind: str, division: str, made: Callable[[Made], None], failed: Failed) -> None:
        """Make a register's paper and hand it to ``made``."""
        self._read(
            kind, division, lambda found: self._print(lambda: _drawn(found), made, failed), failed
        )

    def page(
        self, made: Made, place: int, shown: Callable[[PageImage], None], failed: Failed
    ) -> None:
        """Draw one page, from 0, for the screen."""

        def work() -> PageImage:
            from desktop.printing.preview import page_image

            return page_image(made.pdf, place, _SCREEN_DPI)

        self._print(work, shown, failed)

    def print_now(self, made: Made, printed: Callable[[str], None], failed: Failed) -> None:
        """Send the paper to the printer; ``printed`` is told where it went."""

        def work() -> str:
            from desktop.printing.papers import A4, A4_WIDE

            template = made.register.template
            paper = A4_WIDE if template.orientation == "landscape" else A4
            name = f"{template.name}-{made.register.printed_at[:10]}"
            return self._session.spooler.spool(made.pdf, name=name, paper=paper)

        self._print(work, printed, failed)

    def export(self, export: Export, done: Callable[[str], None], failed: Failed) -> None:
        """Write a register to a file: a workbook, text, or its paper, as the name ends."""

        def found(register_: Register) -> None:
            self._print(lambda: _written(register_, export), done, failed)

        if not export.reason:
            self._read(export.kind, export.division, found, failed)
            return
        session = self._session
        wanted = self._wanted(export.kind, export.division)
        session.runner.submit(
            "store",
            lambda: whole_register(session.desk, wanted, export.reason),
            owner=self._owner,
            done=found,
            failed=failed,
        )

    def _wanted(self, kind: str, division: str) -> RegisterWanted:
        session = self._session
        return RegisterWanted(kind, division, session.campaign_year, session.messages.language)

    def _read(
        self, kind: str, division: str, found: Callable[[Register], None], failed: Failed
    ) -> None:
        session = self._session
        wanted = self._wanted(kind, division)

        def work() -> Register | None:
            return session.desk.counting.ask(
                lambda connection: register(session.desk, wanted, connection)
            )

        def read(register_: Register | None) -> None:
            # None: the desk is closing, and nobody waits for it any more.
            if register_ is not None:
                found(register_)

        session.runner.submit("count", work, owner=self._owner, done=read, failed=failed)

    def _print(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Failed
    ) -> None:
        self._session.runner.submit("print", work, owner=self._owner, done=done, failed=failed)


def _drawn(found: Register) -> Made:
    from desktop.printing.preview import page_count, page_image
    from desktop.printing.register import render_register

    pdf = render_register(
        found.template, found.data, printed_at=found.printed_at, lang=found.language
    )
    return Made(found, pdf, page_count(pdf), page_image(pdf, 0, _SCREEN_DPI))


def _written(found: Register, export: Export) -> str:
    write_file(found, export.path, export.how)
    return str(export.path)
