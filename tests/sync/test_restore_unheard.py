"""What a restore cannot bring back: told by station, day and receipt number, until it is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.base.clock import FixedClock
from desktop.base.ids import SeededIds
from desktop.server.backup_commands import report
from desktop.server.backups import back_up_centre, restore_centre
from desktop.server.database import CentreDatabase, open_centre
from desktop.server.site import Site
from desktop.server.verify import verify
from desktop.store.database import Store
from tests.helpers.centre import (
    EAST,
    WEST,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_station,
    open_on,
)
from tests.helpers.stations import DAY, fixed_clock, take_payment
from tests.sync.conftest import make_centre


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_centre(tmp_path / "centre", fixed_clock())
    return tmp_path / "centre"


@pytest.fixture
def stores() -> Iterator[tuple[Store, Store]]:
    pair = new_station(1, division=EAST), new_station(2, division=WEST)
    yield pair
    for store in pair:
        store.close()


def later(hours: int) -> FixedClock:
    return FixedClock(fixed_clock().now() + timedelta(hours=hours))


def opened(folder: Path, hours: int) -> TestCentre:
    database: CentreDatabase = open_centre(folder)
    return open_on(database, clock=later(hours), ids=SeededIds(800 + hours))


def paid(store: Store, division: str, places: range) -> list[str]:
    """Take payments; return the numbers of their receipts."""
    for place in places:
        take_payment(store, enrol(store, division, place=place))
    rows = store.connection.execute("SELECT number FROM receipts ORDER BY serial")
    return [row[0] for row in rows][-len(places) :]


def restored_later(folder: Path, tmp_path: Path, stores: tuple[Store, Store]) -> dict[str, Any]:
    """Copy the centre, let both stations go on, bring the copy back; return what was kept."""
    centre = opened(folder, 0)
    east, west = stores
    for store, division in ((east, EAST), (west, WEST)):
        enlist(store, centre)
        paid(store, division, range(2))
        meet(store, centre)
    copy = Path(back_up_centre(folder, tmp_path / "copies", fixed_clock()).file)
    paid(east, EAST, range(5, 8))
    paid(west, WEST, range(5, 7))
    for store in stores:
        meet(store, centre)
    centre.database.close()
    return restore_centre(folder, copy, later(1))


def test_what_may_be_lost_is_told_and_goes_as_stations_speak(
    folder: Path, tmp_path: Path, stores: tuple[Store, Store]
) -> None:
    assert report(Site(folder), None)["unheard"] == []
    kept = Path(restored_later(folder, tmp_path, stores)["kept"])
    east, west = stores
    told: dict[str, Any] = report(Site(folder), kept)
    assert [one["name"] for one in told["unheard"]] == ["培训站1", "培训站2"]
    numbers = [
        row[0]
        for row in east.connection.execute("SELECT number FROM receipts ORDER BY serial").fetchall()
    ]
    (span,) = told["unheard"][0]["receipts"][:1]
    assert (span["known_used_to"], span["unknown_from"]) == (numbers[1], numbers[2])
    assert told["unheard"][0]["known_until"] == DAY.isoformat()
    # The file that made room says exactly what the copy lacks: which days, which receipts.
    first, second = told["missing"]
    assert first["receipts"] == [f"{numbers[2]} – {numbers[4]}"]
    assert (first["receipts_count"], second["receipts_count"]) == (3, 2)
    assert (first["first_day"], first["last_day"]) == (DAY.isoformat(), DAY.isoformat())
    assert "2 个站" in told["says"]["zh"]
    # One still has its file: it sends again, and drops out. The other's is gone.
    centre = opened(folder, 2)
    meet(east, centre)
    assert verify(centre.database)["unheard"] == [second["station"]]
    centre.database.close()
    told = report(Site(folder), kept)
    assert [one["name"] for one in told["unheard"]] == ["培训站2"]
    assert told["missing"] == [second]
    centre = opened(folder, 3)
    meet(west, centre)
    centre.database.close()
    told = report(Site(folder), kept)
    assert (told["unheard"], told["missing"]) == ([], [])
    assert "各站都已联系过" in told["says"]["zh"]


def test_a_replaced_file_that_cannot_be_read_is_no_list_of_nothing(
    folder: Path, tmp_path: Path, stores: tuple[Store, Store]
) -> None:
    kept = Path(restored_later(folder, tmp_path, stores)["kept"])
    content = bytearray(kept.read_bytes())
    content[:4096] = bytes(4096)
    kept.write_bytes(content)
    told: dict[str, Any] = report(Site(folder), kept)
    assert told["missing"] is None
    assert "读不了" in told["says"]["zh"]
    assert len(told["unheard"]) == 2
