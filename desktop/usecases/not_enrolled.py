"""The register of the not enrolled (未参保台账): who, why, and what was tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.facts import HouseholdFields, HouseholdSaved
from desktop.domain.identity_number import masked
from desktop.domain.roster_facts import FollowUpKind, FollowUpNoted, NotEnrolled
from desktop.domain.text_limit import check_length
from desktop.sqlite.connection import Connection
from desktop.store import register
from desktop.store.not_enrolled import (
    count_due,
    follow_ups_of,
    not_enrolled_page,
    not_enrolled_person,
)
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.wire.scope import scope_of

PAGE = 200
MAY_NOTE = ("clerk", "collector", "supervisor")

Wanted = Literal["all", "without_reason", "due", "paid_last_year"]


@dataclass(frozen=True, slots=True)
class Missing:
    """One person who is not enrolled, as the register lists them. Identity numbers are masked."""

    person_id: str
    household_id: str
    division: str
    household_number: str
    address: str
    name: str
    document: str
    birth_date: str
    phone: str
    relation: str
    reason: str
    """A code of `desktop.domain.codes.NOT_ENROLLED_REASONS`, empty while nobody noted one."""
    detail: str
    evidence: str
    noted_on: str
    last_kind: str
    last_on: str
    last_result: str
    next_on: str
    paid_last_year: bool
    place: int
    """Where the row stands in its division: what the next page is asked after."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One attempt to reach somebody."""

    id: str
    kind: str
    on: str
    result: str
    next_on: str
    operator: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What is asked of the register of the not enrolled."""

    division: str
    campaign_year: int
    wanted: Wanted = "all"
    reason: str = ""


def list_not_enrolled(
    connection: Connection,
    listing: Listing,
    today: date,
    *,
    after: Missing | None = None,
    limit: int = PAGE,
) -> tuple[Missing, ...]:
    """Return the next ``limit`` people not enrolled, after the last one already had.

    ``due`` are those whose next attempt is for today or earlier. Reads only, on any connection.
    """
    rows = not_enrolled_page(
        connection,
        scope_of(listing.division),
        listing.campaign_year,
        today=today.isoformat(),
        wanted=listing.wanted,
        reason=listing.reason,
        after=(after.division, after.place) if after else ("", 0),
        limit=limit,
    )
    return tuple(_missing(row) for row in rows)


def read_missing(connection: Connection, person_id: str, campaign_year: int) -> Missing | None:
    """Return one person as the register lists them now; None once enrolled, dead or gone."""
    row = not_enrolled_person(connection, person_id, campaign_year)
    return None if row is None else _missing(row)


def due_reminders(connection: Connection, division: str, campaign_year: int, today: date) -> int:
    """Return how many people under ``division`` are to be tried again today, or were before."""
    return count_due(connection, scope_of(division), campaign_year, today.isoformat())


def note_reason(
    desk: Desk,
    person_id: str,
    campaign_year: int,
    reason: str,
    *,
    detail: str = "",
    evidence: str = "",
) -> None:
    """Note why a person is not enrolled, as one event; an empty ``reason`` takes the note back.

    Raises:
        Refused: ``ROLE``, ``PERSON_UNKNOWN``, ``REASON_UNKNOWN``, ``TEXT_LONG``,
            ``EVIDENCE_NEEDED`` for a refusal without the paper it rests on, ``PERSON_ENROLLED``
            for somebody whose enrolment lives.
    """
    desk.may(*MAY_NOTE)
    if reason and reason not in codes.NOT_ENROLLED_REASONS:
        raise Refused("REASON_UNKNOWN", f"no such reason: {reason}")
    check_length(detail=detail, evidence=evidence)
    if reason == codes.REFUSED and not (evidence.strip() or detail.strip()):
        raise Refused("EVIDENCE_NEEDED", "a refusal needs its paper or who heard it")
    with desk.store.transaction():
        person = _person(desk, person_id)
        if register.enrollment(desk.store.connection, person_id, campaign_year) is not None:
            raise Refused("PERSON_ENROLLED", "the person is enrolled this year")
        note = NotEnrolled(
            person=person_id,
            household=person["household_id"],
            campaign_year=campaign_year,
            reason=reason,
            detail=detail.strip(),
            evidence=evidence.strip(),
            noted_on=desk.today.isoformat(),
        )
        household = HouseholdFields(id=person["household_id"])
        fact = HouseholdSaved(household=household, not_enrolled=(note,))
        desk.store.record(fact, operator=desk.operator)


def note_follow_up(
    desk: Desk,
    person_id: str,
    campaign_year: int,
    kind: str,
    *,
    result: str = "",
    next_on: str = "",
) -> str:
    """Note that somebody was called, visited or written to, as one event; return its id.

    Raises:
        Refused: ``ROLE``, ``PERSON_UNKNOWN``, ``FOLLOW_UP_KIND``, ``TEXT_LONG``, ``DAY_FORM``,
            ``DAY_PAST`` if the next attempt lies before today.
    """
    desk.may(*MAY_NOTE)
    try:
        known = msgspec.convert(kind, FollowUpKind)
    except msgspec.ValidationError as error:
        raise Refused("FOLLOW_UP_KIND", f"no such kind of follow-up: {kind}") from error
    check_length(result=result)
    if next_on and _day(next_on) < desk.today:
        raise Refused("DAY_PAST", "the next attempt lies in the past", field="next_on")
    with desk.store.transaction():
        person = _person(desk, person_id)
        fact = FollowUpNoted(
            id=desk.store.ids.new_id(),
            person=person_id,
            household=person["household_id"],
            campaign_year=campaign_year,
            kind=known,
            on=desk.today.isoformat(),
            result=result.strip(),
            next_on=next_on,
        )
        desk.store.record(fact, operator=desk.operator)
    return fact.id


def follow_ups(connection: Connection, person_id: str, campaign_year: int) -> tuple[FollowUp, ...]:
    """Return what was tried with one person, newest first."""
    return tuple(
        FollowUp(
            id=row["id"],
            kind=row["kind"] or "",
            on=row["on"] or "",
            result=row["result"] or "",
            next_on=row["next_on"] or "",
            operator=row["operator"] or "",
        )
        for row in follow_ups_of(connection, person_id, campaign_year)
    )


def _missing(row: Row) -> Missing:
    text = {
        name: row[name] or ""
        for name in (
            "household_id", "division", "household_number", "address", "name", "birth_date",
            "relation", "reason", "detail", "evidence", "noted_on", "last_kind", "last_on",
            "last_result", "next_on",
        )
    }  # fmt: skip
    return Missing(
        person_id=row["id"],
        document=masked(row["document_number"] or ""),
        phone=row["phone"] or row["household_phone"] or "",
        paid_last_year=bool(row["paid_last_year"]),
        place=row["place"],
        **text,
    )


def _person(desk: Desk, person_id: str) -> Row:
    row = register.person(desk.store.connection, person_id)
    if row is None or not row["household_id"]:
        raise Refused("PERSON_UNKNOWN", "no such person in this station's file")
    return row


def _day(text: str) -> date:
    try:
        return day_from_text(text)
    except ValueError as error:
        raise Refused("DAY_FORM", f"not a day: {text}", field="next_on") from error
