"""Goal: what a supervisor approved to collect or give back moves once, on a paper of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.domain.facts import Difference, EnrollmentsRepriced
from desktop.store import register
from desktop.store.rebuild import differing_tables, rebuild
from desktop.store.verify import verify
from desktop.usecases.approve_repricing import approve
from desktop.usecases.closing import close_day, figures_of_day, shares_of_day
from desktop.usecases.desk import Desk
from desktop.usecases.differences import OpenDifference, collect_differences, open_differences
from desktop.usecases.forms import day_sheet
from desktop.usecases.payments import PaymentInput, TakenPayment, receipt_of
from desktop.usecases.refunds import (
    RefundAnswer,
    RefundEntry,
    decide_refund,
    request_refund,
)
from desktop.usecases.registers import RegisterWanted
from desktop.usecases.registers import register as register_of
from desktop.usecases.repricing import reprice
from desktop.usecases.undoing import reverse_payment, void_receipt
from tests.helpers.desks import CAMPAIGN, FAMILY_FEN
from tests.helpers.desks import desk as signed_in
from tests.unit.usecases.test_repricing import RECOGNISED, give_identity, paid

TODAY = date(2021, 11, 15)
COLLECT_FEN = 3_000


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in(role="supervisor") as opened:
        yield opened


def collectable(desk: Desk, *, state: str = "approved", fen: int = COLLECT_FEN) -> str:
    """Put a difference of the family's first member on record, as an approved list does."""
    household = paid(desk)
    [row, *_] = register.enrollments(desk.store.connection, household, CAMPAIGN)
    difference = Difference(
        id="d1" * 16,
        enrollment=row["id"],
        person=row["person_id"],
        payment=row["payment_id"],
        kind="collect",
        state=state,  # type: ignore[arg-type]
        amount_fen=fen,
        paid_fen=row["net_fen"],
    )
    fact = EnrollmentsRepriced(
        household=household, campaign_year=CAMPAIGN, run="r", differences=(difference,)
    )
    with desk.store.transaction():
        desk.store.record(fact, operator="boss")
    return household


def returnable(desk: Desk) -> OpenDifference:
    """A person recognised before paying in full: assistance is due back (补落实资助)."""
    household = paid(desk)
    give_identity(desk, household, RECOGNISED)
    approve(desk, reprice(desk, CAMPAIGN))
    (one,) = open_differences(desk, CAMPAIGN)
    return one


def collect(desk: Desk, household: str, **fields: object) -> TakenPayment:
    (one,) = open_differences(desk, CAMPAIGN, household)
    entry = PaymentInput(household, "cash", one.amount_fen, differences=(one.id,))
    return collect_differences(desk, replace(entry, **fields))  # type: ignore[arg-type]


def refused(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as told:
        act()
    return told.value


def prove(desk: Desk, folder: Path) -> None:
    """The chain, the ledger, and the record made again from the events."""
    found = verify(desk.store, folder / "scratch.db")
    assert found.ok, found.faults
    scratch = desk.store.scratch(folder / "again.db")
    rebuild(desk.store.connection, scratch)
    assert differing_tables(desk.store.connection, scratch) == []
    scratch.close()


def test_a_difference_is_collected_on_a_receipt_of_its_own(desk: Desk, tmp_path: Path) -> None:
    household = collectable(desk)
    taken = collect(desk, household)
    (line,) = taken.receipt.lines
    assert (line.standard_fen, line.assistance_fen, line.paid_fen) == (3_000, 0, 3_000)
    assert line.corrects == "T001-00000001"
    assert taken.receipt.number == "T001-00000002"
    assert open_differences(desk, CAMPAIGN) == ()
    first = receipt_of(desk, "T001-00000001")[0]
    rows = register.enrollments(desk.store.connection, household, CAMPAIGN)
    assert {row["payment_id"] for row in rows} == {first.payment}, "the first payment stands"
    prove(desk, tmp_path)


def test_it_is_collected_once_whoever_asks_how_often(desk: Desk) -> None:
    household = collectable(desk)
    (one,) = open_differences(desk, CAMPAIGN)
    entry = PaymentInput(household, "cash", one.amount_fen, differences=(one.id,), ref="till-9")
    first, again = collect_differences(desk, entry), collect_differences(desk, entry)
    assert (again.again, again.receipt) == (True, first.receipt)
    told = refused(lambda: collect_differences(desk, replace(entry, ref="till-10")))
    assert told.code == "DIFFERENCE_SETTLED"


@pytest.mark.parametrize("fen", [0, COLLECT_FEN - 1, COLLECT_FEN + 1])
def test_not_a_fen_more_or_less_is_taken(desk: Desk, fen: int) -> None:
    household = collectable(desk)
    told = refused(lambda: collect(desk, household, amount_fen=fen))
    assert (told.code, told.values["due_fen"]) == ("AMOUNT_DIFFERS", COLLECT_FEN)


def test_what_nobody_approved_is_not_collected(desk: Desk) -> None:
    household = collectable(desk, state="proposed")
    assert open_differences(desk, CAMPAIGN) == ()
    entry = PaymentInput(household, "cash", COLLECT_FEN, differences=("d1" * 16,))
    assert refused(lambda: collect_differences(desk, entry)).code == "DIFFERENCE_UNKNOWN"


def test_a_voided_difference_can_be_collected_again_and_the_enrolment_stays_paid(
    desk: Desk, tmp_path: Path
) -> None:
    household = collectable(desk)
    taken = collect(desk, household)
    void_receipt(desk, taken.receipt.number, "错")
    rows = register.enrollments(desk.store.connection, household, CAMPAIGN)
    assert {row["status"] for row in rows} == {"paid"}
    again = collect(desk, household)
    assert again.receipt.number == "T001-00000003"
    prove(desk, tmp_path)


def test_a_reversed_difference_can_be_collected_again(desk: Desk, tmp_path: Path) -> None:
    household = collectable(desk)
    taken = collect(desk, household)
    pieces = {10_000: (FAMILY_FEN + COLLECT_FEN) // 10_000, 1_000: 1}
    close_day(desk, "tester", TODAY, pieces, explanation="培训")
    undone = reverse_payment(desk, taken.receipt.number, "错", approved_by="boss")
    assert undone.amount_fen == COLLECT_FEN
    rows = register.enrollments(desk.store.connection, household, CAMPAIGN)
    assert {row["status"] for row in rows} == {"paid"}
    assert len(open_differences(desk, CAMPAIGN)) == 1
    prove(desk, tmp_path)


def test_the_first_receipt_is_not_undone_under_its_difference(desk: Desk) -> None:
    household = collectable(desk)
    taken = collect(desk, household)
    told = refused(lambda: void_receipt(desk, "T001-00000001", "错"))
    assert (told.code, told.values["number"]) == ("DIFFERENCE_COLLECTED", taken.receipt.number)
    void_receipt(desk, taken.receipt.number, "错")
    void_receipt(desk, "T001-00000001", "错")
    assert open_differences(desk, CAMPAIGN) == (), "without the payment there is no difference"
    entry = PaymentInput(household, "cash", COLLECT_FEN, differences=("d1" * 16,))
    assert refused(lambda: collect_differences(desk, entry)).code == "DIFFERENCE_MOOT"


def test_what_goes_back_is_asked_for_by_naming_the_difference(desk: Desk, tmp_path: Path) -> None:
    one = returnable(desk)
    assert (one.outcome, one.amount_fen) == ("retroactive", 12_000)
    entry = PaymentInput(one.household_id, "cash", one.amount_fen, differences=(one.id,))
    assert refused(lambda: collect_differences(desk, entry)).code == "DIFFERENCE_GOES_BACK"
    asked = request_refund(desk, RefundEntry("", "", "王𠮷祥", difference=one.id))
    assert (asked.receipt, asked.cause, asked.asked_fen) == (
        one.receipt,
        "recognised_later",
        12_000,
    )
    assert len(asked.enrollments) == 1
    again = RefundEntry("", "", "王𠮷祥", difference=one.id)
    assert refused(lambda: request_refund(desk, again)).code == "DIFFERENCE_ASKED"
    assert open_differences(desk, CAMPAIGN)[0].asked_on == TODAY.isoformat()
    answer = RefundAnswer("approved", TODAY, 12_000, "培训县医保局", "培医保退〔2021〕1号")
    desk.operator = "boss"
    wrong = replace(answer, amount_fen=11_999)
    assert refused(lambda: decide_refund(desk, asked.id, wrong)).code == "AMOUNT_DIFFERS"
    decide_refund(desk, asked.id, answer)
    assert open_differences(desk, CAMPAIGN) == ()
    assert refused(lambda: request_refund(desk, again)).code == "DIFFERENCE_SETTLED"
    told = refused(lambda: void_receipt(desk, one.receipt, "错"))
    assert told.code == "DIFFERENCE_REFUNDED"
    prove(desk, tmp_path)


def test_a_refused_request_leaves_the_difference_to_be_asked_for_again(desk: Desk) -> None:
    one = returnable(desk)
    asked = request_refund(desk, RefundEntry("", "", "王𠮷祥", difference=one.id))
    desk.operator = "boss"
    decide_refund(desk, asked.id, RefundAnswer("refused", TODAY, note="材料不全"))
    assert [(found.id, found.asked_on) for found in open_differences(desk, CAMPAIGN)] == [
        (one.id, "")
    ]
    desk.operator = "tester"
    assert request_refund(desk, RefundEntry("", "", "王𠮷祥", difference=one.id)).id != asked.id


def test_no_more_goes_back_in_all_than_was_paid(desk: Desk) -> None:
    one = returnable(desk)
    asked = request_refund(desk, RefundEntry("", "", "王𠮷祥", difference=one.id))
    rest = RefundEntry(one.receipt, "moved_away", "王𠮷祥", persons=(one.person_id,))
    other = request_refund(desk, rest)
    desk.operator = "boss"
    answer = RefundAnswer("approved", TODAY, 12_000, "培训县医保局", "培医保退〔2021〕1号")
    decide_refund(desk, asked.id, answer)
    told = refused(lambda: decide_refund(desk, other.id, replace(answer, amount_fen=20_001)))
    assert (told.code, told.values["paid_fen"]) == ("AMOUNT_ABOVE_PAID", 20_000)
    decide_refund(desk, other.id, replace(answer, amount_fen=20_000))


def test_the_cause_belongs_to_a_named_difference_alone(desk: Desk) -> None:
    paid(desk)
    entry = RefundEntry("T001-00000001", "difference", "王𠮷祥")
    assert refused(lambda: request_refund(desk, entry)).code == "CAUSE_UNKNOWN"


def test_closing_and_registers_show_it_as_money_and_no_person_more(desk: Desk) -> None:
    household = collectable(desk)
    before = figures_of_day(desk, "tester", TODAY)
    collect(desk, household)
    figures = figures_of_day(desk, "tester", TODAY)
    assert (figures.receipts, figures.persons) == (before.receipts + 1, before.persons)
    assert (figures.differences, figures.differences_fen) == (1, COLLECT_FEN)
    assert figures.cash_fen == FAMILY_FEN + COLLECT_FEN
    shares = shares_of_day(desk, "tester", TODAY)
    assert [(one.key, one.persons, one.paid_fen) for one in shares.standards] == [
        ("", 0, COLLECT_FEN),
        ("32000", 4, FAMILY_FEN),
    ]
    sheet = day_sheet(desk, "tester", TODAY)
    assert sheet.data.fields["differences"] == "1 张，30.00 元"
    listed = register_of(
        desk, RegisterWanted("contribution-register", desk.store.station.division, CAMPAIGN)
    )
    last = listed.data.rows[-1]
    assert (last["identity"], last["paid_fen"]) == ("补缴差额", COLLECT_FEN)
    assert sum(int(str(row["paid_fen"])) for row in listed.data.rows) == FAMILY_FEN + COLLECT_FEN


def test_verify_tells_a_difference_settled_twice_and_in_another_amount(
    desk: Desk, tmp_path: Path
) -> None:
    household = collectable(desk)
    collect(desk, household)
    desk.store.connection.execute(
        "UPDATE payment_lines SET adjustment_id = ? WHERE adjustment_id IS NULL", ("d1" * 16,)
    )
    codes = {fault.code for fault in verify(desk.store, tmp_path / "scratch.db").faults}
    assert {"DIFFERENCE_TWICE", "DIFFERENCE_AMOUNT"} <= codes
