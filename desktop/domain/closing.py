"""A collector's day, added up: what came in, by what, on which numbers. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

import msgspec

from desktop.domain.money_facts import Denomination, MethodTotal, NumberRange
from desktop.domain.receipt import Method

FACES_FEN = (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10)
"""Face values of the renminbi in use, in fen: notes of 100 to 1 yuan, coins down to one jiao."""

CASH = "cash"


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What a collector's day adds up to. Money in fen; reversals count negative."""

    methods: tuple[MethodTotal, ...]
    numbers: tuple[NumberRange, ...]
    receipts: int
    """Receipts made, voided ones and reversals left out."""
    persons: int
    voided: int
    reversed: int
    late: int
    differences: int = 0
    """Receipts over differences of earlier payments (补收差额), among ``receipts``."""
    differences_fen: int = 0
    """What they and their reversals come to, part of the day's amount."""

    @property
    def amount_fen(self) -> int:
        """What came in, by every method."""
        return sum(one.amount_fen for one in self.methods)

    @property
    def cash_fen(self) -> int:
        """Cash taken less cash given back; negative if more went back than came in."""
        return sum(one.amount_fen for one in self.methods if one.method == CASH)

    @property
    def box_fen(self) -> int:
        """What must lie in the box."""
        return max(0, self.cash_fen)

    @property
    def advanced_fen(self) -> int:
        """Cash given back that the day's takings did not cover: somebody advanced it (垫付)."""
        return max(0, -self.cash_fen)


@dataclass(frozen=True, slots=True)
class Counted:
    """Cash as it was counted: pieces by face value in fen."""

    pieces: Mapping[int, int]

    @property
    def amount_fen(self) -> int:
        """What was counted, in fen."""
        return sum(face * count for face, count in self.pieces.items())

    @property
    def denominations(self) -> tuple[Denomination, ...]:
        """The counted pieces, largest first; faces nobody counted are left out."""
        return tuple(
            Denomination(face_fen=face, count=count)
            for face, count in sorted(self.pieces.items(), reverse=True)
            if count
        )


def day_figures(rows: Iterable[Mapping[str, Any]]) -> DayFigures:
    """Return what the payments of a day add up to.

    Each row has ``method``, ``amount_fen``, ``state``, ``reverses``, ``late``, ``persons``,
    ``segment_id``, ``serial``, ``number`` and ``settles``, in the order of the numbers.
    """
    kept = list(rows)
    valid = [row for row in kept if row["state"] != "voided"]
    receipts = [row for row in valid if not row["reverses"]]
    return DayFigures(
        methods=tuple(_methods(valid)),
        numbers=tuple(_ranges(kept)),
        receipts=len(receipts),
        persons=sum(row["persons"] for row in receipts),
        voided=len(kept) - len(valid),
        reversed=len(valid) - len(receipts),
        late=sum(bool(row["late"]) for row in receipts),
        differences=sum(bool(row["settles"]) for row in receipts),
        differences_fen=sum(row["amount_fen"] for row in valid if row["settles"]),
    )


def _methods(rows: list[Mapping[str, Any]]) -> Iterable[MethodTotal]:
    for method in get_args(Method):
        of_it = [row for row in rows if row["method"] == method]
        if of_it:
            yield MethodTotal(
                method=method,
                receipts=sum(not row["reverses"] for row in of_it),
                amount_fen=sum(row["amount_fen"] for row in of_it),
            )


def _ranges(rows: list[Mapping[str, Any]]) -> Iterable[NumberRange]:
    first: Mapping[str, Any] | None = None
    last: Mapping[str, Any] | None = None
    count = 0
    for row in rows:
        follows = (
            last is not None
            and row["segment_id"] == last["segment_id"]
            and row["serial"] == last["serial"] + 1
        )
        if first is not None and last is not None and not follows:
            yield NumberRange(first=first["number"], last=last["number"], count=count)
            first, count = None, 0
        first = first or row
        last, count = row, count + 1
    if first is not None and last is not None:
        yield NumberRange(first=first["number"], last=last["number"], count=count)


def closing_content(row: Mapping[str, Any]) -> str:
    """Return the hash of what a second person signs of a closing, from its row in the record.

    Deposits come later and are not part of it.
    """
    names = (
        "id", "station", "collector", "day", "methods", "numbers", "receipts", "persons", "voided",
        "reversed", "late", "cash_booked_fen", "counted", "cash_counted_fen", "explanation",
    )  # fmt: skip
    stated = {name: row[name] for name in names}
    return hashlib.sha256(msgspec.json.encode(stated, order="deterministic")).hexdigest()
