"""Decide what the texts leave to a person: one paid enrolment's difference, with its grounds.

Approving a repricing list notes such differences as proposed (C9, X13). Deciding one says what
becomes of it, how much, why and on which document; no money moves. An amount decided here counts
in later repricing like one the law itself gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import msgspec

from desktop.base.errors import Refused
from desktop.domain.facts import TEXT_MAX
from desktop.domain.law_facts import Decided, DifferenceDecided
from desktop.store import differences as rows_of
from desktop.store.register import Row
from desktop.usecases.desk import Desk

MAY_DECIDE = ("supervisor",)
MAY_SEE = ("supervisor", "policy", "auditor")
OUTCOMES: tuple[Decided, ...] = get_args(Decided)


@dataclass(frozen=True, slots=True)
class ToDecide:
    """A difference that waits for a person's decision. Amounts in fen; None: open."""

    id: str
    household: str
    number: str
    """户号."""
    name: str
    enrollment: str
    paid_fen: int
    standard_fen: int | None
    assistance_fen: int | None
    net_fen: int | None
    reasons: tuple[str, ...]
    noted_by: str
    noted_at: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a supervisor decides of one difference."""

    id: str
    outcome: Decided
    amount_fen: int
    """0 where nothing is due."""
    reason: str
    document: str
    """Article or document it rests on."""


def to_decide(desk: Desk, campaign_year: int) -> tuple[ToDecide, ...]:
    """Return the differences of a campaign year that wait for a decision, oldest first.

    Raises:
        Refused: ``ROLE``.
        Unavailable: the file cannot be read.
    """
    desk.may(*MAY_SEE)
    return tuple(_shown(row) for row in rows_of.proposed(desk.store.connection, campaign_year))


def decide(desk: Desk, decision: Decision) -> ToDecide:
    """Record a decision and return the difference it is about.

    Raises:
        Refused: ``ROLE``; ``DIFFERENCE_UNKNOWN``; ``DIFFERENCE_DECIDED``: somebody has decided
            it; ``REASON_EMPTY``, ``DECISION_DOCUMENT``, ``DECISION_TEXT`` (``field``: too long);
            ``DECISION_AMOUNT``: none where one is due, or one where nothing is;
            ``DECISION_TOO_MUCH``: more back than was paid, or more in all than the standard.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_DECIDE)
    with desk.store.transaction():
        row = rows_of.difference(desk.store.connection, decision.id)
        if row is None:
            raise Refused("DIFFERENCE_UNKNOWN", "no such difference in this station's file")
        if row["state"] != "proposed" or row["decision"] is not None:
            who = row["decision_by"] or row["decided_by"]
            raise Refused("DIFFERENCE_DECIDED", "it has been decided", operator=who)
        _check_texts(decision)
        _check_amount(row, decision)
        fact = DifferenceDecided(
            id=decision.id,
            household=row["household_id"],
            outcome=decision.outcome,
            amount_fen=decision.amount_fen,
            reason=decision.reason.strip(),
            document=decision.document.strip(),
        )
        desk.store.record(fact, operator=desk.operator)
    return _shown(row)


def _check_texts(decision: Decision) -> None:
    if not decision.document.strip():
        raise Refused("DECISION_DOCUMENT", "say which article or document it rests on")
    if not decision.reason.strip():
        raise Refused("REASON_EMPTY", "say why")
    for name in ("reason", "document"):
        if len(getattr(decision, name)) > TEXT_MAX:
            raise Refused("DECISION_TEXT", f"{name} is too long", field=name, most=TEXT_MAX)


def _check_amount(row: Row, decision: Decision) -> None:
    fen, paid = decision.amount_fen, row["paid_fen"] or 0
    if decision.outcome == "none":
        if fen:
            raise Refused("DECISION_AMOUNT", "nothing is due: no amount", outcome="none")
        return
    if fen <= 0:
        raise Refused("DECISION_AMOUNT", "say how much", outcome=decision.outcome)
    standard = row["standard_fen"]
    most = (None if standard is None else standard - paid) if _collects(decision) else paid
    if most is not None and fen > most:
        raise Refused("DECISION_TOO_MUCH", f"at most {most} fen", most_fen=max(most, 0))


def _collects(decision: Decision) -> bool:
    return decision.outcome == "collect"


def _shown(row: Row) -> ToDecide:
    return ToDecide(
        id=row["id"],
        household=row["household_id"],
        number=row["number"] or "",
        name=row["name"] or "",
        enrollment=row["enrollment_id"],
        paid_fen=row["paid_fen"] or 0,
        standard_fen=row["standard_fen"],
        assistance_fen=row["assistance_fen"],
        net_fen=row["net_fen"],
        reasons=tuple(msgspec.json.decode(row["reasons"] or "[]")),
        noted_by=row["decided_by"] or "",
        noted_at=row["decided_at"] or "",
    )
