"""Goal: what is taken is exactly what is due, on one receipt, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.base.errors import Refused
from desktop.domain.facts import Recognition
from desktop.store import register
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.papers import (
    check_receipt_code,
    mark_printed,
    receipt_paper,
)
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.desks import (
    CAMPAIGN,
    FAMILY,
    FAMILY_FEN,
    HEAD,
    MOTHER,
    SON,
    desk,
    receipts_of,
    with_members,
)


def cash(household_id: str, amount_fen: int, **fields: object) -> PaymentInput:
    return replace(PaymentInput(household_id, "cash", amount_fen), **fields)  # type: ignore[arg-type]


def test_a_payment_makes_one_receipt_that_says_who_paid_what_and_why() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        receipt = take_payment(at, cash(saved.household_id, FAMILY_FEN)).receipt
        assert receipt.number == "T001-00000001"
        assert [line.paid_fen for line in receipt.lines] == [32000, 20000, 14000, 32000]
        assert receipt.paid_fen == FAMILY_FEN
        assert receipt.standard_fen == receipt.paid_fen + receipt.assistance_fen
        wife = receipt.lines[1]
        assert wife.identity == "subsistence_allowance"
        assert ("assistance", "楚医保〔2021〕46号", "三") in {
            (basis.field, basis.document, basis.article) for basis in wife.basis
        }
        assert wife.cover_open == "NO_BENEFIT_YEAR_IN_DOC"
        assert wife.document.startswith("539999********")
        assert set(load_household(at, saved.household_id, CAMPAIGN).statuses) == {"paid"}


@pytest.mark.parametrize("amount_fen", [0, FAMILY_FEN - 1, FAMILY_FEN + 1])
def test_more_or_less_than_due_is_refused_with_what_is_due(amount_fen: int) -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        with pytest.raises(Refused) as refused:
            take_payment(at, cash(saved.household_id, amount_fen))
        assert refused.value.code == "AMOUNT_DIFFERS"
        assert refused.value.values["due_fen"] == FAMILY_FEN
        assert receipts_of(at) == ()


def test_the_same_reference_twice_is_the_same_receipt() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        asked = cash(saved.household_id, FAMILY_FEN, ref="till-1")
        first, second = take_payment(at, asked), take_payment(at, asked)
        assert second.again
        assert (second.payment_id, second.receipt) == (first.payment_id, first.receipt)


def test_a_household_that_has_paid_cannot_pay_again() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        take_payment(at, cash(saved.household_id, FAMILY_FEN))
        with pytest.raises(Refused, match="NOTHING_PAYABLE"):
            take_payment(at, cash(saved.household_id, FAMILY_FEN))


def test_a_member_enrolled_later_pays_on_a_receipt_of_his_own() -> None:
    with desk() as at:
        saved = save_household(at, with_members(HEAD))
        take_payment(at, cash(saved.household_id, 32000))
        save_household(at, with_members(SON))
        receipt = take_payment(at, cash(saved.household_id, 32000)).receipt
        assert [line.name for line in receipt.lines] == [SON.name]
        assert receipt.number == "T001-00000002"


def test_a_member_whose_price_is_open_is_left_off_the_receipt() -> None:
    veteran = replace(MOTHER, identities=(Recognition(code="veteran"),))
    with desk() as at:
        saved = save_household(at, with_members(HEAD, veteran))
        receipt = take_payment(at, cash(saved.household_id, 32000)).receipt
        assert [line.name for line in receipt.lines] == [HEAD.name]
        with pytest.raises(Refused, match="PRICE_OPEN"):
            take_payment(at, cash(saved.household_id, 32000))


def test_full_assistance_is_a_receipt_over_nothing() -> None:
    orphan = replace(SON, relation="02", identities=(Recognition(code="orphan"),))
    with desk() as at:
        saved = save_household(at, with_members(orphan))
        with pytest.raises(Refused, match="METHOD_ASSISTED"):
            take_payment(at, cash(saved.household_id, 0))
        receipt = take_payment(at, cash(saved.household_id, 0, method="assisted")).receipt
        assert (receipt.standard_fen, receipt.assistance_fen, receipt.paid_fen) == (32000, 32000, 0)


def test_without_a_number_left_nothing_is_taken() -> None:
    with desk(numbers=1) as at:
        first = save_household(at, with_members(HEAD))
        take_payment(at, cash(first.household_id, 32000))
        second = save_household(at, with_members(replace(SON, relation="02"), number="2"))
        with pytest.raises(Refused, match="NO_RECEIPT_NUMBERS"):
            take_payment(at, cash(second.household_id, 32000))
        row = register.enrollment(at.store.connection, second.enrollments[0].person_id, CAMPAIGN)
        assert row is not None
        assert row["status"] == "registered"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (cash("f" * 32, 100), "HOUSEHOLD_UNKNOWN"),
        (PaymentInput("f" * 32, "barter", 100), "METHOD_UNKNOWN"),
    ],
)
def test_what_cannot_be_paid_is_said(asked: PaymentInput, code: str) -> None:
    with desk() as at, pytest.raises(Refused, match=code):
        take_payment(at, asked)


def test_a_print_is_counted_and_the_next_one_is_a_reprint() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        number = take_payment(at, cash(saved.household_id, FAMILY_FEN)).receipt.number
        assert receipts_of(at)[0].prints == 0
        for copy in (1, 2):
            assert receipt_paper(at, number).copy == copy
            mark_printed(at, number, copy)
            mark_printed(at, number, copy)
        assert receipts_of(at)[0].prints == 2
        events = [row[0] for row in at.store.connection.execute("SELECT type FROM events")]
        assert events.count("receipt.printed") == 2


def test_the_code_on_a_receipt_proves_what_was_paid() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        number = take_payment(at, cash(saved.household_id, FAMILY_FEN)).receipt.number
        proven = check_receipt_code(at, receipt_paper(at, number).code)
        said = proven.said
        assert (said.number, said.paid_fen, len(said.marks)) == (number, FAMILY_FEN, 4)
        assert proven.station == at.store.station.name
    with desk(seed=2) as elsewhere, pytest.raises(Refused, match="CODE_STATION_UNKNOWN"):
        check_receipt_code(elsewhere, receipt_paper_code(number))


def receipt_paper_code(number: str) -> str:
    """Return the code of the family's receipt at the first station."""
    with desk() as at:
        saved = save_household(at, FAMILY)
        take_payment(at, cash(saved.household_id, FAMILY_FEN))
        return receipt_paper(at, number).code
