"""The figures of a centre of several real processes: exact in sum, no fall when one is killed."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.net.client import Client
from desktop.server import main
from desktop.server.config import Config, Metrics
from desktop.server.main import without_law
from desktop.server.processes import Processes, Task
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, exchange_once
from tests.helpers.centre import COUNTY, EAST, enrol, new_station
from tests.helpers.logfail import ExpectedLog
from tests.helpers.patience import LIMIT_S, until
from tests.helpers.stations import DAY, fixed_clock

LINES = 6


@contextmanager
def several(folder: Path) -> Iterator[Processes]:
    """Run a training centre in two processes beside this one."""
    main.init(folder, COUNTY, DAY, clock=SystemClock(), ids=SystemIds(), name="培训县")
    config = Config(metrics=Metrics(listen="127.0.0.1:0"))
    answering = threading.Event()
    processes = Processes(
        Task(folder, config, without_law),
        2,
        at=("127.0.0.1", 0),
        announce=lambda _address: answering.set(),
    )
    thread = threading.Thread(target=processes.run)
    thread.start()
    try:
        assert answering.wait(LIMIT_S)
        yield processes
    finally:
        processes.stop()
        thread.join(LIMIT_S)


def figures(processes: Processes) -> dict[str, float]:
    """Return every line of the figures by its name and labels."""
    text = httpx.get(processes.metrics_address + "/metrics", trust_env=False, timeout=LIMIT_S).text
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def exchanges(found: dict[str, float]) -> float:
    return found['canbao_requests_total{path="/v1/exchange",status="200",code=""}']


@pytest.mark.skipif(os.name == "nt", reason="a signal from outside")
def test_every_answer_is_counted_once_whichever_process_gave_it(
    tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log("ERROR desktop.server.processes process 0 ended by itself")
    store = new_station(1)
    with several(tmp_path / "centre") as processes:
        folder, address = tmp_path / "centre", processes.address
        code = main.make_code(folder, COUNTY, clock=SystemClock(), ids=SystemIds())
        with Client(address, identity(store), fixed_clock()) as client:
            register(direct(store), client, address, code)
        asked = 0
        for place in range(LINES):
            enrol(store, EAST, place=place)
            # A connection of its own each time: the system deals them out among the processes.
            with contact(store).client(fixed_clock()) as client:
                exchange_once(direct(store), client, fixed_clock())
                asked += 1

        def settled() -> bool:
            now = figures(processes)
            return exchanges(now) == asked and not now["canbao_requests_under_way"]

        # An answer is here before whoever sent it has noted that it is through.
        until(settled, "every answer counted")
        found = figures(processes)
        assert exchanges(found) == asked
        assert found['canbao_requests_total{path="/v1/register",status="200",code=""}'] == 1
        own = store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
        assert found['canbao_events_total{outcome="accepted"}'] == own
        assert (found["canbao_ready"], found["canbao_processes_wanted"]) == (1, 2)
        assert found["canbao_requests_under_way"] == 0
        before = processes.pids()
        os.kill(before[0], signal.SIGKILL)

        def replaced() -> bool:
            now = figures(processes)
            assert exchanges(now) == asked
            return set(processes.pids()) != set(before) and now["canbao_processes"] == 2

        until(replaced, "another process in its place")
    store.close()
