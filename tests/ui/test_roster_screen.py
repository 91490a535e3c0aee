"""The roster's screen: keys that run ahead, who is skipped, states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Key, Modifier
from desktop.domain import codes
from desktop.usecases.desk import Desk
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.roster import load_bands
from desktop.usecases.roster_steps import SetAside, set_aside
from tests.helpers.roster_screens import EMPLOYED, At, open_roster
from tests.helpers.rosters import FULL_FEN, YEAR, family, person, settle

__all__ = ["open_roster"]


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
