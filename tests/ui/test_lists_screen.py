"""名单导入 on the screen: by keyboard from a file to a batch and back, in every look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.base.ids import SeededIds
from desktop.domain.codes import Language
from desktop.ui.lists.batches.presenter import MODES
from desktop.ui.lists.batches.view import BatchesTab
from desktop.ui.lists.view import ListsScreen
from desktop.ui.lists.wizard.view import WizardTab
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk
from desktop.usecases.lists.batches import batches, waiting
from desktop.usecases.seeding import seed_residents
from tests.helpers import desks
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import session_of
from tests.helpers.stage import stage
from tests.helpers.workbooks import workbook
from tests.ui.test_access import nameless
from tests.ui.test_looks import cut_off

HEAD = ("姓名", "身份证号", "救助类别", "认定时间", "乡镇")


@dataclass(slots=True)
class AtPage:
    """The page over a seeded desk, with hands on its keyboard."""

    page: ListsScreen
    desk: Desk
    keys: Keyboard
    folder: Path

    @property
    def wizard(self) -> WizardTab:
        """The tab that takes lists in."""
        tab = self.page.tab("import")
        assert isinstance(tab, WizardTab)
        return tab

    @property
    def batches(self) -> BatchesTab:
        """The tab of what was taken in."""
        tab = self.page.tab("batches")
        assert isinstance(tab, BatchesTab)
        return tab

    def people(self) -> list[Any]:
        """Return the register's people."""
        return list(self.desk.store.connection.execute("SELECT * FROM people ORDER BY id"))

    def write(self, rows: list[tuple[object, ...]], name: str = "低保.xlsx") -> Path:
        """Write a list."""
        path = self.folder / name
        path.write_bytes(workbook({"名单": [HEAD, *rows]}))
        return path

    def rows(self, count: int = 12) -> list[tuple[object, ...]]:
        """Return a list's rows, the first with an apostrophe, the second with a bare month."""
        found: list[tuple[object, ...]] = [
            (one["name"], one["document_number"], "农村低保", "2021-03-01", "青石街道")
            for one in self.people()[:count]
        ]
        found[0] = (found[0][0], f"'{found[0][1]}", *found[0][2:])
        found[1] = (*found[1][:3], "2021年3月", "青石街道")
        return found

    def pick(self, path: Path) -> None:
        """Press F4 and choose a file."""
        self.keys.press(Key.Key_F4)
        asked = self.wizard.findChildren(QFileDialog)
        assert asked
        for dialog in asked:
            dialog.fileSelected.emit(str(path))
            dialog.close()
        self.page.activateWindow()
        self.keys.wait_until(self.page.isActiveWindow, "the page in front again")
        self.wizard.focus_again()

    def states(self) -> list[str]:
        """Return what becomes of each row that is shown."""
        model = self.wizard.model
        return [model.line(row)[1] for row in range(model.rowCount())]


@pytest.fixture
def open_page(look: Look, tmp_path: Path) -> Iterator[Callable[..., AtPage]]:
    with desks.desk(role="supervisor") as desk, stage(look) as shown:
        seed_residents(desk, 60, SeededIds(1))

        def open_(language: Language = "zh") -> AtPage:
            shown.speak(language)
            page = ListsScreen(session_of(desk, language=language, runner=InlineRunner()), look)
            shown.show(page, 1206, 660)
            page.begin()
            return AtPage(page, desk, Keyboard(page), tmp_path)

        yield open_


def test_from_a_file_to_a_batch_and_back_without_the_mouse(
    open_page: Callable[..., AtPage],
) -> None:
    at = open_page()
    rows = at.rows()
    rows.append(("张新人", "53999919900101007X", "重点优抚", "2021-03-01", "青石街道"))
    rows.append(("李坏", 5.3e17, "农村低保", "2021-03-01", "青石街道"))
    at.pick(at.write(rows))
    assert at.states()[:3] == ["待接受", "待接受", "新增"]
    assert at.states()[-2:] == ["未登记", "错误"]
    assert not at.wizard.act.isEnabled()
    assert at.wizard.table.hasFocus()
    at.keys.type("a")
    assert at.states()[0] == "新增"
    at.keys.press(Key.Key_Down)
    at.keys.type("k")
    assert at.states()[1] == "新增"
    at.keys.press(Key.Key_End)
    at.keys.type("x")
    assert at.states()[-1] == "不导入"
    at.keys.press(Key.Key_F9)
    assert "已导入 14 行" in at.wizard.message.words
    assert at.wizard.model.rowCount() == 0
    assert [one.counts.new for one in batches(at.desk)] == [12]
    assert [one.name for one in waiting(at.desk)] == ["张新人"]
    at.keys.press(Key.Key_PageDown, Modifier.ControlModifier)
    tab = at.batches
    assert tab.tables["batches"].hasFocus()
    assert tab.tables["batches"].rowCount() == 1
    at.keys.press(Key.Key_F6)
    assert tab.tables["waiting"].rowCount() == 1
    at.keys.press(Key.Key_F6)
    assert tab.tables["unnamed"].rowCount() == 1
    at.keys.press(Key.Key_F6)
    at.keys.press(Key.Key_F6)
    at.keys.press(Key.Key_F9)
    assert "原因" in tab.message.words or "理由" in tab.message.words
    tab.reason.setFocus()
    at.keys.type("发错了")
    at.keys.press(Key.Key_F9)
    assert "已撤销" in tab.message.words
    assert batches(at.desk)[0].undo_reason == "发错了"
    assert not waiting(at.desk)


def test_a_cell_is_mended_in_place_and_the_import_survives_a_restart(
    open_page: Callable[..., AtPage],
) -> None:
    at = open_page()
    rows = at.rows(5)
    rows[2] = (rows[2][0], "123", *rows[2][2:])
    at.pick(at.write(rows))
    at.keys.press(Key.Key_F6)
    assert at.states() == ["错误"]
    number = str(at.people()[2]["document_number"])
    at.keys.enter()
    assert at.wizard.mending.value.hasFocus()
    at.wizard.mending.value.selectAll()
    at.keys.type(number)
    at.keys.enter()
    at.wizard.presenter.show_only("all")
    assert "错误" not in at.states()
    other = open_page()
    assert other.states() == at.states()
    assert other.wizard.card.source.text() == at.wizard.card.source.text()
    other.wizard.presenter.give_up()
    assert open_page().states() == []


def test_numbers_in_order_stay_masked_where_a_row_is_mended(
    open_page: Callable[..., AtPage],
) -> None:
    at = open_page()
    at.pick(at.write(at.rows(4)))
    at.keys.press(Key.Key_End)
    mending = at.wizard.mending
    mending.choose_field("number")
    assert "********" in mending.value.text()
    assert mending.value.isReadOnly()


def test_columns_are_chosen_and_the_list_is_read_again(open_page: Callable[..., AtPage]) -> None:
    at = open_page()
    path = at.folder / "odd.xlsx"
    rows = [(one["name"], "孤儿", one["document_number"]) for one in at.people()[:4]]
    path.write_bytes(workbook({"a": [("称呼", "说法", "号"), *rows]}))
    at.pick(path)
    at.wizard.presenter.choose("kind", "identity")
    assert set(at.states()) == {"错误"}
    at.wizard.presenter.set_column("identity", 1)
    assert at.wizard.message.words == ""
    assert at.states()[-4:] == ["新增"] * 4


def test_questions_about_the_whole_list_stand_where_they_are_answered(
    open_page: Callable[..., AtPage],
) -> None:
    at = open_page()
    wizard = at.wizard
    at.pick(at.write(at.rows(12)))
    for code in ("APOSTROPHE", "DAY_MONTH"):
        row = next(
            one.read.row
            for one in (wizard.presenter.found or pytest.fail("no list")).rows
            if code in one.read.repairs
        )
        wizard.presenter.accept_kind(row)
    at.keys.press(Key.Key_F9)
    at.pick(at.write([row for row in at.rows(12) if row[3] == "2021-03-01"][-3:], "short.xlsx"))
    (asked,) = [box for box in wizard.questions if box.isVisible()]
    assert "少了一半以上" in asked.text()
    assert not wizard.act.isEnabled()
    asked.setFocus()
    at.keys.press(Key.Key_Space)
    assert wizard.act.isEnabled()


def test_who_may_not_import_is_told_and_changes_nothing(open_page: Callable[..., AtPage]) -> None:
    at = open_page()
    path = at.write(at.rows(3))
    at.desk.role = "auditor"
    at.wizard.presenter.pick(path)
    assert "角色" in at.wizard.message.words
    assert batches(at.desk) == ()


def test_units_are_looked_over_taken_in_and_taken_back(open_page: Callable[..., AtPage]) -> None:
    at = open_page()
    path = at.folder / "区划.xlsx"
    rows = [("539999001771", "添加村"), ("539999001772", "又一村"), ("5399990017", "短了")]
    path.write_bytes(workbook({"区划": [("区划代码", "名称"), *rows]}))
    at.pick(path)
    assert at.states() == ["新增", "新增", "错误"]
    assert at.wizard.model.line(0)[2:4] == ("添加村", "539999001771")
    at.keys.press(Key.Key_End)
    at.keys.type("x")
    at.keys.press(Key.Key_F9)
    assert "新增 2 个单位" in at.wizard.message.words
    at.keys.press(Key.Key_PageDown, Modifier.ControlModifier)
    assert "不能删去" in at.batches.message.words
    at.batches.reason.setFocus()
    at.keys.type("发错了")
    at.keys.press(Key.Key_F9)
    assert "2 个没有恢复" in at.batches.message.words


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("theme", "size"), [("light", "normal"), ("dark", "large"), ("light", "largest")]
)
def test_nothing_is_cut_off_in_any_look(
    open_page: Callable[..., AtPage],
    look: Look,
    theme: ThemeName,
    size: TextSize,
    language: Language,
) -> None:
    look.apply(theme, size)
    at = open_page(language)
    at.pick(at.write(at.rows()))
    assert nameless(at.page) == []
    assert cut_off(at.page) == []
    at.page.go("batches")
    for mode in MODES:
        at.batches.presenter.choose(mode)
        assert nameless(at.page) == []
        assert cut_off(at.page) == []
