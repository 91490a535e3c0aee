"""Close a collector's day (日结): count, explain, sign, pay in. A closed day is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desktop.base.errors import Refused
from desktop.domain.closing import FACES_FEN, Counted, DayFigures, closing_content, day_figures
from desktop.domain.money_facts import (
    DayApproved,
    DayClosed,
    DayDeposited,
    Denomination,
    MethodTotal,
    NumberRange,
)
from desktop.domain.text_limit import check_length
from desktop.store import closings
from desktop.store.register import Row
from desktop.usecases.desk import Desk

MAY_CLOSE = ("clerk", "collector", "supervisor")
PIECES_MAX = 100_000


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A collector's day with receipts that nobody has closed. Money in fen."""

    collector: str
    day: str
    receipts: int
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Closing:
    """A closed day as the record holds it. Money in fen."""

    id: str
    station: str
    collector: str
    day: str
    methods: tuple[MethodTotal, ...]
    numbers: tuple[NumberRange, ...]
    receipts: int
    persons: int
    voided: int
    reversed: int
    late: int
    cash_booked_fen: int
    counted: tuple[Denomination, ...]
    cash_counted_fen: int
    explanation: str
    closed_by: str
    closed_at: str
    approved_by: str
    approved_at: str
    signature_holds: bool
    """The second person signed what stands here, and not something else."""
    deposit_slip: str
    deposit_bank: str
    deposit_amount_fen: int | None
    deposit_on: str

    @property
    def difference_fen(self) -> int:
        """Counted less what must lie in the box: positive is too much in it."""
        return self.cash_counted_fen - max(0, self.cash_booked_fen)

    @property
    def advanced_fen(self) -> int:
        """Cash given back that the day's takings did not cover (垫付)."""
        return max(0, -self.cash_booked_fen)

    @property
    def amount_fen(self) -> int:
        """What came in, by every method."""
        return sum(one.amount_fen for one in self.methods)


@dataclass(frozen=True, slots=True)
class Share:
    """Part of a day's money, by what it is counted. Money in fen."""

    key: str
    """A village's code, a standard in fen as text (empty: a difference of one), or an identity's
    code (empty: none)."""
    persons: int
    paid_fen: int
    assistance_fen: int


@dataclass(frozen=True, slots=True)
class DayShares:
    """A day's persons and money by village, personal standard and assistance identity."""

    villages: tuple[Share, ...]
    standards: tuple[Share, ...]
    identities: tuple[Share, ...]


def open_days(desk: Desk) -> tuple[OpenDay, ...]:
    """Return the days of this station that wait to be closed, oldest first."""
    rows = closings.open_days(desk.store.connection, desk.store.station.id)
    return tuple(
        OpenDay(row["collector"], row["day"], row["receipts"], row["amount_fen"]) for row in rows
    )


def figures_of_day(desk: Desk, collector: str, day: date, station: str = "") -> DayFigures:
    """Return what the receipts held here of a collector's day add up to now.

    ``station`` is the id of the station that took them, empty for this one.
    """
    rows = closings.payments_of_day(
        desk.store.connection, station or desk.store.station.id, collector, day.isoformat()
    )
    return day_figures(rows)


def shares_of_day(desk: Desk, collector: str, day: date, station: str = "") -> DayShares:
    """Return a day's money by village, standard and identity, as far as its receipts are here."""
    rows = closings.lines_of_day(
        desk.store.connection, station or desk.store.station.id, collector, day.isoformat()
    )
    return DayShares(
        villages=_shares(rows, lambda row: row["division"] or ""),
        standards=_shares(
            rows, lambda row: "" if row["settles"] else str(abs(row["standard_fen"]))
        ),
        identities=_shares(rows, lambda row: row["identity"] if row["assistance_fen"] else ""),
    )


def close_day(
    desk: Desk,
    collector: str,
    day: date,
    pieces: Mapping[int, int],
    *,
    explanation: str = "",
) -> Closing:
    """Close a collector's day with the cash counted by face value in fen, as one event.

    Raises:
        Refused: ``ROLE`` (a collector closes only their own day), ``DAY_CLOSED``, ``DAY_AHEAD``,
            ``DAY_EMPTY``, ``EARLIER_DAY_OPEN``, ``PIECES`` (no such face value or count),
            ``EXPLANATION_NEEDED`` where counted and booked differ, ``TEXT_LONG``.
        Unavailable: the disk failed; the day is still open.
    """
    desk.may(*MAY_CLOSE)
    if collector != desk.operator:
        desk.may("supervisor")
    counted = _counted(pieces)
    explanation = explanation.strip()
    check_length(explanation=explanation)
    with desk.store.transaction():
        _check_open(desk, collector, day)
        figures = figures_of_day(desk, collector, day)
        if not figures.numbers:
            raise Refused("DAY_EMPTY", "nothing was taken on this day")
        if counted.amount_fen != figures.box_fen and not explanation:
            raise Refused(
                "EXPLANATION_NEEDED",
                "counted and booked differ",
                difference_fen=counted.amount_fen - figures.box_fen,
            )
        fact = DayClosed(
            id=desk.store.ids.new_id(),
            collector=collector,
            day=day.isoformat(),
            methods=figures.methods,
            numbers=figures.numbers,
            receipts=figures.receipts,
            persons=figures.persons,
            voided=figures.voided,
            reversed=figures.reversed,
            late=figures.late,
            cash_booked_fen=figures.cash_fen,
            counted=counted.denominations,
            cash_counted_fen=counted.amount_fen,
            explanation=explanation,
        )
        desk.store.record(fact, operator=desk.operator)
    return closing_of(desk, fact.id)


def approve_day(desk: Desk, closing_id: str, approver: str) -> Closing:
    """Sign a closed day as its second person, as one event.

    ``approver`` is who gave their password (`desktop.usecases.second_person.confirm`), or the
    operator, if that is a supervisor who neither collected nor closed the day.

    Raises:
        Refused: ``CLOSING_UNKNOWN``, ``OWN_WORK``, ``DAY_APPROVED``.
        Unavailable: the disk failed; nothing was signed.
    """
    with desk.store.transaction():
        row = _closing(desk, closing_id)
        if row["approved_by"]:
            raise Refused("DAY_APPROVED", "this day is signed already", by=row["approved_by"])
        if approver in (row["collector"], row["closed_by"]):
            raise Refused("OWN_WORK", "nobody signs their own work")
        fact = DayApproved(id=closing_id, approver=approver, content=closing_content(row))
        desk.store.record(fact, operator=desk.operator)
    return closing_of(desk, closing_id)


def note_deposit(
    desk: Desk, closing_id: str, slip: str, amount_fen: int, *, bank: str = "", on: date
) -> Closing:
    """Note that a closed day's cash was paid in, as one event.

    Raises:
        Refused: ``ROLE``, ``CLOSING_UNKNOWN``, ``SLIP_EMPTY``, ``AMOUNT_DIFFERS`` (not what was
            counted), ``DAY_AHEAD``, ``TEXT_LONG``.
        Unavailable: the disk failed.
    """
    desk.may(*MAY_CLOSE)
    slip, bank = slip.strip(), bank.strip()
    if not slip:
        raise Refused("SLIP_EMPTY", "the deposit slip has a number", field="slip")
    check_length(slip=slip, bank=bank)
    if on > desk.today:
        raise Refused("DAY_AHEAD", "this day has not come yet", field="on")
    with desk.store.transaction():
        row = _closing(desk, closing_id)
        if amount_fen != row["cash_counted_fen"]:
            due = row["cash_counted_fen"]
            raise Refused("AMOUNT_DIFFERS", "not what was counted", due_fen=due)
        fact = DayDeposited(
            id=closing_id, slip=slip, bank=bank, amount_fen=amount_fen, on=on.isoformat()
        )
        desk.store.record(fact, operator=desk.operator)
    return closing_of(desk, closing_id)


def closing_of(desk: Desk, closing_id: str) -> Closing:
    """Return one closing. Raises Refused ``CLOSING_UNKNOWN``."""
    return _as_closing(_closing(desk, closing_id))


def closing_of_day(desk: Desk, collector: str, day: date, station: str = "") -> Closing | None:
    """Return the closing of one collector's day, None while it is open."""
    own = desk.store.station.id
    row = closings.closing(desk.store.connection, station or own, collector, day.isoformat())
    return _as_closing(row) if row else None


def list_closings(desk: Desk, limit: int = 100) -> tuple[Closing, ...]:
    """Return the latest closings this file knows, newest day first."""
    return tuple(_as_closing(row) for row in closings.closings(desk.store.connection, limit))


def _check_open(desk: Desk, collector: str, day: date) -> None:
    if day > desk.today:
        raise Refused("DAY_AHEAD", "this day has not come yet", field="day")
    station = desk.store.station.id
    if closings.closing(desk.store.connection, station, collector, day.isoformat()):
        raise Refused("DAY_CLOSED", "this day is closed already", day=day.isoformat())
    for row in closings.open_days(desk.store.connection, station):
        if row["collector"] == collector and row["day"] < day.isoformat():
            raise Refused("EARLIER_DAY_OPEN", "an earlier day is open", day=row["day"])


def _counted(pieces: Mapping[int, int]) -> Counted:
    for face, count in pieces.items():
        if face not in FACES_FEN or not 0 <= count <= PIECES_MAX:
            raise Refused("PIECES", "no such face value or count", face_fen=face, count=count)
    return Counted(dict(pieces))


def _shares(rows: list[Row], key: Callable[[Row], str]) -> tuple[Share, ...]:
    persons: Counter[str] = Counter()
    paid: Counter[str] = Counter()
    assisted: Counter[str] = Counter()
    for row in rows:
        name = key(row)
        # A difference is money of somebody who was counted when the first receipt was made.
        persons[name] += 0 if row["settles"] else -1 if row["reversal"] else 1
        paid[name] += row["paid_fen"]
        assisted[name] += row["assistance_fen"]
    return tuple(Share(name, persons[name], paid[name], assisted[name]) for name in sorted(persons))


def _closing(desk: Desk, closing_id: str) -> Row:
    row = closings.closing_by_id(desk.store.connection, closing_id)
    if row is None or not row["day"]:
        raise Refused("CLOSING_UNKNOWN", "no such closing in this station's file")
    return row


def _as_closing(row: Row) -> Closing:
    text: dict[str, Any] = {
        name: row[name] or ""
        for name in (
            "id", "station", "collector", "day", "explanation", "closed_by", "closed_at",
            "approved_by", "approved_at", "deposit_slip", "deposit_bank", "deposit_on",
        )
    }  # fmt: skip
    numbers: dict[str, Any] = {
        name: row[name] or 0
        for name in (
            "receipts", "persons", "voided", "reversed", "late", "cash_booked_fen",
            "cash_counted_fen",
        )
    }  # fmt: skip
    return Closing(
        methods=tuple(msgspec.json.decode(row["methods"], type=list[MethodTotal])),
        numbers=tuple(msgspec.json.decode(row["numbers"] or "[]", type=list[NumberRange])),
        counted=tuple(msgspec.json.decode(row["counted"] or "[]", type=list[Denomination])),
        signature_holds=row["approved_content"] == closing_content(row),
        deposit_amount_fen=row["deposit_amount_fen"],
        **text,
        **numbers,
    )
