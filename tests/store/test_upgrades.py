"""Goal: a new version that cannot convert the data leaves the file and the old version working."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from desktop.base.errors import Unavailable
from desktop.sqlite.connection import connect
from desktop.sqlite.migrations import migrate
from desktop.store.database import SCHEMA_VERSION, Store, _migrations
from desktop.store.verify import verify
from tests.helpers.logfail import ExpectedLog
from tests.helpers.patience import LIMIT_S
from tests.helpers.stations import KEY, fixed_clock, new_store, save_household

Step = Callable[[Database], None]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A station's file with residents, as this version of the program leaves it."""
    path = tmp_path / "station.db"
    store = new_store(path, key=KEY)
    for start in range(0, 80, 4):
        save_household(store, people=4, start=start)
    store.close()
    return path


def next_version(*steps: Step) -> Migrations:
    """Return the migrations of a later program: all of this one's, then ``steps``."""
    live = _migrations()
    later = Migrations(live.name)
    for known in live._migrations:
        later(name=known.name)(known.fn)
    for place, step in enumerate(steps):
        later(name=f"m{SCHEMA_VERSION + 1 + place:03d}_later")(step)
    return later


def upgrade(path: Path, *steps: Step, pages_max: int = 0) -> None:
    """Open the file as a later program would."""
    connection = connect(path, KEY)
    try:
        if pages_max:
            connection.execute(f"PRAGMA max_page_count = {pages_max}")
        migrate(
            connection,
            latest=SCHEMA_VERSION + len(steps),
            load=lambda: next_version(*steps),
            backup=lambda version: path.with_name("backups") / f"station-schema-{version}.db",
            key=KEY,
        )
    finally:
        connection.close()


def rewrite(db: Database) -> None:
    """Change every person, and make room for more."""
    db.table("people").add_column("later", str)
    db.execute("UPDATE people SET later = hex(randomblob(2000))")


def refuse(db: Database) -> None:
    """Meet data no step was written for."""
    db.execute("CREATE UNIQUE INDEX one_sex ON people (sex)")


def opens_as_before(path: Path) -> None:
    store = Store.open(path, KEY, clock=fixed_clock(), ids=new_store().ids)
    assert store.connection.execute("SELECT count(*) FROM people").fetchone()[0] == 80
    assert verify(store, path.with_name("scratch")).ok
    save_household(store, people=2, start=200)
    store.close()


def test_a_step_that_fails_takes_back_those_before_it(old: Path, expected_log: ExpectedLog) -> None:
    expected_log("ERROR desktop.sqlite.migrations no migration from schema")
    before = old.read_bytes()
    with pytest.raises(Unavailable) as told:
        upgrade(old, rewrite, refuse)
    assert told.value.code == "DATA_UPGRADE_FAILED"
    assert told.value.values == {"found": SCHEMA_VERSION, "known": SCHEMA_VERSION + 2}
    assert old.read_bytes() == before
    assert not list(old.parent.glob("*-wal"))
    opens_as_before(old)


def test_what_the_log_says_quotes_nothing_of_the_data(
    old: Path, expected_log: ExpectedLog, caplog: pytest.LogCaptureFixture
) -> None:
    expected_log("ERROR desktop.sqlite.migrations .* ValueError$")

    def quote(db: Database) -> None:
        name = db.execute("SELECT name FROM people LIMIT 1").fetchone()[0]
        raise ValueError(name)

    with pytest.raises(Unavailable):
        upgrade(old, quote)
    assert "培训" not in caplog.text


def test_a_full_disk_in_the_middle_leaves_the_file_as_it_was(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(Unavailable) as told:
        upgrade(old, rewrite, pages_max=len(before) // 4096)
    assert told.value.code == "DISK_FULL"
    assert old.read_bytes() == before
    opens_as_before(old)


def test_a_step_that_holds_brings_the_file_over_with_a_copy_of_the_old_beside_it(
    old: Path,
) -> None:
    upgrade(old, rewrite)
    connection = connect(old, KEY)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION + 1
    connection.close()
    copy = old.with_name("backups") / f"station-schema-{SCHEMA_VERSION}.db"
    opens_as_before(copy)


KILLED = """
import os, sys
from pathlib import Path
from tests.store.test_upgrades import rewrite, upgrade
upgrade(Path(sys.argv[1]), rewrite, lambda db: os._exit(9))
"""

FULL = """
import resource, sys
from pathlib import Path
from desktop.base.errors import Unavailable
from desktop.sqlite.backup import back_up
from desktop.sqlite.connection import connect
from tests.helpers.stations import KEY
connection = connect(Path(sys.argv[1]), KEY)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    back_up(connection, Path(sys.argv[2]), KEY)
except Unavailable as error:
    print(error.code)
"""


def test_the_plug_pulled_in_the_middle_leaves_the_file_as_it_was(old: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(old)], check=False, timeout=LIMIT_S, capture_output=True
    )
    assert done.returncode == 9, done.stderr
    opens_as_before(old)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_no_room_for_the_backup_leaves_nothing_half_behind(old: Path, tmp_path: Path) -> None:
    target = tmp_path / "backups" / "before.db"
    before = old.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(old), str(target)],
        check=True,
        timeout=LIMIT_S,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() in ("DISK_FULL", "DISK_FAILED")
    assert not any(target.parent.iterdir())
    assert old.read_bytes() == before
    opens_as_before(old)
