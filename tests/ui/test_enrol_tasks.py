"""Actions on a member by keyboard: panels, steps back, history; through real widgets and a desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.app.keyboard import Key, Modifier
from desktop.base.ids import SeededIds
from desktop.domain import codes
from desktop.store import register
from desktop.store.vault import OperatorEntry, Vault
from desktop.ui.enroll.view import EnrolScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize
from desktop.usecases.households import save_household
from tests.helpers.desks import CAMPAIGN, FAMILY, HEAD, MOTHER, SON, with_members
from tests.helpers.stations import KEY
from tests.ui.conftest import AtScreen

CTRL = Modifier.ControlModifier
WRONG = HEAD.document_number[:17] + ("0" if HEAD.document_number[17] != "0" else "1")


def opened(at: AtScreen) -> EnrolScreen:
    """Save the family and open it on the screen."""
    saved = save_household(at.session.desk, FAMILY)
    at.screen.presenter.open(saved.household_id)
    return at.screen


def do(at: AtScreen, code: str) -> None:
    """Open the menu with its key and take an action by the arrow keys."""
    at.keys.press(Key.Key_M, CTRL)
    menu = at.screen.lower_card.menu
    assert menu.isVisible()
    wanted = next(one for one in menu.actions() if one.objectName() == f"offer_{code}")
    assert wanted.isEnabled(), code
    menu.setActiveAction(wanted)
    menu.activeAction().trigger()
    menu.close()


def type_into(at: AtScreen, name: str, text: str) -> None:
    """Type into a field of the panel."""
    at.screen.lower_card.task.field(name).setFocus()
    at.keys.type(text)


def test_a_whole_number_is_shown_for_a_reason_and_only_in_the_panel(at_screen: AtScreen) -> None:
    at = at_screen
    screen = opened(at)
    screen.table.focus(0, "name")
    do(at, "unmask")
    at.keys.type("1")
    at.keys.enter(2)
    panel = screen.lower_card.task
    shown = [label.text() for label in screen.form.taskScroll.findChildren(QLabel)]
    number = HEAD.document_number
    assert f"{number[:6]} {number[6:14]} {number[14:]}" in shown
    assert number[6:14] not in screen.table.rows[0].form.document_number.text()
    looks = at.session.desk.store.connection.execute("SELECT reason FROM looks").fetchall()
    assert [row[0] for row in looks] == ["compare_document"]
    at.keys.press(Key.Key_Escape)
    assert not screen.lower_card.action_open
    assert number[6:14] not in panel._result.text() or not panel._result.isVisible()


def test_a_supervisor_lets_a_number_pass_while_the_clerk_stays(
    at_screen: AtScreen, tmp_path: Path
) -> None:
    at = at_screen
    at.session.desk.folder = tmp_path
    vault = Vault(tmp_path)
    vault.add(OperatorEntry("liu", "刘复核", "supervisor"), "watch-password", KEY, SeededIds(4))
    screen, presenter = at.screen, at.screen.presenter
    presenter.set_household("division", FAMILY.division)
    for name in ("name", "document_number", "relation"):
        value = WRONG if name == "document_number" else getattr(HEAD, name)
        presenter.set_member(0, name, value)
    screen.table.focus(0, "document_number")
    do(at, "override")
    type_into(at, "password", "not-this-one")
    type_into(at, "reason", "户口簿原号如此")
    at.keys.enter(2)
    assert screen.lower_card.action_open
    assert "口令不对" in screen.lower_card.task._message.words
    type_into(at, "password", "watch-password")
    at.keys.enter(3)
    assert screen.form.lowerStack.currentWidget() is screen.form.detailScroll
    presenter.save()
    assert presenter.household.household_id
    row = register.person_by_document(at.session.desk.store.connection, WRONG)
    assert row is not None
    assert row["document_override"] == "刘复核/liu: 户口簿原号如此"
    assert at.session.desk.operator == "tester"


def test_a_member_is_moved_to_a_household_named_by_its_number(at_screen: AtScreen) -> None:
    at = at_screen
    alone = with_members(replace(SON, relation=codes.HEAD), number="001001-0002")
    other = save_household(at.session.desk, alone).household_id
    screen = opened(at)
    screen.table.focus(2, "name")
    do(at, "move")
    type_into(at, "target", "2")
    type_into(at, "where", "001001-0002")
    type_into(at, "relation", "6")
    at.keys.enter(3)
    assert screen.presenter.household.household_id == other
    names = [one.name for one in screen.presenter.household.members]
    assert sorted(names) == sorted([MOTHER.name, SON.name])
    assert "已迁入 1 人" in screen.form.meta.text()


def test_the_search_names_the_household_to_move_to(at_screen: AtScreen) -> None:
    at = at_screen
    alone = with_members(replace(SON, relation=codes.HEAD), number="001001-0002")
    other = save_household(at.session.desk, alone).household_id
    screen = opened(at)
    screen.table.focus(2, "name")
    do(at, "move")
    screen.presenter.open(other)
    assert screen.lower_card.task.field("where").text() == f"001001-0002 · {SON.name}"
    screen.lower_card.task.act.click()
    assert len(register.members(at.session.desk.store.connection, other)) == 2


def test_when_the_head_goes_somebody_is_asked_to_be_it(at_screen: AtScreen) -> None:
    at = at_screen
    screen = opened(at)
    home = screen.presenter.household.household_id
    screen.table.focus(0, "name")
    do(at, "move")
    screen.lower_card.task.act.click()
    assert "谁任户主" in screen.lower_card.task._message.words
    type_into(at, "new_head", "1")
    screen.lower_card.task.act.click()
    people = register.members(at.session.desk.store.connection, home)
    assert [row["relation"] for row in people if row["relation"] == "02"] == ["02"]
    assert len(people) == 3


def test_an_enrolment_is_voided_with_a_reason(at_screen: AtScreen) -> None:
    at = at_screen
    screen = opened(at)
    screen.table.focus(1, "name")
    do(at, "void")
    screen.lower_card.task.act.click()
    assert "请写明原因" in screen.lower_card.task._message.words
    type_into(at, "reason", "1")
    screen.lower_card.task.act.click()
    rows = register.enrollments(
        at.session.desk.store.connection, screen.presenter.household.household_id, CAMPAIGN
    )
    assert len(rows) == 3
    assert screen.table.rows[1].form.amount.text() == "不参保"


def test_a_member_refuses_and_comes_back_by_one_digit(at_screen: AtScreen) -> None:
    at = at_screen
    screen = opened(at)
    screen.table.focus(1, "identities")
    screen.next_pane()
    assert screen.detail.form.participation.hasFocus()
    at.keys.type("5")
    assert screen.table.rows[1].form.amount.text() == "不参保"
    assert screen.detail.form.died_on.isVisible()
    at.keys.type("1")
    assert screen.table.rows[1].form.amount.text() == "200.00"
    assert not screen.detail.form.died_on.isVisible()


def test_whole_fields_are_taken_back_and_done_again(at_screen: AtScreen) -> None:
    at, screen = at_screen, at_screen.screen
    screen.table.focus(0, "name")
    at.keys.type("王祥")
    at.keys.enter(2)
    at.keys.type("5399")
    assert screen.presenter.household.members[0].document_number == "5399"
    at.keys.press(Key.Key_Z, CTRL)
    assert screen.presenter.household.members[0].document_number == ""
    at.keys.press(Key.Key_Z, CTRL)
    assert [one.name for one in screen.presenter.household.members] == []
    at.keys.press(Key.Key_Y, CTRL)
    at.keys.press(Key.Key_Y, CTRL)
    assert screen.presenter.household.members[0].document_number == "5399"


def test_a_save_is_taken_back_and_what_was_typed_stands_there_again(at_screen: AtScreen) -> None:
    at, screen = at_screen, at_screen.screen
    presenter = screen.presenter
    presenter.set_household("division", FAMILY.division)
    for name in ("name", "document_number", "relation"):
        presenter.set_member(0, name, getattr(HEAD, name))
    presenter.save()
    household = presenter.household.household_id
    assert household
    screen.table.focus(0, "name")
    at.keys.press(Key.Key_Z, CTRL)
    assert register.members(at.session.desk.store.connection, household) == []
    assert presenter.household.household_id == ""
    assert presenter.household.members[0].name == HEAD.name
    assert presenter.changed
    assert "已撤销上次保存" in screen.form.meta.text()


def test_what_changed_is_one_key_away(at_screen: AtScreen) -> None:
    at = at_screen
    screen = opened(at)
    screen.presenter.set_household("phone", "13800000000")
    screen.presenter.save()
    screen.table.focus(0, "name")
    at.keys.press(Key.Key_H, CTRL)
    assert screen.form.lowerStack.currentWidget() is screen.form.historyScroll
    texts = [part.text() for part in screen.form.historyBody.findChildren(QLabel)]
    assert "本户 · 电话：13800000000" in texts
    at.keys.press(Key.Key_Escape)
    assert screen.form.tabDetail.isChecked()


def test_the_relations_can_all_be_listed(at_screen: AtScreen) -> None:
    at = at_screen
    screen = opened(at)
    screen.table.focus(1, "relation")
    field = screen.table.rows[1].form.relation
    assert "妻" not in {option.words for option in field._options}
    do(at, "relations")
    assert "妻" in {option.words for option in field._options}


def test_an_identity_keeps_who_recognised_it_and_the_paper(at_screen: AtScreen) -> None:
    at = at_screen
    screen = opened(at)
    screen.table.focus(1, "identities")
    for name, value in (
        ("recognised_by", "civil_affairs"),
        ("evidence", "低保证 5301-22"),
        ("recognised_on", "2021-03-01"),
    ):
        screen.presenter.change_identity(1, "subsistence_allowance", name, value)
    screen.presenter.save()
    (identity,) = screen.presenter.household.members[1].identities
    assert (identity.recognised_by, identity.evidence) == ("civil_affairs", "低保证 5301-22")
    (line,) = screen.detail._lines
    assert line.form.evidence.text() == "低保证 5301-22"  # type: ignore[union-attr]


@pytest.mark.parametrize(("size", "lines"), [("normal", 1), ("large", 2), ("largest", 3)])
def test_nothing_scrolls_sideways_beside_the_price(
    size: TextSize, lines: int, open_screen: Callable[..., AtScreen], look: Look
) -> None:
    look.apply("light", size)
    at = open_screen()
    # What the window leaves of 1366 pixels beside its navigation.
    at.screen.resize(1366 - look.px(156), 660)
    opened(at)
    at.keys.settle()
    form = at.screen.form
    assert at.screen.table.lines == lines
    assert form.pageBody.width() <= form.pageScroll.viewport().width()
    assert form.priceCard.isVisible()
    row = at.screen.table.rows[0]
    assert row.width() <= form.membersScroll.viewport().width()
    do(at, "unmask")
    at.keys.settle()
    asked = at.screen.lower_card.task.field("reason")
    assert (
        form.pageScroll.viewport()
        .visibleRegion()
        .contains(asked.mapTo(form.pageScroll.viewport(), asked.rect().center()))
    )
    ends = [field.mapTo(row, field.rect().topRight()).x() for field in row.fields.values()]
    assert max(ends) < row.width()


def test_what_changed_in_one_household_is_not_told_under_the_next(at_screen: AtScreen) -> None:
    at = at_screen
    screen = opened(at)
    screen.ask_history()
    assert screen.form.historyBody.findChildren(QLabel)
    screen.presenter.new_household()
    assert screen.form.tabDetail.isChecked()
    told = [part for part in screen.form.historyBody.findChildren(QLabel) if part.text()]
    assert [part for part in told if part.isVisibleTo(screen.form.historyBody)] == []
