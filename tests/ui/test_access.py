"""What a screen reader and a keyboard need: a name on every control, one mnemonic each."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desktop.app.keyboard import Modifier
from desktop.ui.shell import view as shell
from desktop.ui.shell.view import place_key
from tests.ui.conftest import AtWindow

PLACES = tuple(map(place_key, shell.PLACES))


def nameless(window: QWidget) -> list[str]:
    """Return the visible controls a screen reader would have no name for."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, QLineEdit) and not part.accessibleName():
            found.append(part.objectName() or repr(part))
        if isinstance(part, QAbstractButton) and not (part.text() or part.accessibleName()):
            found.append(part.objectName() or repr(part))
    return found


def doubled_mnemonics(window: QWidget) -> list[str]:
    """Return the letters that two visible labels or buttons claim."""
    letters = Counter(
        found[1].upper()
        for part in window.findChildren(QWidget)
        if isinstance(part, QLabel | QAbstractButton) and part.isVisible()
        for found in [re.search(r"&(\w)", part.text())]
        if found
    )
    return [letter for letter, count in letters.items() if count > 1]


def test_every_control_has_a_name_and_every_mnemonic_is_one_of_a_kind(
    at_window: AtWindow,
) -> None:
    at = at_window
    assert nameless(at.program.window) == []
    at.sign_in()
    at.keys.type("王")
    menus = {"B", "E", "V", "H"}
    for place in PLACES:
        at.keys.press(place, Modifier.AltModifier)
        at.keys.settle()
        assert nameless(at.program.window) == []
        assert doubled_mnemonics(at.program.window) == []
        claimed = {
            found[1].upper()
            for label in at.program.window.findChildren(QLabel)
            if label.isVisible() and (found := re.search(r"&(\w)", label.text()))
        }
        assert not claimed & menus


def test_opening_every_screen_again_and_again_leaves_no_widget_behind(
    at_window: AtWindow,
) -> None:
    at = at_window
    at.sign_in()
    for place in PLACES:
        at.keys.press(place, Modifier.AltModifier)
    at.keys.settle()
    before = len(at.program.window.findChildren(QWidget))
    for _ in range(50):
        for place in PLACES:
            at.keys.press(place, Modifier.AltModifier)
    at.keys.settle()
    assert len(at.program.window.findChildren(QWidget)) <= before
