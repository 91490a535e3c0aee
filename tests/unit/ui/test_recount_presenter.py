"""多退少补与财政补助 without Qt, over a real desk: lists, sums, approval in two presses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.ui.enroll.shown import Note
from desktop.ui.law.recount.presenter import Progress, RecountPresenter, Shown, Task
from desktop.usecases.approve_repricing import approve
from desktop.usecases.desk import Desk
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.repricing import reprice
from tests.helpers.desks import CAMPAIGN
from tests.helpers.desks import desk as signed_in
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import session_of
from tests.unit.usecases.test_decide_difference import UNDATED
from tests.unit.usecases.test_local_values import proposal, put_in_force
from tests.unit.usecases.test_repricing import RECOGNISED, enrolled, give_identity, paid


class PageDouble:
    """The page's view without Qt."""

    def __init__(self) -> None:
        self.task: Task = "reprice"
        self.shown = Shown()
        self.note = Note()
        self.working: list[bool] = [False]
        self.confirming: list[bool] = [False]
        self.told = 0
        self.field = ""
        self.waiting: tuple[tuple[str, ...], ...] = ()
        self.may_decide = False
        self.fields: dict[str, str] = {}

    def show_waiting(self, rows: tuple[tuple[str, ...], ...], *, may_decide: bool) -> None:
        """Remember what waits for a decision."""
        self.waiting, self.may_decide = rows, may_decide

    def show_decision(self, fields: dict[str, str]) -> None:
        """Remember the decision's fields."""
        self.fields = fields

    def show_task(self, task: Task, shown: Shown) -> None:
        """Remember the table."""
        self.task, self.shown = task, shown

    def show_note(self, note: Note, field: str = "") -> None:
        """Remember the reserved line."""
        self.note, self.field = note, field

    def show_work(self, progress: Progress | None) -> None:
        """Remember the work under way."""
        self.working.append(progress is not None)

    def show_confirming(self, *, confirming: bool) -> None:
        """Remember whether it asks once more."""
        self.confirming.append(confirming)

    def asks_again(self) -> bool:
        """Tell whether the button asks once more."""
        return self.confirming[-1]

    def is_working(self) -> bool:
        """Tell whether work is shown to be under way."""
        return self.working[-1]

    def desk_changed_now(self) -> None:
        """Count."""
        self.told += 1


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in(role="supervisor") as opened:
        yield opened


@pytest.fixture
def view() -> PageDouble:
    return PageDouble()


def page(desk: Desk, view: PageDouble, runner: InlineRunner | None = None) -> RecountPresenter:
    made = RecountPresenter(session_of(desk, runner=runner), view)
    made.begin()
    return made


def test_first_it_says_what_it_is_for(desk: Desk, view: PageDouble) -> None:
    page(desk, view)
    assert view.shown.rows == ()
    assert "按 F9" in view.shown.empty
    assert view.shown.may_run
    assert not view.shown.may_approve


def test_where_nothing_changes_it_says_how_many_were_priced(desk: Desk, view: PageDouble) -> None:
    paid(desk)
    page(desk, view).run()
    assert view.shown.empty == "核算了 4 人，没有需要调整的"
    assert not view.shown.may_approve
    assert not view.is_working()


def test_who_was_recognised_and_paid_in_full_is_listed_by_name(
    desk: Desk, view: PageDouble
) -> None:
    give_identity(desk, paid(desk), RECOGNISED)
    page(desk, view).run()
    (row,) = view.shown.rows
    assert row[:6] == ("001001-0001", "王𠮷祥", "补落实资助", "320.00", "200.00", "120.00")
    assert row[6] == "城乡低保对象"
    assert "补落实资助 1 人 120.00 元" in view.shown.summary


def test_approving_asks_once_with_the_numbers_and_then_records(
    desk: Desk, view: PageDouble
) -> None:
    give_identity(desk, paid(desk), RECOGNISED)
    presenter = page(desk, view)
    presenter.run()
    presenter.approve()
    assert view.asks_again()
    assert "补落实资助 1 人 120.00 元" in view.note.text
    assert view.told == 0
    presenter.approve()
    assert view.note.text == "已批准：改数 0 人，差额 1 人，待决定 0 人，已变动未记 0 人"
    assert view.told == 1
    assert not view.asks_again()
    presenter.run()
    assert view.shown.rows == ()


def test_turning_away_takes_the_question_back(desk: Desk, view: PageDouble) -> None:
    give_identity(desk, paid(desk), RECOGNISED)
    presenter = page(desk, view)
    presenter.run()
    presenter.approve()
    presenter.choose("fiscal")
    assert not view.asks_again()
    presenter.approve()
    assert not view.asks_again()
    presenter.choose("reprice")
    assert len(view.shown.rows) == 1


def test_unpaid_figures_follow_a_local_value(desk: Desk, view: PageDouble) -> None:
    enrolled(desk)
    put_in_force(desk, proposal())
    page(desk, view).run()
    assert {row[2] for row in view.shown.rows} == {"未缴费，改数"}
    assert {row[5] for row in view.shown.rows} == {"—"}
    assert all("待遇年度 待定 → 2022" in row[6] for row in view.shown.rows)


def test_a_status_lost_after_paying_is_for_a_person_with_the_reason(
    desk: Desk, view: PageDouble
) -> None:
    household = enrolled(desk)
    give_identity(desk, household, RECOGNISED)
    take_payment(desk, PaymentInput(household, "cash", 86_000))
    give_identity(desk, household)
    page(desk, view).run()
    (row,) = view.shown.rows
    assert (row[2], row[5]) == ("须由人决定", "—")
    assert "文件没有规定追缴" in row[6]


def test_the_claim_adds_up_to_the_fen_and_says_what_is_open(desk: Desk, view: PageDouble) -> None:
    paid(desk)
    presenter = page(desk, view)
    presenter.choose("fiscal")
    assert "精确到分" in view.shown.empty
    presenter.run()
    county, *above = view.shown.rows
    assert county == ("培训县", "4", "1,856.00", "324.80", "待定", "待定", "2,320.00")
    assert [row[6] for row in above] == ["2,320.00", "2,320.00"]
    assert "已缴费 4 人" in view.shown.summary
    assert "待定" in view.shown.summary


def test_a_claim_without_payments(desk: Desk, view: PageDouble) -> None:
    presenter = page(desk, view)
    presenter.choose("fiscal")
    presenter.run()
    assert view.shown.empty == "本年度还没有已缴费的人员"


def test_an_auditor_sees_and_approves_nothing(desk: Desk, view: PageDouble) -> None:
    give_identity(desk, paid(desk), RECOGNISED)
    presenter = page(replace(desk, role="auditor"), view)
    presenter.run()
    assert len(view.shown.rows) == 1
    assert not view.shown.may_approve


def test_a_clerk_works_nothing_out(desk: Desk, view: PageDouble) -> None:
    presenter = page(replace(desk, role="clerk"), view)
    presenter.run()
    assert not view.shown.may_run
    assert "政策管理员" in view.shown.empty


def test_work_can_be_stopped_and_changes_nothing(desk: Desk, view: PageDouble) -> None:
    give_identity(desk, paid(desk), RECOGNISED)
    runner = InlineRunner()
    presenter = page(desk, view, runner)
    runner.hold()
    presenter.run()
    assert view.is_working()
    presenter.run()
    presenter.stop()
    runner.release()
    assert not view.is_working()
    assert view.note == Note("已取消，没有任何改动", "quiet")
    assert view.shown.rows == ()


def deciding(desk: Desk, view: PageDouble) -> RecountPresenter:
    """Open the page on what a person must decide."""
    give_identity(desk, paid(desk), UNDATED)
    approve(desk, reprice(desk, CAMPAIGN))
    presenter = page(desk, view)
    presenter.choose("decide")
    return presenter


def test_what_waits_is_listed_with_its_reason(desk: Desk, view: PageDouble) -> None:
    deciding(desk, view)
    assert view.may_decide
    assert view.waiting == (
        ("001001-0001", "王𠮷祥", "320.00", "320.00", "120.00", "200.00", "没有认定日期"),
    )


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({}, "outcome", "请选择处理结果"),
        ({"outcome": "refund", "amount": "一百"}, "amount", "如 120"),
        ({"outcome": "refund", "document": "x", "reason": "y"}, "amount", "须填金额"),
        ({"outcome": "refund", "amount": "120", "reason": "y"}, "document", "条文或文号"),
        ({"outcome": "refund", "amount": "120", "document": "x"}, "reason", "原因"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    desk: Desk, view: PageDouble, typed: dict[str, str], field: str, words: str
) -> None:
    presenter = deciding(desk, view)
    for name, text in typed.items():
        presenter.deciding.set(name, text)
    presenter.approve()
    assert (view.field, view.note.tone) == (field, "mistake")
    assert words in view.note.text
    assert len(view.waiting) == 1
    presenter.deciding.set("reason", "低保证显示 2021-10 认定")
    assert (view.field, view.note) == ("", Note())


def test_a_decision_is_recorded_and_waits_no_more(desk: Desk, view: PageDouble) -> None:
    presenter = deciding(desk, view)
    typed = {"outcome": "refund", "amount": "120", "document": "云医保〔2021〕90号 二"}
    for name, text in {**typed, "reason": "低保证"}.items():
        presenter.deciding.set(name, text)
    presenter.approve()
    assert view.note == Note("已记录：王𠮷祥", "ok")
    assert (view.waiting, view.may_decide, view.told) == ((), False, 1)


def test_the_claims_years_are_chosen(desk: Desk, view: PageDouble) -> None:
    paid(desk)
    presenter = page(desk, view)
    presenter.choose("fiscal")
    presenter.run()
    assert view.shown.summary.startswith("2021 年度已缴费 4 人 · 2021 年补助标准")
    presenter.set_year("campaign", "2020")
    presenter.run()
    assert not view.shown.rows
    presenter.set_year("campaign", "2021")
    presenter.set_year("subsidy", "2022")
    presenter.run()
    assert "2022 年补助标准" in view.shown.summary
    assert "待定" in view.shown.rows[0]
    presenter.set_year("subsidy", "二一")
    presenter.run()
    assert (view.field, view.note.tone) == ("subsidy", "mistake")
