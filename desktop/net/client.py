"""The conversation with the centre over HTTP."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import httpx
import msgspec
from typing_extensions import override

from desktop.base.clock import Clock
from desktop.base.errors import Refused, Unavailable
from desktop.base.proxy import NO_PROXY, Proxy
from desktop.net.errors import error_in, line_errors
from desktop.wire.codec import CONTENT_TYPE, PACKED_BYTES_MAX, pack, unpack
from desktop.wire.compare_messages import (
    COMPARE_PATH,
    ENTRIES_PATH,
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
)
from desktop.wire.fill_messages import FILL_PATH, FillReply, FillRequest
from desktop.wire.filter_messages import FILTER_PATH, FilterReply, FilterRequest
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Registered, Registration
from desktop.wire.operator_messages import OPERATORS_PATH, OperatorsReply, OperatorsRequest
from desktop.wire.protocol import SyncProtocol, Traffic
from desktop.wire.requests import (
    COUNTER_MAX,
    EXCHANGE_PATH,
    REGISTER_PATH,
    SIGNATURE_HEADER,
    SignedRequest,
    answer_holds,
    sign_request,
)
from desktop.wire.signing import SigningKey
from desktop.wire.station_messages import STATIONS_PATH, StationsReply, StationsRequest
from desktop.wire.update_messages import UPDATE_PATH, UpdateReply, UpdateRequest

LINE_BYTES_PER_S = 8_000
"""The slowest line a desk must manage with: 64 kbit/s. Timeouts grow with the message by it."""

LOSS_FACTOR = 3
"""On a line that loses one packet in ten, TCP takes up to three times as long."""

CONNECT_S = 10.0
ANSWER_S_MIN = 30.0
"""What the centre may take for a full batch when it is busy, and a round trip or two."""

ANSWER_PART_S = 60.0
"""Longest silence in the middle of an answer: time for TCP to repeat itself."""

_COUNTER_TRIES = 2

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is asking."""

    station: str
    key: SigningKey


class Client(SyncProtocol):
    """Speaks to one centre on behalf of one station. One thread uses it.

    ``centre_key`` is the key the centre proved at registration; answers not signed with it are
    refused. ``proxy``: how the requests leave the house; never by one to this machine itself.
    ``ca_file``: trust the certificates of these authorities alone, not the system's.
    """

    def __init__(
        self,
        address: str,
        identity: Identity,
        clock: Clock,
        *,
        centre_key: bytes | None = None,
        proxy: Proxy = NO_PROXY,
        ca_file: Path | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Get ready to speak; nothing is sent yet.

        Raises:
            Refused: ``PROXY_KIND`` if the system's proxy is of a kind that cannot be used;
                ``ADDRESS_FORM`` unless ``address`` is an http or https address;
                ``CA_FILE`` if ``ca_file`` holds no certificates.
        """
        self._address = _checked(address)
        self._identity = identity
        self._centre_key = centre_key
        # The clock only makes it likely that the first request is not refused as a replay;
        # the centre says where to go on if it is.
        self._counter = int(clock.now().timestamp() * 1000)
        self._traffic = Traffic()
        self._proxy = NO_PROXY if is_loopback(self._address) else proxy
        self._http = _http(self._address, _trust(ca_file), self._proxy, transport)

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    @override
    def register(self, registration: Registration) -> Registered:
        return self._ask(REGISTER_PATH, registration, Registered)

    @override
    def exchange(self, request: ExchangeRequest) -> ExchangeReply:
        return self._ask(EXCHANGE_PATH, request, ExchangeReply)

    @override
    def county_filter(self, request: FilterRequest) -> FilterReply:
        return self._ask(FILTER_PATH, request, FilterReply)

    @override
    def fill(self, request: FillRequest) -> FillReply:
        return self._ask(FILL_PATH, request, FillReply)

    @override
    def compare(self, request: CompareRequest) -> CompareReply:
        return self._ask(COMPARE_PATH, request, CompareReply)

    @override
    def entries(self, request: EntriesRequest) -> EntriesReply:
        return self._ask(ENTRIES_PATH, request, EntriesReply)

    @override
    def update(self, request: UpdateRequest) -> UpdateReply:
        return self._ask(UPDATE_PATH, request, UpdateReply)

    @override
    def operators(self, request: OperatorsRequest) -> OperatorsReply:
        return self._ask(OPERATORS_PATH, request, OperatorsReply)

    @override
    def stations(self, request: StationsRequest) -> StationsReply:
        return self._ask(STATIONS_PATH, request, StationsReply)

    @override
    def traffic(self) -> Traffic:
        return self._traffic

    def _ask(self, path: str, message: msgspec.Struct, kind: type[M]) -> M:
        body = pack(message)
        for _ in range(_COUNTER_TRIES):
            try:
                return self._ask_once(path, body, kind)
            except Refused as error:
                last = error.values.get("last_counter")
                if error.code != "REQUEST_REPLAYED" or not isinstance(last, int):
                    raise
            # This machine's clock was set back, or another copy of the station asked meanwhile.
            self._counter = max(self._counter, min(last, COUNTER_MAX - 1))
        raise Unavailable("REQUEST_DOUBLED", "something on the way sends requests twice")

    def _ask_once(self, path: str, body: bytes, kind: type[M]) -> M:
        self._counter += 1
        request = sign_request(
            self._identity.key,
            path,
            station=self._identity.station,
            counter=self._counter,
            body=body,
        )
        status, headers, answer = self._send(request)
        if status != httpx.codes.OK:
            raise error_in(status, answer)
        self._check_signed(request, headers, answer)
        try:
            return unpack(answer, kind)
        except Refused as error:
            raise Unavailable("ANSWER_UNREADABLE", error.message) from error

    def _send(self, request: SignedRequest) -> tuple[int, httpx.Headers, bytes]:
        size = len(request.body)
        timeout = httpx.Timeout(
            connect=CONNECT_S, pool=CONNECT_S, write=_line_s(size), read=_line_s(size)
        )
        with (
            line_errors(self._proxy),
            self._http.stream(
                "POST",
                request.path,
                content=request.body,
                headers=request.headers,
                timeout=timeout,
            ) as response,
        ):
            self._traffic = Traffic(self._traffic.bytes_out + size, self._traffic.bytes_in)
            answer = self._read(response)
            return response.status_code, response.headers, answer

    def _read(self, response: httpx.Response) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            size += len(part)
            self._traffic = Traffic(self._traffic.bytes_out, self._traffic.bytes_in + len(part))
            if size > PACKED_BYTES_MAX:
                raise Unavailable("ANSWER_UNREADABLE", "the answer is larger than any may be")
            parts.append(part)
        return b"".join(parts)

    def _check_signed(self, request: SignedRequest, headers: httpx.Headers, answer: bytes) -> None:
        if self._centre_key is None:
            return
        text = headers.get(SIGNATURE_HEADER, "")
        try:
            signature = bytes.fromhex(text)
        except ValueError:
            signature = b""
        if not answer_holds(self._centre_key, request, answer, signature):
            raise Unavailable("ANSWER_FOREIGN", "the answer is not signed by this centre")


def is_loopback(address: str) -> bool:
    """Tell whether ``address`` leads to this machine itself."""
    host = httpx.URL(address).host
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _http(
    address: str,
    verify: ssl.SSLContext | bool,  # noqa: FBT001 - httpx's own type
    proxy: Proxy,
    transport: httpx.BaseTransport | None,
) -> httpx.Client:
    auth = (proxy.user, proxy.password) if proxy.user else None
    try:
        return httpx.Client(
            base_url=address,
            verify=verify,
            proxy=httpx.Proxy(proxy.address, auth=auth) if proxy.address else None,
            trust_env=proxy.kind == "system",
            follow_redirects=False,
            transport=transport,
            headers={"content-type": CONTENT_TYPE, "accept": CONTENT_TYPE},
        )
    except (ImportError, ValueError) as error:
        # The system may name a SOCKS proxy, or write nonsense; httpx says so only now.
        raise Refused("PROXY_KIND", "the system's proxy cannot be used") from error


def _trust(ca_file: Path | None) -> ssl.SSLContext | bool:
    if ca_file is None:
        return True
    try:
        return ssl.create_default_context(cafile=str(ca_file))
    except OSError as error:  # of which ssl's own are a kind
        raise Refused("CA_FILE", "no certificates can be read", file=str(ca_file)) from error


def _line_s(size: int) -> float:
    """Return how long a message of ``size`` bytes may take to bring an answer."""
    return max(ANSWER_PART_S, ANSWER_S_MIN + LOSS_FACTOR * size / LINE_BYTES_PER_S)


def _checked(address: str) -> str:
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise Refused("ADDRESS_FORM", "not an address of a centre") from error
    port_ok = url.port is None or 0 < url.port < 65_536
    if url.scheme not in ("http", "https") or not url.host or not port_ok:
        raise Refused("ADDRESS_FORM", "a centre's address begins with https:// or http://")
    return address.rstrip("/")
