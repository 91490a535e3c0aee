"""What is to be handed to the tax authority, held against what was handed over before. Pure.

A person's payable goes out once: again only as a correction when amount or person changed, or as a
cancelled row when it is no longer to be collected. What was refused goes out again once it changed,
or when a person asks for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.domain.handover_facts import PayableKind

Status = Literal["due", "tax_paid", "open", "gone"]
"""``due``: to be collected; ``tax_paid``: it was; ``open``: its price is not settled (待定);
``gone``: taken back, paid in another way, or nothing left to pay."""

_MARK_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Handed:
    """The last row that went out for an enrolment and still counts."""

    kind: PayableKind
    amount_fen: int
    mark: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Payable:
    """An enrolment as it stands now. Money in fen."""

    enrollment: str
    division: str
    status: Status
    amount_fen: int
    document: str
    mark: str
    standing: Handed | None
    """What the tax authority holds of it: the last row it did not refuse."""
    last: Handed | None
    """The last row that went out, refused or not."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row that is to go out."""

    enrollment: str
    division: str
    kind: PayableKind
    amount_fen: int
    mark: str


@dataclass(frozen=True, slots=True)
class HeldBack:
    """An enrolment that does not go out, and why."""

    enrollment: str
    code: Literal["PRICE_OPEN", "DOCUMENT_MISSING", "REFUSED_UNCHANGED"]


def mark_of(document_type: str, document: str, name: str) -> str:
    """Return the short hash by which a changed person is noticed."""
    text = "\n".join((document_type, document, name))
    return hashlib.sha256(text.encode()).hexdigest()[:_MARK_DIGITS]


def plan(payables: Iterable[Payable], *, again: bool = False) -> Iterator[PlannedRow | HeldBack]:
    """Yield the rows that go out, and who is held back; ``again``: refused rows once more."""
    for one in payables:
        found = _planned(one, again=again)
        if found is not None:
            yield found


def _planned(one: Payable, *, again: bool) -> PlannedRow | HeldBack | None:
    held = one.standing if one.standing and one.standing.kind != "cancel" else None
    if one.status == "open":
        return HeldBack(one.enrollment, "PRICE_OPEN")
    if one.status == "tax_paid":
        return None
    if one.status == "gone":
        kind: PayableKind = "cancel"
        changed = held is not None
    elif not one.document:
        return HeldBack(one.enrollment, "DOCUMENT_MISSING")
    else:
        kind = "correction" if held else "new"
        changed = held is None or (held.amount_fen, held.mark) != (one.amount_fen, one.mark)
    if not changed:
        return None
    amount = 0 if kind == "cancel" else one.amount_fen
    same = one.last and (one.last.kind, one.last.amount_fen, one.last.mark)
    if one.last and one.last.refused and same == (kind, amount, one.mark) and not again:
        return HeldBack(one.enrollment, "REFUSED_UNCHANGED")
    return PlannedRow(one.enrollment, one.division, kind, amount, one.mark)
