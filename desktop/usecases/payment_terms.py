"""What stands fixed before money is taken: the price of its day, the day it counts in, numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.policy import Assessment
from desktop.store import register
from desktop.store.segments import segments
from desktop.usecases.booking import booking_day
from desktop.usecases.desk import Desk
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, payment_day, price_on

NUMBERS_LOW = 50
"""Below this many receipt numbers the desk is told to get more: a busy day uses as many."""


@dataclass(frozen=True, slots=True)
class PersonDue:
    """One registered, unpaid person and what the law says of the day of payment."""

    person_id: str
    name: str
    assessment: Assessment

    @property
    def payable_fen(self) -> int | None:
        """What the person pays, None while the law leaves it open or forbids the enrolment."""
        return None if self.assessment.allowed is False else self.assessment.net_payable


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """What a household's payment would be if it were taken now."""

    day: date
    """The day whose law sets the prices."""
    people: tuple[PersonDue, ...]
    booked_on: date
    """Legal day whose closing the money counts in."""
    late: bool
    """Today is closed: the money counts in a later day."""
    unspent: int
    """Receipt numbers left at this station."""
    instalments: tuple[str, str] | None
    """Document and article that forbid paying in parts; None where no text does."""


def payment_terms(
    desk: Desk, household_id: str, campaign_year: int, *, paid_on: str = ""
) -> PaymentTerms:
    """Return what would be due of whom, if it were paid today or had been on ``paid_on``.

    Raises:
        Refused: ``PAID_ON``, ``HOUSEHOLD_UNKNOWN``, ``CLOCK_BACK``, ``DAYS_CLOSED``.
    """
    # Asked as the tax channel, which may name any day up to today.
    asked = PaymentInput(household_id, "tax", 0, external_number="0", paid_on=paid_on)
    day = payment_day(desk, asked)
    household = load_household(desk, household_id, campaign_year).entry
    rows = register.enrollments(desk.store.connection, household_id, campaign_year)
    due = {row["person_id"]: row for row in rows if row["status"] == "registered"}
    people = tuple(
        PersonDue(
            member.person_id,
            member.name,
            price_on(desk, household, member, due[member.person_id], day),
        )
        for member in household.members
        if member.person_id in due
    )
    booked, late = booking_day(desk)
    held = segments(desk.store.connection, desk.store.station.id)
    law = desk.law.resolve(household.division, campaign_year)
    at = law.text.instalments_at if law else None
    return PaymentTerms(
        day=day,
        people=people,
        booked_on=booked,
        late=late,
        unspent=sum(one.unspent for one in held),
        instalments=(at.document, at.article) if at is not None else None,
    )
