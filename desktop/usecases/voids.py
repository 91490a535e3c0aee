"""Take back enrolments nobody has paid for (作废), with the reason, by an event of its own."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.domain.facts import TEXT_MAX
from desktop.domain.roster_facts import EnrollmentsVoided
from desktop.store import people, register
from desktop.store.event_subjects import events_naming
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.households import MAY_ENTER


@dataclass(frozen=True, slots=True)
class Voided:
    """What voiding gave."""

    event_id: str
    household_id: str
    enrollments: tuple[str, ...]
    again: bool = False
    """They were voided before: nothing new was written."""


def void_enrollments(desk: Desk, enrollments: tuple[str, ...], reason: str) -> Voided:
    """Void unpaid enrolments of one household; those voided before stay as they are.

    ``reason`` is a code of `desktop.domain.desk_codes.VOID_REASONS` or words of one's own.

    Raises:
        Refused: ``ROLE``, ``REASON_EMPTY``, ``TEXT_TOO_LONG``, ``ENROLLMENT_UNKNOWN``,
            ``ENROLLMENT_PAID`` (its receipt is dealt with first), ``VOID_MIXED``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_ENTER)
    if not reason.strip():
        raise Refused("REASON_EMPTY", "say why")
    if len(reason) > TEXT_MAX:
        raise Refused("TEXT_TOO_LONG", "the reason is too long", most=TEXT_MAX)
    with desk.store.transaction():
        rows = [_row(desk, one) for one in dict.fromkeys(enrollments)]
        homes = {row["household_id"] for row in rows}
        if len(homes) != 1:
            raise Refused("VOID_MIXED", "enrolments of one household at a time")
        household = homes.pop()
        living = tuple(row["id"] for row in rows if row["status"] != "voided")
        if not living:
            return Voided(_voiding_event(desk, rows[0]["id"]), household, enrollments, again=True)
        fact = EnrollmentsVoided(household=household, enrollments=living, reason=reason.strip())
        event = desk.store.record(fact, operator=desk.operator)
    return Voided(event.id, household, living)


def unpaid_enrollments(
    desk: Desk, household_id: str, campaign_year: int, person_id: str = ""
) -> tuple[str, ...]:
    """Return a household's unpaid enrolments of a year; of one person if named."""
    rows = register.enrollments(desk.store.connection, household_id, campaign_year)
    return tuple(
        row["id"]
        for row in rows
        if row["status"] == "registered" and person_id in ("", row["person_id"])
    )


def _row(desk: Desk, enrollment_id: str) -> Row:
    row = people.enrollment_by_id(desk.store.connection, enrollment_id)
    if row is None:
        raise Refused("ENROLLMENT_UNKNOWN", "no such enrolment in this station's file")
    if row["status"] == "paid":
        raise Refused("ENROLLMENT_PAID", "paid: its receipt is voided or refunded first")
    return row


def _voiding_event(desk: Desk, enrollment_id: str) -> str:
    """Return the last event about an enrolment that is voided: the one that voided it."""
    named = events_naming(desk.store.connection, (enrollment_id,))
    return named[-1]["id"] if named else ""
