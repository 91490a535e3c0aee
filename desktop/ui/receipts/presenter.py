"""The receipts that were taken, the refunds that were asked for, and the paper chosen. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from desktop.base.money import fen_display
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_shown import TaskShown
from desktop.ui.payment.documents import Document, Documents
from desktop.ui.payment.papers import ReceiptPapers, Rendered
from desktop.ui.receipts.actions import Actions
from desktop.ui.receipts.bulk import BulkPrinting, BulkReceipts
from desktop.ui.receipts.words import code_note, receipt_note, receipt_row, refund_row
from desktop.ui.session import Session
from desktop.usecases.forms import refund_application
from desktop.usecases.papers import ProvenCode, check_receipt_code
from desktop.usecases.print_queue import to_print
from desktop.usecases.receipt_list import (
    ListedReceipt,
    Listing,
    ReceiptsWanted,
    Standing,
    find_receipts,
    standing,
)
from desktop.usecases.refunds import Refund, list_refunds
from desktop.usecases.registers import Register
from desktop.wire.receipt_code import PREFIX

Mode = Literal["receipts", "refunds"]
T = TypeVar("T")


class ReceiptsView(Protocol):
    """What the presenter asks of the screen."""

    def show_mode(self, mode: Mode) -> None:
        """Show the list of receipts, or that of refund requests."""
        ...

    def show_receipts(self, rows: tuple[tuple[str, ...], ...], summary: str, empty: str) -> None:
        """Show the list and its sum; ``empty`` is said where there is none."""
        ...

    def show_refunds(self, rows: tuple[tuple[str, ...], ...], summary: str) -> None:
        """Show the refund requests."""
        ...

    def show_filters(self, wanted: ReceiptsWanted, collectors: tuple[str, ...]) -> None:
        """Show what narrows the list."""
        ...

    def show_choice(self, receipt: ListedReceipt | None) -> None:
        """Offer what can be done with the chosen receipt."""
        ...

    def choose_row(self, row: int) -> None:
        """Make a row of the list the chosen one."""
        ...

    def show_page(self, rendered: Rendered | None) -> None:
        """Show a receipt's page; None: none is chosen."""
        ...

    def show_document(self, document: Document) -> None:
        """Show a page of another paper."""
        ...

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an action in the paper's place, or shut it."""
        ...

    def show_note(self, note: Note) -> None:
        """Say where a paper went, what was done, or why not."""
        ...

    def ask_path(self, name: str, endings: tuple[str, ...], chosen: Callable[[Path], None]) -> None:
        """Ask where a file goes."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...


class ReceiptsPresenter:
    """Shows what was taken, newest first, today's to begin with."""

    def __init__(self, session: Session, view: ReceiptsView, new_ref: Callable[[], str]) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._papers = ReceiptPapers(session, view)
        self._documents = Documents(session, view)
        self._document: Document | None = None
        self._today = session.today.isoformat()
        self._wanted = ReceiptsWanted(day=self._today)
        self._entries: tuple[ListedReceipt, ...] = ()
        self._refunds: tuple[Refund, ...] = ()
        self._chosen: ListedReceipt | None = None
        self._refund: Refund | None = None
        self._goal: tuple[str, Note | None] = ("", None)
        self._queue: list[str] = []
        self.mode: Mode = "receipts"
        self.actions = Actions(session, view, self, new_ref)
        self.bulk = BulkPrinting(session, view, view.show_note, self.failed)

    def load(self) -> None:
        """Read the list anew."""
        desk, wanted = self._session.desk, self._wanted
        if self.mode == "refunds":
            self._submit(lambda: list_refunds(desk), self._refunds_listed)
        else:
            self._submit(lambda: find_receipts(desk, wanted), self._listed)

    def choose_mode(self, mode: Mode) -> None:
        """Go to the receipts, or to the refund requests."""
        self.mode = mode
        self.actions.panel.cancel()
        self._document = None
        self._view.show_mode(mode)
        self._view.show_page(None)
        self._view.show_note(Note())
        self.load()

    def set_filter(self, name: str, value: str) -> None:
        """Narrow the list; a code pasted into the search is checked instead."""
        if name == "words" and value.strip().upper().startswith(PREFIX):
            self.check(value.strip())
            return
        self._wanted = replace(self._wanted, **{name: value})
        self.load()

    def arrive(self) -> None:
        """Read the list for somebody who comes here: today's, unless they narrowed it."""
        today = self._session.today.isoformat()
        if not self._goal[0] and (self._wanted.words or self._wanted.day == self._today):
            self._wanted = replace(self._wanted, words="", day=today)
        self._today = today
        self.load()

    def want(self, number: str, note: Note | None) -> None:
        """Go to this receipt, of whatever day, and say ``note`` of it once it is there."""
        self._goal = (number, note)
        if number and self.mode != "receipts":
            self.mode = "receipts"
            self._view.show_mode(self.mode)

    def check(self, text: str) -> None:
        """Say what a receipt's code proves and what became of the receipt since."""
        desk = self._session.desk

        def work() -> tuple[ProvenCode, Standing]:
            proven = check_receipt_code(desk, text)
            return proven, standing(desk, proven.said.number)

        def told(found: tuple[ProvenCode, Standing]) -> None:
            self.want(found[0].said.number, code_note(*found, self._session.messages))
            self.load()

        def refused(error: Exception) -> None:
            self._view.show_note(Note(self._session.messages.error(error), "mistake"))

        self._session.runner.submit("store", work, owner=self._view, done=told, failed=refused)

    def choose(self, row: int) -> None:
        """Show the paper of a row."""
        self.actions.panel.cancel()
        self._choose(row)

    @property
    def chosen(self) -> ListedReceipt | None:
        """The chosen receipt."""
        return self._chosen if self.mode == "receipts" else None

    @property
    def chosen_refund(self) -> Refund | None:
        """The chosen refund request."""
        return self._refund if self.mode == "refunds" else None

    def print(self) -> None:
        """Print what is shown; a receipt that came out before says 补打."""
        if self._document is not None:
            self._view.show_note(Note(self._say("pay.printing")))
            self._documents.print(self._document, self._printed, self.failed)
        elif self.chosen is not None:
            self.print_receipt(self.chosen.number)

    def print_receipt(self, number: str) -> None:
        """Print one receipt and count it."""
        self._view.show_note(Note(self._say("pay.printing")))
        self._papers.print_now(number, self._show_if_chosen, self._receipt_printed, self.failed)

    def print_all(self) -> None:
        """Print, one after the other, what no paper has come out of."""

        def begin(numbers: tuple[str, ...]) -> None:
            self._queue = list(numbers)
            self._next_of_queue("")

        self._submit(lambda: to_print(self._session.desk), begin)

    def on_papers(self, changed: Callable[[], None]) -> None:
        """Have the print queue's card told when a paper came out or stays."""
        self._papers.queue_changed = changed

    def keep_receipts(self, wanted: BulkReceipts) -> None:
        """Ask for the file, draw the receipts into it, count them; Esc stops it."""

        def counted() -> None:
            self._papers.queue_changed()
            self.load()
            self._view.status_changed()

        self._view.ask_path(
            wanted.title, (".pdf",), lambda path: self.bulk.start(wanted, path, counted)
        )

    def keep(self) -> None:
        """Keep what is shown as a file."""
        document = self._document
        if document is None:
            return
        register = isinstance(document.source, Register)
        endings = (".pdf", ".xlsx") if register else (".pdf",)
        self._view.ask_path(
            document.title,
            endings,
            lambda path: self._documents.save(document, path, self._kept, self.failed),
        )

    def turn(self, by: int) -> None:
        """Show another page of the paper."""
        document = self._document
        if document is not None and 0 <= document.at + by < document.pages:
            self._documents.turn(document, document.at + by, self.show_document, self.failed)

    def show_document(self, document: Document) -> None:
        """Show a paper in the place of the receipt; printing and keeping are about it now."""
        self._document = document
        self._view.show_document(document)

    def documents(self) -> Documents:
        """Return what makes papers for this screen."""
        return self._documents

    def failed(self, error: Exception) -> None:
        """Say what went wrong; a queue that was printing stops there and is offered again."""
        left, self._queue = len(self._queue), []
        words = self._session.messages.error(error)
        if left:
            words = self._say("receipts.queue_stopped", why=words, left=left)
            self.load()
        self._view.show_note(Note(words, "warning"))

    def _choose(self, row: int) -> None:
        self._document = None
        self._view.show_note(Note())
        if self.mode == "refunds":
            self._choose_refund(row)
            return
        self._chosen = self._entries[row] if 0 <= row < len(self._entries) else None
        self._view.show_choice(self._chosen)
        if self._chosen is None:
            self._view.show_page(None)
            return
        self._view.show_note(receipt_note(self._chosen, self._session.messages))
        self._papers.preview(self._chosen.number, self._show_if_chosen, self.failed)

    def _choose_refund(self, row: int) -> None:
        self._refund = self._refunds[row] if 0 <= row < len(self._refunds) else None
        refund, desk = self._refund, self._session.desk
        if refund is None:
            self._view.show_page(None)
            return
        language = self._session.messages.language

        def shown(document: Document) -> None:
            if self._refund is refund and self.mode == "refunds":
                self.show_document(document)

        self._documents.make(
            lambda: refund_application(desk, refund.id, language), shown, self.failed
        )

    def _submit(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._session.runner.submit("store", work, owner=self._view, done=done, failed=self.failed)

    def _listed(self, found: Listing) -> None:
        messages = self._session.messages
        self._entries = found.rows
        self._view.show_filters(self._wanted, found.collectors)
        summary = self._say(
            "receipts.summary", count=found.count, amount=fen_display(found.amount_fen)
        )
        if self._wanted.words:
            summary += self._say("receipts.every_day")
        if found.count > len(found.rows):
            summary += self._say("receipts.more", count=len(found.rows))
        wanted = self._wanted
        one_day = bool(wanted.day and not wanted.words and wanted.state != "unprinted")
        rows = tuple(receipt_row(one, messages, one_day=one_day) for one in found.rows)
        empty = self._say("receipts.none" if found.collectors else "receipts.empty")
        self._view.show_receipts(rows, summary if rows else "", empty)
        self._reach_goal()

    def _refunds_listed(self, found: tuple[Refund, ...]) -> None:
        self._refunds = found
        waiting = sum(not one.decision for one in found)
        summary = self._say("refunds.summary", count=len(found), open=waiting)
        messages = self._session.messages
        self._view.show_refunds(tuple(refund_row(one, messages) for one in found), summary)
        before = self._refund.id if self._refund else ""
        stays = [row for row, one in enumerate(found) if one.id == before]
        self._stand_on(stays[0] if stays else 0, len(found))

    def _reach_goal(self) -> None:
        """Go to the receipt that is wanted; where the list leaves it out, look for it."""
        number, note = self._goal
        rows = [row for row, entry in enumerate(self._entries) if number == entry.number]
        if number and not rows and self._wanted != ReceiptsWanted(words=number):
            self._wanted = ReceiptsWanted(words=number)
            self.load()
            return
        self._goal = ("", None)
        before = self._chosen.number if self._chosen else ""
        stays = [row for row, entry in enumerate(self._entries) if entry.number == before]
        self._stand_on((rows or stays or [0])[0], len(self._entries))
        if number and not rows and note is None:
            note = Note(self._say("scan.receipt_elsewhere", number=number), "warning")
        if note is not None:
            self._view.show_note(note)

    def _stand_on(self, row: int, count: int) -> None:
        """Choose a row of a list that was read again; a panel that is open stays open."""
        if count:
            self._view.choose_row(row)
        self._choose(row if count else -1)

    def _show_if_chosen(self, rendered: Rendered) -> None:
        shown = self._chosen
        if shown is not None and rendered.paper.receipt.number == shown.number:
            self._view.show_page(rendered)

    def _receipt_printed(self, where: str) -> None:
        if self._queue:
            self._next_of_queue(where)
            return
        number = self._chosen.number if self._chosen else ""
        self._goal = (number, Note(self._say("pay.printed", where=where), "ok"))
        self.load()
        self._view.status_changed()

    def _next_of_queue(self, where: str) -> None:
        if where:
            self._queue.pop(0)
        if self._queue:
            self._view.show_note(Note(self._say("receipts.queue", left=len(self._queue))))
            self._papers.print_now(
                self._queue[0], self._show_if_chosen, self._receipt_printed, self.failed
            )
            return
        self._goal = ("", Note(self._say("receipts.queue_done"), "ok"))
        self.load()
        self._view.status_changed()

    def _printed(self, where: str) -> None:
        self._view.show_note(Note(self._say("pay.printed", where=where), "ok"))

    def _kept(self, path: str) -> None:
        self._view.show_note(Note(self._say("receipts.kept", path=path), "ok"))
