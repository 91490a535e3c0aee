"""Settle an approved difference of the chosen receipt's household: collect it, or ask it back."""

from __future__ import annotations

from collections.abc import Callable

from desktop.base.errors import Refused
from desktop.base.money import fen_display
from desktop.domain.codes import PAYMENT_METHODS
from desktop.domain.receipt import Receipt
from desktop.ui.enroll import options
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.task_shown import Outcome, TaskShown
from desktop.ui.receipts.tasks import MoneyTask
from desktop.ui.session import Session
from desktop.usecases.differences import COLLECT, OpenDifference, collect_differences
from desktop.usecases.payments import PaymentInput, TakenPayment
from desktop.usecases.refunds import Refund, RefundEntry, request_refund

_METHODS = ("cash", "pos", "wechat", "alipay", "bank")
"""Money taken here; what the tax channel took is entered with its voucher, on a payment."""


class DifferenceTask(MoneyTask):
    """One difference: what is collected has its receipt, what goes back its refund request."""

    code = "difference"

    def __init__(
        self, session: Session, receipt: Receipt, found: tuple[OpenDifference, ...], ref: str
    ) -> None:
        """``found`` is not empty: the first one is offered."""
        super().__init__(session)
        self._found = found
        self._ref = ref
        self._number = receipt.household_number
        self._answers |= {
            "difference": found[0].id,
            "method": "cash",
            "applicant": receipt.payer,
        }

    @property
    def _chosen(self) -> OpenDifference | None:
        return next((one for one in self._found if one.id == self._answer("difference")), None)

    def shown(self) -> TaskShown:
        """Return the panel: which difference, and how it is paid or who asks for it."""
        choices = tuple(Choice(one.id, self._words(one)) for one in self._found)
        one = self._chosen
        table = {code: PAYMENT_METHODS[code] for code in _METHODS}
        how = (
            self._coded("method", options.from_codes(table, self._language))
            if one is not None and one.outcome == COLLECT
            else self._field("applicant")
        )
        says = self._say("money.difference.says", number=self._number, count=len(self._found))
        return self._panel(says, self._coded("difference", choices), how)

    def work(self) -> Callable[[], object]:
        """Return the payment, or the refund request."""
        one, desk = self._chosen, self._session.desk
        if one is None:
            return _nothing
        if one.outcome == COLLECT:
            entry = PaymentInput(
                one.household_id,
                self._answer("method"),
                one.amount_fen,
                payer=self._answer("applicant"),
                ref=self._ref,
                differences=(one.id,),
            )
            return lambda: collect_differences(desk, entry)
        asked = RefundEntry("", "", self._answer("applicant"), ref=self._ref, difference=one.id)
        return lambda: request_refund(desk, asked)

    def done(self, result: object) -> Outcome:
        """Return the receipt's number, or that the request waits for its answer."""
        if isinstance(result, TakenPayment):
            number = result.receipt.number
            return Outcome(self._say("money.difference.done", number=number))
        assert isinstance(result, Refund)
        return Outcome(self._say("money.refund.done", number=result.receipt))

    def _words(self, one: OpenDifference) -> str:
        key = "collect" if one.outcome == COLLECT else "back"
        words = self._say(
            f"money.difference.{key}", name=one.name, amount=fen_display(one.amount_fen)
        )
        asked = self._say("money.difference.asked", on=one.asked_on) if one.asked_on else ""
        return words + asked


def _nothing() -> object:
    raise Refused("DIFFERENCE_UNKNOWN", "choose a difference")
