"""A receipt on its way to the screen and to the printer, lane by lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.session import Session
from desktop.usecases.papers import ReceiptPaper, receipt_paper
from desktop.usecases.print_queue import PrintTicket, begin_print, came_out, stayed

if TYPE_CHECKING:
    from desktop.printing.archive import PaperHash
    from desktop.printing.preview import PageImage
    from desktop.printing.receipt_sheets import ReceiptSheets

_SCREEN_DPI = 160

Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A receipt ready for its paper, and its first page for the screen."""

    paper: ReceiptPaper
    sheets: ReceiptSheets
    page: PageImage


class ReceiptPapers:
    """Shows and prints receipts for one screen; nothing here waits."""

    def __init__(self, session: Session, owner: object) -> None:
        self._session = session
        self._owner = owner
        self.queue_changed: Callable[[], None] = lambda: None
        """Called when a paper came out, or stays in the queue."""

    def preview(self, number: str, shown: Callable[[Rendered], None], failed: Failed) -> None:
        """Make the receipt's page, on the paper it would come out on, and hand it to ``shown``."""
        sheet = self._session.printing().receipt_paper
        self._session.runner.submit(
            "store",
            lambda: receipt_paper(self._session.desk, number, self._session.messages.language),
            owner=self._owner,
            done=lambda paper: self._render(paper, sheet, shown, failed),
            failed=failed,
        )

    def print_now(
        self,
        number: str,
        shown: Callable[[Rendered], None],
        printed: Callable[[str], None],
        failed: Failed,
    ) -> None:
        """Show the receipt, print it, and count the print; ``printed`` is told where it went.

        The print is noted before anything is drawn: what does not come out, for whatever reason,
        stays in the print queue.
        """
        session = self._session

        def stuck(ticket: PrintTicket, error: Exception) -> None:
            def kept(_: object) -> None:
                self.queue_changed()
                failed(error)

            session.runner.submit(
                "store",
                lambda: stayed(session.desk, ticket.job, error),
                owner=self._owner,
                done=kept,
                failed=failed,
            )

        def ready(ticket: PrintTicket, rendered: Rendered) -> None:
            shown(rendered)
            self._spool(ticket, rendered, printed, lambda error: stuck(ticket, error), failed)

        def begun(ticket: PrintTicket) -> None:
            self._render(
                ticket.paper,
                ticket.sheet,
                lambda rendered: ready(ticket, rendered),
                lambda error: stuck(ticket, error),
            )

        sheet = session.printing().receipt_paper
        session.runner.submit(
            "store",
            lambda: begin_print(session.desk, number, sheet, session.messages.language),
            owner=self._owner,
            done=begun,
            failed=failed,
        )

    def _render(
        self, paper: ReceiptPaper, sheet: str, shown: Callable[[Rendered], None], failed: Failed
    ) -> None:
        def work() -> Rendered:
            from desktop.printing.preview import page_image
            from desktop.printing.receipt_sheets import receipt_sheets

            made = receipt_sheets(
                paper.receipt,
                code=paper.code,
                printed_at=paper.printed_at,
                paper=sheet,
                copy=paper.copy,
                lang=paper.language,
            )
            return Rendered(paper, made, page_image(made.pdf, 0, _SCREEN_DPI))

        self._session.runner.submit("print", work, owner=self._owner, done=shown, failed=failed)

    def _spool(
        self,
        ticket: PrintTicket,
        rendered: Rendered,
        printed: Callable[[str], None],
        stuck: Failed,
        failed: Failed,
    ) -> None:
        number, copy, sheets = ticket.paper.receipt.number, ticket.paper.copy, rendered.sheets

        def work() -> str:
            name = f"{number}-{copy}" if copy > 1 else number
            return self._session.spooler.spool(
                sheets.pdf, name=name, paper=sheets.paper, written=sheets.written
            )

        def came(where: str) -> None:
            self._session.runner.submit(
                "store",
                lambda: came_out(self._session.desk, ticket.job, where),
                owner=self._owner,
                done=lambda _: done(where),
                failed=failed,
            )

        def done(where: str) -> None:
            self.queue_changed()
            printed(where)
            if copy == 1:
                self._archive(ticket.paper, failed)

        self._session.runner.submit("print", work, owner=self._owner, done=came, failed=stuck)

    def _archive(self, paper: ReceiptPaper, failed: Failed) -> None:
        """Keep what the receipt's archived paper is known by, once its first paper is out."""
        session = self._session

        def work() -> PaperHash:
            from desktop.printing.archive import archive_pdf, paper_hash

            return paper_hash(archive_pdf(paper.receipt, paper.code))

        def drawn(known_by: PaperHash) -> None:
            from desktop.usecases.archive import note_archived

            number = paper.receipt.number
            session.runner.submit(
                "store",
                lambda: note_archived(session.desk, number, known_by),
                owner=self._owner,
                failed=failed,
            )

        session.runner.submit("print", work, owner=self._owner, done=drawn, failed=failed)
