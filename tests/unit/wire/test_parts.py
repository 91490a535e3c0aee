"""Scopes, numbers, rolling hashes and signed requests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.errors import Refused
from desktop.domain.receipt import receipt_number
from desktop.wire import numbering, requests
from desktop.wire.rolling import START, Rolling
from desktop.wire.scope import in_scope, is_division, scope_of
from desktop.wire.signing import SigningKey

KEY = SigningKey(bytes(range(32)))
STATION = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("division", "scope"),
    [
        ("532301", "532301"),
        ("532301000000", "532301"),
        ("532301100", "532301100"),
        ("532301100000", "532301100"),
        ("532301100201", "532301100201"),
    ],
)
def test_a_station_sees_what_lies_under_its_division(division: str, scope: str) -> None:
    assert scope_of(division) == scope
    assert in_scope(division, scope)
    assert in_scope(scope + "9", scope)
    assert not in_scope("99" + division[2:], scope)
    assert not in_scope("", scope)


@pytest.mark.parametrize("text", ["", "53230", "5323011", "53230a", "５３２３０１", "532301 "])
def test_what_is_no_division_code(text: str) -> None:
    assert not is_division(text)


def test_station_codes_are_distinct_and_without_letters_like_digits() -> None:
    codes = [numbering.station_code(n) for n in range(1, numbering.STATIONS_MAX + 1)]
    assert len(set(codes)) == len(codes)
    assert {len(code) for code in codes} == {4}
    assert not any(code[0] in "IO" for code in codes)
    assert (codes[0], codes[998], codes[999], codes[-1]) == ("A001", "A999", "B001", "Z999")
    for wrong in (0, numbering.STATIONS_MAX + 1):
        with pytest.raises(ValueError, match="stations"):
            numbering.station_code(wrong)


def test_a_receipt_number_says_county_station_and_serial() -> None:
    prefix = numbering.segment_prefix("539999", "A001")
    assert receipt_number(prefix, 1) == "539999-A001-00000001"


@given(
    st.lists(st.tuples(st.integers(1, 2**40), st.binary(min_size=32, max_size=32)), max_size=8),
    st.integers(0, 8),
)
def test_rolling_on_in_steps_is_rolling_at_once(entries: list[tuple[int, bytes]], cut: int) -> None:
    whole = Rolling()
    for position, digest in entries:
        whole = whole.add(position, digest.hex())
    first = Rolling()
    for position, digest in entries[:cut]:
        first = first.add(position, digest.hex())
    again = Rolling(first.count, first.hash)
    for position, digest in entries[cut:]:
        again = again.add(position, digest.hex())
    assert again == whole
    assert whole.count == len(entries)
    if entries:
        assert whole.hash != START
        moved = Rolling().add(entries[0][0] + 1, entries[0][1].hex())
        assert moved != Rolling().add(entries[0][0], entries[0][1].hex())


class TestRequests:
    def test_a_signed_request_is_read_back_and_holds(self) -> None:
        made = requests.sign_request(KEY, "/v1/exchange", station=STATION, counter=7, body=b"x")
        read = requests.read_request("/v1/exchange", made.headers, b"x")
        assert read == made
        requests.check_request(read, KEY.public)

    @pytest.mark.parametrize("part", ["path", "body", "counter", "station", "key"])
    def test_nothing_of_a_request_can_be_changed(self, part: str) -> None:
        made = requests.sign_request(KEY, "/v1/exchange", station=STATION, counter=7, body=b"x")
        headers, path, body, public = dict(made.headers), made.path, b"x", KEY.public
        if part == "path":
            path = "/v1/register"
        elif part == "body":
            body = b"y"
        elif part == "counter":
            headers[requests.COUNTER_HEADER] = "8"
        elif part == "station":
            headers[requests.STATION_HEADER] = "f" * 32
        else:
            public = SigningKey(bytes(32)).public
        with pytest.raises(Refused, match="REQUEST_SIGNATURE"):
            requests.check_request(requests.read_request(path, headers, body), public)

    @pytest.mark.parametrize(
        ("header", "value"),
        [
            (requests.STATION_HEADER, ""),
            (requests.STATION_HEADER, "A" * 32),
            (requests.STATION_HEADER, "' OR 1=1 --"),
            (requests.COUNTER_HEADER, "-1"),
            (requests.COUNTER_HEADER, "1e3"),
            (requests.COUNTER_HEADER, "٣"),
            (requests.COUNTER_HEADER, "9" * 400),
            (requests.COUNTER_HEADER, str(2**53 + 1)),
            (requests.SIGNATURE_HEADER, "zz" * 64),
            (requests.SIGNATURE_HEADER, "00"),
        ],
    )
    def test_headers_that_are_none_are_refused(self, header: str, value: str) -> None:
        made = requests.sign_request(KEY, "/v1/exchange", station=STATION, counter=7, body=b"x")
        with pytest.raises(Refused, match="REQUEST_UNSIGNED"):
            requests.read_request("/v1/exchange", made.headers | {header: value}, b"x")

    def test_an_answer_belongs_to_its_request_alone(self) -> None:
        one, two = (
            requests.sign_request(KEY, "/v1/exchange", station=STATION, counter=n, body=b"x")
            for n in (1, 2)
        )
        signature = requests.sign_answer(KEY, one, b"answer")
        assert requests.answer_holds(KEY.public, one, b"answer", signature)
        assert not requests.answer_holds(KEY.public, two, b"answer", signature)
        assert not requests.answer_holds(KEY.public, one, b"other", signature)
        assert not requests.answer_holds(KEY.public, one, b"answer", b"")
