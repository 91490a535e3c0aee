"""The fields people type into: composing, surrogates, groups, masks, digits that pick."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.domain import codes
from desktop.domain.invented import invented_number
from desktop.ui.theme.look import Look
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField, iso_day
from desktop.ui.widgets.number_field import NumberField, grouped
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.tags_field import Question, TagsField
from desktop.ui.widgets.text_field import TextField

Field = TypeVar("Field", bound=TextField)
Place = Callable[[Field], Keyboard]

NUMBER = invented_number(date(1990, 1, 2), 7, codes.MALE)
RELATIONS = tuple(
    Option(code, words, keys=keys)
    for code, words, keys in (("02", "户主", "hz"), ("10", "配偶", "po"), ("20", "子、婿", "zx"))
)
YES_NO = (Option("yes", "是"), Option("no", "否"))


@pytest.fixture
def place(qtbot: QtBot, look: Look) -> Callable[[TextField], Keyboard]:
    """Put a field into a window with another one after it, and the cursor into it."""
    del look

    def put(field: TextField) -> Keyboard:
        window = QWidget()
        window.resize(400, 500)
        box = QVBoxLayout(window)
        box.addWidget(field)
        box.addWidget(TextField(window))
        box.addStretch(1)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        field.setFocus()
        return Keyboard(window)

    return put


def test_fifty_characters_are_fifty_whatever_their_units(place: Place[TextField]) -> None:
    field = TextField()
    field.characters_max = 50
    keys = place(field)
    keys.type("𠮷" * 60)
    assert field.text() == "𠮷" * 50
    seen: list[str] = []
    field.edited.connect(seen.append)
    keys.press(Key.Key_Backspace)
    assert seen == ["𠮷" * 49]


def test_a_private_character_is_kept_as_typed(place: Place[TextField]) -> None:
    field = TextField()
    keys = place(field)
    keys.type("王\ue863")
    assert field.text() == "王\ue863"


def test_enter_while_composing_stays_in_the_field(place: Place[TextField]) -> None:
    field = TextField()
    keys = place(field)
    steps: list[int] = []
    field.step_asked.connect(steps.append)
    QApplication.sendEvent(field, QInputMethodEvent("wang", []))
    keys.enter()
    assert steps == []
    done = QInputMethodEvent()
    done.setCommitString("王")
    QApplication.sendEvent(field, done)
    keys.enter()
    keys.press(Key.Key_Return, Modifier.ShiftModifier)
    assert (field.text(), steps) == ("王", [1, -1])


def test_enter_stays_where_the_person_set_it_so(
    place: Place[TextField], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TextField, "enter_steps", False)
    field = TextField()
    keys = place(field)
    steps: list[int] = []
    field.step_asked.connect(steps.append)
    keys.enter()
    field.answers_enter = True
    keys.enter()
    assert steps == [1]


def test_a_number_is_grouped_as_typed_and_masked_when_left(place: Place[NumberField]) -> None:
    field = NumberField()
    keys = place(field)
    typed: list[str] = []
    field.edited.connect(typed.append)
    keys.type(NUMBER)
    assert field.text() == grouped(NUMBER)
    assert typed[-1] == NUMBER
    keys.press(Key.Key_Tab)
    assert field.text() == f"539999 ******** {NUMBER[-4:]}"
    field.setFocus()
    assert field.text() == grouped(NUMBER)


def test_a_digit_can_be_mended_in_the_middle(place: Place[NumberField]) -> None:
    field = NumberField()
    keys = place(field)
    keys.type(NUMBER[:8] + NUMBER[9:])
    field.setCursorPosition(9)
    keys.type(NUMBER[8])
    assert field.text() == grouped(NUMBER)
    assert field.cursorPosition() == 10


def test_a_number_of_the_register_stays_masked_until_retyped(place: Place[NumberField]) -> None:
    field = NumberField()
    field.show_number(NUMBER, protected=True)
    keys = place(field)
    typed: list[str] = []
    field.edited.connect(typed.append)
    assert NUMBER[8:14] not in field.text()
    keys.press(Key.Key_End)
    keys.type("5")
    assert (field.text(), typed) == ("5", ["5"])


def test_leaving_a_masked_number_half_erased_brings_it_back(place: Place[NumberField]) -> None:
    field = NumberField()
    field.show_number(NUMBER, protected=True)
    keys = place(field)
    keys.press(Key.Key_Backspace)
    assert field.text() == ""
    keys.press(Key.Key_Tab)
    assert field.text() == f"539999 ******** {NUMBER[-4:]}"


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("20190312", "2019-03-12"), ("2019-3-2", "2019-03-02"), ("2019/03/12", "2019-03-12"),
     ("2019年3月12日", "2019-03-12"), ("２０１９０３１２", "2019-03-12"), ("2019", "2019"),
     ("", ""), ("20191340", "2019-13-40")],
)  # fmt: skip
def test_days_as_people_type_them(typed: str, iso: str) -> None:
    assert iso_day(typed) == iso


def test_a_day_is_written_out_when_left(place: Place[DateField]) -> None:
    field = DateField()
    keys = place(field)
    days: list[str] = []
    field.edited.connect(days.append)
    keys.type("20190312")
    assert days[-1] == "2019-03-12"
    keys.press(Key.Key_Tab)
    assert field.text() == "2019-03-12"


def test_a_digit_picks_and_enter_goes_on(place: Place[CodeField]) -> None:
    field = CodeField()
    field.set_options(RELATIONS)
    keys = place(field)
    picked: list[str] = []
    steps: list[int] = []
    field.picked.connect(picked.append)
    field.step_asked.connect(steps.append)
    keys.type("2")
    keys.enter()
    assert (field.text(), picked, steps) == ("配偶", ["10"], [1])
    assert field.hint == "1 户主   2 配偶   3 子、婿"


@pytest.mark.parametrize("typed", ["zx", "子"])
def test_letters_and_characters_filter_the_options(place: Place[CodeField], typed: str) -> None:
    field = CodeField()
    field.set_options(RELATIONS)
    keys = place(field)
    keys.type(typed)
    keys.enter()
    assert field.code == "20"


def test_what_fits_no_option_leaves_nothing_half_filled(place: Place[CodeField]) -> None:
    field = CodeField()
    field.set_options(RELATIONS)
    field.show_code("02")
    keys = place(field)
    keys.type("qqq")
    keys.press(Key.Key_Tab)
    assert (field.code, field.text()) == ("02", "户主")


def test_escape_shuts_the_list_and_backspace_clears_where_nothing_may_stand(
    place: Place[CodeField],
) -> None:
    field = CodeField()
    field.set_options(RELATIONS, may_be_empty=True)
    field.show_code("02")
    keys = place(field)
    keys.press(Key.Key_Space)
    keys.press(Key.Key_Escape)
    assert field.code == "02"
    keys.press(Key.Key_Backspace)
    assert (field.code, field.text()) == ("", "")


def test_several_choices_and_what_they_ask(place: Place[TagsField]) -> None:
    field = TagsField()
    field.set_options(
        (Option("a", "低保"), Option("b", "残疾")), {"b": (Question("certified", YES_NO),)}
    )
    keys = place(field)
    chosen: list[tuple[str, dict[str, str]]] = []
    field.chosen.connect(lambda code, answers: chosen.append((code, answers)))
    keys.type("1")
    keys.type("2")
    assert chosen == [("a", {})]
    assert field.hint == "1 是   2 否"
    keys.type("2")
    assert chosen == [("a", {}), ("b", {"certified": "no"})]


def test_a_question_not_answered_chooses_nothing(place: Place[TagsField]) -> None:
    field = TagsField()
    field.set_options((Option("b", "残疾"),), {"b": (Question("certified", YES_NO),)})
    keys = place(field)
    chosen: list[str] = []
    field.chosen.connect(lambda code, _: chosen.append(code))
    keys.type("1")
    keys.press(Key.Key_Tab)
    keys.type("x")
    assert chosen == []


def test_a_digit_takes_a_choice_back(place: Place[TagsField]) -> None:
    field = TagsField()
    field.set_options((Option("a", "低保"),), {})
    field.show_tags([("a", "低保")])
    keys = place(field)
    dropped: list[str] = []
    field.dropped.connect(dropped.append)
    keys.type("1")
    keys.press(Key.Key_Backspace)
    assert dropped == ["a", "a"]


def test_what_one_column_takes_cuts_no_other_that_must_be_whole(qtbot: QtBot, look: Look) -> None:
    """A long number takes room of the shares; the amount's heading would fit without it only."""
    widget = QTableWidget()
    qtbot.addWidget(widget)
    number, amount = "539999-T518F61-00000001 至 00000012", "合计金额（元）"
    columns = (
        Column("收据号", 4, whole=True),
        Column("方式", 2),
        Column("状态", 2),
        Column(amount, 3, right=True),
    )
    table = Table(widget, look, columns)
    header = widget.horizontalHeader()
    wanted = header.sectionSizeHint(3)
    widget.resize(wanted * 4 + 2 * widget.frameWidth(), 200)
    widget.show()
    table.show([(number, "现金", "有效", "980.00")])
    assert header.sectionSize(0) >= widget.sizeHintForColumn(0)
    assert header.sectionSize(3) >= wanted


def test_where_there_is_no_room_a_name_keeps_its_own_and_a_number_ends_in_dots(
    qtbot: QtBot, look: Look
) -> None:
    """Nothing runs out of the table: what is too long is shortened where it can be told."""
    widget = QTableWidget()
    qtbot.addWidget(widget)
    columns = (Column("收据号", 4, whole=True), Column("缴款人", 2, least=78))
    table = Table(widget, look, columns)
    widget.resize(190, 200)
    widget.show()
    table.show([("539999-T518F61-00000001", "欧阳一")])
    header = widget.horizontalHeader()
    assert header.sectionSize(1) >= look.px(78)
    assert header.length() <= widget.viewport().width()
    assert not widget.wordWrap()
