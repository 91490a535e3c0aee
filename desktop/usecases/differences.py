"""Collect approved differences of paid enrolments (多退少补), on a receipt of their own.

What goes back to a person is asked for with a refund request that names the difference
(`desktop.usecases.refunds`). Whether a difference is settled follows from the payments and refunds
that stand: a receipt voided or reversed leaves it to be settled again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from desktop.base.errors import Refused
from desktop.domain.facts import PaymentTaken
from desktop.domain.household import HouseholdInput
from desktop.domain.identity_number import masked
from desktop.domain.receipt import Basis, Method, ReceiptLine
from desktop.store import register, segments, settling
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import (
    MAY_TAKE,
    PaymentInput,
    TakenPayment,
    earlier_payment,
    made_out,
    payment_day,
    payment_of,
)
from desktop.wire.receipt_code import make_code

COLLECT = "collect"


@dataclass(frozen=True, slots=True)
class OpenDifference:
    """An approved difference that nobody has settled. Money in fen."""

    id: str
    household_id: str
    number: str
    """户号."""
    person_id: str
    name: str
    outcome: str
    """``collect``; ``refund`` and ``retroactive`` go back to the person."""
    amount_fen: int
    receipt: str
    """The receipt whose figure it puts right."""
    asked_on: str
    """Day of a refund request that waits for its answer; empty: none."""


def open_differences(
    desk: Desk, campaign_year: int, household_id: str = ""
) -> tuple[OpenDifference, ...]:
    """Return the approved differences that can be settled, oldest first.

    Raises:
        Unavailable: the file cannot be read.
    """
    rows = settling.unsettled(desk.store.connection, campaign_year, household_id)
    return tuple(
        OpenDifference(
            id=row["id"],
            household_id=row["household_id"],
            number=row["number"] or "",
            person_id=row["person_id"],
            name=row["name"] or "",
            outcome=row["outcome"],
            amount_fen=row["amount_fen"],
            receipt=row["receipt"] or "",
            asked_on=row["asked_on"] or "",
        )
        for row in rows
    )


def collect_differences(desk: Desk, entry: PaymentInput) -> TakenPayment:
    """Take the money of approved differences of one household, as one event with its receipt.

    The enrolments and their first receipt stay as they are. The same ``ref`` twice gives the same
    receipt.

    Raises:
        Refused: ``ROLE``, ``METHOD_UNKNOWN``, ``METHOD_ASSISTED``, ``DIFFERENCE_UNKNOWN`` (not on
            record, or not approved), ``DIFFERENCE_SETTLED``, ``DIFFERENCE_MOOT`` (the payment it
            is about does not stand), ``DIFFERENCE_GOES_BACK`` (nothing to collect),
            ``DIFFERENCES_MIXED`` (of two households or years), ``AMOUNT_DIFFERS``,
            ``EXTERNAL_NUMBER_NEEDED``, ``PAID_ON``, ``TEXT_LONG``, ``NO_RECEIPT_NUMBERS``,
            ``CLOCK_BACK``, ``DAYS_CLOSED``.
        Unavailable: the disk failed; no receipt number was used.
    """
    desk.may(*MAY_TAKE)
    if entry.method not in get_args(Method):
        raise Refused("METHOD_UNKNOWN", f"no such way of paying: {entry.method}")
    if entry.method == "assisted":
        raise Refused("METHOD_ASSISTED", "full assistance is the way of paying nothing, only")
    payment_day(desk, entry)
    with desk.store.transaction():
        earlier = earlier_payment(desk, entry.ref)
        if earlier is not None:
            return earlier
        rows = [difference_to_settle(desk, one) for one in dict.fromkeys(entry.differences)]
        household = _household(desk, rows)
        due = sum(row["amount_fen"] for row in rows)
        if entry.amount_fen != due:
            raise Refused("AMOUNT_DIFFERS", "the amount is not what is due", due_fen=due)
        segment, serial, number = segments.next_number(desk.store.connection, desk.store.station.id)
        lines = tuple(_line(desk, row) for row in rows)
        first = payment_of(desk, rows[0]["payment_id"])
        receipt = made_out(desk, household, entry, number, lines, first.receipt.benefit_year)
        fact = PaymentTaken(
            payment=desk.store.ids.new_id(),
            segment=segment,
            serial=serial,
            receipt=receipt,
            code=make_code(receipt, desk.store.station.key),
            ref=entry.ref,
        )
        desk.store.record(fact, operator=desk.operator, law=rows[0]["law"] or "")
    return TakenPayment(fact.payment, receipt)


def difference_to_settle(desk: Desk, difference_id: str) -> Row:
    """Return an approved difference that can be settled.

    Raises:
        Refused: ``DIFFERENCE_UNKNOWN``, ``DIFFERENCE_SETTLED``, ``DIFFERENCE_MOOT``.
    """
    row = settling.approved_difference(desk.store.connection, difference_id)
    if row is None:
        raise Refused("DIFFERENCE_UNKNOWN", "no such approved difference in this station's file")
    if row["settled_by"]:
        raise Refused("DIFFERENCE_SETTLED", "this difference is settled already")
    if not row["stands"]:
        raise Refused("DIFFERENCE_MOOT", "the payment it is about does not stand any more")
    return row


def _household(desk: Desk, rows: list[Row]) -> HouseholdInput:
    if not rows:
        raise Refused("DIFFERENCE_UNKNOWN", "name the differences")
    if len({(row["household_id"], row["campaign_year"]) for row in rows}) > 1:
        raise Refused("DIFFERENCES_MIXED", "differences of one household and year at a time")
    for row in rows:
        if row["outcome"] != COLLECT:
            raise Refused("DIFFERENCE_GOES_BACK", "it goes back: ask for a refund")
    return load_household(desk, rows[0]["household_id"], rows[0]["campaign_year"]).entry


def _line(desk: Desk, row: Row) -> ReceiptLine:
    person = register.person(desk.store.connection, row["person_id"])
    assert person is not None, "whose enrolment was paid is in the file"
    document = row["decision_document"] or ""
    return ReceiptLine(
        person=row["person_id"],
        enrollment=row["enrollment_id"],
        name=person["name"] or "",
        document=masked(person["document_number"] or ""),
        relation=person["relation"] or "",
        standard_fen=row["amount_fen"],
        assistance_fen=0,
        paid_fen=row["amount_fen"],
        basis=(Basis("difference", document, ""),) if document else (),
        adjustment=row["id"],
        corrects=row["receipt"] or "",
    )
