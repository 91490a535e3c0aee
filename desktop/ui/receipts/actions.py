"""What can be done on the screen of receipts, each in the panel in the paper's place. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop.domain.receipt import Receipt
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_shown import Outcome, Task
from desktop.ui.payment.documents import Document
from desktop.ui.receipts.bulk import BulkReceipts, BulkTask
from desktop.ui.receipts.difference_task import DifferenceTask
from desktop.ui.receipts.panel import PanelDesk, PanelView
from desktop.ui.receipts.refund_tasks import DecideTask, RefundTask
from desktop.ui.receipts.register_task import RegisterTask
from desktop.ui.receipts.tasks import Countersigned, NumbersTask, ReverseTask, VoidTask
from desktop.ui.session import Session
from desktop.usecases.differences import OpenDifference, open_differences
from desktop.usecases.documents import supervisors
from desktop.usecases.forms import refund_application
from desktop.usecases.payments import TakenPayment, receipt_of
from desktop.usecases.refunds import Refund
from desktop.usecases.registers import Register
from desktop.usecases.undoing import Undone

if TYPE_CHECKING:
    from desktop.ui.receipts.presenter import ReceiptsPresenter

SUPERVISOR = "supervisor"

T = TypeVar("T")


class ActionsView(PanelView, Protocol):
    """What the actions ask of the screen."""

    def show_note(self, note: Note) -> None:
        """Say what was done."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...


class Actions:
    """Opens the panel of an action and sees to what follows from it."""

    def __init__(
        self,
        session: Session,
        view: ActionsView,
        presenter: ReceiptsPresenter,
        new_ref: Callable[[], str],
    ) -> None:
        self._session = session
        self._view = view
        self._presenter = presenter
        self._new_ref = new_ref
        self.panel = PanelDesk(session, view, self._told)

    def begin(self, code: str) -> None:
        """Open the panel of an action, if what it needs is chosen."""
        openers: dict[str, Callable[[], None]] = {
            "void": self._void,
            "reverse": self._reverse,
            "refund": self._refund,
            "decide": self._decide,
            "difference": self._difference,
            "numbers": lambda: self.panel.open(NumbersTask(self._session)),
            "contribution-register": lambda: self.panel.open(
                RegisterTask(self._session, "contribution-register")
            ),
            "assistance-register": lambda: self.panel.open(
                RegisterTask(self._session, "assistance-register")
            ),
            "receipts-file": lambda: self.panel.open(BulkTask(self._session)),
        }
        openers[code]()

    def _void(self) -> None:
        if (chosen := self._presenter.chosen) is not None:
            self.panel.open(VoidTask(self._session, chosen))

    def _reverse(self) -> None:
        chosen = self._presenter.chosen
        if chosen is None:
            return
        session, own = self._session, self._session.role == SUPERVISOR

        def opened(found: tuple[Choice, ...]) -> None:
            consent = Countersigned(session, found, own=own)
            self.panel.open(ReverseTask(session, chosen, consent, self._new_ref()))

        self._ask(lambda: who_may_consent(session), opened)

    def _refund(self) -> None:
        chosen = self._presenter.chosen
        if chosen is None:
            return
        desk = self._session.desk

        def opened(receipt: Receipt) -> None:
            self.panel.open(RefundTask(self._session, receipt, self._new_ref()))

        self._ask(lambda: receipt_of(desk, chosen.number)[0].receipt, opened)

    def _difference(self) -> None:
        """Offer what is to be settled of the chosen receipt's household."""
        chosen, desk = self._presenter.chosen, self._session.desk
        if chosen is None:
            return

        def read() -> tuple[Receipt, tuple[OpenDifference, ...]]:
            receipt = receipt_of(desk, chosen.number)[0].receipt
            return receipt, open_differences(desk, receipt.campaign_year, receipt.household)

        def opened(read: tuple[Receipt, tuple[OpenDifference, ...]]) -> None:
            receipt, found = read
            if found:
                self.panel.open(DifferenceTask(self._session, receipt, found, self._new_ref()))
                return
            words = self._session.messages.say("money.difference.none")
            self._view.show_note(Note(words, "quiet"))

        self._ask(read, opened)

    def _decide(self) -> None:
        refund = self._presenter.chosen_refund
        if refund is None:
            return
        if refund.decision:
            words = self._session.messages.say("refunds.answered")
            self._view.show_note(Note(words, "warning"))
            return
        self.panel.open(DecideTask(self._session, refund))

    def _ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._session.runner.submit(
            "store", work, owner=self._view, done=done, failed=self._presenter.failed
        )

    def _told(self, task: Task, result: object, outcome: Outcome) -> None:
        note, presenter = Note(outcome.words, "ok"), self._presenter
        if isinstance(result, Register):
            self._view.show_note(note)
            presenter.documents().make(lambda: result, presenter.show_document, presenter.failed)
            return
        if isinstance(result, BulkReceipts):
            self._view.show_note(note)
            presenter.keep_receipts(result)
            return
        self._view.status_changed()
        if isinstance(result, Undone):
            presenter.want(result.reversal or result.receipt, note)
            presenter.load()
            if result.reversal:
                presenter.print_receipt(result.reversal)
        elif isinstance(result, TakenPayment):
            presenter.want(result.receipt.number, note)
            presenter.load()
            presenter.print_receipt(result.receipt.number)
        elif isinstance(result, Refund) and isinstance(task, RefundTask | DifferenceTask):
            presenter.choose_mode("refunds")
            self._print_application(result)
        else:
            presenter.load()
            self._view.show_note(note)

    def _print_application(self, refund: Refund) -> None:
        """Show the form to be signed, and print it."""
        presenter, session = self._presenter, self._session

        def shown(document: Document) -> None:
            presenter.show_document(document)
            presenter.print()

        presenter.documents().make(
            lambda: refund_application(session.desk, refund.id, session.messages.language),
            shown,
            presenter.failed,
        )


def who_may_consent(session: Session) -> tuple[Choice, ...]:
    """Return the supervisors of this station who are not at the desk. Runs on the store lane."""
    return tuple(
        Choice(one.operator, one.display_name or one.operator)
        for one in supervisors(session.desk)
        if one.operator != session.operator
    )
