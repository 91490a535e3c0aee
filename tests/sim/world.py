"""A county in a box: three stations, a centre, and everything that can go wrong between them."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from desktop.base.errors import Unavailable
from desktop.base.ids import SeededIds
from desktop.domain.facts import (
    EnrollmentFields,
    HouseholdFields,
    HouseholdSaved,
    PeopleMoved,
    PersonFields,
    ReceiptPrinted,
)
from desktop.domain.roster_facts import EnrollmentsVoided
from desktop.net.client import Client
from desktop.server.verify import verify
from desktop.store import exchange, register
from desktop.store import verify as station_verify
from desktop.store.database import Store
from desktop.store.people import living_enrollments
from desktop.sync.engine import direct, exchange_once
from desktop.usecases.household_facts import enrollment_from_row, person_from_row
from desktop.wire.scope import TOWNSHIP_DIGITS, scope_of
from tests.helpers.centre import (
    COUNTY,
    EAST,
    WEST,
    DoorTransport,
    TestCentre,
    centre_record,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    open_on,
    record_of,
    registered_client,
)
from tests.helpers.engines import open_database
from tests.helpers.faulty_link import Fault, FaultyTransport
from tests.helpers.stations import fixed_clock, take_payment
from tests.sim.lost_edits import Edits

DIVISIONS = (COUNTY, EAST, WEST)
"""A county desk and two townships: their scopes overlap and do not."""

DOCUMENTS = 30
"""So few different people that two desks enrol the same one now and then."""

_FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


@dataclass(slots=True)
class Desk:
    """One station with its own bad line."""

    place: int
    path: Path
    store: Store
    transport: FaultyTransport
    client: Client


class World:
    """Everything one seed decides."""

    def __init__(self, seed: int, folder: Path) -> None:
        self._random = random.Random(seed)
        self._seed = seed
        self._folder = folder
        self._fault_rate = self._random.choice((0.0, 0.2, 0.5, 0.8))
        self.centre: TestCentre = new_centre(folder / "centre.db", seed=seed)
        self.desks = [self._open_new(place) for place in range(len(DIVISIONS))]
        self._edits = Edits()

    def play(self, steps: int) -> None:
        """Work and exchange under faults."""
        actions = self.actions()
        weights = [weight for _, weight in actions]
        for _ in range(steps):
            (action, _) = self._random.choices(actions, weights)[0]
            action(self._random.choice(self.desks))
            self._nothing_broke()

    def actions(self) -> list[tuple[Callable[[Desk], None], float]]:
        """Return what may happen to a desk, and how often."""
        return [
            (self._enrol, 4),
            (self._pay, 3),
            (self._amend, 3),
            (self._move, 1),
            (self._move_person, 2),
            (self._void, 1),
            (self._print, 1),
            (self._exchange, 8),
            (self._restart_desk, 1),
            (self._restart_centre, 0.3),
        ]

    def heal(self) -> None:
        """Give everybody a good line until nobody has anything left to say or hear."""
        for _ in range(3):
            for desk in self.desks:
                meet(desk.store, self.centre)

    def prove(self) -> None:
        """Raise unless everything is everywhere, once."""
        found = verify(self.centre.database)
        assert found["ok"], found["findings"]
        for desk in self.desks:
            self._agrees(desk)
        self._no_event_lost_or_doubled()
        self._receipts_have_no_gaps()
        self._every_conflict_is_a_case()
        self._every_case_is_told_on_both_sides()
        self._edits.prove(self.centre.database.connection)

    def close(self) -> None:
        """Close every file."""
        for desk in self.desks:
            desk.store.close()
        self.centre.database.close()

    # What happens

    def _enrol(self, desk: Desk) -> None:
        division = self._random.choice((EAST, WEST))
        place = self._random.randrange(DOCUMENTS)
        enrol(desk.store, division, place=place, people=self._random.randint(1, 3))

    def _pay(self, desk: Desk) -> None:
        household = self._any_household(desk)
        if household is None:
            return
        fact = _stated(desk.store, household)
        if fact.enrollments:
            take_payment(desk.store, fact)

    def _amend(self, desk: Desk) -> None:
        household = self._any_household(desk)
        if household is None:
            return
        value = str(self._random.randrange(1000))
        fields = {self._random.choice(("phone", "address", "number")): value}
        people = _people(desk.store, household)
        person = self._random.choice(people) if people else None
        changed = (PersonFields(id=person, phone=value),) if person else ()
        self._record(desk, HouseholdFields(id=household, **fields), changed)

    def _move(self, desk: Desk) -> None:
        household = self._any_household(desk)
        if household is None:
            return
        division = self._random.choice((EAST, WEST)) + self._random.choice(("001", "002"))
        self._record(desk, HouseholdFields(id=household, division=division), ())

    def _move_person(self, desk: Desk) -> None:
        """Bring one person, with what is not paid, into another household this desk knows."""
        left, arrived = self._any_household(desk), self._any_household(desk)
        people = _people(desk.store, left) if left else []
        if left is None or arrived is None or left == arrived or not people:
            return
        row = register.person(desk.store.connection, self._random.choice(people))
        assert row is not None
        unpaid = [
            enrollment_from_row(one)
            for one in living_enrollments(desk.store.connection, row["id"])
            if one["status"] == "registered"
        ]
        fact = PeopleMoved(
            household=HouseholdFields(id=arrived),
            left=left,
            people=(replace(person_from_row(row), household=arrived, relation="80"),),
            enrollments=tuple(replace(one, household=arrived) for one in unpaid),
            on="2021-11-15",
        )
        self._state(desk, fact)

    def _void(self, desk: Desk) -> None:
        household = self._any_household(desk)
        stated = _stated(desk.store, household) if household else None
        if household is None or stated is None or not stated.enrollments:
            return
        gone = self._random.choice(stated.enrollments).id
        self._state(desk, EnrollmentsVoided(household=household, enrollments=(gone,), reason="sim"))

    @staticmethod
    def _state(desk: Desk, fact: PeopleMoved | EnrollmentsVoided) -> None:
        with desk.store.transaction():
            desk.store.record(fact, operator="sim")

    def _print(self, desk: Desk) -> None:
        rows = desk.store.connection.execute(
            "SELECT number, coalesce(prints, 0) AS prints FROM receipts ORDER BY number"
        ).fetchall()
        if rows:
            row = self._random.choice(rows)
            fact = ReceiptPrinted(number=row["number"], copy=row["prints"] + 1)
            with desk.store.transaction():
                desk.store.record(fact, operator="sim")

    def _record(
        self, desk: Desk, household: HouseholdFields, people: tuple[PersonFields, ...]
    ) -> None:
        self._edits.record(desk.store, HouseholdSaved(household=household, people=people))

    def _exchange(self, desk: Desk) -> None:
        before = exchange.pending_count(desk.store)
        batch = self._random.choice((1, 3, 100))
        try:
            report = exchange_once(direct(desk.store), desk.client, fixed_clock(), batch=batch)
        except Unavailable as error:
            self._came_to_nothing(desk, before, error)
        else:
            assert not report.forked
            assert not report.stopped

    def _came_to_nothing(self, desk: Desk, before: int, _error: Unavailable) -> None:
        assert exchange.pending_count(desk.store) == before

    def _restart_desk(self, desk: Desk) -> None:
        desk.store.close()
        ids = SeededIds(self._random.randrange(10**9))
        desk.store = Store.open(desk.path, None, clock=fixed_clock(), ids=ids)
        desk.client = registered_client(desk.store, desk.transport)

    def _restart_centre(self, _desk: Desk) -> None:
        self.centre.database.close()
        database = open_database(self._folder / "centre.db")
        ids = SeededIds(self._random.randrange(10**9))
        restarted = open_on(database, clock=fixed_clock(), ids=ids)
        self.centre.database, self.centre.handlers = restarted.database, restarted.handlers
        self.centre.door = restarted.door

    # What must hold

    def _nothing_broke(self) -> None:
        """Whatever a station was told is taken has left its outbox only because it was."""
        for desk in self.desks:
            row = desk.store.connection.execute(
                "SELECT count(*) FROM events e WHERE station = ? AND verdict IS NULL"
                " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.event_id = e.id)",
                (desk.store.station.id,),
            ).fetchone()
            assert row[0] == 0

    def _agrees(self, desk: Desk) -> None:
        scope = scope_of(desk.store.station.division)
        assert exchange.pending_count(desk.store) == 0
        assert exchange.unplaced_count(desk.store) == 0
        here, there = record_of(desk.store, scope), centre_record(self.centre, scope)
        for table, rows in there.items():
            assert here[table] == rows, table
        found = station_verify.verify(desk.store, self._folder / f"scratch{desk.place}.db")
        assert found.ok, found.faults

    def _no_event_lost_or_doubled(self) -> None:
        connection = self.centre.database.connection
        at_centre = {
            (row[0], row[1]): row[2]
            for row in connection.execute("SELECT station, seq, hash FROM events")
            if row[0] not in self._gone()
        }
        at_desks: dict[tuple[str, int], str] = {}
        for desk in self.desks:
            rows = desk.store.connection.execute(
                "SELECT station, seq, hash FROM events WHERE station = ?",
                (desk.store.station.id,),
            )
            at_desks |= {(row[0], row[1]): row[2] for row in rows}
        assert at_centre == at_desks

    def _gone(self) -> set[str]:
        """Return stations that are no more: nobody holds their events but the centre."""
        return set()

    def _receipts_have_no_gaps(self) -> None:
        connection = self.centre.database.connection
        used: dict[str, list[int]] = {}
        for row in connection.execute("SELECT segment_id, serial FROM receipts ORDER BY serial"):
            used.setdefault(row[0], []).append(row[1])
        for serials in used.values():
            assert serials == list(range(1, len(serials) + 1))
        taken = sum(len(serials) for serials in used.values())
        (payments,) = connection.execute("SELECT count(*) FROM payments").fetchone()
        assert payments == taken

    def _every_conflict_is_a_case(self) -> None:
        connection = self.centre.database.connection
        kinds = Counter(self.centre.kinds())
        twice = (
            "SELECT count(*) FROM (SELECT 1 FROM enrollments e JOIN people p ON p.id = e.person_id"
            " WHERE {which} GROUP BY p.document_number, e.campaign_year HAVING count(*) > 1) AS t"
        )
        (living,) = connection.execute(twice.format(which="e.status <> 'voided'")).fetchone()
        (ever,) = connection.execute(twice.format(which="1 = 1")).fetchone()
        # Who was enrolled twice may have been voided once before the other came, or after.
        assert kinds["DUPLICATE_ENROLLMENT"] > 0 or living == 0
        assert ever > 0 or kinds["DUPLICATE_ENROLLMENT"] == 0
        self._whoever_paid_twice_is_a_case(kinds)
        (revived,) = connection.execute(
            "SELECT count(*) FROM enrollments WHERE status = 'paid' AND reason <> ''"
        ).fetchone()
        assert kinds["PAID_AFTER_VOID"] >= revived

    def _whoever_paid_twice_is_a_case(self, kinds: Counter[str]) -> None:
        connection = self.centre.database.connection
        (paid_twice,) = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM payment_lines l"
            " JOIN people p ON p.id = l.person_id"
            " GROUP BY p.document_number HAVING count(DISTINCT l.payment_id) > 1) AS twice"
        ).fetchone()
        assert (kinds["PAID_TWICE"] > 0) == (paid_twice > 0)

    def _every_case_is_told_on_both_sides(self) -> None:
        connection = self.centre.database.connection
        further = connection.execute("SELECT case_id, division FROM case_places").fetchall()
        rows = connection.execute(
            "SELECT c.id, c.division, c.kind, c.detail, c.state, h.division AS home FROM cases c"
            " LEFT JOIN events e ON e.id = c.event_id LEFT JOIN households h ON h.id = e.household"
        ).fetchall()
        for row in rows:
            places = {row["division"], *(one[1] for one in further if one[0] == row["id"])}
            if row["kind"] in ("DUPLICATE_ENROLLMENT", "PAID_TWICE"):
                sides = json.loads(row["detail"])["sides"]
                told = {place[:TOWNSHIP_DIGITS] for place in places}
                assert {side["division"][:TOWNSHIP_DIGITS] for side in sides} <= told
            if row["state"] == "open" and row["home"]:
                # Wherever the household moved since, it is told there.
                assert any(one.startswith(row["home"][:TOWNSHIP_DIGITS]) for one in places)
            for desk in self.desks:
                scope = scope_of(desk.store.station.division)
                if not any(place.startswith(scope) for place in places):
                    continue
                here = desk.store.connection.execute(
                    "SELECT detail, state FROM cases WHERE id = ?", (row["id"],)
                ).fetchone()
                assert here is not None, row["kind"]
                assert tuple(here) == (row["detail"], row["state"])

    # How it is set up

    def _open_new(self, place: int) -> Desk:
        path = self._folder / f"station{place}.db"
        store = new_station(self._seed * 10 + place, division=DIVISIONS[place], path=path)
        enlist(store, self.centre)
        transport = FaultyTransport(DoorTransport(self.centre), self._draw)
        return Desk(place, path, store, transport, registered_client(store, transport))

    def _draw(self) -> Fault:
        if self._random.random() >= self._fault_rate:
            return Fault.NONE
        return self._random.choice(_FAULTS)

    def _any_household(self, desk: Desk) -> str | None:
        # Of a household that only its leavers are known of, a screen shows nothing to edit.
        rows = desk.store.connection.execute(
            "SELECT id FROM households WHERE division IS NOT NULL ORDER BY id"
        ).fetchall()
        return self._random.choice(rows)[0] if rows else None


def _people(store: Store, household: str) -> list[str]:
    rows = store.connection.execute(
        "SELECT id FROM people WHERE household_id = ? ORDER BY id", (household,)
    )
    return [row[0] for row in rows]


def _stated(store: Store, household: str) -> HouseholdSaved:
    """Return the household's unpaid enrolments as far as this desk knows."""
    rows = store.connection.execute(
        "SELECT e.id, e.person_id, p.name, p.relation FROM enrollments e"
        " JOIN people p ON p.id = e.person_id"
        " WHERE e.household_id = ? AND e.status = 'registered' ORDER BY e.id",
        (household,),
    ).fetchall()
    return HouseholdSaved(
        household=HouseholdFields(id=household),
        people=tuple(
            PersonFields(id=row["person_id"], name=row["name"], relation=row["relation"])
            for row in rows
        ),
        enrollments=tuple(EnrollmentFields(id=row["id"]) for row in rows),
    )
