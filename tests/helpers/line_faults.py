"""A station behind a line that fails as told, and the proof that all ends agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

from desktop.domain.facts import HouseholdFields, HouseholdSaved
from desktop.server.verify import verify
from desktop.store import exchange
from desktop.store.database import Store
from tests.helpers.centre import (
    DoorTransport,
    TestCentre,
    centre_record,
    record_of,
)
from tests.helpers.faulty_link import Fault, FaultyTransport


def faulty(store: Store, centre: TestCentre, *faults: Fault) -> FaultyTransport:
    draws: Iterator[Fault] = chain(faults, repeat(Fault.NONE))
    return FaultyTransport(DoorTransport(centre), lambda: next(draws))


def proven(centre: TestCentre, *stores: Store) -> None:
    """Raise unless the centre's file is sound and every station agrees with it."""
    found = verify(centre.database)
    assert found["ok"], found["findings"]
    for store in stores:
        scope = store.station.division
        assert record_of(store, scope) == centre_record(centre, scope)
        assert exchange.pending_count(store) == 0
        assert exchange.unplaced_count(store) == 0


def amend(store: Store, household: str, **changes: str) -> None:
    fact = HouseholdSaved(household=HouseholdFields(id=household, **changes))
    with store.transaction():
        store.record(fact, operator="tester")


def fields(store: Store, household: str) -> tuple[str, str, str]:
    row = store.connection.execute(
        "SELECT number, address, phone FROM households WHERE id = ?", (household,)
    ).fetchone()
    return row[0], row[1], row[2]
