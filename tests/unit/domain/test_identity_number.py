"""Goal: only what is certainly wrong is called wrong, and what a number tells is read from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import codes
from desktop.domain.identity_number import (
    check_digit,
    check_document,
    masked,
    normalise,
    upgraded,
)
from desktop.domain.invented import invented_number

TODAY = date(2021, 11, 15)
BORN = date(1990, 1, 1)
MAN = invented_number(BORN, 7, codes.MALE)


def check(kind: str, number: str) -> str:
    return check_document(kind, number, TODAY).problem


def test_a_good_number_tells_birth_date_and_sex() -> None:
    found = check_document("01", MAN, TODAY)
    assert (found.problem, found.birth_date, found.sex) == ("", BORN, codes.MALE)
    woman = invented_number(BORN, 7, codes.FEMALE)
    assert check_document("01", woman, TODAY).sex == codes.FEMALE


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 499), st.sampled_from(["1", "2"]))
def test_every_invented_number_is_a_good_one(birth: date, sequence: int, sex: str) -> None:
    found = check_document("01", invented_number(birth, sequence, sex), TODAY)
    assert (found.problem, found.birth_date, found.sex) == ("", birth, sex)


@given(st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_never_passes_for_right(place: int, by: int) -> None:
    if MAN[place] == "X":
        return
    digit = str((int(MAN[place]) + by) % 10)
    assert check("01", MAN[:place] + digit + MAN[place + 1 :]) != ""


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("", "EMPTY"),
        ("   ", "EMPTY"),
        (MAN[:17], "LENGTH"),
        (MAN + "0", "LENGTH"),
        ("53999919900230001" + "0", "BIRTH_DATE"),
        ("539999202111160017", "BIRTH_DATE"),
        ("539999178001010017", "BIRTH_DATE"),
        (MAN[:17] + ("0" if MAN[17] != "0" else "1"), "CHECK_DIGIT"),
        ("53999919900101A" + "017", "CHARACTERS"),
        ("539999901301001", "OLD_15"),
    ],
)
def test_what_is_wrong_with_a_resident_number(number: str, problem: str) -> None:
    assert check("01", number) == problem


def test_a_number_being_typed_is_not_complete_yet() -> None:
    assert not check_document("01", MAN[:12], TODAY).complete
    assert check_document("01", MAN, TODAY).complete


@pytest.mark.parametrize(
    "typed",
    [
        f"{MAN[:6]} {MAN[6:14]} {MAN[14:]}",
        f"'{MAN}",
        "".join(chr(ord(char) + 0xFEE0) for char in MAN),
        MAN.replace("0", "O"),
        MAN.replace("1", "l"),
    ],
)
def test_usual_slips_of_typing_and_of_spreadsheets_are_mended(typed: str) -> None:
    found = check_document("01", typed, TODAY)
    assert (found.number, found.problem) == (MAN, "")


def test_an_old_number_of_15_digits_is_taken_in_as_the_18_it_became() -> None:
    old = MAN[:6] + MAN[8:17]
    found = check_document("01", old, TODAY)
    assert (found.number, found.problem, found.upgraded) == (upgraded(old), "", True)
    assert (found.birth_date, found.sex, found.repaired) == (BORN, codes.MALE, True)
    assert not found.complete, "18 digits may still be on their way"


@pytest.mark.parametrize(
    ("kind", "typed", "number"),
    [
        ("990201", "ｐ53OO0000l", "P530000001"),
        ("04", "h１２３４５６７８", "H12345678"),
        ("16", "ｅ1234 5678", "E12345678"),
        ("02", "南字第0012345号", "南字第0012345号"),
    ],
)
def test_other_documents_are_mended_too(kind: str, typed: str, number: str) -> None:
    found = check_document(kind, typed, TODAY)
    assert (found.number, found.problem) == (number, "")


def test_a_lower_case_x_is_the_same_number() -> None:
    number = next(
        found for n in range(400) if (found := invented_number(BORN, n, "1")).endswith("X")
    )
    for typed in (number.lower(), number[:-1] + "Ｘ", number[:-1] + "ｘ"):
        assert check_document("01", typed, TODAY).number == number


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("17", "810000199408230021"),
        ("17", "830000199201300022"),
        ("07", "932682198501010017"),
        ("07", "911124198108030024"),
        ("07", "ABC123456789012"),
        ("04", "H12345678"),
        ("05", "M1234567801"),
        ("06", "12345678"),
        ("16", "E12345678"),
        ("08", "X1234567"),
        ("990201", "P530000001"),
        ("09", MAN + "42"),
    ],
)
def test_other_documents_have_their_own_form(kind: str, number: str) -> None:
    assert check(kind, number) == ""


@pytest.mark.parametrize(
    ("kind", "number", "problem"),
    [
        ("17", MAN, "CHARACTERS"),
        ("07", "A12345678901234", "CHARACTERS"),
        ("04", "T12345678", "LENGTH"),
        ("990201", "1234567890", "CHARACTERS"),
        ("990201", "P53000000", "LENGTH"),
        ("09", MAN, "LENGTH"),
        ("09", MAN + "85", "DISABILITY_SUFFIX"),
        ("08", "护照", "CHARACTERS"),
        ("08", "X123", "LENGTH"),
        ("99", "A" * 31, "LENGTH"),
    ],
)
def test_and_are_wrong_in_their_own_way(kind: str, number: str, problem: str) -> None:
    assert check(kind, number) == problem


def test_a_disability_card_tells_kind_and_grade() -> None:
    assert check_document("09", MAN + "52", TODAY).disability == ("5", 2)


def test_the_15_digit_form_and_its_18_digit_form() -> None:
    assert upgraded("110105491231002") == "11010519491231002X"


def test_a_check_digit_is_a_digit_or_x() -> None:
    assert check_digit("11010519491231002") == "X"


@given(st.text(max_size=40), st.sampled_from(list(codes.DOCUMENT_TYPES)))
def test_no_text_whatever_makes_the_check_fail(text: str, kind: str) -> None:
    found = check_document(kind, text, TODAY)
    assert normalise(found.number) == found.number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (MAN, MAN[:6] + "********" + MAN[14:]),
        ("P530000001", "P5******01"),
        ("12", "12"),
        ("", ""),
    ],
)
def test_a_number_is_masked_in_the_middle(number: str, shown: str) -> None:
    assert masked(number) == shown
