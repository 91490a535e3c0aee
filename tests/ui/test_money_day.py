"""Two days of a desk's money by keyboard alone: every yuan on one receipt, every number used once.

Part of a household pays, the receipt is voided, all pay; the day is closed with a difference,
signed by a second person, paid in; the next day a receipt is reversed, a refund asked for and
answered. The window, its screens, the store, the law and the vault are the real ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLabel

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.app.law import shipped_law
from desktop.base.clock import FixedClock
from desktop.base.ids import SeededIds
from desktop.store.vault import OperatorEntry, Vault
from desktop.store.verify import verify
from desktop.ui.closing.view import ClosingScreen
from desktop.ui.receipts.view import ReceiptsScreen
from desktop.ui.session import Session
from desktop.ui.settings.preferences import Preferences
from desktop.ui.shell.desk_pages import DeskPages
from desktop.ui.shell.view import ShellWindow, place_key
from desktop.ui.theme.look import Look
from desktop.usecases.closing import list_closings
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.receipt_list import ReceiptsWanted, find_receipts
from desktop.usecases.refunds import list_refunds
from tests.helpers.desks import FAMILY
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import TrayOut, session_of
from tests.helpers.stations import KEY, new_store

PASSWORD = "a second person"


@dataclass(slots=True)
class AtDesk:
    """The window over a station on disk whose clock stands still, every lane inline."""

    desk: Desk
    session: Session
    window: ShellWindow
    pages: DeskPages
    keys: Keyboard
    pictures: Path | None

    def go(self, place: str) -> None:
        """Go to a place by its key."""
        self.keys.press(place_key(place), Modifier.AltModifier)
        self.keys.settle()

    def numbers(self, state: str = "") -> list[str]:
        """Return the receipts in a state, oldest first."""
        found = find_receipts(self.desk, ReceiptsWanted(state=state)).rows
        return sorted(one.number for one in found)

    def tomorrow(self) -> None:
        """Let a night pass."""
        clock = self.desk.store.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(days=1))

    def picture(self, name: str) -> None:
        """Keep a picture of the window, where somebody asked for pictures."""
        if self.pictures is not None:
            self.keys.settle()
            self.window.grab().save(str(self.pictures / f"{name}.png"))


@pytest.fixture
def at(qapp: QApplication, look: Look, tmp_path: Path, pictures: Path | None) -> Iterator[AtDesk]:
    store = new_store(tmp_path / "station.db", key=KEY)
    Vault(tmp_path).add(OperatorEntry("boss", "赵复核", "supervisor"), PASSWORD, KEY, SeededIds(5))
    desk = Desk(store, shipped_law(), "tester", "培训员", "clerk", folder=tmp_path)
    session = session_of(desk, runner=InlineRunner(), tray=TrayOut())
    window = ShellWindow(look, session.messages)
    window.resize(1366, 728)
    ids = SeededIds(7)
    preferences = Preferences(idle_lock="0")
    pages = DeskPages(session, look, preferences, window.form.pages, ids.new_id)
    window.enter(pages, preferences)
    window.show()
    window.activateWindow()
    pages.enrol.begin()
    yield AtDesk(desk, session, window, pages, Keyboard(window), pictures)
    window.forget_pages()
    qapp.processEvents()
    shiboken6.delete(window)
    store.close()


def pay(at: AtDesk, household: str, *, without_first: bool = False) -> str:
    """Open a household and take its money; return the receipt's number."""
    at.pages.open_household(household)
    at.keys.settle()
    at.keys.press(Key.Key_F12)
    sheet = at.pages.payment
    assert sheet is not None
    if without_first:
        at.keys.press(Key.Key_F6)
        at.keys.press(Key.Key_Space)
        at.keys.press(Key.Key_F6)
        at.picture("money-part")
    at.keys.press(Key.Key_F12)
    assert "已打印" in sheet.form.paperMessage.words
    number: str = sheet.form.paperNumber.text()
    at.keys.enter()
    assert at.pages.payment is None
    return number


def says(screen: ReceiptsScreen | ClosingScreen) -> str:
    """Return what the open panel says will happen."""
    return "".join(part.text() for part in screen.form.taskBody.findChildren(QLabel))


def test_two_days_of_money_by_keyboard_alone(at: AtDesk, tmp_path: Path) -> None:
    household = save_household(at.desk, FAMILY).household_id
    first = pay(at, household, without_first=True)
    receipts = at.pages.receipts

    at.go("receipts")
    assert receipts.form.meta.text() == "1 张 · 合计 ¥660.00"
    at.keys.type("v")
    assert f"作废 {first}，退现金 660.00 元" in says(receipts)
    at.picture("money-void")
    at.keys.type("1")
    at.keys.enter(3)
    assert at.numbers("voided") == [first]
    assert receipts.form.message.words == f"已作废 {first}，退 660.00 元"

    second = pay(at, household)
    close_with_a_difference(at)
    sign(at)
    pay_in(at)
    at.tomorrow()

    reverse(at, second)
    third = pay(at, household)
    ask_for_a_refund(at, third)
    decide(at)

    assert at.numbers("reversed") == [second]
    assert len(at.numbers("reversal")) == 1
    assert at.numbers("unprinted") == []
    checked = verify(at.desk.store, tmp_path / "check")
    assert checked.ok, checked
    assert (checked.used, checked.voided) == (3, 1)


def close_with_a_difference(at: AtDesk) -> None:
    """Count 950 of 980 yuan and say why."""
    at.go("closing")
    form = at.pages.closing.form
    assert at.keys.target is form.count_10000
    for pieces in ("9", "1"):
        at.keys.type(pieces)
        at.keys.enter()
    assert (form.counted.text(), form.difference.text()) == ("950.00", "▲ -30.00")
    at.picture("money-count")
    at.keys.press(Key.Key_F12)
    assert "差额 -30.00 元" in says(at.pages.closing)
    at.keys.enter(2)
    assert list_closings(at.desk) == ()
    at.keys.press(Key.Key_Backtab)
    at.keys.press(Key.Key_Backtab)
    at.pages.closing.task.focus()
    at.keys.type("少收30元，次日补缴")
    at.keys.enter(2)
    closed = list_closings(at.desk)[0]
    assert (closed.difference_fen, closed.explanation) == (-3_000, "少收30元，次日补缴")
    assert form.days.item(0, 2).text() == "◇ 待复核"
    assert not form.count_10000.isEnabled()


def sign(at: AtDesk) -> None:
    """Let the supervisor sign in place; a wrong password signs nothing."""
    at.keys.press(Key.Key_F12)
    at.keys.type("1")
    at.keys.enter()
    at.keys.type("not it")
    at.keys.enter(2)
    assert not list_closings(at.desk)[0].approved_by
    task = at.pages.closing.task
    task.field("password").setFocus()
    task.field("password").clear()
    at.keys.type(PASSWORD)
    at.keys.enter(2)
    signed = list_closings(at.desk)[0]
    assert (signed.approved_by, signed.signature_holds) == ("boss", True)
    assert at.pages.closing.form.days.item(0, 2).text() == "✔ 已复核"


def pay_in(at: AtDesk) -> None:
    """Note the bank's slip."""
    at.keys.press(Key.Key_F9)
    at.keys.type("NX20211115")
    at.keys.enter(5)
    assert list_closings(at.desk)[0].deposit_slip == "NX20211115"
    at.keys.press(Key.Key_P, Modifier.ControlModifier)
    assert "已打印" in at.pages.closing.form.message.words
    at.picture("money-closed")


def reverse(at: AtDesk, number: str) -> None:
    """Reverse yesterday's receipt with the supervisor's consent; its paper comes out at once."""
    at.go("receipts")
    screen = at.pages.receipts
    assert "0 张" in screen.form.meta.text() or not screen.form.receipts.rowCount()
    at.keys.type("/")
    at.keys.type(number)
    at.keys.enter()
    assert screen.presenter.chosen is not None
    at.keys.type("v")
    at.keys.type("1")
    at.keys.enter(3)
    assert number not in at.numbers("voided")
    assert "请办理红冲" in says(screen)
    at.keys.press(Key.Key_Escape)
    at.keys.type("h")
    at.keys.type("1")
    at.keys.enter(2)
    at.keys.type("1")
    at.keys.enter()
    at.keys.type(PASSWORD)
    at.picture("money-reverse")
    at.keys.enter(2)
    reversal = at.numbers("reversal")[0]
    assert screen.presenter.chosen is not None
    assert screen.presenter.chosen.number == reversal
    assert "已打印" in screen.form.message.words


def ask_for_a_refund(at: AtDesk, number: str) -> None:
    """Ask for one person's money back; the form is printed."""
    at.go("receipts")
    screen = at.pages.receipts
    at.keys.type("/")
    screen.form.words.clear()
    at.keys.type(number)
    at.keys.enter()
    at.keys.type("t")
    assert screen.task.field("persons").hasFocus()
    at.keys.enter()
    at.keys.type("2")
    at.keys.enter(2)
    at.keys.enter(7)
    asked = list_refunds(at.desk)
    assert [(one.receipt, one.cause, one.amount_fen) for one in asked] == [
        (number, "employee_cover", None)
    ]
    assert screen.presenter.mode == "refunds"
    assert "已打印" in screen.form.message.words
    at.picture("money-refund")


def decide(at: AtDesk) -> None:
    """A clerk may not answer; the supervisor enters what the authority wrote."""
    screen = at.pages.receipts
    at.keys.type("d")
    at.keys.type("1")
    at.keys.enter()
    for answer in ("320", "培训县医疗保障局", "培医保退〔2021〕7号"):
        at.keys.type(answer)
        at.keys.enter()
    at.keys.enter(3)
    assert not list_refunds(at.desk)[0].decision
    at.desk.operator, at.desk.role = "boss", "supervisor"
    screen.task.act.setFocus()
    at.keys.enter()
    granted = list_refunds(at.desk)[0]
    assert (granted.decision, granted.amount_fen) == ("approved", 32_000)
    assert screen.form.refunds.item(0, 4).text() == "同意退费"
