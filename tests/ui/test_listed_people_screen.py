"""What lists said of somebody shows while they are registered, and is confirmed by keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from desktop.app.keyboard import Key
from desktop.ui.lists.batches.view import BatchesTab
from desktop.ui.theme.look import Look
from desktop.usecases.households import save_household
from desktop.usecases.lists.batches import waiting
from tests.helpers.desks import HEAD, SON, with_members
from tests.helpers.screens import session_of
from tests.helpers.stations import VILLAGE
from tests.ui.conftest import AtScreen
from tests.unit.usecases.test_listed_people import held, low, take


def test_a_clerk_sees_which_list_says_it_and_the_price_has_it(
    at_screen: AtScreen, tmp_path: Path
) -> None:
    at, desk = at_screen, at_screen.session.desk
    take(desk, tmp_path, low(HEAD))
    presenter = at.screen.presenter
    presenter.set_household("division", VILLAGE)
    for name in ("name", "document_number", "relation"):
        presenter.set_member(0, name, getattr(HEAD, name))
    presenter.left(0, "document_number")
    assert "来自 2021年11月 县民政局低保 第 2 行" in at.screen.form.memberMessage.words
    assert "200.00" in at.screen.form.priceTotal.text()
    presenter.save()
    assert held(desk, HEAD.document_number) == ["subsistence_allowance"]
    at.keys.press(Key.Key_F8)
    told = " ".join(label.text() for label in at.screen.findChildren(QLabel))
    assert f"{HEAD.name}：来自 2021年11月 县民政局低保 第 2 行" in told


def test_who_is_alike_is_confirmed_without_the_mouse(
    at_screen: AtScreen, look: Look, tmp_path: Path
) -> None:
    desk = at_screen.session.desk
    desk.role = "clerk"
    head = ("姓名", "出生日期", "救助类别")
    take(desk, tmp_path, [(HEAD.name, "1975-03-01", "农村低保")], head=head)
    save_household(desk, with_members(HEAD, SON))
    tab = BatchesTab(session_of(desk, runner=at_screen.runner), look, at_screen.screen)
    tab.resize(1194, 640)
    tab.show()
    tab.begin()
    assert not tab.who.isVisible()
    at_screen.keys.press(Key.Key_F6)
    assert tab.tables["waiting"].rowCount() == 1
    assert tab.who.isVisible()
    at_screen.keys.enter()
    assert tab.who.hasFocus()
    at_screen.keys.type("1")
    assert "已落实 1 条" in tab.message.words
    assert waiting(desk) == ()
    assert held(desk, HEAD.document_number) == ["subsistence_allowance"]
