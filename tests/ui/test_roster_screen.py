"""The roster's screen over a desk in memory: states, keys that run ahead, failures, looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.base.resources import resource_path
from desktop.domain import codes
from desktop.domain.codes import Language
from desktop.domain.facts import OtherCover, Recognition
from desktop.ui.roster.view import RosterScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.roster import load_bands
from desktop.usecases.roster_steps import SetAside, set_aside
from tests.helpers import desks
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.rosters import FULL_FEN, YEAR, family, person, settle, settle_village
from tests.helpers.screens import session_of
from tests.helpers.stations import VILLAGE
from tests.ui.test_looks import cut_off

EXPIRED = Recognition(code="subsistence_allowance", area="rural", valid_to="2021-01-01")
VALID = msgspec.structs.replace(EXPIRED, valid_to=None)
EMPLOYED = OtherCover(scheme="employee", status="active")


@dataclass(slots=True)
class At:
    """The roster's screen alone, every lane inline."""

    screen: RosterScreen
    keys: Keyboard
    desk: Desk
    runner: InlineRunner

    @property
    def states(self) -> list[str]:
        """Where the people of the band under the cursor stand, as the screen shows it."""
        band = self.screen.presenter.model.band
        assert band is not None
        return [one.state for one in band.members]

    @property
    def number(self) -> str:
        """The household number under the cursor."""
        band = self.screen.presenter.model.band
        assert band is not None
        return band.number

    def quiet(self) -> None:
        """Wait until the sums along the top stand still and are laid out."""
        screen = self.screen
        self.keys.wait_until(
            lambda: not (screen._sums.isActive() or screen._tabs_later.isActive()), "the sums"
        )
        self.keys.settle()

    @property
    def note(self) -> str:
        """What the band's reserved line says."""
        return self.screen.presenter.shown_at(self.screen.presenter.cursor).note.text


@pytest.fixture
def open_roster(qapp: QApplication, look: Look) -> Iterator[Callable[..., At]]:
    """Open the screen over a fresh desk; ``settle`` fills its register first."""
    screens: list[RosterScreen] = []
    english = QTranslator()
    assert english.load(str(resource_path("i18n", "canbao_en.qm")))
    with ExitStack() as stack:

        def open_(
            fill: Callable[[Desk], object] = lambda desk: settle_village(desk, 5),
            role: str = "clerk",
            language: Language = "zh",
            *,
            opened: bool = True,
        ) -> At:
            desk = stack.enter_context(desks.desk(role=role))
            fill(desk)
            runner = InlineRunner()
            if language == "en":
                QCoreApplication.installTranslator(english)
            screen = RosterScreen(session_of(desk, runner=runner, language=language), look)
            screen.resize(1194, 640)
            look.dress(screen)
            screen.show()
            screen.activateWindow()
            Keyboard.wait_until(screen.isActiveWindow, "the window to be active")
            screen.begin()
            if opened:
                screen.presenter.open_division(VILLAGE)
                screen.begin()
            screens.append(screen)
            return At(screen, Keyboard(screen), desk, runner)

        yield open_
        QCoreApplication.removeTranslator(english)
        for screen in screens:
            shiboken6.delete(screen)
        qapp.processEvents()


class TestKeysThatRunAhead:
    def test_a_band_says_it_is_being_saved_until_it_is_durable(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster()
        at.runner.hold()
        at.keys.press(Key.Key_Space, times=3)
        shown = at.screen.presenter.shown_at(0)
        assert (shown.state, at.number) == ("保存中…", "4")
        assert at.screen.presenter.model.totals.done == 0
        at.runner.release()
        assert at.screen.presenter.shown_at(0).state == "已办"
        assert at.screen.presenter.model.totals.done == 3

    def test_an_undo_pressed_at_once_takes_back_what_was_pressed_before_it(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster()
        at.runner.hold()
        at.keys.press(Key.Key_Space, times=2)
        at.keys.press(Key.Key_U)
        at.runner.release()
        assert (at.number, at.states) == ("2", ["open", "open"])
        assert at.screen.presenter.model.totals.done == 1
        assert "已撤销" in at.screen.form.message.words

    def test_what_fails_is_said_on_its_band_and_nothing_is_lost(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster()
        household = at.screen.presenter.model.household_id
        at.keys.press(Key.Key_Space)
        at.keys.press(Key.Key_Up)
        at.keys.press(Key.Key_Right)
        at.runner.hold()
        at.keys.press(Key.Key_Z)
        assert at.number == "2"
        at.keys.press(Key.Key_Space)
        take_payment(at.desk, PaymentInput(household, "cash", 3 * FULL_FEN, YEAR))
        at.runner.release()
        failed = at.screen.presenter.shown_at(0)
        assert (failed.state, failed.symbol) == ("未保存", "✖")
        assert "没有保存" in failed.note.text
        # The step behind it was done.
        assert at.screen.presenter.model.totals.renewed == 5
        at.screen.presenter.refresh(household)
        at.screen.presenter.go_to(0)
        assert at.states == ["paid"] * 3

    def test_what_was_paid_meanwhile_cannot_be_undone_and_says_so(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster()
        household = at.screen.presenter.model.household_id
        at.keys.press(Key.Key_Space)
        take_payment(at.desk, PaymentInput(household, "cash", 3 * FULL_FEN, YEAR))
        at.keys.press(Key.Key_Z, Modifier.ControlModifier)
        assert "不能撤销" in at.screen.form.message.words
        assert load_bands(at.desk, (household,), YEAR)[0].collected_fen == 3 * FULL_FEN


class TestWhoIsSkipped:
    def test_a_household_is_not_silently_renewed(self, open_roster: Callable[..., At]) -> None:
        def fill(desk: Desk) -> None:
            settle(desk, (person(1), person(2, relation="20", other_cover=(EMPLOYED,))), "1")
            settle(desk, family(3), "2")

        at = open_roster(fill)
        at.keys.press(Key.Key_Space)
        assert (at.number, at.states) == ("1", ["renewed", "open"])
        assert "1 人没有续保" in at.note
        assert "培训2" in at.note
        # Whoever has seen it goes on with the same key.
        at.keys.press(Key.Key_Space)
        assert at.number == "2"

    def test_a_person_chosen_is_renewed_alone(self, open_roster: Callable[..., At]) -> None:
        at = open_roster()
        at.keys.press(Key.Key_Right, times=2)
        at.keys.press(Key.Key_Space)
        assert at.states == ["open", "renewed", "open"]
        assert at.screen.presenter.person == 2
        at.keys.press(Key.Key_Escape)
        at.keys.press(Key.Key_Space)
        assert at.number == "2"

    def test_a_single_person_needs_no_digit_and_takes_it_back(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster(lambda desk: [settle(desk, (person(n),), str(n)) for n in (1, 2)])
        at.keys.press(Key.Key_Q)
        assert at.number == "2"
        at.keys.press(Key.Key_Up)
        assert at.states == ["not_enrolled"]
        at.keys.press(Key.Key_Delete)
        assert at.states == ["open"]

    def test_escape_takes_a_question_back(self, open_roster: Callable[..., At]) -> None:
        at = open_roster()
        at.keys.press(Key.Key_J)
        assert "按序号选人" in at.note
        at.keys.type("2")
        assert at.screen.ask_bar.isVisible()
        at.keys.press(Key.Key_Escape)
        assert not at.screen.ask_bar.isVisible()
        assert QApplication.focusWidget() is at.screen.form.bands
        assert (at.note, at.states) == ("", ["open"] * 3)

    def test_a_day_of_death_in_the_future_is_asked_again(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster()
        at.keys.press(Key.Key_D)
        at.keys.type("1")
        at.keys.type("20211116")
        at.keys.enter()
        assert "今天之后" in at.screen.ask_bar.hint.words
        assert at.screen.ask_bar.field.text() == "20211116"


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
            lambda: [tab.text() for tab in at.screen._tabs.values()] == tabs, "the counts"
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


class TestStates:
    def test_first_use_says_what_to_do(self, open_roster: Callable[..., At]) -> None:
        at = open_roster(opened=False)
        assert "先在上方选一个村" in at.screen.form.pageText.text()
        assert at.screen.form.division.hasFocus()
        assert not at.screen.form.renew.isEnabled()

    def test_an_empty_village_and_no_last_year_are_said(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster(lambda desk: None)
        assert "这里没有住户" in at.screen.form.pageText.text()
        fresh = open_roster(lambda desk: settle(desk, family(1), last=("", "")))
        assert "没有去年的参保记录" in fresh.screen.form.message.words

    def test_an_auditor_moves_and_looks_and_changes_nothing(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster(role="auditor")
        for key in (Key.Key_Space, Key.Key_D, Key.Key_F12, Key.Key_Delete):
            at.keys.press(key)
        at.keys.press(Key.Key_A, Modifier.ControlModifier)
        assert at.states == ["open"] * 3
        assert "只读" in at.screen.form.message.words
        at.keys.press(Key.Key_Down)
        assert at.number == "2"
        assert not at.screen.form.renew.isEnabled()

    def test_a_list_is_pasted_and_what_is_missing_is_said(
        self, open_roster: Callable[..., At]
    ) -> None:
        at = open_roster(opened=False)
        form = at.screen.form
        form.list.click()
        form.listText.setPlainText("2\n4\n不存在\n")
        form.listOpen.click()
        assert at.screen.presenter.count == 2
        assert "1 行没有找到：不存在" in form.message.words
        assert form.division.text() == "户名单（2 户）"

    def test_collecting_what_cannot_be_renewed_says_there_is_nothing(
        self, open_roster: Callable[..., At]
    ) -> None:
        def fill(desk: Desk) -> None:
            household = settle(desk, (person(1),))
            who = load_bands(desk, (household,), YEAR)[0].members[0].person_id
            set_aside(desk, household, YEAR, (who,), SetAside(codes.REFUSED))

        at = open_roster(fill)
        at.screen.presenter.collect()
        assert at.screen.form.message.words

    def test_a_scanners_first_keys_are_taken_back(self, open_roster: Callable[..., At]) -> None:
        at = open_roster(lambda desk: [settle(desk, (person(n),), str(n)) for n in (1, 2)])
        put_back = at.screen.remember()
        at.keys.press(Key.Key_Q)
        at.keys.type("2")
        put_back()
        assert (at.number, at.states) == ("1", ["open"])
        assert at.screen.form.find.text() == ""


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
