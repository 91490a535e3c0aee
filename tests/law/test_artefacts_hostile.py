"""A pack file is hostile until its seal holds: nothing in it is parsed, or believed, before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.app.law import shipped_law
from desktop.policy import LawRefused
from desktop.wire.pack_check import check_pack
from desktop.wire.pack_file import split_pack
from desktop.wire.pack_signature import TrustedKeys, read_seal
from tests.law.artefacts import KEYS, raised, signed

WHOLE = signed(raised())
SEAL_CODES = {"LAW_PACK_FORM", "LAW_UNSIGNED", "LAW_SIGNATURE", "LAW_KEY_UNKNOWN"}


@given(place=st.integers(0, len(WHOLE) - 1), bit=st.integers(0, 7))
def test_no_bit_of_a_pack_file_can_be_turned(place: int, bit: int) -> None:
    data = bytearray(WHOLE)
    data[place] ^= 1 << bit
    with pytest.raises(LawRefused) as refused:
        check_pack(shipped_law(), "x.lawpack", bytes(data), KEYS)
    assert refused.value.code in SEAL_CODES


@given(start=st.integers(0, len(WHOLE) - 1), length=st.integers(1, 200))
def test_nothing_can_be_cut_out_of_a_pack_file(start: int, length: int) -> None:
    data = WHOLE[:start] + WHOLE[start + length :]
    if data == WHOLE[:-1]:
        return  # the line end after the signature says nothing
    with pytest.raises(LawRefused) as refused:
        check_pack(shipped_law(), "x.lawpack", data, KEYS)
    assert refused.value.code in SEAL_CODES


@given(data=st.binary(max_size=400))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(LawRefused):
        check_pack(shipped_law(), "x.lawpack", data, KEYS)


@given(text=st.text(max_size=200))
def test_any_seal_and_any_list_of_keys_is_refused_in_words(text: str) -> None:
    with pytest.raises(LawRefused):
        read_seal("x.seal", text)
    line = "x" + text.strip()
    with pytest.raises(LawRefused, match="LAW_KEYS_UNREADABLE"):
        TrustedKeys.parse("keys", line)


def test_a_second_seal_or_a_second_set_of_cases_does_not_slip_in() -> None:
    text, mark, rest = WHOLE.partition(b"\n=== worked cases ===\n")
    twice = text + mark + b"{}\n" + mark + rest
    with pytest.raises(LawRefused, match="cases were altered"):
        check_pack(shipped_law(), "x.lawpack", twice, KEYS)
    assert split_pack("x", WHOLE + b"\n=== seal ===\n").text == raised()
    with pytest.raises(LawRefused, match="cannot be read"):
        check_pack(shipped_law(), "x.lawpack", WHOLE + b"\n=== seal ===\n", KEYS)
