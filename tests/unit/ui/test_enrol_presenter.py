"""What the household screen decides, without Qt, over a real desk and the real law of 楚雄州."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from desktop.base.errors import Unavailable
from desktop.domain.identity_number import check_digit
from desktop.store.packs import note_laws
from desktop.ui.enroll.presenter import EnrolPresenter
from desktop.ui.session import Session
from desktop.usecases.desk import Desk
from desktop.usecases.drafts import load_draft
from desktop.usecases.households import save_household
from desktop.usecases.law_packs import import_pack
from tests.helpers import desks
from tests.helpers.desks import FAMILY, HEAD, MOTHER, NEWBORN, WIFE
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import ScreenDouble, session_of
from tests.helpers.stations import VILLAGE
from tests.law.artefacts import KEYS, raised, signed


@dataclass(slots=True)
class At:
    """One screen at a desk."""

    desk: Desk
    session: Session
    runner: InlineRunner
    view: ScreenDouble
    presenter: EnrolPresenter

    def enter_family(self) -> None:
        """Enter the family of `FAMILY`, field by field."""
        self.presenter.set_household("division", VILLAGE)
        for place, member in enumerate((HEAD, WIFE, MOTHER, NEWBORN)):
            for name in ("name", "document_type", "document_number", "relation"):
                self.presenter.set_member(place, name, getattr(member, name))
            if member is NEWBORN:
                self.presenter.set_member(place, "sex", member.sex)
                self.presenter.set_member(place, "birth_date", member.birth_date)
            for identity in member.identities:
                self.presenter.choose_identity(place, identity.code, {})


@pytest.fixture
def at() -> Iterator[At]:
    with desks.desk() as desk:
        runner, view = InlineRunner(), ScreenDouble()
        session = session_of(desk, runner=runner)
        presenter = EnrolPresenter(session, view)
        presenter.begin()
        yield At(desk, session, runner, view, presenter)


def test_the_price_follows_every_change(at: At) -> None:
    at.presenter.set_household("division", VILLAGE)
    at.presenter.set_member(0, "name", "王")
    assert at.view.card is not None
    assert (at.view.card.total, at.view.rows[0].amount) == ("¥320.00", "320.00")
    at.presenter.choose_identity(0, "subsistence_allowance", {})
    assert (at.view.card.total, at.view.rows[0].amount) == ("¥200.00", "200.00")
    at.presenter.drop_identity(0, "subsistence_allowance")
    assert at.view.card.total == "¥320.00"


def test_the_benefits_of_the_member_under_the_cursor_stand_below_the_reasons(at: At) -> None:
    at.enter_family()
    texts = [line.text for line in at.view.basis]
    assert "待遇信息：王𠮷祥（供参考，不参与计算）" in texts
    assert "大病保险起付线：文件未载" in texts
    assert (
        "住院政策范围内支付比例：70%左右（医保发〔2021〕32号 第二条第一款，自2021-01-01）" in texts
    )
    at.presenter.focused(1, "name", "")
    texts = [line.text for line in at.view.basis]
    assert "待遇信息：起桂仙（供参考，不参与计算）" in texts
    assert "待遇信息：王𠮷祥（供参考，不参与计算）" not in texts
    at.presenter.focused(None, "address", "")
    assert not [line for line in at.view.basis if line.text.startswith("待遇信息")]


def test_stored_figures_name_the_law_they_were_worked_out_under(at: At) -> None:
    note_laws(at.desk.store, at.desk.law)
    saved = save_household(at.desk, desks.FAMILY)
    at.presenter.open(saved.household_id)
    (line,) = [one for one in at.view.basis if one.text.startswith("已存金额")]
    assert line.tone == "quiet"
    assert "楚医保〔2021〕46号 第1版 → 云医保〔2021〕90号 第1版" in line.text
    import_pack(at.desk, "x", signed(raised()), KEYS)
    at.presenter.law_changed("政策已更新")
    assert at.view.note.text == "政策已更新"
    assert at.view.card is not None
    assert at.view.card.total == "¥950.00", "the price follows at once"
    at.presenter.open(saved.household_id)
    (line,) = [one for one in at.view.basis if one.text.startswith("已存金额")]
    assert (line.tone, "现行政策已不同" in line.text) == ("warning", True)


def test_a_law_that_arrives_takes_nothing_that_was_entered(at: At) -> None:
    at.enter_family()
    before = at.presenter.household
    import_pack(at.desk, "x", signed(raised()), KEYS)
    at.presenter.law_changed("政策已更新")
    assert at.presenter.household == before
    assert [row.amount for row in at.view.rows] == ["320.00", "170.00", "140.00", "320.00"]


def test_a_family_of_four_costs_what_the_law_says_and_says_why(at: At) -> None:
    at.enter_family()
    card = at.view.card
    assert card is not None
    assert (card.total, card.persons, card.assistance) == ("¥980.00", "4 人", "¥300.00")
    assert [row.amount for row in at.view.rows] == ["320.00", "200.00", "140.00", "320.00"]
    sentences = [line.text for line in at.view.basis]
    assert (
        "起桂仙 · 城乡低保对象 → 资助 120.00 元（楚医保〔2021〕46号 第三条），个人缴 200.00 元"
        in sentences
    )
    assert "王𠮷祥 · 无资助 → 按个人缴费标准缴 320.00 元（楚医保〔2021〕46号 第一条）" in sentences


def test_what_the_documents_leave_open_is_said_in_grey_and_with_who_settles_it(at: At) -> None:
    at.enter_family()
    assert at.view.card is not None
    assert not at.view.card.cover_known
    assert at.view.card.cover.startswith("待定：")
    open_lines = [line for line in at.view.basis if line.tone == "unknown"]
    assert any("待遇年度：待定" in line.text and "医疗保障局" in line.text for line in open_lines)
    assert not [line for line in at.view.basis if line.tone == "mistake"]


def test_an_amount_no_document_gives_is_open_never_zero(at: At) -> None:
    at.presenter.set_household("division", VILLAGE)
    at.presenter.set_member(0, "name", "王")
    at.presenter.choose_identity(0, "veteran", {})
    row, card = at.view.rows[0], at.view.card
    assert card is not None
    assert (row.amount, row.amount_tone) == ("待定", "unknown")
    assert (card.total_known, card.open_note) == (False, "另有 1 人金额待定，未计入")


def test_without_a_village_nothing_is_priced(at: At) -> None:
    at.presenter.set_member(0, "name", "王")
    assert at.view.card is None


def test_a_new_member_begins_in_the_row_below_and_a_blank_one_goes(at: At) -> None:
    at.presenter.set_member(0, "name", "王")
    assert at.view.rows[0].relation == "02"
    at.presenter.set_member(1, "name", "李")
    assert [row.name for row in at.view.rows] == ["王", "李"]
    at.presenter.set_member(1, "name", "")
    assert [row.name for row in at.view.rows] == ["王"]


def test_a_wrong_check_digit_is_said_as_soon_as_the_number_is_complete(at: At) -> None:
    number = HEAD.document_number
    wrong = number[:17] + ("1" if number[17] != "1" else "2")
    at.presenter.set_member(0, "name", "王")
    at.presenter.focused(0, "document_number", "")
    for end in (6, 12, 17):
        at.presenter.set_member(0, "document_number", wrong[:end])
        assert at.view.marks == {}
        assert at.view.note.text == f"已输入 {end} 位，共 18 位"
    at.presenter.set_member(0, "document_number", wrong)
    assert at.view.marks == {(0, "document_number"): "mistake"}
    assert at.view.note.text.startswith("校验位不符")
    at.presenter.set_member(0, "document_number", number)
    assert at.view.marks == {}
    assert at.view.note.text == "号码无误：1975年3月1日出生，男，46 岁"


def test_birth_and_sex_come_from_the_number_and_are_locked(at: At) -> None:
    at.presenter.set_member(0, "name", "王")
    at.presenter.set_member(0, "document_number", HEAD.document_number)
    row = at.view.rows[0]
    assert (row.sex, row.birth_date, row.derived) == ("1", "1975-03-01", True)
    at.presenter.set_member(0, "document_type", "990201")
    assert not at.view.rows[0].derived


def test_a_mistake_shows_only_once_its_field_was_left(at: At) -> None:
    at.presenter.set_member(0, "document_number", HEAD.document_number[:10])
    at.presenter.focused(0, "document_number", "")
    assert at.view.marks == {}
    at.presenter.left(0, "document_number")
    assert at.view.marks == {(0, "document_number"): "mistake"}


def test_saving_with_a_mistake_goes_to_it_and_writes_nothing(at: At) -> None:
    at.enter_family()
    at.presenter.set_member(1, "document_number", "123")
    events = _events(at.desk)
    at.presenter.save()
    assert at.view.cursor == (1, "document_number")
    assert at.view.marks[1, "document_number"] == "mistake"
    assert _events(at.desk) == events
    assert not at.view.busy


def test_a_mistake_elsewhere_says_its_row_and_field(at: At) -> None:
    at.enter_family()
    at.presenter.set_member(1, "document_number", "123")
    at.presenter.save()
    at.presenter.focused(0, "name", "")
    assert at.view.note.text.startswith("第 2 行 证件号码：位数不对")


def test_saving_keeps_the_household_and_drops_the_draft(at: At) -> None:
    at.enter_family()
    at.presenter.keep_draft()
    assert load_draft(at.desk) is not None
    at.presenter.save()
    assert load_draft(at.desk) is None
    assert not at.presenter.changed
    assert at.presenter.household.household_id
    assert all(row.protected for row in at.view.rows)
    assert (at.view.saves_told, at.view.payable) == (1, None)


def test_save_and_pay_hands_on_what_is_payable(at: At) -> None:
    at.enter_family()
    at.presenter.save(then_pay=True)
    assert at.view.payable is not None
    assert at.view.payable.saved.payable_fen == desks.FAMILY_FEN


def test_a_second_save_while_one_runs_does_nothing(at: At) -> None:
    at.enter_family()
    at.runner.hold()
    at.presenter.save()
    held = [at.view.busy]
    at.presenter.save(then_pay=True)
    at.runner.release()
    held.append(at.view.busy)
    assert held == [True, False]
    assert at.view.payable is None


def test_what_the_register_knows_stops_the_save_at_the_member(at: At) -> None:
    save_household(at.desk, FAMILY)
    at.presenter.set_household("division", VILLAGE)
    for name in ("name", "document_number"):
        at.presenter.set_member(0, name, getattr(HEAD, name))
    at.presenter.save()
    assert at.view.cursor == (0, "document_number")
    assert at.view.note.tone == "mistake"
    assert "已在另一户参保" in at.view.note.text
    at.presenter.set_member(0, "document_number", "")
    assert "已在另一户参保" not in at.view.note.text


def test_a_draft_comes_back_after_a_crash(at: At) -> None:
    at.enter_family()
    at.presenter.keep_draft()
    again = ScreenDouble()
    EnrolPresenter(at.session, again).begin()
    assert [row.name for row in again.rows] == ["王𠮷祥", "起桂仙", "李凤英", "王新"]
    assert "草稿已恢复" in again.meta


def test_what_was_cleared_can_be_brought_back(at: At) -> None:
    at.enter_family()
    at.presenter.new_household()
    assert at.view.rows == ()
    assert "Ctrl+B" in at.view.meta
    at.presenter.bring_back()
    assert len(at.view.rows) == 4


def test_the_next_household_stays_in_the_same_village(at: At) -> None:
    at.enter_family()
    at.presenter.save()
    at.presenter.new_household()
    assert at.presenter.household.division == VILLAGE
    assert not at.presenter.household.household_id


def test_the_value_above_is_repeated_except_names_and_numbers(at: At) -> None:
    at.presenter.set_member(0, "name", "王")
    at.presenter.choose_identity(0, "lifted_out_of_poverty", {})
    at.presenter.set_member(1, "name", "李")
    at.presenter.focused(1, "identities", "")
    at.presenter.repeat_above()
    assert [code for code, _ in at.view.rows[1].identities] == ["lifted_out_of_poverty"]
    at.presenter.focused(1, "name", "")
    at.presenter.repeat_above()
    assert at.view.rows[1].name == "李"


def test_an_identity_takes_its_answers_and_its_days(at: At) -> None:
    at.presenter.set_household("division", VILLAGE)
    at.presenter.set_member(0, "name", "王")
    at.presenter.choose_identity(0, "disability", {"kind": "physical", "grade": "1"})
    assert at.view.rows[0].identities == (("disability", "残疾（肢体 一级）"),)
    assert at.view.rows[0].amount == "200.00"
    at.presenter.focused(0, "recognised_on", "")
    at.presenter.change_identity(0, "disability", "recognised_on", "2021-13")
    at.presenter.save()
    assert at.view.note.text == "请按 20211115 的样子填写日期"
    at.presenter.change_identity(0, "disability", "recognised_on", "2020-01-02")
    assert at.presenter.household.members[0].identities[0].recognised_on == "2020-01-02"


def test_details_stand_for_the_facts_the_law_asks(at: At) -> None:
    at.presenter.set_household("division", VILLAGE)
    at.presenter.set_member(0, "name", "王")
    for name, value in (
        ("residence_permit", "yes"),
        ("student", "other"),
        ("academic_year", "2021-09/2022-08"),
        ("graduation_year", "2022"),
        ("hukou_address", "外县一村"),
        ("document_valid_to", "2031-01-01"),
        ("phone", "13800000000"),
    ):
        at.presenter.set_detail(0, name, value)
    at.presenter.set_circumstance(0, "newborn", "")
    at.presenter.set_circumstance(0, "moved_in", "2021-10-01")
    at.presenter.set_circumstance(0, "newborn", "2021-11-01")
    member = at.presenter.household.members[0]
    assert (member.circumstances[0].code, member.circumstances[0].on) == ("newborn", "2021-11-01")
    assert (member.residence_permit, member.phone) == (True, "13800000000")
    assert [one.code for one in member.circumstances] == ["newborn", "moved_in"]
    at.presenter.drop_circumstance(0, "moved_in")
    assert len(at.presenter.household.members[0].circumstances) == 1
    assert member.student is not None
    assert (member.student.academic_year, member.student.graduation_year) == (
        "2021-09/2022-08",
        2022,
    )
    assert (member.hukou_address, member.document_valid_to) == ("外县一村", "2031-01-01")
    at.presenter.set_detail(0, "other_scheme", "employee")
    assert (at.view.rows[0].amount, at.view.rows[0].amount_tone) == ("不能参保", "mistake")


def test_a_full_disk_is_said_and_nothing_entered_is_lost(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.enter_family()

    def full(*_: object, **__: object) -> None:
        raise Unavailable("DISK_FULL", "no space")

    monkeypatch.setattr(at.desk.store, "record", full)
    at.presenter.save()
    assert at.view.note.text.startswith("磁盘已满")
    assert len(at.view.rows) == 4
    assert at.presenter.changed
    assert not at.view.busy


def test_a_bug_is_not_swallowed(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    at.enter_family()

    def broken(*_: object, **__: object) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr(at.desk.store, "record", broken)
    with pytest.raises(KeyError):
        at.presenter.save()


def test_paid_members_stay(at: At) -> None:
    at.enter_family()
    at.presenter.save()
    at.presenter.set_member(4, "name", "王小二")
    at.presenter.focused(4, "name", "")
    at.presenter.remove_member()
    assert len(at.view.rows) == 4


def _events(desk: Desk) -> int:
    count: int = desk.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return count


def test_numbers_of_the_helpers_are_valid() -> None:
    assert check_digit(HEAD.document_number[:17]) == HEAD.document_number[17]
