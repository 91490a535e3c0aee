"""The description of the wire says what the centre does: paths, media types, headers, codes."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator

import httpx
import msgspec
import pytest
from fastapi import FastAPI
from starlette.routing import Route as Served

from desktop.server.description import DESCRIPTION_PATH, HEALTH_PATH, PAGE_PATH, description
from desktop.server.door import Door
from desktop.server.http import make_app
from desktop.server.workers import Workers
from desktop.wire.codec import CONTENT_TYPE, pack, unpack
from desktop.wire.messages import ExchangeReply, Problem, Registration
from desktop.wire.problems import PROBLEMS
from desktop.wire.requests import (
    EXCHANGE_PATH,
    REGISTER_PATH,
    SIGNATURE_HEADER,
    SignedRequest,
    sign_request,
)
from desktop.wire.routes import EVERYWHERE, ROUTES
from desktop.wire.signing import SigningKey
from tests.helpers.centre import new_centre, new_station
from tests.helpers.exchanges import BEGINNING


@pytest.fixture
def app() -> Iterator[FastAPI]:
    workers = Workers(_no_door, count=1)
    yield make_app(workers)
    workers.close()


def _no_door() -> tuple[Door, Callable[[], None]]:
    raise AssertionError("nothing is asked here")


def test_the_paths_described_are_the_paths_answered(app: FastAPI) -> None:
    answered = {
        (route.path, method.lower())
        for route in app.routes
        if isinstance(route, Served)
        for method in route.methods or ()
        if method != "HEAD"
    }
    described = {
        (path, method) for path, methods in description()["paths"].items() for method in methods
    }
    assert described == answered


def test_every_operation_says_media_type_signing_headers_and_every_code() -> None:
    told = description()
    for route in ROUTES:
        operation = told["paths"][route.path]["post"]
        assert list(operation["requestBody"]["content"]) == [CONTENT_TYPE]
        assert {one["name"] for one in operation["parameters"]} == set(_example().headers)
        assert SIGNATURE_HEADER in operation["responses"]["200"]["headers"]
        codes = {
            code: int(status)
            for status, response in operation["responses"].items()
            for code in response.get("x-codes", ())
        }
        for code in (*EVERYWHERE, *route.codes):
            assert codes[code] == PROBLEMS[code].status
        for response in operation["responses"].values():
            assert list(response["content"]) == [CONTENT_TYPE]


def test_what_is_signed_fits_the_patterns_told() -> None:
    parameters = description()["paths"][EXCHANGE_PATH]["post"]["parameters"]
    for one in parameters:
        assert re.search(one["schema"]["pattern"], _example().headers[one["name"]])


def test_schemas_are_those_of_the_messages() -> None:
    schemas = description()["components"]["schemas"]
    for route in ROUTES:
        for kind in (route.asked, route.answered):
            assert set(schemas[kind.__name__]["properties"]) == set(kind.__struct_fields__)
            assert schemas[kind.__name__]["additionalProperties"] is False
    problem = schemas[Problem.__name__]
    assert set(problem["required"]) == {"code", "message"}


def test_every_reference_leads_somewhere() -> None:
    told = description()
    references = set(re.findall(rb'"#/components/schemas/(\w+)"', msgspec.json.encode(told)))
    assert {name.decode() for name in references} <= set(told["components"]["schemas"])
    assert b"ExchangeReply" in references


def test_description_and_page_are_served_and_ask_nobody_for_anything(app: FastAPI) -> None:
    told, page, health = _get(app, DESCRIPTION_PATH, PAGE_PATH, HEALTH_PATH)
    assert told.json() == json.loads(json.dumps(description()))
    assert page.headers["content-type"].startswith("text/html")
    assert not re.search(r"(src|href|url)\s*[=(]|<script|@import|https?://", page.text)
    for route in ROUTES:
        assert route.path in page.text
        for name in (*route.asked.__struct_fields__, *route.answered.__struct_fields__):
            assert f"<td>{name}</td>" in page.text
    for code in EVERYWHERE:
        assert code in page.text
    assert health.status_code == 200


def test_a_station_written_from_the_description_alone_is_served() -> None:
    """Signs and reads by the words of the description, with nothing of ours but the codec."""
    import hashlib

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    centre, store = new_centre(), new_station(1)
    key = store.station.key

    def ask(path: str, counter: int, message: dict[str, object], code: int) -> bytes:
        body = _packed(message)
        digest = hashlib.sha256(body).hexdigest()
        text = "\n".join(
            ("canbao-request-1", "POST", path, store.station.id, str(counter), digest)
        ).encode()
        headers = {
            "x-canbao-station": store.station.id,
            "x-canbao-counter": str(counter),
            "x-canbao-signature": key.sign(text).hex(),
        }
        answer = centre.door.post(path, headers, body)
        assert answer.status == code
        covered = (
            f"canbao-answer-1\n{hashlib.sha256(text).hexdigest()}\n"
            f"{hashlib.sha256(answer.body).hexdigest()}"
        )
        Ed25519PublicKey.from_public_bytes(centre.database.centre.key.public).verify(
            bytes.fromhex(answer.headers["x-canbao-signature"]), covered.encode()
        )
        return answer.body

    station = store.station
    ask(
        REGISTER_PATH,
        1,
        {
            "protocol": 1,
            "code": centre.code(),
            "station": station.id,
            "county": station.county,
            "division": station.division,
            "name": "x",
            "public_key": key.public,
            "training_day": "2021-11-15",
        },
        200,
    )
    reply = ask(
        EXCHANGE_PATH,
        2,
        {
            "station": station.id,
            "protocol": 1,
            "progress": {"cursor": 0, "count": 0, "hash": BEGINNING.hash},
            "unspent": 0,
        },
        200,
    )
    assert unpack(reply, ExchangeReply).progress.cursor == 0


def _get(app: FastAPI, *paths: str) -> list[httpx.Response]:
    async def ask() -> list[httpx.Response]:
        way = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=way, base_url="http://centre.test") as client:
            return [await client.get(path) for path in paths]

    return asyncio.run(ask())


def _packed(message: dict[str, object]) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(message))


def _example() -> SignedRequest:
    registration = Registration(
        protocol=1,
        code="x",
        station="a" * 32,
        county="539999",
        division="539999",
        name="x",
        public_key=bytes(32),
    )
    body = pack(registration)
    return sign_request(
        SigningKey(bytes(32)), REGISTER_PATH, station="a" * 32, counter=1, body=body
    )
