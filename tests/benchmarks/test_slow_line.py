"""A day's 300 enrolments over 64 kbit/s that lose one segment in ten: within 60 seconds.

The line is a proxy of the tests (`tests.helpers.slow_line`): TCP's repeating of what is lost is
counted, its shrinking window is not.
"""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from desktop.app.law import shipped_law
from desktop.base.ids import SeededIds
from desktop.domain.invented import DIVISION, invented_households
from desktop.net.client import Client
from desktop.server import main
from desktop.server.recheck import recheck_by
from desktop.server.serving import EmbeddedCentre
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, until_idle
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.centre import COUNTY, new_station
from tests.helpers.slow_line import slow_line
from tests.helpers.stations import DAY, fixed_clock
from tests.sync.conftest import make_centre

PEOPLE, GOAL_S = 300, 60
TOWN = DIVISION + "001"


def test_a_days_work_over_the_slowest_line(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    folder, clock = tmp_path / "centre", fixed_clock()
    make_centre(folder, clock)
    with EmbeddedCentre(folder, clock=clock, recheck=recheck_by(shipped_law())) as running:
        store = new_station(1, division=TOWN)
        code = main.make_code(folder, COUNTY, clock=clock, ids=SeededIds(3))
        with Client(running.address, identity(store), clock) as client:
            register(direct(store), client, running.address, code)
        desk = Desk(store, shipped_law(), "tester", "培训员", "clerk")
        for household in invented_households(SeededIds(7), DIVISION, DAY, PEOPLE):
            saved = save_household(desk, dataclasses.replace(household, division=TOWN + "001"))
            if saved.payable_fen:
                take_payment(desk, PaymentInput(saved.household_id, "cash", saved.payable_fen))
        with slow_line(running.address) as (address, line):
            way = dataclasses.replace(contact(store), address=address)

            def exchange() -> float:
                begun = time.perf_counter()
                with way.client(clock) as client:
                    assert list(until_idle(direct(store), client, clock))[-1].idle
                return time.perf_counter() - begun

            seconds = benchmark.pedantic(exchange, rounds=1)
    found = main.verify(folder)
    assert found["ok"], found["findings"]
    print(
        f"\n{PEOPLE} enrolments with their payments, {found['events']} events, {line.carried} bytes"
        f" both ways, {line.lost} segments lost: {seconds:.1f} s (goal {GOAL_S})"
    )
    benchmark.extra_info["seconds"] = round(seconds, 1)
    store.close()
