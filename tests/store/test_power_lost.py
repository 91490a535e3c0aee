"""Goal: power lost between a payment and its paper, between two copies, during a closing.

Method: another process does the work through the use cases and is killed at a named moment or at
one the seed chooses; the file is opened again: nothing is doubled, what has no paper is offered.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.store.database import Store
from desktop.store.verify import verify
from desktop.usecases.closing import list_closings, open_days
from desktop.usecases.desk import Desk
from desktop.usecases.papers import mark_printed, receipt_paper
from desktop.usecases.receipt_list import ReceiptsWanted, find_receipts, unprinted
from tests.helpers.stations import KEY, fixed_clock, new_store

WORKER = """
import os, signal, sys
from pathlib import Path
from desktop.app.law import shipped_law
from desktop.base.ids import SystemIds
from desktop.domain.closing import FACES_FEN
from desktop.store.database import Store
from desktop.usecases.closing import close_day
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.papers import mark_printed, receipt_paper
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.desks import FAMILY, FAMILY_FEN
from tests.helpers.stations import KEY, fixed_clock

folder, moment = Path(sys.argv[1]), sys.argv[2]
store = Store.open(folder / "station.db", KEY, clock=fixed_clock(), ids=SystemIds())
desk = Desk(store, shipped_law(), "tester", "", "clerk")

def come(now):
    print(now, flush=True)
    if now == moment:
        sys.stdin.readline()  # the parent kills us here

saved = save_household(desk, FAMILY)
number = take_payment(desk, PaymentInput(saved.household_id, "cash", FAMILY_FEN)).receipt.number
come("paid")
(folder / "tray-1").write_text(receipt_paper(desk, number).receipt.number)
come("out")
mark_printed(desk, number, 1)
come("counted")
(folder / "tray-2").write_text(str(receipt_paper(desk, number).copy))
come("second")
if moment == "closing":
    print("closing", flush=True)
    close_day(desk, "tester", desk.today, {10_000: 9, 5_000: 1, 1_000: 3})
    print("closed", flush=True)
    sys.stdin.readline()
"""


def live_until(folder: Path, moment: str, *, spin: int = 0) -> list[str]:
    """Let a worker come to ``moment`` and kill it there; return what it had said."""
    new_store(folder / "station.db", key=KEY).close()
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), moment],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    said: list[str] = []
    with worker:
        for line in worker.stdout:
            said.append(line.strip())
            if said[-1] == moment:
                break
        # A moment inside the closing, as far in as the seed says: no clock decides it.
        for _ in range(spin):
            pass
        worker.kill()
        said += [line.strip() for line in worker.stdout.readlines()]
    return said


def opened(folder: Path) -> Desk:
    store = Store.open(folder / "station.db", KEY, clock=fixed_clock(), ids=new_store(seed=9).ids)
    return Desk(store, shipped_law(), "tester", "", "clerk")


@pytest.mark.parametrize(
    ("moment", "waiting", "prints"),
    [("paid", 1, 0), ("out", 1, 0), ("counted", 0, 1), ("second", 0, 1)],
)
def test_between_payment_and_paper_and_between_two_copies(
    tmp_path: Path, moment: str, waiting: int, prints: int
) -> None:
    """What came out and was not counted is offered again: a second paper, never a lost one."""
    said = live_until(tmp_path, moment)
    assert said[-1] == moment
    desk = opened(tmp_path)
    offered = unprinted(desk)
    assert len(offered) == waiting
    row = find_receipts(desk, ReceiptsWanted()).rows[0]
    assert (row.prints, row.amount_fen) == (prints, 98_000)
    for number in offered:
        paper = receipt_paper(desk, number)
        assert paper.copy == 1
        mark_printed(desk, number, paper.copy)
    assert unprinted(desk) == ()
    assert receipt_paper(desk, row.number).copy == 2
    assert verify(desk.store, tmp_path / "check").ok
    desk.store.close()


@pytest.mark.parametrize("seed", range(5))
def test_a_closing_is_whole_or_not_there(tmp_path: Path, seed: int) -> None:
    spin = random.Random(seed).randrange(0, 2_000_000) if seed else 0
    said = live_until(tmp_path, "closing", spin=spin)
    desk = opened(tmp_path)
    closed, waiting = list_closings(desk), open_days(desk)
    assert len(closed) + len(waiting) == 1
    if "closed" in said:
        assert closed[0].difference_fen == 0
    assert verify(desk.store, tmp_path / "check").ok
    desk.store.close()
