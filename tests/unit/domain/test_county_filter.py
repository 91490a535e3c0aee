"""Goal: nobody in a list is missed, hardly anybody else is found, nothing broken is believed."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.errors import Refused
from desktop.domain.county_filter import (
    MARK_BITS,
    SECRET_BYTES,
    CountyFilter,
    Layer,
    make_layer,
    mark_of,
)

SECRET = bytes(range(SECRET_BYTES))
TOP = (1 << MARK_BITS) - 1
MARKS = st.sets(
    st.one_of(st.integers(0, TOP), st.integers(0, 2_000), st.integers(TOP - 2_000, TOP)),
    max_size=400,
)


def read(content: bytes) -> Layer:
    layer = Layer.parse(content)
    layer.check()
    return layer


@given(MARKS, st.lists(st.integers(0, TOP), max_size=50))
def test_a_layer_holds_its_marks_and_no_other(marks: set[int], others: list[int]) -> None:
    layer = read(make_layer(marks))
    assert layer.count == len(marks)
    assert all(mark in layer for mark in marks)
    beside = {max(0, min(TOP, mark + step)) for mark in marks for step in (-1, 1)}
    assert not any(mark in layer for mark in (beside | set(others)) - marks)


def test_equal_sets_are_equal_bytes_whatever_the_order() -> None:
    chance = random.Random(1)
    marks = [chance.getrandbits(MARK_BITS) for _ in range(5_000)]
    assert make_layer(marks) == make_layer(sorted(marks * 2, reverse=True))


@pytest.mark.parametrize("wrong", [-1, TOP + 1])
def test_what_is_no_mark_makes_no_layer(wrong: int) -> None:
    with pytest.raises(ValueError, match="36 bits"):
        make_layer([5, wrong])


def test_a_person_costs_two_and_a_half_bytes_and_strangers_are_not_found() -> None:
    people = [mark_of(SECRET, "paid", 2021, f"539999{n:012d}") for n in range(40_000)]
    content = make_layer(people)
    assert len(content) / len(people) < 3.0
    layer = read(content)
    assert all(mark in layer for mark in people[:2_000])
    strangers = (mark_of(SECRET, "paid", 2021, f"532301{n:012d}") for n in range(20_000))
    # 40,000 / 2**36 of 20,000 is one in a hundred: three would be a broken filter.
    assert sum(mark in layer for mark in strangers) < 3


def test_a_million_people_stay_within_one_in_65536() -> None:
    assert 1_048_576 / 2**MARK_BITS <= 1 / 65_536


def test_marks_of_another_list_year_or_county_have_nothing_in_common() -> None:
    number = "539999197503010038"
    marks = {
        mark_of(SECRET, "paid", 2021, number),
        mark_of(SECRET, "paid", 2022, number),
        mark_of(SECRET, "enrolled", 2021, number),
        mark_of(bytes(32), "paid", 2021, number),
    }
    assert len(marks) == 4


def test_a_filter_of_several_layers_holds_what_any_of_them_holds() -> None:
    first, later, stranger = "539999197503010038", "539999195002020246", "539999201009010436"
    layers = tuple(
        read(make_layer([mark_of(SECRET, "paid", 2021, number)])) for number in (first, later)
    )
    held = CountyFilter(1, SECRET, {("paid", 2021): layers})
    assert held.holds("paid", 2021, first)
    assert held.holds("paid", 2021, later)
    assert not held.holds("paid", 2021, stranger)
    assert not held.holds("paid", 2022, first)
    assert not held.holds("dead", 0, first)


@settings(max_examples=300)
@given(st.data())
def test_no_altered_layer_does_more_than_be_refused_or_answer(data: st.DataObject) -> None:
    chance = random.Random(3)
    content = bytearray(make_layer(chance.getrandbits(MARK_BITS) for _ in range(300)))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for altered in (bytes(content), bytes(content[:cut]), bytes(content) + b"\0"):
        assert _asked(altered, 12345) in ("FILTER_UNREADABLE", "yes", "no")


def _asked(content: bytes, mark: int) -> str:
    try:
        return "yes" if mark in Layer.parse(content) else "no"
    except Refused as error:
        return error.code


@pytest.mark.parametrize(
    ("place", "form", "value"),
    [
        (0, ">4s", b"CBM2"),
        (4, ">B", 35),
        (5, ">B", 60),
        (6, ">B", 64),
        (8, ">I", 2**32 - 1),
        (12, ">I", 7),
    ],
)
def test_a_header_that_lies_is_refused(place: int, form: str, value: object) -> None:
    content = bytearray(make_layer(range(0, 2**MARK_BITS, 2**26)))
    struct.pack_into(form, content, place, value)
    with pytest.raises(Refused, match="FILTER_UNREADABLE"):
        read(bytes(content))


def test_a_layer_whose_count_lies_is_refused_when_it_is_checked() -> None:
    content = bytearray(make_layer([1, 2, 3]))
    struct.pack_into(">I", content, 8, 4)
    layer = Layer.parse(bytes(content))
    with pytest.raises(Refused, match="its count"):
        layer.check()
