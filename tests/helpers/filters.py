"""A county with two stations and a published filter, for tests of what a desk learns from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.domain.invented import invented_number
from desktop.server.filter_keeper import bring_up_to_date
from desktop.store.database import Store
from desktop.sync.engine import direct
from desktop.sync.published import bring_filter
from desktop.usecases.county_check import county_check
from desktop.usecases.desk import Desk
from tests.helpers.centre import (
    COUNTY,
    DoorTransport,
    TestCentre,
    enlist,
    new_centre,
    new_station,
    registered_client,
)
from tests.helpers.stations import fixed_clock

YEAR = 2021
NUMBER = invented_number(date(1980, 5, 5), 7, "1")
STRANGER = invented_number(date(1980, 5, 6), 7, "1")
HERE, THERE = COUNTY + "001", COUNTY + "002"


def desk_of(store: Store) -> Desk:
    return Desk(store, shipped_law(), "tester", "培训员", "clerk")


@pytest.fixture
def centre() -> Iterator[TestCentre]:
    made = new_centre()
    yield made
    made.database.close()


@pytest.fixture
def here(centre: TestCentre) -> Store:
    store = new_station(1, division=HERE)
    enlist(store, centre)
    return store


@pytest.fixture
def there(centre: TestCentre) -> Store:
    store = new_station(2, division=THERE)
    enlist(store, centre)
    return store


def publish(centre: TestCentre, *, at_once: bool = True) -> bool:
    return bring_up_to_date(centre.database, centre.clock, centre.ids, at_once=at_once)


def bring(store: Store, centre: TestCentre) -> int:
    """Bring whatever the centre has published; return how often it was asked."""
    client = registered_client(store, DoorTransport(centre))
    asked = 1
    while bring_filter(direct(store), client, fixed_clock()).more:
        asked += 1
    return asked


def codes(store: Store, number: str = NUMBER) -> list[str]:
    return [one.code for one in county_check(desk_of(store), number, YEAR)]


def listed(tmp_path: Path, *numbers: str) -> Path:
    file = tmp_path / "list.csv"
    file.write_text("姓名,证件号码\n" + "".join(f"某人,{one}\n" for one in numbers), "utf-8")
    return file


def many(count: int) -> list[str]:
    return [
        invented_number(date(1950, 1, 1) + timedelta(days=n // 500), n % 500, "1")
        for n in range(count)
    ]
