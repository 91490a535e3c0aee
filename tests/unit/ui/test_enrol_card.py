"""What a card on the reader means at the desk, without Qt, over a real desk and register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NoReturn

import pytest

from desktop.base.errors import Refused
from desktop.devices.card_text import CardContent, parse_card
from desktop.domain import codes
from desktop.domain.household import MemberInput
from desktop.ui.cards import CardDesk
from desktop.ui.enroll.card import CardKey
from desktop.ui.enroll.presenter import EnrolPresenter
from desktop.ui.session import Session
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers import desks
from tests.helpers.cards import NUMBER, card_bytes
from tests.helpers.desks import FAMILY, FAMILY_FEN, HEAD
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import ScreenDouble, session_of
from tests.helpers.stations import VILLAGE


class Pile:
    """A reader that reads the cards it was given, then none."""

    def __init__(self, *cards: bytes) -> None:
        self.cards = list(cards)

    def read(self, wait_s: float = 0) -> CardContent:
        del wait_s
        if not self.cards:
            raise Refused("CARD_ABSENT", "no card")
        return parse_card(self.cards.pop(0))

    def check(self) -> NoReturn:
        raise NotImplementedError

    def stop(self) -> None:
        """Nothing to stop."""

    def close(self) -> None:
        """Nothing to put away."""


@dataclass(slots=True)
class At:
    """The household screen's presenter with a reader beside it."""

    session: Session
    runner: InlineRunner
    view: ScreenDouble
    presenter: EnrolPresenter
    pile: Pile
    key: CardKey

    def read(self, *cards: bytes) -> None:
        """Put cards on the reader one after another, F7 each time."""
        for card in cards:
            self.pile.cards.append(card)
            self.key.press()
            place, name = self.view.cursor
            note = self.view.note
            self.presenter.focused(place, name, "")
            self.view.note = note

    @property
    def members(self) -> tuple[MemberInput, ...]:
        return self.presenter.household.members


@pytest.fixture
def at() -> Iterator[At]:
    with desks.desk() as desk:
        pile, runner, view = Pile(), InlineRunner(), ScreenDouble()
        cards = CardDesk(lambda _: pile)
        session = replace(session_of(desk, runner=runner), cards=cards)
        presenter = EnrolPresenter(session, view)
        presenter.begin()
        key = CardKey(session, view, presenter.cards.card_read)
        yield At(session, runner, view, presenter, pile, key)


def test_a_card_fills_the_first_row_and_the_household_address(at: At) -> None:
    at.presenter.set_household("division", VILLAGE)
    at.read(card_bytes())
    (head,) = at.members
    assert (head.name, head.document_type, head.document_number) == ("杞翠兰", "01", NUMBER)
    assert (head.ethnic_group, head.relation) == ("07", codes.HEAD)
    assert at.presenter.household.address == "培训县第一镇第一村二组8号"
    assert head.hukou_address == "培训县第一镇第一村二组8号"
    row = at.view.rows[0]
    assert (row.sex, row.birth_date, row.derived) == ("2", "1980-05-06", True)
    assert at.view.note.text == "已读入证件：姓名、证件号码、民族、证件有效期、住址、户籍地址"
    assert at.view.note.tone == "ok"
    assert at.view.cursor == (0, "identities")
    assert at.view.card is not None
    assert at.view.drafts_asked > 0


def test_card_after_card_makes_a_household(at: At) -> None:
    at.read(card_bytes(), card_bytes("residence_permit"), card_bytes("foreign_2017"))
    assert [member.document_type for member in at.members] == ["01", "17", "07"]
    # A residence permit's address is where somebody lives, not where the hukou is.
    assert [bool(member.hukou_address) for member in at.members] == [True, False, False]
    assert at.view.cursor == (2, "relation")
    foreign = at.members[2]
    assert (foreign.name, foreign.alias) == ("简玛丽", "SAMPLE, JANE MARY")
    # An old foreign card's number tells neither, so the card does.
    assert (foreign.sex, foreign.birth_date) == ("2", "1980-05-06")


def test_a_card_fills_what_is_missing_and_keeps_what_was_typed(at: At) -> None:
    at.presenter.set_member(0, "name", "杞翠兰")
    at.presenter.set_member(0, "document_number", NUMBER[:8])
    at.presenter.set_household("address", "旧址1号")
    at.read(card_bytes())
    assert at.members[0].document_number == NUMBER
    assert at.presenter.household.address == "旧址1号"
    assert at.members[0].hukou_address == "培训县第一镇第一村二组8号"
    assert at.view.note.text == "已读入证件：证件号码、民族、证件有效期、户籍地址"


def test_a_difference_is_shown_and_not_written(at: At) -> None:
    at.presenter.set_member(0, "name", "杞翠蓝")
    at.presenter.set_member(0, "ethnic_group", "01")
    at.read(card_bytes())
    member = at.members[0]
    assert (member.name, member.ethnic_group, member.document_number) == ("杞翠蓝", "01", NUMBER)
    assert at.view.note.text == (
        "与证件不同：姓名 杞翠蓝 → 杞翠兰；民族 汉族 → 彝族。Ctrl+F7 以证件为准，否则保留所填"
    )
    assert at.view.note.tone == "warning"
    at.presenter.cards.card_holds()
    member = at.members[0]
    assert (member.name, member.ethnic_group) == ("杞翠兰", "07")
    assert at.view.note.text == "已以证件为准：姓名、民族"
    at.presenter.set_member(0, "name", "又改")
    at.presenter.cards.card_holds()
    assert at.members[0].name == "又改"


def test_the_cards_values_are_taken_only_in_the_row_they_belong_to(at: At) -> None:
    at.presenter.set_member(0, "name", "杞翠蓝")
    at.read(card_bytes(), card_bytes("residence_permit"))
    at.presenter.focused(0, "name", "")
    at.presenter.cards.card_holds()
    assert at.members[0].name == "杞翠蓝"


def test_a_wrong_digit_typed_is_a_difference_with_masked_numbers(at: At) -> None:
    wrong = NUMBER[:17] + "5"
    at.presenter.set_member(0, "name", "杞翠兰")
    at.presenter.set_member(0, "document_number", wrong)
    at.read(card_bytes())
    assert len(at.members) == 1
    assert at.members[0].document_number == wrong
    assert wrong[-4:] in at.view.note.text
    assert NUMBER not in at.view.note.text
    at.presenter.cards.card_holds()
    assert at.members[0].document_number == NUMBER


def test_somebody_elses_row_is_left_alone(at: At) -> None:
    at.presenter.set_member(0, "name", HEAD.name)
    at.presenter.set_member(0, "document_number", HEAD.document_number)
    at.read(card_bytes())
    assert at.members[0].name == HEAD.name
    assert at.members[1].name == "杞翠兰"


def test_a_card_of_somebody_in_the_table_goes_to_that_row(at: At) -> None:
    at.read(card_bytes(), card_bytes("residence_permit"))
    at.read(card_bytes())
    assert len(at.members) == 2
    assert at.view.cursor[0] == 0
    assert at.view.note.text == "此人已在第 1 行，已移到该行"
    at.read(card_bytes())
    assert at.view.note.text == "证件与第 1 行一致"


def test_an_expired_card_is_taken_with_a_warning_that_stays(at: At) -> None:
    at.read(card_bytes(valid_to="20211114"))
    assert at.view.note.text == "证件已于 2021年11月14日 到期，可以登记；请提醒换证"
    assert at.members[0].document_valid_to == "2021-11-14"
    assert at.view.marks[0, "document_valid_to"] == "warning"
    at.presenter.set_member(0, "phone", "13800001234")
    assert at.view.marks[0, "document_valid_to"] == "warning"


def test_a_name_that_may_be_cut_off_asks_for_the_rest(at: At) -> None:
    at.read(card_bytes(name="阿卜杜热合曼麦麦提吐尔逊阿依古"))
    assert at.view.cursor == (0, "name")
    assert at.view.note.text == "证件芯片只存 15 个字符，姓名可能不全：请对照证件补全"
    whole = "阿卜杜热合曼麦麦提吐尔逊阿依古丽"
    at.presenter.set_member(0, "name", whole)
    assert (0, "name") not in at.view.marks
    at.read(card_bytes(name="阿卜杜热合曼麦麦提吐尔逊阿依古"))
    assert at.members[0].name == whole
    assert "不同" not in at.view.note.text


def test_an_odd_address_is_told_under_its_field(at: At) -> None:
    at.read(card_bytes(address="村" * 35))
    assert at.view.household_notes["address"].tone == "warning"
    at.presenter.set_household("address", "村" * 36)
    assert "address" not in at.view.household_notes


def test_a_private_character_is_told_like_a_typed_one(at: At) -> None:
    at.read(card_bytes(name="王\ue863"))
    assert at.view.marks[0, "name"] == "warning"


def test_a_paid_row_is_not_changed(at: At) -> None:
    saved = save_household(at.session.desk, FAMILY)
    take_payment(at.session.desk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    at.presenter.open(saved.household_id)
    at.read(card_bytes(name="另一个", number=HEAD.document_number))
    assert at.members[0].name == HEAD.name
    assert at.view.note.text == "第 1 行已缴费，证件没有改动它"
    assert not at.presenter.changed


def test_a_registered_person_with_another_number_is_somebody_else(at: At) -> None:
    saved = save_household(at.session.desk, FAMILY)
    at.presenter.open(saved.household_id)
    at.presenter.focused(0, "name", "")
    at.read(card_bytes(name=HEAD.name))
    assert at.members[0].document_number == HEAD.document_number
    assert at.members[-1].document_number == NUMBER


def test_what_goes_wrong_is_said_and_the_next_press_reads(at: At) -> None:
    at.key.press()
    assert at.view.note.text.startswith("没有读到证件")
    assert at.view.note.tone == "mistake"
    at.read(card_bytes())
    assert at.members[0].name == "杞翠兰"


def test_while_a_card_is_read_the_key_asks_no_second_time(at: At) -> None:
    at.runner.hold()
    at.key.press()
    at.key.press()
    assert at.view.note.text.startswith("正在读卡")
    at.pile.cards = [card_bytes(), card_bytes("residence_permit")]
    at.runner.release()
    assert len(at.members) == 1
    assert at.runner.lanes_used.count("device") == 1


def test_without_a_reader_the_way_out_is_told(at: At) -> None:
    session = replace(at.session, cards=CardDesk())
    CardKey(session, at.view, at.presenter.cards.card_read).press()
    assert "系统设置" in at.view.note.text


def test_a_new_household_forgets_the_cards_of_the_last(at: At) -> None:
    at.presenter.set_member(0, "name", "杞翠蓝")
    at.read(card_bytes(valid_to="20200101"))
    at.presenter.new_household()
    at.presenter.set_member(0, "name", "杞翠蓝")
    at.presenter.cards.card_holds()
    assert at.members[0].name == "杞翠蓝"


def test_a_scanned_number_goes_where_it_belongs(at: At) -> None:
    at.presenter.cards.number_scanned("01", NUMBER)
    assert at.members[0].document_number == NUMBER
    assert at.view.cursor == (0, "name")
    at.presenter.focused(0, "name", "")
    at.presenter.cards.number_scanned("01", HEAD.document_number)
    assert at.members[1].document_number == HEAD.document_number
    at.presenter.cards.number_scanned("01", NUMBER)
    assert (len(at.members), at.view.cursor) == (2, (0, "name"))
    at.presenter.set_member(2, "name", "陈大文")
    at.presenter.focused(2, "document_number", "")
    permit = parse_card(card_bytes("residence_permit")).number
    at.presenter.cards.number_scanned("17", permit)
    assert (at.members[2].document_type, at.members[2].document_number) == ("17", permit)
    assert at.view.cursor == (2, "relation")


def test_the_english_words_are_whole(at: At) -> None:
    session = session_of(at.session.desk, language="en")
    view = ScreenDouble()
    presenter = EnrolPresenter(session, view)
    presenter.begin()
    presenter.set_member(0, "name", "杞翠兰")
    presenter.set_member(0, "ethnic_group", "01")
    presenter.cards.card_read(parse_card(card_bytes(valid_to="20200101")))
    assert view.note.text.startswith("The card differs: Ethnic group Han → Yi. Ctrl+F7")
