"""Goal: what was acknowledged survives a kill at any moment, and every number is used once.

Method: another process saves households and takes payments, saying each one aloud once it is
durable; it is killed at a moment the seed chooses; the file is opened again and held to its word.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.store import register
from desktop.store.database import Store
from desktop.store.verify import verify
from tests.helpers.stations import KEY, fixed_clock, new_store

WORKER = """
import sys
from pathlib import Path
from desktop.base.ids import SystemIds
from desktop.store.database import Store
from tests.helpers.stations import KEY, fixed_clock, save_household, take_payment

store = Store.open(Path(sys.argv[1]), KEY, clock=fixed_clock(), ids=SystemIds())
start = int(sys.argv[2])
while True:
    fact = save_household(store, people=4, start=start)
    print("saved", fact.household.id, flush=True)
    paid = take_payment(store, fact)
    print("paid", paid.receipt.number, flush=True)
    start += 4
"""


@pytest.mark.parametrize("seed", range(8))
def test_a_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "station.db"
    new_store(path, key=KEY).close()
    saved: list[str] = []
    paid: list[str] = []
    for life in range(3):
        for word, what in _live_and_be_killed(path, life, lines=chance.randrange(1, 60)):
            (saved if word == "saved" else paid).append(what)
        store = Store.open(path, KEY, clock=fixed_clock(), ids=new_store(seed=9).ids)
        found = verify(store, tmp_path / "scratch")
        assert found.faults == ()
        assert [one for one in saved if register.household(store.connection, one) is None] == []
        assert [one for one in paid if register.receipt(store.connection, one) is None] == []
        assert found.used >= len(paid)
        store.close()
    assert len(set(paid)) == len(paid)


def _live_and_be_killed(path: Path, life: int, *, lines: int) -> list[tuple[str, str]]:
    """Let a worker speak ``lines`` lines, kill it in mid-work, and return all it had said."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(path), str(life * 1000)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    with worker:
        said = [worker.stdout.readline() for _ in range(lines)]
        worker.kill()
        said += worker.stdout.readlines()
    whole = [line.split() for line in said if line.endswith("\n")]
    return [(word, what) for word, what in whole]
