"""Goal: a version that cannot convert a station's data is marked, and the one before works on."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.app.upgrade_mark import minding_upgrade
from desktop.app.version import VERSION
from desktop.base.errors import Unavailable
from desktop.base.ids import SeededIds
from desktop.base.upgrade_mark import failed_version
from desktop.domain.invented import DIVISION
from desktop.store import database
from desktop.store.vault import DATABASE
from desktop.usecases.desk import Desk, NewStation, open_training_desk, set_up_station
from desktop.usecases.seeding import seed_residents
from tests.helpers.logfail import ExpectedLog
from tests.helpers.stations import DAY, fixed_clock
from tests.store.test_upgrades import next_version, refuse, rewrite


def opened(folder: Path) -> Desk:
    """Open the station as a start of the program does."""
    with minding_upgrade(folder):
        return open_training_desk(folder, law=shipped_law(), clock=fixed_clock(), ids=SeededIds(7))


def people(desk: Desk) -> int:
    """Count, and close."""
    found: int = desk.store.connection.execute("SELECT count(*) FROM people").fetchone()[0]
    desk.store.close()
    return found


def test_the_failed_version_is_marked_and_the_old_one_opens_the_old_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    new = NewStation(DIVISION, "培训站", "trainer", "培训员", "canbao2021", training_day=DAY)
    set_up_station(tmp_path, new, fixed_clock(), SeededIds(1))
    desk = opened(tmp_path)
    seed_residents(desk, 40, SeededIds(2))
    before = people(desk)
    content = (tmp_path / DATABASE).read_bytes()
    expected_log("ERROR desktop.sqlite.migrations no migration")
    later = next_version(rewrite, refuse)
    with monkeypatch.context() as newer:
        newer.setattr(database, "SCHEMA_VERSION", database.SCHEMA_VERSION + 2)
        newer.setattr(database, "_migrations", lambda: later)
        with pytest.raises(Unavailable) as told:
            opened(tmp_path)
    assert told.value.code == "DATA_UPGRADE_FAILED"
    assert failed_version(tmp_path) == VERSION
    assert (tmp_path / DATABASE).read_bytes() == content
    assert people(opened(tmp_path)) == before
