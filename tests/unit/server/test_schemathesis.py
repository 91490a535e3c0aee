"""The description against the centre: whatever fits it, or does not, is answered as it says.

Schemathesis makes requests out of the description, honest ones and ones it forbids; each is packed
and signed as the description tells, and goes through the centre's front door. The answer must be
one that is described, in form, with a code that is described for its status; and nothing half done.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

import msgspec
import pytest
import schemathesis
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from desktop.server.description import description
from desktop.wire.codec import CONTENT_TYPE, unpack
from desktop.wire.messages import Problem
from desktop.wire.requests import sign_request
from desktop.wire.routes import ROUTES, Route
from tests.helpers.centre import TestCentre, enlist, new_centre, new_station

schemathesis.serializer.alias(CONTENT_TYPE, "application/json")

TOLD = description()
SCHEMA = schemathesis.openapi.from_dict(TOLD)
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
SLOW = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
KEPT = ("events", "feed", "cases", "registrations", "allocations", "directory")


@pytest.fixture(scope="module")
def centre() -> TestCentre:
    return new_centre()


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.value)
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.call)
def test_the_centre_answers_as_described(
    route: Route, mode: GenerationMode, centre: TestCentre
) -> None:
    store = new_station(hash(route.call) % 1000 + 1)
    enlist(store, centre)
    who, counter = store.station, [1]
    before = {table: centre.count(table) for table in KEPT}
    operation = SCHEMA[route.path]["POST"]

    @SLOW
    @given(case=operation.as_strategy(generation_mode=mode), own=st.booleans())
    def answered(case: Any, own: bool) -> None:
        value = case.body
        if own and isinstance(value, dict):
            # Past the first doors: a station that speaks for itself in the protocol there is.
            value = value | {"station": who.id, "protocol": 1}
        counter[0] += 1
        body = _packed(value, route.asked)
        request = sign_request(who.key, route.path, station=who.id, counter=counter[0], body=body)
        answer = centre.door.post(route.path, request.headers, body)
        responses = TOLD["paths"][route.path]["post"]["responses"]
        assert str(answer.status) in responses
        if answer.status == 200:
            unpack(answer.body, route.answered)
        else:
            problem = unpack(answer.body, Problem)
            assert problem.code in responses[str(answer.status)]["x-codes"]

    answered()
    after = {table: centre.count(table) for table in KEPT}
    # Requests of made-up content are refused, or ask for something: none of them is an event.
    assert after["events"] == before["events"]
    assert after["feed"] == before["feed"]
    assert after["registrations"] == before["registrations"]


def _packed(value: Any, kind: type[msgspec.Struct]) -> bytes:
    """Return what a station would send: what the schema calls base64 as the bytes it stands for."""
    try:
        plain = msgspec.msgpack.encode(msgspec.convert(value, kind))
    except (msgspec.ValidationError, TypeError, ValueError):
        plain = msgspec.msgpack.encode(_unpacked(value))
    return zstandard.ZstdCompressor().compress(plain)


def _unpacked(value: Any) -> Any:
    """Return a made-up value as MessagePack can say it."""
    match value:
        case dict():
            return {str(name): _unpacked(one) for name, one in value.items()}
        case list():
            return [_unpacked(one) for one in value]
        case str():
            return _bytes_or_text(value)
        case int() if not -(2**63) <= value < 2**64:
            return float(2**70)
        case None | bool() | int() | float() | bytes():
            return value
        case _:
            return str(value)


def _bytes_or_text(text: str) -> bytes | str:
    try:
        return base64.b64decode(text, validate=True) if len(text) % 4 == 0 and text else text
    except (binascii.Error, ValueError):
        return text.encode("utf-8", "replace").decode("utf-8")
