"""Goal: whatever part of a number is typed, everybody who has it is found, and nobody else.

And the events about somebody are found without reading the chain.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from desktop.domain.identity_number import check_digit
from desktop.sqlite.connection import Connection
from desktop.store import search_index
from desktop.store.event_subjects import events_naming
from desktop.store.migrations_finding import LATEST
from desktop.store.search import search
from desktop.store.search_keys import entry_of
from tests.helpers.stations import KEY, fixed_clock, new_store
from tests.helpers.stations import save_household as record_household

_REGIONS = ("539999", "532301", "539919")
_ODD = (
    "E12345678", "H1234567890", "0878-3389001", "53999919871315001X", "L530123456",
    "539999870315001",
)  # fmt: skip


def test_every_part_of_every_number_finds_whoever_has_it_and_nobody_else() -> None:
    chance = random.Random(5)
    numbers = [_number(chance) for _ in range(120)]
    numbers += [f"{one} 1{chance.randrange(3 * 10**9, 10**10)}" for one in numbers[:40]]
    numbers += [*_ODD, f"{numbers[0]} {numbers[1]}"]
    store = new_store(":memory:")
    with store.transaction():
        _write_people(store.connection, numbers)
    parts = {
        number[at : at + size]
        for held in chance.sample(numbers, 60)
        for number in held.split()
        for size in (3, 5, 6, 7, 8, 12, 17)
        for at in range(len(number) - size + 1)
    }
    assert len(parts) > 2000
    for part in sorted(parts):
        holding = {at + 1 for at, held in enumerate(numbers) if part in held}
        assert _held(store.connection, part) == holding, part
    store.close()


def _number(chance: random.Random) -> str:
    born = date(1897, 1, 1) + timedelta(days=chance.randrange(45_000))
    first17 = f"{chance.choice(_REGIONS)}{born:%Y%m%d}{chance.randrange(20):03d}"
    return first17 + check_digit(first17)


def _write_people(connection: Connection, numbers: list[str]) -> None:
    row = dict.fromkeys(("name", "alias", "birth_date", "document_number", "phone"), "")
    row |= dict.fromkeys(("survival", "moved_to", "division", "address", "relation"), "")
    people = [
        (at + 1, entry_of(row | {"id": f"p{at}", "household_id": "h"} | _NO_NUMBER, (held,)))
        for at, held in enumerate(numbers)
    ]
    search_index._write(connection, people, numbers=True)
    for person, entry in people:
        # What begins a number is found on the record itself.
        connection.execute(
            "INSERT INTO people (rowid, id, county, document_number, survival)"
            " VALUES (?, ?, '539999', '', '')",
            (person, entry.id),
        )
        connection.executemany(
            "INSERT INTO person_numbers (person_id, number, county, document_type)"
            " VALUES (?, ?, '539999', '01')",
            [(entry.id, one) for one in entry.numbers.split()],
        )


_NO_NUMBER = {"household_number": ""}


def _held(connection: Connection, part: str) -> set[int]:
    return {int(row["id"][1:]) + 1 for row in search(connection, part, 10_000)}


def test_a_file_of_the_schema_before_finds_numbers_and_events_as_a_new_one(tmp_path: Path) -> None:
    store = new_store(tmp_path / "a.db", key=KEY)
    for start in range(5):
        record_household(store, people=2, start=start * 2)
    tables = ("search_tails", "search_regions", "event_subjects")
    before = [_rows(store.connection, table) for table in tables]
    assert all(before)
    for table in (*tables, "other_index"):
        store.connection.execute(f"DROP TABLE {table}")
    store.connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm015_finding'")
    store.connection.execute(f"PRAGMA user_version = {LATEST - 1}")
    store.close()
    again = type(store).open(tmp_path / "a.db", KEY, clock=fixed_clock(), ids=store.ids)
    assert [_rows(again.connection, table) for table in tables] == before
    assert again.setting(search_index.TAILS_STALE) is None
    again.close()


def _rows(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return sorted(tuple(row) for row in connection.execute(f"SELECT * FROM {table}"))


def test_the_events_about_somebody_are_those_whose_body_names_them() -> None:
    store = new_store(":memory:")
    for start in range(6):
        record_household(store, people=2, start=start * 2)
    bodies = store.connection.execute("SELECT pos, body FROM events ORDER BY pos").fetchall()
    ids = [row["id"] for row in store.connection.execute("SELECT id FROM people")]
    for asked in ([one] for one in ids):
        naming = [row["pos"] for row in bodies if asked[0].encode() in row["body"]]
        assert naming
        assert [row["pos"] for row in events_naming(store.connection, asked)] == naming
    everybody = [row["pos"] for row in events_naming(store.connection, ids)]
    assert len(everybody) == 6
    later = events_naming(store.connection, ids, after=everybody[2], limit=2)
    assert [row["pos"] for row in later] == everybody[3:5]
    assert not events_naming(store.connection, ["f" * 32, ""])
    store.close()
