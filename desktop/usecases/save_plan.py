"""Who the people of an entered household are in the register, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.household import HouseholdInput, MemberInput
from desktop.store import people, register
from desktop.store.register import Row
from desktop.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Known:
    """A member with what the register already holds of the person."""

    place: int
    """-1 for somebody who is no longer entered."""
    member: MemberInput
    row: Row | None
    enrollment: Row | None
    not_enrolled: Row | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """An entry with everybody in it known."""

    entry: HouseholdInput
    household_id: str
    household: Row | None
    members: tuple[Known, ...]
    left: tuple[Known, ...]
    """People of the household that are no longer entered."""


def plan_of(desk: Desk, entry: HouseholdInput) -> Plan:
    """Return the plan of a normalised entry; new people and a new household get their ids."""
    connection = desk.store.connection
    row = None
    if entry.household_id:
        row = register.household(connection, entry.household_id)
    elif entry.number:
        row = register.household_by_number(connection, entry.division, entry.number)
    household_id = row["id"] if row else entry.household_id or desk.store.ids.new_id()
    known = tuple(
        _known(desk, place, member, entry.campaign_year)
        for place, member in enumerate(entry.members)
    )
    present = {one.member.person_id for one in known}
    left: tuple[Known, ...] = ()
    # Adding by household number leaves the others where they are; an opened household is whole.
    if entry.household_id:
        left = tuple(
            _of_row(desk, -1, MemberInput(person_id=gone["id"]), gone, entry.campaign_year)
            for gone in register.members(connection, household_id)
            if gone["id"] not in present
        )
    return Plan(entry, household_id, row, known, left)


def _known(desk: Desk, place: int, member: MemberInput, campaign_year: int) -> Known:
    connection = desk.store.connection
    row = register.person(connection, member.person_id) if member.person_id else None
    if row is None and member.document_number:
        row = register.person_by_document(connection, member.document_number)
    if row is None:
        member = replace(member, person_id=member.person_id or desk.store.ids.new_id())
        return Known(place, member, None, None)
    return _of_row(desk, place, replace(member, person_id=row["id"]), row, campaign_year)


def _of_row(desk: Desk, place: int, member: MemberInput, row: Row, campaign_year: int) -> Known:
    connection = desk.store.connection
    return Known(
        place,
        member,
        row,
        register.enrollment(connection, row["id"], campaign_year),
        people.not_enrolled(connection, row["id"], campaign_year),
    )
