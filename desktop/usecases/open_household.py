"""Read a household back as it was entered, with where each member stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.base.errors import Refused
from desktop.domain.household import HouseholdInput, MemberInput, Opened
from desktop.domain.member_rows import law_facts
from desktop.store import people, register
from desktop.store.exchange import progress
from desktop.store.register import Row
from desktop.usecases.covered import covered_here
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
    rows = register.members(connection, household_id)
    here = register.enrollments(connection, household_id, campaign_year)
    # Who moved in after paying is paid in the household the receipt names.
    enrolled = {
        row["id"]: found
        for row in rows
        if (found := register.enrollment(connection, row["id"], campaign_year))
    }
    covered = covered_here(desk, row["division"] or "", campaign_year, [one["id"] for one in rows])
    members = tuple(
        replace(
            member_from_row(
                row,
                enrolled.get(row["id"]),
                any_enrolled=bool(enrolled),
                noted=people.not_enrolled(connection, row["id"], campaign_year),
            ),
            covered_here=covered.get(row["id"], ()),
        )
        for row in rows
    )
    statuses = tuple(enrolled[row["id"]]["status"] if row["id"] in enrolled else "" for row in rows)
    payments = dict.fromkeys(one["payment_id"] for one in here if one["payment_id"])
    taken = (register.payment(connection, payment) for payment in payments)
    receipts = tuple(payment["receipt_number"] for payment in taken if payment)
    entry = HouseholdInput(
        division=row["division"] or "",
        campaign_year=campaign_year,
        members=members,
        number=row["number"] or "",
        address=row["address"] or "",
        phone=row["phone"] or "",
        household_id=household_id,
    )
    opened = Opened(entry, progress(desk.store).cursor, people.last_position(connection))
    return LoadedHousehold(replace(entry, opened=opened), statuses, receipts)


def member_from_row(
    row: Row, enrollment: Row | None, *, any_enrolled: bool, noted: Row | None = None
) -> MemberInput:
    """Return a person's row as an input row; ``noted`` is why the person is not enrolled.

    A household nobody of which is enrolled yet is offered whole for enrolment, but for those who
    are noted not to be.
    """
    noted = None if enrollment is not None else noted
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
        document_valid_to=row["document_valid_to"] or "",
        hukou_division=row["hukou_division"] or "",
        hukou_address=row["hukou_address"] or "",
        survival=row["survival"] or "",
        died_on=row["died_on"] or "",
        moved_to=row["moved_to"] or "",
        person_id=row["id"],
        enrol=enrollment is not None or not (any_enrolled or noted),
        not_enrolled=noted["reason"] if noted else "",
        not_enrolled_detail=(noted["detail"] or "") if noted else "",
        not_enrolled_evidence=(noted["evidence"] or "") if noted else "",
        **law_facts(row),
    )
