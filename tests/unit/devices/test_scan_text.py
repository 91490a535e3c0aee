"""What scanned text is."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.devices.card_text import parse_card
from desktop.devices.scan_text import LENGTH_MIN, Scan, looks_scanned, plain, read_scan
from desktop.domain import codes
from desktop.domain.invented import invented_number
from tests.helpers.cards import card_bytes

NUMBER = invented_number(date(1990, 1, 2), 7, codes.MALE)


@pytest.mark.parametrize(
    ("kind", "document_type"),
    [("resident", "01"), ("residence_permit", "17"), ("foreign_2023", "07")],
)
def test_a_number_is_of_the_document_it_belongs_to(kind: str, document_type: str) -> None:
    number = parse_card(card_bytes(kind)).number  # type: ignore[arg-type]
    assert read_scan(number.lower()) == Scan("document", number, document_type)


def test_a_number_whose_check_digit_is_wrong_is_a_number_still() -> None:
    wrong = NUMBER[:17] + ("0" if NUMBER[17] != "0" else "1")
    assert read_scan(wrong).kind == "document"
    assert read_scan(NUMBER[:10] + "13" + NUMBER[12:]).kind == "opaque"


def test_a_receipts_code_and_number() -> None:
    assert read_scan("cb1:mfrggzdf") == Scan("receipt_code", "CB1:MFRGGZDF")
    assert read_scan("ＣＢ１：MFRGGZDF").kind == "receipt_code"
    assert read_scan("539999-A001-00000012").kind == "receipt_number"
    assert read_scan("539999-T1A2B3C-00000012").kind == "receipt_number"
    assert read_scan("539999-A001-0000012").kind == "opaque"


def test_everything_else_is_opaque_as_it_came() -> None:
    voucher = "3501081910130000a4b2C7d8"
    assert read_scan(voucher) == Scan("opaque", voucher)


def test_what_people_have_typed_for_them_is_no_scan() -> None:
    for text in (
        "20190312",
        "13800001234",
        "wangxiaoming",
        "培训县第一镇一组12345678",
        "1234 5678 9012",
    ):
        assert not looks_scanned(text)
    assert looks_scanned("0" * LENGTH_MIN)
    assert not looks_scanned("0" * 2000)


def test_full_width_forms_are_narrowed() -> None:
    assert plain("５３９Ｘ：") == "539X:"
