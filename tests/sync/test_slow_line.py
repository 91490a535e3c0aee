"""Over a line that is slow and loses one segment in ten, everything arrives, once."""

from __future__ import annotations

from pathlib import Path

from desktop.base.ids import SeededIds
from desktop.net.client import Client
from desktop.server import main
from desktop.server.serving import EmbeddedCentre
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, until_idle
from tests.helpers.centre import COUNTY, EAST, enrol, new_station
from tests.helpers.slow_line import slow_line
from tests.helpers.stations import fixed_clock, take_payment
from tests.sync.conftest import make_centre


def test_a_slow_line_that_loses_segments_loses_nothing(tmp_path: Path) -> None:
    folder, clock = tmp_path / "centre", fixed_clock()
    make_centre(folder, clock)
    with EmbeddedCentre(folder, clock=clock) as running:
        # Ten times as fast as the slowest, so that the test is short; the faults are the same.
        with slow_line(running.address, kbit_per_s=640, latency_s=0.005) as (address, line):
            store = new_station(1)
            code = main.make_code(folder, COUNTY, clock=clock, ids=SeededIds(3))
            with Client(address, identity(store), clock) as client:
                register(direct(store), client, address, code)
            for place in range(40):
                take_payment(store, enrol(store, EAST, place=place))
            with contact(store).client(clock) as client:
                assert list(until_idle(direct(store), client, clock))[-1].idle
        assert line.lost
    found = main.verify(folder)
    assert found["ok"], found["findings"]
    own = store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    assert (found["events"], found["payments"]) == (own, 40)
    store.close()
