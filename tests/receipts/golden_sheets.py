"""Every paper but the receipt, made from one invented day: what golden texts and pictures show."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace

from desktop.domain import codes
from desktop.domain.facts import Difference, EnrollmentsRepriced, Recognition
from desktop.printing.form import render_form
from desktop.printing.receipt_sheets import receipt_sheets
from desktop.printing.register import render_register
from desktop.store import register as rows_of
from desktop.usecases.closing import approve_day, close_day
from desktop.usecases.desk import Desk
from desktop.usecases.differences import collect_differences
from desktop.usecases.forms import Sheet, day_sheet, enrollment_form, refund_application
from desktop.usecases.households import save_household
from desktop.usecases.not_enrolled import note_reason
from desktop.usecases.payments import PaymentInput, TakenPayment, take_payment
from desktop.usecases.refunds import RefundEntry, request_refund
from desktop.usecases.registers import RegisterWanted, register
from desktop.wire.receipt_code import make_code
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, HEAD, desk, with_members
from tests.receipts.households import PRINTED_AT, STATION_KEY, family_of_four, reversal

REGISTERS = (
    "contribution-register",
    "assistance-register",
    "not-enrolled-register",
    "progress-register",
    "fiscal-claim",
)
SHEETS = ("day-sheet", "refund-application", "enrollment-form")
OTHERS = ("difference", "preprinted", "preprinted-reversal")
NAMES = (*REGISTERS, *SHEETS, *OTHERS)


@functools.cache
def papers() -> dict[str, bytes]:
    """Every paper as a PDF, by its name. One day, one family, the same bytes every time."""
    with desk(role="supervisor") as at:
        return dict(_papers(at))


def _papers(at: Desk) -> Iterator[tuple[str, bytes]]:
    household = save_household(at, FAMILY).household_id
    yield "enrollment-form", _sheet(enrollment_form(at, household, CAMPAIGN))
    taken = take_payment(at, PaymentInput(household, "cash", FAMILY_FEN))
    difference = _collected(at, taken)
    _somebody_not_enrolled(at)
    closed = close_day(
        at, "tester", at.today, {10_000: 9, 5_000: 1, 1_000: 1}, explanation="少收 33.50 元，待查"
    )
    approve_day(at, closed.id, "boss")
    asked = request_refund(
        at,
        RefundEntry(
            taken.receipt.number,
            "employee_cover",
            "王𠮷祥",
            account="6228480012345678901",
            bank="培训县农村信用合作联社",
            account_name="王𠮷祥",
        ),
    )
    yield "day-sheet", _sheet(day_sheet(at, "tester", at.today))
    yield "refund-application", _sheet(refund_application(at, asked.id))
    for name in REGISTERS:
        found = register(at, RegisterWanted(name, at.store.station.division, CAMPAIGN))
        yield name, render_register(found.template, found.data, printed_at=found.printed_at)
    yield "difference", _receipt(difference, "A5")
    for name, receipt in (("preprinted", family_of_four()), ("preprinted-reversal", reversal())):
        code = make_code(receipt, STATION_KEY)
        yield (
            name,
            receipt_sheets(
                receipt, code=code, printed_at=PRINTED_AT, paper="preprinted-241x93.1", copy=2
            ).pdf,
        )


def _collected(at: Desk, taken: TakenPayment) -> TakenPayment:
    """Collect a difference of the first member."""
    line = taken.receipt.lines[0]
    difference = Difference(
        id="d1" * 16,
        enrollment=line.enrollment,
        person=line.person,
        payment=taken.payment_id,
        kind="collect",
        state="approved",
        amount_fen=1_350,
        paid_fen=line.paid_fen,
    )
    household = taken.receipt.household
    fact = EnrollmentsRepriced(
        household=household, campaign_year=CAMPAIGN, run="r", differences=(difference,)
    )
    with at.store.transaction():
        at.store.record(fact, operator="boss")
    entry = PaymentInput(household, "wechat", 1_350, differences=(difference.id,))
    return collect_differences(at, entry)


def _somebody_not_enrolled(at: Desk) -> None:
    """A household of which nobody pays, one of them with a reason."""
    head = replace(
        HEAD,
        name="李未参",
        document_number="P530000009",
        document_type=codes.BIRTH_CERTIFICATE,
        birth_date="2021-10-01",
        sex=codes.MALE,
        identities=(Recognition(code="lifted_out_of_poverty"),),
        enrol=False,
    )
    saved = save_household(at, with_members(head, number="001001-0009"))
    (row,) = rows_of.members(at.store.connection, saved.household_id)
    note_reason(at, row["id"], CAMPAIGN, "resident_elsewhere", detail="随父在外县参保")


def _sheet(sheet: Sheet) -> bytes:
    return render_form(sheet.template, sheet.data, printed_at=sheet.printed_at, lang=sheet.language)


def _receipt(taken: TakenPayment, paper: str) -> bytes:
    receipt = taken.receipt
    code = make_code(receipt, STATION_KEY)
    return receipt_sheets(receipt, code=code, printed_at=PRINTED_AT, paper=paper).pdf
