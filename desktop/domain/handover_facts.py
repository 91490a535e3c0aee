"""Facts about what goes to the tax authority and comes back, and about lists that are checked.

Part of the closed union in `desktop.domain.fact`; the same rules hold: every field assigns, amounts
are fen, days ISO. A batch is told in parts, each about one township, so that every township's
stations hear of their own people and of nobody else.
"""

from __future__ import annotations

from typing import Literal

import msgspec

PART_LINES_MAX = 1_000
"""Most lines one event holds: a part of a batch stays well below an event's largest size."""

PayableKind = Literal["new", "correction", "cancel"]
"""``new``: handed over for the first time; ``correction``: the amount or the person changed;
``cancel``: what was handed over is no longer to be collected."""


class PayableLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """One row of a payable list (应征明细). As a list, for a county sends half a million."""

    row: int
    """1, 2, 3 … over the whole batch."""
    enrollment: str
    kind: PayableKind
    amount_fen: int
    """What is to be collected; 0 for a cancelled one."""
    mark: str
    """Short hash of the person as the row named them: who changed since gets a correction."""


class PayablesHanded(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="payables.handed", kw_only=True
):
    """Payables were handed to the tax authority (应征): one part of one batch."""

    batch: str
    number: str
    """Batch number as the file shows it."""
    scope: str
    """What the whole batch covers."""
    division: str
    """Where this part's households are."""
    campaign_year: int
    layout: str
    on: str
    rows: int
    """Of the whole batch."""
    amount_fen: int
    """Of the whole batch, cancelled rows counting nothing."""
    lines: tuple[PayableLine, ...]


class ReturnLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """What the tax authority answered to one row."""

    row: int
    code: str
    message: str = ""


class PayablesAnswered(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="payables.answered", kw_only=True
):
    """Row-level return codes of one batch were read back: one part."""

    file: str
    """Hash of the file's rows: the same file twice is the same file."""
    batch: str
    division: str
    on: str
    rows: int
    """Of the whole file."""
    lines: tuple[ReturnLine, ...]


class ReturnCode(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """What a return code means, as the county's tax authority explained it."""

    code: str
    accepted: bool
    zh: str
    en: str = ""


class ReturnCodesSet(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="return_codes.set", kw_only=True
):
    """The county stated what its tax authority's return codes mean."""

    codes: tuple[ReturnCode, ...]
    source: str


class PaidLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """One row of the tax authority's paid detail (缴费明细)."""

    id: str
    """Hash of voucher, person, amount and day: the same row twice is the same row."""
    place: int
    """Row in the file."""
    voucher: str
    """Electronic tax voucher number (电子税票号)."""
    document: str
    name: str
    amount_fen: int
    paid_on: str
    payer: str = ""


class TaxPaidRead(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="tax.paid_read", kw_only=True
):
    """Paid detail was read in: one part. No money is booked by it."""

    file: str
    division: str
    """Where these people are registered; the file's scope for people nobody here knows."""
    campaign_year: int
    on: str
    rows: int
    """Of the whole file."""
    amount_fen: int
    """Of the whole file."""
    lines: tuple[PaidLine, ...]


SettleDecision = Literal["tax_refunds", "not_ours", "doubled", "other"]
"""``tax_refunds``: the tax authority gives it back; ``not_ours``: another county's person;
``doubled``: the same payment stands there under another voucher."""


class TaxRowSettled(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="tax.row_settled", kw_only=True
):
    """A person decided that a paid row is not to be booked here, and why. No money moves."""

    row: str
    decision: SettleDecision
    reason: str
    on: str


class SideTotal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one of the three sides adds up to."""

    side: Literal["receipts", "tax", "enrollments"]
    rows: int
    amount_fen: int


class CauseTotal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Differences of one cause."""

    cause: str
    rows: int
    amount_fen: int


class ReconciliationStated(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="reconciliation.stated",
    kw_only=True,
):
    """Receipts, paid rows and enrolments were held against each other, up to a day (对账单)."""

    id: str
    division: str
    campaign_year: int
    through: str
    """Last day counted, by the day the money was paid."""
    sides: tuple[SideTotal, ...]
    causes: tuple[CauseTotal, ...]
    differences: str
    """SHA-256 of the difference list, 64 hex digits."""
    explanation: str = ""
    on: str


class ReconciliationApproved(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag="reconciliation.approved",
    kw_only=True,
):
    """A second person signed a reconciliation, having given their own password."""

    id: str
    approver: str
    content: str
    """Hash of what was signed (`desktop.domain.reconciliation.statement_content`)."""


class AuditLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """One row a check found (核查)."""

    id: str
    """Hash of the check, the year and whom it is about: found again, it is the same finding."""
    round: int
    """1; one more each time it is found again after it had been mended."""
    person: str
    household: str
    enrollment: str = ""


class AuditRun(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="audit.run",
    kw_only=True,
):
    """A built-in check was run over a township: what it found anew, what is mended since."""

    check: str
    division: str
    campaign_year: int
    on: str
    found: tuple[AuditLine, ...] = ()
    mended: tuple[AuditLine, ...] = ()
    standing: int = 0
    """How many the check finds in this division altogether."""


class ListExported(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="list.exported", kw_only=True
):
    """A list with whole identity numbers left the program: who, what, how many, and why."""

    list: str
    division: str
    campaign_year: int
    rows: int
    reason: str


HandoverFact = (
    PayablesHanded
    | PayablesAnswered
    | ReturnCodesSet
    | TaxPaidRead
    | TaxRowSettled
    | ReconciliationStated
    | ReconciliationApproved
    | AuditRun
    | ListExported
)
