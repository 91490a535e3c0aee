"""A training station lives on its own day from the first thing it is asked."""

from __future__ import annotations

from pathlib import Path

from desktop.base.clock import SystemClock
from desktop.base.ids import SeededIds
from desktop.store.database import Store
from tests.helpers.stations import DAY, KEY, new_store


def test_the_training_day_holds_before_anything_else_was_asked(tmp_path: Path) -> None:
    new_store(tmp_path / "a.db", key=KEY).close()
    store = Store.open(tmp_path / "a.db", KEY, clock=SystemClock(), ids=SeededIds(2))
    try:
        assert store.clock.today() == DAY
    finally:
        store.close()


def test_a_file_that_is_no_station_yet_knows_the_machines_day(tmp_path: Path) -> None:
    machine = SystemClock()
    store = Store.open(tmp_path / "a.db", KEY, clock=machine, ids=SeededIds(2))
    try:
        assert store.clock is machine
    finally:
        store.close()
