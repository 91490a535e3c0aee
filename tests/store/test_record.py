"""Goal: an event, its effects and its outbox place are one thing. Method: real files, real SQL."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop.base.errors import Refused, Unavailable
from desktop.domain.effects import effects
from desktop.domain.events import GENESIS, SignedEvent
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields, ReceiptPrinted
from desktop.store import register
from desktop.store.apply import apply
from desktop.store.database import SCHEMA_VERSION, Store
from desktop.store.migrations_waiting import LATEST
from desktop.store.rebuild import differing_tables, fold_again, rebuild
from desktop.store.segments import next_number, segments
from desktop.store.verify import verify
from tests.helpers.broken_feed import altered
from tests.helpers.stations import KEY, fixed_clock, new_store, save_household, take_payment


def test_an_event_its_effects_and_its_outbox_place_are_written_together() -> None:
    store = new_store()
    fact = save_household(store, people=3)
    rows = store.connection.execute("SELECT type FROM events ORDER BY seq").fetchall()
    assert [row[0] for row in rows] == ["station.opened", "segment.received", "household.saved"]
    assert store.connection.execute("SELECT count(*) FROM outbox").fetchone()[0] == 3
    people = register.members(store.connection, fact.household.id)
    assert [person["name"] for person in people] == ["培训0", "培训1", "培训2"]


def test_a_failure_inside_the_transaction_leaves_neither_event_nor_effect() -> None:
    store = new_store()
    household = HouseholdFields(id=store.ids.new_id(), division="539999001001", number="X")

    def cut_off() -> None:
        with store.transaction():
            store.record(HouseholdSaved(household=household), operator="tester")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cut_off()
    assert store.connection.execute("SELECT count(*) FROM events").fetchone()[0] == 2
    assert store.connection.execute("SELECT count(*) FROM households").fetchone()[0] == 0


def test_each_event_carries_the_hash_of_the_one_before_it() -> None:
    store = new_store()
    save_household(store)
    previous = GENESIS
    for row in store.connection.execute("SELECT body, hash, signature FROM events ORDER BY seq"):
        event = SignedEvent(row["body"], row["hash"], row["signature"]).open()
        assert event.prev == previous
        previous = row["hash"]


def test_applying_an_event_twice_is_applying_it_once() -> None:
    store = new_store()
    paid = take_payment(store, save_household(store, people=2))
    before = _dump(store)
    for row in store.connection.execute("SELECT body, hash, signature FROM events").fetchall():
        event = SignedEvent(row["body"], row["hash"], row["signature"]).open()
        with store.transaction():
            apply(store.connection, effects(event))
    assert _dump(store) == before
    assert paid.receipt.paid_fen == 64000


def test_a_field_that_an_event_does_not_name_is_left_alone() -> None:
    store = new_store()
    person = save_household(store).people[0]
    change = HouseholdSaved(
        household=HouseholdFields(id=str(person.household)),
        people=(PersonFields(id=person.id, phone="13800000000"),),
    )
    with store.transaction():
        store.record(change, operator="tester")
    row = register.person(store.connection, person.id)
    assert row is not None
    assert (row["name"], row["phone"]) == ("培训0", "13800000000")


def test_the_record_rebuilt_from_the_events_is_the_record(tmp_path: Path) -> None:
    store = new_store(tmp_path / "a.db", key=KEY)
    for start in range(0, 40, 4):
        fact = save_household(store, people=3, start=start)
        if start % 8 == 0:
            paid = take_payment(store, fact)
            with store.transaction():
                store.record(ReceiptPrinted(number=paid.receipt.number, copy=1), operator="tester")
    target = store.scratch(tmp_path / "rebuilt.db")
    rebuild(store.connection, target)
    assert differing_tables(store.connection, target) == []
    target.execute("UPDATE people SET name = '改' WHERE name = '培训4'")
    assert differing_tables(store.connection, target) == ["people"]
    target.close()
    store.close()


def test_numbers_are_used_in_order_and_a_spent_segment_refuses() -> None:
    store = new_store(numbers=2)
    first = take_payment(store, save_household(store, start=0))
    second = take_payment(store, save_household(store, start=1))
    assert (first.receipt.number, second.receipt.number) == ("T001-00000001", "T001-00000002")
    (segment,) = segments(store.connection, store.station.id)
    assert (segment.used, segment.unspent) == (2, 0)
    with pytest.raises(Refused) as refused:
        next_number(store.connection, store.station.id)
    assert refused.value.code == "NO_RECEIPT_NUMBERS"


def test_a_number_cannot_be_used_twice_whatever_asks() -> None:
    store = new_store()
    paid = take_payment(store, save_household(store))
    other = paid.receipt.number[:-1] + "9"
    with pytest.raises(dbapi2.IntegrityError), store.transaction():
        store.connection.execute(
            "INSERT INTO receipts (number, segment_id, serial) VALUES (?, ?, ?)",
            (other, paid.segment, paid.serial),
        )


def test_a_record_is_folded_again_whole_or_not_at_all() -> None:
    store = new_store()
    home = save_household(store).household
    for phone in ("1", "2"):
        with store.transaction():
            changed = HouseholdFields(id=home.id, phone=phone)
            store.record(HouseholdSaved(household=changed), operator="tester")
    last = store.connection.execute("SELECT max(pos) FROM events").fetchone()[0]
    with store.transaction():
        altered(store, last)
        with pytest.raises(Refused, match="EVENT_HASH"):
            fold_again(store.connection)
    row = store.connection.execute("SELECT phone FROM households WHERE id = ?", (home.id,))
    assert row.fetchone()[0] == "2"
    store.close()


def test_verify_finds_nothing_in_a_sound_file_and_says_what_was_changed(tmp_path: Path) -> None:
    store = new_store(tmp_path / "a.db", key=KEY)
    take_payment(store, save_household(store, people=4))
    sound = verify(store, tmp_path / "scratch")
    assert sound.ok
    assert (sound.used, sound.unspent, sound.payments) == (1, 999, 1)
    store.connection.execute("UPDATE payments SET amount_fen = amount_fen - 100")
    codes = {fault.code for fault in verify(store, tmp_path / "scratch").faults}
    assert {"REBUILD", "RECEIPT_WITHOUT_PAYMENT", "LINES_SUM"} <= codes
    assert not list(tmp_path.glob("scratch*"))
    store.close()


@pytest.mark.parametrize(
    ("tamper", "code"),
    [
        ("UPDATE events SET body = CAST(body || x'20' AS BLOB) WHERE seq = 3", "HASH"),
        ("DELETE FROM events WHERE seq = 2", "GAP"),
        ("UPDATE events SET signature = zeroblob(64) WHERE seq = 3", "SIGNATURE"),
    ],
)
def test_verify_finds_a_chain_that_was_tampered_with(
    tmp_path: Path, tamper: str, code: str
) -> None:
    store = new_store(tmp_path / "a.db", key=KEY)
    save_household(store)
    store.connection.execute(tamper)
    found = verify(store, tmp_path / "scratch")
    assert not found.chain
    assert code in {fault.code for fault in found.faults}
    store.close()


def test_a_full_disk_is_told_and_what_was_saved_before_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = new_store(path, key=KEY)
    saved = save_household(store, people=2)
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Unavailable) as told:
        _save_many(store)
    assert told.value.code == "DISK_FULL"
    store.connection.execute("PRAGMA max_page_count = 1000000")
    assert verify(store, tmp_path / "scratch").ok
    save_household(store, people=2, start=900)
    store.close()
    again = Store.open(path, KEY, clock=fixed_clock(), ids=store.ids)
    assert register.household(again.connection, saved.household.id) is not None
    again.close()


def test_the_version_known_without_importing_migrations_is_theirs() -> None:
    assert SCHEMA_VERSION == LATEST


def _save_many(store: Store) -> None:
    for start in range(10, 400, 10):
        save_household(store, people=8, start=start)


def _dump(store: Store) -> list[tuple[object, ...]]:
    tables = ("households", "people", "enrollments", "payments", "payment_lines", "receipts")
    return [
        tuple(row)
        for table in tables
        for row in store.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
    ]
