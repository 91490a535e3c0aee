"""Taking a household's money: what is due, how it comes, the receipt. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop.base.money import fen_display, fen_text
from desktop.domain.codes import PAYMENT_METHODS
from desktop.domain.household import is_head
from desktop.ui import law_words as law
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note, PersonLine, Tone
from desktop.ui.payment.amount import typed_fen
from desktop.ui.payment.papers import ReceiptPapers, Rendered
from desktop.ui.session import Session
from desktop.usecases.households import SavedEnrollment
from desktop.usecases.papers import ReceiptPaper
from desktop.usecases.payments import PaymentInput, TakenPayment, take_payment


class PaymentView(Protocol):
    """What the presenter asks of the screen."""

    def show_household(self, text: str) -> None:
        """Show whose money it is."""
        ...

    def show_people(self, people: tuple[PersonLine, ...]) -> None:
        """Show who pays what."""
        ...

    def show_due(self, due: str) -> None:
        """Show the sum."""
        ...

    def show_fields(self, *, method: str, amount: str, payer: str) -> None:
        """Show the three fields as they begin."""
        ...

    def show_statement(self, text: str) -> None:
        """State the numbers before they become a fact."""
        ...

    def show_notes(self, notes: dict[str, Note]) -> None:
        """Say what is wrong under the fields."""
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
        """Hold the button while money is being taken."""
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


@dataclass(slots=True)
class _Fields:
    method: str
    amount: str
    payer: str


class PaymentPresenter:
    """One payment. It can be tried again: the same attempt never takes money twice."""

    def __init__(self, session: Session, view: PaymentView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._papers = ReceiptPapers(session, view)
        self._payable: Payable | None = None
        self._fields = _Fields("cash", "", "")
        self._ref = ""
        self._due_fen = 0
        self._number = ""
        self._busy = False

    @property
    def taken(self) -> bool:
        """Whether the money is on a receipt."""
        return bool(self._number)

    def begin(self, payable: Payable, ref: str) -> None:
        """Show what a saved household owes. ``ref`` names this payment, once and for all."""
        self._payable, self._ref, self._number = payable, ref, ""
        self._busy = False
        people = tuple(self._person(one) for one in self._due(payable))
        self._due_fen = payable.saved.payable_fen
        head = next((one.name for one in payable.entry.members if is_head(one)), "")
        payer = head or payable.entry.members[0].name
        method = "cash" if self._due_fen else "assisted"
        self._fields = _Fields(method, fen_text(self._due_fen), payer)
        self._view.show_household(
            self._say("pay.household", head=payer, number=payable.entry.number or "—")
        )
        self._view.show_people(people)
        self._view.show_due(f"¥{fen_display(self._due_fen)}")
        self._view.show_fields(method=method, amount=self._fields.amount, payer=payer)
        self._view.show_notes({})
        self._view.show_message(Note())
        self._view.show_paper_note(Note())
        self._view.show_busy(busy=not people)
        self._show_statement()
        if not people:
            self._view.show_message(Note(self._nothing(payable), "unknown"))
        self._view.focus("method")

    def set_field(self, name: str, value: str) -> None:
        """Take a change in one of the three fields."""
        setattr(self._fields, name, value)
        self._view.show_notes({})
        if name == "method":
            self._fit_method(value)
        self._view.show_message(Note())
        self._show_statement()

    def take(self) -> None:
        """Take the money and print, after checking what was typed."""
        if self._busy or self.taken or self._payable is None:
            return
        fen = typed_fen(self._fields.amount)
        if fen is None or fen != self._due_fen:
            key = "pay.amount_form" if fen is None else "pay.amount_differs"
            note = Note(self._say(key, due=fen_text(self._due_fen)), "mistake")
            self._view.show_notes({"amount": note})
            self._view.focus("amount")
            return
        self._be_busy(busy=True)
        entry = PaymentInput(
            household_id=self._payable.entry.household_id,
            campaign_year=self._session.campaign_year,
            method=self._fields.method,
            amount_fen=fen,
            payer=self._fields.payer.strip(),
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

    def _due(self, payable: Payable) -> list[SavedEnrollment]:
        return [
            one
            for one in payable.saved.enrollments
            if one.status == "registered"
            and one.assessment.allowed is not False
            and one.assessment.net_payable is not None
        ]

    def _nothing(self, payable: Payable) -> str:
        waiting = any(one.status == "registered" for one in payable.saved.enrollments)
        return self._say("pay.all_open" if waiting else "pay.nothing")

    def _person(self, one: SavedEnrollment) -> PersonLine:
        assert self._payable is not None
        found = one.assessment
        names = {member.person_id: member.name for member in self._payable.entry.members}
        why = self._say("price.no_assistance")
        if found.assistance and found.assistance_identity:
            identity = law.identity_name(found.assistance_identity, self._session.messages.language)
            why = self._say(
                "pay.why",
                standard=fen_text(found.personal_standard or 0),
                identity=identity,
                assistance=fen_text(found.assistance),
            )
        tone: Tone = ""
        return PersonLine(names[one.person_id], fen_display(found.net_payable or 0), tone, why)

    def _fit_method(self, method: str) -> None:
        if (method == "assisted") != (self._due_fen == 0):
            text = self._say("pay.method_assisted")
            self._view.show_notes({"method": Note(text, "mistake")})

    def _show_statement(self) -> None:
        assert self._payable is not None
        method = PAYMENT_METHODS[self._fields.method].name(self._session.messages.language)
        self._view.show_statement(
            self._say(
                "pay.statement",
                count=len(self._due(self._payable)),
                amount=fen_text(self._due_fen),
                method=method,
                payer=self._fields.payer.strip() or "—",
            )
        )

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
        self._view.show_message(Note(self._session.messages.error(error), "mistake"))
