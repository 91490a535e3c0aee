"""Take a household's money: one event that carries the whole receipt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

import msgspec

from desktop.base.clock import instant_text
from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.domain.facts import PaymentTaken
from desktop.domain.household import HouseholdInput, MemberInput, is_head
from desktop.domain.identity_number import masked
from desktop.domain.money_facts import PaymentReversed
from desktop.domain.receipt import Basis, Method, Receipt, ReceiptLine
from desktop.domain.text_limit import check_length
from desktop.policy import Assessment
from desktop.store import register, segments
from desktop.store.register import Row
from desktop.usecases.booking import booking_day
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import division_name, tree
from desktop.usecases.open_household import load_household
from desktop.usecases.price import price_member, reference_of
from desktop.wire.receipt_code import make_code

MAY_TAKE = ("clerk", "collector", "supervisor")


@dataclass(frozen=True, slots=True)
class PaymentInput:
    """What the desk enters when money is taken. ``amount_fen`` is what was counted."""

    household_id: str
    method: str
    amount_fen: int
    campaign_year: int | None = None
    """None: the one year in which somebody of the household is still to pay."""
    payer: str = ""
    persons: tuple[str, ...] = ()
    """Who pays now, by person id; empty: everybody whose price is settled."""
    external_number: str = ""
    """The other channel's number; the tax channel's (电子税票号) must be named."""
    paid_on: str = ""
    """ISO day on which another channel took the money; empty: today."""
    ref: str = ""
    differences: tuple[str, ...] = ()
    """Approved differences it settles (`desktop.usecases.differences`), and nothing else."""


@dataclass(frozen=True, slots=True)
class TakenPayment:
    """A payment that is durable, with its receipt."""

    payment_id: str
    receipt: Receipt
    again: bool = False
    """The caller's reference had been used: this is the payment of then."""


def take_payment(desk: Desk, entry: PaymentInput) -> TakenPayment:
    """Record the payment of every registered, unpaid enrolment whose price is settled.

    A member whose price the law leaves open stays registered and is not on the receipt. The price
    is assessed again for the day it is paid: what is taken is what the law says on that day. It
    counts in the collector's day, or in the next one if that is closed. The same ``ref`` twice
    gives the same receipt.

    Raises:
        Refused: ``AMOUNT_DIFFERS`` (with what is due), ``NOTHING_PAYABLE``, ``PRICE_OPEN`` (no
            member's price is settled), ``NO_RECEIPT_NUMBERS``, ``METHOD_UNKNOWN``,
            ``METHOD_ASSISTED``, ``HOUSEHOLD_UNKNOWN``, ``CAMPAIGN_YEAR_NEEDED``,
            ``PERSON_NOT_PAYABLE``, ``EXTERNAL_NUMBER_NEEDED``, ``PAID_ON`` (no day, one to come,
            or given for money taken here), ``CLOCK_BACK``, ``DAYS_CLOSED``.
        Unavailable: the disk failed; no receipt number was used.
    """
    desk.may(*MAY_TAKE)
    if entry.method not in get_args(Method):
        raise Refused("METHOD_UNKNOWN", f"no such way of paying: {entry.method}")
    day = payment_day(desk, entry)
    with desk.store.transaction():
        earlier = earlier_payment(desk, entry.ref)
        if earlier is not None:
            return earlier
        year = entry.campaign_year or _year(desk, entry.household_id)
        household = load_household(desk, entry.household_id, year).entry
        lines, assessments = _lines(desk, household, entry.persons, day)
        _check_amount(entry, lines)
        segment, serial, number = segments.next_number(desk.store.connection, desk.store.station.id)
        benefit_year = assessments[0].benefit_year
        receipt = made_out(desk, household, entry, number, lines, benefit_year)
        fact = PaymentTaken(
            payment=desk.store.ids.new_id(),
            segment=segment,
            serial=serial,
            receipt=receipt,
            code=make_code(receipt, desk.store.station.key),
            ref=entry.ref,
        )
        law = reference_of(assessments[0], household, desk.law, day, desk.local_values)
        desk.store.record(fact, operator=desk.operator, law=law)
    return TakenPayment(fact.payment, receipt)


def _year(desk: Desk, household_id: str) -> int:
    years = register.unpaid_years(desk.store.connection, household_id)
    if len(years) > 1:
        named = ", ".join(str(year) for year in years)
        raise Refused("CAMPAIGN_YEAR_NEEDED", "more than one year is unpaid", years=named)
    if not years:
        if register.household(desk.store.connection, household_id) is None:
            raise Refused("HOUSEHOLD_UNKNOWN", "no such household in this station's file")
        raise Refused("NOTHING_PAYABLE", "nobody in this household has anything to pay")
    return years[0]


_ELSEWHERE = ("tax", "bank", "wechat", "alipay", "pos")
"""Ways of paying that may have happened before we hear of them."""


def payment_day(desk: Desk, entry: PaymentInput) -> date:
    """Return the day the law is asked for: that of the payment, wherever it was made.

    Raises Refused ``EXTERNAL_NUMBER_NEEDED``, ``TEXT_LONG`` or ``PAID_ON``.
    """
    if entry.method == "tax" and not entry.external_number.strip():
        raise Refused("EXTERNAL_NUMBER_NEEDED", "name the tax voucher", field="external_number")
    check_length(external_number=entry.external_number, payer=entry.payer)
    if not entry.paid_on:
        return desk.today
    try:
        day = day_from_text(entry.paid_on)
    except ValueError as error:
        raise Refused("PAID_ON", f"not a day: {entry.paid_on}", field="paid_on") from error
    if day > desk.today or (day != desk.today and entry.method not in _ELSEWHERE):
        raise Refused("PAID_ON", "not a day on which this was paid", field="paid_on")
    return day


def receipt_of(desk: Desk, number: str) -> tuple[PaymentTaken | PaymentReversed, int]:
    """Return the payment or reversal a receipt number stands for, and how often it was printed.

    Raises:
        Refused: ``RECEIPT_UNKNOWN``, also for a number that was voided without ever being used.
    """
    row = register.receipt(desk.store.connection, number)
    if row is None or row["event_id"] is None or row["payment_id"] is None:
        raise Refused("RECEIPT_UNKNOWN", "no receipt with this number in this station's file")
    return _payment_fact(desk, row["event_id"]), row["prints"] or 0


def earlier_payment(desk: Desk, ref: str) -> TakenPayment | None:
    """Return the payment a caller's reference stands for, None if it was never used."""
    if not ref:
        return None
    used = register.reference(desk.store.connection, desk.store.station.id, "pay", ref)
    if used is None:
        return None
    fact = _payment_fact(desk, used["event_id"])
    return TakenPayment(fact.payment, fact.receipt, again=True)


def payment_of(desk: Desk, payment_id: str) -> PaymentTaken | PaymentReversed:
    """Return the fact that made a payment. Raises Refused ``RECEIPT_UNKNOWN``."""
    row = register.payment(desk.store.connection, payment_id)
    number = row["receipt_number"] if row else ""
    return receipt_of(desk, number)[0]


class _PaymentBody(msgspec.Struct):
    fact: PaymentTaken | PaymentReversed


def _payment_fact(desk: Desk, event_id: str) -> PaymentTaken | PaymentReversed:
    body = register.event_body(desk.store.connection, event_id)
    assert body is not None, "a receipt's event is in the file"
    return msgspec.json.decode(body, type=_PaymentBody).fact


def _lines(
    desk: Desk, household: HouseholdInput, persons: tuple[str, ...], day: date
) -> tuple[tuple[ReceiptLine, ...], tuple[Assessment, ...]]:
    rows = register.enrollments(
        desk.store.connection, household.household_id, household.campaign_year
    )
    due = {row["person_id"]: row for row in rows if row["status"] == "registered"}
    if not due:
        raise Refused("NOTHING_PAYABLE", "nobody in this household has anything to pay")
    if strangers := set(persons) - set(due):
        raise Refused("PERSON_NOT_PAYABLE", f"{len(strangers)} named have nothing to pay")
    lines, assessments = [], []
    for member in household.members:
        row = due.get(member.person_id)
        if row is None or (persons and member.person_id not in persons):
            continue
        assessment = price_on(desk, household, member, row, day)
        if assessment.net_payable is None or assessment.allowed is False:
            continue
        lines.append(_line(member, row, assessment))
        assessments.append(assessment)
    if not lines:
        raise Refused("PRICE_OPEN", "no member's price is settled")
    return tuple(lines), tuple(assessments)


def price_on(
    desk: Desk, household: HouseholdInput, member: MemberInput, row: Row, day: date
) -> Assessment:
    """Return what a member owes whose enrolment is ``row``, if paid on ``day``."""
    registered: date = day_from_text(row["registered_on"])
    return price_member(
        household,
        member,
        desk.law,
        day,
        registered_on=min(registered, day),
        local_values=desk.local_values,
    )


def _line(member: MemberInput, row: Row, assessment: Assessment) -> ReceiptLine:
    start, end = assessment.benefit_start, assessment.benefit_end
    net = assessment.net_payable
    standard = assessment.personal_standard
    assert net is not None, "an unsettled price was refused above"
    return ReceiptLine(
        person=member.person_id,
        enrollment=row["id"],
        name=member.name,
        document=masked(member.document_number),
        relation=member.relation,
        standard_fen=standard if standard is not None else net,
        assistance_fen=assessment.assistance or 0,
        paid_fen=net,
        identity=assessment.assistance_identity or "",
        basis=tuple(_basis(assessment)),
        cover_from=start.isoformat() if start else "",
        cover_to=end.isoformat() if end else "",
        cover_open=_cover_open(assessment),
    )


def _basis(assessment: Assessment) -> Iterator[Basis]:
    wanted = ("personal_standard", "assistance")
    for step in assessment.trace:
        if step.field in wanted:
            yield Basis(field=step.field, document=step.document, article=step.article)


def _cover_open(assessment: Assessment) -> str:
    for gap in assessment.undetermined:
        if gap.field in ("benefit_start", "benefit_year", "waiting_days"):
            return gap.reason
    return ""


def _check_amount(entry: PaymentInput, lines: tuple[ReceiptLine, ...]) -> None:
    due = sum(line.paid_fen for line in lines)
    if entry.amount_fen != due:
        raise Refused("AMOUNT_DIFFERS", "the amount is not what is due", due_fen=due)
    if (entry.method == "assisted") != (due == 0):
        raise Refused("METHOD_ASSISTED", "full assistance is the way of paying nothing, only")


def made_out(
    desk: Desk,
    household: HouseholdInput,
    entry: PaymentInput,
    number: str,
    lines: tuple[ReceiptLine, ...],
    benefit_year: int | None,
) -> Receipt:
    """Return the receipt of these lines, as it is made out at this desk now.

    Raises:
        Refused: ``CLOCK_BACK``, ``DAYS_CLOSED``.
    """
    station = desk.store.station
    booked, late = booking_day(desk)
    heads = [member.name for member in household.members if is_head(member)]
    head = heads[0] if heads else lines[0].name
    return Receipt(
        number=number,
        county=station.county,
        county_name=division_name(station.county),
        station=station.id,
        station_name=station.name,
        campaign_year=household.campaign_year,
        household=household.household_id,
        household_number=household.number,
        head_name=head,
        address=tree(desk).address_line(household.division, household.address),
        lines=lines,
        method=msgspec.convert(entry.method, Method),
        payer=entry.payer or head,
        collector=desk.display_name or desk.operator,
        taken_at=instant_text(desk.store.clock.now()),
        external_number=entry.external_number.strip(),
        paid_on=entry.paid_on,
        booked_on=booked.isoformat(),
        late=late,
        benefit_year=benefit_year,
        training=station.training_day is not None,
    )
