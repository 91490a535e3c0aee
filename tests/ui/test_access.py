"""What a screen reader and a keyboard need, walked through on every screen of the window."""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from desktop.app.keyboard import Key, Modifier
from tests.ui.conftest import AtWindow
from tests.ui.walk import path, screens, tab_round, take_the_cursor

_MNEMONIC = re.compile(r"(?<!&)&(\w)")


def nameless(screen: QWidget) -> list[str]:
    """Return the controls a screen reader would have no name for, as it is told of them."""
    return [
        path(part)
        for part in take_the_cursor(screen)
        if not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name).strip()
    ]


def mnemonics(screen: QWidget) -> Counter[str]:
    """Return how often each letter is claimed by what is visible."""
    parts = [
        part
        for part in screen.findChildren(QWidget)
        if isinstance(part, QLabel | QAbstractButton) and part.isVisible()
    ]
    texts = [
        part.text()
        for part in parts
        if not isinstance(part, QLabel) or cast("QWidget | None", part.buddy()) is not None
    ]
    return Counter(found[1].upper() for text in texts if (found := _MNEMONIC.search(text)))


def menu_mnemonics(at: AtWindow) -> set[str]:
    """Return the letters that open a menu."""
    bar = at.program.window.form.menuBar
    return {found[1].upper() for one in bar.actions() if (found := _MNEMONIC.search(one.text()))}


def invisible_focus(at: AtWindow, screen: QWidget) -> list[str]:
    """Return the controls that look the same with the cursor as without."""
    found = []
    for part in take_the_cursor(screen):
        at.program.window.setFocus()
        without = picture(part)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is part and picture(part) == without:
            found.append(path(part))
    return found


def picture(part: QWidget) -> QImage:
    return part.grab().toImage()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_control_has_a_name_and_every_mnemonic_is_one_of_a_kind(
    at_window: AtWindow, language: str
) -> None:
    at = at_window
    window = at.program.window
    lacking = nameless(window.sign_in)
    doubled = [f"sign-in {one}" for one, count in mnemonics(window.sign_in).items() if count > 1]
    at.sign_in()
    if language == "en":
        at.pages.go("settings")
        at.keys.type("2")
        at.keys.wait_until(lambda: at.pages.session.messages.language == "en", "English")
        at.pages.go("enrol")
    menus = menu_mnemonics(at)
    assert len(menus) == len(window.form.menuBar.actions())
    # From every screen it leads to what somebody must decide.
    menus.add("Q")
    for name, screen in screens(at):
        lacking += nameless(screen)
        claimed = mnemonics(screen)
        doubled += [f"{name} {letter}" for letter, count in claimed.items() if count > 1]
        doubled += [f"{name} {letter} (menu)" for letter in claimed.keys() & menus]
    at.keys.press(Key.Key_F1)
    at.keys.press(Key.Key_K, Modifier.ControlModifier)
    assert window.help.panel is not None
    lacking += nameless(window.help.panel) + nameless(window)
    assert lacking == []
    assert doubled == []


def test_inside_every_menu_each_mnemonic_is_one_of_a_kind(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    doubled = []
    for menu in at.program.window.form.menuBar.findChildren(QMenu):
        letters = Counter(
            found[1].upper()
            for action in menu.actions()
            if (found := _MNEMONIC.search(action.text()))
        )
        doubled += [f"{menu.title()} {one}" for one, count in letters.items() if count > 1]
    assert doubled == []


def test_tab_visits_every_control_of_every_screen_once(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    wrong = []
    for name, screen in screens(at):
        visited = tab_round(at, screen)
        counts = Counter(map(id, visited))
        wrong += [f"{name}: twice {path(part)}" for part in visited if counts[id(part)] > 1]
        reached = set(map(id, visited))
        wrong += [
            f"{name}: never {path(part)}"
            for part in take_the_cursor(screen)
            if id(part) not in reached
        ]
    assert wrong == []


def test_the_cursor_is_seen_wherever_it_is(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    unseen = []
    for _, screen in screens(at):
        unseen += invisible_focus(at, screen)
    assert unseen == []


def test_no_key_reaches_what_the_lock_covers(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.keys.type("王")
    at.keys.press(Key.Key_L, Modifier.ControlModifier)
    lock = at.program.window.lock_screen
    visited = tab_round(at, lock)
    assert set(visited) == set(take_the_cursor(lock))
    # The mnemonic of a field under the lock, and of a menu.
    for letter in (Key.Key_U, Key.Key_B):
        at.keys.press(letter, Modifier.AltModifier)
        assert lock.isAncestorOf(at.keys.target)
    lock.form.password.clear()
    lock.form.password.setFocus()
    at.keys.type("canbao2021")
    at.keys.enter()
    at.keys.wait_until(lambda: not lock.isVisible(), "the unlocked window")
    assert at.pages.enrol.presenter.household.members[0].name == "王"
    assert at.pages.enrol.isAncestorOf(at.keys.target)


def test_what_lacks_a_name_or_claims_a_letter_twice_is_noticed(qapp: QApplication) -> None:
    screen = QWidget()
    field = QLineEdit(screen)
    field.setObjectName("lonely")
    for text in ("保存(&S)", "Stop && &Search"):
        QPushButton(text, screen)
    screen.show()
    assert nameless(screen) == ["QWidget/lonely"]
    assert mnemonics(screen)["S"] == 2
    screen.close()
    shiboken6.delete(screen)
