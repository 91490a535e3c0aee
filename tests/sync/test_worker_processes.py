"""Several processes of one centre on PostgreSQL: any answers, and none is missed for long."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest

from desktop.base.clock import SystemClock
from desktop.base.errors import Unavailable
from desktop.base.ids import SystemIds
from desktop.net.client import Client
from desktop.server import main
from desktop.server.site import Site
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, exchange_once
from tests.helpers.centre import COUNTY, EAST, enrol, new_station
from tests.helpers.patience import LIMIT_S, until
from tests.helpers.postgres import Cluster
from tests.helpers.stations import DAY, fixed_clock, take_payment


@pytest.fixture
def site(postgres_cluster: Cluster, tmp_path: Path) -> Iterator[Site]:
    """A training centre in a database of its own."""
    address = postgres_cluster.lend()
    site = Site(tmp_path, address)
    main.init(site, COUNTY, DAY, clock=SystemClock(), ids=SystemIds(), name="培训县")
    yield site
    postgres_cluster.take_back(address)


def serve(site: Site, *options: str) -> tuple[subprocess.Popen[str], str]:
    """Start ``server run`` with two processes; return it and its address."""
    environment = {
        **os.environ,
        "CANBAO_CENTRE_DATABASE": site.database,
        "CANBAO_CENTRE_LIMITS_PROCESSES": "2",
    }
    asked = ["--data", str(site.folder), "server", "run", "--listen", "127.0.0.1:0", *options]
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", *asked],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    return process, json.loads(said)["listening"]


def children(process: subprocess.Popen[str]) -> list[int]:
    told = subprocess.run(
        ["pgrep", "-P", str(process.pid), "-f", "spawn_main"],
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(line) for line in told.stdout.split()]


def exchanged(store: Store, client: Client) -> bool:
    """Exchange once; a process that dies in the middle is asked again."""
    try:
        exchange_once(direct(store), client, fixed_clock(), batch=3)
    except Unavailable:
        return False
    return True


@pytest.mark.skipif(os.name == "nt", reason="signals from outside, and pgrep")
def test_a_process_that_is_killed_is_replaced_and_nothing_is_lost(site: Site) -> None:
    process, address = serve(site)
    try:
        first = children(process)
        assert len(first) == 2
        store = new_station(1)
        code = main.make_code(site, COUNTY, clock=SystemClock(), ids=SystemIds())
        with Client(address, identity(store), fixed_clock()) as client:
            register(direct(store), client, address, code)
        for round_ in range(4):
            for extra in range(3):
                take_payment(store, enrol(store, EAST, place=round_ * 10 + extra))
            with contact(store).client(fixed_clock()) as client:
                until(partial(exchanged, store, client), "an exchange")
            if round_ == 1:
                os.kill(first[0], signal.SIGKILL)
        with contact(store).client(fixed_clock()) as client:
            until(
                lambda: exchanged(store, client) and not exchange.pending_count(store), "the rest"
            )
        process.send_signal(signal.SIGTERM)
        assert process.wait(LIMIT_S) == 0
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
    found = main.verify(site)
    assert found["ok"], found["findings"]
    own = store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    assert (found["events"], found["payments"]) == (own, 12)
    store.close()
    with psycopg.connect(site.database, autocommit=True) as connection:
        others = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'canbao-centre'"
        others += " AND datname = current_database()"
        # The database hears of a connection's end a little after the process is gone.
        until(lambda: connection.execute(others).fetchone() == (0,), "no connection left behind")
