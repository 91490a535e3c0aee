"""The list of receipts and the paper of the chosen one. No Qt."""

from __future__ import annotations

from typing import Protocol

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.money import fen_display
from desktop.domain.codes import PAYMENT_METHODS
from desktop.ui.enroll.shown import Note
from desktop.ui.payment.papers import ReceiptPapers, Rendered
from desktop.ui.session import Session
from desktop.usecases.papers import ReceiptEntry, list_receipts


class ReceiptsView(Protocol):
    """What the presenter asks of the screen."""

    def show_receipts(self, rows: tuple[tuple[str, ...], ...], summary: str) -> None:
        """Show the list and its sum."""
        ...

    def choose_row(self, row: int) -> None:
        """Make a row of the list the chosen one."""
        ...

    def show_page(self, rendered: Rendered | None) -> None:
        """Show a receipt's page; None: none is chosen."""
        ...

    def show_note(self, note: Note) -> None:
        """Say where a paper went, or why it did not."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...


class ReceiptsPresenter:
    """Shows what was taken, newest first."""

    def __init__(self, session: Session, view: ReceiptsView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._papers = ReceiptPapers(session, view)
        self._entries: tuple[ReceiptEntry, ...] = ()
        self._chosen = ""
        self._wanted: tuple[str, Note | None] = ("", None)

    def load(self) -> None:
        """Read the list anew."""
        self._session.runner.submit(
            "store",
            lambda: list_receipts(self._session.desk),
            owner=self._view,
            done=self._listed,
            failed=self._failed,
        )

    def want(self, number: str, note: Note | None) -> None:
        """Choose this receipt once the list is read again, and say ``note`` of it."""
        self._wanted = (number, note)

    def choose(self, row: int) -> None:
        """Show the paper of a row."""
        if not 0 <= row < len(self._entries):
            self._view.show_page(None)
            return
        self._chosen = self._entries[row].number
        self._view.show_note(Note())
        self._papers.preview(self._chosen, self._show_if_chosen, self._failed)

    def reprint(self) -> None:
        """Print the chosen receipt once more; the paper says 补打 if it is not the first."""
        if self._chosen:
            self._view.show_note(Note(self._say("pay.printing")))
            self._papers.print_now(self._chosen, self._show_if_chosen, self._printed, self._failed)

    def _listed(self, entries: tuple[ReceiptEntry, ...]) -> None:
        self._entries = entries
        total = sum(entry.amount_fen for entry in entries)
        summary = self._say("receipts.summary", count=len(entries), amount=fen_display(total))
        self._view.show_receipts(
            tuple(self._row(entry) for entry in entries), summary if entries else ""
        )
        self._show_wanted()

    def _show_wanted(self) -> None:
        """Go to the receipt that was scanned, or say that it is not in the list."""
        (number, note), self._wanted = self._wanted, ("", None)
        rows = [row for row, entry in enumerate(self._entries) if number == entry.number]
        if rows:
            self._view.choose_row(rows[0])
        elif number and note is None:
            note = Note(self._say("scan.receipt_elsewhere", number=number), "warning")
        if note is not None:
            self._view.show_note(note)

    def _row(self, entry: ReceiptEntry) -> tuple[str, ...]:
        taken = instant_from_text(entry.taken_at).astimezone(CHINA)
        method = PAYMENT_METHODS[entry.method].name(self._session.messages.language)
        prints = self._say(
            "receipts.prints" if entry.prints else "receipts.not_printed", count=entry.prints
        )
        return (
            entry.number,
            f"{taken:%m-%d %H:%M}",
            entry.payer,
            method,
            fen_display(entry.amount_fen),
            prints,
        )

    def _show_if_chosen(self, rendered: Rendered) -> None:
        if rendered.paper.receipt.number == self._chosen:
            self._view.show_page(rendered)

    def _printed(self, where: str) -> None:
        self._view.show_note(Note(self._say("pay.printed", where=where), "ok"))
        self._view.status_changed()

    def _failed(self, error: Exception) -> None:
        self._view.show_note(Note(self._session.messages.error(error), "warning"))
