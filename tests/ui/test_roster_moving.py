"""The roster's screen: moving, finding, filters, the batch, and how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Key, Modifier
from desktop.domain import codes
from desktop.domain.codes import Language
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk
from tests.helpers.roster_screens import EMPLOYED, EXPIRED, VALID, At, open_roster
from tests.helpers.rosters import family, person, settle, settle_village
from tests.helpers.stations import VILLAGE
from tests.ui.test_looks import cut_off

__all__ = ["open_roster"]


class TestMoving:
    def test_numbers_names_and_pinyin_jump(self, open_roster: Callable[..., At]) -> None:
        def fill(desk: Desk) -> None:
            settle_village(desk, 30)
            settle(desk, (person(60, name="起建国"),), "77")

        at = open_roster(fill)
        at.keys.type("22")
        at.keys.enter()
        assert (at.number, QApplication.focusWidget()) == ("22", at.screen.form.bands)
        for typed, number in (("qjg", "77"), ("培训9", "9"), ("起建", "77")):
            at.keys.press(Key.Key_Slash)
            at.keys.type(typed)
            at.keys.enter()
            assert at.number == number
        at.keys.press(Key.Key_Slash)
        at.keys.type("没有的人")
        assert "没有“没有的人”" in at.screen.form.message.words

    def test_arrows_pages_and_ends(self, open_roster: Callable[..., At]) -> None:
        at = open_roster(lambda desk: settle_village(desk, 40))
        presenter = at.screen.presenter
        at.keys.press(Key.Key_End)
        assert presenter.cursor == 39
        page = at.screen.form.bands.page
        at.keys.press(Key.Key_PageUp)
        assert page > 1
        assert presenter.cursor == 39 - page
        at.keys.press(Key.Key_Home)
        at.keys.press(Key.Key_Down, times=2)
        at.keys.press(Key.Key_Up)
        assert presenter.cursor == 1

    def test_filters_keep_their_bands_until_they_are_chosen_again(
        self, open_roster: Callable[..., At]
    ) -> None:
        def fill(desk: Desk) -> None:
            settle_village(desk, 3)
            settle(desk, (person(9, identities=(EXPIRED,)),), "4")

        at = open_roster(fill)
        at.keys.press(Key.Key_F)
        at.keys.press(Key.Key_Space)
        assert (at.number, at.screen.presenter.count) == ("2", 4)
        at.keys.press(Key.Key_F)
        assert (at.number, at.screen.presenter.count) == ("1", 1)
        at.keys.press(Key.Key_F)
        assert (at.number, at.screen.presenter.count) == ("4", 1)
        tabs = ["全部 4", "待办 3", "已办 1", "有提示 1"]
        at.keys.wait_until(
            lambda: [tab.text() for tab in at.screen.sums.tabs.values()] == tabs, "the counts"
        )

    def test_a_click_chooses_a_band_and_a_person(self, open_roster: Callable[..., At]) -> None:
        at = open_roster()
        bands, presenter = at.screen.form.bands, at.screen.presenter
        bands.place_clicked.emit(2, None)
        assert presenter.cursor == 2
        assert bands._person_at(2, bands._rect(2).top() + 100) == 1
        at.screen.form.moved.click()
        assert "按序号选人" in at.note


class TestTheBatch:
    def test_it_waits_for_what_is_unread_then_states_numbers(
        self, open_roster: Callable[..., At]
    ) -> None:
        def fill(desk: Desk) -> None:
            settle_village(desk, 45)
            settle(desk, (person(99, identities=(EXPIRED,)),), "99")

        at = open_roster(fill, opened=False)
        at.runner.hold()
        at.screen.presenter.open_division(VILLAGE)
        at.runner.release()
        at.runner.hold()
        at.screen.presenter.refresh()
        at.keys.press(Key.Key_A, Modifier.ControlModifier)
        at.runner.release()
        at.keys.press(Key.Key_A, Modifier.ControlModifier)
        form = at.screen.form
        assert form.stack.currentWidget() is form.batchPage
        assert "45 户" in form.batchPlan.text()
        assert form.batchList.count() == 1
        assert "99" in form.batchList.item(0).text()
        assert form.batchRun.hasFocus()
        at.keys.enter()
        assert "整批续保完成：45 户" in form.message.words
        at.keys.press(Key.Key_U)
        assert at.screen.presenter.model.totals.done == 0

    def test_it_can_be_stopped_between_two_transactions(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster(lambda desk: settle_village(desk, 45))
        at.screen.presenter.plan_batch()
        at.runner.hold()
        at.screen.presenter.batches.run()
        assert "0 / 45" in at.screen.form.batchPlan.text()
        at.screen.form.batchCancel.click()
        at.runner.release()
        assert "已停下：已续保 20 户" in at.screen.form.message.words
        assert at.screen.presenter.model.totals.done == 20


def difficult(desk: Desk) -> None:
    """Settle a village in which everything that can be shown is shown."""
    long = "阿卜杜热合曼·买买提吐尔逊·玉素甫江·艾合买提𠮷𪚥" * 2
    settle(desk, (person(1),), "1")
    settle(
        desk,
        (
            person(2, name=long[:50], identities=(VALID,)),
            person(3, relation="20", other_cover=(EMPLOYED,)),
            person(4, relation="40", identities=(EXPIRED,)),
            person(5, relation="40"),
        ),
        "530000-000000000002",
        last=("enrolled", "enrolled", "enrolled", codes.REFUSED),
    )
    settle(desk, tuple(replace(one) for one in family(6, 12)), "3")
    settle_village(desk, 9, start=7)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "large", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_roster: Callable[..., At],
    look: Look,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    at = open_roster(difficult, language=language)
    at.keys.press(Key.Key_Space)
    at.quiet()
    assert cut_off(at.screen) == []
    _keep(at, pictures, f"roster-{theme}-{size}-{language}")
    at.keys.press(Key.Key_Down)
    at.keys.press(Key.Key_Left)
    at.quiet()
    _keep(at, pictures, f"roster-large-household-{theme}-{size}-{language}")
    at.screen.presenter.plan_batch()
    at.quiet()
    assert cut_off(at.screen) == []
    _keep(at, pictures, f"roster-batch-{theme}-{size}-{language}")


def _keep(at: At, pictures: Path | None, name: str) -> None:
    if pictures is not None:
        at.screen.grab().save(str(pictures / f"{name}.png"))
