"""A scanner is told from typing by the time between its keys, and never leaves a field half-filled.

Keys are sent with time stamps of their own, as a window system gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.keyboard import Key, Keyboard
from desktop.domain import codes
from desktop.domain.identity_number import masked
from desktop.domain.invented import invented_number
from desktop.ui.theme.look import Look
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.number_field import NumberField, grouped
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.scanner import GAP_MS, ScannerFilter
from desktop.ui.widgets.tags_field import TagsField
from desktop.ui.widgets.text_field import TextField
from tests.ui.conftest import AtScreen

NUMBER = invented_number(date(1990, 1, 2), 7, codes.MALE)
OTHER = invented_number(date(1991, 1, 2), 7, codes.MALE)
VOUCHER = "3501081910130000A4B2C7D8E9F0"
RECEIPT = "539999-A001-00000012"
RELATIONS = tuple(Option(str(n), f"关系{n}", keys="hz") for n in range(1, 7))
FAST_MS, SLOW_MS = 8, 95


class Hands:
    """Types with times: slowly like hands, quickly like a scanner."""

    def __init__(self, filter_: ScannerFilter) -> None:
        self.now_ms = 10_000
        self.scans: list[str] = []
        filter_.scanned.connect(self.scans.append)

    def key(self, key: int, text: str, gap_ms: int, modifiers: Qt.KeyboardModifier) -> None:
        self.now_ms += gap_ms
        target = QApplication.focusWidget()
        assert target is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            event.setTimestamp(self.now_ms)
            QApplication.sendEvent(target, event)

    def type(self, text: str, gap_ms: int = SLOW_MS) -> None:
        for char in text:
            shift = Qt.KeyboardModifier.NoModifier
            if char.isupper():
                shift = Qt.KeyboardModifier.ShiftModifier
                self.key(Qt.Key.Key_Shift.value, "", 0, shift)
            self.key(ord(char.upper()), char, gap_ms, shift)

    def press(self, key: Qt.Key, gap_ms: int = SLOW_MS) -> None:
        text = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Tab: "\t"}.get(key, "")
        self.key(key.value, text, gap_ms, Qt.KeyboardModifier.NoModifier)

    def scan(self, text: str, suffix: Qt.Key | None = Qt.Key.Key_Return, gap_ms: int = 8) -> None:
        self.now_ms += 500
        self.type(text, gap_ms)
        if suffix is not None:
            self.press(suffix, gap_ms)


@pytest.fixture
def hands(qapp: QApplication) -> Iterator[Hands]:
    filter_ = ScannerFilter()
    qapp.installEventFilter(filter_)
    yield Hands(filter_)
    filter_._give_up()
    qapp.removeEventFilter(filter_)
    filter_.deleteLater()


@pytest.fixture
def place(qtbot: QtBot, look: Look) -> Callable[[QLineEdit], QLineEdit]:
    del look
    windows: list[QWidget] = []

    def put(field: QLineEdit) -> QLineEdit:
        window = QWidget()
        window.resize(400, 300)
        box = QVBoxLayout(window)
        box.addWidget(field)
        box.addWidget(TextField(window))
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        field.setFocus()
        return field

    return put


Place = Callable[[QLineEdit], QLineEdit]


def test_a_scan_is_delivered_whole_and_the_field_is_as_before(hands: Hands, place: Place) -> None:
    field = TextField()
    place(field)
    hands.type("王小明")
    steps: list[int] = []
    field.step_asked.connect(steps.append)
    hands.scan(NUMBER)
    assert hands.scans == [NUMBER]
    assert (field.text(), field.cursorPosition(), steps) == ("王小明", 3, [])
    assert field.hasFocus()


def test_listeners_hear_that_the_field_is_as_before(hands: Hands, place: Place) -> None:
    field = TextField()
    place(field)
    hands.type("王")
    heard: list[str] = []
    field.edited.connect(heard.append)
    hands.scan(VOUCHER)
    assert heard[-1] == "王"


@pytest.mark.parametrize("suffix", [Key.Key_Return, Key.Key_Enter, Key.Key_Tab])
def test_every_suffix_ends_a_scan_and_moves_nothing(
    suffix: Qt.Key, hands: Hands, place: Place
) -> None:
    field = place(TextField())
    hands.scan(RECEIPT, suffix)
    assert hands.scans == [RECEIPT]
    assert field.hasFocus()


def test_return_and_line_feed_are_one_suffix(hands: Hands, place: Place) -> None:
    field = TextField()
    place(field)
    steps: list[int] = []
    field.step_asked.connect(steps.append)
    hands.scan(NUMBER)
    hands.press(Key.Key_Return, FAST_MS)
    assert steps == []
    hands.press(Key.Key_Return, SLOW_MS)
    assert steps == [1]


def test_a_scanner_without_a_suffix_is_heard_after_a_pause(
    hands: Hands, place: Place, qtbot: QtBot
) -> None:
    field = place(TextField())
    hands.scan(VOUCHER, suffix=None)
    qtbot.waitUntil(lambda: hands.scans == [VOUCHER])
    assert field.text() == ""


def test_hands_are_never_delayed(hands: Hands, place: Place) -> None:
    field = place(TextField())
    typed = ""
    for char in NUMBER:
        hands.type(char)
        typed += char
        assert field.text() == typed
    hands.press(Key.Key_Return)
    assert hands.scans == []


def test_keys_at_the_edge_of_the_gap(hands: Hands, place: Place) -> None:
    field = place(TextField())
    hands.scan(NUMBER, gap_ms=GAP_MS + 1)
    assert (hands.scans, field.text()) == ([], NUMBER)
    field.clear()
    hands.scan(NUMBER, gap_ms=GAP_MS)
    assert (hands.scans, field.text()) == ([NUMBER], "")


def test_quick_keys_that_are_no_code_are_typed_in_order(hands: Hands, place: Place) -> None:
    field = TextField()
    place(field)
    steps: list[int] = []
    field.step_asked.connect(steps.append)
    for text in ("20190312", "13800001234", "zhong hua lu 12", "wangxiaoming"):
        field.clear()
        hands.scan(text)
        assert field.text() == text
    assert (hands.scans, len(steps)) == ([], 4)


def test_a_quick_run_that_stops_is_typed_after_a_moment(
    hands: Hands, place: Place, qtbot: QtBot
) -> None:
    field = place(TextField())
    hands.scan("12345", suffix=None)
    qtbot.waitUntil(lambda: field.text() == "12345")
    assert hands.scans == []


def test_a_quick_run_then_a_slow_key_keeps_its_order(hands: Hands, place: Place) -> None:
    field = place(TextField())
    hands.type("12345", FAST_MS)
    hands.type("6")
    assert field.text() == "123456"
    hands.type("789", FAST_MS)
    hands.press(Key.Key_Backspace)
    assert field.text() == "12345678"


def test_a_held_down_key_is_typing(hands: Hands, place: Place) -> None:
    field = place(TextField())
    for _ in range(20):
        hands.now_ms += FAST_MS
        event = QKeyEvent(
            QEvent.Type.KeyPress, Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True
        )
        event.setTimestamp(hands.now_ms)
        QApplication.sendEvent(field, event)
    assert (field.text(), hands.scans) == ("1" * 20, [])


def test_keys_without_a_time_are_a_programs_and_are_typed(hands: Hands, place: Place) -> None:
    field = place(TextField())
    Keyboard(field.window()).type(NUMBER)
    assert (field.text(), hands.scans) == (NUMBER, [])


def test_a_password_goes_where_it_is_typed(hands: Hands, place: Place) -> None:
    field = place(TextField())
    field.setEchoMode(QLineEdit.EchoMode.Password)
    hands.scan("secret1234567890")
    assert (field.text(), hands.scans) == ("secret1234567890", [])


def test_a_selected_text_is_selected_again(hands: Hands, place: Place) -> None:
    field = place(TextField())
    field.setText("旧的内容")
    field.selectAll()
    hands.scan(NUMBER)
    assert (field.text(), field.selectedText()) == ("旧的内容", "旧的内容")


def test_a_plain_line_edit_is_put_back_too(hands: Hands, place: Place) -> None:
    field = place(QLineEdit("abc"))
    hands.scan(NUMBER)
    assert (field.text(), hands.scans) == ("abc", [NUMBER])


def test_a_coded_field_keeps_its_code(hands: Hands, place: Place) -> None:
    field = CodeField()
    field.set_options(RELATIONS)
    place(field)
    field.show_code("2")
    picked: list[str] = []
    field.picked.connect(picked.append)
    hands.scan(NUMBER)
    assert (field.code, field.text(), picked[-1]) == ("2", "关系2", "2")
    hands.scan("CB1:A1B2C3D4E5F6G7")
    assert (field.code, field.text(), field._is_open) == ("2", "关系2", False)


def test_a_tags_field_shuts_its_list(hands: Hands, place: Place) -> None:
    field = TagsField()
    field.set_options(RELATIONS, {})
    place(field)
    field.show_tags((("1", "关系1"),))
    hands.scan("CB1:A1B2C3D4E5F6G7")
    assert (field.text(), field._is_open) == ("关系1", False)


def test_a_day_stays_the_day_it_was(hands: Hands, place: Place) -> None:
    field = DateField()
    place(field)
    hands.type("19900102")
    heard: list[str] = []
    field.edited.connect(heard.append)
    hands.scan(NUMBER)
    assert (field.text(), heard[-1]) == ("19900102", "1990-01-02")


def test_a_protected_number_stays_protected(hands: Hands, place: Place) -> None:
    field = NumberField()
    field.show_number(OTHER, protected=True)
    place(field)
    heard: list[str] = []
    field.edited.connect(heard.append)
    hands.scan(NUMBER)
    assert field.text() == grouped(masked(OTHER))
    assert heard[-1] == OTHER
    assert hands.scans == [NUMBER]


def commit(text: str, preedit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    target = QApplication.focusWidget()
    assert target is not None
    QApplication.sendEvent(target, event)


def test_an_input_method_that_passes_plain_characters_through(hands: Hands, place: Place) -> None:
    field = place(TextField())
    commit("王")
    for char in NUMBER:
        commit(char)
    hands.press(Key.Key_Return)
    assert (hands.scans, field.text()) == ([NUMBER], "王")


def test_an_input_method_that_commits_a_code_at_once(hands: Hands, place: Place) -> None:
    field = TextField()
    place(field)
    commit("王")
    commit("", "cb1")
    assert field.composing
    commit("CB1:A1B2C3D4E5F6G7")
    assert (hands.scans, field.text(), field.composing) == (["CB1:A1B2C3D4E5F6G7"], "王", False)


def test_full_width_digits_are_narrowed(hands: Hands, place: Place) -> None:
    field = place(TextField())
    commit("".join(chr(ord(char) + 0xFEE0) for char in NUMBER))
    assert (hands.scans, field.text()) == ([NUMBER], "")


def test_what_is_composed_is_typed(hands: Hands, place: Place) -> None:
    field = place(TextField())
    commit("", "wang")
    commit("王")
    commit("小明")
    assert (hands.scans, field.text()) == ([], "王小明")


def test_characters_committed_slowly_are_typed(hands: Hands, place: Place, qtbot: QtBot) -> None:
    field = place(TextField())
    for char in "12345":
        commit(char)
    qtbot.waitUntil(lambda: field.text() == "12345")
    assert hands.scans == []


@pytest.mark.parametrize("name", ["name", "document_type", "sex", "birth_date", "relation"])
def test_the_household_is_as_before_whatever_field_a_scan_falls_into(
    name: str, hands: Hands, at_screen: AtScreen
) -> None:
    screen = at_screen.screen
    presenter = screen.presenter
    presenter.set_member(0, "name", "王小明")
    presenter.set_member(0, "sex", "1")
    presenter.set_member(0, "birth_date", "1990-01-02")
    screen.table.focus(0, name)
    before = presenter.household
    hands.scan(VOUCHER)
    assert presenter.household == before
    assert hands.scans == [VOUCHER]
    assert screen.table.rows[0].fields[name].hasFocus()


def test_an_identity_picked_by_a_scans_first_digit_is_taken_back(
    hands: Hands, at_screen: AtScreen
) -> None:
    screen = at_screen.screen
    screen.presenter.set_member(0, "name", "王小明")
    screen.table.focus(0, "identities")
    hands.scan(NUMBER)
    assert screen.presenter.household.members[0].identities == ()
    assert screen.table.rows[0].form.identities.text() == ""


def test_a_scan_in_the_empty_row_makes_nobody(hands: Hands, at_screen: AtScreen) -> None:
    screen = at_screen.screen
    screen.presenter.set_member(0, "name", "王小明")
    screen.table.focus_last()
    hands.scan(VOUCHER)
    assert len(screen.presenter.household.members) == 1
    assert len(screen.table.rows) == 2
    assert screen.table.rows[1].fields["name"].text() == ""
    assert screen.table.rows[1].fields["name"].hasFocus()
