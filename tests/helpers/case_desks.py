"""Desks of one county whose work meets at the centre and becomes cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from desktop.app.law import shipped_law
from desktop.domain import codes
from desktop.domain.facts import OperatorAdded
from desktop.domain.household import HouseholdInput
from desktop.server.recheck import recheck_by
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, TakenPayment, take_payment
from tests.helpers.centre import COUNTY, TestCentre, enlist, meet, new_centre, new_station
from tests.helpers.desks import CAMPAIGN, FAMILY, SON, with_members


@dataclass(slots=True)
class CaseDesks:
    """A county desk with a supervisor, a clerk's desk beside it, and their centre."""

    centre: TestCentre
    desk: Desk
    other: Desk

    def meet(self) -> None:
        """Exchange until both have heard everything."""
        for one in (self.desk, self.other, self.desk):
            meet(one.store, self.centre)

    def save(self, desk: Desk, entry: HouseholdInput) -> str:
        """Save a household and return its id."""
        return save_household(desk, entry).household_id

    def loaded(self, desk: Desk, household: str) -> HouseholdInput:
        """Return a household as a desk opens it."""
        return load_household(desk, household, CAMPAIGN).entry

    def change(self, desk: Desk, household: str, **fields: object) -> None:
        """Change the first member of a household at a desk."""
        entry = self.loaded(desk, household)
        first = replace(entry.members[0], **fields)  # type: ignore[arg-type]
        save_household(desk, replace(entry, members=(first, *entry.members[1:])))

    def pay(self, desk: Desk, household: str, fen: int) -> TakenPayment:
        """Take a household's money at a desk."""
        return take_payment(desk, PaymentInput(household, "cash", fen))

    def conflict(self, **fields: tuple[object, object]) -> str:
        """Let both desks change the same fields of one person; return the household."""
        household = self.save(self.desk, FAMILY)
        self.meet()
        for place, desk in enumerate((self.desk, self.other)):
            values = {name: both[place] for name, both in fields.items()}
            self.change(desk, household, **values)
        self.meet()
        return household

    def double(self, *, paid: str = "") -> tuple[str, str]:
        """Enrol one person in two households, one at each desk; pay ``one``, ``other``, ``both``.

        Return the households.
        """
        households = []
        for number, desk in (("001001-0003", self.desk), ("001001-0004", self.other)):
            alone = replace(SON, relation=codes.HEAD)
            households.append(self.save(desk, with_members(alone, number=number)))
        for name, desk, household in zip(
            ("one", "other"), (self.desk, self.other), households, strict=True
        ):
            if paid in (name, "both"):
                self.pay(desk, household, 32_000)
        self.meet()
        return households[0], households[1]


@contextmanager
def case_desks(role: str = "supervisor") -> Iterator[CaseDesks]:
    """Open two county desks in memory that share a centre."""
    centre = new_centre(recheck=recheck_by(shipped_law()))
    desks = []
    for seed, operator, name, its_role in (
        (1, "chief", "李复核", role),
        (2, "clerk", "张经办", "clerk"),
    ):
        store = new_station(seed, division=COUNTY)
        enlist(store, centre)
        with store.transaction():
            fact = OperatorAdded(operator=operator, display_name=name, role=its_role)  # type: ignore[arg-type]
            store.record(fact, operator=operator)
        desks.append(Desk(store, shipped_law(), operator, name, its_role))
    try:
        yield CaseDesks(centre, desks[0], desks[1])
    finally:
        for desk in desks:
            desk.store.close()
        centre.database.close()
