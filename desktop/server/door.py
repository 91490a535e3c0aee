"""Where bytes from outside become a request: limits, signature, decoding; and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import msgspec

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.server.gate import Gate
from desktop.server.handlers import Handlers
from desktop.sqlite.errors import database_errors
from desktop.wire.codec import pack, unpack
from desktop.wire.compare_messages import (
    COMPARE_PATH,
    ENTRIES_PATH,
    CompareRequest,
    EntriesRequest,
)
from desktop.wire.fill_messages import FILL_PATH, FillRequest
from desktop.wire.filter_messages import FILTER_PATH, FilterRequest
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Problem, Registration
from desktop.wire.operator_messages import OPERATORS_PATH, OperatorsRequest
from desktop.wire.problems import status_of
from desktop.wire.requests import (
    EXCHANGE_PATH,
    REGISTER_PATH,
    SIGNATURE_HEADER,
    SignedRequest,
    check_request,
    read_request,
    sign_answer,
)
from desktop.wire.signing import SigningKey
from desktop.wire.station_messages import STATIONS_PATH, StationsRequest
from desktop.wire.update_messages import UPDATE_PATH, UpdateRequest


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the line."""

    status: int
    body: bytes
    headers: Mapping[str, str]
    code: str = ""
    """Why it was not done, empty if it was."""
    outcomes: Mapping[str, int] = field(default_factory=dict)
    """How many events were taken in with which outcome."""


class _FromStation(Protocol):
    @property
    def station(self) -> str: ...


Q = TypeVar("Q", bound=_FromStation)
Call = Callable[[SignedRequest], msgspec.Struct]


class Door:
    """Lets a station's signed request through to the handlers, and signs the answer.

    ``calls`` says what is done at each path of `desktop.wire.routes`; ``gate`` counts what a
    station asks for.
    """

    def __init__(
        self, handlers: Handlers, centre_key: SigningKey, gate: Gate | None = None
    ) -> None:
        self._handlers = handlers
        self._gate = gate
        self._key = centre_key
        self.calls: Mapping[str, Call] = {
            REGISTER_PATH: self._register,
            EXCHANGE_PATH: lambda request: handlers.exchange(
                self._opened(request, ExchangeRequest), counter=request.counter
            ),
            FILTER_PATH: lambda request: handlers.county_filter(
                self._opened(request, FilterRequest), counter=request.counter
            ),
            OPERATORS_PATH: lambda request: handlers.operators(
                self._opened(request, OperatorsRequest), counter=request.counter
            ),
            STATIONS_PATH: lambda request: handlers.stations(
                self._opened(request, StationsRequest), counter=request.counter
            ),
            UPDATE_PATH: lambda request: handlers.update(
                self._opened(request, UpdateRequest), counter=request.counter
            ),
            FILL_PATH: lambda request: handlers.fill(
                self._opened(request, FillRequest), counter=request.counter
            ),
            COMPARE_PATH: lambda request: handlers.compare(
                self._opened(request, CompareRequest), counter=request.counter
            ),
            ENTRIES_PATH: lambda request: handlers.entries(
                self._opened(request, EntriesRequest), counter=request.counter
            ),
        }

    def post(self, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Answer one request. Refusals and failures are answers too; only bugs raise."""
        try:
            request = read_request(path, headers, body)
            call = self.calls.get(path)
            if call is None:
                raise Refused("PATH_UNKNOWN", "the centre answers nothing at this path")
            with database_errors():
                reply = call(request)
            answer = pack(reply)
        except CanbaoError as error:
            return problem(error)
        signature = sign_answer(self._key, request, answer)
        return Answer(200, answer, {SIGNATURE_HEADER: signature.hex()}, outcomes=_outcomes(reply))

    def _register(self, request: SignedRequest) -> msgspec.Struct:
        asked = unpack(request.body, Registration)
        check_request(request, asked.public_key)
        return self._handlers.register(_own(request, asked))

    def _opened(self, request: SignedRequest, kind: type[Q]) -> Q:
        # The signature first: nothing of a stranger's body is unpacked.
        check_request(request, self._handlers.public_key(request.station))
        if self._gate is not None:
            self._gate.admit_station(request.station)
        return _own(request, unpack(request.body, kind))


def _outcomes(reply: msgspec.Struct) -> Mapping[str, int]:
    if not isinstance(reply, ExchangeReply):
        return {}
    return Counter(verdict.outcome for verdict in reply.verdicts)


def _own(request: SignedRequest, asked: Q) -> Q:
    if asked.station != request.station:
        raise Refused("REQUEST_SIGNATURE", "made by another station than it speaks for")
    return asked


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
    status = status_of(error.code, later=isinstance(error, Unavailable))
    return Answer(status, body, {}, error.code)
