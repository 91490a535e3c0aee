"""The centre over HTTP: three paths for stations, one for whoever watches it, and a description."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import msgspec
from fastapi import FastAPI, Request, Response
from starlette.requests import ClientDisconnect

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.server.door import Answer, problem
from desktop.server.workers import Workers
from desktop.wire import filter_messages, messages
from desktop.wire.codec import CONTENT_TYPE, PACKED_BYTES_MAX
from desktop.wire.requests import (
    COUNTER_HEADER,
    EXCHANGE_PATH,
    REGISTER_PATH,
    SIGNATURE_HEADER,
    STATION_HEADER,
)
from desktop.wire.versions import PROTOCOLS_UNDERSTOOD

LINE_BYTES_PER_S_MIN = 2_000
"""Slowest line waited for: a quarter of the 64 kbit/s a desk must manage with."""

BODY_S_MIN = 30.0

_log = logging.getLogger(__name__)


def make_app(workers: Workers) -> FastAPI:
    """Return the centre's web application, answering through ``workers``."""
    app = FastAPI(
        title="参保台 · centre",
        description=(
            "A station posts MessagePack in one Zstandard frame, signed with its Ed25519 key. "
            "Every request may be repeated."
        ),
        version=", ".join(str(protocol) for protocol in sorted(PROTOCOLS_UNDERSTOOD)),
        docs_url=None,  # its page loads scripts from the internet
        redoc_url=None,
    )
    for path, asked, answered in (
        (REGISTER_PATH, messages.Registration, messages.Registered),
        (EXCHANGE_PATH, messages.ExchangeRequest, messages.ExchangeReply),
        (
            filter_messages.FILTER_PATH,
            filter_messages.FilterRequest,
            filter_messages.FilterReply,
        ),
    ):
        app.add_api_route(
            path,
            _endpoint(workers, path),
            methods=["POST"],
            response_class=Response,
            summary=(asked.__doc__ or "").partition("\n")[0],
            openapi_extra=_described(asked, answered),
        )
    app.add_api_route("/health", _health, methods=["GET"], summary="Tell that the centre runs.")
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


def _described(asked: type[msgspec.Struct], answered: type[msgspec.Struct]) -> dict[str, Any]:
    header = {"in": "header", "required": True, "schema": {"type": "string"}}
    return {
        "parameters": [
            header | {"name": name} for name in (STATION_HEADER, COUNTER_HEADER, SIGNATURE_HEADER)
        ],
        "requestBody": {"required": True, "content": {CONTENT_TYPE: {"schema": _schema(asked)}}},
        "responses": {
            "200": {
                "description": "Done.",
                "content": {CONTENT_TYPE: {"schema": _schema(answered)}},
            },
            "4XX": {
                "description": "Not done, and asking again changes nothing.",
                "content": {CONTENT_TYPE: {"schema": _schema(messages.Problem)}},
            },
            "503": {
                "description": "Not done; ask again later.",
                "content": {CONTENT_TYPE: {"schema": _schema(messages.Problem)}},
            },
        },
    }


def _schema(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the JSON schema of a message, self-contained."""
    (schema,), components = msgspec.json.schema_components((kind,), ref_template="#/$defs/{name}")
    return schema | {"$defs": components}
