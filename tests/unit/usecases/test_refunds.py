"""Goal: a refund is asked for and answered, and never computed. Method: a real store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.store.verify import verify
from desktop.usecases.closing import close_day, figures_of_day
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, TakenPayment, take_payment
from desktop.usecases.refunds import (
    RefundAnswer,
    RefundEntry,
    decide_refund,
    list_refunds,
    request_refund,
)
from desktop.usecases.undoing import reverse_payment, void_receipt
from tests.helpers.desks import FAMILY, FAMILY_FEN, desk

GRANTED: dict[str, object] = {"decision": "approved", "authority": "局", "document": "1号"}


def _paid(at: Desk) -> TakenPayment:
    saved = save_household(at, FAMILY)
    return take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))


@contextmanager
def _acting(at: Desk, operator: str, role: str) -> Iterator[Desk]:
    """Sit another operator down at the same desk."""
    before = at.operator, at.role
    at.operator, at.role = operator, role
    try:
        yield at
    finally:
        at.operator, at.role = before


class TestRefunds:
    def test_a_request_computes_nothing_and_the_authority_answers(self) -> None:
        with desk() as at:
            taken = _paid(at)
            entry = RefundEntry(
                taken.receipt.number,
                "employee_cover",
                "王𠮷祥",
                persons=(taken.receipt.lines[0].person,),
                account="6228 4800 1234 5678 901",
                bank="培训县农信社",
                ref="q1",
            )
            asked = request_refund(at, entry)
            assert (asked.amount_fen, asked.decision, asked.account) == (None, "", "****8901")
            assert request_refund(at, entry).id == asked.id
            answer = RefundAnswer(
                "approved", at.today, 32_000, "培训县医疗保障局", "培医保退〔2021〕7号"
            )
            with _acting(at, "boss", "supervisor"):
                granted = decide_refund(at, asked.id, answer)
            assert (granted.amount_fen, granted.decided_on) == (32_000, at.today.isoformat())
            assert list_refunds(at, open_only=True) == ()

    def test_a_second_request_for_the_same_person_waits_for_the_first(self) -> None:
        with desk() as at:
            number = _paid(at).receipt.number
            request_refund(at, RefundEntry(number, "death", "起桂仙"))
            with pytest.raises(Refused) as refused:
                request_refund(at, RefundEntry(number, "other", "起桂仙"))
            assert refused.value.code == "REFUND_PENDING"

    @pytest.mark.parametrize(
        ("answer", "code"),
        [
            ({"decision": "approved", "amount_fen": 1}, "DOCUMENT_NEEDED"),
            (GRANTED, "AMOUNT_NEEDED"),
            (
                {
                    "decision": "approved",
                    "authority": "局",
                    "document": "1号",
                    "amount_fen": 98_001,
                },
                "AMOUNT_ABOVE_PAID",
            ),
            ({"decision": "perhaps"}, "DECISION_UNKNOWN"),
        ],
    )
    def test_an_answer_that_cannot_be_is_refused(
        self, answer: dict[str, object], code: str
    ) -> None:
        with desk() as at:
            asked = request_refund(at, RefundEntry(_paid(at).receipt.number, "death", "起桂仙"))
            with _acting(at, "boss", "supervisor"), pytest.raises(Refused) as refused:
                decide_refund(at, asked.id, RefundAnswer(on=at.today, **answer))  # type: ignore[arg-type]
            assert refused.value.code == code

    def test_nobody_grants_their_own_request(self) -> None:
        with desk(role="supervisor") as at:
            asked = request_refund(at, RefundEntry(_paid(at).receipt.number, "death", "起桂仙"))
            answer = RefundAnswer("approved", at.today, 100, "局", "1号")
            with pytest.raises(Refused) as refused:
                decide_refund(at, asked.id, answer)
            assert refused.value.code == "OWN_WORK"

    def test_there_is_nothing_to_ask_back_from_a_voided_receipt(self) -> None:
        with desk() as at:
            number = _paid(at).receipt.number
            void_receipt(at, number, "错")
            with pytest.raises(Refused) as refused:
                request_refund(at, RefundEntry(number, "death", "起桂仙"))
            assert refused.value.code == "ALREADY_VOIDED"


def _granted(at: Desk, number: str, fen: int = 32_000) -> None:
    asked = request_refund(at, RefundEntry(number, "employee_cover", "王𠮷祥"))
    answer = RefundAnswer("approved", at.today, fen, "培训县医疗保障局", "培医保退〔2021〕7号")
    with _acting(at, "boss", "supervisor"):
        decide_refund(at, asked.id, answer)


class TestTheBox:
    """A refund is the authority's to pay out, into an account: the day's cash lies in the box."""

    def test_a_granted_refund_takes_nothing_out_of_the_day_s_cash(self, tmp_path: Path) -> None:
        with desk() as at:
            number = _paid(at).receipt.number
            before = figures_of_day(at, "tester", at.today)
            _granted(at, number)
            assert figures_of_day(at, "tester", at.today) == before
            assert before.cash_fen == FAMILY_FEN
            with pytest.raises(Refused, match="EXPLANATION_NEEDED") as told:
                close_day(at, "tester", at.today, {10_000: 6, 2_000: 3})
            assert told.value.values["difference_fen"] == -32_000, (
                "who pays it out of the box says so"
            )
            closed = close_day(at, "tester", at.today, {10_000: 9, 2_000: 4})
            assert (closed.cash_booked_fen, closed.difference_fen) == (FAMILY_FEN, 0)
            assert verify(at.store, tmp_path / "scratch.db").ok

    def test_what_was_granted_does_not_go_back_again_with_the_whole_receipt(
        self, tmp_path: Path
    ) -> None:
        with desk() as at:
            number = _paid(at).receipt.number
            _granted(at, number)
            with pytest.raises(Refused, match="REFUND_GRANTED") as told:
                void_receipt(at, number, "收错")
            assert told.value.values["granted_fen"] == 32_000
            close_day(at, "tester", at.today, {10_000: 9, 2_000: 4})
            with pytest.raises(Refused, match="REFUND_GRANTED"):
                reverse_payment(at, number, "重复", approved_by="boss")
            assert verify(at.store, tmp_path / "scratch.db").ok

    @pytest.mark.parametrize("closed", [False, True])
    def test_what_went_back_with_the_whole_receipt_is_not_granted_again(
        self, *, closed: bool
    ) -> None:
        with desk() as at:
            number = _paid(at).receipt.number
            asked = request_refund(at, RefundEntry(number, "death", "起桂仙"))
            if closed:
                close_day(at, "tester", at.today, {10_000: 9, 2_000: 4})
                reverse_payment(at, number, "重复", approved_by="boss")
            else:
                void_receipt(at, number, "收错")
            answer = RefundAnswer("approved", at.today, 32_000, "局", "1号")
            with _acting(at, "boss", "supervisor"):
                code = "ALREADY_REVERSED" if closed else "ALREADY_VOIDED"
                with pytest.raises(Refused, match=code):
                    decide_refund(at, asked.id, answer)
                decide_refund(at, asked.id, RefundAnswer("withdrawn", at.today))
