"""Receipts as a person looks for them, what became of each, and those still without paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.store import receipt_list as listed
from desktop.store import register
from desktop.store.receipt_list import ReceiptsWanted
from desktop.store.register import Row
from desktop.usecases.desk import Desk

__all__ = [
    "ListedReceipt",
    "Listing",
    "ReceiptsWanted",
    "Standing",
    "State",
    "find_receipts",
    "standing",
    "unprinted",
]

SHOWN_MAX = 500
"""More lines than anybody reads; the sums are of everything that fits."""

State = Literal["valid", "voided", "reversed", "reversal", "unknown"]


@dataclass(frozen=True, slots=True)
class ListedReceipt:
    """One line in the list. Money in fen; a reversal's is negative."""

    number: str
    state: State
    amount_fen: int
    payer: str
    method: str
    taken_at: str
    booked_on: str
    late: bool
    operator: str
    station: str
    household_id: str
    household: str
    """The household's number."""
    prints: int
    """0: the money is taken and no paper has come out yet."""
    other: str
    """The receipt that reversed this one, or the one this reverses."""
    reason: str
    """Why it was voided."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows; ``count`` and ``amount_fen`` are of everything that fits."""

    rows: tuple[ListedReceipt, ...]
    count: int
    amount_fen: int
    collectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What this file knows now of a receipt."""

    number: str
    state: State
    other: str = ""
    reason: str = ""
    prints: int = 0
    """Papers of it that came out, as far as this file knows."""


def find_receipts(desk: Desk, wanted: ReceiptsWanted) -> Listing:
    """Return the receipts that fit, newest first.

    Whoever remembers something of a receipt rarely remembers its day: ``words`` search every day.
    """
    connection, station = desk.store.connection, desk.store.station.id
    if wanted.words or wanted.state == "unprinted":
        wanted = ReceiptsWanted(
            "", wanted.collector, wanted.method, wanted.state, wanted.words.strip()
        )
    rows = listed.receipts_wanted(connection, wanted, station, SHOWN_MAX)
    sums = listed.receipt_sums(connection, wanted, station)
    return Listing(
        rows=tuple(_as_listed(row) for row in rows),
        count=sums["count"],
        amount_fen=sums["amount_fen"],
        collectors=tuple(listed.collectors(connection)),
    )


def unprinted(desk: Desk) -> tuple[str, ...]:
    """Return this station's receipts no paper has come out of, oldest first.

    After a power cut between the payment and its paper they are offered to be printed.
    """
    return tuple(listed.unprinted(desk.store.connection, desk.store.station.id))


def standing(desk: Desk, number: str) -> Standing:
    """Return what this file knows now of a receipt: a code proves only what was signed then."""
    row = register.receipt(desk.store.connection, number)
    payment = None
    if row is not None and row["payment_id"] is not None:
        payment = register.payment(desk.store.connection, row["payment_id"])
    if row is None or payment is None:
        return Standing(number, "unknown")
    other = payment["reverses"] or payment["reversed_by"]
    related = register.payment(desk.store.connection, other) if other else None
    return Standing(
        number,
        _state(payment),
        related["receipt_number"] if related else "",
        row["void_reason"] or "",
        row["prints"] or 0,
    )


def _state(payment: Row) -> State:
    if payment["state"] == "voided":
        return "voided"
    if payment["reverses"]:
        return "reversal"
    return "reversed" if payment["state"] == "reversed" else "valid"


def _as_listed(row: Row) -> ListedReceipt:
    return ListedReceipt(
        number=row["number"],
        state=row["state"],
        amount_fen=row["amount_fen"],
        payer=row["payer"] or "",
        method=row["method"],
        taken_at=row["taken_at"],
        booked_on=row["booked_on"] or "",
        late=bool(row["late"]),
        operator=row["operator"],
        station=row["station"],
        household_id=row["household_id"],
        household=row["household"] or "",
        prints=row["prints"] or 0,
        other=row["other"] or "",
        reason=row["void_reason"] or "",
    )
