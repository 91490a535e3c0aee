"""The centre over HTTP: the paths stations use, those who watch it use, and a description."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable

from fastapi import FastAPI, Request, Response
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.server.description import (
    DESCRIPTION_PATH,
    HEALTH_PATH,
    PAGE_PATH,
    description,
)
from desktop.server.description import page as description_page
from desktop.server.door import Answer, problem
from desktop.server.workers import Workers
from desktop.wire.codec import CONTENT_TYPE, PACKED_BYTES_MAX
from desktop.wire.routes import ROUTES

LINE_BYTES_PER_S_MIN = 2_000
"""Slowest line waited for: a quarter of the 64 kbit/s a desk must manage with."""

BODY_S_MIN = 30.0

_log = logging.getLogger(__name__)


def make_app(workers: Workers) -> FastAPI:
    """Return the centre's web application, answering through ``workers``."""
    # Described by itself: what FastAPI would say knows neither signatures nor codes.
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    for route in ROUTES:
        app.add_api_route(
            route.path,
            _endpoint(workers, route.path),
            methods=["POST"],
            response_class=Response,
        )
    told, page = description(), description_page()
    app.add_api_route(HEALTH_PATH, _health, methods=["GET"])
    app.add_api_route(DESCRIPTION_PATH, lambda: JSONResponse(told), methods=["GET"])
    app.add_api_route(PAGE_PATH, lambda: HTMLResponse(page), methods=["GET"])
    return app


def _endpoint(workers: Workers, path: str) -> Callable[[Request], Awaitable[Response]]:
    async def post(request: Request) -> Response:
        try:
            body = await _body(request)
        except CanbaoError as error:
            return _response(problem(error), close=True)
        except ClientDisconnect:
            # Cut while sending: nobody is there to read an answer.
            return Response(status_code=400)
        try:
            answer = await asyncio.wrap_future(workers.post(path, request.headers, body))
        except CanbaoError as error:
            answer = problem(error)
        except Exception:  # noqa: BLE001 - whatever it is, others must be served
            # A bug of ours: told to the log in full, to the station as "later".
            _log.exception("a request to %s failed", path)
            answer = problem(Unavailable("CENTRE_FAILED", "the centre failed; it is in its log"))
        return _response(answer)

    return post


async def _health() -> dict[str, str]:
    return {"state": "ok"}


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


def _response(answer: Answer, *, close: bool = False) -> Response:
    headers = dict(answer.headers)
    if close:
        # The rest of the body was not read; nothing more can be said on this connection.
        headers["connection"] = "close"
    return Response(answer.body, answer.status, headers, media_type=CONTENT_TYPE)
