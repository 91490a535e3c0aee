"""Records that differ, and copies of stations and centres: nothing lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.domain.effects import effects
from desktop.server.record import write
from desktop.server.verify import RECORD, folded, verify
from desktop.sqlite.backup import back_up
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.check import RecordsDiffer
from desktop.sync.engine import direct, exchange_once, until_idle
from tests.helpers.centre import (
    EAST,
    DoorTransport,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    record_of,
    registered_client,
)
from tests.helpers.line_faults import proven
from tests.helpers.stations import fixed_clock, take_payment


class TestRecordsThatDiffer:
    def test_a_lost_row_is_noticed_and_made_again_from_the_events_that_are_here(self) -> None:
        centre, store, other = new_centre(), new_station(1), new_station(2)
        for one in (store, other):
            enlist(one, centre)
        enrol(other, EAST, people=2)
        meet(other, centre)
        take_payment(store, enrol(store, EAST, place=5))
        meet(store, centre)
        with store.transaction():
            store.connection.execute("DELETE FROM enrollments")
        before = exchange.progress(store)
        enrol(store, EAST, place=9, people=2)
        client = registered_client(store, DoorTransport(centre))
        with pytest.raises(RecordsDiffer) as caught:
            exchange_once(direct(store), client, fixed_clock())
        assert caught.value.values == {
            "enrollments_here": 2,
            "paid_fen_here": 32000,
            "enrollments_centre": 5,
            "paid_fen_centre": 32000,
        }
        # What the centre said of our events stands, and nothing has to be brought again.
        assert exchange.pending_count(store) == 0
        assert exchange.progress(store) == before
        reports = meet(store, centre)
        assert sum(report.pulled for report in reports) == 0
        meet(other, centre)
        proven(centre, store, other)
        assert store.setting("sync.repairs") == "0"

    def test_what_cannot_be_mended_ends_with_a_person_and_still_pushes(self) -> None:
        centre, store = new_centre(), new_station(1)
        enlist(store, centre)
        enrol(store, EAST)
        meet(store, centre)
        with centre.database.transaction():
            centre.database.connection.execute("UPDATE tallies SET paid_fen = paid_fen + 1")
        client = registered_client(store, DoorTransport(centre))
        enrol(store, EAST, place=1)
        with pytest.raises(Refused, match="RECORDS_DIFFER"):
            list(until_idle(direct(store), client, fixed_clock()))
        enrol(store, EAST, place=2)
        with pytest.raises(Refused, match="RECORDS_DIFFER"):
            list(until_idle(direct(store), client, fixed_clock()))
        assert exchange.pending_count(store) == 0
        assert centre.count("events") == 5
        outcomes = [
            row[0] for row in store.connection.execute("SELECT outcome FROM exchanges ORDER BY id")
        ]
        assert "RECORDS_DIFFER" in outcomes


class TestCopies:
    def test_a_restored_backup_gets_its_own_later_events_back(self, tmp_path: Path) -> None:
        centre = new_centre()
        store, backup = restorable(tmp_path, centre)
        take_payment(store, enrol(store, EAST))
        meet(store, centre)
        before = record_of(store, EAST)
        store.close()
        restored = backup()
        assert record_of(restored, EAST) != before
        meet(restored, centre)
        assert record_of(restored, EAST) == before
        take_payment(restored, enrol(restored, EAST, place=3))
        meet(restored, centre)
        proven(centre, restored)
        restored.close()

    def test_a_copy_that_went_on_working_is_told_and_loses_nothing(self, tmp_path: Path) -> None:
        centre = new_centre()
        store, backup = restorable(tmp_path, centre)
        enrol(store, EAST)
        meet(store, centre)
        clone = backup()
        take_payment(clone, enrol(clone, EAST, place=7))
        client = registered_client(clone, DoorTransport(centre))
        report = exchange_once(direct(clone), client, fixed_clock())
        assert report.forked
        assert report.cases == 2
        assert report.pending == 0
        kept = centre.database.connection.execute("SELECT hash FROM forks").fetchall()
        own = clone.connection.execute("SELECT hash FROM events ORDER BY seq DESC LIMIT 2")
        assert {row[0] for row in kept} == {row[0] for row in own}
        assert "CHAIN_FORKED" in centre.kinds()
        # The station that kept to the chain works on, and is told as well.
        enrol(store, EAST, place=9)
        (later,) = meet(store, centre)
        assert later.forked
        assert later.accepted == 1
        for one in (store, clone):
            one.close()

    def test_a_centre_that_was_restored_gets_the_lost_events_again(self) -> None:
        centre, store = new_centre(), new_station(1)
        enlist(store, centre)
        enrol(store, EAST)
        meet(store, centre)
        lose_last_event(centre)
        enrol(store, EAST, place=1)
        client = registered_client(store, DoorTransport(centre))
        reports = list(until_idle(direct(store), client, fixed_clock()))
        assert any(report.resent for report in reports)
        assert centre.count("events") == 4
        proven(centre, store)


def restorable(tmp_path: Path, centre: TestCentre) -> tuple[Store, Callable[[], Store]]:
    path, copy = tmp_path / "station.db", tmp_path / "copy.db"
    store = new_station(1, path=path)
    enlist(store, centre)
    enrol(store, EAST, place=20)
    meet(store, centre)
    back_up(store.connection, copy, None)
    return store, lambda: Store.open(copy, None, clock=fixed_clock(), ids=SeededIds(77))


def lose_last_event(centre: TestCentre) -> None:
    """Put the centre's file back to before its last event, as a backup would."""
    connection = centre.database.connection
    with centre.database.transaction():
        event_id, position = connection.execute(
            "SELECT event_id, position FROM feed ORDER BY position DESC LIMIT 1"
        ).fetchone()
        seq, station = connection.execute(
            "SELECT seq, station FROM events WHERE id = ?", (event_id,)
        ).fetchone()
        connection.execute("DELETE FROM feed WHERE position = ?", (position,))
        connection.execute("DELETE FROM events WHERE id = ?", (event_id,))
        connection.execute("DELETE FROM event_households WHERE event_id = ?", (event_id,))
        connection.execute("DELETE FROM progress")
        connection.execute("UPDATE centres SET feed_head = ?", (position - 1,))
        connection.execute(
            "UPDATE registrations SET last_seq = ?, last_hash ="
            " (SELECT hash FROM events WHERE station = ? AND seq = ?)",
            (seq - 1, station, seq - 1),
        )
        for table in (*RECORD, "tallies"):
            connection.execute(f"DELETE FROM {table}")
        for event in list(folded(centre.database, centre.database.centre.county)):
            write(connection, event.county, effects(event))
    assert verify(centre.database)["ok"]
