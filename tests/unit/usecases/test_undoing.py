"""Goal: what was taken can be undone, and nothing of it disappears. Method: a real store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.base.clock import FixedClock
from desktop.base.errors import Refused
from desktop.store.verify import verify
from desktop.usecases.closing import (
    approve_day,
    close_day,
    closing_of,
    closing_of_day,
    figures_of_day,
    list_closings,
    note_deposit,
    open_days,
    shares_of_day,
)
from desktop.usecases.desk import Desk
from desktop.usecases.forms import day_sheet
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, TakenPayment, take_payment
from desktop.usecases.undoing import reverse_payment, void_numbers, void_receipt
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, SON, desk, with_members

GRANTED: dict[str, object] = {"decision": "approved", "authority": "局", "document": "1号"}
NOTES = {10_000: 9, 5_000: 1, 1_000: 3}
"""980 yuan: what the family of four pays."""


def _paid(at: Desk, **fields: object) -> TakenPayment:
    saved = save_household(at, FAMILY)
    entry = PaymentInput(saved.household_id, "cash", FAMILY_FEN)
    return take_payment(at, replace(entry, **fields))  # type: ignore[arg-type]


def _statuses(at: Desk, household: str) -> set[str]:
    return set(load_household(at, household, CAMPAIGN).statuses)


def _sound(at: Desk, tmp_path: Path) -> None:
    found = verify(at.store, tmp_path / "scratch.db")
    assert found.ok, found.faults
    assert found.used + found.voided + found.unspent == 1000


@contextmanager
def _acting(at: Desk, operator: str, role: str) -> Iterator[Desk]:
    """Sit another operator down at the same desk."""
    before = at.operator, at.role
    at.operator, at.role = operator, role
    try:
        yield at
    finally:
        at.operator, at.role = before


class TestVoiding:
    def test_a_void_keeps_the_number_and_frees_the_household(self, tmp_path: Path) -> None:
        with desk() as at:
            taken = _paid(at)
            undone = void_receipt(at, taken.receipt.number, "金额收错")
            assert (undone.amount_fen, undone.again) == (FAMILY_FEN, False)
            assert _statuses(at, taken.receipt.household) == {"registered"}
            again = take_payment(at, PaymentInput(taken.receipt.household, "cash", FAMILY_FEN))
            assert again.receipt.number == "T001-00000002"
            _sound(at, tmp_path)

    def test_voiding_twice_is_voiding_once(self) -> None:
        with desk() as at:
            number = _paid(at).receipt.number
            void_receipt(at, number, "重打")
            assert void_receipt(at, number, "重打").again

    def test_a_closed_day_is_closed(self) -> None:
        with desk() as at:
            number = _paid(at).receipt.number
            close_day(at, at.operator, at.today, NOTES)
            with pytest.raises(Refused) as refused:
                void_receipt(at, number, "金额收错")
            assert refused.value.code == "VOID_DAY_CLOSED"

    def test_no_reason_no_void(self) -> None:
        with desk() as at:
            with pytest.raises(Refused) as refused:
                void_receipt(at, _paid(at).receipt.number, "  ")
            assert refused.value.code == "REASON_EMPTY"

    def test_unused_numbers_are_voided_and_never_used(self, tmp_path: Path) -> None:
        with desk() as at:
            assert void_numbers(at, 3, "卡纸")[-1] == "T001-00000003"
            assert _paid(at).receipt.number == "T001-00000004"
            _sound(at, tmp_path)

    @pytest.mark.parametrize("count", [0, -1, 1001])
    def test_only_numbers_that_are_there_can_be_voided(self, count: int) -> None:
        with desk(numbers=1000) as at:
            with pytest.raises(Refused) as refused:
                void_numbers(at, count, "接纸质票本")
            assert refused.value.code == "NUMBERS_COUNT"


class TestReversing:
    def test_a_reversal_has_a_number_of_its_own_and_negative_money(self, tmp_path: Path) -> None:
        with desk() as at:
            taken = _paid(at)
            close_day(at, at.operator, at.today, NOTES)
            undone = reverse_payment(
                at, taken.receipt.number, "重复参保", approved_by="boss", ref="r1"
            )
            assert undone.reversal == "T001-00000002"
            assert _statuses(at, taken.receipt.household) == {"registered"}
            tomorrow = at.today + timedelta(days=1)
            figures = figures_of_day(at, at.operator, tomorrow)
            assert (figures.cash_fen, figures.reversed, figures.receipts) == (-FAMILY_FEN, 1, 0)
            again = reverse_payment(
                at, taken.receipt.number, "重复参保", approved_by="boss", ref="r1"
            )
            assert (again.reversal, again.again) == (undone.reversal, True)
            _sound(at, tmp_path)

    def test_while_the_day_is_open_it_is_voided_instead(self) -> None:
        with desk() as at:
            with pytest.raises(Refused) as refused:
                reverse_payment(at, _paid(at).receipt.number, "错", approved_by="boss")
            assert refused.value.code == "VOID_INSTEAD"

    def test_a_reversal_is_neither_reversed_nor_done_twice(self) -> None:
        with desk() as at:
            number = _paid(at).receipt.number
            close_day(at, at.operator, at.today, NOTES)
            reversal = reverse_payment(at, number, "错", approved_by="boss").reversal
            for what, code in ((number, "ALREADY_REVERSED"), (reversal, "IS_REVERSAL")):
                with pytest.raises(Refused) as refused:
                    reverse_payment(at, what, "错", approved_by="boss")
                assert refused.value.code == code

    def test_nobody_reverses_without_consent(self) -> None:
        with desk() as at:
            with pytest.raises(Refused) as refused:
                reverse_payment(at, _paid(at).receipt.number, "错", approved_by="")
            assert refused.value.code == "APPROVAL_NEEDED"


class TestClosing:
    def test_a_day_is_counted_signed_and_paid_in(self, tmp_path: Path) -> None:
        with desk() as at:
            _paid(at)
            assert [(one.collector, one.amount_fen) for one in open_days(at)] == [
                ("tester", FAMILY_FEN)
            ]
            closed = close_day(at, "tester", at.today, NOTES)
            assert (closed.difference_fen, closed.receipts, closed.persons) == (0, 1, 4)
            assert [(one.first, one.count) for one in closed.numbers] == [("T001-00000001", 1)]
            assert not closed.approved_by
            signed = approve_day(at, closed.id, "boss")
            assert (signed.approved_by, signed.signature_holds) == ("boss", True)
            paid_in = note_deposit(at, closed.id, "农信20211115", FAMILY_FEN, on=at.today)
            assert (paid_in.deposit_slip, paid_in.signature_holds) == ("农信20211115", True)
            assert open_days(at) == ()
            assert [one.id for one in list_closings(at)] == [closed.id]
            _sound(at, tmp_path)

    def test_what_comes_after_the_closing_counts_tomorrow_and_says_so(self) -> None:
        with desk() as at:
            _paid(at)
            close_day(at, "tester", at.today, NOTES)
            saved = save_household(at, with_members(SON, number="001001-0002"))
            late = take_payment(at, PaymentInput(saved.household_id, "cash", 32_000)).receipt
            tomorrow = at.today + timedelta(days=1)
            assert (late.booked_on, late.late) == (tomorrow.isoformat(), True)
            assert closing_of_day(at, "tester", at.today) is not None
            assert figures_of_day(at, "tester", tomorrow).late == 1

    def test_a_difference_needs_an_explanation(self) -> None:
        with desk() as at:
            _paid(at)
            with pytest.raises(Refused) as refused:
                close_day(at, "tester", at.today, {10_000: 9})
            assert refused.value.code == "EXPLANATION_NEEDED"
            assert refused.value.values["difference_fen"] == -8_000
            closed = close_day(at, "tester", at.today, {10_000: 9}, explanation="少收80元，追缴")
            assert closed.difference_fen == -8_000

    def test_nobody_signs_their_own_day_and_nobody_signs_it_twice(self) -> None:
        with desk() as at:
            _paid(at)
            closed = close_day(at, "tester", at.today, NOTES)
            with pytest.raises(Refused) as refused:
                approve_day(at, closed.id, "tester")
            assert refused.value.code == "OWN_WORK"
            approve_day(at, closed.id, "boss")
            with pytest.raises(Refused) as refused:
                approve_day(at, closed.id, "other")
            assert refused.value.code == "DAY_APPROVED"

    def test_a_signature_does_not_hold_for_other_figures(self) -> None:
        with desk() as at:
            _paid(at)
            closed = approve_day(at, close_day(at, "tester", at.today, NOTES).id, "boss")
            with at.store.transaction():
                at.store.connection.execute("UPDATE closings SET cash_counted_fen = 0")
            assert not closing_of(at, closed.id).signature_holds

    def test_days_are_closed_in_order(self) -> None:
        with desk() as at:
            _paid(at)
            clock = at.store.clock
            assert isinstance(clock, FixedClock)
            clock.advance(timedelta(days=1))
            saved = save_household(at, with_members(SON, number="001001-0002"))
            take_payment(at, PaymentInput(saved.household_id, "cash", 32_000))
            with pytest.raises(Refused) as refused:
                close_day(at, "tester", at.today, {10_000: 3, 2_000: 1})
            assert refused.value.code == "EARLIER_DAY_OPEN"

    def test_a_collector_closes_only_their_own_day(self) -> None:
        with desk() as at:
            _paid(at)
            with _acting(at, "zhang", "collector"), pytest.raises(Refused) as refused:
                close_day(at, "tester", at.today, NOTES)
            assert refused.value.code == "ROLE"
            with _acting(at, "boss", "supervisor"):
                assert close_day(at, "tester", at.today, NOTES).closed_by == "boss"

    @pytest.mark.parametrize("pieces", [{10_000: -1}, {300: 1}, {10_000: 100_001}])
    def test_what_cannot_be_counted_is_refused(self, pieces: dict[int, int]) -> None:
        with desk() as at:
            _paid(at)
            with pytest.raises(Refused) as refused:
                close_day(at, "tester", at.today, pieces)
            assert refused.value.code == "PIECES"

    def test_an_empty_day_is_not_closed(self) -> None:
        with desk() as at, pytest.raises(Refused) as refused:
            close_day(at, "tester", at.today, {})
        assert refused.value.code == "DAY_EMPTY"

    def test_the_day_s_money_is_told_by_village_standard_and_identity(self) -> None:
        with desk() as at:
            _paid(at)
            shares = shares_of_day(at, "tester", at.today)
            assert [(one.persons, one.paid_fen) for one in shares.villages] == [(4, FAMILY_FEN)]
            assert [(one.key, one.paid_fen) for one in shares.standards] == [("32000", FAMILY_FEN)]
            assert {one.key: one.assistance_fen for one in shares.identities} == {
                "": 0,
                "subsistence_allowance": 12_000,
                "lifted_out_of_poverty": 18_000,
            }


class TestElsewhere:
    def test_a_tax_payment_entered_later_is_priced_on_its_own_day(self) -> None:
        with desk() as at:
            saved = save_household(at, FAMILY)
            entry = PaymentInput(
                saved.household_id,
                "tax",
                FAMILY_FEN,
                external_number="353236211100012345",
                paid_on="2021-11-10",
            )
            receipt = take_payment(at, entry).receipt
            assert (receipt.external_number, receipt.paid_on) == (
                "353236211100012345",
                "2021-11-10",
            )
            assert receipt.booked_on == at.today.isoformat()

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"method": "tax"}, "EXTERNAL_NUMBER_NEEDED"),
            ({"method": "tax", "external_number": "1", "paid_on": "2021-11-16"}, "PAID_ON"),
            ({"method": "tax", "external_number": "1", "paid_on": "11.10"}, "PAID_ON"),
            ({"method": "cash", "paid_on": "2021-11-10"}, "PAID_ON"),
        ],
    )
    def test_what_cannot_have_been_is_refused(self, fields: dict[str, str], code: str) -> None:
        with desk() as at:
            with pytest.raises(Refused) as refused:
                _paid(at, **fields)
            assert refused.value.code == code

    def test_part_of_a_household_pays_and_the_rest_stays_due(self) -> None:
        with desk() as at:
            saved = save_household(at, FAMILY)
            first = saved.enrollments[0].person_id
            entry = PaymentInput(saved.household_id, "cash", 32_000, persons=(first,))
            receipt = take_payment(at, entry).receipt
            assert [line.person for line in receipt.lines] == [first]
            rest = take_payment(at, PaymentInput(saved.household_id, "wechat", FAMILY_FEN - 32_000))
            assert len(rest.receipt.lines) == 3

    def test_nobody_pays_for_who_owes_nothing(self) -> None:
        with desk() as at:
            with pytest.raises(Refused) as refused:
                _paid(at, persons=("0" * 32,))
            assert refused.value.code == "PERSON_NOT_PAYABLE"

    def test_a_clock_set_back_books_nothing(self) -> None:
        with desk() as at:
            saved = save_household(at, FAMILY)
            clock = at.store.clock
            assert isinstance(clock, FixedClock)
            at.store.station  # noqa: B018 - loaded before the day is taken away
            object.__setattr__(at.store.station, "training_day", None)
            clock.advance(timedelta(hours=-1))
            with pytest.raises(Refused) as refused:
                take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
            assert refused.value.code == "CLOCK_BACK"
            clock.advance(timedelta(hours=1))
            taken = take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
            assert taken.receipt.number == "T001-00000001"


def test_a_day_with_more_given_back_than_taken_closes_on_an_empty_box() -> None:
    """Cash went back that the day did not take: somebody advanced it, and nothing is missing."""
    with desk() as at:
        taken = _paid(at)
        close_day(at, "tester", at.today, NOTES)
        reverse_payment(at, taken.receipt.number, "重复参保", approved_by="boss")
        clock = at.store.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(days=1))
        figures = figures_of_day(at, "tester", at.today)
        assert (figures.cash_fen, figures.box_fen) == (-FAMILY_FEN, 0)
        assert figures.advanced_fen == FAMILY_FEN
        with pytest.raises(Refused) as refused:
            close_day(at, "tester", at.today, {10_000: 1})
        assert refused.value.code == "EXPLANATION_NEEDED"
        assert refused.value.values["difference_fen"] == 10_000
        closed = close_day(at, "tester", at.today, {})
        assert (closed.cash_booked_fen, closed.difference_fen) == (-FAMILY_FEN, 0)
        assert closed.advanced_fen == FAMILY_FEN
        sheet = day_sheet(at, "tester", at.today)
        assert sheet.data.fields["advanced_fen"] == FAMILY_FEN
