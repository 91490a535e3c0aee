"""Fuzz: whatever bytes or values come, a message, a packet or a refusal with a code comes out.

Bytes at random, honest messages damaged, and honest structures with values no honest end would
send. Nothing else may ever be raised, and nothing may swell.
"""

from __future__ import annotations

import tracemalloc

import msgspec
import pytest
import zstandard
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.base.errors import CanbaoError
from desktop.wire.codec import MESSAGE_BYTES_MAX, pack, unpack
from desktop.wire.messages import ExchangeRequest, Problem, Progress, Registration, SentEvent
from desktop.wire.packet import open_packet, read_header
from desktop.wire.packet_parts import answer_in, question_in
from desktop.wire.requests import (
    COUNTER_HEADER,
    SIGNATURE_HEADER,
    STATION_HEADER,
    check_request,
    is_station,
    read_request,
)
from desktop.wire.routes import ROUTES
from desktop.wire.signing import SigningKey

KINDS = (*(kind for route in ROUTES for kind in (route.asked, route.answered)), Problem)
KEY = SigningKey(bytes(range(32)))
HONEST = pack(
    ExchangeRequest(
        station="a" * 32,
        protocol=1,
        progress=Progress(cursor=7, count=3, hash=bytes(32)),
        events=(SentEvent(body=b'{"id": "x"}' * 20, signature=bytes(64)),),
        unspent=5,
    )
)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=True)
    | st.binary(max_size=80) | st.text(max_size=80)
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=12), inner),
    max_leaves=20,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.binary(max_size=300))
@settings(max_examples=60)
def test_bytes_at_random(kind: type[msgspec.Struct], data: bytes) -> None:
    for bytes_ in (data, zstandard.ZstdCompressor().compress(data)):
        try:
            unpack(bytes_, kind)
        except CanbaoError as error:
            assert error.code in ("MESSAGE_UNREADABLE", "MESSAGE_TOO_LARGE")  # noqa: PT017


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(draw=st.data())
@settings(max_examples=60)
def test_honest_fields_with_values_nobody_would_send(
    kind: type[msgspec.Struct], draw: st.DataObject
) -> None:
    value = draw.draw(
        st.fixed_dictionaries({}, optional=dict.fromkeys(kind.__struct_fields__, VALUES))
    )
    data = zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(value))
    try:
        message = unpack(data, kind)
    except CanbaoError as error:
        assert error.code == "MESSAGE_UNREADABLE"  # noqa: PT017
    else:
        # What is taken is what can be said again.
        assert unpack(pack(message), kind) == message


@given(at=st.integers(0, len(HONEST) - 1), value=st.integers(0, 255), cut=st.integers(0, 400))
@settings(max_examples=200)
def test_an_honest_message_damaged(at: int, value: int, cut: int) -> None:
    damaged = bytearray(HONEST)
    damaged[at] = value
    for data in (bytes(damaged), HONEST[:cut], HONEST + bytes(damaged)[:cut]):
        try:
            unpack(data, ExchangeRequest)
        except CanbaoError as error:
            assert error.code in ("MESSAGE_UNREADABLE", "MESSAGE_TOO_LARGE")  # noqa: PT017


@given(station=st.text(max_size=40), counter=st.text(max_size=24), signature=st.text(max_size=140))
@example(station="a" * 32, counter="1" * 16, signature="0" * 128)
@example(station="a" * 31 + "\n", counter="1", signature="0" * 128)
@example(station="a" * 32, counter="１２３", signature="0" * 128)
@example(station="a" * 32, counter="1\r\nx: y", signature="0" * 128)
@example(station="' OR '1'='1' --".ljust(32, "a"), counter="1", signature="0" * 128)
@settings(max_examples=200)
def test_headers_are_an_id_a_number_and_a_signature_or_nothing(
    station: str, counter: str, signature: str
) -> None:
    headers = {STATION_HEADER: station, COUNTER_HEADER: counter, SIGNATURE_HEADER: signature}
    try:
        request = read_request("/v1/exchange", headers, b"")
    except CanbaoError as error:
        assert error.code == "REQUEST_UNSIGNED"  # noqa: PT017
        return
    assert is_station(request.station)
    assert str(int(counter)).isascii()
    with pytest.raises(CanbaoError, match="REQUEST_SIGNATURE"):
        check_request(request, KEY.public)


@given(data=st.binary(max_size=400), magic=st.booleans())
@settings(max_examples=200)
def test_packets_at_random(data: bytes, magic: bool) -> None:
    bytes_ = b"CANBAOPK\x00\x01" + data if magic else data
    for read in (
        lambda: read_header(bytes_),
        lambda: open_packet(bytes_, sender=KEY.public, recipient=KEY),
        lambda: question_in(b"E" + data),
        lambda: answer_in(b"F" + data),
    ):
        try:
            read()
        except CanbaoError as error:
            assert error.code.startswith(("PACKET_", "MESSAGE_"))  # noqa: PT017


@pytest.mark.parametrize("copies", [2, 200])
def test_a_bomb_swells_no_further_than_the_limit(copies: int) -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(MESSAGE_BYTES_MAX * copies))
    assert len(bomb) < 100_000
    tracemalloc.start()
    with pytest.raises(CanbaoError, match="MESSAGE_TOO_LARGE"):
        unpack(bomb, Registration)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * MESSAGE_BYTES_MAX


def test_lists_within_lists_end() -> None:
    deep = b"\x91" * 100_000 + b"\xc0"
    with pytest.raises(CanbaoError, match="MESSAGE_UNREADABLE"):
        unpack(zstandard.ZstdCompressor().compress(deep), Registration)
