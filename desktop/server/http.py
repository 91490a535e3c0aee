"""The centre over HTTP: the paths stations use, those who watch it use, and a description."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic

from fastapi import FastAPI, Request, Response
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.server.config import Limits
from desktop.server.description import (
    DESCRIPTION_PATH,
    HEALTH_PATH,
    LIVE_PATH,
    PAGE_PATH,
    READY_PATH,
    description,
)
from desktop.server.description import page as description_page
from desktop.server.door import Answer, problem
from desktop.server.gate import Gate
from desktop.server.health import Health
from desktop.server.metrics import Metrics
from desktop.server.workers import Workers
from desktop.wire.codec import CONTENT_TYPE, PACKED_BYTES_MAX
from desktop.wire.requests import STATION_HEADER, is_station
from desktop.wire.routes import ROUTES

LINE_BYTES_PER_S_MIN = 2_000
"""Slowest line waited for: a quarter of the 64 kbit/s a desk must manage with."""

BODY_S_MIN = 30.0

CUT_OFF = "CUT_OFF"
"""In log and figures: the line was cut before the request was whole; nobody was answered."""

_log = logging.getLogger(__name__)
_requests = logging.getLogger("desktop.server.requests")


async def _always_ready() -> Health:
    return Health("ok", "ok", 0, 0, "ok")


@dataclass(frozen=True, slots=True)
class Watch:
    """What stands around every request: how much is put up with, counted, and told."""

    gate: Gate = field(default_factory=lambda: Gate(Limits()))
    metrics: Metrics = field(default_factory=Metrics)
    ready: Callable[[], Awaitable[Health]] = _always_ready


def make_app(workers: Workers, watch: Watch | None = None) -> FastAPI:
    """Return the centre's web application, answering through ``workers``."""
    watch = watch or Watch()
    # Described by itself: what FastAPI would say knows neither signatures nor codes.
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    for route in ROUTES:
        app.add_api_route(
            route.path,
            _Endpoint(workers, watch, route.path).post,
            methods=["POST"],
            response_class=Response,
        )
    told, page = description(), description_page()

    async def ready() -> JSONResponse:
        health = await watch.ready()
        return JSONResponse(health.told(), 200 if health.ready else 503)

    app.add_api_route(HEALTH_PATH, _health, methods=["GET"])
    app.add_api_route(LIVE_PATH, _health, methods=["GET"])
    app.add_api_route(READY_PATH, ready, methods=["GET"])
    app.add_api_route(DESCRIPTION_PATH, lambda: JSONResponse(told), methods=["GET"])
    app.add_api_route(PAGE_PATH, lambda: HTMLResponse(page), methods=["GET"])
    return app


async def _health() -> dict[str, str]:
    return {"state": "ok"}


class _Endpoint:
    """Answers at one path."""

    def __init__(self, workers: Workers, watch: Watch, path: str) -> None:
        self._workers = workers
        self._watch = watch
        self._path = path

    async def post(self, request: Request) -> Response:
        """Answer one request, and count and log that it was."""
        begun, metrics = monotonic(), self._watch.metrics
        address = request.client.host if request.client else ""
        metrics.begin()
        answer, size, close = Answer(400, b"", {}, CUT_OFF), 0, False
        try:
            answer, size, close = await self._answered(request, address)
        finally:
            seconds = monotonic() - begun
            sizes = (size, len(answer.body))
            metrics.end(self._path, answer.status, answer.code, seconds, sizes)
            metrics.events(answer.outcomes)
            self._log(request, answer, seconds, sizes)
        self._watch.gate.note(address, answer.code)
        return _response(answer, close=close)

    async def _answered(self, request: Request, address: str) -> tuple[Answer, int, bool]:
        """Return the answer, the size of the body and whether the connection is spent."""
        try:
            self._watch.gate.admit_address(address)
            body = await _body(request)
        except CanbaoError as error:
            # The rest of the body is not read: nothing more can be said on this connection.
            return problem(error), 0, True
        except ClientDisconnect:
            # Cut while sending: nobody is there to read an answer.
            return Answer(400, b"", {}, CUT_OFF), 0, True
        try:
            answer = await asyncio.wrap_future(
                self._workers.post(self._path, request.headers, body)
            )
        except CanbaoError as error:
            answer = problem(error)
        except Exception:  # noqa: BLE001 - whatever it is, others must be served
            # A bug of ours: told to the log in full, to the station as "later".
            _log.exception("a request to %s failed", self._path)
            answer = problem(Unavailable("CENTRE_FAILED", "the centre failed; it is in its log"))
        return answer, len(body), False

    def _log(
        self, request: Request, answer: Answer, seconds: float, sizes: tuple[int, int]
    ) -> None:
        named = request.headers.get(STATION_HEADER, "")
        fields: dict[str, object] = {
            "path": self._path,
            "status": answer.status,
            # A header is the sender's own text until it has the form of an id.
            "station": named if is_station(named) else "",
            "ms": round(seconds * 1000),
            "bytes_in": sizes[0],
            "bytes_out": sizes[1],
        }
        if answer.code:
            fields["code"] = answer.code
        if answer.outcomes:
            fields["events"] = dict(answer.outcomes)
        _requests.info("answered", extra={"fields": fields})


async def _body(request: Request) -> bytes:
    """Return the body. Raises Refused ``MESSAGE_TOO_LARGE`` or Unavailable ``LINE_SLOW``."""
    claimed = request.headers.get("content-length", "")
    if claimed.isdigit() and int(claimed) > PACKED_BYTES_MAX:
        raise Refused("MESSAGE_TOO_LARGE", f"at most {PACKED_BYTES_MAX} bytes")
    expected = int(claimed) if claimed.isdigit() else PACKED_BYTES_MAX
    try:
        async with asyncio.timeout(BODY_S_MIN + expected / LINE_BYTES_PER_S_MIN):
            return b"".join([part async for part in _parts(request)])
    except TimeoutError as error:
        raise Unavailable("LINE_SLOW", "the request did not arrive in time") from error


async def _parts(request: Request) -> AsyncIterator[bytes]:
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > PACKED_BYTES_MAX:
            raise Refused("MESSAGE_TOO_LARGE", f"at most {PACKED_BYTES_MAX} bytes")
        yield part


def _response(answer: Answer, *, close: bool) -> Response:
    headers = dict(answer.headers)
    if close:
        headers["connection"] = "close"
    return Response(answer.body, answer.status, headers, media_type=CONTENT_TYPE)
