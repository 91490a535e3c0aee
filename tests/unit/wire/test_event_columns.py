"""Columns give every body back to the byte, whatever it is; and swell to nothing unforeseen."""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.errors import Refused
from desktop.domain.events import hash_of
from desktop.wire.codec import pack, unpack
from desktop.wire.event_columns import Columns, pack_bodies, unpack_bodies
from desktop.wire.fill_messages import PackedFeed, pack_feed, unpack_feed
from desktop.wire.messages import FeedEntry

_IDS = st.sampled_from([f"{place:032x}" for place in range(4)])
_CODES = st.one_of(
    st.binary(min_size=1, max_size=200).map(
        lambda raw: "CB1:" + base64.b32encode(raw).decode().rstrip("=")
    ),
    # Letters that spell no bytes, or would be spelled otherwise.
    st.text("ABZ2701=", max_size=30).map("CB1:".__add__),
)
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-20, 20),
    st.integers(),
    _IDS,
    _CODES,
    st.text(max_size=8),
)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "seq", "prev", "a b", '"', "名"]), inner, max_size=3
        ),
    ),
    max_leaves=8,
)
_JSON = st.one_of(
    _VALUES.map(
        lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
    ),
    _VALUES.map(lambda value: json.dumps(value, indent=1).encode()),
    st.binary(max_size=60),
)


@given(st.lists(_JSON, max_size=8))
def test_any_bodies_come_back_to_the_byte(bodies: list[bytes]) -> None:
    packed = unpack(pack(pack_bodies(bodies)), Columns)
    assert unpack_bodies(packed) == bodies


def test_a_chain_of_events_needs_few_words() -> None:
    bodies, prev = [], "0" * 64
    for seq in range(100):
        body = json.dumps({"prev": prev, "seq": seq, "county": "539999"}).replace(" ", "").encode()
        bodies.append(body)
        prev = hash_of(body)
    columns = pack_bodies(bodies)
    assert unpack_bodies(columns) == bodies
    assert len(pack(columns)) < 250


@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.booleans(), st.integers(0, 5), _IDS), min_size=1, max_size=9
    )
)
def test_entries_of_the_feed_come_back(drawn: list[tuple[int, bool, int, str]]) -> None:
    position, entries = 0, []
    for step, bare, origin, name in drawn:
        position += step
        body = b"" if bare else b'{"id":"%s"}' % name.encode()
        signature = b"" if bare else bytes([step]) * 64
        entries.append(
            FeedEntry(position=position, id=name, body=body, signature=signature, origin=origin)
        )
    assert unpack_feed(unpack(pack(pack_feed(entries)), PackedFeed)) == tuple(entries)


def test_a_receipts_code_goes_over_as_the_bytes_it_spells() -> None:
    raw = bytes(range(180))
    text = "CB1:" + base64.b32encode(raw).decode().rstrip("=")
    body = json.dumps({"code": text}, separators=(",", ":")).encode()
    columns = pack_bodies([body, body])
    assert (columns.columns, columns.codes) == ((b"#180\n#180",), raw + raw)
    assert unpack_bodies(columns) == [body, body]


@pytest.mark.parametrize("told", [b"#", b"#0", b"#3", b"#-1", b"#x", b"#1001", b"#1"])
def test_codes_that_do_not_add_up_are_refused(told: bytes) -> None:
    columns = Columns(
        templates=((b'{"code":', b"}"),), which=(0,), columns=(told,), ids=b"", codes=b"ab"
    )
    with pytest.raises(Refused, match="MESSAGE_UNREADABLE"):
        unpack_bodies(columns)


@pytest.mark.parametrize("ids", [b"x", b"x" * 15, b"x" * 17, b"x" * 32])
def test_ids_that_do_not_add_up_are_refused(ids: bytes) -> None:
    columns = Columns(templates=((b'{"id":', b"}"),), which=(0,), columns=(b"^",), ids=ids)
    with pytest.raises(Refused, match="MESSAGE_UNREADABLE"):
        unpack_bodies(columns)


def test_what_swells_is_refused() -> None:
    bomb = Columns(templates=((b"x" * 100_000,),), which=(0,) * 1000, columns=(), ids=b"")
    with pytest.raises(Refused, match="MESSAGE_TOO_LARGE"):
        unpack_bodies(bomb)


_BYTES = st.one_of(
    st.sampled_from(
        [b"^", b"+", b"=", b"1", b"^1", b"^9", b"1\n+\n+", b"#2", b"^\n^1\n^2", b"", b"\n"]
    ),
    st.binary(max_size=12),
)


@given(
    st.lists(st.lists(st.one_of(_BYTES, st.just(b'"id":')), min_size=1, max_size=4), max_size=4),
    st.lists(st.integers(0, 5), max_size=6),
    st.lists(_BYTES, max_size=5),
    st.binary(max_size=40),
    st.binary(max_size=4),
)
def test_anything_at_all_is_taken_or_refused(
    templates: list[list[bytes]], which: list[int], columns: list[bytes], ids: bytes, codes: bytes
) -> None:
    made = Columns(
        templates=tuple(tuple(one) for one in templates),
        which=tuple(which),
        columns=tuple(columns),
        ids=ids,
        codes=codes,
    )
    found = len(which)
    with suppress(Refused):
        found = len(unpack_bodies(made))
    assert found == len(which)


@given(st.lists(st.integers(0, 3), max_size=4), st.lists(st.integers(-2, 6), max_size=4))
def test_entries_that_do_not_add_up_are_refused(steps: list[int], bare: list[int]) -> None:
    made = PackedFeed(
        steps=tuple(steps),
        bare=tuple((place, "0" * 32) for place in bare),
        bodies=pack_bodies([]),
        signatures=b"",
    )
    whole = set(bare) == set(range(len(steps)))
    if whole:
        assert len(unpack_feed(made)) == len(steps)
    else:
        with pytest.raises(Refused, match="MESSAGE_UNREADABLE"):
            unpack_feed(made)


def test_a_body_that_is_no_event_is_refused() -> None:
    made = PackedFeed(steps=(1,), bodies=pack_bodies([b'{"no":1}']), signatures=bytes(64))
    with pytest.raises(Refused, match="MESSAGE_UNREADABLE"):
        unpack_feed(made)
    assert isinstance(msgspec.msgpack.encode(made), bytes)
