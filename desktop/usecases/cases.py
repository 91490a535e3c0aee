"""Cases (待处理事项): listed, looked at from both sides, commented on, decided by a supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from desktop.base.errors import Refused
from desktop.domain.case_choices import choices_of
from desktop.domain.case_facts import COMMENT_MAX, CaseCommented, CaseDecided
from desktop.store import cases as rows_of
from desktop.store import people
from desktop.store.register import Row
from desktop.store.station_keys import station_name
from desktop.usecases.case_choices import Choice, act, choices
from desktop.usecases.case_sides import Matter, matter_of
from desktop.usecases.desk import Desk

MAY_DECIDE = ("supervisor",)
MAY_COMMENT = ("clerk", "collector", "supervisor", "policy")

CaseState = Literal["open", "sent", "decided"]
"""``sent``: decided here, and the centre has not answered yet."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in the list."""

    id: str
    kind: str
    state: CaseState
    decision: str
    """What was decided; empty while open, or where the decision has not arrived here."""
    opened_at: str
    station: str
    """Name of the station whose event it rests on."""
    comments: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said of a case; ``decision`` empty for a mere comment."""

    at: str
    operator: str
    station: str
    decision: str
    comment: str


@dataclass(frozen=True, slots=True)
class CaseShown:
    """A case with both sides, what can be decided of it, and what was said."""

    line: CaseLine
    matter: Matter
    choices: tuple[Choice, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class CaseDone:
    """What taking a decision wrote."""

    event_id: str
    choice: Choice


def list_cases(desk: Desk) -> tuple[CaseLine, ...]:
    """Return every case this station was told of, newest first. Raises Unavailable."""
    return tuple(_line(desk, row) for row in rows_of.cases(desk.store.connection))


def open_cases(desk: Desk) -> int:
    """Return how many cases wait for a decision here. Raises Unavailable."""
    return rows_of.open_count(desk.store.connection)


def open_case(desk: Desk, case_id: str, campaign_year: int) -> CaseShown:
    """Return a case with both sides as this station can show them.

    ``campaign_year`` is the one figures are worked out again for.

    Raises:
        Refused: ``CASE_UNKNOWN``.
        Unavailable: the file cannot be read.
    """
    row = _row(desk, case_id)
    detail = _detail(row)
    line = _line(desk, row)
    matter = matter_of(desk, row["kind"], row["event_id"], detail)
    offered = choices(desk, row, detail, campaign_year) if line.state == "open" else ()
    remarks = tuple(_remark(desk, one) for one in rows_of.remarks(desk.store.connection, case_id))
    return CaseShown(line, matter, offered, remarks)


def decide_case(
    desk: Desk, case_id: str, decision: str, comment: str, campaign_year: int
) -> CaseDone:
    """Decide a case: first what the decision entails, by its own facts, then the decision.

    Cut between the two, the same decision can be taken again: nothing is done twice.

    Raises:
        Refused: ``ROLE``; ``CASE_UNKNOWN``; ``CASE_DECIDED``; ``CASE_CHOICE``: not among what can
            be decided; ``CASE_CHOICE_ELSEWHERE``, ``CASE_CHOICE_BY_HAND`` (`Choice.why_not`);
            ``REASON_EMPTY``, ``TEXT_TOO_LONG``; and whatever the use case behind it refuses.
        Unavailable: the disk failed.
    """
    desk.may(*MAY_DECIDE)
    comment = _comment(comment)
    row = _row(desk, case_id)
    if _line(desk, row).state != "open":
        raise Refused("CASE_DECIDED", "this case has been decided")
    if decision not in choices_of(row["kind"]):
        raise Refused("CASE_CHOICE", f"a {row['kind']} cannot be decided so", decision=decision)
    detail = _detail(row)
    offered = choices(desk, row, detail, campaign_year)
    wanted = next(one for one in offered if one.code == decision)
    if wanted.why_not:
        raise Refused(f"CASE_CHOICE_{wanted.why_not}", "this cannot be decided at this station")
    done = act(desk, row, detail, campaign_year, decision, comment)
    fact = CaseDecided(case=case_id, kind=row["kind"], decision=decision, comment=comment)
    with desk.store.transaction():
        event = desk.store.record(fact, operator=desk.operator)
    return CaseDone(event.id, done)


def comment_case(desk: Desk, case_id: str, comment: str) -> str:
    """Say something about a case, decided or not; return the event's id.

    Raises:
        Refused: ``ROLE``, ``CASE_UNKNOWN``, ``REASON_EMPTY``, ``TEXT_TOO_LONG``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_COMMENT)
    comment = _comment(comment)
    _row(desk, case_id)
    with desk.store.transaction():
        fact = CaseCommented(case=case_id, comment=comment)
        return desk.store.record(fact, operator=desk.operator).id


def _comment(text: str) -> str:
    comment = text.strip()
    if not comment:
        raise Refused("REASON_EMPTY", "say why")
    if len(comment) > COMMENT_MAX:
        raise Refused("TEXT_TOO_LONG", "the comment is too long", most=COMMENT_MAX)
    return comment


def _row(desk: Desk, case_id: str) -> Row:
    row = rows_of.case(desk.store.connection, case_id)
    if row is None:
        raise Refused("CASE_UNKNOWN", "no such case at this station")
    return row


def _detail(row: Row) -> dict[str, Any]:
    detail: dict[str, Any] = msgspec.json.decode(row["detail"] or "{}", type=dict[str, Any])
    return detail


def _line(desk: Desk, row: Row) -> CaseLine:
    state: CaseState = "decided" if row["state"] == "decided" else "open"
    if state == "open" and row["decision"]:
        state = "sent"
    return CaseLine(
        id=row["id"],
        kind=row["kind"],
        state=state,
        decision=row["decision"] or "",
        opened_at=row["opened_at"] or "",
        station=row["station_name"] or (row["station"] or "")[:8],
        comments=row["comments"],
    )


def _remark(desk: Desk, row: Row) -> Remark:
    connection = desk.store.connection
    return Remark(
        at=row["at"] or "",
        operator=people.operator_name(connection, row["station"], row["operator"]),
        station=station_name(connection, row["station"]) or row["station"][:8],
        decision=row["decision"] or "",
        comment=row["comment"] or "",
    )
