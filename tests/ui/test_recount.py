"""多退少补与财政补助 on the screen: by keyboard, in every look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.domain.codes import Language
from desktop.ui.law.recount.view import RecountScreen
from desktop.ui.shell.view import place_key
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.approve_repricing import approve
from desktop.usecases.repricing import reprice
from tests.helpers import desks
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import session_of
from tests.helpers.stage import stage
from tests.ui.conftest import AtWindow
from tests.ui.test_looks import cut_off
from tests.unit.usecases.test_decide_difference import UNDATED
from tests.unit.usecases.test_repricing import RECOGNISED, give_identity, paid


@pytest.fixture
def open_page(look: Look) -> Iterator[Callable[..., RecountScreen]]:
    """Open the page over a desk where one person is due assistance after payment."""
    with desks.desk(role="supervisor") as desk, stage(look) as shown:
        give_identity(desk, paid(desk), RECOGNISED)

        def open_(language: Language = "zh") -> RecountScreen:
            shown.speak(language)
            session = replace(session_of(desk, language=language), runner=InlineRunner())
            page = RecountScreen(session, look)
            shown.show(page, 1210, 660)
            page.begin()
            return page

        yield open_


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "large", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_page: Callable[..., RecountScreen],
    look: Look,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    page = open_page(language)
    keys = Keyboard(page)
    keys.settle()
    _keep(page, pictures, f"recount-{theme}-{size}-{language}-first")
    assert cut_off(page) == []
    for table in ("list", "waiting", "claim"):
        keys.press(Key.Key_F9)
        keys.settle()
        _keep(page, pictures, f"recount-{theme}-{size}-{language}-{table}")
        assert cut_off(page) == []
        keys.press(Key.Key_F6)


def test_a_list_is_worked_out_and_approved_by_keyboard(
    open_page: Callable[..., RecountScreen], pictures: Path | None
) -> None:
    page = open_page()
    keys, form = Keyboard(page), page.form
    keys.press(Key.Key_F12)
    keys.press(Key.Key_F9)
    assert form.reprice.rowCount() == 1
    keys.press(Key.Key_F12)
    assert form.approve.text() == "确认批准 F12"
    keys.settle()
    _keep(page, pictures, "recount-confirm")
    keys.press(Key.Key_F12)
    assert "差额 1 人" in form.message.words
    assert not form.approve.isVisible()


def test_a_difference_is_decided_by_keyboard(
    qapp: QApplication, look: Look, pictures: Path | None
) -> None:
    with desks.desk(role="supervisor") as desk:
        give_identity(desk, paid(desk), UNDATED)
        approve(desk, reprice(desk, desks.CAMPAIGN))
        page = RecountScreen(replace(session_of(desk), runner=InlineRunner()), look)
        page.resize(1210, 660)
        look.dress(page)
        page.show()
        page.activateWindow()
        Keyboard.wait_until(page.isActiveWindow, "the page in front")
        page.begin()
        keys, form = Keyboard(page), page.form
        keys.press(Key.Key_F6)
        assert form.decide.rowCount() == 1
        assert QApplication.focusWidget() is form.outcome
        keys.press(Key.Key_F12)
        assert "请选择处理结果" in form.message.words
        keys.type("1")
        keys.enter()
        keys.type("120")
        keys.enter()
        keys.type("云医保〔2021〕90号 二")
        keys.enter()
        keys.type("低保证")
        keys.settle()
        _keep(page, pictures, "recount-decide")
        assert cut_off(page) == []
        keys.press(Key.Key_F12)
        assert "已记录" in form.message.words
        assert not form.decision.isVisible()
        shiboken6.delete(page)
        qapp.processEvents()


def test_it_opens_from_the_law_and_goes_back_to_it(at_window: AtWindow) -> None:
    at, keys = at_window, at_window.keys
    at.sign_in()
    keys.press(place_key("law"), Modifier.AltModifier)
    keys.press(Key.Key_F7)
    assert at.pages.here == "recount"
    assert at.program.window.form.placeLaw.isChecked()
    at.picture("recount-clerk")
    keys.press(Key.Key_Escape)
    assert at.pages.here == "law"


def _keep(page: RecountScreen, pictures: Path | None, name: str) -> None:
    if pictures is not None:
        page.grab().save(str(pictures / f"{name}.png"))
