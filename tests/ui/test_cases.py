"""待处理事项 by hand: found, read from both sides, commented on and decided by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Keyboard
from desktop.domain.codes import Language
from desktop.domain.facts import Recognition
from desktop.ui.cases.view import CasesScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.cases import list_cases
from tests.helpers.case_desks import CaseDesks, case_desks
from tests.helpers.screens import session_of
from tests.ui.conftest import AtWindow

MARK = 4


@dataclass(slots=True)
class AtCases:
    """The screen alone, over a desk that has met its centre."""

    screen: CasesScreen
    keys: Keyboard
    county: CaseDesks

    @property
    def kinds(self) -> list[str]:
        """The kinds in the list, from top to bottom."""
        table = self.screen.form.cases
        return [_text(table.item(row, 0)) for row in range(table.rowCount())]

    def lines(self) -> dict[str, list[str]]:
        """The comparison by the name of its line."""
        table = self.screen.form.sides
        return {
            _text(table.item(row, 0)): [
                _text(table.item(row, column)) for column in range(1, table.columnCount())
            ]
            for row in range(table.rowCount())
        }


def _text(item: object) -> str:
    return item.text() if item is not None else ""  # type: ignore[attr-defined]


@pytest.fixture(params=["supervisor"])
def county(request: pytest.FixtureRequest) -> Iterator[CaseDesks]:
    with case_desks(request.param) as opened:
        yield opened


@pytest.fixture
def open_cases(
    qapp: QApplication, look: Look, county: CaseDesks
) -> Iterator[Callable[..., AtCases]]:
    opened: list[CasesScreen] = []

    def open_(language: Language = "zh") -> AtCases:
        screen = CasesScreen(session_of(county.desk, language=language), look)
        screen.resize(1194, 640)
        look.dress(screen)
        screen.show()
        screen.activateWindow()
        qapp.processEvents()
        screen.begin()
        opened.append(screen)
        return AtCases(screen, Keyboard(screen), county)

    yield open_
    for screen in opened:
        shiboken6.delete(screen)
    qapp.processEvents()


def test_without_cases_the_screen_says_what_it_is_for(
    open_cases: Callable[..., AtCases],
) -> None:
    at = open_cases()
    assert at.screen.form.empty.isVisible()
    assert "没有待处理的事项" in at.screen.form.empty.text()
    assert not at.screen.form.caseCard.isVisible()
    assert at.screen.form.filterOpen.hasFocus()


def test_both_sides_stand_beside_each_other_with_differences_marked(
    county: CaseDesks, open_cases: Callable[..., AtCases]
) -> None:
    county.conflict(phone=("13900000001", "13900000002"))
    at = open_cases()
    assert at.kinds == ["两处改了同一项"]
    lines = at.lines()
    assert lines["电话"] == ["13900000001", "13900000002", "13900000002", "≠ 不同"]
    assert lines["经办人"][:2] == ["李复核", "张经办"] or lines["经办人"][0] == "李复核"
    assert lines["工作站"][:2] == ["培训站1", "培训站2"]


def test_a_case_is_decided_without_the_mouse(
    county: CaseDesks, open_cases: Callable[..., AtCases]
) -> None:
    household = county.conflict(phone=("13900000001", "13900000002"))
    at = open_cases()
    assert at.screen.form.cases.hasFocus()
    at.keys.enter()
    assert at.screen.form.decision.hasFocus()
    at.keys.type("1")
    at.keys.enter()
    assert "改 1 项内容" in at.screen.form.consequence.text()
    at.screen.form.comment.setFocus()
    at.keys.type("已电话核实")
    at.keys.press(Qt.Key.Key_F12)
    assert at.screen.form.message.words == "已决定：以左边为准"
    assert at.kinds == []
    county.meet()
    row = county.other.store.connection.execute(
        "SELECT phone FROM people WHERE household_id = ? ORDER BY rowid LIMIT 1", (household,)
    ).fetchone()
    assert row[0] == "13900000001"
    at.keys.press(Qt.Key.Key_F6)
    assert at.kinds == ["两处改了同一项"]
    assert "以左边为准" in at.screen.form.remarks.item(0).text()


def test_what_moves_money_is_said_in_yuan_and_asked_once_more(
    county: CaseDesks, open_cases: Callable[..., AtCases]
) -> None:
    county.double(paid="both")
    at = open_cases()
    form = at.screen.form
    assert at.kinds == ["同一人登记两次", "同一人缴费两次"]
    form.cases.selectRow(1)
    at.screen.presenter.set_decision("undo_second")
    assert "320.00 元" in form.consequence.text()
    form.comment.setFocus()
    at.keys.type("重复收取")
    at.keys.press(Qt.Key.Key_F12)
    assert form.decide.text() == "确认决定 F12"
    assert "320.00 元" in form.message.words
    assert [one.state for one in list_cases(county.desk)] == ["open", "open"]
    at.keys.press(Qt.Key.Key_F12)
    assert "退右边的一笔" in form.message.words
    assert at.kinds == ["同一人登记两次"]


def test_what_is_missing_is_said_at_its_field(
    county: CaseDesks, open_cases: Callable[..., AtCases]
) -> None:
    county.conflict(phone=("1", "2"))
    at = open_cases()
    form = at.screen.form
    at.keys.press(Qt.Key.Key_F12)
    assert form.message.words == "请选择怎样处理"
    assert form.decision.hasFocus()
    at.screen.presenter.set_decision("second")
    at.keys.press(Qt.Key.Key_F12)
    assert form.comment.hasFocus()
    assert form.comment.property("state") == "mistake"


@pytest.mark.parametrize("county", ["clerk"], indirect=True)
def test_a_clerk_may_only_comment(county: CaseDesks, open_cases: Callable[..., AtCases]) -> None:
    county.conflict(phone=("1", "2"))
    at = open_cases()
    form = at.screen.form
    assert not form.decide.isVisible()
    assert not form.decision.isVisible()
    at.keys.enter()
    assert form.comment.hasFocus()
    at.keys.type("已电话核实")
    at.keys.press(Qt.Key.Key_F9)
    assert form.message.words == "说明已记录"
    assert "已电话核实" in form.remarks.item(0).text()
    assert at.kinds == ["两处改了同一项"]


@pytest.mark.parametrize("county", ["auditor"], indirect=True)
def test_an_auditor_only_reads(county: CaseDesks, open_cases: Callable[..., AtCases]) -> None:
    with pytest.MonkeyPatch.context():
        county.desk.role = "supervisor"
        county.conflict(phone=("1", "2"))
        county.desk.role = "auditor"
    at = open_cases()
    form = at.screen.form
    for part in (form.decide, form.keepComment, form.comment, form.decision):
        assert not part.isVisible()
    assert "phone" not in form.consequence.text()


def test_the_household_is_one_key_away(
    county: CaseDesks, open_cases: Callable[..., AtCases]
) -> None:
    household = county.conflict(phone=("1", "2"))
    at = open_cases()
    asked: list[str] = []
    at.screen.household_asked.connect(asked.append)
    at.screen.form.openHousehold.setFocus()
    at.keys.enter()
    assert asked == [household]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("theme", "size"), [("light", "normal"), ("dark", "normal"), ("light", "large")]
)
def test_it_is_drawn_in_every_look(
    county: CaseDesks,
    open_cases: Callable[..., AtCases],
    look: Look,
    pictures: Path | None,
    theme: ThemeName,
    size: TextSize,
    language: Language,
) -> None:
    allowance = (Recognition(code="subsistence_allowance", area="rural"),)
    other = (Recognition(code="lifted_out_of_poverty"),)
    county.conflict(phone=("13900000001", "13900000002"), identities=(allowance, other))
    county.double(paid="both")
    look.apply(theme, size)
    at = open_cases(language)
    at.screen.presenter.set_decision("first")
    assert at.screen.form.consequence.text()
    if pictures is not None:
        at.keys.settle()
        at.screen.form.decision.show_code("first")
        at.screen.grab().save(str(pictures / f"cases-{theme}-{size}-{language}.png"))
        at.screen.form.cases.selectRow(2)
        at.screen.presenter.set_decision("undo_second")
        at.screen.form.decision.show_code("undo_second")
        at.keys.settle()
        at.screen.grab().save(str(pictures / f"cases-money-{theme}-{size}-{language}.png"))


def test_the_place_is_in_the_navigation_with_how_many_wait(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    window = at.program.window
    assert window.form.placeCases.text() == "待处理事项"
    at.keys.press(Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert at.pages.here == "cases"
    assert window.form.placeCases.isChecked()
    window.show_cases(3)
    assert window.form.placeCases.text() == "待处理事项 3"
    at.picture("cases-window")
    window.show_cases(0)
    assert window.form.placeCases.text() == "待处理事项"
