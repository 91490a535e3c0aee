"""Undo what was taken: void a receipt on its own day, reverse it later, void unused numbers.

Nothing is deleted and nothing edited: a void and a reversal are facts next to the payment, and the
enrolments wait to be paid again.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from desktop.base.clock import instant_text
from desktop.base.errors import Refused
from desktop.domain.money_facts import (
    NUMBERS_MAX,
    NumbersVoided,
    PaymentReversed,
    ReceiptVoided,
)
from desktop.domain.receipt import Receipt, ReceiptLine, receipt_number
from desktop.domain.text_limit import check_length
from desktop.store import closings, refunds, register, segments, settling
from desktop.store.register import Row
from desktop.usecases.booking import booking_day
from desktop.usecases.desk import Desk
from desktop.usecases.payments import MAY_TAKE, payment_of, receipt_of
from desktop.wire.receipt_code import make_code


@dataclass(frozen=True, slots=True)
class Undone:
    """A payment that was undone."""

    payment_id: str
    receipt: str
    """Number of the receipt that was undone."""
    amount_fen: int
    """What goes back to the payer."""
    reversal: str = ""
    """Number of the reversing receipt; empty for a void, which needs none."""
    again: bool = False
    """The caller's reference had been used: this is what it did then."""


def void_receipt(desk: Desk, number: str, reason: str) -> Undone:
    """Void a receipt (作废) made at this station on a day that is still open, as one event.

    The caller has every copy of the paper and gives the money back. Voiding twice is voiding once.

    Raises:
        Refused: ``ROLE``, ``REASON_EMPTY``, ``RECEIPT_UNKNOWN``, ``VOID_OTHER_STATION``,
            ``VOID_DAY_CLOSED`` (reverse it instead), ``ALREADY_REVERSED``, ``IS_REVERSAL``,
            ``DIFFERENCE_COLLECTED``, ``DIFFERENCE_REFUNDED`` (a difference of it was settled),
            ``REFUND_GRANTED`` (money of it goes back already).
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_TAKE)
    reason = _reason(reason)
    with desk.store.transaction():
        fact, _ = receipt_of(desk, number)
        row = _payment(desk, fact.payment)
        amount = fact.receipt.paid_fen
        if row["state"] == "voided":
            return Undone(fact.payment, number, amount, again=True)
        _check_live(row)
        _check_own_open_day(desk, row)
        _check_whole(desk, fact.payment)
        voided = ReceiptVoided(
            number=number,
            payment=fact.payment,
            enrollments=tuple(line.enrollment for line in fact.receipt.lines),
            reason=reason,
            difference=bool(fact.receipt.settles),
        )
        desk.store.record(voided, operator=desk.operator)
    return Undone(fact.payment, number, amount)


def reverse_payment(
    desk: Desk, number: str, reason: str, *, approved_by: str, ref: str = ""
) -> Undone:
    """Reverse a receipt (红冲) with a number of its own, as one event; the money goes back.

    ``approved_by`` is the supervisor who consented (`desktop.usecases.second_person.confirm`), or
    the operator who is one. The same ``ref`` twice gives the same reversal.

    Raises:
        Refused: ``ROLE``, ``REASON_EMPTY``, ``APPROVAL_NEEDED``, ``RECEIPT_UNKNOWN``,
            ``ALREADY_REVERSED``, ``ALREADY_VOIDED``, ``IS_REVERSAL``, ``NO_RECEIPT_NUMBERS``,
            ``CLOCK_BACK``, ``VOID_INSTEAD`` while the day is open and the receipt our own,
            ``DIFFERENCE_COLLECTED``, ``DIFFERENCE_REFUNDED`` (a difference of it was settled),
            ``REFUND_GRANTED`` (money of it goes back already).
        Unavailable: the disk failed; no receipt number was used.
    """
    desk.may(*MAY_TAKE)
    reason = _reason(reason)
    if not approved_by:
        raise Refused("APPROVAL_NEEDED", "a reversal needs a supervisor's consent")
    with desk.store.transaction():
        earlier = _earlier(desk, ref)
        if earlier is not None:
            return earlier
        taken, _ = receipt_of(desk, number)
        row = _payment(desk, taken.payment)
        if row["state"] == "voided":
            raise Refused("ALREADY_VOIDED", "this receipt was voided")
        _check_live(row)
        if _own_open_day(desk, row):
            raise Refused("VOID_INSTEAD", "its day is still open: void the receipt")
        _check_whole(desk, taken.payment)
        segment, serial, own = segments.next_number(desk.store.connection, desk.store.station.id)
        receipt = _reversing(desk, taken.receipt, own, reason)
        fact = PaymentReversed(
            payment=desk.store.ids.new_id(),
            reverses=taken.payment,
            segment=segment,
            serial=serial,
            receipt=receipt,
            approved_by=approved_by,
            code=make_code(receipt, desk.store.station.key),
            ref=ref,
        )
        desk.store.record(fact, operator=desk.operator)
    return Undone(taken.payment, number, taken.receipt.paid_fen, own)


def void_numbers(desk: Desk, count: int, reason: str) -> tuple[str, ...]:
    """Void the next ``count`` unused numbers, as one event; return them.

    For spoiled paper, and for going on after a paper book that used up numbers (接纸质票本).

    Raises:
        Refused: ``ROLE``, ``REASON_EMPTY``, ``NUMBERS_COUNT`` (not 1 … 1,000, or more than the
            current segment has left, which is told).
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_TAKE)
    reason = _reason(reason)
    with desk.store.transaction():
        station = desk.store.station.id
        segment, serial, _ = segments.next_number(desk.store.connection, station)
        state = next(
            one for one in segments.segments(desk.store.connection, station) if one.id == segment
        )
        left = min(NUMBERS_MAX, state.last - serial + 1)
        if not 1 <= count <= left:
            raise Refused("NUMBERS_COUNT", f"1 to {left} numbers can be voided at once", most=left)
        fact = NumbersVoided(
            segment=segment,
            prefix=state.prefix,
            first=serial,
            last=serial + count - 1,
            reason=reason,
        )
        desk.store.record(fact, operator=desk.operator)
    return tuple(receipt_number(state.prefix, serial + n) for n in range(count))


def _reversing(desk: Desk, receipt: Receipt, number: str, reason: str) -> Receipt:
    day, late = booking_day(desk)
    station = desk.store.station
    return msgspec.structs.replace(
        receipt,
        number=number,
        station=station.id,
        station_name=station.name,
        lines=tuple(_negative(line) for line in receipt.lines),
        collector=desk.display_name or desk.operator,
        taken_at=instant_text(desk.store.clock.now()),
        booked_on=day.isoformat(),
        late=late,
        reverses=receipt.number,
        reason=reason,
        external_number="",
        paid_on="",
    )


def _negative(line: ReceiptLine) -> ReceiptLine:
    return msgspec.structs.replace(
        line,
        standard_fen=-line.standard_fen,
        assistance_fen=-line.assistance_fen,
        paid_fen=-line.paid_fen,
    )


def _payment(desk: Desk, payment_id: str) -> Row:
    row = register.payment(desk.store.connection, payment_id)
    assert row is not None, "a receipt's payment is in the file"
    return row


def _check_live(row: Row) -> None:
    if row["reverses"]:
        raise Refused("IS_REVERSAL", "this is a reversal itself")
    if row["state"] == "reversed":
        raise Refused("ALREADY_REVERSED", "this receipt was reversed")


def _own_open_day(desk: Desk, row: Row) -> bool:
    station = desk.store.station.id
    if row["station"] != station:
        return False
    connection = desk.store.connection
    return closings.closing(connection, station, row["operator"], row["booked_on"]) is None


def _check_own_open_day(desk: Desk, row: Row) -> None:
    if row["station"] != desk.store.station.id:
        raise Refused("VOID_OTHER_STATION", "the receipt was made at another station")
    if not _own_open_day(desk, row):
        raise Refused(
            "VOID_DAY_CLOSED", "the day is closed: reverse the receipt", day=row["booked_on"]
        )


def _check_whole(desk: Desk, payment_id: str) -> None:
    """Refuse to give a payment back whole while part of it was put right in other money."""
    row = settling.settled_on(desk.store.connection, payment_id)
    if row is not None and row["settling"]:
        number = row["settling"]
        raise Refused("DIFFERENCE_COLLECTED", "undo the difference's receipt first", number=number)
    if row is not None:
        raise Refused("DIFFERENCE_REFUNDED", "part of it went back already: ask for a refund")
    granted = refunds.granted_of(desk.store.connection, payment_id)
    if granted is not None:
        raise Refused("REFUND_GRANTED", "it went back on a refund already", granted_fen=granted)


def _earlier(desk: Desk, ref: str) -> Undone | None:
    if not ref:
        return None
    used = register.reference(desk.store.connection, desk.store.station.id, "reverse", ref)
    if used is None:
        return None
    row = _payment(desk, used["subject"])
    undone = payment_of(desk, row["reverses"])
    return Undone(
        undone.payment, undone.receipt.number, -row["amount_fen"], row["receipt_number"], again=True
    )


def _reason(text: str) -> str:
    reason = text.strip()
    if not reason:
        raise Refused("REASON_EMPTY", "say why")
    check_length(reason=reason)
    return reason
