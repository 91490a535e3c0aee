"""Cells as spreadsheets and people leave them: repaired only where nothing is guessed."""

from __future__ import annotations

import re
import string
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity_number import check_digit
from desktop.domain.invented import invented_number
from desktop.domain.list_repairs import (
    Cell,
    NumberCell,
    is_resident,
    read_day,
    read_name,
    read_number,
    read_phone,
    read_text,
    resident_born,
)
from desktop.domain.private_use import has_private, is_private, suggestion

TODAY = date(2021, 11, 15)
DAYS = st.dates(date(1900, 1, 1), date(2021, 11, 14))
NUMBERS = st.builds(invented_number, DAYS, st.integers(0, 499), st.sampled_from("12"))
CELLS: st.SearchStrategy[Cell] = st.text(max_size=40) | st.floats(allow_nan=False).map(
    lambda number: NumberCell(f"{number:.15g}")
)


@given(NUMBERS)
def test_a_number_that_is_in_order_is_taken_as_it_is(number: str) -> None:
    read = read_number(number, TODAY)
    assert (read.value, read.problem, read.repair) == (number, "", "")
    assert is_resident(number)


@given(NUMBERS, st.integers(0, 17), st.sampled_from("0123456789Xx ٣－"))
def test_what_a_resident_is_comes_from_the_standard_alone(
    number: str, place: int, other: str
) -> None:
    changed = number[:place] + other + number[place + 1 :]
    plain = re.fullmatch(r"[0-9]{17}[0-9X]", changed) is not None
    right = plain and check_digit(changed[:17]) == changed[17] and is_day(changed[6:14])
    assert resident_born(changed).replace("-", "") == (changed[6:14] if right else "")
    assert not is_resident(changed[:17])
    assert not is_resident(changed + "0")


def is_day(digits: str) -> bool:
    """Tell whether somebody could have been born on a day written without anything between."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= 1890
    except ValueError:
        return False


@given(NUMBERS, st.sampled_from(("apostrophe", "blanks", "wide", "letters", "lower")))
def test_what_people_do_to_a_number_is_offered_repaired(number: str, way: str) -> None:
    typed = {
        "apostrophe": "'" + number,
        "blanks": f" {number[:6]} {number[6:14]}\u3000{number[14:]}",
        "wide": "".join(chr(ord(char) + 0xFEE0) for char in number),
        "letters": number.replace("1", "l").replace("0", "O"),
        "lower": number.lower(),
    }[way]
    read = read_number(typed, TODAY)
    assert (read.value, read.problem) == (number, "")
    assert read.repair or typed.upper() == number


@given(NUMBERS)
def test_a_number_kept_as_a_number_is_refused_always(number: str) -> None:
    digits = number[:17] + "0"
    assert read_number(NumberCell(f"{float(digits):.15g}"), TODAY).problem == "NUMBER_CELL"
    assert read_number(digits + ".0", TODAY).problem == "NUMBER_CELL"
    assert read_number(f"{float(digits):.5E}", TODAY).problem == "SCIENTIFIC"


@given(NUMBERS.filter(str.isdecimal))
def test_scientific_notation_is_taken_only_with_every_digit(number: str) -> None:
    whole = f"{number[0]}.{number[1:]}E+17"
    assert read_number(whole, TODAY).value == number
    assert read_number(whole, TODAY).repair == "SCIENTIFIC_WHOLE"
    short = f"{number[0]}.{number[1:16]}E+17"
    assert read_number(short, TODAY).problem == "SCIENTIFIC"


@given(DAYS.filter(lambda day: 1930 <= day.year < 1999))
def test_fifteen_digits_become_eighteen_and_say_so(day: date) -> None:
    old = f"539999{day:%y%m%d}007"
    full = f"53999919{day:%y%m%d}007"
    read = read_number(old, TODAY)
    assert (read.value, read.repair) == (full + check_digit(full), "FIFTEEN")


@given(NUMBERS)
def test_fifteen_digits_and_three_zeros_are_lost_digits(number: str) -> None:
    cut = number[:15] + "000"
    assert read_number(cut, TODAY).problem == "DIGITS_LOST" or is_resident(cut)


@given(
    DAYS,
    st.sampled_from(
        ("{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0.year}.{0.month}.{0.day}", "{0:%Y%m%d}",
         "{0.year}年{0.month}月{0.day}日", "{0:%Y-%m-%d} 00:00:00")
    ),
)  # fmt: skip
def test_a_day_in_any_usual_form_is_the_day(day: date, form: str) -> None:
    read = read_day(form.format(day))
    assert (read.value, read.problem) == (day.isoformat(), "")


@given(st.dates(date(1955, 1, 1), date(2060, 1, 1)))
def test_a_spreadsheets_day_number_is_its_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    read = read_day(NumberCell(serial))
    assert (read.value, read.repair) == (day.isoformat(), "DAY_SERIAL")
    assert day == date(1899, 12, 30) + timedelta(days=serial)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1950, 2020))
def test_day_and_month_are_never_guessed(first: int, second: int, year: int) -> None:
    read = read_day(f"{first}/{second}/{year}")
    assert (read.problem == "DAY_AMBIGUOUS") == (first != second)


@given(CELLS)
def test_no_cell_makes_a_reader_fail_or_invent_a_number(cell: Cell) -> None:
    for reader in (read_day, read_name, read_phone, read_text):
        reader(cell)
    read = read_number(cell, TODAY)
    if read.value and not read.problem and read.kind == "01":
        assert is_resident(read.value)
        typed = re.sub(r"\D", "", str(cell).translate(str.maketrans("lIiLoO", "111100")))
        assert not isinstance(cell, NumberCell)
        assert not typed or read.value[:6] in typed or not str(cell).isascii()


@given(st.text(string.ascii_letters + "王李买提·．. \u200b\ue863（）", max_size=12))
def test_reading_a_name_twice_changes_nothing_more(text: str) -> None:
    once = read_name(text)
    again = read_name(once.value)
    assert again.value == once.value
    assert not again.repair or again.repair == "NAME_NOTE"


def test_every_character_of_the_old_code_page_has_its_ideograph() -> None:
    old = "".join(chr(place) for place in range(0xE815, 0xE865))
    assert has_private(old)
    assert not has_private(suggestion(old))
    assert len(set(suggestion(old))) == len(old)
    assert suggestion("王\ue863") == "王䶮"
    assert is_private("\ue000")
    assert suggestion("\ue000") == "\ue000"
