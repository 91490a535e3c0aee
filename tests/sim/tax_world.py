"""The same county with the tax authority beside it: handed over, answered, paid, booked, checked.

Any desk may do any of it, under the same faults; what two desks did without knowing of each other
is a case, and every table is the same at the county's desk and at the centre in the end.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from desktop.app.law import shipped_law
from desktop.domain.handover_facts import PaidLine, PayablesAnswered, ReturnLine, TaxPaidRead
from desktop.usecases.audits import AuditWanted, record_audit
from desktop.usecases.desk import Desk as Session
from desktop.usecases.handover import HandoverWanted, hand_over, plan_handover
from desktop.usecases.reconciliation import reconcile, side, state_reconciliation
from desktop.usecases.tax_paid import book_rows, list_tax_rows
from desktop.wire.scope import TOWNSHIP_DIGITS, scope_of
from tests.helpers.centre import COUNTY
from tests.sim.world import Desk, World

CAMPAIGN = 2021
TABLES = {
    "handovers": "id", "handover_rows": "batch_id, row", "tax_files": "id", "tax_rows": "id",
    "reconciliations": "id", "audit_findings": "id",
    "audit_runs": "check_name, division, campaign_year",
}  # fmt: skip


class TaxWorld(World):
    """A world in which money also comes through the tax authority."""

    def __init__(self, seed: int, folder: Path) -> None:
        super().__init__(seed, folder)
        self._vouchers = 0

    @override
    def actions(self) -> list[tuple[Callable[[Desk], None], float]]:
        return [
            *super().actions(),
            (self._hand_over, 2),
            (self._answer, 1),
            (self._paid_at_the_office, 3),
            (self._book, 2),
            (self._check, 1),
            (self._state_sides, 0.5),
        ]

    @override
    def prove(self) -> None:
        super().prove()
        county = self.desks[0].store.connection
        centre = self.centre.database.connection
        for table, key in TABLES.items():
            query = f"SELECT * FROM {table} ORDER BY {key}"
            here, there = (
                [dict(row) for row in connection.execute(query)] for connection in (county, centre)
            )
            assert here == there, table
        self._sides_add_up()

    def _sides_add_up(self) -> None:
        at = _session(self.desks[0])
        found = reconcile(at, COUNTY, CAMPAIGN, at.today)
        tax, receipts = side(found.sides, "tax"), side(found.sides, "receipts")
        told = [one for one in found.causes if not one.cause.startswith("enrollment_")]
        assert sum(one.amount_fen for one in told) == tax.amount_fen - receipts.amount_fen

    def _hand_over(self, desk: Desk) -> None:
        at, wanted = _session(desk), HandoverWanted(desk.store.station.division, CAMPAIGN)
        if plan_handover(at, wanted).rows:
            hand_over(at, wanted)
            assert plan_handover(at, wanted).rows == ()

    def _answer(self, desk: Desk) -> None:
        rows = desk.store.connection.execute(
            "SELECT batch_id, row, division FROM handover_rows WHERE division IS NOT NULL"
            " ORDER BY batch_id, row"
        ).fetchall()
        if not rows:
            return
        row = self._random.choice(rows)
        line = ReturnLine(row["row"], self._random.choice(("000", "101")))
        fact = PayablesAnswered(
            file=desk.store.ids.new_id(), batch=row["batch_id"], division=row["division"],
            on="2021-11-15", rows=1, lines=(line,),
        )  # fmt: skip
        with desk.store.transaction():
            desk.store.record(fact, operator="sim")

    def _paid_at_the_office(self, desk: Desk) -> None:
        """Somebody paid at the tax office, or two vouchers say so, or not what was due."""
        household = self._any_household(desk)
        people = desk.store.connection.execute(
            "SELECT p.document_number, h.division FROM people p"
            " JOIN households h ON h.id = p.household_id WHERE h.id = ? AND h.division > ''",
            (household,),
        ).fetchall()
        if not people:
            return
        person = self._random.choice(people)
        self._vouchers += 1
        line = PaidLine(
            id=desk.store.ids.new_id(), place=2, voucher=f"V{self._vouchers}",
            document=person["document_number"], name="", paid_on="2021-11-10",
            amount_fen=self._random.choice((32_000, 32_000, 10_000)),
        )  # fmt: skip
        fact = TaxPaidRead(
            file=desk.store.ids.new_id(), division=person["division"][:TOWNSHIP_DIGITS],
            campaign_year=CAMPAIGN, on="2021-11-15", rows=1, amount_fen=line.amount_fen,
            lines=(line,),
        )  # fmt: skip
        with desk.store.transaction():
            desk.store.record(fact, operator="sim")

    def _book(self, desk: Desk) -> None:
        at = _session(desk)
        rows = list_tax_rows(at, desk.store.station.division, CAMPAIGN)
        ready = [row for row in rows if row.state == "ready"]
        if ready:
            told = list(book_rows(at, ready[:3]))
            assert all(one.receipt or one.error is not None for one in told)

    def _check(self, desk: Desk) -> None:
        check = self._random.choice(("doubles", "paid-not-handed", "return-refused"))
        record_audit(_session(desk), AuditWanted(check, desk.store.station.division, CAMPAIGN))

    def _state_sides(self, desk: Desk) -> None:
        at = _session(desk)
        state_reconciliation(at, scope_of(desk.store.station.division), CAMPAIGN, at.today, "sim")


def _session(desk: Desk) -> Session:
    return Session(desk.store, shipped_law(), "sim", "sim", "supervisor")
