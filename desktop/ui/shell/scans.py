"""Where a scan goes: the household, the search, the receipts; whole, and never into a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.devices.scan_text import Scan, read_scan
from desktop.domain.identity_number import masked
from desktop.ui.enroll.shown import Note

if TYPE_CHECKING:
    from desktop.ui.shell.desk_pages import DeskPages
    from desktop.ui.shell.view import ShellWindow

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
            self._show_receipt(pages, scan.text)
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
        """Go to the receipts, which say what the code proves and what became of the receipt."""
        self._go_to_receipts(pages)
        pages.receipts.presenter.check(text)

    def _show_receipt(self, pages: DeskPages, number: str) -> None:
        pages.receipts.presenter.want(number, None)
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
