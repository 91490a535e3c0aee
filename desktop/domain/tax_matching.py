"""What becomes of a row the tax authority says was paid: booked, ready, or in whose way. Pure.

A state is never stored: it is what the row, the enrolment and the receipts say at this moment, so
that what was mended is mended everywhere at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal, get_args

TaxState = Literal[
    "booked", "ready", "over", "under", "price_open", "doubled", "paid_otherwise",
    "not_enrolled", "unknown", "ambiguous", "settled",
]  # fmt: skip
"""``booked``: on a receipt of ours with this voucher; ``ready``: the amount is what is due;
``over``, ``under``: it is not; ``price_open``: what is due is not settled (待定); ``doubled``: paid
for before, under another voucher; ``paid_otherwise``: our receipt says another way of paying;
``not_enrolled``: registered, not enrolled in this year; ``unknown``: nobody here has this number;
``ambiguous``: several people have; ``settled``: a person said why it is not booked."""

STATES: tuple[TaxState, ...] = get_args(TaxState)
TO_ACT = frozenset(STATES) - {"booked", "settled"}
"""States in which somebody must do something."""


@dataclass(frozen=True, slots=True)
class TaxRow:
    """One paid row and what it meets here. Money in fen."""

    id: str
    state: TaxState
    voucher: str
    document: str
    name: str
    amount_fen: int
    paid_on: str
    payer: str
    division: str
    place: int
    """Row in its file."""
    enrollment: str = ""
    person: str = ""
    person_name: str = ""
    household: str = ""
    due_fen: int | None = None
    booked_fen: int | None = None
    receipt: str = ""
    settled: str = ""
    settled_reason: str = ""


def tax_states(rows: Iterable[Mapping[str, Any]]) -> Iterator[TaxRow]:
    """Yield every paid row with its state.

    ``rows`` come as `desktop.store.tax_rows.tax_rows` reads them: of one enrolment side by side.
    """
    seen: set[str] = set()
    for _key, of_one in groupby(rows, lambda row: row["enrollment_id"] or row["document_number"]):
        taken = False
        for row in of_one:
            # A number two people were known by brings a row twice; it is one row.
            if row["id"] in seen:
                continue
            seen.add(row["id"])
            state = _state(row, taken=taken)
            taken = taken or state in ("booked", "ready", "over", "under", "price_open")
            yield _row(row, state)


def _state(row: Mapping[str, Any], *, taken: bool) -> TaxState:
    if row["settled"]:
        return "settled"
    if row["people"] > 1:
        return "ambiguous"
    if row["person_id"] is None:
        return "unknown"
    if row["enrollment_id"] is None:
        return "not_enrolled"
    if row["status"] == "paid":
        ours = row["method"] == "tax" and row["external_number"] == row["voucher"]
        if ours:
            return "booked" if not taken else "doubled"
        return "doubled" if row["method"] == "tax" else "paid_otherwise"
    if taken:
        return "doubled"
    return _due(row)


def _due(row: Mapping[str, Any]) -> TaxState:
    due = row["net_fen"]
    if due is None or row["allowed"] == 0:
        return "price_open"
    if row["amount_fen"] == due:
        return "ready"
    return "over" if row["amount_fen"] > due else "under"


def _row(row: Mapping[str, Any], state: TaxState) -> TaxRow:
    known = state != "ambiguous"
    return TaxRow(
        id=row["id"],
        state=state,
        voucher=row["voucher"],
        document=row["document_number"],
        name=row["name"] or "",
        amount_fen=row["amount_fen"],
        paid_on=row["paid_on"],
        payer=row["payer"] or "",
        division=row["household_division"] or row["division"],
        place=row["place"],
        enrollment=(row["enrollment_id"] or "") if known else "",
        person=(row["person_id"] or "") if known else "",
        person_name=(row["person_name"] or "") if known else "",
        household=(row["household_id"] or "") if known else "",
        due_fen=row["net_fen"] if known else None,
        booked_fen=row["booked_fen"] if state == "booked" else None,
        receipt=(row["receipt_number"] or "") if known else "",
        settled=row["settled"] or "",
        settled_reason=row["settled_reason"] or "",
    )
