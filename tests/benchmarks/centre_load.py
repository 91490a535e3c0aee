"""A day's work of many stations, ready to be sent: real events of invented households, signed."""

from __future__ import annotations

import dataclasses
import http.client
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from desktop.app.law import shipped_law
from desktop.base.ids import SeededIds
from desktop.domain.household import HouseholdInput
from desktop.domain.invented import DIVISION, invented_households
from desktop.store import exchange
from desktop.store.database import Store
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.wire.codec import pack, unpack
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Progress, SentEvent
from desktop.wire.requests import EXCHANGE_PATH, SignedRequest, sign_request
from tests.helpers.centre import TestCentre, enlist, new_station
from tests.helpers.exchanges import BEGINNING
from tests.helpers.stations import DAY

TOWNSHIPS = 20
RESIDENTS_MAX = 400_000


@dataclass(slots=True)
class Sender:
    """One station and what it has to say."""

    store: Store
    events: tuple[SentEvent, ...]
    counter: int = 10**15
    progress: Progress = BEGINNING

    def request(self, events: tuple[SentEvent, ...]) -> SignedRequest:
        """Return the exchange that sends ``events``, signed; each call has a new counter."""
        asked = ExchangeRequest(
            station=self.store.station.id,
            protocol=1,
            progress=self.progress,
            events=events,
            unspent=1000,
        )
        self.counter += 1
        return sign_request(
            self.store.station.key,
            EXCHANGE_PATH,
            station=self.store.station.id,
            counter=self.counter,
            body=pack(asked),
        )


def senders(centre: TestCentre, count: int, events: int) -> list[Sender]:
    """Return ``count`` stations registered at ``centre``, each with ``events`` events to push.

    Households are entered and paid through the use cases under the law of the training county;
    stations lie in twenty townships.
    """
    households = invented_households(SeededIds(7), DIVISION, DAY, RESIDENTS_MAX)
    return [_sender(centre, place, events, households) for place in range(count)]


def _sender(
    centre: TestCentre, place: int, events: int, households: Iterator[HouseholdInput]
) -> Sender:
    town = f"{DIVISION}{place % TOWNSHIPS + 1:03d}"
    store = new_station(place + 1, division=town)
    enlist(store, centre, division=town)
    desk = Desk(store, shipped_law(), "tester", "培训员", "clerk")
    while exchange.pending_count(store) < events:
        household = dataclasses.replace(next(households), division=town + "001")
        saved = save_household(desk, household)
        if saved.payable_fen:
            take_payment(desk, PaymentInput(saved.household_id, "cash", saved.payable_fen))
    rows = store.connection.execute(
        "SELECT body, signature FROM events ORDER BY seq LIMIT ?", (events,)
    ).fetchall()
    sent = tuple(SentEvent(body=row["body"], signature=row["signature"]) for row in rows)
    return Sender(store, sent)


@dataclass(slots=True)
class Line:
    """Keep-alive connections to a centre, one for each thread that asks."""

    address: str
    local: threading.local = dataclasses.field(default_factory=threading.local)
    opened: list[http.client.HTTPConnection] = dataclasses.field(default_factory=list)

    def post(self, request: SignedRequest) -> tuple[float, bytes]:
        """Post a request; return how long it took in seconds, and the answer."""
        connection = getattr(self.local, "connection", None)
        if connection is None:
            connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=120)
            self.local.connection = connection
            self.opened.append(connection)
        begun = time.perf_counter()
        connection.request("POST", request.path, request.body, dict(request.headers))
        response = connection.getresponse()
        body = response.read()
        taken = time.perf_counter() - begun
        assert response.status == 200, body
        return taken, body


def post_all(
    address: str, requests: list[SignedRequest], threads: int
) -> tuple[float, list[float], list[ExchangeReply]]:
    """Post every request, ``threads`` at a time; return seconds, each one's seconds, answers."""
    line = Line(address)
    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        done = list(pool.map(partial(line.post), requests))
    whole = time.perf_counter() - begun
    for connection in line.opened:
        connection.close()
    return whole, [taken for taken, _ in done], [unpack(body, ExchangeReply) for _, body in done]
