"""Bytes from outside: whatever they are, a message or a refusal with a code comes out."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.errors import Refused
from desktop.base.resources import resource_path
from desktop.wire import codec
from desktop.wire.codec import (
    DICTIONARY_BYTES_MAX,
    MESSAGE_BYTES_MAX,
    PACKED_BYTES_MAX,
    pack,
    unpack,
)
from desktop.wire.messages import (
    BATCH_EVENTS_MAX,
    ExchangeReply,
    ExchangeRequest,
    FeedEntry,
    Progress,
    Registration,
    SentEvent,
    Verdict,
)

PROGRESS = Progress(cursor=7, count=3, hash=bytes(32))
REQUEST = ExchangeRequest(
    station="a" * 32,
    protocol=1,
    progress=PROGRESS,
    events=(SentEvent(body=b"{}", signature=bytes(64)),),
    unspent=5,
)


def packed(value: object) -> bytes:
    return zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(value))


def refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        unpack(data, ExchangeRequest)
    assert caught.value.code == code


@given(
    body=st.binary(max_size=500),
    numbers=st.tuples(st.integers(0, 2**53), st.integers(0, 2**53)),
    more=st.booleans(),
)
def test_what_is_packed_is_unpacked(body: bytes, numbers: tuple[int, int], more: bool) -> None:
    reply = ExchangeReply(
        verdicts=(Verdict(seq=numbers[0], outcome="accepted"),),
        feed=(FeedEntry(position=numbers[1], id="b" * 32, body=body, signature=bytes(64)),),
        progress=PROGRESS,
        more=more,
        server_time="2021-11-15T04:00:00.000Z",
    )
    assert unpack(pack(reply), ExchangeReply) == reply


@given(st.binary(max_size=2_000))
def test_any_bytes_give_a_code_and_never_another_error(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        unpack(data, ExchangeRequest)
    assert caught.value.code in {"MESSAGE_UNREADABLE", "MESSAGE_TOO_LARGE"}


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_an_altered_message_is_read_whole_or_refused(place: int, value: int) -> None:
    data = bytearray(pack(REQUEST))
    data[place % len(data)] = value
    try:
        found: object = unpack(bytes(data), ExchangeRequest)
    except Refused as error:
        found = error.code
    readable = isinstance(found, ExchangeRequest)
    assert readable or found in {"MESSAGE_UNREADABLE", "MESSAGE_TOO_LARGE"}


def test_a_compression_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(400 * 1024 * 1024))
    assert len(bomb) < 64 * 1024
    refused(bomb, "MESSAGE_TOO_LARGE")


def test_a_frame_that_lies_about_its_size_is_bounded_all_the_same() -> None:
    unsized = zstandard.ZstdCompressor(write_content_size=False)
    refused(unsized.compress(bytes(MESSAGE_BYTES_MAX + 1)), "MESSAGE_TOO_LARGE")
    frame = bytearray(zstandard.ZstdCompressor().compress(bytes(100_000)))
    frame[5:7] = b"\x00\x00"
    refused(bytes(frame), "MESSAGE_UNREADABLE")


def test_a_message_too_large_for_the_wire_is_not_even_looked_at() -> None:
    refused(bytes(PACKED_BYTES_MAX + 1), "MESSAGE_TOO_LARGE")


def test_a_window_no_station_uses_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27, compression_level=1)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    refused(packer.compress(b"x" * 10) + packer.flush(), "MESSAGE_UNREADABLE")


def test_a_cut_frame_is_refused_and_bytes_after_it_say_nothing() -> None:
    data = pack(REQUEST)
    refused(data[:-1], "MESSAGE_UNREADABLE")
    refused(b"", "MESSAGE_UNREADABLE")
    assert unpack(data + b"tail", ExchangeRequest) == REQUEST


def test_limits_are_checked_while_decoding() -> None:
    plain = msgspec.to_builtins(REQUEST, builtin_types=(bytes,))
    event = plain["events"][0]
    for wrong in (
        plain | {"events": [event] * (BATCH_EVENTS_MAX + 1)},
        plain | {"station": "A" * 32},
        plain | {"station": "a" * 31},
        plain | {"station": "a" * 32 + "\n"},
        plain | {"unspent": -1},
        plain | {"unspent": 2**60},
        plain | {"unspent": 1.5},
        plain | {"surprise": 1},
        plain | {"events": [event | {"signature": bytes(63)}]},
        plain | {"events": [event | {"body": bytes(codec.MESSAGE_BYTES_MAX // 4)}]},
        plain | {"progress": {"cursor": 1}},
        [1, 2, 3],
    ):
        refused(packed(wrong), "MESSAGE_UNREADABLE")
    assert unpack(packed(plain), ExchangeRequest) == REQUEST


def test_a_deeply_nested_message_does_not_exhaust_the_stack() -> None:
    refused(zstandard.ZstdCompressor().compress(b"\x91" * 200_000), "MESSAGE_UNREADABLE")


@pytest.mark.parametrize("division", ["539999", "539999001", "539999001001"])
def test_a_division_has_6_9_or_12_digits(division: str) -> None:
    asked = Registration(
        protocol=1,
        code="x",
        station="a" * 32,
        county="539999",
        division=division,
        name="站",
        public_key=bytes(32),
    )
    assert unpack(pack(asked), Registration) == asked
    with pytest.raises(Refused):
        unpack(pack(msgspec.structs.replace(asked, division=division + "0")), Registration)


class TestDictionary:
    def test_a_released_dictionary_is_never_changed(self) -> None:
        digest = hashlib.sha256(resource_path("wire", "messages-1.zdict").read_bytes()).hexdigest()
        assert digest == "ccdba555bf5de7c483f01d5751a92a5bd58cb018f858e3fbf9dc3905c3b3a8a7"

    def test_small_messages_are_packed_with_it_and_others_are_read_all_the_same(self) -> None:
        small = pack(REQUEST)
        assert zstandard.get_frame_parameters(small).dict_id == 1001
        without = packed(msgspec.to_builtins(REQUEST, builtin_types=(bytes,)))
        assert zstandard.get_frame_parameters(without).dict_id == 0
        assert unpack(small, ExchangeRequest) == unpack(without, ExchangeRequest) == REQUEST
        assert len(small) < len(without)

    def test_large_messages_go_without(self) -> None:
        event = SentEvent(body=b"x" * DICTIONARY_BYTES_MAX, signature=bytes(64))
        large = msgspec.structs.replace(REQUEST, events=(event,))
        assert zstandard.get_frame_parameters(pack(large)).dict_id == 0
        assert unpack(pack(large), ExchangeRequest) == large

    def test_a_frame_of_another_dictionary_is_refused(self) -> None:
        frame = bytearray(pack(REQUEST))
        at = frame.index((1001).to_bytes(2, "little"))
        frame[at : at + 2] = (999).to_bytes(2, "little")
        refused(bytes(frame), "MESSAGE_UNREADABLE")


_MANY_AT_ONCE = """
from __future__ import annotations
import sys, threading
from msgspec import Struct
from desktop.wire.codec import pack, unpack

sys.setswitchinterval(1e-6)
kinds = []
for _ in range(40):
    spread = {"Struct": Struct, "__name__": __name__}
    exec("class B(Struct):\\n b: B | None = None\\n w: dict[str, B] = {}\\n"
         "class A(Struct):\\n b: B\\n c: list[B]\\n", spread)
    for kind in (spread["A"], spread["B"]):
        kind.__module__ = f"made{len(kinds)}"
    sys.modules[f"made{len(kinds)}"] = type(sys)(f"made{len(kinds)}")
    sys.modules[f"made{len(kinds)}"].__dict__.update(spread)
    kinds.append(spread["A"])
B = spread["B"]
data = pack(spread["A"](b=B(b=B(), w={"x": B()}), c=[B()]))
together = threading.Barrier(8)

def read():
    for kind in kinds:
        together.wait()
        unpack(data, kind)

threads = [threading.Thread(target=read) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
"""


def test_threads_may_meet_a_kind_of_message_for_the_first_time_together() -> None:
    # A process of its own: what goes wrong here ends it.
    done = subprocess.run([sys.executable, "-c", _MANY_AT_ONCE], check=False, timeout=120)
    assert done.returncode == 0
