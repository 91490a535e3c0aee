"""The exchange: bytes on the wire beside plain JSON, and pushing again beside pushing first.

The events are those of real work: invented households entered through the use cases under the law
of 楚雄州, half of them paid. The centre checks every signature and works every figure out again.
Goals: at most 0.3 of plain JSON in batches of 100 and 0.4 alone; a replay no slower than the first
push. Run with ``python -m tests.check bench``.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.app.law import shipped_law
from desktop.base.ids import SeededIds
from desktop.domain.events import hash_of
from desktop.domain.facts import SegmentReceived
from desktop.domain.invented import DIVISION, invented_households
from desktop.net.client import Client
from desktop.server.recheck import recheck_by
from desktop.store import exchange
from desktop.store.database import Store
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.wire.codec import pack
from desktop.wire.messages import ExchangeRequest, Progress, SentEvent
from desktop.wire.rolling import START
from tests.helpers.centre import (
    DoorTransport,
    TestCentre,
    enlist,
    new_centre,
    new_station,
    registered_client,
)
from tests.helpers.stations import DAY

BATCHES = 8
EVENTS = BATCHES * 100
WIRE_GOALS = {100: 0.3, 1: 0.4}


@pytest.fixture(scope="module")
def batches() -> Iterator[tuple[Store, list[tuple[SentEvent, ...]]]]:
    """A station, not yet registered, with eight batches of 100 events to push."""
    desk = desk_of(new_station(1))
    households = invented_households(SeededIds(7), DIVISION, DAY, 10 * EVENTS)
    number_segment(desk.store)
    while exchange.pending_count(desk.store) < EVENTS:
        saved = save_household(desk, next(households))
        if saved.payable_fen:
            take_payment(desk, PaymentInput(saved.household_id, "cash", saved.payable_fen))
    rows = desk.store.connection.execute(
        "SELECT body, signature FROM events ORDER BY seq LIMIT ?", (EVENTS,)
    ).fetchall()
    events = [SentEvent(body=row["body"], signature=row["signature"]) for row in rows]
    yield desk.store, [tuple(events[at : at + 100]) for at in range(0, EVENTS, 100)]
    desk.store.close()


def desk_of(store: Store) -> Desk:
    return Desk(store, shipped_law(), "tester", "培训员", "clerk")


def number_segment(store: Store) -> None:
    """Give a training station numbers of its own."""
    with store.transaction():
        segment = store.ids.new_id()
        store.record(
            SegmentReceived(segment=segment, prefix="539999-TEST-", first=1, last=5000),
            operator="tester",
        )


def request_of(store: Store, events: tuple[SentEvent, ...]) -> ExchangeRequest:
    return ExchangeRequest(
        station=store.station.id,
        protocol=1,
        progress=Progress(cursor=0, count=0, hash=START),
        events=events,
        unspent=1000,
    )


def plain_json(events: tuple[SentEvent, ...]) -> int:
    """Return the bytes of the same events as anybody would write them: UTF-8 JSON."""
    listed = [
        {
            "event": json.loads(event.body),
            "hash": hash_of(event.body),
            "signature": event.signature.hex(),
        }
        for event in events
    ]
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    return len(text.encode())


def test_bytes_on_the_wire_beside_plain_json(
    benchmark: BenchmarkFixture, batches: tuple[Store, list[tuple[SentEvent, ...]]]
) -> None:
    store, parts = batches
    request = request_of(store, parts[3])
    benchmark.pedantic(lambda: pack(request), rounds=20, warmup_rounds=2)
    for size in (100, 10, 1):
        ours, plain = [], []
        for part in parts:
            events = part[-size:]
            ours.append(len(pack(request_of(store, events))))
            plain.append(plain_json(events))
        ratio = sum(ours) / sum(plain)
        goal = f" (goal {WIRE_GOALS[size]})" if size in WIRE_GOALS else ""
        print(
            f"\nbatch of {size}: {sum(ours) / len(ours) / size:.0f} bytes an event, plain JSON"
            f" {sum(plain) / len(plain) / size:.0f}; ratio {ratio:.2f}{goal}"
        )
        benchmark.extra_info[f"ratio_of_{size}"] = round(ratio, 3)


def test_pushing_again_beside_pushing_first(
    benchmark: BenchmarkFixture,
    batches: tuple[Store, list[tuple[SentEvent, ...]]],
    tmp_path: Path,
) -> None:
    store, parts = batches
    centre = new_centre(tmp_path / "centre.db", recheck=recheck_by(shipped_law()))
    enlist(store, centre)
    requests = [request_of(store, part) for part in parts]
    first = [timed(partial(centre.handlers.exchange, request)) for request in requests]
    again = [timed(partial(centre.handlers.exchange, request)) for request in requests]
    benchmark.pedantic(
        lambda: centre.handlers.exchange(request_of(store, parts[0])), rounds=10, warmup_rounds=1
    )
    one, two = statistics.median(first), statistics.median(again)
    print(
        f"\nbatch of 100 at the centre, signatures and law checked: first {one * 1e3:.1f} ms"
        f" ({100 / one:.0f} events/s), again {two * 1e3:.1f} ms; ratio {two / one:.2f} (goal 1)"
    )
    benchmark.extra_info["replay_ratio"] = round(two / one, 3)
    assert centre.kinds() == []


def client_of(store: Store, centre: TestCentre) -> Client:
    return registered_client(store, DoorTransport(centre))


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
