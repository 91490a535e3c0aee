"""A receipt on its way to the screen and to the printer, lane by lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.session import Session
from desktop.usecases.papers import ReceiptPaper, mark_printed, receipt_paper

if TYPE_CHECKING:
    from desktop.printing.preview import PageImage

_SCREEN_DPI = 160

Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A receipt's PDF and its first page for the screen."""

    paper: ReceiptPaper
    pdf: bytes
    page: PageImage


class ReceiptPapers:
    """Shows and prints receipts for one screen; nothing here waits."""

    def __init__(self, session: Session, owner: object) -> None:
        self._session = session
        self._owner = owner

    def preview(self, number: str, shown: Callable[[Rendered], None], failed: Failed) -> None:
        """Make the receipt's page and hand it to ``shown``."""
        self._session.runner.submit(
            "store",
            lambda: receipt_paper(self._session.desk, number, self._session.messages.language),
            owner=self._owner,
            done=lambda paper: self._render(paper, shown, failed),
            failed=failed,
        )

    def print_now(
        self,
        number: str,
        shown: Callable[[Rendered], None],
        printed: Callable[[str], None],
        failed: Failed,
    ) -> None:
        """Show the receipt, print it, and count the print; ``printed`` is told where it went."""

        def ready(rendered: Rendered) -> None:
            shown(rendered)
            self._spool(rendered, printed, failed)

        self.preview(number, ready, failed)

    def _render(
        self, paper: ReceiptPaper, shown: Callable[[Rendered], None], failed: Failed
    ) -> None:
        def work() -> Rendered:
            from desktop.printing.pdf import render_receipt
            from desktop.printing.preview import page_image

            pdf = render_receipt(
                paper.receipt,
                code=paper.code,
                printed_at=paper.printed_at,
                copy=paper.copy,
                lang=paper.language,
            )
            return Rendered(paper, pdf, page_image(pdf, 0, _SCREEN_DPI))

        self._session.runner.submit("print", work, owner=self._owner, done=shown, failed=failed)

    def _spool(self, rendered: Rendered, printed: Callable[[str], None], failed: Failed) -> None:
        paper = rendered.paper

        def work() -> str:
            from desktop.printing.papers import A5

            name = (
                f"{paper.receipt.number}-{paper.copy}" if paper.copy > 1 else paper.receipt.number
            )
            return self._session.spooler.spool(rendered.pdf, name=name, paper=A5)

        def came_out(where: str) -> None:
            self._session.runner.submit(
                "store",
                lambda: mark_printed(self._session.desk, paper.receipt.number, paper.copy),
                owner=self._owner,
                done=lambda _: printed(where),
                failed=failed,
            )

        self._session.runner.submit("print", work, owner=self._owner, done=came_out, failed=failed)
