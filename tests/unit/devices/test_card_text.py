"""The four layouts, every field of each, and what is refused or noted."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.errors import Refused
from desktop.devices.card_text import FLAGS, LAYOUTS, TEXT_BYTES, CardKind, parse_card
from desktop.domain import codes
from desktop.domain.identity_number import check_document
from tests.helpers.cards import NUMBER, card_bytes

KINDS: tuple[CardKind, ...] = ("resident", "residence_permit", "foreign_2017", "foreign_2023")


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        parse_card(data)
    return caught.value.code


@pytest.mark.parametrize("kind", KINDS)
def test_every_layout_fills_the_text_and_has_its_flag_at_248(kind: CardKind) -> None:
    layout = LAYOUTS[kind]
    assert sum(layout.values()) == TEXT_BYTES
    names = list(layout)
    if "flag" in names:
        assert sum(list(layout.values())[: names.index("flag")]) == 248


def test_a_resident_card() -> None:
    card = parse_card(card_bytes())
    assert (card.kind, card.document_type) == ("resident", codes.RESIDENT_CARD)
    assert (card.name, card.alias, card.number) == ("杞翠兰", "", NUMBER)
    assert (card.sex, card.ethnic_group, card.birth_date) == ("2", "07", "1980-05-06")
    assert (card.address, card.issuer) == ("培训县第一镇第一村二组8号", "培训县公安局")
    assert (card.valid_from, card.valid_to) == ("2015-06-01", "2035-06-01")
    assert not card.name_truncated
    assert card.private_use == ()


def test_a_residence_permit() -> None:
    card = parse_card(card_bytes("residence_permit"))
    assert card.document_type == codes.RESIDENCE_PERMIT_HMT
    assert (card.pass_number, card.times_issued, card.ethnic_group) == ("H01234567", "01", "")
    assert card.number.startswith("810000")


def test_a_foreign_card_of_2017_has_both_names() -> None:
    card = parse_card(card_bytes("foreign_2017"))
    assert card.document_type == codes.FOREIGN_PERMANENT
    assert (card.name, card.alias) == ("简玛丽", "SAMPLE, JANE MARY")
    assert (card.number, card.nationality, card.issuer) == ("TRN110080050601", "TRN", "5399")
    assert (card.valid_to, card.birth_date, card.address) == ("2029-01-01", "1980-05-06", "")


def test_a_foreign_card_of_2023_continues_its_english_name() -> None:
    card = parse_card(card_bytes("foreign_2023"))
    assert (card.kind, card.document_type) == ("foreign_2023", codes.FOREIGN_PERMANENT)
    # 35 units in the first part, the rest in the second.
    assert card.name == "SAMPLE-WITH-A-VERY-LONG-NAME, JANE ARY"
    assert (card.alias, card.nationality) == ("", "999")
    assert not card.name_truncated


@pytest.mark.parametrize("kind", KINDS)
def test_the_number_of_every_kind_is_one_the_desk_takes(kind: CardKind) -> None:
    card = parse_card(card_bytes(kind))
    found = check_document(card.document_type, card.number, date(2021, 11, 15))
    assert found.problem == ""


def test_long_term_has_no_last_day_and_never_expires() -> None:
    card = parse_card(card_bytes(valid_to="长期"))
    assert card.valid_to == ""
    assert not card.expired(date(2999, 1, 1))


def test_a_card_is_good_on_its_last_day() -> None:
    card = parse_card(card_bytes(valid_to="20211114"))
    assert not card.expired(date(2021, 11, 14))
    assert card.expired(date(2021, 11, 15))


def test_a_name_of_fifteen_units_may_be_cut_off() -> None:
    assert parse_card(card_bytes(name="一" * 15)).name_truncated
    assert not parse_card(card_bytes(name="一" * 14)).name_truncated


def test_a_surrogate_pair_cut_in_half_gives_the_whole_characters_before_it() -> None:
    card = parse_card(card_bytes(name="买" + "𠮷" * 7))
    assert (card.name, card.name_truncated) == ("买" + "𠮷" * 7, True)
    card = parse_card(card_bytes(name="买买" + "𠮷" * 7))
    assert (card.name, card.name_truncated) == ("买买" + "𠮷" * 6, True)


def test_rare_characters_of_every_plane_are_kept() -> None:
    # The last is younger than the character tables of the oldest Python we run on.
    name = "王𠮷䶮\U0002b820\U000323af"
    assert parse_card(card_bytes(name=name)).name == name


def test_private_characters_are_noted_not_refused() -> None:
    card = parse_card(card_bytes(name="王\ue863", address="培训县\ue000村"))
    assert (card.name, card.private_use) == ("王\ue863", ("name", "address"))


def test_an_address_that_fills_its_field_may_be_cut_off() -> None:
    assert parse_card(card_bytes(address="村" * 35)).address_truncated
    assert not parse_card(card_bytes(address="村" * 34)).address_truncated


def test_padding_with_zeros_is_padding() -> None:
    data = card_bytes().replace(" ".encode("utf-16-le"), b"\0\0")
    assert parse_card(data) == parse_card(card_bytes())


def test_an_ethnic_group_outside_the_standard_is_left_open() -> None:
    assert parse_card(card_bytes(ethnic_group="60")).ethnic_group == ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "CARD_LENGTH"),
        (card_bytes()[:255], "CARD_LENGTH"),
        (card_bytes() + b"\0", "CARD_LENGTH"),
        (card_bytes("residence_permit", flag="Z"), "CARD_TYPE"),
        (b"\xff" * 256, "CARD_CHARACTERS"),
        (b" \0" * 128, "CARD_NUMBER"),
        (card_bytes(name=""), "CARD_NAME"),
        (card_bytes(name="王\ud840"), "CARD_CHARACTERS"),
        (card_bytes(name="王\n"), "CARD_CHARACTERS"),
        (card_bytes(address="村\u0007"), "CARD_CHARACTERS"),
        (card_bytes(number=NUMBER[:17]), "CARD_NUMBER"),
        (card_bytes("residence_permit", number=NUMBER), "CARD_NUMBER"),
        (card_bytes("foreign_2017", number="1RN110080050601"), "CARD_NUMBER"),
        (card_bytes(sex="7"), "CARD_SEX"),
        (card_bytes(birth_date="19800230"), "CARD_BIRTH_DATE"),
        (card_bytes(birth_date="１９８００５０６"), "CARD_BIRTH_DATE"),
        (card_bytes(birth_date=""), "CARD_BIRTH_DATE"),
        (card_bytes(valid_from="20211301"), "CARD_VALIDITY"),
        (card_bytes(valid_to="长长"), "CARD_VALIDITY"),
        (card_bytes(valid_from="20200101", valid_to="20191231"), "CARD_VALIDITY"),
    ],
)
def test_what_cannot_be_a_card_is_refused_with_its_code(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_refusal_says_nothing_that_stood_on_the_card() -> None:
    with pytest.raises(Refused) as caught:
        parse_card(card_bytes(birth_date="19809999"))
    assert "1980" not in str(caught.value)


def test_what_is_logged_of_a_card_names_nobody() -> None:
    shown = repr(parse_card(card_bytes()))
    assert "杞翠兰" not in shown
    assert NUMBER not in shown
    assert "第一村" not in shown


@given(st.binary(min_size=TEXT_BYTES, max_size=TEXT_BYTES), st.sampled_from(sorted(FLAGS)))
def test_any_bytes_are_a_card_or_refused(data: bytes, flag: str) -> None:
    unit = (flag or " ").encode("utf-16-le")
    with contextlib.suppress(Refused):
        assert parse_card(data[:248] + unit + data[250:]).kind == FLAGS[flag]
