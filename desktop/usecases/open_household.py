"""Read a household back as it was entered, with where each member stands."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.member_rows import law_facts
from desktop.store import register
from desktop.store.register import Row
from desktop.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class LoadedHousehold:
    """A household as the screen shows it again."""

    entry: HouseholdInput
    statuses: tuple[str, ...]
    """Per member: "", "registered" or "paid"."""
    receipts: tuple[str, ...]
    """Numbers of the receipts of this campaign year."""


def load_household(desk: Desk, household_id: str, campaign_year: int) -> LoadedHousehold:
    """Return a household as entered, with where each member's enrolment stands.

    Raises:
        Refused: ``HOUSEHOLD_UNKNOWN``.
    """
    connection = desk.store.connection
    row = register.household(connection, household_id)
    if row is None:
        raise Refused("HOUSEHOLD_UNKNOWN", "no such household in this station's file")
    people = register.members(connection, household_id)
    enrolled = {
        one["person_id"]: one
        for one in register.enrollments(connection, household_id, campaign_year)
    }
    members = tuple(
        member_from_row(person, enrolled.get(person["id"]), any_enrolled=bool(enrolled))
        for person in people
    )
    statuses = tuple(
        enrolled[person["id"]]["status"] if person["id"] in enrolled else "" for person in people
    )
    payments = dict.fromkeys(one["payment_id"] for one in enrolled.values() if one["payment_id"])
    found = (register.payment(connection, payment) for payment in payments)
    receipts = tuple(payment["receipt_number"] for payment in found if payment)
    entry = HouseholdInput(
        division=row["division"] or "",
        campaign_year=campaign_year,
        members=members,
        number=row["number"] or "",
        address=row["address"] or "",
        phone=row["phone"] or "",
        household_id=household_id,
    )
    return LoadedHousehold(entry, statuses, receipts)


def member_from_row(row: Row, enrollment: Row | None, *, any_enrolled: bool) -> MemberInput:
    """Return a person's row as an input row.

    A household nobody of which is enrolled yet is offered whole for enrolment.
    """
    return MemberInput(
        name=row["name"] or "",
        document_number=row["document_number"] or "",
        document_type=row["document_type"] or "",
        relation=row["relation"] or "",
        sex=row["sex"] or "",
        ethnic_group=row["ethnic_group"] or "",
        phone=row["phone"] or "",
        alias=row["alias"] or "",
        tier=enrollment["tier"] if enrollment else None,
        document_override=row["document_override"] or "",
        person_id=row["id"],
        enrol=enrollment is not None or not any_enrolled,
        **law_facts(row),
    )
