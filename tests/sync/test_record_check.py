"""A row of the record that fell over in the file is found by its events, mended, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import Unavailable
from desktop.domain.facts import ReceiptPrinted
from desktop.store import exchange
from desktop.store.database import Store
from desktop.store.verify import verify
from desktop.sync import record_check
from desktop.sync.engine import direct
from desktop.sync.loop import SyncLoop
from desktop.sync.record_check import check_some
from desktop.usecases.desk import Desk
from desktop.usecases.exchange_state import exchange_state
from tests.helpers.broken_feed import altered, mixed_township
from tests.helpers.centre import TestCentre, meet, registered_client
from tests.helpers.faulty_link import Fault
from tests.helpers.line_faults import faulty
from tests.helpers.packets import carry
from tests.helpers.stations import fixed_clock, save_household, take_payment

DAMAGED = (
    "UPDATE enrollments SET status = 'voided' WHERE id = (SELECT max(id) FROM enrollments)",
    "UPDATE enrollments SET net_fen = 7 WHERE status = 'paid'",
    "UPDATE people SET name = '张' WHERE id = (SELECT max(id) FROM people)",
    "UPDATE people SET document_number = NULL WHERE id = (SELECT min(id) FROM people)",
    "UPDATE households SET division = '539999009001' WHERE id = (SELECT min(id) FROM households)",
    "UPDATE payments SET amount_fen = amount_fen + 1",
    "UPDATE payment_lines SET paid_fen = 0",
    "UPDATE receipts SET amount_fen = 1 WHERE number = (SELECT min(number) FROM receipts)",
    "DELETE FROM enrollments WHERE id = (SELECT min(id) FROM enrollments)",
    "DELETE FROM receipts",
    "UPDATE person_numbers SET document_type = '99'",
)


@pytest.fixture
def town() -> tuple[TestCentre, Store]:
    """A centre, and a township's station with others' work, moves, money and prints."""
    centre, mine = mixed_township()
    paid = take_payment(mine, save_household(mine, people=2, start=70))
    for copy in (1, 2, 3):
        with mine.transaction():
            fact = ReceiptPrinted(number=paid.receipt.number, copy=copy)
            mine.record(fact, operator="tester")
    meet(mine, centre)
    # What has no place in the county's order yet is the record's, too.
    save_household(mine, start=80)
    return centre, mine


def rebuilt(store: Store, folder: Path) -> bool:
    return verify(store, folder / "scratch.db").rebuild


def told(store: Store) -> list[int]:
    desk = Desk(store, shipped_law(), "tester", "", "clerk")
    return [one.rows for one in exchange_state(desk).log if one.rows]


def test_a_sound_record_is_left_alone(town: tuple[TestCentre, Store], tmp_path: Path) -> None:
    _, mine = town
    assert check_some(direct(mine), fixed_clock()) == 0
    assert told(mine) == []
    assert rebuilt(mine, tmp_path)


def test_a_damaged_row_is_what_its_events_say_again(
    town: tuple[TestCentre, Store], tmp_path: Path
) -> None:
    _, mine = town
    counts: list[int] = []
    for damage in DAMAGED:
        with mine.transaction():
            counts.insert(0, mine.connection.execute(damage).rowcount)
        assert counts[0] > 0
        assert check_some(direct(mine), fixed_clock()) == counts[0], damage
        assert rebuilt(mine, tmp_path), damage
    assert told(mine) == counts
    assert check_some(direct(mine), fixed_clock()) == 0


def test_a_little_at_a_time_comes_to_all_of_it(
    town: tuple[TestCentre, Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, mine = town
    monkeypatch.setattr(record_check, "SLICE_EVENTS", 3)
    monkeypatch.setattr(record_check, "SLICES", 2)
    with mine.transaction():
        mine.connection.execute(DAMAGED[0])
    events = mine.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    rounds = [check_some(direct(mine), fixed_clock()) for _ in range(events // 6 + 1)]
    assert sorted(rounds)[-2:] == [0, 1]
    assert rebuilt(mine, tmp_path)


def test_where_much_is_wrong_the_whole_record_is_folded_again(
    town: tuple[TestCentre, Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, mine = town
    monkeypatch.setattr(record_check, "ROWS_MAX", 2)
    with mine.transaction():
        damages = (DAMAGED[1], DAMAGED[2], DAMAGED[4])
        changed = sum(mine.connection.execute(damage).rowcount for damage in damages)
    assert check_some(direct(mine), fixed_clock()) == changed
    assert rebuilt(mine, tmp_path)


def test_beside_an_event_that_is_none_nothing_is_judged(
    town: tuple[TestCentre, Store], tmp_path: Path
) -> None:
    centre, mine = town
    paid = mine.connection.execute(
        "SELECT pos FROM events WHERE type = 'payment.taken' ORDER BY pos LIMIT 1"
    ).fetchone()[0]
    with mine.transaction():
        altered(mine, paid)
        mine.connection.execute(DAMAGED[2])
    before = mine.connection.execute("SELECT * FROM enrollments ORDER BY id").fetchall()
    assert check_some(direct(mine), fixed_clock()) == 0
    after = mine.connection.execute("SELECT * FROM enrollments ORDER BY id").fetchall()
    assert [tuple(row) for row in after] == [tuple(row) for row in before]
    # The event comes again before anything else, and what it said with it.
    assert exchange.compare_is_due(mine)
    meet(mine, centre)
    assert check_some(direct(mine), fixed_clock()) == 1
    assert rebuilt(mine, tmp_path)


def test_a_station_without_a_line_brings_all_of_it_by_stick(
    town: tuple[TestCentre, Store], tmp_path: Path
) -> None:
    centre, mine = town
    carry(mine, centre)
    paid = mine.connection.execute(
        "SELECT pos FROM events WHERE type = 'payment.taken' ORDER BY pos LIMIT 1"
    ).fetchone()[0]
    with mine.transaction():
        altered(mine, paid)
        mine.connection.execute(DAMAGED[2])
    check_some(direct(mine), fixed_clock())
    assert exchange.compare_is_due(mine)
    sticks = [carry(mine, centre).told for _ in range(3)]
    # One to know that all is wanted, one for the feed, one for the station's own events.
    assert sticks == [(), ("OWN_EVENTS_MISSING",), ()]
    assert not exchange.compare_is_due(mine)
    assert rebuilt(mine, tmp_path)
    assert check_some(direct(mine), fixed_clock()) == 0
    assert carry(mine, centre).told == ()


def test_the_exchange_looks_without_a_line_too(
    town: tuple[TestCentre, Store], tmp_path: Path
) -> None:
    centre, mine = town
    with mine.transaction():
        mine.connection.execute(DAMAGED[5])
    client = registered_client(mine, faulty(mine, centre, *[Fault.UNREACHABLE] * 20))
    step = SyncLoop(direct(mine), client, fixed_clock(), lambda: 0).step()
    assert isinstance(step.error, Unavailable)
    assert rebuilt(mine, tmp_path)
    assert len(told(mine)) == 1
