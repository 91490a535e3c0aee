"""F8 on the roster: why the household under the cursor pays what it pays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollBar

from desktop.app.keyboard import Key
from tests.helpers.roster_screens import At, open_roster

__all__ = ["open_roster"]

DENIED = 1
"""What SQLite takes for "no" from who may read."""


class TestWhy:
    def test_it_follows_the_cursor_and_goes_again(self, open_roster: Callable[..., At]) -> None:
        at = open_roster()
        assert not at.screen.why.isVisible()
        at.keys.press(Key.Key_F8)
        pane = at.screen.why
        band = at.screen.presenter.model.band
        assert pane.isVisible()
        assert band is not None
        assert all(one.name in pane.words for one in band.members)
        assert "楚医保〔2021〕46号" in pane.words
        first = pane.words
        at.keys.press(Key.Key_Down)
        assert pane.words != first
        bands = at.screen.form.bands
        assert not pane.geometry().intersects(bands.cursor_rect), "what is explained is in sight"
        at.keys.press(Key.Key_End)
        assert not pane.geometry().intersects(bands.cursor_rect)
        assert at.screen.form.bands.hasFocus(), "the keys still deal the cards"
        at.keys.press(Key.Key_F8)
        assert not pane.isVisible()

    def test_a_long_one_is_turned_by_the_page(self, open_roster: Callable[..., At]) -> None:
        at = open_roster()
        at.keys.press(Key.Key_F8)
        at.keys.settle()
        bars = at.screen.why.findChildren(QScrollBar)
        (bar,) = (one for one in bars if one.maximum() > 0)
        at.keys.press(Key.Key_PageDown)
        assert (bar.value() > 0, at.number) == (True, "1")
        at.keys.press(Key.Key_PageUp)
        assert bar.value() == 0
        at.keys.press(Key.Key_F8)
        at.keys.press(Key.Key_PageDown)
        assert at.number == "5"

    def test_escape_puts_it_away_before_it_does_anything_else(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster()
        at.keys.press(Key.Key_Right)
        at.keys.press(Key.Key_F8)
        at.keys.press(Key.Key_Escape)
        assert not at.screen.why.isVisible()
        assert at.screen.presenter.person is not None
        at.keys.press(Key.Key_Escape)
        assert at.screen.presenter.person is None

    def test_whoever_is_set_aside_is_not_explained(self, open_roster: Callable[..., At]) -> None:
        at = open_roster()
        band = at.screen.presenter.model.band
        assert band is not None
        at.keys.press(Key.Key_Right)
        at.keys.press(Key.Key_Z)
        at.screen.presenter.go_to(0)
        at.keys.press(Key.Key_F8)
        explained = [line.split(" · ")[0] for line in at.screen.why.words.splitlines()]
        assert band.members[0].name not in explained
        assert band.members[1].name in explained

    def test_a_failing_file_is_said(self, open_roster: Callable[..., At]) -> None:
        at = open_roster()
        connection = at.desk.store.connection
        connection.set_authorizer(lambda *_: DENIED)
        at.keys.press(Key.Key_F8)
        connection.set_authorizer(None)
        title, said = at.screen.why.words.splitlines()
        assert title == "计算依据"
        assert "密钥" in said

    def test_without_a_roster_there_is_nothing_to_explain(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster(opened=False)
        at.screen.why.toggle()
        assert not at.screen.why.isVisible()
