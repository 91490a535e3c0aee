"""Receipts, the tax authority's paid rows and enrolments held against each other. Pure.

Every line of every side is matched or is a difference with one cause, so that the differences add
up to what the sides differ by, to the fen (tested).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import msgspec

from desktop.domain.handover_facts import CauseTotal, SideTotal
from desktop.domain.tax_matching import TaxRow

Cause = Literal[
    "tax_ready", "tax_over", "tax_under", "tax_price_open", "tax_doubled", "tax_paid_otherwise",
    "tax_not_enrolled", "tax_unknown", "tax_ambiguous", "tax_settled", "booked_outside",
    "amount_differs",
    "receipt_not_in_tax", "enrollment_differs", "enrollment_not_paid",
]  # fmt: skip
"""``tax_…``: a paid row that is on no receipt, by its state; ``booked_outside``: it is, on one of
another place or day; ``amount_differs``: it is, with another amount; ``receipt_not_in_tax``: our
receipt names a voucher the authority has not told of; ``enrollment_…``: an enrolment and its
receipt differ, or it rests on none."""

CAUSES: tuple[Cause, ...] = get_args(Cause)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of our receipts or enrolments that names a voucher. Money in fen."""

    enrollment: str
    voucher: str
    amount_fen: int
    receipt: str = ""
    person: str = ""
    name: str = ""
    document: str = ""
    household: str = ""
    division: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, with what each side says of it; None where a side has nothing."""

    cause: Cause
    voucher: str
    tax_fen: int | None
    receipt_fen: int | None
    enrollment_fen: int | None
    tax_row: str = ""
    receipt: str = ""
    enrollment: str = ""
    person: str = ""
    name: str = ""
    document: str = ""
    household: str = ""
    division: str = ""
    paid_on: str = ""

    @property
    def amount_fen(self) -> int:
        """What it makes the sides differ by: tax less receipts, or receipts less enrolments."""
        if self.cause in ("enrollment_differs", "enrollment_not_paid"):
            return (self.receipt_fen or 0) - (self.enrollment_fen or 0)
        return (self.tax_fen or 0) - (self.receipt_fen or 0)


@dataclass(frozen=True, slots=True)
class Compared:
    """The three sides and what they differ by."""

    sides: tuple[SideTotal, ...]
    differences: tuple[Difference, ...]

    @property
    def causes(self) -> tuple[CauseTotal, ...]:
        """The differences by cause, in a fixed order; causes without any are left out."""
        return tuple(
            CauseTotal(cause, len(of_it), sum(one.amount_fen for one in of_it))
            for cause in CAUSES
            if (of_it := [one for one in self.differences if one.cause == cause])
        )


def compare(
    tax: Sequence[TaxRow], receipts: Sequence[Line], enrollments: Sequence[Line]
) -> Compared:
    """Hold the three sides against each other, by enrolment and voucher."""
    by_key = {(line.enrollment, line.voucher): line for line in receipts}
    found = [*_of_tax(tax, by_key)]
    told = {(row.enrollment, row.voucher) for row in tax if row.state == "booked"}
    found += [
        _of_line("receipt_not_in_tax", line, None, line.amount_fen, None)
        for key, line in by_key.items()
        if key not in told
    ]
    found += _of_enrollments(by_key, enrollments)
    sides = (
        SideTotal("receipts", len(receipts), sum(line.amount_fen for line in receipts)),
        SideTotal("tax", len(tax), sum(row.amount_fen for row in tax)),
        SideTotal("enrollments", len(enrollments), sum(line.amount_fen for line in enrollments)),
    )
    return Compared(sides, tuple(found))


def _of_tax(
    tax: Iterable[TaxRow], receipts: Mapping[tuple[str, str], Line]
) -> Iterator[Difference]:
    for row in tax:
        line = receipts.get((row.enrollment, row.voucher)) if row.state == "booked" else None
        if line is not None and line.amount_fen == row.amount_fen:
            continue
        yield Difference(
            cause=_cause(row, line),
            voucher=row.voucher,
            tax_fen=row.amount_fen,
            receipt_fen=line.amount_fen if line else None,
            enrollment_fen=None,
            tax_row=row.id,
            receipt=row.receipt,
            enrollment=row.enrollment,
            person=row.person,
            name=row.person_name or row.name,
            document=row.document,
            household=row.household,
            division=row.division,
            paid_on=row.paid_on,
        )


def _cause(row: TaxRow, line: Line | None) -> Cause:
    if row.state == "booked":
        return "amount_differs" if line else "booked_outside"
    cause: Cause = msgspec.convert(f"tax_{row.state}", Cause)
    return cause


def _of_enrollments(
    receipts: Mapping[tuple[str, str], Line], enrollments: Iterable[Line]
) -> Iterator[Difference]:
    seen = set()
    for line in enrollments:
        key = (line.enrollment, line.voucher)
        seen.add(key)
        paid = receipts.get(key)
        if paid is None:
            yield _of_line("enrollment_not_paid", line, None, None, line.amount_fen)
        elif paid.amount_fen != line.amount_fen:
            yield _of_line("enrollment_differs", paid, None, paid.amount_fen, line.amount_fen)
    for key, paid in receipts.items():
        if key not in seen:
            yield _of_line("enrollment_differs", paid, None, paid.amount_fen, None)


def _of_line(
    cause: Cause, line: Line, tax: int | None, receipt: int | None, enrollment: int | None
) -> Difference:
    return Difference(
        cause=cause,
        voucher=line.voucher,
        tax_fen=tax,
        receipt_fen=receipt,
        enrollment_fen=enrollment,
        receipt=line.receipt,
        enrollment=line.enrollment,
        person=line.person,
        name=line.name,
        document=line.document,
        household=line.household,
        division=line.division,
    )


def differences_hash(differences: Iterable[Difference]) -> str:
    """Return the hash of a difference list: 64 hex digits, whatever order it comes in."""
    said = sorted(
        "\x1f".join(
            (one.cause, one.voucher, one.enrollment, one.tax_row, str(one.tax_fen),
             str(one.receipt_fen), str(one.enrollment_fen))
        )
        for one in differences
    )  # fmt: skip
    return hashlib.sha256("\x1e".join(said).encode()).hexdigest()


def statement_content(row: Mapping[str, Any]) -> str:
    """Return the hash of what a second person signs of a reconciliation, from its row."""
    names = (
        "id", "station", "operator", "division", "campaign_year", "through", "sides", "causes",
        "differences", "explanation", "stated_on",
    )  # fmt: skip
    stated = {name: row[name] for name in names}
    return hashlib.sha256(msgspec.json.encode(stated, order="deterministic")).hexdigest()
