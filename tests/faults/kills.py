"""Kill at random, under one seed: stations, the centre, PostgreSQL."""

from __future__ import annotations

import random
import threading
from collections import Counter
from pathlib import Path
from time import monotonic

from desktop.server.site import Site
from tests.faults.plant import Plant, revive
from tests.helpers import postgres
from tests.helpers.patience import LIMIT_S

STATIONS = 3
KINDS = ("station", "centre", "database")
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_wal_senders": "0",
    "wal_level": "minimal",
}
"""A killed process leaves what it wrote to the system; only a power cut would need a sync."""


def run(folder: Path, seed: int, seconds: float) -> dict[str, int]:
    """Let a county work for ``seconds`` while its parts are killed; return what was counted.

    Fails, with the seed in what it says, if anything that was told to be taken is lost, doubled or
    different somewhere once everything runs again.
    """
    chance, killed = random.Random(seed), Counter[str]()
    with postgres.running(SETTINGS) as cluster:
        plant = Plant(folder, cluster, Site(folder, cluster.new_database(migrated=False)))
        try:
            plant.start(STATIONS)
            begun = monotonic()
            while not _enough(plant, killed, monotonic() - begun, seconds):
                threading.Event().wait(chance.uniform(0.2, 1.2))
                killed[_kill(plant, chance)] += 1
            plant.finish()
            found = plant.compare()
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {error}") from error
        finally:
            plant.end()
    return {**found, **killed}


def _enough(plant: Plant, killed: Counter[str], worked_s: float, seconds: float) -> bool:
    """Tell whether the time is over; a busy machine gets longer until all has happened once."""
    happened = len(killed) == len(KINDS) and any(one.receipts() for one in plant.stations)
    return worked_s >= (seconds if happened else LIMIT_S)


def _kill(plant: Plant, chance: random.Random) -> str:
    what = chance.choice(("station", "station", "centre", "centre", "database"))
    if what == "station":
        station = chance.choice(plant.stations)
        station.kill()
        station.start()
    elif what == "centre":
        plant.kill_server()
        plant.start_server()
    else:
        plant.cluster.kill()
        threading.Event().wait(chance.uniform(0.0, 0.5))
        revive(plant.cluster)
    return what
