"""Goal: a clerk settles an approved difference by keyboard, from the receipt it puts right."""

from __future__ import annotations

from desktop.app.keyboard import Key
from desktop.domain.facts import Difference, EnrollmentsRepriced
from desktop.usecases.differences import open_differences
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, receipt_of, take_payment
from desktop.usecases.refunds import list_refunds
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN
from tests.ui.test_money_day import AtDesk, at

__all__ = ["at"]


def noted(at: AtDesk, kind: str, fen: int) -> str:
    """Take the family's money and note a difference of its head; return the receipt's number."""
    saved = save_household(at.desk, FAMILY)
    taken = take_payment(at.desk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    line = taken.receipt.lines[0]
    difference = Difference(
        id="d1" * 16,
        enrollment=line.enrollment,
        person=line.person,
        payment=taken.payment_id,
        kind=kind,  # type: ignore[arg-type]
        state="approved",
        amount_fen=fen,
        paid_fen=line.paid_fen,
    )
    fact = EnrollmentsRepriced(
        household=saved.household_id, campaign_year=CAMPAIGN, run="r", differences=(difference,)
    )
    with at.desk.store.transaction():
        at.desk.store.record(fact, operator="boss")
    return taken.receipt.number


def test_a_difference_is_collected_and_its_receipt_printed(at: AtDesk) -> None:
    noted(at, "collect", 1_350)
    at.go("receipts")
    screen = at.pages.receipts
    screen.presenter.actions.begin("difference")
    at.picture("difference-collect")
    at.keys.enter()
    at.keys.enter()
    at.keys.press(Key.Key_Return)
    assert open_differences(at.desk, CAMPAIGN) == ()
    fact, prints = receipt_of(at.desk, "T001-00000002")
    assert (fact.receipt.paid_fen, fact.receipt.method, prints) == (1_350, "cash", 1)
    assert fact.receipt.payer == FAMILY.members[0].name


def test_what_goes_back_becomes_a_request_and_its_form(at: AtDesk) -> None:
    number = noted(at, "refund", 2_000)
    at.go("receipts")
    screen = at.pages.receipts
    screen.presenter.actions.begin("difference")
    at.picture("difference-back")
    screen.task.act.click()
    (asked,) = list_refunds(at.desk)
    assert (asked.receipt, asked.asked_fen, asked.decision) == (number, 2_000, "")
    assert asked.applicant == FAMILY.members[0].name


def test_without_a_difference_it_says_so(at: AtDesk) -> None:
    saved = save_household(at.desk, FAMILY)
    take_payment(at.desk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    at.go("receipts")
    screen = at.pages.receipts
    screen.presenter.actions.begin("difference")
    assert screen.form.message.words == "这一户没有待结清的差额"
    assert not screen.presenter.actions.panel.is_open
