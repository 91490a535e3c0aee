"""Killed without warning, healed, compared: nothing that was told is lost or doubled."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from desktop.server.site import Site
from tests.faults.kills import run
from tests.faults.plant import Plant
from tests.helpers import postgres
from tests.helpers.patience import until
from tests.helpers.postgres import Cluster

pytestmark = pytest.mark.skipif(
    bool(postgres.absence()) or os.name == "nt", reason=postgres.absence() or "kills processes"
)
SECONDS = 10.0
REPLICATING = {"wal_level": "replica", "max_wal_senders": "5", "fsync": "off"}
SYNC = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"
PAYMENTS_BEFORE, PAYMENTS_AFTER = 10, 10


def test_stations_centre_and_database_killed_at_random(tmp_path: Path) -> None:
    found = run(tmp_path, seed=20211115, seconds=SECONDS)
    assert found["payments"] >= found["told"] > 0
    assert {"station", "centre", "database"} <= found.keys()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """A primary and a standby that every commit waits for."""
    with postgres.running(REPLICATING) as primary:
        standby = follow(primary)
        try:
            with psycopg.connect(primary.address("postgres"), autocommit=True) as connection:
                connection.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
                connection.execute("SELECT pg_reload_conf()")
                until(lambda: connection.execute(SYNC).fetchone() == (1,), "the standby in step")
            yield primary, standby
        finally:
            standby.stop()


def follow(primary: Cluster) -> Cluster:
    """Return a standby of ``primary`` in a folder beside it."""
    folder = postgres.new_folder()
    postgres.call_tool(
        "pg_basebackup", "-h", primary.host, "-p", str(primary.port), "-U", postgres.USER,
        "-D", folder / "data", "-R", "-X", "stream", "-c", "fast", "--no-sync",
    )  # fmt: skip
    # What the primary waits for is none of the standby's business once it is alone.
    return postgres.start({**REPLICATING, "synchronous_standby_names": ""}, folder=folder)


def test_a_promoted_standby_has_all_that_was_acknowledged(
    pair: tuple[Cluster, Cluster], tmp_path: Path
) -> None:
    primary, standby = pair
    name = psycopg.conninfo.conninfo_to_dict(primary.new_database(migrated=False))["dbname"]
    both = (
        f"postgresql:///{name}?host={primary.host},{standby.host}"
        f"&port={primary.port},{standby.port}&user={postgres.USER}"
    )
    plant = Plant(tmp_path, primary, Site(tmp_path, both))
    try:
        plant.start(2)
        until(lambda: taken(plant) >= PAYMENTS_BEFORE, "money taken")
        primary.kill()
        before = taken(plant)
        postgres.call_tool("pg_ctl", "promote", "-D", standby.folder / "data")
        # Stations go on taking money all the while, and the centre finds the new primary.
        until(lambda: taken(plant) >= before + PAYMENTS_AFTER, "more money taken")
        plant.finish()
        found = plant.compare()
    finally:
        plant.end()
    assert found["payments"] >= PAYMENTS_BEFORE + PAYMENTS_AFTER


def taken(plant: Plant) -> int:
    return sum(len(station.receipts()) for station in plant.stations)
