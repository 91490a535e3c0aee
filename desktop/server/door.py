"""Where bytes from outside become a request: limits, signature, decoding; and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.server.handlers import Handlers
from desktop.sqlite.errors import database_errors
from desktop.wire import requests
from desktop.wire.codec import pack, unpack
from desktop.wire.filter_messages import FILTER_PATH, FilterRequest
from desktop.wire.messages import ExchangeRequest, Problem, Registration
from desktop.wire.requests import (
    SIGNATURE_HEADER,
    SignedRequest,
    check_request,
    read_request,
    sign_answer,
)
from desktop.wire.signing import SigningKey

_STATUS = {
    "REQUEST_UNSIGNED": 401,
    "REQUEST_SIGNATURE": 401,
    "STATION_UNKNOWN": 403,
    "REQUEST_REPLAYED": 409,
    "MESSAGE_TOO_LARGE": 413,
    "PATH_UNKNOWN": 404,
}
_REFUSED_STATUS = 422
_UNAVAILABLE_STATUS = 503


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the line."""

    status: int
    body: bytes
    headers: Mapping[str, str]


class Door:
    """Lets a station's signed request through to the handlers, and signs the answer."""

    def __init__(self, handlers: Handlers, centre_key: SigningKey) -> None:
        self._handlers = handlers
        self._key = centre_key

    def post(self, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Answer one request. Refusals and failures are answers too; only bugs raise."""
        try:
            request = read_request(path, headers, body)
            with database_errors():
                answer = pack(self._answer(request))
        except CanbaoError as error:
            return problem(error)
        signature = sign_answer(self._key, request, answer)
        return Answer(200, answer, {SIGNATURE_HEADER: signature.hex()})

    def _answer(self, request: SignedRequest) -> msgspec.Struct:
        match request.path:
            case requests.REGISTER_PATH:
                return self._register(request)
            case requests.EXCHANGE_PATH:
                return self._exchange(request)
            case path if path == FILTER_PATH:
                return self._filter(request)
            case _:
                raise Refused("PATH_UNKNOWN", "the centre answers nothing at this path")

    def _register(self, request: SignedRequest) -> msgspec.Struct:
        asked = unpack(request.body, Registration)
        check_request(request, asked.public_key)
        if asked.station != request.station:
            raise Refused("REQUEST_SIGNATURE", "made by another station than it speaks for")
        return self._handlers.register(asked)

    def _exchange(self, request: SignedRequest) -> msgspec.Struct:
        # The signature first: nothing of a stranger's body is unpacked.
        check_request(request, self._handlers.public_key(request.station))
        asked = unpack(request.body, ExchangeRequest)
        if asked.station != request.station:
            raise Refused("REQUEST_SIGNATURE", "made by another station than it speaks for")
        return self._handlers.exchange(asked, counter=request.counter)

    def _filter(self, request: SignedRequest) -> msgspec.Struct:
        check_request(request, self._handlers.public_key(request.station))
        asked = unpack(request.body, FilterRequest)
        if asked.station != request.station:
            raise Refused("REQUEST_SIGNATURE", "made by another station than it speaks for")
        return self._handlers.county_filter(asked, counter=request.counter)


def problem(error: CanbaoError) -> Answer:
    """Return the answer that tells a station why its request was not done."""
    last = error.values.get("last_counter")
    body = pack(
        Problem(
            code=error.code,
            message=error.message[:2_000],
            last_counter=last if isinstance(last, int) else None,
        )
    )
    if isinstance(error, Unavailable):
        return Answer(_UNAVAILABLE_STATUS, body, {})
    return Answer(_STATUS.get(error.code, _REFUSED_STATUS), body, {})
