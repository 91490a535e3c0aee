"""What the screen offers and settles with a member, without Qt, over a real desk and law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from desktop.domain import codes
from desktop.domain.facts import OtherCover
from desktop.domain.household import HouseholdInput
from desktop.domain.invented import invented_number
from desktop.ui.enroll.presenter import EnrolPresenter
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers import desks
from tests.helpers.desks import CAMPAIGN, FAMILY, HEAD, NEWBORN, SON, with_members
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import ScreenDouble, session_of
from tests.helpers.stations import VILLAGE

CARD = invented_number(date(2021, 11, 1), 9, codes.FEMALE)


@dataclass(slots=True)
class At:
    desk: Desk
    runner: InlineRunner
    view: ScreenDouble
    presenter: EnrolPresenter

    def open(self, household: HouseholdInput) -> str:
        """Save a household and show it."""
        saved = save_household(self.desk, household)
        self.presenter.open(saved.household_id)
        return saved.household_id

    def offered(self, place: int) -> dict[str, bool]:
        """Return what is offered on a member, and whether it can be done now."""
        self.presenter.focused(place, "name", "")
        return {one.code: one.enabled for one in self.presenter.tasks.offers()}

    def enter(self, **fields: object) -> None:
        """Enter the head, with fields of one's own."""
        self.presenter.set_household("division", VILLAGE)
        entered = {"name": HEAD.name, "document_number": HEAD.document_number, "relation": "02"}
        for name, value in (entered | fields).items():
            self.presenter.set_member(0, name, value)


@pytest.fixture
def at() -> Iterator[At]:
    with desks.desk() as desk:
        runner, view = InlineRunner(), ScreenDouble()
        presenter = EnrolPresenter(session_of(desk, runner=runner), view)
        presenter.begin()
        yield At(desk, runner, view, presenter)


def test_what_needs_a_saved_household_waits_for_it(at: At) -> None:
    at.open(FAMILY)
    ready = {"renumber": True, "move": True, "void": True, "unmask": True}
    assert at.offered(1) == ready
    at.presenter.set_household("phone", "13800000000")
    assert at.offered(1) == {"renumber": False, "move": False, "void": False, "unmask": True}
    at.presenter.focused(None, "phone", "")
    assert at.presenter.tasks.offers() == ()


def test_what_is_paid_cannot_be_voided(at: At) -> None:
    household = at.open(with_members(HEAD))
    take_payment(at.desk, PaymentInput(household, "cash", 32000, campaign_year=CAMPAIGN))
    at.presenter.open(household)
    assert not at.offered(0)["void"]
    assert at.view.detail is not None
    assert at.view.detail.participation_locked


def test_a_newborn_s_card_is_entered_as_a_change_of_number(at: At) -> None:
    household = at.open(with_members(HEAD, NEWBORN))
    at.presenter.focused(1, "name", "")
    at.presenter.tasks.begin("renumber")
    at.presenter.tasks.set("document_number", CARD)
    at.presenter.tasks.act()
    assert at.view.task is None
    assert at.view.reopened is not None
    assert at.view.reopened[0] == household
    (_, child) = load_household(at.desk, household, CAMPAIGN).entry.members
    assert (child.document_type, child.document_number) == ("01", CARD)


def test_a_number_of_another_person_offers_to_merge_the_two(at: At) -> None:
    twin = replace(SON, name="王新", document_number=CARD, relation="02")
    save_household(at.desk, with_members(twin, number="001001-0008"))
    household = at.open(with_members(HEAD, NEWBORN))
    at.presenter.focused(1, "name", "")
    at.presenter.tasks.begin("renumber")
    at.presenter.tasks.set("document_number", CARD)
    at.presenter.tasks.act()
    task = at.view.task
    assert task is not None
    assert task.action == "人员合并"
    assert task.note is not None
    assert "王*" in task.note.text
    assert CARD not in task.note.text
    at.presenter.tasks.act()
    assert at.view.task is None
    members = load_household(at.desk, household, CAMPAIGN).entry.members
    assert members[1].document_number == CARD


@pytest.mark.parametrize("other", ["", "13700000000"])
def test_a_change_of_number_keeps_what_else_was_entered(at: At, other: str) -> None:
    twin = replace(SON, name="王新", document_number=CARD, relation="02")
    save_household(at.desk, with_members(twin, number="001001-0008"))
    household = at.open(with_members(HEAD, NEWBORN))
    at.presenter.set_household("phone", "13800000000")
    at.presenter.set_member(0, "phone", "13900000000")
    at.presenter.set_member(1, "document_type", "01")
    at.presenter.set_member(1, "document_number", CARD)
    at.presenter.set_member(1, "phone", other)
    at.presenter.focused(1, "document_number", "")
    at.presenter.left(1, "document_number")
    assert at.offered(1)["renumber"]
    at.presenter.tasks.begin("renumber")
    at.presenter.tasks.act()
    merging = at.view.task
    assert merging is not None
    assert merging.action == "人员合并"
    at.presenter.tasks.act()
    assert at.view.task is None
    entry = load_household(at.desk, household, CAMPAIGN).entry
    assert entry.phone == "13800000000"
    assert [one.phone for one in entry.members] == ["13900000000", other]
    assert (entry.members[1].document_number, entry.members[1].sex) == (CARD, "2")


def test_a_mistake_elsewhere_is_told_before_the_number_is_changed(at: At) -> None:
    twin = replace(SON, name="王新", document_number=CARD, relation="02")
    save_household(at.desk, with_members(twin, number="001001-0008"))
    household = at.open(with_members(HEAD, NEWBORN))
    at.presenter.set_member(0, "name", "")
    at.presenter.set_member(1, "document_type", "01")
    at.presenter.set_member(1, "document_number", CARD)
    at.presenter.focused(1, "document_number", "")
    at.presenter.tasks.begin("renumber")
    at.presenter.tasks.act()
    assert at.view.task is not None
    assert at.view.task.note is not None
    assert "姓名" in at.view.task.note.text
    assert load_household(at.desk, household, CAMPAIGN).entry.members[1].document_number != CARD


@pytest.mark.parametrize(
    ("standing", "status", "reason", "amount"),
    [
        ("ended", "ended", "", "320.00"),
        ("waiting", "waiting", "", "320.00"),
        ("active", "active", "employee", "不参保"),
    ],
)
def test_cover_elsewhere_is_settled_one_way_or_the_other(
    at: At, standing: str, status: str, reason: str, amount: str
) -> None:
    at.enter(other_cover=(OtherCover(scheme="employee", status="active"),))
    assert at.view.rows[0].amount == "不能参保"
    assert at.offered(0)["cover"]
    at.presenter.tasks.begin("cover")
    at.presenter.tasks.set("standing", standing)
    if standing == "ended":
        at.presenter.tasks.set("ended_on", "2021-10-31")
    at.presenter.tasks.act()
    (member,) = at.presenter.household.members
    assert member.other_cover[0].status == status
    assert member.not_enrolled == reason
    assert at.view.rows[0].amount == amount
    held = [(one.code, one.on) for one in member.circumstances]
    assert held == ([("employee_cover_ended", "2021-10-31")] if standing == "ended" else [])


def test_a_disability_card_fills_the_identity(at: At) -> None:
    at.enter(document_type="09", document_number=HEAD.document_number + "41")
    assert at.offered(0)["disability"]
    at.presenter.tasks.begin("disability")
    (identity,) = at.presenter.household.members[0].identities
    assert (identity.code, identity.kind, identity.grade) == ("disability", "physical", 1)
    assert "disability" not in at.offered(0)


def test_fifteen_digits_become_eighteen_once_the_field_is_left(at: At) -> None:
    old = HEAD.document_number[:6] + HEAD.document_number[8:17]
    at.enter(document_number=old)
    at.presenter.focused(0, "document_number", "")
    assert not at.view.rows[0].derived
    at.presenter.left(0, "document_number")
    assert at.presenter.household.members[0].document_number == HEAD.document_number
    assert at.view.note.text.startswith("15 位旧号码已换成 18 位")
    assert at.view.rows[0].derived


def test_the_register_speaks_as_soon_as_a_number_is_left(at: At) -> None:
    save_household(at.desk, FAMILY)
    at.enter()
    at.presenter.focused(0, "document_number", "")
    at.presenter.left(0, "document_number")
    assert at.view.marks[0, "document_number"] == "mistake"
    assert "001001-0001" in at.view.note.text


def test_an_answer_about_another_entry_is_dropped(at: At) -> None:
    save_household(at.desk, FAMILY)
    at.enter()
    at.runner.hold()
    at.presenter.left(0, "document_number")
    at.presenter.set_member(0, "document_number", SON.document_number)
    at.runner.release()
    assert (0, "document_number") not in at.view.marks


def test_a_namesake_is_warned_of_and_does_not_stop_the_save(at: At) -> None:
    save_household(at.desk, with_members(replace(SON, relation="02"), number="7"))
    at.presenter.set_household("division", VILLAGE)
    for name, value in (
        ("name", SON.name),
        ("document_type", "990201"),
        ("document_number", "P530000009"),
        ("birth_date", "2010-09-01"),
        ("sex", "1"),
        ("relation", "02"),
    ):
        at.presenter.set_member(0, name, value)
    at.presenter.focused(0, "name", "")
    at.presenter.left(0, "birth_date")
    assert at.view.marks[0, "name"] == "warning"
    assert "疑似重复：王*军" in at.view.note.text
    at.presenter.save()
    assert at.presenter.household.household_id


def test_a_character_papers_cannot_show_is_said_on_entry(at: At) -> None:
    at.enter(name="王\U00031350")
    at.presenter.focused(0, "name", "")
    at.presenter.left(0, "name")
    assert "print" in at.runner.lanes_used
    assert at.view.note.text.startswith("收据上印不出“\U00031350”")
    at.presenter.set_member(0, "name", "王𠮷")
    at.presenter.left(0, "name")
    assert "印不出" not in at.view.note.text


def test_common_names_ask_no_font(at: At) -> None:
    at.enter(name="买买提·艾力")
    at.presenter.left(0, "name")
    assert "print" not in at.runner.lanes_used


def test_leaving_the_member_shuts_the_panel(at: At) -> None:
    at.open(FAMILY)
    at.presenter.focused(1, "name", "")
    at.presenter.tasks.begin("unmask")
    assert at.presenter.tasks.is_open
    at.presenter.focused(2, "name", "")
    assert (at.view.task, at.presenter.tasks.is_open) == (None, False)


def test_the_history_of_a_new_household_says_so(at: At) -> None:
    at.presenter.show_history()
    assert [line.text for line in at.view.history] == ["还没有保存过，没有变更记录"]
    at.open(FAMILY)
    at.presenter.set_detail(1, "participation", "refused")
    at.presenter.save()
    at.presenter.show_history()
    texts = [line.text for line in at.view.history]
    assert "起桂仙 · 参保登记：已登记 → 已作废" in texts
    assert "起桂仙 · 原因：自愿放弃" in texts
    assert texts[0] == "2021-11-15 12:00 · tester · 登记 · 培训县医保服务站"
    assert not [text for text in texts if HEAD.document_number in text]


def test_a_lower_case_slip_in_an_override_is_forgotten_with_its_number(at: At) -> None:
    at.enter(document_override="刘复核/liu: 原号")
    at.presenter.set_member(0, "document_number", SON.document_number)
    assert at.presenter.household.members[0].document_override == ""
