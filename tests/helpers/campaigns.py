"""A campaign under way, for tests: some paid, some registered, reasons and follow-ups noted."""

from __future__ import annotations

from datetime import timedelta

from desktop.base.ids import SeededIds
from desktop.domain.codes import NOT_ENROLLED_REASONS
from desktop.domain.roster_facts import Target, TargetsSet
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree
from desktop.usecases.not_enrolled import Listing, list_not_enrolled, note_follow_up, note_reason
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.roster_collect import ready_to_pay
from desktop.usecases.roster_steps import renew
from desktop.usecases.seeding import seed_residents
from tests.helpers.desks import CAMPAIGN

_REASONS = tuple(NOT_ENROLLED_REASONS)


def under_way(desk: Desk, residents: int = 120) -> None:
    """Seed residents and bring their campaign to where about six in ten have paid."""
    seed_residents(desk, residents, SeededIds(1))
    rows = desk.store.connection.execute("SELECT id FROM households ORDER BY number, id").fetchall()
    for place, household in enumerate(row["id"] for row in rows):
        if place % 5 < 4:
            renew(desk, household, CAMPAIGN)
        if place % 5 < 3:
            pay(desk, household)
    listing = Listing(desk.store.station.county, CAMPAIGN)
    missing = list_not_enrolled(desk.store.connection, listing, desk.today)
    for place, one in enumerate(missing):
        if place % 3:
            reason = _REASONS[place % len(_REASONS)]
            note_reason(desk, one.person_id, CAMPAIGN, reason, detail="本人口述", evidence="")
        if place % 4 == 1:
            next_on = (desk.today + timedelta(days=place % 3)).isoformat()
            note_follow_up(
                desk, one.person_id, CAMPAIGN, "call", result="无人接听", next_on=next_on
            )
    tree(desk)


def pay(desk: Desk, household: str) -> int:
    """Take what a household owes in cash, if anything is settled; return it in fen."""
    found = ready_to_pay(desk, household, CAMPAIGN)
    due = found.saved.payable_fen
    take_payment(desk, PaymentInput(household, "cash", due, CAMPAIGN))
    return due


def state_population(desk: Desk, *, residents: int, employees: int = 2) -> None:
    """Let the county state its population, the same for every village that has people."""
    rows = desk.store.connection.execute(
        "SELECT DISTINCT substr(division, 1, 12) AS village FROM households"
    ).fetchall()
    targets = tuple(
        Target(division=row["village"], residents=residents, employees=employees) for row in rows
    )
    with desk.store.transaction():
        fact = TargetsSet(campaign_year=CAMPAIGN, targets=targets)
        desk.store.record(fact, operator="tester")
