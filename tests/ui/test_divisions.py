"""区划管理 and the division picker on the screen: by keyboard, in every look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.base.ids import SeededIds
from desktop.domain.codes import Language
from desktop.ui.divisions.view import DivisionsScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import households_to_move, index, known_tree
from desktop.usecases.seeding import seed_residents
from tests.helpers import desks
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import session_of
from tests.helpers.stage import stage
from tests.ui.conftest import AtScreen
from tests.ui.test_access import nameless
from tests.ui.test_looks import cut_off

EAST, WILLOW = "539999001001", "539999001002"
MERGER = f"""代码,名称,类别,起,止,替代为
539999001000,青石街道,街道,2020-01-01,,
{EAST},东山村委会,村,2020-01-01,2021-10-31,{WILLOW}
539999001007,新桥村委会,村,2021-11-01,,
"""
BROKEN = f"代码,名称,类别,起\n{EAST},,村,昨天\n532301001000,外县镇,镇,\n"


@dataclass(slots=True)
class AtPage:
    """The page over a seeded desk, with hands on its keyboard."""

    page: DivisionsScreen
    desk: Desk
    keys: Keyboard


@pytest.fixture
def open_page(look: Look) -> Iterator[Callable[..., AtPage]]:
    with desks.desk(role="supervisor") as desk, stage(look) as shown:

        def open_(language: Language = "zh", *, seeded: bool = True, role: str = "it") -> AtPage:
            if seeded:
                seed_residents(desk, 60, SeededIds(1))
            desk.role = role
            shown.speak(language)
            session = replace(session_of(desk, language=language), runner=InlineRunner())
            page = DivisionsScreen(session, look)
            shown.show(page, 1210, 660)
            page.begin()
            return AtPage(page, desk, Keyboard(page))

        yield open_


def column(at: AtPage, name: str, place: int = 0) -> list[str]:
    widget = getattr(at.page.form, name)
    items = [widget.item(row, place) for row in range(widget.rowCount())]
    return [item.text() for item in items if item is not None]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "large", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_page: Callable[..., AtPage],
    look: Look,
    pictures: Path | None,
    tmp_path: Path,
) -> None:
    look.apply(theme, size)
    at = open_page(language)

    def seen(name: str) -> None:
        at.keys.settle()
        if pictures is not None:
            at.page.grab().save(str(pictures / f"divisions-{theme}-{size}-{language}-{name}.png"))
        assert cut_off(at.page) == []
        assert nameless(at.page) == []

    at.keys.press(Key.Key_Return)
    seen("tree")
    for name, text in (("broken", BROKEN), ("list", MERGER)):
        path = tmp_path / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        at.page.presenter.read_units(path)
        seen(name)
    at.keys.press(Key.Key_F9)
    seen("moving")


def test_the_tree_is_walked_and_searched_by_keyboard(open_page: Callable[..., AtPage]) -> None:
    at = open_page(role="clerk")
    assert column(at, "tree") == ["青石镇", "白水乡"]
    assert not at.page.form.importUnits.isVisible()
    at.keys.press(Key.Key_Return)
    assert column(at, "tree")[:2] == ["东山村委会", "柳林村委会"]
    at.keys.press(Key.Key_Down)
    at.keys.press(Key.Key_Return)
    assert column(at, "tree", 1)[0] == WILLOW + "01"
    at.keys.press(Key.Key_Escape)
    at.keys.press(Key.Key_Escape)
    assert column(at, "tree") == ["青石镇", "白水乡"]
    at.keys.type("dsyz")
    at.keys.wait_until(lambda: column(at, "tree", 1) == [EAST + "01"], "what was typed is found")
    closed: list[bool] = []
    at.page.closed.connect(lambda: closed.append(True))
    at.keys.press(Key.Key_Escape)
    assert column(at, "tree") == ["青石镇", "白水乡"]
    at.keys.press(Key.Key_Escape)
    assert closed == [True]


def test_a_merger_is_looked_over_written_and_its_households_moved(
    open_page: Callable[..., AtPage], tmp_path: Path
) -> None:
    at = open_page()
    waiting = len({one for one in counted(at.desk) if one.startswith(EAST)})
    path = tmp_path / "区划.csv"
    path.write_text(MERGER, encoding="gb18030")
    at.keys.press(Key.Key_I, Modifier.AltModifier)
    at.keys.wait_until(lambda: at.page.findChild(QFileDialog) is not None, "the file is asked for")
    for dialog in at.page.findChildren(QFileDialog):
        dialog.fileSelected.emit(str(path))
        dialog.close()
    at.page.activateWindow()
    at.keys.wait_until(at.page.isActiveWindow, "the page in front again")
    assert column(at, "findings", 1).count("更名") == 1
    assert {"新增", "停用"} <= set(column(at, "findings", 1))
    assert known_tree(at.desk).name("539999001000") == "青石镇"
    at.keys.press(Key.Key_F9)
    assert known_tree(at.desk).name("539999001000") == "青石街道"
    assert at.page.form.moving.rowCount() == waiting
    for _ in range(waiting):
        at.keys.press(Key.Key_F9)
        at.keys.settle()
    assert households_to_move(at.desk) == ()
    assert not any(one.startswith(EAST) for one in counted(at.desk))
    assert not at.page.form.act.isVisible()


def test_a_list_with_mistakes_cannot_be_written(
    open_page: Callable[..., AtPage], tmp_path: Path
) -> None:
    at = open_page(seeded=False)
    assert at.page.form.empty.isVisible()
    path = tmp_path / "broken.csv"
    path.write_text(BROKEN, encoding="utf-8")
    at.page.presenter.read_units(path)
    assert not at.page.form.act.isVisible()
    assert column(at, "findings")[:1] == ["第 2 行"]
    at.keys.press(Key.Key_F9)
    assert len(known_tree(at.desk)) == 0
    (tmp_path / "no.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    at.page.presenter.read_units(tmp_path / "no.csv")
    told = [label.text() for label in at.page.form.message.findChildren(QLabel)]
    assert any("表头" in words for words in told)


def test_a_household_is_placed_by_typing(open_screen: Callable[..., AtScreen]) -> None:
    at = open_screen()
    at.keys.wait_until(at.screen.isActiveWindow, "the screen in front")
    desk = at.session.desk
    seed_residents(desk, 30, SeededIds(1))
    index(desk)
    field = at.screen.form.division
    field.setFocus()
    at.keys.type("llsz")
    at.keys.press(Key.Key_Return)
    assert field.code == WILLOW + "03"
    assert field.text() == "青石镇 柳林村委会 三组"
    assert field.toolTip() == "云南省楚雄彝族自治州培训县青石镇柳林村委会三组"
    field.setFocus()
    at.keys.type("539999001003")
    at.keys.press(Key.Key_Return)
    assert field.text() == "青石镇 龙潭社区"


def counted(desk: Desk) -> set[str]:
    rows = desk.store.connection.execute("SELECT DISTINCT division FROM households")
    return {row[0] for row in rows}
