"""Amounts in fen, as text, as figures and in capital figures."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.money import FEN_MAX, capital_figures, fen_display, fen_from_text, fen_text

FEN = st.integers(0, FEN_MAX)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("320.00", "叁佰贰拾元整"),
        ("120.00", "壹佰贰拾元整"),
        ("10.00", "壹拾元整"),
        ("695.00", "陆佰玖拾伍元整"),
        ("1005.00", "壹仟零伍元整"),
        ("1010.00", "壹仟零壹拾元整"),
        ("10020.00", "壹万零贰拾元整"),
        ("100500.00", "壹拾万零伍佰元整"),
        ("1000000.00", "壹佰万元整"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("120320.00", "壹拾贰万零叁佰贰拾元整"),
        ("0.00", "零元整"),
    ],
)
def test_the_rule_books_own_examples(amount: str, words: str) -> None:
    assert capital_figures(fen_from_text(amount)) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0.01", "壹分"),
        ("0.10", "壹角整"),
        ("0.25", "贰角伍分"),
        ("1.00", "壹元整"),
        ("1.05", "壹元零伍分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("10000000.00", "壹仟万元整"),
        ("10000001.00", "壹仟万零壹元整"),
        ("100000000.00", "壹亿元整"),
        ("100010000.00", "壹亿零壹万元整"),
        ("100000001.00", "壹亿零壹元整"),
        ("110001000.00", "壹亿壹仟万壹仟元整"),
        ("9999999.99", "玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        ("1001001001.00", "壹拾亿零壹佰万壹仟零壹元整"),
    ],
)
def test_zeros_in_every_place(amount: str, words: str) -> None:
    assert capital_figures(fen_from_text(amount)) == words


@given(FEN)
def test_capital_figures_can_be_read_back(fen: int) -> None:
    assert _read(capital_figures(fen)) == fen


@given(FEN)
def test_zeros_are_written_once_and_whole_amounts_are_closed(fen: int) -> None:
    words = capital_figures(fen)

    assert "零零" not in words
    assert not re.search("零[元万亿角分]", words.removeprefix("零元"))
    assert words.endswith("整") == (fen % 10 == 0)
    assert words.count("整") <= 1


@given(FEN, FEN)
def test_two_amounts_never_read_the_same(one: int, other: int) -> None:
    assert (capital_figures(one) == capital_figures(other)) == (one == other)


@pytest.mark.parametrize("fen", [-1, FEN_MAX + 1])
def test_what_capital_figures_cannot_write_is_refused(fen: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        capital_figures(fen)


@given(FEN)
def test_text_and_fen_are_the_same_thing(fen: int) -> None:
    assert fen_from_text(fen_text(fen)) == fen
    assert fen_display(fen).replace(",", "") == fen_text(fen)


@pytest.mark.parametrize(
    "text", ["1", "1.0", "1.000", "-1.00", "+1.00", "01.00", "１.00", "1.00\n"]
)
def test_other_ways_of_writing_an_amount_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="two decimals"):
        fen_from_text(text)


def test_figures_are_grouped_and_keep_their_sign() -> None:
    assert fen_display(999_999_999) == "9,999,999.99"
    assert fen_display(-12_345_678) == "-123,456.78"
    assert fen_text(-5) == "-0.05"


_DIGITS = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
_PLACES = {"拾": 10, "佰": 100, "仟": 1000}


def _read(words: str) -> int:
    """Read capital figures by the rule a bank teller uses: digits times places, group by group."""
    yuan_words, _, rest = words.rpartition("元")
    yuan = group = digit = 0
    for char in yuan_words:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            group, digit = group + digit * _PLACES[char], 0
        else:
            factor = 10_000 if char == "万" else 100_000_000
            yuan, group, digit = yuan + (group + digit) * factor, 0, 0
    fen = (yuan + group + digit) * 100
    for unit, worth in (("角", 10), ("分", 1)):
        found = re.search(f"(.){unit}", rest)
        fen += _DIGITS[found[1]] * worth if found else 0
    return fen
