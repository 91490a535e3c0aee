"""The client's own promises: addresses, proxies, timeouts, counters, and whose answer it takes."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest
from typing_extensions import override

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.base.proxy import SYSTEM_PROXY
from desktop.net import client as net
from desktop.net.client import Client, Identity, is_loopback
from desktop.net.errors import error_in, line_errors
from desktop.wire.codec import PACKED_BYTES_MAX, pack, unpack
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Problem, Progress
from desktop.wire.protocol import Traffic
from desktop.wire.requests import COUNTER_HEADER, SIGNATURE_HEADER, read_request, sign_answer
from desktop.wire.rolling import START
from desktop.wire.signing import SigningKey
from tests.helpers.patience import LIMIT_S
from tests.helpers.stations import fixed_clock

WHO = Identity("a" * 32, SigningKey(bytes(32)))
CENTRE = SigningKey(bytes(range(32)))
PROGRESS = Progress(cursor=0, count=0, hash=START)
REQUEST = ExchangeRequest(station=WHO.station, protocol=1, progress=PROGRESS, unspent=1)
REPLY = ExchangeReply(
    verdicts=(), feed=(), progress=PROGRESS, more=False, server_time="2021-11-15T04:00:00.000Z"
)

Answer = Callable[[httpx.Request], httpx.Response]


class Scripted(httpx.BaseTransport):
    """Answers as a test says, and remembers what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.asked: list[httpx.Request] = []

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.asked.append(request)
        return self._answer(request)


def response(status: int, body: bytes, **headers: str) -> httpx.Response:
    return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))


def signed(request: httpx.Request, body: bytes, key: SigningKey = CENTRE) -> httpx.Response:
    asked = read_request(request.url.path, request.headers, request.content)
    signature = sign_answer(key, asked, body)
    return httpx.Response(
        200, headers={SIGNATURE_HEADER: signature.hex()}, stream=httpx.ByteStream(body)
    )


def asking(answer: Answer, *, centre_key: bytes | None = None) -> tuple[Client, Scripted]:
    transport = Scripted(answer)
    client = Client(
        "http://centre.test", WHO, fixed_clock(), centre_key=centre_key, transport=transport
    )
    return client, transport


@pytest.mark.parametrize(
    "address",
    ["", "centre.test", "ftp://centre.test", "http://", "file:///etc/passwd", "http://x:99999"],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(Refused, match="ADDRESS_FORM"):
        Client(address, WHO, fixed_clock())


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:1", True),
        ("http://127.9.9.9", True),
        ("http://[::1]:8", True),
        ("http://localhost", True),
        ("http://centre.test", False),
        ("http://10.0.0.1", False),
    ],
)
def test_loopback_is_known(address: str, here: bool) -> None:
    assert is_loopback(address) is here


def test_loopback_is_reached_without_the_systems_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with (
        listening(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") as address,
        Client(address, WHO, fixed_clock(), proxy=SYSTEM_PROXY) as client,
        pytest.raises(Unavailable, match="ANSWER_UNREADABLE"),
    ):
        client.exchange(REQUEST)


def test_the_proxy_is_used_only_where_the_settings_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with listening(b"HTTP/1.1 407 Proxy says no\r\nContent-Length: 0\r\n\r\n") as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy)
        with (
            Client("http://centre.invalid", WHO, fixed_clock(), proxy=SYSTEM_PROXY) as client,
            pytest.raises(Unavailable, match="PROXY_SIGN_IN"),
        ):
            client.exchange(REQUEST)
    with (
        Client("http://centre.invalid", WHO, fixed_clock()) as client,
        pytest.raises(Unavailable, match="CENTRE_UNREACHABLE"),
    ):
        client.exchange(REQUEST)


def test_timeouts_grow_with_the_message() -> None:
    asked: list[dict[str, float]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.extensions["timeout"])
        return response(200, pack(REPLY))

    client, _ = asking(answer)
    client.exchange(REQUEST)
    assert asked[0] == {"connect": 10.0, "pool": 10.0, "write": 60.0, "read": 60.0}
    # A megabyte over 64 kbit/s takes 131 seconds, three times as long with losses.
    assert 390 < net._line_s(1024 * 1024) < 450


def test_what_went_over_the_line_is_counted() -> None:
    client, transport = asking(lambda _request: response(200, pack(REPLY)))
    assert client.traffic() == Traffic()
    client.exchange(REQUEST)
    assert client.traffic() == Traffic(len(transport.asked[0].content), len(pack(REPLY)))


class TestCounter:
    def test_it_rises_with_every_request(self) -> None:
        client, transport = asking(lambda _request: response(200, pack(REPLY)))
        for _ in range(3):
            client.exchange(REQUEST)
        counters = [int(request.headers[COUNTER_HEADER]) for request in transport.asked]
        assert counters == list(range(counters[0], counters[0] + 3))

    def test_a_clock_set_back_goes_on_where_the_centre_says(self) -> None:
        last = 2**50

        def answer(request: httpx.Request) -> httpx.Response:
            if int(request.headers[COUNTER_HEADER]) <= last:
                return response(
                    409, pack(Problem(code="REQUEST_REPLAYED", message="", last_counter=last))
                )
            return response(200, pack(REPLY))

        client, transport = asking(answer)
        assert client.exchange(REQUEST) == REPLY
        assert [int(one.headers[COUNTER_HEADER]) for one in transport.asked][-1] == last + 1

    def test_a_centre_that_never_has_enough_is_not_asked_for_ever(self) -> None:
        problem = pack(Problem(code="REQUEST_REPLAYED", message="", last_counter=2**53))
        client, transport = asking(lambda _request: response(409, problem))
        with pytest.raises(Unavailable, match="REQUEST_DOUBLED"):
            client.exchange(REQUEST)
        assert len(transport.asked) == 2


class TestAnswers:
    def test_only_the_centres_own_answer_is_taken(self) -> None:
        body = pack(REPLY)
        key = CENTRE.public
        client, _ = asking(lambda request: signed(request, body), centre_key=key)
        assert client.exchange(REQUEST) == REPLY
        other = SigningKey(bytes(32))
        for answer in (
            lambda request: signed(request, body, other),
            lambda _request: response(200, body),
            lambda _request: response(200, body, **{SIGNATURE_HEADER: "zz"}),
        ):
            client, _ = asking(answer, centre_key=key)
            with pytest.raises(Unavailable, match="ANSWER_FOREIGN"):
                client.exchange(REQUEST)

    def test_an_answer_that_never_ends_is_cut(self) -> None:
        client, _ = asking(lambda _request: response(200, bytes(PACKED_BYTES_MAX + 1)))
        with pytest.raises(Unavailable, match="ANSWER_UNREADABLE"):
            client.exchange(REQUEST)

    @pytest.mark.parametrize(
        ("status", "body", "family", "code"),
        [
            (403, pack(Problem(code="STATION_UNKNOWN", message="")), Refused, "STATION_UNKNOWN"),
            (422, pack(Problem(code="CODE_UNKNOWN", message="")), Refused, "CODE_UNKNOWN"),
            (503, pack(Problem(code="DISK_FULL", message="")), Unavailable, "CENTRE_FAILED"),
            (429, pack(Problem(code="LATER", message="")), Unavailable, "CENTRE_FAILED"),
            (404, b"<html>", Unavailable, "ANSWER_FOREIGN"),
            (302, b"", Unavailable, "ANSWER_FOREIGN"),
            (500, b"Internal Server Error", Unavailable, "ANSWER_FOREIGN"),
        ],
    )
    def test_final_and_worth_another_try_are_different_families(
        self, status: int, body: bytes, family: type[CanbaoError], code: str
    ) -> None:
        error = error_in(status, body)
        assert type(error) is family
        assert error.code == code


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (httpx.ConnectError("x"), "CENTRE_UNREACHABLE"),
        (httpx.ConnectTimeout("x"), "CENTRE_UNREACHABLE"),
        (httpx.ProxyError("x"), "PROXY_REFUSED"),
        (httpx.ReadTimeout("x"), "CENTRE_SLOW"),
        (httpx.WriteTimeout("x"), "CENTRE_SLOW"),
        (httpx.ReadError("x"), "CENTRE_CUT_OFF"),
        (httpx.RemoteProtocolError("x"), "CENTRE_CUT_OFF"),
        (httpx.DecodingError("x"), "ANSWER_FOREIGN"),
    ],
)
def test_every_failure_of_the_line_is_ours(raised: Exception, code: str) -> None:
    with pytest.raises(Unavailable) as caught, line_errors():
        raise raised
    assert caught.value.code == code


def test_a_wrong_certificate_is_told_apart() -> None:
    def fail() -> None:
        try:
            raise ssl.SSLCertVerificationError("self-signed")
        except ssl.SSLError as error:
            raise httpx.ConnectError("x") from error

    with pytest.raises(Unavailable, match="CENTRE_NOT_TRUSTED"), line_errors():
        fail()


def test_our_own_bugs_pass() -> None:
    with pytest.raises(KeyError), line_errors():
        raise KeyError("x")


@pytest.mark.parametrize("cut_at", [0, 1, 20, 60])
def test_a_line_cut_anywhere_in_the_answer_is_unavailable(cut_at: int) -> None:
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n" + pack(REPLY)
    with (
        listening(whole[:cut_at]) as address,
        Client(address, WHO, fixed_clock()) as client,
        pytest.raises(Unavailable, match="CENTRE_CUT_OFF"),
    ):
        client.exchange(REQUEST)


@contextmanager
def listening(answer: bytes) -> Iterator[str]:
    """Answer one connection with these bytes, whatever it asks, and hang up."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(LIMIT_S)

    def serve() -> None:
        try:
            line, _ = server.accept()
        except OSError:
            return
        with line:
            line.settimeout(LIMIT_S)
            received = line.recv(65_536)
            if not received.endswith(b"\r\n\r\n"):
                line.sendall(answer)
            else:
                line.recv(65_536)
                line.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
    finally:
        server.close()
        thread.join(LIMIT_S)


def test_the_messages_the_tests_speak_are_real() -> None:
    assert unpack(pack(REPLY), ExchangeReply) == REPLY
