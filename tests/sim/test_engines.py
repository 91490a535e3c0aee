"""The same seed on the file and on PostgreSQL: the same verdicts, order, cases and every row."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.server.database import CentreDatabase
from tests.helpers import engines
from tests.helpers.postgres import Cluster
from tests.sim.stick_world import StickWorld
from tests.sim.world import World

STEPS = 60
Rows = dict[str, list[tuple[object, ...]]]


@pytest.mark.parametrize("kind", [World, StickWorld])
@pytest.mark.parametrize("seed", [11, 20211115])
def test_both_engines_hold_the_same_in_the_end(
    seed: int, kind: type[World], tmp_path: Path, postgres_cluster: Cluster
) -> None:
    file = _played(kind(seed, _new(tmp_path / "file")))
    with engines.on_postgres(postgres_cluster):
        there = _played(kind(seed, _new(tmp_path / "postgres")))
    assert file.keys() == there.keys()
    for table, rows in file.items():
        assert rows == there[table], table
    assert len(file["events"]) > 10


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _played(world: World) -> Rows:
    """Return every row of every table once a world has been played to its end."""
    try:
        world.play(STEPS)
        world.heal()
        world.prove()
        return _rows(world.centre.database)
    finally:
        world.close()


def _rows(database: CentreDatabase) -> Rows:
    scratch = CentreDatabase.open(":memory:", None)
    tables = scratch.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name <> '_sqlite_migrations'"
    ).fetchall()
    found: Rows = {}
    for (table,) in tables:
        columns = [row["name"] for row in scratch.connection.execute(f"PRAGMA table_info({table})")]
        names = ", ".join(f'"{name}"' for name in columns)
        rows = database.connection.execute(f"SELECT {names} FROM {table}").fetchall()
        found[table] = sorted((tuple(row) for row in rows), key=repr)
    scratch.close()
    return found
