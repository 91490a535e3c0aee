"""Where scans go at the window, by keys with times as a scanner's, over a real training station."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Key, Modifier
from desktop.ui.search.overlay import SearchOverlay
from desktop.ui.shell.desk_pages import DeskPages
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.usecases.households import save_household
from desktop.usecases.papers import receipt_paper
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.undoing import void_receipt
from desktop.wire.receipt_code import PREFIX
from tests.helpers.desks import FAMILY, FAMILY_FEN, HEAD
from tests.ui.conftest import AtWindow
from tests.ui.test_scanner import NUMBER, VOUCHER, Hands


@pytest.fixture
def hands(qapp: QApplication, at_window: AtWindow) -> Iterator[Hands]:
    yield Hands(at_window.program.window._scanner)
    at_window.program.window._scanner._give_up()


def paid_family(at: AtWindow, *, voided: bool = False) -> tuple[str, str]:
    """Enrol the family and take its money; return the receipt's number and code."""
    session = at.program.session
    assert session is not None
    desk = session.desk

    def work() -> tuple[str, str]:
        saved = save_household(desk, replace(FAMILY, division="539999001000"))
        paid = take_payment(desk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
        number = paid.receipt.number
        code = receipt_paper(desk, number).code
        if voided:
            void_receipt(desk, number, "收错")
        return number, code

    return at.program.runner.wait_for("store", work)


def open_overlay(at: AtWindow) -> SearchOverlay:
    overlay = at.program.window.search
    assert overlay is not None
    return overlay


def note(pages: DeskPages) -> str:
    return pages.enrol.form.memberMessage.words


def test_an_identity_number_fills_the_row_and_asks_for_the_name(
    at_window: AtWindow, hands: Hands
) -> None:
    at = at_window
    at.sign_in()
    hands.scan(NUMBER)
    members = at.pages.enrol.presenter.household.members
    assert [one.document_number for one in members] == [NUMBER]
    at.keys.type("王小明")
    hands.scan(HEAD.document_number)
    members = at.pages.enrol.presenter.household.members
    assert [one.document_number for one in members] == [NUMBER, HEAD.document_number]
    assert members[0].name == "王小明"
    hands.scan(NUMBER)
    assert "第 1 行" in note(at.pages)
    assert len(at.pages.enrol.presenter.household.members) == 2


def test_an_identity_number_finds_its_person_in_the_search(
    at_window: AtWindow, hands: Hands
) -> None:
    at = at_window
    at.sign_in()
    paid_family(at)
    at.keys.press(Key.Key_K, Modifier.ControlModifier)
    hands.scan(HEAD.document_number)
    overlay = open_overlay(at)
    at.keys.wait_until(lambda: overlay.form.results.count() == 1, "the number's person")
    assert HEAD.document_number not in overlay.form.query.text()
    at.keys.enter()
    at.keys.wait_until(
        lambda: at.pages.enrol.presenter.household.household_id != "", "the household"
    )


def test_an_identity_number_scanned_elsewhere_opens_the_search(
    at_window: AtWindow, hands: Hands
) -> None:
    at = at_window
    at.sign_in()
    paid_family(at)
    at.pages.go("receipts")
    hands.scan(HEAD.document_number)
    overlay = open_overlay(at)
    at.keys.wait_until(lambda: overlay.form.results.count() == 1, "the number's person")


def test_a_receipts_code_is_checked_and_its_receipt_shown(
    at_window: AtWindow, hands: Hands
) -> None:
    at = at_window
    at.sign_in()
    number, code = paid_family(at)
    at.keys.type("王")
    hands.scan(code)
    words = at.pages.receipts.form.message
    at.keys.wait_until(lambda: "验证无误" in words.words, "the receipt's check")
    assert number in words.words
    assert "980.00" in words.words
    assert "由培训县第一镇医保服务站签名" in words.words
    assert at.pages.here == "receipts"
    # All of it is in sight, without a mouse to point at it.
    label = words.findChild(ElidedLabel)
    assert label is not None
    label.grab()
    assert (label.text(), label.toolTip()) == (words.words, "")
    at.picture("scan-receipt")
    at.pages.go("enrol")
    assert at.pages.enrol.presenter.household.members[0].name == "王"


def test_what_a_code_proves_stands_whole_in_the_largest_letters(
    at_window: AtWindow, hands: Hands
) -> None:
    at = at_window
    at.sign_in()
    at.program.look.apply("light", "largest")
    _, code = paid_family(at, voided=True)
    hands.scan(code)
    words = at.pages.receipts.form.message
    at.keys.wait_until(lambda: "但此后已作废" in words.words, "the receipt's check")
    at.keys.settle()
    label = words.findChild(ElidedLabel)
    assert label is not None
    label.grab()
    assert (label.text(), label.toolTip()) == (words.words, "")


def test_an_altered_code_is_told(at_window: AtWindow, hands: Hands) -> None:
    at = at_window
    at.sign_in()
    _, code = paid_family(at)
    body = code.removeprefix(PREFIX)
    middle = len(body) // 2
    other = "A" if body[middle] != "A" else "B"
    hands.scan(PREFIX + body[:middle] + other + body[middle + 1 :])
    words = at.pages.receipts.form.message
    at.keys.wait_until(lambda: words.words != "", "the receipt's check")
    assert "验证无误" not in words.words


def test_a_receipts_number_goes_to_its_row(at_window: AtWindow, hands: Hands) -> None:
    at = at_window
    at.sign_in()
    number, _ = paid_family(at)
    hands.scan(number)
    page = at.pages.receipts
    at.keys.wait_until(lambda: page.form.paperNumber.text() == number, "the receipt's page")
    hands.scan("539999-A001-00009999")
    at.keys.wait_until(lambda: "最近的收据里没有" in page.form.message.words, "the answer")


def test_a_voucher_leaves_everything_as_it_is_and_says_the_way_out(
    at_window: AtWindow, hands: Hands
) -> None:
    at = at_window
    at.sign_in()
    before = at.pages.enrol.presenter.household
    hands.scan(VOUCHER)
    assert at.pages.enrol.presenter.household == before
    assert "F7" in note(at.pages)
    at.pages.go("settings")
    hands.scan(VOUCHER)
    assert "F7" in at.program.window.form.statusBar.currentMessage()


def test_before_sign_in_and_under_the_lock_a_scan_goes_nowhere(
    at_window: AtWindow, hands: Hands
) -> None:
    at = at_window
    at.program.window._scans.take(NUMBER)
    at.sign_in()
    at.program.window.lock()
    hands.scan(NUMBER)
    at.program.window._scans.take(NUMBER)
    assert at.pages.enrol.presenter.household.members == ()
