"""Two days of a desk's money by keyboard alone: every yuan on one receipt, every number used once.

Part of a household pays, the receipt is voided, all pay; the day is closed with a difference,
signed by a second person, paid in; the next day a receipt is reversed, a refund asked for and
answered. The window, its screens, the store, the law and the vault are the real ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QTableWidget

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
from desktop.ui.shell.paper_watch import PaperWatch
from desktop.ui.shell.view import ShellWindow, place_key
from desktop.ui.theme.look import Look
from desktop.usecases.closing import close_day, closing_of, list_closings
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.papers import receipt_paper
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.receipt_list import ReceiptsWanted, find_receipts
from desktop.usecases.refunds import list_refunds
from desktop.usecases.undoing import void_receipt
from tests.helpers.desks import FAMILY, FAMILY_FEN
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


def cell(table: QTableWidget, column: int) -> str:
    """Return what stands in a table's first row."""
    item = table.item(0, column)
    return item.text() if item is not None else ""


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
    assert cell(form.days, 2) == "◇ 待复核"
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
    assert cell(at.pages.closing.form.days, 2) == "✔ 已复核"


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
    assert screen.form.refunds.hasFocus()
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
    assert cell(screen.form.refunds, 4) == "同意退费"


def test_the_enrolment_form_is_printed_from_the_household(at: AtDesk) -> None:
    household = save_household(at.desk, FAMILY).household_id
    at.keys.press(Key.Key_P, Modifier.ControlModifier)
    line = at.pages.enrol.form.memberMessage
    assert line.words == "先按 F9 保存，再打印参保登记表"
    at.pages.open_household(household)
    at.keys.settle()
    at.keys.press(Key.Key_P, Modifier.ControlModifier)
    assert line.words.startswith("已打印：")
    at.pages.enrol.menu_actions.act("form")
    assert line.words.startswith("已打印：")


def test_registers_of_a_village_are_shown_printed_and_kept(at: AtDesk, tmp_path: Path) -> None:
    pay(at, save_household(at.desk, FAMILY).household_id)
    at.go("receipts")
    screen = at.pages.receipts
    for register, people in (("contribution-register", "4 人"), ("assistance-register", "2 人")):
        screen.presenter.actions.begin(register)
        screen.task.act.click()
        assert screen.form.message.words.startswith(people)
        at.picture(f"money-{register}")
        screen.form.receipts.setFocus()
        screen.form.reprint.click()
        assert screen.form.message.words.startswith("已打印：")
        screen.form.keep.click()
        dialog = screen.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(tmp_path / f"{register}.xlsx"))
        dialog.reject()
        at.keys.settle()
        at.window.activateWindow()
        assert (tmp_path / f"{register}.xlsx").exists()


def test_spoiled_numbers_and_a_paper_book_are_voided(at: AtDesk) -> None:
    at.go("receipts")
    screen = at.pages.receipts
    screen.presenter.actions.begin("numbers")
    at.keys.press(Key.Key_Backspace)
    screen.task.field("count").selectAll()
    at.keys.type("3")
    at.keys.enter()
    at.keys.type("2")
    at.keys.enter(3)
    assert screen.form.message.words == "已作废 3 个空白号：T001-00000001 至 T001-00000003"
    number = pay(at, save_household(at.desk, FAMILY).household_id)
    assert number == "T001-00000004"


def test_what_was_never_printed_is_told_at_the_start_and_printed_by_one_key(
    at: AtDesk,
) -> None:
    saved = save_household(at.desk, FAMILY)
    take_payment(at.desk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    PaperWatch(at.pages, at.window.form.placeReceipts)
    assert at.pages.enrol.form.memberMessage.words.startswith("有 1 张收据已收款、还没有打印")
    assert at.window.form.placeReceipts.text() == "收费与收据 · 1"
    at.go("receipts")
    screen = at.pages.receipts
    assert cell(screen.form.receipts, 5) == "○ 未打印"
    at.keys.type("u")
    assert at.numbers("unprinted") == []
    assert screen.form.message.words == "未打印的收据都已打印"
    assert cell(screen.form.receipts, 5) == "已打印 1 次"
    assert at.window.form.placeReceipts.text() == "收费与收据"


def test_a_code_says_what_became_of_its_receipt_since(at: AtDesk) -> None:
    number = pay(at, save_household(at.desk, FAMILY).household_id)
    code = receipt_paper(at.desk, number).code
    at.go("receipts")
    screen = at.pages.receipts
    screen.presenter.set_filter("words", code)
    assert screen.form.message.words.endswith("；目前有效")
    void_receipt(at.desk, number, "收错")
    screen.presenter.set_filter("words", code)
    assert screen.form.message.words.endswith("；但此后已作废")
    screen.presenter.set_filter("words", code[:-2] + "AA")
    assert "有效" not in screen.form.message.words


def test_a_supervisor_signs_the_day_of_another_station(at: AtDesk, look: Look) -> None:
    """Its closing arrived by the exchange: the figures are those it stated."""
    pay(at, save_household(at.desk, FAMILY).household_id)
    closed = close_day(at.desk, "tester", at.desk.today, {10_000: 9, 5_000: 1, 1_000: 3})
    with at.desk.store.transaction():
        at.desk.store.connection.execute("UPDATE closings SET station = 'elsewhere'")
    at.desk.operator, at.desk.role = "boss", "supervisor"
    boss = replace(at.session, operator="boss", role="supervisor")
    screen = ClosingScreen(boss, look)
    screen.show()
    screen.begin()
    # The same day of this station is open again in this made-up file, and stands first.
    screen.presenter.choose(1)
    screen.presenter.begin("sign")
    assert screen.task.act.isVisible()
    screen.presenter.panel.act()
    signed = closing_of(at.desk, closed.id)
    assert (signed.approved_by, signed.signature_holds) == ("boss", True)
    assert screen.form.print.isEnabled(), "its sheet is made from the receipts held here"
    screen.close()
    shiboken6.delete(screen)
