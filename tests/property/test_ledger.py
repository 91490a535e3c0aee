"""Goal: whatever a desk does with money, in any order, the ledger adds up to the last fen.

Method: a state machine over a real store file that is closed and opened again at any moment,
beside a model that only remembers what it was told.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_extensions import override

from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.base.ids import IdSource, SeededIds
from desktop.domain.closing import FACES_FEN
from desktop.domain.facts import Difference, EnrollmentsRepriced
from desktop.domain.household import MemberInput
from desktop.domain.invented import invented_number
from desktop.store.database import Store
from desktop.store.rebuild import differing_tables, rebuild
from desktop.store.verify import verify
from desktop.usecases.closing import (
    approve_day,
    close_day,
    figures_of_day,
    list_closings,
    open_days,
)
from desktop.usecases.desk import Desk
from desktop.usecases.differences import collect_differences, open_differences
from desktop.usecases.households import save_household
from desktop.usecases.papers import mark_printed, receipt_paper
from desktop.usecases.payments import PaymentInput, receipt_of, take_payment
from desktop.usecases.refunds import (
    RefundAnswer,
    RefundEntry,
    decide_refund,
    list_refunds,
    request_refund,
)
from desktop.usecases.undoing import reverse_payment, void_numbers, void_receipt
from tests.helpers.desks import CAMPAIGN, with_members
from tests.helpers.stations import fixed_clock, new_store

NUMBERS = 40
DIFFERENCE_FEN = 1_350
OPERATORS = ("tester", "zhang")


class Ledger(RuleBasedStateMachine):
    """A desk, what was told about its money, and the proof that both agree."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ledger-"))
        self.clock = fixed_clock()
        self.households = 0
        self.live: dict[str, int] = {}
        """Receipts that stand, with their fen."""
        self.box: dict[tuple[str, str], int] = {}
        """Cash by collector and day, as the model counts it."""
        self.approved: dict[str, str] = {}
        """Approved differences that are not settled, by the receipt whose figure they put right."""
        self.collected: dict[str, str] = {}
        """Receipts over differences that stand, by the receipt they put right."""
        self.settled: dict[str, str] = {}
        """The differences those receipts settle, by the same."""
        self.used = 0
        self.asked: dict[str, str] = {}
        """Refund requests that wait or were granted, by the receipt."""
        self.granted: dict[str, int] = {}
        """What was granted of receipts, in fen: it goes back another way than through the box."""
        self.ids: IdSource = SeededIds(77)

    @initialize()
    def open(self) -> None:
        new_store(self.folder / "station.db", numbers=NUMBERS).close()
        self._sit_down()

    @override
    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self._prove()
            self.desk.store.close()
        shutil.rmtree(self.folder)

    @rule(operator=st.sampled_from(OPERATORS), method=st.sampled_from(("cash", "wechat")))
    def pay(self, operator: str, method: str) -> None:
        self.desk.operator = operator
        self.households += 1
        number = invented_number(HEAD_BORN, 100 + self.households, "1")
        member = MemberInput(name="培训", document_number=number, relation="02")
        entry = with_members(member, number=f"L{self.households}")
        saved = save_household(self.desk, entry)
        payment = PaymentInput(saved.household_id, method, 32_000)
        if self.used == NUMBERS:
            _refused("NO_RECEIPT_NUMBERS", lambda: take_payment(self.desk, payment))
            return
        taken = take_payment(self.desk, payment)
        self.used += 1
        assert taken.receipt.number == f"T001-{self.used:08d}"
        self.live[taken.receipt.number] = 32_000
        if method == "cash":
            self._add(operator, taken.receipt.booked_on, 32_000)

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def void(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.live)))
        row = self._row(number)
        if self._is_closed(row):
            _refused("VOID_DAY_CLOSED", lambda: void_receipt(self.desk, number, "培训作废"))
            return
        if number in self.collected:
            _refused("DIFFERENCE_COLLECTED", lambda: void_receipt(self.desk, number, "培训作废"))
            return
        if number in self.granted:
            _refused("REFUND_GRANTED", lambda: void_receipt(self.desk, number, "培训作废"))
            return
        void_receipt(self.desk, number, "培训作废")
        amount = self._gone(number)
        if row["method"] == "cash":
            self._add(row["operator"], row["booked_on"], -amount)

    @precondition(lambda self: self.live)
    @rule(data=st.data(), operator=st.sampled_from(OPERATORS))
    def reverse(self, data: st.DataObject, operator: str) -> None:
        number = data.draw(st.sampled_from(sorted(self.live)))
        row = self._row(number)
        self.desk.operator = operator
        standing = number in self.collected or number in self.granted
        if self._is_closed(row) and self.used < NUMBERS and not standing:
            undone = reverse_payment(self.desk, number, "培训红冲", approved_by="boss")
        else:
            why = "NO_RECEIPT_NUMBERS"
            if standing:
                why = "DIFFERENCE_COLLECTED" if number in self.collected else "REFUND_GRANTED"
            why = why if self._is_closed(row) else "VOID_INSTEAD"
            _refused(why, lambda: reverse_payment(self.desk, number, "错", approved_by="boss"))
            return
        self.used += 1
        amount = self._gone(number)
        if row["method"] == "cash":
            self._add(operator, self._row(undone.reversal)["booked_on"], -amount)

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def print_again(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.live)))
        paper = receipt_paper(self.desk, number)
        mark_printed(self.desk, number, paper.copy)
        mark_printed(self.desk, number, paper.copy)
        assert receipt_paper(self.desk, number).copy == paper.copy + 1

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def ask_back(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.live)))
        entry = RefundEntry(number, "moved_away", "培训")
        if number in self.asked:
            _refused("REFUND_PENDING", lambda: request_refund(self.desk, entry))
            return
        self.asked[number] = request_refund(self.desk, entry).id

    @precondition(lambda self: bool(set(self.asked) - set(self.granted)))
    @rule(data=st.data(), grant=st.booleans())
    def answer_a_request(self, data: st.DataObject, *, grant: bool) -> None:
        number = data.draw(st.sampled_from(sorted(set(self.asked) - set(self.granted))))
        paid = self.live.get(number, 0)
        fen = data.draw(st.integers(1, paid)) if paid else 1
        today = self.desk.today
        yes = RefundAnswer("approved", today, fen, "培训县医疗保障局", "1号")
        answer = yes if grant else RefundAnswer("refused", today, note="培训")
        self.desk.operator, self.desk.role = "boss", "supervisor"
        try:
            if grant and not paid:
                with pytest.raises(Refused, match=r"ALREADY_(VOIDED|REVERSED)"):
                    decide_refund(self.desk, self.asked[number], answer)
                return
            decide_refund(self.desk, self.asked[number], answer)
        finally:
            self.desk.operator, self.desk.role = "tester", "clerk"
        if grant:
            self.granted[number] = fen
        else:
            self.asked.pop(number)

    @precondition(lambda self: set(self.live) - self._busy())
    @rule(data=st.data())
    def approve_a_difference(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(set(self.live) - self._busy())))
        fact, _ = receipt_of(self.desk, number)
        (line,) = fact.receipt.lines
        difference = Difference(
            id=f"d{len(self.approved)}-{number}-{self.used}",
            enrollment=line.enrollment,
            person=line.person,
            payment=fact.payment,
            kind="collect",
            state="approved",
            amount_fen=DIFFERENCE_FEN,
            paid_fen=line.paid_fen,
        )
        repriced = EnrollmentsRepriced(
            household=fact.receipt.household,
            campaign_year=fact.receipt.campaign_year,
            run="r",
            differences=(difference,),
        )
        with self.desk.store.transaction():
            self.desk.store.record(repriced, operator="boss")
        self.approved[number] = difference.id

    @precondition(lambda self: self.approved)
    @rule(data=st.data(), operator=st.sampled_from(OPERATORS))
    def collect_a_difference(self, data: st.DataObject, operator: str) -> None:
        number = data.draw(st.sampled_from(sorted(self.approved)))
        self.desk.operator = operator
        household = receipt_of(self.desk, number)[0].receipt.household
        named = (self.approved[number],)
        entry = PaymentInput(household, "cash", DIFFERENCE_FEN, differences=named)
        if self.used == NUMBERS:
            _refused("NO_RECEIPT_NUMBERS", lambda: collect_differences(self.desk, entry))
            return
        taken = collect_differences(self.desk, entry)
        _refused("DIFFERENCE_SETTLED", lambda: collect_differences(self.desk, entry))
        self.used += 1
        self.live[taken.receipt.number] = DIFFERENCE_FEN
        self.collected[number] = taken.receipt.number
        self.settled[number] = self.approved.pop(number)
        self._add(operator, taken.receipt.booked_on, DIFFERENCE_FEN)

    @rule(count=st.integers(1, 3))
    def spoil(self, count: int) -> None:
        left = NUMBERS - self.used
        if count > left:
            why = "NUMBERS_COUNT" if left else "NO_RECEIPT_NUMBERS"
            _refused(why, lambda: void_numbers(self.desk, count, "卡纸"))
            return
        self.used += len(void_numbers(self.desk, count, "卡纸"))

    @rule(short=st.booleans())
    def close_the_oldest_day(self, short: bool) -> None:
        waiting = open_days(self.desk)
        if not waiting or waiting[0].day > self.desk.today.isoformat():
            return
        one = waiting[0]
        day = self.desk.today.fromisoformat(one.day)
        self.desk.operator = one.collector
        cash = figures_of_day(self.desk, one.collector, day).cash_fen
        pieces = {} if short else _pieces(max(0, cash))
        closed = close_day(self.desk, one.collector, day, pieces, explanation="培训")
        approve_day(self.desk, closed.id, "boss")

    @rule()
    def night_falls(self) -> None:
        self.clock.advance(timedelta(days=1))

    @rule()
    def power_fails(self) -> None:
        self.ids = self.desk.store.ids
        self.desk.store.connection.close()
        self._sit_down()

    @invariant()
    def the_box_holds_what_was_told(self) -> None:
        if not hasattr(self, "desk"):
            return
        for (operator, day), amount in self.box.items():
            figures = figures_of_day(self.desk, operator, self.desk.today.fromisoformat(day))
            assert figures.cash_fen == amount

    @invariant()
    def what_is_open_is_what_was_approved_and_not_settled(self) -> None:
        if hasattr(self, "desk"):
            found = {one.id for one in open_differences(self.desk, CAMPAIGN)}
            assert found == set(self.approved.values())

    def _gone(self, number: str) -> int:
        """Forget a receipt that was undone, with what hung on it; return its fen."""
        self.approved.pop(number, None)
        for first, settling in list(self.collected.items()):
            if settling == number:
                # The difference is due again.
                self.approved[first] = self.settled.pop(first)
                self.collected.pop(first)
        return self.live.pop(number)

    def _busy(self) -> set[str]:
        """Receipts with a difference, and those over one: one difference at a time is enough."""
        return {*self.approved, *self.collected, *self.collected.values()}

    def _prove(self) -> None:
        found = verify(self.desk.store, self.folder / "scratch.db")
        assert found.ok, found.faults
        assert found.used + found.voided + found.unspent == NUMBERS
        assert found.used + found.voided == self.used
        total = self.desk.store.connection.execute(
            "SELECT coalesce(sum(amount_fen), 0) FROM payments WHERE state IS NOT 'voided'"
        ).fetchone()[0]
        assert total == sum(self.live.values())
        assert all(one.signature_holds for one in list_closings(self.desk))
        answered = {
            one.receipt: one.amount_fen for one in list_refunds(self.desk) if one.amount_fen
        }
        assert answered == self.granted
        scratch = self.desk.store.scratch(self.folder / "again.db")
        rebuild(self.desk.store.connection, scratch)
        assert differing_tables(self.desk.store.connection, scratch) == []
        scratch.close()

    def _sit_down(self) -> None:
        path = self.folder / "station.db"
        store = Store.open(path, None, clock=self.clock, ids=self.ids)
        self.desk = Desk(store, shipped_law(), "tester", "培训员", "clerk")

    def _add(self, operator: str, day: str, fen: int) -> None:
        self.box[operator, day] = self.box.get((operator, day), 0) + fen

    def _is_closed(self, row: dict[str, str]) -> bool:
        closed = {(one.collector, one.day) for one in list_closings(self.desk)}
        return (row["operator"], row["booked_on"]) in closed

    def _row(self, number: str) -> dict[str, str]:
        row = self.desk.store.connection.execute(
            "SELECT operator, booked_on, method FROM payments WHERE receipt_number = ?", (number,)
        ).fetchone()
        return {name: row[name] for name in ("operator", "booked_on", "method")}


HEAD_BORN = fixed_clock().today().replace(year=1975)


def _refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as refused:
        act()
    assert refused.value.code == code


def _pieces(fen: int) -> dict[int, int]:
    counted: dict[int, int] = {}
    for face in FACES_FEN:
        counted[face], fen = divmod(fen, face)
    return counted


TestLedger = Ledger.TestCase
TestLedger.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
