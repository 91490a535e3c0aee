"""What strangers send over HTTP: refused with a stable code, nothing half done, and served on."""

from __future__ import annotations

import http.client
import logging
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import zstandard

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.net.client import Client
from desktop.server import registrations
from desktop.server.database import CentreDatabase, open_centre
from desktop.server.serving import EmbeddedCentre
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, until_idle
from desktop.wire.codec import MESSAGE_BYTES_MAX, PACKED_BYTES_MAX, pack, unpack
from desktop.wire.messages import ExchangeRequest, Problem, Progress
from desktop.wire.requests import (
    COUNTER_HEADER,
    EXCHANGE_PATH,
    REGISTER_PATH,
    SIGNATURE_HEADER,
    STATION_HEADER,
    SignedRequest,
    sign_request,
)
from desktop.wire.rolling import START
from desktop.wire.signing import SigningKey
from tests.helpers.centre import COUNTY, EAST, enrol, new_station
from tests.helpers.logfail import ExpectedLog
from tests.helpers.patience import LIMIT_S
from tests.helpers.stations import fixed_clock
from tests.sync.conftest import make_centre

COUNTER = 2_000_000_000_000


@dataclass(slots=True)
class Attacked:
    """A running centre with one honest station, and a raw way in."""

    address: str
    database: CentreDatabase
    store: Store
    http: httpx.Client
    counter: int = COUNTER

    def signed(self, body: bytes, path: str = EXCHANGE_PATH) -> SignedRequest:
        """Return a request the honest station would have signed."""
        self.counter += 1
        who = identity(self.store)
        return sign_request(who.key, path, station=who.station, counter=self.counter, body=body)

    def post(self, request: SignedRequest) -> tuple[int, str]:
        """Send it and return the status and the code in the answer."""
        answer = self.http.post(request.path, content=request.body, headers=request.headers)
        code = "" if answer.status_code == 200 else unpack(answer.content, Problem).code
        return answer.status_code, code

    def exchange_body(self, **changes: object) -> bytes:
        """Return the body of an honest exchange."""
        fields: dict[str, object] = {
            "station": self.store.station.id,
            "protocol": 1,
            "progress": Progress(cursor=0, count=0, hash=START),
            "events": exchange.outgoing(self.store, 100).events,
            "unspent": 1000,
        }
        return pack(ExchangeRequest(**(fields | changes)))  # type: ignore[arg-type]

    def count(self, table: str) -> int:
        number: int = self.database.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[
            0
        ]
        return number

    def still_serves(self) -> None:
        """Raise unless the honest station still gets everything through."""
        with contact(self.store).client(fixed_clock()) as client:
            reports = list(until_idle(direct(self.store), client, fixed_clock()))
        assert reports[-1].idle
        assert self.count("events") == 3


@pytest.fixture
def attacked(tmp_path: Path) -> Iterator[Attacked]:
    clock, folder = fixed_clock(), tmp_path / "centre"
    make_centre(folder, clock)
    with EmbeddedCentre(folder, clock=clock) as running:
        database = open_centre(folder)
        with database.transaction():
            code = registrations.make_code(
                database.connection, COUNTY, COUNTY, now=clock.now(), ids=SeededIds(5)
            )
        store = new_station(1)
        with Client(running.address, identity(store), clock) as client:
            register(direct(store), client, running.address, code)
        enrol(store, EAST)
        with httpx.Client(base_url=running.address, trust_env=False) as raw:
            yield Attacked(running.address, database, store, raw)
        database.close()
        store.close()


def test_bodies_that_are_no_message(attacked: Attacked) -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(MESSAGE_BYTES_MAX * 40))
    for body, expected in (
        (b"", (422, "MESSAGE_UNREADABLE")),
        (b"not zstd", (422, "MESSAGE_UNREADABLE")),
        (zstandard.ZstdCompressor().compress(b"\xc1\xff"), (422, "MESSAGE_UNREADABLE")),
        (pack(Problem(code="x", message="y")), (422, "MESSAGE_UNREADABLE")),
        (bomb, (413, "MESSAGE_TOO_LARGE")),
    ):
        assert attacked.post(attacked.signed(body)) == expected
    assert attacked.count("events") == 0
    attacked.still_serves()


@pytest.mark.parametrize("size", [PACKED_BYTES_MAX + 1, 20 * PACKED_BYTES_MAX])
def test_a_body_that_is_too_large_is_not_waited_for(attacked: Attacked, size: int) -> None:
    try:
        answer = attacked.post(attacked.signed(bytes(size)))
    except httpx.TransportError:
        pass  # it answered and hung up while this end was still sending
    else:
        assert answer == (413, "MESSAGE_TOO_LARGE")
    attacked.still_serves()


def test_a_body_without_a_length_is_bounded_too(attacked: Attacked) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(PACKED_BYTES_MAX // 65_536 + 2):
            yield bytes(65_536)

    request = attacked.signed(b"")
    try:
        answer = attacked.http.post(EXCHANGE_PATH, content=endless(), headers=request.headers)
    except httpx.TransportError:
        pass  # it hung up in the middle, as it may
    else:
        assert answer.status_code == 413
    attacked.still_serves()


def test_requests_that_are_not_the_stations_own(attacked: Attacked) -> None:
    honest = attacked.exchange_body()
    request = attacked.signed(honest)
    stranger = SigningKey(bytes(32))
    forged = sign_request(
        stranger, EXCHANGE_PATH, station=request.station, counter=COUNTER + 50, body=honest
    )
    assert attacked.post(forged) == (401, "REQUEST_SIGNATURE")
    unknown = sign_request(
        stranger, EXCHANGE_PATH, station="f" * 32, counter=COUNTER + 51, body=honest
    )
    assert attacked.post(unknown) == (403, "STATION_UNKNOWN")
    for header in (STATION_HEADER, COUNTER_HEADER, SIGNATURE_HEADER):
        headers = {name: text for name, text in request.headers.items() if name != header}
        answer = attacked.http.post(EXCHANGE_PATH, content=honest, headers=headers)
        assert answer.status_code == 401
        assert unpack(answer.content, Problem).code == "REQUEST_UNSIGNED"
    other = attacked.exchange_body(station="e" * 32)
    assert attacked.post(attacked.signed(other)) == (401, "REQUEST_SIGNATURE")
    assert attacked.count("events") == 0
    attacked.still_serves()


def test_a_recorded_request_cannot_be_played_again(attacked: Attacked) -> None:
    request = attacked.signed(attacked.exchange_body())
    assert attacked.post(request) == (200, "")
    assert attacked.post(request) == (409, "REQUEST_REPLAYED")
    earlier = sign_request(
        identity(attacked.store).key,
        EXCHANGE_PATH,
        station=request.station,
        counter=request.counter - 1,
        body=attacked.exchange_body(),
    )
    assert attacked.post(earlier) == (409, "REQUEST_REPLAYED")
    # A request for one path is none for another.
    moved = httpx.Client(base_url=attacked.address, trust_env=False)
    with moved:
        answer = moved.post(REGISTER_PATH, content=request.body, headers=request.headers)
    assert answer.status_code == 422
    attacked.still_serves()


def test_paths_and_methods_that_are_none(attacked: Attacked) -> None:
    for method, path in (
        ("GET", EXCHANGE_PATH),
        ("POST", "/v1/../v1/exchange/x"),
        ("POST", "/admin"),
        ("DELETE", REGISTER_PATH),
        ("GET", "/redoc"),
    ):
        assert attacked.http.request(method, path).status_code in (404, 405)
    assert attacked.http.get("/health").json() == {"state": "ok"}
    attacked.still_serves()


def test_bytes_that_are_no_http(attacked: Attacked) -> None:
    parts = urlsplit(attacked.address)
    assert parts.hostname
    assert parts.port
    for rubbish in (b"\x00" * 100, b"GET", b"POST /v1/exchange HTTP/1.1\r\nX: " + b"a" * 200_000):
        with socket.create_connection((parts.hostname, parts.port), timeout=LIMIT_S) as line:
            line.sendall(rubbish)
    raw = http.client.HTTPConnection(parts.hostname, parts.port, timeout=LIMIT_S)
    raw.putrequest("POST", EXCHANGE_PATH)
    raw.putheader("Content-Length", str(10**15))
    raw.endheaders()
    assert raw.getresponse().status == 413
    raw.close()
    attacked.still_serves()


def test_a_request_cut_in_the_middle_leaves_no_trace(
    attacked: Attacked, caplog: pytest.LogCaptureFixture
) -> None:
    parts = urlsplit(attacked.address)
    request = attacked.signed(attacked.exchange_body())
    head = "".join(f"{name}: {text}\r\n" for name, text in request.headers.items())
    for cut in (0, 1, len(request.body) // 2, len(request.body) - 1):
        with socket.create_connection((parts.hostname, parts.port), timeout=LIMIT_S) as line:
            line.sendall(
                f"POST {EXCHANGE_PATH} HTTP/1.1\r\nHost: x\r\n{head}"
                f"Content-Length: {len(request.body)}\r\n\r\n".encode()
                + request.body[:cut]
            )
    assert attacked.count("events") == 0
    attacked.still_serves()
    assert "Exception" not in caplog.text


def test_a_bug_of_ours_is_logged_and_others_are_served_on(
    attacked: Attacked, expected_log: ExpectedLog
) -> None:
    expected_log("ERROR desktop.server.http a request to /v1/exchange failed")
    connection = attacked.database.connection
    connection.execute("ALTER TABLE feed RENAME TO hidden")
    status, code = attacked.post(attacked.signed(attacked.exchange_body()))
    assert (status, code) == (503, "CENTRE_FAILED")
    connection.execute("ALTER TABLE hidden RENAME TO feed")
    assert attacked.count("events") == 0
    attacked.still_serves()


def test_the_log_of_a_refusal_holds_nothing_of_the_request(
    attacked: Attacked, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="desktop"):
        attacked.post(attacked.signed(b"539999195001010011"))
        attacked.still_serves()
    assert "539999195001010011" not in caplog.text
    assert "培训0" not in caplog.text


def test_a_station_of_another_division_cannot_borrow_a_code(attacked: Attacked) -> None:
    other = new_station(2)
    with (
        Client(attacked.address, identity(other), fixed_clock()) as client,
        pytest.raises(Refused, match="CODE_UNKNOWN"),
    ):
        register(direct(other), client, attacked.address, "' OR '1'='1")
    other.close()
