"""A line that loses, cuts, doubles and delays: httpx's way out with faults drawn by a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

import httpx
from typing_extensions import override


class Fault(Enum):
    """What the line does to one request and its answer."""

    NONE = auto()
    UNREACHABLE = auto()
    """No connection at all."""
    REQUEST_LOST = auto()
    """The request never arrives; the station waits in vain."""
    ANSWER_LOST = auto()
    """The centre has done it; the station waits in vain."""
    ANSWER_CUT = auto()
    """The answer breaks off in the middle of its body."""
    ANSWER_ALTERED = auto()
    """A bit of the answer falls over on the way."""
    DOUBLED = auto()
    """Something on the way sends the request twice; the second answer comes back."""
    LATE = auto()
    """The request is lost, and arrives after later ones."""
    CAPTIVE = auto()
    """A log-in page answers for the centre."""


Draw = Callable[[], Fault]


@dataclass(frozen=True, slots=True)
class _Kept:
    method: str
    url: httpx.URL
    headers: httpx.Headers
    body: bytes


class FaultyTransport(httpx.BaseTransport):
    """Passes requests to ``inner``, doing to each what ``draw`` says."""

    def __init__(self, inner: httpx.BaseTransport, draw: Draw) -> None:
        self._inner = inner
        self._draw = draw
        self._late: list[_Kept] = []
        self.seen: list[Fault] = []

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        kept = _Kept(request.method, request.url, request.headers, request.read())
        fault = self._draw()
        self.seen.append(fault)
        if fault is not Fault.LATE:
            self._deliver_late()
        match fault:
            case Fault.NONE:
                return self._send(kept)
            case Fault.DOUBLED:
                self._send(kept).read()
                return self._send(kept)
            case Fault.CAPTIVE:
                return httpx.Response(200, stream=httpx.ByteStream(b"<html>Wi-Fi</html>"))
            case Fault.ANSWER_CUT | Fault.ANSWER_ALTERED:
                return _damaged(self._send(kept), fault)
            case Fault.UNREACHABLE:
                raise httpx.ConnectError("no route", request=request)
            case Fault.REQUEST_LOST | Fault.ANSWER_LOST | Fault.LATE:
                self._swallow(kept, fault)
                raise httpx.ReadTimeout("nothing came back", request=request)

    def _swallow(self, kept: _Kept, fault: Fault) -> None:
        if fault is Fault.ANSWER_LOST:
            self._send(kept).read()
        elif fault is Fault.LATE:
            self._late.append(kept)

    def _send(self, kept: _Kept) -> httpx.Response:
        again = httpx.Request(kept.method, kept.url, headers=kept.headers, content=kept.body)
        return self._inner.handle_request(again)

    def _deliver_late(self) -> None:
        late, self._late = self._late, []
        for kept in late:
            self._send(kept).read()


class _CutStream(httpx.SyncByteStream):
    def __init__(self, whole: bytes) -> None:
        self._whole = whole

    @override
    def __iter__(self) -> Iterator[bytes]:
        yield self._whole[: len(self._whole) // 2]
        raise httpx.ReadError("connection reset")


def _damaged(response: httpx.Response, fault: Fault) -> httpx.Response:
    whole = response.read()
    if fault is Fault.ANSWER_CUT:
        stream: httpx.SyncByteStream = _CutStream(whole)
    else:
        middle = len(whole) // 2
        stream = httpx.ByteStream(
            whole[:middle] + bytes([whole[middle] ^ 0x10]) + whole[middle + 1 :]
        )
    return httpx.Response(response.status_code, headers=response.headers, stream=stream)
