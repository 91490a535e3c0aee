"""From a band to the money: a renewed household as the payment sheet takes it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.domain.household import HouseholdInput
from desktop.store import register
from desktop.usecases.desk import Desk
from desktop.usecases.households import SavedEnrollment, SavedHousehold
from desktop.usecases.open_household import load_household
from desktop.usecases.price import price_member


@dataclass(frozen=True, slots=True)
class Collectable:
    """A household with unpaid enrolments, and what they come to today."""

    entry: HouseholdInput
    saved: SavedHousehold


def ready_to_pay(desk: Desk, household_id: str, campaign_year: int) -> Collectable:
    """Return a household whose registered enrolments are to be paid, priced for today.

    Raises:
        Refused: ``NOTHING_PAYABLE``: nobody in it is registered and unpaid; ``HOUSEHOLD_UNKNOWN``.
        Unavailable: the file failed.
    """
    entry = load_household(desk, household_id, campaign_year).entry
    rows = register.enrollments(desk.store.connection, household_id, campaign_year)
    due = {row["person_id"]: row for row in rows if row["status"] == "registered"}
    enrollments = tuple(
        SavedEnrollment(
            member.person_id,
            due[member.person_id]["id"],
            "registered",
            price_member(
                entry,
                member,
                desk.law,
                desk.today,
                registered_on=day_from_text(due[member.person_id]["registered_on"]),
                local_values=desk.local_values,
            ),
        )
        for member in entry.members
        if member.person_id in due
    )
    if not enrollments:
        raise Refused("NOTHING_PAYABLE", "nobody in this household has anything to pay")
    payable = sum(
        one.assessment.net_payable or 0
        for one in enrollments
        if one.assessment.allowed is not False
    )
    return Collectable(entry, SavedHousehold(household_id, enrollments, payable, ()))
