"""Goal: only the right key opens, a newer file is refused politely, a backup comes first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from desktop.base.errors import Refused, Unavailable
from desktop.sqlite.backup import back_up
from desktop.sqlite.connection import connect, transaction
from desktop.sqlite.migrations import migrate
from desktop.store.database import SCHEMA_VERSION, Store
from tests.helpers.stations import KEY, fixed_clock, new_store, save_household


def test_the_file_holds_no_readable_name_and_another_key_does_not_open_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = new_store(path, key=KEY)
    save_household(store)
    store.close()
    everything = b"".join(file.read_bytes() for file in tmp_path.glob("a.db*"))
    assert "培训0".encode() not in everything
    assert b"SQLite format 3" not in everything
    with pytest.raises(Unavailable, match="KEY_WRONG"):
        connect(path, bytes(32))
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT count(*) FROM sqlite_master")


def test_a_newer_programs_file_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = new_store(path, key=KEY)
    store.connection.execute("PRAGMA user_version = 99")
    store.close()
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        Store.open(path, KEY, clock=fixed_clock(), ids=store.ids)
    assert refused.value.code == "DATABASE_NEWER"
    assert refused.value.values == {"found": 99, "known": SCHEMA_VERSION}
    assert path.read_bytes() == before


def test_a_backup_is_taken_before_a_file_is_migrated(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", KEY)
    steps = Migrations("steps")

    @steps()
    def first(db: Database) -> None:
        db.table("t").create({"id": int}, pk="id")

    migrate(connection, latest=1, load=lambda: steps)
    connection.execute("INSERT INTO t VALUES (7)")

    @steps()
    def second(db: Database) -> None:
        db.table("t").add_column("name", str)

    applied = migrate(
        connection,
        latest=2,
        load=lambda: steps,
        backup=lambda version: tmp_path / f"before-{version}.db",
        key=KEY,
    )
    assert applied == 1
    copy = connect(tmp_path / "before-1.db", KEY)
    assert [tuple(row) for row in copy.execute("SELECT * FROM t")] == [(7,)]
    assert connection.execute("SELECT id, name FROM t").fetchone()["name"] is None
    copy.close()
    connection.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", KEY)
    steps = Migrations("steps")

    @steps()
    def broken(db: Database) -> None:
        db.table("t").create({"id": int}, pk="id")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        migrate(connection, latest=1, load=lambda: steps)
    assert (
        connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 't'").fetchone()[0] == 0
    )
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 0
    connection.close()


def test_a_backup_is_whole_while_the_file_is_in_use(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", KEY)
    connection.execute("CREATE TABLE t (id INTEGER)")
    with transaction(connection):
        connection.executemany("INSERT INTO t VALUES (?)", [(n,) for n in range(5000)])
    back_up(connection, tmp_path / "b.db", KEY)
    connection.execute("DELETE FROM t")
    copy = connect(tmp_path / "b.db", KEY)
    assert copy.execute("SELECT count(*) FROM t").fetchone()[0] == 5000
    assert not list(tmp_path.glob("*.partial"))
    copy.close()
    connection.close()


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = new_store(path, key=KEY)
    for start in range(0, 200, 4):
        save_household(store, people=4, start=start)
    store.close()
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 + 100] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(Unavailable, match="DATABASE_DAMAGED"):
        Store.open(path, KEY, clock=fixed_clock(), ids=store.ids)


def test_two_writers_wait_for_each_other_and_then_say_so(tmp_path: Path) -> None:
    one, other = connect(tmp_path / "a.db", KEY), connect(tmp_path / "a.db", KEY)
    other.execute("PRAGMA busy_timeout = 10")
    with (
        transaction(one),
        pytest.raises(Unavailable, match="DATABASE_BUSY"),
        transaction(other),
    ):
        raise AssertionError("two writers at once")
    one.close()
    other.close()
