"""The same county with its money's whole life: voided, closed, signed, reversed, refunded.

By line and by stick. Numbers are spoiled by the hundred, so that segments run out and are refilled
while grants get lost on the way. Receipts of closed days are reversed by the county's desk alone:
two desks that reverse the same without hearing of each other are a case, tested elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from typing_extensions import override

from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.domain.closing import FACES_FEN
from desktop.usecases.closing import approve_day, close_day, figures_of_day, list_closings
from desktop.usecases.desk import Desk as Session
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.refunds import (
    RefundAnswer,
    RefundEntry,
    decide_refund,
    list_refunds,
    request_refund,
)
from desktop.usecases.undoing import reverse_payment, void_numbers, void_receipt
from tests.sim.stick_world import StickWorld
from tests.sim.world import Desk

TODAY = date(2021, 11, 15)
COLLECTOR, BOSS = "tester", "boss"
SPOILED = (1, 7, 300, 600)
TABLES = {
    # Spoiled numbers are their station's own business.
    "receipts WHERE payment_id IS NOT NULL": "number",
    "payments": "id",
    "refunds": "id",
    "closings": "id",
}


class MoneyWorld(StickWorld):
    """A world in which money is taken back in every way there is."""

    def __init__(self, seed: int, folder: Path) -> None:
        super().__init__(seed, folder)
        self.done: dict[str, int] = {}
        """How often each thing was done, and not refused at the counter."""

    @override
    def play(self, steps: int) -> None:
        # Money is taken, closed, heard of and only then given back.
        super().play(2 * steps)

    @override
    def actions(self) -> list[tuple[Callable[[Desk], None], float]]:
        return [
            *super().actions(),
            (self._exchange, 0 if self._no_line else 8),
            (self._errand, 4),
            (self._pay, 4),
            (self._void_receipt, 3),
            (self._close, 3),
            (self._sign, 2),
            (self._reverse, 6),
            (self._ask_back, 3),
            (self._answer_refund, 4),
            (self._spoil, 0.7),
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
        self._money_adds_up()

    def _money_adds_up(self) -> None:
        """What stands is what was taken less what was given back; twice given back is a case."""
        connection = self.centre.database.connection
        (stands,) = connection.execute(
            "SELECT coalesce(sum(amount_fen), 0) FROM payments"
            " WHERE state IS NULL AND reverses = ''"
        ).fetchone()
        (booked,) = connection.execute(
            "SELECT coalesce(sum(amount_fen), 0) FROM payments"
            " WHERE state IS DISTINCT FROM 'voided'"
        ).fetchone()
        (counted,) = connection.execute("SELECT coalesce(sum(paid_fen), 0) FROM tallies").fetchone()
        assert stands == booked == counted
        (twice,) = connection.execute(
            "SELECT count(*) FROM refunds f JOIN payments p ON p.id = f.payment_id"
            " WHERE f.decision = 'approved' AND p.state IS NOT NULL"
        ).fetchone()
        assert self.centre.kinds().count("GIVEN_BACK_TWICE") == twice

    @override
    def _receipts_have_no_gaps(self) -> None:
        connection = self.centre.database.connection
        used: dict[str, list[int]] = {}
        rows = connection.execute(
            "SELECT r.segment_id, r.serial, r.payment_id, s.first, s.last FROM receipts r"
            " JOIN segments s ON s.id = r.segment_id ORDER BY r.serial"
        ).fetchall()
        for row in rows:
            used.setdefault(row["segment_id"], []).append(row["serial"])
            assert row["first"] <= row["serial"] <= row["last"]
        for segment, serials in used.items():
            (first,) = connection.execute(
                "SELECT first FROM segments WHERE id = ?", (segment,)
            ).fetchone()
            assert serials == list(range(first, first + len(serials)))
        paid = sorted(row["payment_id"] for row in rows if row["payment_id"])
        payments = connection.execute("SELECT id FROM payments ORDER BY id").fetchall()
        assert paid == [row["id"] for row in payments]

    @override
    def _whoever_paid_twice_is_a_case(self, kinds: Counter[str]) -> None:
        """Who paid again after a receipt was undone paid once; that may have been later."""
        twice = (
            "SELECT count(*) FROM (SELECT 1 FROM payment_lines l"
            " JOIN people p ON p.id = l.person_id JOIN payments m ON m.id = l.payment_id"
            " WHERE m.reverses = '' AND {which} GROUP BY p.document_number"
            " HAVING count(DISTINCT l.payment_id) > 1) AS twice"
        )
        connection = self.centre.database.connection
        (stand,) = connection.execute(twice.format(which="m.state IS NULL")).fetchone()
        (ever,) = connection.execute(twice.format(which="1 = 1")).fetchone()
        assert kinds["PAID_TWICE"] > 0 or stand == 0
        assert ever > 0 or kinds["PAID_TWICE"] == 0

    @override
    def _pay(self, desk: Desk) -> None:
        rows = desk.store.connection.execute(
            "SELECT household_id, count(*) FROM enrollments WHERE status = 'registered'"
            " GROUP BY household_id ORDER BY household_id"
        ).fetchall()
        if not rows:
            return
        household, unpaid = self._random.choice(rows)
        method = self._random.choice(("cash", "cash", "wechat"))
        entry = PaymentInput(household, method, 32_000 * unpaid)
        self._try("paid", lambda: take_payment(_at(desk, COLLECTOR), entry))

    def _errand(self, desk: Desk) -> None:
        """Somebody goes to the centre with a stick and comes straight back."""
        self._carry(desk)

    def _void_receipt(self, desk: Desk) -> None:
        number = self._any_receipt(desk, "r.station = ?", desk.store.station.id)
        self._try("voided", lambda: void_receipt(_at(desk, COLLECTOR), number, "收错"))

    def _close(self, desk: Desk) -> None:
        if desk.place == 0:
            return
        at = _at(desk, COLLECTOR)
        box = max(0, figures_of_day(at, COLLECTOR, TODAY).box_fen)
        pieces = {FACES_FEN[0]: box // FACES_FEN[0]}
        self._try("closed", lambda: close_day(at, COLLECTOR, TODAY, pieces, explanation="零钱"))

    def _sign(self, desk: Desk) -> None:
        at = _at(desk, BOSS)
        for one in list_closings(at)[:1]:
            self._try("signed", partial(approve_day, at, one.id, BOSS))

    def _reverse(self, _desk: Desk) -> None:
        county = self.desks[0]
        closed = (
            "r.station <> ? AND EXISTS (SELECT 1 FROM closings c WHERE c.station = r.station"
            " AND c.collector = p.operator AND c.day = p.booked_on)"
        )
        number = self._any_receipt(county, closed, county.store.station.id)
        reverse = partial(reverse_payment, _at(county, BOSS), number, "重复", approved_by=BOSS)
        self._try("reversed", reverse)

    def _ask_back(self, desk: Desk) -> None:
        number = self._any_receipt(desk, "? <> ''", "any")
        entry = RefundEntry(number, "death", "培训")
        self._try("asked back", lambda: request_refund(_at(desk, COLLECTOR), entry))

    def _answer_refund(self, _desk: Desk) -> None:
        at = _at(self.desks[0], BOSS)
        for one in list_refunds(at, open_only=True, limit=1):
            answer = RefundAnswer("approved", TODAY, 10_000, "培训县医疗保障局", "1号")
            self._try("granted", partial(decide_refund, at, one.id, answer))

    def _spoil(self, desk: Desk) -> None:
        count = self._random.choice(SPOILED)
        self._try("spoiled", lambda: void_numbers(_at(desk, COLLECTOR), count, "卡纸"))

    def _try(self, what: str, work: Callable[[], object]) -> None:
        with suppress(Refused):
            work()
            self.done[what] = self.done.get(what, 0) + 1

    def _any_receipt(self, desk: Desk, where: str, value: str) -> str:
        rows = desk.store.connection.execute(
            "SELECT r.number FROM receipts r JOIN payments p ON p.id = r.payment_id"
            f" WHERE {where} AND p.household_id IS NOT NULL ORDER BY r.number",
            (value,),
        ).fetchall()
        return self._random.choice(rows)[0] if rows else ""


def _at(desk: Desk, who: str) -> Session:
    return Session(desk.store, shipped_law(), who, who, "supervisor")
