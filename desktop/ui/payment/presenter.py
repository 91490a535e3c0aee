"""Taking a household's money: who pays, how it comes, the day it counts in, the receipt. No Qt."""

from __future__ import annotations

from typing import Protocol

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.money import fen_display, fen_text
from desktop.domain.codes import PAYMENT_METHODS
from desktop.domain.household import is_head
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note
from desktop.ui.payment.amount import typed_fen
from desktop.ui.payment.papers import ReceiptPapers, Rendered
from desktop.ui.payment.people import Payers
from desktop.ui.payment.shown import Fields, PayerLine
from desktop.ui.payment.terms_words import instalment_words, notice
from desktop.ui.session import Session
from desktop.usecases.papers import ReceiptPaper
from desktop.usecases.payment_terms import PaymentTerms, payment_terms
from desktop.usecases.payments import PaymentInput, TakenPayment, take_payment


class PaymentView(Protocol):
    """What the presenter asks of the screen."""

    def show_household(self, text: str) -> None:
        """Show whose money it is."""
        ...

    def show_people(self, people: tuple[PayerLine, ...]) -> None:
        """Show who pays what, and who is ticked."""
        ...

    def show_due(self, due: str) -> None:
        """Show the sum of those ticked."""
        ...

    def show_fields(self, fields: Fields) -> None:
        """Show the fields, those of the way of paying only."""
        ...

    def show_change(self, note: Note) -> None:
        """Show what goes back of the cash handed over."""
        ...

    def show_statement(self, text: str) -> None:
        """State the numbers before they become a fact."""
        ...

    def show_notes(self, notes: dict[str, Note]) -> None:
        """Say what is wrong under the fields."""
        ...

    def show_notice(self, note: Note) -> None:
        """Say what stands fixed before money is taken: the day it counts in, numbers left."""
        ...

    def show_message(self, note: Note) -> None:
        """Say what concerns the payment as a whole."""
        ...

    def show_taken(self, number: str) -> None:
        """Show that the money is on receipt ``number``."""
        ...

    def show_page(self, rendered: Rendered) -> None:
        """Show the receipt."""
        ...

    def show_paper_note(self, note: Note) -> None:
        """Say where the paper is."""
        ...

    def show_busy(self, *, busy: bool) -> None:
        """Hold the button that takes money."""
        ...

    def focus(self, name: str) -> None:
        """Put the cursor into a field."""
        ...

    def finished(self, paper: ReceiptPaper) -> None:
        """Tell the window that the paper is on the screen."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...


class PaymentPresenter:
    """One payment. It can be tried again: the same attempt never takes money twice."""

    def __init__(self, session: Session, view: PaymentView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._papers = ReceiptPapers(session, view)
        self._payable: Payable | None = None
        self._payers: Payers | None = None
        self._terms: PaymentTerms | None = None
        self._asked = 0
        self._asked_day = ""
        self._fields = Fields()
        self._ref = ""
        self._number = ""
        self._busy = False

    @property
    def taken(self) -> bool:
        """Whether the money is on a receipt."""
        return bool(self._number)

    def begin(self, payable: Payable, ref: str) -> None:
        """Show what a saved household owes. ``ref`` names this payment, once and for all."""
        self._payable, self._ref, self._number = payable, ref, ""
        self._busy, self._terms, self._asked_day = False, None, ""
        self._payers = Payers(payable, self._session.messages)
        head = next((one.name for one in payable.entry.members if is_head(one)), "")
        payer = head or payable.entry.members[0].name
        self._fields = Fields("cash" if self._payers.due_fen else "assisted", payer=payer)
        self._view.show_household(
            self._say("pay.household", head=payer, number=payable.entry.number or "—")
        )
        for quiet in (self._view.show_message, self._view.show_paper_note, self._view.show_notice):
            quiet(Note())
        self._view.show_notes({})
        self._priced()
        if not self._payers.chosen:
            self._view.show_message(Note(self._nothing(), "unknown"))
        self._view.focus("method")
        self.refresh()

    def refresh(self) -> None:
        """Ask again what is fixed: the price of the day, the day it counts in, numbers left."""
        if self._payable is None or self.taken:
            return
        self._asked += 1
        self._asked_day = self._fields.day_of_payment
        asked, day, entry = self._asked, self._asked_day, self._payable.entry
        desk, year = self._session.desk, self._session.campaign_year
        self._session.runner.submit(
            "store",
            lambda: payment_terms(desk, entry.household_id, year, paid_on=day),
            owner=self._view,
            done=lambda terms: self._told(asked, terms),
            failed=lambda error: self._untold(asked, error),
        )

    def tick(self, person_id: str, *, on: bool) -> None:
        """Let one person pay now, or leave them for later."""
        if self._payers is None or self.taken:
            return
        self._payers.tick(person_id, on=on)
        self._view.show_message(Note())
        self._priced()

    def set_field(self, name: str, value: str) -> None:
        """Take a change in one of the fields."""
        setattr(self._fields, name, value)
        self._view.show_notes({})
        if name == "method":
            self._fit_method(value)
            self._view.show_fields(self._fields)
        self._view.show_message(Note())
        self._show_statement()
        self._show_change()
        if self._fields.day_of_payment != self._asked_day and self._is_day():
            self.refresh()

    def take(self) -> None:
        """Take the money and print, after checking what was typed."""
        if self._busy or self.taken or self._payable is None or self._payers is None:
            return
        if not self._payers.chosen:
            self._view.show_message(Note(self._nothing(), "mistake"))
            return
        if not self._right():
            return
        self._be_busy(busy=True)
        fields = self._fields
        entry = PaymentInput(
            household_id=self._payable.entry.household_id,
            campaign_year=self._session.campaign_year,
            method=fields.method,
            amount_fen=self._payers.due_fen,
            payer=fields.payer.strip(),
            persons=self._payers.chosen,
            external_number="" if fields.method in ("cash", "assisted") else fields.external_number,
            paid_on=fields.day_of_payment,
            ref=self._ref,
        )
        self._session.runner.submit(
            "store",
            lambda: take_payment(self._session.desk, entry),
            owner=self._view,
            done=self._taken,
            failed=self._refused,
        )

    def reprint(self) -> None:
        """Print once more; the paper says so."""
        if self.taken:
            self._print()

    def _told(self, asked: int, terms: PaymentTerms) -> None:
        if asked != self._asked or self.taken or self._payers is None:
            return
        before, self._terms = self._payers.due_fen, terms
        self._payers.take_terms(terms)
        if self._payers.due_fen != before or not self._payers.chosen:
            self._priced()
        else:
            self._view.show_people(self._payers.lines)
        note = notice(terms, self._session)
        self._view.show_notice(note)
        self._view.show_busy(busy=self._busy or not self._payers.chosen or not terms.unspent)
        self._show_statement()

    def _untold(self, asked: int, error: Exception) -> None:
        if asked != self._asked or self.taken:
            return
        text = Note(self._session.messages.error(error), "mistake")
        if isinstance(error, Refused) and error.code == "PAID_ON":
            self._view.show_notes({"paid_on": text})
        else:
            self._view.show_notice(text)
            self._view.show_busy(busy=True)

    def _priced(self) -> None:
        """Show who pays what; the amount follows."""
        assert self._payers is not None
        fields, due = self._fields, self._payers.due_fen
        fields.amount = fen_text(due)
        if not due and self._payers.chosen:
            fields.method = "assisted"
        elif due and fields.method == "assisted":
            fields.method = "cash"
        self._view.show_people(self._payers.lines)
        self._view.show_due(f"¥{fen_display(due)}")
        self._view.show_fields(fields)
        none_left = self._terms is not None and not self._terms.unspent
        self._view.show_busy(busy=not self._payers.chosen or none_left)
        self._show_statement()
        self._show_change()

    def _right(self) -> bool:
        """Check the fields; what is wrong stands under its field."""
        assert self._payers is not None
        fen, due = typed_fen(self._fields.amount), self._payers.due_fen
        if fen is None or fen != due:
            key = "pay.amount_form" if fen is None else "pay.amount_differs"
            at_once = self._terms.instalments if self._terms else None
            if fen is not None and fen < due and at_once is not None:
                told = instalment_words(at_once, due, self._session.messages)
                self._view.show_message(Note(told, "mistake"))
            return self._wrong("amount", self._say(key, due=fen_display(due)))
        if self._fields.method == "tax" and not self._fields.external_number.strip():
            words = self._session.messages.error(Refused("EXTERNAL_NUMBER_NEEDED", ""))
            return self._wrong("external_number", words)
        if not self._is_day():
            return self._wrong("paid_on", self._session.messages.error(Refused("PAID_ON", "")))
        given = typed_fen(self._fields.given) if self._fields.method == "cash" else None
        if given is not None and given < due:
            words = self._say("pay.given_refused", short=fen_display(due - given))
            return self._wrong("given", words)
        return True

    def _wrong(self, name: str, words: str) -> bool:
        self._view.show_notes({name: Note(words, "mistake")})
        self._view.focus(name)
        return False

    def _is_day(self) -> bool:
        """Tell whether the day of payment is one, or is not asked."""
        text = self._fields.day_of_payment
        if not text:
            return True
        try:
            day_from_text(text)
        except ValueError:
            return False
        return True

    def _nothing(self) -> str:
        assert self._payers is not None
        if self._payers.payable:
            return self._say("pay.nobody")
        return self._say("pay.all_open" if self._payers.waiting else "pay.nothing")

    def _fit_method(self, method: str) -> None:
        assert self._payers is not None
        if (method == "assisted") != (self._payers.due_fen == 0):
            text = self._say("pay.method_assisted")
            self._view.show_notes({"method": Note(text, "mistake")})

    def _show_statement(self) -> None:
        assert self._payers is not None
        method = PAYMENT_METHODS[self._fields.method].name(self._session.messages.language)
        self._view.show_statement(
            self._say(
                "pay.statement",
                count=len(self._payers.chosen),
                amount=fen_display(self._payers.due_fen),
                method=method,
                payer=self._fields.payer.strip() or "—",
            )
        )

    def _show_change(self) -> None:
        assert self._payers is not None
        typed = self._fields.given.strip() if self._fields.method == "cash" else ""
        given = typed_fen(typed)
        if not typed:
            note = Note()
        elif given is None:
            note = Note(self._say("pay.amount_form"), "mistake")
        elif given < self._payers.due_fen:
            short = fen_display(self._payers.due_fen - given)
            note = Note(self._say("pay.given_short", short=short), "warning")
        else:
            change = fen_display(given - self._payers.due_fen)
            note = Note(self._say("pay.change", change=change), "ok")
        self._view.show_change(note)

    def _be_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy=busy)

    def _taken(self, taken: TakenPayment) -> None:
        self._busy = False
        self._number = taken.receipt.number
        self._view.show_taken(self._number)
        self._view.status_changed()
        self._print()

    def _print(self) -> None:
        self._view.show_paper_note(Note(self._say("pay.printing")))
        self._papers.print_now(self._number, self._rendered, self._printed, self._print_failed)

    def _rendered(self, rendered: Rendered) -> None:
        self._view.show_page(rendered)
        self._view.finished(rendered.paper)

    def _printed(self, where: str) -> None:
        self._view.show_paper_note(Note(self._say("pay.printed", where=where), "ok"))

    def _print_failed(self, error: Exception) -> None:
        text = self._session.messages.error(error)
        self._view.show_paper_note(Note(text, "warning"))

    def _refused(self, error: Exception) -> None:
        self._be_busy(busy=False)
        # What was refused may have changed meanwhile: a midnight, a closing, the last number.
        self.refresh()
        self._view.show_message(Note(self._session.messages.error(error), "mistake"))
