"""Where a scan goes: the household, the search, the receipts; whole, and never into a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.base.dates import chinese_day
from desktop.base.money import fen_display
from desktop.devices.scan_text import Scan, read_scan
from desktop.domain.identity_number import masked
from desktop.ui.enroll.shown import Note

if TYPE_CHECKING:
    from desktop.ui.shell.desk_pages import DeskPages
    from desktop.ui.shell.view import ShellWindow
    from desktop.wire.receipt_code import ReceiptCode

_SHOWN_MS = 10_000


class ScanDesk:
    """Takes each scan of the window's scanners."""

    def __init__(self, window: ShellWindow) -> None:
        self._window = window

    def take(self, text: str) -> None:
        """Send a scan where it belongs; before sign-in and under a lock nowhere."""
        pages = self._window.pages
        if pages is None or self._window.covered:
            return
        scan = read_scan(text)
        if pages.here == "pay":
            self._tell(pages, Note(pages.session.messages.say("scan.paying"), "warning"))
        elif scan.kind == "document":
            self._find(pages, scan)
        elif scan.kind == "receipt_code":
            self._check(pages, scan.text)
        elif scan.kind == "receipt_number":
            self._show_receipt(pages, scan.text, None)
        else:
            self._tell(pages, Note(pages.session.messages.say("scan.voucher"), "warning"))

    def _find(self, pages: DeskPages, scan: Scan) -> None:
        if pages.here == "enrol" and self._window.search is None:
            pages.enrol.presenter.cards.number_scanned(scan.document_type, scan.text)
            return
        if self._window.search is None:
            self._window.open_search()
        if self._window.search is not None:
            self._window.search.find_number(scan.text, masked(scan.text))

    def _check(self, pages: DeskPages, text: str) -> None:
        from desktop.usecases.papers import check_receipt_code

        desk = pages.session.desk
        pages.session.runner.submit(
            "store",
            lambda: check_receipt_code(desk, text),
            owner=self._window,
            done=lambda said: self._show_receipt(pages, said.number, said),
            failed=lambda error: self._refused(pages, error),
        )

    def _show_receipt(self, pages: DeskPages, number: str, said: ReceiptCode | None) -> None:
        """Go to a receipt in the list; ``said`` is what its code proved."""
        messages = pages.session.messages
        note = None
        if said is not None:
            zh = messages.language == "zh"
            words = messages.say(
                "scan.receipt_holds",
                number=said.number,
                count=len(said.marks),
                amount=fen_display(said.paid_fen),
                day=chinese_day(said.day) if zh else said.day.isoformat(),
            )
            note = Note(words, "ok")
        pages.receipts.presenter.want(number, note)
        self._go_to_receipts(pages)

    def _refused(self, pages: DeskPages, error: Exception) -> None:
        pages.receipts.presenter.want("", Note(pages.session.messages.error(error), "mistake"))
        self._go_to_receipts(pages)

    def _go_to_receipts(self, pages: DeskPages) -> None:
        if self._window.search is not None:
            self._window.search.shut()
        pages.go("receipts")

    def _tell(self, pages: DeskPages, note: Note) -> None:
        if self._window.search is not None:
            self._window.search.show_note(note)
        elif pages.here == "enrol":
            pages.enrol.show_note(note)
        else:
            self._window.form.statusBar.showMessage(note.text, _SHOWN_MS)
