"""The signed code: what it proves, and that nothing in it can be changed unseen."""

from __future__ import annotations

import base64
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.errors import Refused
from desktop.domain.receipt import Receipt
from desktop.wire.receipt_code import (
    NUMBER_BYTES_MAX,
    PERSONS_MAX,
    check_code,
    make_code,
    read_code,
)
from desktop.wire.signing import SIGNATURE_BYTES, SigningKey, key_id
from tests.receipts.households import STATION_KEY, Person, family_of_four, receipt_of, reversal

OTHER_KEY = SigningKey(bytes(32))
ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def _inside(code: str) -> bytes:
    packed = code.removeprefix("CB1:")
    return base64.b32decode(packed + "=" * (-len(packed) % 8))


def _outside(signed: bytes) -> str:
    return "CB1:" + base64.b32encode(signed).decode().rstrip("=")


def test_a_code_says_what_the_receipt_says() -> None:
    receipt = family_of_four()

    code = check_code(make_code(receipt, STATION_KEY), STATION_KEY.public)

    assert code.station_key == key_id(STATION_KEY.public)
    assert code.number == receipt.number
    assert code.paid_fen == receipt.paid_fen == 66000
    assert code.campaign_year == 2021
    assert code.day == date(2021, 11, 15)
    assert not code.training
    assert len(code.marks) == 4


def test_the_day_is_the_day_in_china() -> None:
    late = msgspec.structs.replace(family_of_four(), taken_at="2021-11-15T16:00:00.000Z")

    assert read_code(make_code(late, STATION_KEY)).day == date(2021, 11, 16)


def test_a_code_covers_its_persons_and_amounts_and_nobody_else() -> None:
    receipt = family_of_four()
    code = read_code(make_code(receipt, STATION_KEY))

    for line in receipt.lines:
        assert code.covers(line.person, line.paid_fen)
        assert not code.covers(line.person, line.paid_fen + 1)
    assert not code.covers("f" * 32, 32000)


def test_a_person_has_another_mark_on_another_receipt() -> None:
    person = Person("李建国")
    one, two = (
        read_code(make_code(receipt_of(person, number=number), STATION_KEY)).marks
        for number in ("CX0100000012", "CX0100000013")
    )

    assert one != two


def test_a_code_holds_no_name_and_no_identity_number() -> None:
    receipt = family_of_four()
    code = make_code(receipt, STATION_KEY)

    inside = base64.b32decode(code.removeprefix("CB1:") + "=" * (-len(code[4:]) % 8))

    for line in receipt.lines:
        for text in (line.name, line.document[:6], line.document[-4:], line.person):
            assert text.encode() not in inside


def test_a_code_of_a_household_of_four_is_short_enough_for_a_cheap_scanner() -> None:
    code = make_code(family_of_four(), STATION_KEY)

    assert len(code) <= 180
    assert set(code) <= ALPHANUMERIC


def test_a_training_receipt_says_so() -> None:
    receipt = receipt_of(Person("李建国"), training=True)

    assert check_code(make_code(receipt, STATION_KEY), STATION_KEY.public).training


def test_the_same_receipt_gives_the_same_code() -> None:
    assert make_code(family_of_four(), STATION_KEY) == make_code(family_of_four(), STATION_KEY)


@pytest.mark.parametrize("mangle", [str.lower, lambda code: f" {code[:60]}\r\n  {code[60:]}\n"])
def test_what_a_scanner_or_a_paste_does_is_forgiven(mangle: object) -> None:
    assert callable(mangle)
    code = make_code(family_of_four(), STATION_KEY)

    assert check_code(mangle(code), STATION_KEY.public).number == "CX0100000012"


@given(st.data())
def test_no_changed_bit_is_accepted(data: st.DataObject) -> None:
    signed = bytearray(_inside(make_code(family_of_four(), STATION_KEY)))
    bit = data.draw(st.integers(0, len(signed) * 8 - 1))
    signed[bit // 8] ^= 1 << bit % 8

    with pytest.raises(Refused) as refused:
        check_code(_outside(bytes(signed)), STATION_KEY.public)

    assert refused.value.code.startswith("RECEIPT_CODE_")


def test_a_raised_amount_is_called_altered() -> None:
    code = make_code(receipt_of(Person("李建国")), STATION_KEY)
    signed = _inside(code)
    honest, raised = b"\x80\xfa\x01", b"\x80\xfa\x02"
    assert signed.count(honest) == 1

    with pytest.raises(Refused) as refused:
        check_code(_outside(signed.replace(honest, raised)), STATION_KEY.public)

    assert refused.value.code == "RECEIPT_CODE_ALTERED"


def test_another_stations_code_is_called_foreign_and_names_its_key() -> None:
    code = make_code(family_of_four(), OTHER_KEY)

    with pytest.raises(Refused) as refused:
        check_code(code, STATION_KEY.public)

    assert refused.value.code == "RECEIPT_CODE_FOREIGN"
    assert refused.value.values["station_key"] == key_id(OTHER_KEY.public)


def test_a_signature_over_something_else_does_not_serve() -> None:
    """A station also signs events with this key; such a signature makes no receipt."""
    body = _inside(make_code(family_of_four(), STATION_KEY))[:-SIGNATURE_BYTES]

    with pytest.raises(Refused, match="RECEIPT_CODE_ALTERED"):
        check_code(_outside(body + STATION_KEY.sign(body)), STATION_KEY.public)


@given(st.one_of(st.text(max_size=300), st.binary(max_size=200).map(_outside)))
def test_any_other_text_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused) as refused:
        check_code(text, STATION_KEY.public)

    assert refused.value.code in {"RECEIPT_CODE_UNREADABLE", "RECEIPT_CODE_FOREIGN"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "CB1:",
        "CB2:ABCD",
        "https://example.org/",
        "CB1:" + "A" * 5000,
        "CB1:0189",
        "CB1:é",
        "CB1:" + "A" * 64,
    ],
)
def test_a_text_that_is_no_code_is_unreadable(text: str) -> None:
    with pytest.raises(Refused, match="RECEIPT_CODE_UNREADABLE"):
        read_code(text)


@pytest.mark.parametrize(
    ("place", "value"), [(8, b"\x04"), (12, b"\xff" * 8), (12, b"\xff" * 7 + b"\x01")]
)
def test_values_no_receipt_has_are_unreadable(place: int, value: bytes) -> None:
    """An unknown flag, an amount without end, an amount beyond all money."""
    signed = bytearray(_inside(make_code(family_of_four(), STATION_KEY)))
    signed[place : place + len(value)] = value

    with pytest.raises(Refused, match="RECEIPT_CODE_UNREADABLE"):
        read_code(_outside(bytes(signed)))


def test_every_cut_is_noticed() -> None:
    code = make_code(family_of_four(), STATION_KEY)

    for length in range(len(code)):
        with pytest.raises(Refused):
            check_code(code[:length], STATION_KEY.public)


@given(
    fen=st.integers(0, 999_999_999_999),
    count=st.integers(1, PERSONS_MAX),
    number=st.text(min_size=1, max_size=NUMBER_BYTES_MAX // 4),
    year=st.integers(2000, 2255),
)
def test_every_receipt_can_be_read_back(fen: int, count: int, number: str, year: int) -> None:
    receipt = _of(fen, count, number, year)

    code = check_code(make_code(receipt, STATION_KEY), STATION_KEY.public)

    assert (code.number, code.paid_fen, code.campaign_year) == (number, receipt.paid_fen, year)
    assert len(code.marks) == count


@pytest.mark.parametrize(("count", "number"), [(PERSONS_MAX + 1, "A1"), (1, ""), (1, "A" * 41)])
def test_what_would_not_fit_is_a_bug_not_a_cut_code(count: int, number: str) -> None:
    with pytest.raises(ValueError, match="beyond"):
        make_code(_of(0, count, number, 2021), STATION_KEY)


def _of(fen: int, count: int, number: str, year: int) -> Receipt:
    first = Person("甲", standard_fen=fen)
    rest = [Person("乙", standard_fen=0)] * (count - 1)
    return msgspec.structs.replace(receipt_of(first, *rest, number=number), campaign_year=year)


def test_a_reversal_says_that_it_is_one_and_gives_its_amount_back() -> None:
    receipt = reversal()

    code = check_code(make_code(receipt, STATION_KEY), STATION_KEY.public)

    assert code.reversal
    assert code.paid_fen == receipt.paid_fen == -66000
    assert code.covers(receipt.lines[0].person, receipt.lines[0].paid_fen)
    assert not code.covers(receipt.lines[0].person, -receipt.lines[0].paid_fen)
