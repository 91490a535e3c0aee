"""Goal: whatever moment the plug is pulled, the copies counted are the copies that came out.

Method: another process takes payments and prints each receipt twice into a folder that stands for
the printer; it is killed in mid-work. Then the folder is the truth the counts are held to.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.store import register
from desktop.store.database import Store
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.print_queue import (
    INTERRUPTED,
    begin_print,
    came_out,
    print_queue,
    recover_queue,
    say_it_came_out,
)
from tests.helpers.desks import receipts_of
from tests.helpers.stations import KEY, fixed_clock, new_store

WORKER = """
import sys
from pathlib import Path
from desktop.app.law import shipped_law
from desktop.base.ids import SystemIds
from desktop.store.database import Store
from desktop.usecases.desk import Desk
from desktop.usecases.print_queue import begin_print, came_out
from tests.helpers.stations import KEY, fixed_clock, save_household, take_payment

store = Store.open(Path(sys.argv[1]), KEY, clock=fixed_clock(), ids=SystemIds())
tray, start = Path(sys.argv[2]), int(sys.argv[3])
desk = Desk(store, shipped_law(), "tester", "tester", "clerk")
print("ready", flush=True)
while True:
    number = take_payment(store, save_household(store, start=start)).receipt.number
    print("paid", flush=True)
    for _ in range(2):
        ticket = begin_print(desk, number, "A5", "zh")
        print("begun", flush=True)
        (tray / f"{number}-{ticket.paper.copy}").touch(exist_ok=False)
        print("out", flush=True)
        came_out(desk, ticket.job, "tray")
        print("counted", flush=True)
    start += 1
"""


@pytest.mark.parametrize("seed", range(6))
def test_no_paper_is_forgotten_and_none_is_made_up(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path, tray = tmp_path / "station.db", tmp_path / "tray"
    tray.mkdir()
    new_store(path, key=KEY).close()
    for life in range(2):
        _live_and_be_killed(path, tray, life, lines=chance.randrange(1, 24))
        store = Store.open(path, KEY, clock=fixed_clock(), ids=new_store(seed=90 + life).ids)
        desk = Desk(store, shipped_law(), "tester", "tester", "clerk")
        recover_queue(desk)
        _hold(desk, tray)
        assert verify(store, tmp_path / "scratch").faults == ()
        store.close()


def _hold(desk: Desk, tray: Path) -> None:
    numbers = {one.number for one in receipts_of(desk)}
    queued = {paper.number: paper for paper in print_queue(desk).papers}
    for number in numbers:
        out, counted = _out(tray, number), _counted(desk, number)
        assert counted <= out <= counted + 1, "counted without paper, or forgotten for good"
        if out > counted:
            assert queued[number].reason == INTERRUPTED
        assert counted >= 1 or number in queued, "a paper that was promised is not in the queue"
    for number, paper in queued.items():
        if _out(tray, number) > _counted(desk, number):
            say_it_came_out(desk, paper.job)
        else:
            again = begin_print(desk, number, "A5", "zh")
            (tray / f"{number}-{again.paper.copy}").touch(exist_ok=False)
            came_out(desk, again.job, "tray")
    assert print_queue(desk).count == 0
    assert [_counted(desk, one) for one in numbers] == [_out(tray, one) for one in numbers]


def _out(tray: Path, number: str) -> int:
    return len(list(tray.glob(f"{number}-*")))


def _counted(desk: Desk, number: str) -> int:
    row = register.receipt(desk.store.connection, number)
    assert row is not None
    return row["prints"] or 0


def _live_and_be_killed(path: Path, tray: Path, life: int, *, lines: int) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(path), str(tray), str(life * 1000)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    with worker:
        for _ in range(lines + 1):
            worker.stdout.readline()
        worker.kill()
