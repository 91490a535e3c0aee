"""The window fits the smallest screen at every text size, whatever page has been opened."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.codes import Language
from desktop.ui.shell.page_stack import PageStack
from desktop.ui.theme.tokens import TextSize
from tests.ui.conftest import AtWindow
from tests.ui.walk import enter_family, take_the_cursor

SCREEN = (1366, 728)
"""A screen of 768 lines less the task bar."""


def in_sight(at: AtWindow, part: QWidget) -> bool:
    """Tell whether a part lies whole within the window and nothing it lies in cuts it off."""
    window = at.program.window
    where = QRect(part.mapTo(window, QPoint()), part.size())
    return window.rect().contains(where) and part.visibleRegion().boundingRect() == part.rect()


def sideways(page: QWidget) -> list[str]:
    """Name what of a page must be pushed sideways to be read; a lost pixel is no push."""
    return [
        area.objectName()
        for area in page.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 1
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "large", "largest"])
def test_no_page_makes_the_window_larger_than_the_screen(
    at_window: AtWindow, size: TextSize, language: Language
) -> None:
    at = at_window
    at.sign_in()
    program = at.program
    program.set_preferences(
        msgspec.structs.replace(program.preferences, text_size=size, language=language)
    )
    at.keys.wait_until(lambda: at.pages.session.messages.language == language, "the language")
    at.pages.go("enrol")
    at.pages.enrol.table.focus(0, "name")
    enter_family(at)
    for name in at.pages.every():
        if name != "pay":
            at.pages.go(name)
        at.keys.settle()
        at.picture(f"size-{name}-{size}-{language}")
        needed = program.window.minimumSizeHint()
        assert (needed.width(), needed.height()) <= SCREEN, name
        assert (program.window.width(), program.window.height()) == SCREEN, name
        # What is read beside the screen may come a moment later and change what there is to show.
        at.keys.wait_until(lambda: not sideways(program.window), f"{name} to fit")
    at.pages.go("enrol")
    at.keys.settle()
    form, corner = at.pages.enrol.form, program.window.form.menuBar.cornerWidget()
    card = (form.priceTotal, form.personsValue, form.assistanceValue, form.why)
    unseen = [
        part.objectName()
        for part in (*card, form.pay, *corner.findChildren(QPushButton))
        if not in_sight(at, part)
    ]
    assert unseen == []


def test_where_a_page_scrolls_the_cursor_stays_in_sight(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.program.set_preferences(msgspec.structs.replace(at.program.preferences, text_size="largest"))
    at.program.window.resize(900, 560)
    for name, page in at.pages.every().items():
        if name == "pay":
            continue
        at.pages.go(name)
        at.keys.settle()
        for part in take_the_cursor(page):
            part.setFocus()
            at.keys.settle()
            assert not part.visibleRegion().isEmpty(), f"{name}: {part.objectName()}"


def test_another_language_leaves_every_figure_as_it_is(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    enter_family(at)
    at.program.set_preferences(msgspec.structs.replace(at.program.preferences, language="en"))
    form = at.pages.enrol.form
    at.keys.wait_until(lambda: form.priceTotal.text() == "¥980.00", "the draft's price")
    # Qt tells of the language once the loop turns again.
    at.keys.settle()
    shown = [
        part.text()
        for part in (form.priceTotal, form.personsValue, form.standardValue, form.assistanceValue)
    ]
    assert shown == ["¥980.00", "4", "¥1,280.00", "¥300.00"]
    assert form.coverValue.text()


def test_a_page_with_a_wrapped_line_scrolls_its_list_and_not_itself(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """What such a page would like is more than the window has; what it needs is less."""
    stack, page = PageStack(), QWidget()
    qtbot.addWidget(stack)
    column, list_, words = QVBoxLayout(page), QScrollArea(), QLabel("选择村（社区）后显示" * 9)
    words.setWordWrap(True)
    inside = QWidget()
    inside.setMinimumHeight(2000)
    list_.setWidget(inside)
    list_.setMinimumHeight(40)
    list_.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
    column.addWidget(words)
    column.addWidget(list_)
    stack.addWidget(page)
    stack.setCurrentWidget(page)
    stack.resize(300, 240)
    stack.show()
    qapp.processEvents()
    assert page.height() == stack.height()
    assert words.height() >= words.heightForWidth(words.width())
    # Below what it needs it scrolls after all, and nothing of it is lost.
    stack.resize(300, 60)
    qapp.processEvents()
    assert page.height() > stack.height()
