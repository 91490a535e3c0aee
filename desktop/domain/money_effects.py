"""What facts about money do to the tables: payments, receipts, reversals, refunds, closings.

A part of `desktop.domain.effects`, under the same rule: every effect assigns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.base.clock import legal_day
from desktop.domain.assign import Assign, Value, set_fields
from desktop.domain.events import Event
from desktop.domain.facts import PaymentTaken, ReceiptPrinted
from desktop.domain.money_facts import (
    DayApproved,
    DayClosed,
    DayDeposited,
    NumbersVoided,
    PaymentReversed,
    ReceiptVoided,
    RefundDecided,
    RefundRequested,
)
from desktop.domain.receipt import Receipt, receipt_number

MoneyFact = (
    PaymentTaken
    | ReceiptPrinted
    | ReceiptVoided
    | PaymentReversed
    | NumbersVoided
    | RefundRequested
    | RefundDecided
    | DayClosed
    | DayApproved
    | DayDeposited
)


def of_money(event: Event, fact: MoneyFact) -> Iterator[Assign]:
    """Yield what becomes of payments, papers, refunds and closed days."""
    match fact:
        case PaymentTaken() | PaymentReversed():
            yield from _of_payment(event, fact)
        case ReceiptVoided():
            yield from _receipt_voided(event, fact)
        case ReceiptPrinted():
            yield Assign("receipts", {"number": fact.number}, {"prints": fact.copy})
        case NumbersVoided():
            yield from _numbers_voided(event, fact)
        case RefundRequested() | RefundDecided():
            yield _refund(event, fact)
            if isinstance(fact, RefundRequested) and fact.ref:
                yield reference(event, "refund", fact.ref, fact.id)
        case DayClosed() | DayApproved() | DayDeposited():
            yield _closing(event, fact)


def _of_payment(event: Event, fact: PaymentTaken | PaymentReversed) -> Iterator[Assign]:
    match fact:
        case PaymentTaken():
            yield from _taken(event, fact)
            if not fact.receipt.settles:
                yield from _now_paid(event, fact.payment, fact.receipt)
            if fact.ref:
                yield reference(event, "pay", fact.ref, fact.payment)
        case PaymentReversed():
            yield from _taken(event, fact, fact.reverses)
            undone: dict[str, Value] = {"state": "reversed", "reversed_by": fact.payment}
            yield Assign("payments", {"id": fact.reverses}, undone)
            # A difference that is given back leaves what was paid before it as it is.
            lines = (line for line in fact.receipt.lines if not line.adjustment)
            yield from _to_pay_again(line.enrollment for line in lines)
            if fact.ref:
                yield reference(event, "reverse", fact.ref, fact.payment)


def _receipt_voided(event: Event, fact: ReceiptVoided) -> Iterator[Assign]:
    values: dict[str, Value] = {"void_reason": fact.reason, "voided_at": event.at}
    yield Assign("receipts", {"number": fact.number}, values)
    yield Assign("payments", {"id": fact.payment}, {"state": "voided"})
    if not fact.difference:
        yield from _to_pay_again(fact.enrollments)


def _numbers_voided(event: Event, fact: NumbersVoided) -> Iterator[Assign]:
    for serial in range(fact.first, fact.last + 1):
        values: dict[str, Value] = {
            "county": event.county,
            "station": event.station,
            "segment_id": fact.segment,
            "serial": serial,
            "amount_fen": 0,
            "void_reason": fact.reason,
            "voided_at": event.at,
            "event_id": event.id,
        }
        yield Assign("receipts", {"number": receipt_number(fact.prefix, serial)}, values)


def _refund(event: Event, fact: RefundRequested | RefundDecided) -> Assign:
    values = set_fields(fact)
    key = {"id": values.pop("id")}
    match fact:
        case RefundRequested():
            values.pop("ref")
            for name in ("household", "payment"):
                values[f"{name}_id"] = values.pop(name)
            values["adjustment_id"] = values.pop("adjustment") or None
            values["requested_on"] = values.pop("on")
            by: dict[str, Value] = {"county": event.county, "requested_by": event.operator}
            return Assign("refunds", key, values | by)
        case RefundDecided():
            values["decided_on"] = values.pop("on")
            return Assign("refunds", key, values | {"decided_by": event.operator})


def _closing(event: Event, fact: DayClosed | DayApproved | DayDeposited) -> Assign:
    values = set_fields(fact)
    key = {"id": values.pop("id")}
    match fact:
        case DayClosed():
            closed: dict[str, Value] = {"county": event.county, "station": event.station}
            closed |= {"closed_by": event.operator, "closed_at": event.at}
            return Assign("closings", key, values | closed)
        case DayApproved():
            approved: dict[str, Value] = {"approved_by": fact.approver, "approved_at": event.at}
            return Assign("closings", key, approved | {"approved_content": fact.content})
        case DayDeposited():
            deposit = {f"deposit_{name}": value for name, value in values.items()}
            return Assign("closings", key, deposit)


def _taken(
    event: Event, fact: PaymentTaken | PaymentReversed, reverses: str = ""
) -> Iterator[Assign]:
    """Yield a payment, its receipt and its lines; a reversal's amounts are negative."""
    receipt = fact.receipt
    yield Assign(
        "payments",
        {"id": fact.payment},
        {
            "county": event.county,
            "household_id": receipt.household,
            "campaign_year": receipt.campaign_year,
            "method": receipt.method,
            "payer": receipt.payer,
            "amount_fen": receipt.paid_fen,
            "taken_at": receipt.taken_at,
            "station": event.station,
            "operator": event.operator,
            "receipt_number": receipt.number,
            "booked_on": receipt.booked_on or legal_day(receipt.taken_at),
            "late": int(receipt.late),
            "external_number": receipt.external_number,
            "paid_on": receipt.paid_on,
            "reverses": reverses,
        },
    )
    yield Assign(
        "receipts",
        {"number": receipt.number},
        {
            "county": event.county,
            "station": event.station,
            "segment_id": fact.segment,
            "serial": fact.serial,
            "payment_id": fact.payment,
            "household_id": receipt.household,
            "amount_fen": receipt.paid_fen,
            "event_id": event.id,
        },
    )
    yield from _lines(fact.payment, receipt)


def _lines(payment: str, receipt: Receipt) -> Iterator[Assign]:
    for line in receipt.lines:
        values: dict[str, Value] = {
            "person_id": line.person,
            "standard_fen": line.standard_fen,
            "assistance_fen": line.assistance_fen,
            "paid_fen": line.paid_fen,
            "adjustment_id": line.adjustment or None,
        }
        key: dict[str, Value] = {"payment_id": payment, "enrollment_id": line.enrollment}
        yield Assign("payment_lines", key, values)


def _now_paid(event: Event, payment: str, receipt: Receipt) -> Iterator[Assign]:
    for line in receipt.lines:
        yield Assign(
            "enrollments",
            {"id": line.enrollment},
            {
                "standard_fen": line.standard_fen,
                "assistance_fen": line.assistance_fen,
                "status": "paid",
                "net_fen": line.paid_fen,
                "assistance_identity": line.identity,
                "payment_id": payment,
                "cover_from": line.cover_from,
                "cover_to": line.cover_to,
                "law": event.law,
            },
        )


def _to_pay_again(enrollments: Iterable[str]) -> Iterator[Assign]:
    for enrollment in enrollments:
        again: dict[str, Value] = {"status": "registered", "payment_id": None}
        yield Assign("enrollments", {"id": enrollment}, again)


def reference(event: Event, kind: str, ref: str, subject: str) -> Assign:
    """Return the row that makes a caller's reference mean one thing for ever."""
    key: dict[str, Value] = {"station": event.station, "kind": kind, "ref": ref}
    return Assign("refs", key, {"subject": subject, "event_id": event.id})
