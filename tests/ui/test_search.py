"""Goal: results follow the typing, stale ones never show, the keyboard alone opens a household."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.keyboard import Key, Keyboard
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields
from desktop.domain.roster_facts import DivisionsImported, Unit
from desktop.ui.search.overlay import SearchOverlay
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk
from desktop.usecases.find import find
from desktop.usecases.households import save_household
from tests.helpers import desks
from tests.helpers.desks import FAMILY, SON, with_members
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import session_of
from tests.helpers.stations import VILLAGE
from tests.ui.conftest import look

__all__ = ["look"]


@dataclass(slots=True)
class AtSearch:
    """The overlay over an empty window, its lane inline, and hands on the keyboard."""

    overlay: SearchOverlay
    keys: Keyboard
    runner: InlineRunner
    desk: Desk
    opened: list[str]

    def shown(self) -> list[str]:
        """Return the texts of the rows."""
        results = self.overlay.form.results
        return [results.item(row).text() for row in range(results.count())]

    def type(self, text: str) -> None:
        """Type and let the pause pass."""
        self.keys.type(text)
        self.keys.wait_until(lambda: not self.overlay.presenter.waiting, "the answer")


@pytest.fixture
def at(qapp: QApplication, look: Look) -> Iterator[AtSearch]:
    with desks.desk() as desk:
        save_household(desk, FAMILY)
        other = replace(SON, name="欧阳娜娜", relation="02")
        save_household(desk, with_members(other, number="001001-0002", address="二组9号"))
        town = Unit(code=VILLAGE[:9] + "000", name="东瓜镇", kind="township", parent=VILLAGE[:6])
        village = Unit(code=VILLAGE, name="东瓜村", kind="village", parent=town.code)
        with desk.store.transaction():
            desk.store.record(DivisionsImported(units=(town, village)), operator="tester")
        runner, window = InlineRunner(), QWidget()
        window.resize(1194, 720)
        overlay = SearchOverlay(session_of(desk, runner=runner), look, window)
        opened: list[str] = []
        overlay.chosen.connect(opened.append)
        look.dress(window)
        window.show()
        window.activateWindow()
        overlay.open()
        yield AtSearch(overlay, Keyboard(window), runner, desk, opened)
        shiboken6.delete(window)
        qapp.processEvents()


def household(at: AtSearch, name: str) -> str:
    found = find(at.desk, name)
    assert found
    return found[0].household_id


def test_typing_finds_arrows_move_and_enter_opens(at: AtSearch) -> None:
    at.type("东瓜")
    assert len(at.shown()) == 5
    assert all("东瓜村" in row for row in at.shown())
    at.keys.press(Key.Key_Down, times=9)
    assert at.overlay.form.results.currentRow() == 4
    at.keys.press(Key.Key_PageUp)
    assert at.overlay.form.results.currentRow() == 0
    at.keys.press(Key.Key_Down, times=4)
    assert "欧阳娜娜" in at.overlay.form.results.currentItem().text()
    at.keys.enter()
    assert at.opened == [household(at, "欧阳")]
    assert not at.overlay.isVisible()


def test_enter_before_the_answer_opens_what_was_typed_not_what_stood_there(at: AtSearch) -> None:
    at.type("王")
    assert "欧阳" not in at.shown()[0]
    at.overlay.form.query.clear()
    at.runner.hold()
    at.keys.type("欧阳")
    at.keys.enter()
    assert at.opened == []
    at.runner.release()
    assert at.opened == [household(at, "欧阳")]


def test_an_answer_that_comes_late_is_never_shown(at: AtSearch) -> None:
    at.runner.hold()
    at.keys.type("王")
    at.overlay.presenter.search("王")
    at.overlay.presenter.search("欧阳")
    at.runner.release()
    assert [row[:4] for row in at.shown()] == ["欧阳娜娜"]
    at.runner.hold()
    at.overlay.presenter.search("王")
    at.keys.press(Key.Key_Escape)
    at.runner.release()
    assert [row[:4] for row in at.shown()] == ["欧阳娜娜"]
    assert at.opened == []


def test_who_left_is_marked_and_cannot_be_opened(at: AtSearch) -> None:
    found = find(at.desk, "欧阳")
    assert found
    gone = HouseholdSaved(
        household=HouseholdFields(id=found[0].household_id),
        people=(PersonFields(id=found[0].person_id, household=""),),
    )
    with at.desk.store.transaction():
        at.desk.store.record(gone, operator="tester")
    at.type("oynn")
    assert "已不在任何户" in at.shown()[0]
    at.keys.enter()
    assert at.opened == []
    assert at.overlay.isVisible()


@pytest.mark.parametrize(
    ("theme", "size"), [("light", "normal"), ("dark", "normal"), ("light", "largest")]
)
def test_the_rows_fit_in_every_look(
    at: AtSearch, look: Look, pictures: Path | None, theme: ThemeName, size: TextSize
) -> None:
    look.apply(theme, size)
    at.overlay.open()
    at.type("东瓜")
    results = at.overlay.form.results
    rows = [results.visualItemRect(results.item(row)) for row in range(results.count())]
    assert {rect.height() for rect in rows} == {look.px(48)}
    assert all(rect.width() <= results.viewport().width() for rect in rows)
    if pictures is not None:
        at.keys.settle()
        at.overlay.window().grab().save(str(pictures / f"search-{theme}-{size}.png"))
