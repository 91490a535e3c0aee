"""The help: a topic for everything that takes the cursor, opened and left by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.app.keyboard import Key, Modifier
from desktop.domain.codes import Language
from desktop.ui.help.pages import CONTENTS, KEYBOARD, HelpBook, parse, split_topic
from desktop.ui.help.topics import topic_of
from desktop.ui.help.view import HelpPanel
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from tests.ui.conftest import AtScreen, AtWindow
from tests.ui.test_looks import cut_off
from tests.ui.walk import path, screens, take_the_cursor

BOOKS: dict[Language, HelpBook] = {"zh": HelpBook.of("zh"), "en": HelpBook.of("en")}


def without_topic(screen: QWidget) -> list[str]:
    """Return what takes the cursor and has no help, in either language.

    A field must have a section of its own; a button or a table may share its page's beginning.
    """
    found = []
    for part in take_the_cursor(screen, hidden=True):
        topic = topic_of(part)
        name, anchor = split_topic(topic)
        known = all(name in book.pages and book.pages[name].has(anchor) for book in BOOKS.values())
        lacking = name == CONTENTS or (isinstance(part, QLineEdit) and not anchor)
        if not known or lacking:
            found.append(f"{path(part)}: {topic}")
    return found


def panel_of(at: AtWindow) -> HelpPanel:
    panel = at.program.window.help.panel
    assert panel is not None
    return panel


def test_everything_that_takes_the_cursor_has_help_in_both_languages(at_window: AtWindow) -> None:
    at = at_window
    window = at.program.window
    lacking = without_topic(window.sign_in) + without_topic(window.lock_screen)
    at.sign_in()
    for _, screen in screens(at):
        lacking += without_topic(screen)
    window.open_search()
    lacking += without_topic(at.keys.target.parentWidget() or at.keys.target)
    assert lacking == []


def test_f1_shows_the_very_field_and_the_cursor_stays(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.keys.type("王")
    field = at.keys.target
    at.keys.press(Key.Key_F1)
    panel = panel_of(at)
    assert at.keys.target is field
    assert panel.isVisible()
    assert panel.presenter.topic == "household#name"
    at.picture("help-name")
    at.keys.type("小")
    at.keys.enter(2)
    at.keys.press(Key.Key_F1)
    assert panel.presenter.topic == "household#document-number"
    assert panel.form.page.textCursor().block().text() == "证件号码"
    at.keys.press(Key.Key_Escape)
    assert not panel.isVisible()
    assert at.pages.enrol.table.rows[0].form.document_number.hasFocus()
    assert at.pages.enrol.presenter.household.members[0].name == "王小"


def test_f1_again_goes_into_the_help_and_escape_back_to_the_field(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    field = at.keys.target
    at.keys.press(Key.Key_F1, times=2)
    panel = panel_of(at)
    assert panel.form.page.hasFocus()
    at.keys.press(Key.Key_Escape)
    assert at.keys.target is field
    at.keys.press(Key.Key_F1, times=3)
    assert at.keys.target is field
    assert panel.isVisible()


def test_links_and_the_way_back_by_keyboard(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.keys.type("王")
    at.keys.enter(2)
    at.keys.press(Key.Key_F1, times=2)
    panel = panel_of(at)
    at.keys.press(Key.Key_Tab)
    at.keys.enter()
    assert split_topic(panel.presenter.topic)[0] == "documents"
    at.keys.press(Key.Key_Left, Modifier.AltModifier)
    assert panel.presenter.topic == "household#document-number"


def test_searching_the_help_by_keyboard(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.keys.press(Key.Key_F1, Modifier.ShiftModifier)
    panel = panel_of(at)
    assert panel.presenter.topic == CONTENTS
    at.keys.type("/")
    at.keys.type("红冲")
    assert "找到" in panel.form.page.toPlainText()
    at.picture("help-search")
    at.keys.enter()
    at.keys.enter()
    assert panel.presenter.topic != CONTENTS
    assert "红冲" in panel.form.page.toPlainText()
    at.keys.press(Key.Key_Escape)
    assert at.pages.enrol.isAncestorOf(at.keys.target)


def test_the_help_is_there_before_signing_in_and_on_a_locked_screen(at_window: AtWindow) -> None:
    at = at_window
    at.keys.wait_until(lambda: at.program.window.sign_in.form.operators.count() > 0, "operators")
    at.keys.press(Key.Key_F1)
    assert panel_of(at).presenter.topic == "sign-in#password"
    at.picture("help-sign-in")
    at.keys.press(Key.Key_Escape)
    at.sign_in()
    at.keys.press(Key.Key_L, Modifier.ControlModifier)
    at.keys.press(Key.Key_F1)
    assert panel_of(at).presenter.topic == "sign-in#lock"
    at.keys.press(Key.Key_Escape)
    assert at.program.window.lock_screen.form.password.hasFocus()


def test_the_keyboard_page_lists_every_key_that_something_answers(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.keys.press(Key.Key_F1, Modifier.ControlModifier)
    panel = panel_of(at)
    assert panel.presenter.topic == KEYBOARD
    shown = panel.form.page.toPlainText()
    at.picture("help-keyboard")
    named = [
        key
        for action in at.program.window.findChildren(QAction)
        if not action.isSeparator()
        for key in action.shortcuts()
    ]
    for screen in at.pages.every().values():
        named += [shortcut.key() for shortcut in screen.findChildren(QShortcut)]
    missing = [key.toString() for key in named if printed(key) not in shown]
    assert missing == []


def printed(key: QKeySequence) -> str:
    text = key.toString(QKeySequence.SequenceFormat.PortableText)
    return text.replace("Del", "Delete").replace("Return", "Enter").replace("Left", "←")


@pytest.mark.parametrize(
    ("theme", "size", "language"),
    [("light", "normal", "zh"), ("dark", "normal", "en"), ("light", "largest", "en")],
)
def test_the_panel_keeps_its_shape(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_screen: Callable[..., AtScreen],
    look: Look,
) -> None:
    look.apply(theme, size)
    at = open_screen(language=language)
    panel = HelpPanel(at.session.messages, look, lambda: BOOKS["zh"].pages["sync"], at.screen)
    panel.resize(look.px(372), 640)
    panel.presenter.open("sync#state")
    panel.show()
    at.keys.settle()
    assert cut_off(panel) == []
    # A table or a long word wider than the panel would have to be scrolled sideways.
    assert not panel.form.page.horizontalScrollBar().maximum()
    for page in BOOKS[language].pages:
        panel.presenter.open(page)
        assert not panel.form.page.horizontalScrollBar().maximum(), page
    body = panel.form.page.document().begin().next().begin().fragment().charFormat()
    assert body.foreground().color().name() == look.tokens.text


def test_nothing_is_loaded_and_no_outside_address_opened(
    open_screen: Callable[..., AtScreen], look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_screen()
    opened: list[object] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    panel = HelpPanel(at.session.messages, look, lambda: BOOKS["zh"].pages["sync"], at.screen)
    panel.presenter.open("sync")
    page = parse("x", "# x {#x}\n\n![x](file:///etc/hostname) [y](https://example.org)\n")
    panel.show_page(page, "")
    panel.show()
    at.keys.settle()
    panel.form.page.to_first_link()
    at.keys.press(Key.Key_Return)
    assert opened == []
    assert "帮助不打开" in panel.form.message.words
    assert QApplication.focusWidget() is panel.form.page
