"""Sheets and registers on their way to the screen, the printer or a file, lane by lane. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.errors import Refused
from desktop.base.files import write_whole
from desktop.ui.session import Session
from desktop.usecases.exports import write_file
from desktop.usecases.forms import Sheet
from desktop.usecases.registers import Register

if TYPE_CHECKING:
    from desktop.printing.preview import PageImage

_SCREEN_DPI = 110

Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as it would come out, and one of its pages for the screen."""

    title: str
    source: Sheet | Register
    pdf: bytes
    pages: int
    at: int
    """Which page ``page`` shows, from 0."""
    page: PageImage


class Documents:
    """Makes, shows, prints and keeps papers for one screen; nothing here waits."""

    def __init__(self, session: Session, owner: object) -> None:
        self._session = session
        self._owner = owner

    def make(
        self,
        ask: Callable[[], Sheet | Register],
        shown: Callable[[Document], None],
        failed: Failed,
    ) -> None:
        """Ask the store what stands on a paper, draw it, hand it to ``shown``."""
        self._session.runner.submit(
            "store",
            ask,
            owner=self._owner,
            done=lambda source: self._draw(source, shown, failed),
            failed=failed,
        )

    def turn(
        self, document: Document, page: int, shown: Callable[[Document], None], failed: Failed
    ) -> None:
        """Draw another page of a document."""

        def work() -> Document:
            from desktop.printing.preview import page_image

            image = page_image(document.pdf, page, _SCREEN_DPI)
            return Document(
                document.title, document.source, document.pdf, document.pages, page, image
            )

        self._session.runner.submit("print", work, owner=self._owner, done=shown, failed=failed)

    def print(self, document: Document, printed: Callable[[str], None], failed: Failed) -> None:
        """Send a document to its printer; ``printed`` is told where it went."""

        def work() -> str:
            from desktop.printing.papers import A4, A4_WIDE

            source = document.source
            wide = isinstance(source, Register) and source.template.orientation == "landscape"
            paper = A4_WIDE if wide else A4
            return self._session.spooler.spool(document.pdf, name=document.title, paper=paper)

        self._session.runner.submit("print", work, owner=self._owner, done=printed, failed=failed)

    def save(
        self, document: Document, path: Path, kept: Callable[[str], None], failed: Failed
    ) -> None:
        """Write a document to a file: PDF, and XLSX where it is a register."""

        def work() -> str:
            _write(document, path)
            return str(path)

        self._session.runner.submit("print", work, owner=self._owner, done=kept, failed=failed)

    def _draw(
        self, source: Sheet | Register, shown: Callable[[Document], None], failed: Failed
    ) -> None:
        def work() -> Document:
            from desktop.printing.preview import page_count, page_image

            pdf = _pdf(source)
            title = source.template.title.of(source.language)
            return Document(title, source, pdf, page_count(pdf), 0, page_image(pdf, 0, _SCREEN_DPI))

        self._session.runner.submit("print", work, owner=self._owner, done=shown, failed=failed)


def _pdf(source: Sheet | Register) -> bytes:
    if isinstance(source, Sheet):
        from desktop.printing.form import render_form

        return render_form(
            source.template, source.data, printed_at=source.printed_at, lang=source.language
        )
    from desktop.printing.register import render_register

    return render_register(
        source.template, source.data, printed_at=source.printed_at, lang=source.language
    )


def _write(document: Document, path: Path) -> None:
    source, ending = document.source, path.suffix.lower()
    if ending != ".pdf" and isinstance(source, Register):
        write_file(source, path)
        return
    if ending != ".pdf":
        raise Refused("FILE_ENDING", "a paper is written as .pdf, a register as .xlsx too",
                      file=path.name)  # fmt: skip
    write_whole(path, document.pdf)
