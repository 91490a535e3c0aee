"""Three-way reconciliation: our receipts, the tax authority's rows, the enrolments; signed off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.base.errors import Refused
from desktop.domain.handover_facts import (
    CauseTotal,
    ReconciliationApproved,
    ReconciliationStated,
    SideTotal,
)
from desktop.domain.reconciliation import (
    Compared,
    Line,
    compare,
    differences_hash,
    statement_content,
)
from desktop.domain.tax_matching import tax_states
from desktop.domain.text_limit import check_length
from desktop.sqlite.connection import Connection
from desktop.store import reconciliations as statements_of
from desktop.store import tax_rows as rows_of
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.operators import name_of
from desktop.wire.scope import scope_of

MAY_RECONCILE = ("clerk", "supervisor", "auditor")
MAY_STATE = ("clerk", "supervisor")


@dataclass(frozen=True, slots=True)
class Statement:
    """A signed-off, or yet unsigned, statement as the record holds it."""

    id: str
    division: str
    campaign_year: int
    through: str
    sides: tuple[SideTotal, ...]
    causes: tuple[CauseTotal, ...]
    explanation: str
    stated_by: str
    stated_name: str
    """What who made it is called (`desktop.usecases.operators.name_of`)."""
    stated_on: str
    approved_by: str
    approved_name: str
    approved_at: str
    signature_holds: bool
    """The second person signed what stands here, and not something else."""


def reconcile(
    desk: Desk,
    division: str,
    campaign_year: int,
    through: date,
    connection: Connection | None = None,
) -> Compared:
    """Hold the three sides of a place against each other, as they stand, up to a day.

    ``connection``: a reading one of the same file, on whatever thread has it.

    Raises:
        Refused: ``ROLE``.
        Unavailable: the file cannot be read.
    """
    desk.may(*MAY_RECONCILE)
    where = (scope_of(division), campaign_year, through.isoformat())
    connection = connection or desk.store.connection
    return compare(
        tuple(tax_states(rows_of.tax_rows(connection, *where))),
        tuple(_line(row) for row in rows_of.tax_receipts(connection, *where)),
        tuple(
            Line(row["enrollment_id"], row["voucher"], row["amount_fen"] or 0)
            for row in rows_of.tax_enrollments(connection, *where)
        ),
    )


def state_reconciliation(
    desk: Desk, division: str, campaign_year: int, through: date, explanation: str = ""
) -> Statement:
    """Put a reconciliation on record, differences and all, for a second person to sign.

    Raises:
        Refused: ``ROLE``; ``DAY_AHEAD``; ``DIFFERENCES_UNEXPLAINED`` where differences stand and
            nobody says why; ``TEXT_LONG``.
        Unavailable: the disk failed.
    """
    desk.may(*MAY_STATE)
    explanation = explanation.strip()
    check_length(explanation=explanation)
    if through > desk.today:
        raise Refused("DAY_AHEAD", "this day has not come yet", field="through")
    with desk.store.transaction():
        found = reconcile(desk, division, campaign_year, through)
        if found.differences and not explanation:
            count = len(found.differences)
            raise Refused("DIFFERENCES_UNEXPLAINED", "say why they differ", count=count)
        fact = ReconciliationStated(
            id=desk.store.ids.new_id(),
            division=scope_of(division),
            campaign_year=campaign_year,
            through=through.isoformat(),
            sides=found.sides,
            causes=found.causes,
            differences=differences_hash(found.differences),
            explanation=explanation,
            on=desk.today.isoformat(),
        )
        desk.store.record(fact, operator=desk.operator)
    return statement_of(desk, fact.id)


def approve_reconciliation(desk: Desk, statement_id: str, approver: str) -> Statement:
    """Sign a statement as its second person, as one event.

    ``approver`` is who gave their password (`desktop.usecases.second_person.confirm`), or the
    operator, if that is a supervisor who did not make the statement.

    Raises:
        Refused: ``RECONCILIATION_UNKNOWN``, ``OWN_WORK``, ``RECONCILIATION_SIGNED``;
            ``RECONCILIATION_CHANGED`` where the books say something else by now.
        Unavailable: the disk failed; nothing was signed.
    """
    with desk.store.transaction():
        row = _row(desk, statement_id)
        if row["approved_by"]:
            raise Refused("RECONCILIATION_SIGNED", "signed already", by=row["approved_by"])
        if approver == row["operator"]:
            raise Refused("OWN_WORK", "nobody signs their own work")
        through = date.fromisoformat(row["through"])
        now = reconcile(desk, row["division"], row["campaign_year"], through)
        if differences_hash(now.differences) != row["differences"] or now.sides != _sides(row):
            raise Refused("RECONCILIATION_CHANGED", "the books have changed since")
        fact = ReconciliationApproved(
            id=statement_id, approver=approver, content=statement_content(row)
        )
        desk.store.record(fact, operator=desk.operator)
    return statement_of(desk, statement_id)


def statement_of(desk: Desk, statement_id: str) -> Statement:
    """Return one statement. Raises Refused ``RECONCILIATION_UNKNOWN``."""
    return _statement(desk, _row(desk, statement_id))


def list_statements(desk: Desk, division: str, campaign_year: int) -> tuple[Statement, ...]:
    """Return the statements of a place, newest first. Raises Unavailable."""
    rows = statements_of.statements(desk.store.connection, scope_of(division), campaign_year)
    return tuple(_statement(desk, row) for row in rows)


def side(sides: Iterable[SideTotal], name: str) -> SideTotal:
    """Return one of the three sides."""
    return next(one for one in sides if one.side == name)


def _row(desk: Desk, statement_id: str) -> Row:
    row = statements_of.statement(desk.store.connection, statement_id)
    if row is None or not row["through"]:
        raise Refused("RECONCILIATION_UNKNOWN", "no such statement in this station's file")
    return row


def _sides(row: Row) -> tuple[SideTotal, ...]:
    return msgspec.json.decode(row["sides"], type=tuple[SideTotal, ...])


def _statement(desk: Desk, row: Row) -> Statement:
    approver = row["approved_by"] or ""
    return Statement(
        id=row["id"],
        division=row["division"],
        campaign_year=row["campaign_year"],
        through=row["through"],
        sides=_sides(row),
        causes=msgspec.json.decode(row["causes"], type=tuple[CauseTotal, ...]),
        explanation=row["explanation"] or "",
        stated_by=row["operator"],
        stated_name=name_of(desk, row["operator"], row["station"]),
        stated_on=row["stated_on"],
        approved_by=approver,
        approved_name=name_of(desk, approver) if approver else "",
        approved_at=row["approved_at"] or "",
        signature_holds=row["approved_content"] == statement_content(row),
    )


def _line(row: Row) -> Line:
    return Line(
        enrollment=row["enrollment_id"],
        voucher=row["voucher"],
        amount_fen=row["amount_fen"],
        receipt=row["receipt_number"] or "",
        person=row["person_id"] or "",
        name=row["name"] or "",
        document=row["document_number"] or "",
        household=row["household_id"] or "",
        division=row["division"] or "",
    )
