"""Facts about money after it was taken: voids, reversals, refunds, closings.

Part of the closed union in `desktop.domain.facts`. Nothing here edits or deletes: each states what
happened next to a payment, a number or a day. Amounts in fen, days ISO.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from desktop.domain.receipt import Method, Receipt

NUMBERS_MAX = 1_000
"""Most receipt numbers one event may void: a paper book has fifty."""


class NumbersVoided(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="numbers.voided", kw_only=True
):
    """Receipt numbers that will never bear money: spoiled paper, or a paper book used instead."""

    segment: str
    prefix: str
    first: int
    last: int
    reason: str


class ReceiptVoided(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="receipt.voided",
    kw_only=True,
):
    """A receipt was taken back (作废) on the day it was made, before that day was closed.

    Its number stays used up, all copies are kept, the money went back to the payer and the
    enrolments wait to be paid again.
    """

    number: str
    payment: str
    enrollments: tuple[str, ...]
    reason: str
    difference: bool = False
    """It was over a difference (多退少补): the enrolments stay paid as they were before it."""


class PaymentReversed(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="payment.reversed",
    kw_only=True,
):
    """A payment of a closed day was reversed (红冲) with a number of its own.

    ``receipt`` is the reversing paper: the same persons, every amount negative, ``reverses`` the
    number it undoes.
    """

    payment: str
    """Id of the reversing payment."""
    reverses: str
    """Id of the payment it undoes."""
    segment: str
    serial: int
    receipt: Receipt
    approved_by: str
    code: str = ""
    """Text of the reversing paper's signed code."""
    ref: str = ""


RefundCause = Literal[
    "paid_twice",
    "employee_cover",
    "death",
    "moved_away",
    "military",
    "recognised_later",
    "difference",
    "other",
]


class RefundRequested(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="refund.requested",
    kw_only=True,
):
    """Somebody asked for money back (退费申请). No amount: no notice gives a refund rule (X16).

    A difference that a supervisor approved (多退少补) has one, and is named.
    """

    id: str
    household: str
    payment: str
    receipt: str
    enrollments: tuple[str, ...]
    cause: RefundCause
    detail: str = ""
    applicant: str
    applicant_relation: str = ""
    """GB/T 4761 code of the applicant's relation to the insured person."""
    account_name: str = ""
    bank: str = ""
    account: str = ""
    evidence: str = ""
    on: str
    adjustment: str = ""
    """Difference the request asks for; then its amount is known and approved."""
    ref: str = ""


class RefundDecided(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="refund.decided",
    kw_only=True,
):
    """The competent authority's answer to a refund request, as its document states it."""

    id: str
    decision: Literal["approved", "refused", "withdrawn"]
    amount_fen: int | None = None
    """What the authority granted; only with ``approved``."""
    authority: str = ""
    document: str = ""
    note: str = ""
    on: str


class MethodTotal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What came in by one method on one day: receipts less reversals."""

    method: Method
    receipts: int
    amount_fen: int


class NumberRange(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Consecutive receipt numbers a day used up."""

    first: str
    last: str
    count: int


class Denomination(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Notes or coins of one face value, counted."""

    face_fen: int
    count: int


class DayClosed(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="day.closed",
    kw_only=True,
):
    """A collector's day was counted and closed (日结): nothing can be added to it any more."""

    id: str
    collector: str
    day: str
    methods: tuple[MethodTotal, ...]
    numbers: tuple[NumberRange, ...] = ()
    receipts: int
    persons: int
    voided: int = 0
    reversed: int = 0
    late: int = 0
    """Receipts made after the day before had been closed, and booked on this one."""
    cash_booked_fen: int
    counted: tuple[Denomination, ...] = ()
    cash_counted_fen: int
    explanation: str = ""
    """Why counted and booked differ."""


class DayApproved(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="day.approved", kw_only=True
):
    """A second person signed a closed day, having given their own password."""

    id: str
    approver: str
    content: str
    """Hash of what was signed (`desktop.domain.closing.closing_content`)."""


class DayDeposited(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="day.deposited",
    kw_only=True,
):
    """A closed day's cash was paid in at the bank."""

    id: str
    slip: str
    bank: str = ""
    amount_fen: int
    on: str
