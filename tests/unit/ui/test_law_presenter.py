"""What the page 政策与本地参数 decides, without Qt, over a real desk and the real law of 楚雄州."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest

from desktop.base.errors import Unavailable
from desktop.ui.enroll.shown import Note
from desktop.ui.law.page import Row
from desktop.ui.law.presenter import LawPresenter
from desktop.ui.law.shown import Detail, Editor, LineShown
from desktop.usecases.desk import Desk
from tests.helpers import desks
from tests.helpers.screens import session_of

DOCUMENT = "楚医保〔2021〕50号"


class PageDouble:
    """The page's view without Qt: remembers what it was told to show."""

    def __init__(self) -> None:
        self.lines: tuple[LineShown, ...] = ()
        self.meta = ""
        self.chosen = -1
        self.detail = Detail()
        self.editor: Editor | None = None
        self.note = Note()
        self.field = ""
        self.busy = False
        self.told = 0

    def show_page(self, lines: tuple[LineShown, ...], meta: str, chosen: int) -> None:
        """Remember the page."""
        self.lines, self.meta, self.chosen = lines, meta, chosen

    def show_detail(self, detail: Detail) -> None:
        """Remember the line in full."""
        self.detail = detail

    def show_editor(self, editor: Editor | None) -> None:
        """Remember the editor."""
        self.editor = editor

    def show_note(self, note: Note, field: str = "") -> None:
        """Remember the reserved line."""
        self.note, self.field = note, field

    def show_busy(self, *, busy: bool) -> None:
        """Remember whether writing is held."""
        self.busy = busy

    def values_changed(self) -> None:
        """Count."""
        self.told += 1


@dataclass(slots=True)
class At:
    """One person at the page."""

    desk: Desk
    view: PageDouble
    presenter: LawPresenter

    def go(self, title: str, group: str = "open") -> Row:
        """Choose a line by its title."""
        rows = self.presenter.rows
        place = next(at for at, row in enumerate(rows) if (row.title, row.group) == (title, group))
        self.presenter.choose(place)
        return rows[place]

    def propose(self, **fields: str) -> None:
        """Fill the chosen line's editor in and hand it over."""
        self.presenter.begin_proposal()
        for name, text in {"document": DOCUMENT, **fields}.items():
            self.presenter.set(name, text)
        self.presenter.submit()

    def titles(self, group: str) -> list[str]:
        """Return the titles of a group's lines, in order."""
        return [row.title for row in self.presenter.rows if row.group == group]


def person(desk: Desk, operator: str, role: str) -> At:
    view = PageDouble()
    signed_in = replace(desk, operator=operator, role=role)
    presenter = LawPresenter(session_of(signed_in), view)
    presenter.load()
    return At(signed_in, view, presenter)


@contextmanager
def a_desk() -> Iterator[Desk]:
    with desks.desk() as desk:
        yield desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    with a_desk() as opened:
        yield opened


@pytest.fixture
def at(desk: Desk) -> At:
    return person(desk, "li", "policy")


class TestThePage:
    def test_open_values_come_first_with_reason_and_who_is_competent(self, at: At) -> None:
        groups = [row.group for row in at.presenter.rows]
        order = ["proposed", "open", "local", "document", "benefit"]
        assert groups == sorted(groups, key=order.index)
        assert at.titles("open")[:2] == ["待遇年度", "集中参保缴费期"]
        assert at.view.detail.says == "待定：没有待遇年度；由楚雄州医疗保障局确定"
        assert at.view.detail.tone == "unknown"

    def test_a_settled_value_shows_article_since_and_issuer(self, at: At) -> None:
        row = at.go("个人缴费标准", "document")
        assert (row.says, row.cited) == ("金额 320.00", "楚医保〔2021〕46号 第一条")
        assert row.since == "2021-09-22"
        assert "楚雄州医疗保障局" in at.view.detail.cited
        assert at.view.detail.actions.propose is False

    def test_benefits_are_told_apart_and_cannot_be_set(self, at: At) -> None:
        row = at.go("待遇信息：大病保险起付线", "benefit")
        assert (row.says, row.cited, row.since) == ("文件未载", "", "")
        assert at.view.detail.tone == "unknown"
        assert at.view.detail.actions.propose is False
        at.presenter.begin_proposal()
        assert "不参与计算" in at.view.note.text
        told = at.go("待遇信息：住院政策范围内支付比例", "benefit")
        assert (told.says, told.by) == ("70%左右", "国家医保局 财政部 国家税务总局")
        assert not [title for title in at.titles("open") if "待遇信息" in title]

    def test_what_the_documents_leave_open_and_nobody_can_set_is_not_lost(self, at: At) -> None:
        assert "大学生财政补助（2021，省属在昆高校）" in at.titles("open")

    def test_the_head_names_the_place_the_documents_and_what_waits(self, at: At) -> None:
        assert "2021 年度" in at.view.meta
        assert "楚医保〔2021〕46号 → 云医保〔2021〕90号 → 医保发〔2021〕32号" in at.view.meta
        assert f"待定 {len(at.titles('open'))} 项" in at.view.meta

    def test_another_day_shows_what_held_then(self, desk: Desk, at: At) -> None:
        at.propose(value="2022", valid_from="2021-11-01")
        second = person(desk, "wang", "supervisor")
        second.go("待遇年度", "proposed")
        second.presenter.approve()
        assert second.titles("local") == ["待遇年度"]
        second.presenter.set_day("2021-10-31")
        assert second.titles("local") == []
        second.presenter.set_day("2021-1")
        assert second.titles("local") == []
        second.presenter.set_day("2021-11-01")
        assert second.titles("local") == ["待遇年度"]

    def test_a_place_without_law_says_so(self, desk: Desk) -> None:
        view = PageDouble()
        session = replace(session_of(desk), campaign_year=1999)
        LawPresenter(session, view).load()
        assert view.lines == ()
        assert "没有收录" in view.detail.says


class TestProposing:
    def test_the_editor_knows_the_form_the_bounds_and_the_places(self, at: At) -> None:
        at.go("资助金额（退役军人）")
        at.presenter.begin_proposal()
        editor = at.view.editor
        assert editor is not None
        assert editor.form == "amount"
        assert editor.hint.startswith("不高于标准 320.00 元")
        assert editor.fields["authority"] == "楚雄州医疗保障局"
        assert editor.fields["valid_from"] == "2021-11-15"
        assert [code for code, _ in editor.divisions] == ["539999", "532300", "530000"]

    def test_a_proposal_waits_on_top_and_changes_nothing_yet(self, at: At) -> None:
        at.propose(value="2022")
        assert at.view.note == Note(f"已提出（{DOCUMENT}），等另一位复核员或政策管理员批准", "ok")
        assert at.view.told == 1
        assert at.view.editor is None
        assert at.titles("proposed") == ["待遇年度"]
        assert at.titles("open")[0] == "待遇年度"
        assert at.view.detail.says == "待批准：2022"

    @pytest.mark.parametrize(
        ("fields", "where", "words"),
        [
            ({"value": "2022", "document": ""}, "document", "请填写文号"),
            ({"value": "明年"}, "value", "不符合格式"),
            ({"value": ""}, "value", "不符合格式"),
            ({"value": "2022", "valid_from": "2021-13"}, "valid_from", "20211115"),
            ({"value": "2022", "valid_to": "later"}, "valid_to", "20211115"),
            ({"value": "2022", "valid_to": "2021-11-01"}, "valid_to", "终止日早于起始日"),
        ],
    )
    def test_what_is_wrong_is_said_at_its_field(
        self, at: At, fields: dict[str, str], where: str, words: str
    ) -> None:
        at.propose(**fields)
        assert (at.view.field, at.view.note.tone) == (where, "mistake")
        assert words in at.view.note.text
        assert at.view.editor is not None
        assert at.view.busy is False
        assert at.titles("proposed") == []

    @pytest.mark.parametrize(
        ("title", "fields", "said"),
        [
            ("资助金额（退役军人）", {"value": "120"}, "待批准：120.00 元"),
            (
                "集中参保缴费期",
                {"value": "2021-09-22", "value_to": "2021-12-31"},
                "待批准：2021-09-22 至 2021-12-31",
            ),
            ("待遇等待期天数", {"value": "90"}, "待批准：90 天"),
            ("等待期起算方式", {"value": "payment_day_is_day_0"}, "待批准：缴费次日为第 1 天"),
            ("衔接政策已出台", {"value": "yes"}, "待批准：是"),
            ("年龄计算基准日", {"value": "2021-12-31"}, "待批准：2021-12-31"),
            ("单位类别（培训县）", {"value": "2"}, "待批准：二类"),
        ],
    )
    def test_every_form_of_value(
        self, at: At, title: str, fields: dict[str, str], said: str
    ) -> None:
        at.go(title)
        at.propose(**fields)
        assert at.view.detail.says == said

    def test_who_is_competent_is_proposed_and_another_level_is_told_at_its_field(
        self, at: At
    ) -> None:
        at.presenter.begin_proposal()
        assert at.view.editor is not None
        assert at.view.editor.fields["division"] == "532300"
        at.propose(value="2022", division="539999")
        assert (at.view.field, at.view.note.tone) == ("delegation", "mistake")
        assert "由楚雄州医疗保障局确定" in at.view.note.text
        at.presenter.set("delegation", "楚医保〔2021〕77号")
        at.presenter.set("title", "关于待遇年度的通知")
        at.presenter.submit()
        assert at.titles("proposed") == ["待遇年度"]
        (value,) = at.desk.known_local_values.values
        assert (value.title, value.delegation) == ("关于待遇年度的通知", "楚医保〔2021〕77号")
        assert "《关于待遇年度的通知》" in at.view.detail.history[0]
        assert "授权 楚医保〔2021〕77号" in at.view.detail.history[0]

    def test_an_amount_above_the_standard_is_refused(self, at: At) -> None:
        at.go("资助金额（退役军人）")
        at.propose(value="320.01")
        assert at.view.field == "value"
        assert "高于个人缴费标准 320.00 元" in at.view.note.text

    def test_cancelling_records_nothing(self, at: At) -> None:
        at.presenter.begin_proposal()
        at.presenter.cancel()
        at.presenter.submit()
        assert at.view.editor is None
        assert at.titles("proposed") == []

    def test_a_clerk_reads_only(self, desk: Desk) -> None:
        clerk = person(desk, "zhao", "clerk")
        clerk.presenter.begin_proposal()
        assert clerk.view.editor is None
        assert "可以查看和试算" in clerk.view.note.text

    def test_what_a_document_settles_is_not_set(self, at: At) -> None:
        at.go("个人缴费标准", "document")
        at.presenter.begin_proposal()
        assert at.view.editor is None
        assert "文件已经写明" in at.view.note.text

    def test_a_disk_that_fails_is_said(self, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise Unavailable("DISK_FAILED", "full")

        monkeypatch.setattr(at.desk.store, "record", fail)
        at.propose(value="2022")
        assert at.view.note.tone == "mistake"
        assert at.view.editor is not None
        assert at.view.busy is False


class TestDeciding:
    def test_who_proposed_may_only_take_it_back(self, at: At) -> None:
        at.propose(value="2022")
        can = at.view.detail.actions
        assert (can.approve, can.reject, can.own) == (False, True, True)
        at.presenter.approve()
        assert at.titles("proposed") == ["待遇年度"]
        at.presenter.begin_rejection()
        assert at.view.editor is not None
        assert at.view.editor.title == "收回自己提出的：待遇年度"

    def test_another_person_approves_and_it_is_in_force(self, desk: Desk, at: At) -> None:
        at.propose(value="2022")
        second = person(desk, "wang", "supervisor")
        second.go("待遇年度", "proposed")
        assert second.view.detail.actions.approve
        second.presenter.approve()
        assert second.titles("local") == ["待遇年度"]
        assert "待遇年度" not in second.titles("open")
        assert second.view.detail.says == "2022"
        assert DOCUMENT in second.view.detail.cited
        assert second.view.told == 1

    def test_turning_down_wants_a_reason(self, desk: Desk, at: At) -> None:
        at.propose(value="2022")
        second = person(desk, "wang", "supervisor")
        second.go("待遇年度", "proposed")
        second.presenter.begin_rejection()
        second.presenter.submit()
        assert second.view.field == "reason"
        second.presenter.set("reason", "文号不对")
        second.presenter.submit()
        assert second.titles("proposed") == []
        second.go("待遇年度")
        assert "wang 退回：文号不对" in second.view.detail.history[0]

    def test_a_value_in_force_is_taken_back_by_a_document_and_another_person(
        self, desk: Desk, at: At
    ) -> None:
        at.propose(value="2022", valid_from="2021-09-22")
        second = person(desk, "wang", "supervisor")
        second.go("待遇年度", "proposed")
        second.presenter.approve()
        second.go("待遇年度", "local")
        assert second.view.detail.actions.revoke
        second.presenter.begin_revocation()
        editor = second.view.editor
        assert editor is not None
        assert (editor.revoking, editor.title) == (True, "提出撤销：待遇年度")
        second.presenter.submit()
        assert second.view.field == "document"
        second.presenter.set("document", "楚医保〔2021〕61号")
        second.presenter.submit()
        first = person(desk, "li", "policy")
        first.go("待遇年度", "proposed")
        assert first.view.detail.says == "待批准：撤销"
        first.presenter.approve()
        assert first.titles("local") == []
        assert "待遇年度" in first.titles("open")

    def test_a_value_is_replaced_and_its_history_tells(self, desk: Desk, at: At) -> None:
        at.propose(value="2021", valid_from="2021-09-22")
        second = person(desk, "wang", "supervisor")
        second.go("待遇年度", "proposed")
        second.presenter.approve()
        second.go("待遇年度", "local")
        assert second.view.detail.actions.replace
        second.propose(value="2022", document="楚医保〔2021〕60号")
        first = person(desk, "li", "policy")
        first.go("待遇年度", "proposed")
        first.presenter.approve()
        assert first.view.detail.says == "2022"
        newest, oldest = first.view.detail.history
        assert newest.startswith("执行中 · ")
        assert oldest.startswith("已被替换 · ")
        assert "自 2021-11-15 起被替换" in oldest
