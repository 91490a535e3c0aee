"""The main job by keyboard alone, through the real window, store, law and printer's folder."""

from __future__ import annotations

import pypdfium2
from PySide6.QtWidgets import QApplication

from desktop.app.drive import enter_member, family
from desktop.app.keyboard import Key, Modifier
from desktop.app.wiring import DeskProgram
from desktop.store.verify import verify
from desktop.ui.search.overlay import SearchOverlay
from desktop.ui.shell.view import PLACES, place_key
from desktop.ui.widgets.text_field import TextField
from desktop.usecases.drafts import load_draft
from tests.ui.conftest import OPERATOR, AtWindow, close


def enter_family(at: AtWindow) -> None:
    """Type the demo's household of four."""
    keys = at.keys
    for row in family(at.pages.session.today):
        enter_member(keys, row)


def read_pdf(path: str) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_a_household_of_four_from_empty_screen_to_printed_receipt(at_window: AtWindow) -> None:
    at, keys = at_window, at_window.keys
    at.sign_in()
    at.picture("main-1-empty")
    enter_family(at)
    at.picture("main-2-entered")
    screen = at.pages.enrol
    assert screen.form.priceTotal.text() == "¥980.00"
    # Enter in the empty row means: nobody else. The cursor is on the one primary button.
    keys.enter()
    assert QApplication.focusWidget() is screen.form.pay
    keys.enter()
    keys.wait_until(lambda: at.pages.payment is not None, "the payment sheet")
    sheet = at.pages.payment
    assert sheet is not None
    assert "共 980.00 元" in sheet.form.statement.text()
    at.picture("main-3-payment")
    keys.type("3")
    keys.enter(3)
    keys.enter()
    keys.wait_until(lambda: "已打印" in sheet.form.paperMessage.words, "the printed receipt")
    at.picture("main-4-receipt")

    papers = list(at.papers.glob("*.pdf"))
    assert len(papers) == 1
    text = read_pdf(str(papers[0]))
    for part in ("起建国", "李秀䶮", "起小𠮷", "起新生", "980.00", "玖佰捌拾元整", "微信", "培训"):
        assert part in text, part
    assert "城乡低保对象 → 资助 120.00 元（楚医保〔2021〕46号 第三条）" in text
    assert "已脱贫人口 → 资助 180.00 元（楚医保〔2021〕46号 第三条）" in text

    keys.enter()
    keys.wait_until(lambda: at.pages.payment is None, "the next household")
    assert screen.presenter.household.members == ()
    assert QApplication.focusWidget() is screen.table.rows[0].form.name
    store = at.pages.session.desk.store
    checked = at.program.runner.wait_for("store", lambda: verify(store, at.papers / "check"))
    assert checked.ok, checked


def test_a_wrong_password_is_said_and_asked_again(at_window: AtWindow) -> None:
    at, form = at_window, at_window.program.window.sign_in.form
    at.keys.wait_until(lambda: form.operators.count() > 0, "operators")
    at.keys.type("wrong-password")
    at.keys.enter()
    at.keys.wait_until(lambda: "口令不对" in form.message.words, "the refusal")
    at.picture("sign-in-wrong")
    assert form.password.hasFocus()
    assert form.password.selectedText()


def test_locking_covers_everything_and_loses_nothing(at_window: AtWindow) -> None:
    at, keys = at_window, at_window.keys
    at.sign_in()
    keys.type("王")
    keys.press(Key.Key_L, Modifier.ControlModifier)
    window = at.program.window
    assert window.lock_screen.isVisible()
    at.picture("locked")
    keys.press(Key.Key_F12)
    keys.type("not it")
    keys.enter()
    lock = window.lock_screen.form
    keys.wait_until(lambda: "口令不对" in lock.message.words, "the refusal")
    keys.type("canbao2021")
    keys.enter()
    keys.wait_until(lambda: not window.lock_screen.isVisible(), "the unlocked window")
    assert at.pages.enrol.presenter.household.members[0].name == "王"


def test_after_a_crash_the_clerk_is_back_in_the_household(at_window: AtWindow) -> None:
    at, keys = at_window, at_window.keys
    at.sign_in()
    keys.type("王𠮷祥")
    screen = at.pages.enrol
    keys.wait_until(lambda: "草稿已自动保存" in screen.form.meta.text(), "the kept draft")
    desk = at.pages.session.desk
    draft = at.program.runner.wait_for("store", lambda: load_draft(desk))
    assert draft is not None
    assert draft.members[0].name == "王𠮷祥"
    # The first program is left as a crash leaves it; another opens the same file.
    again = DeskProgram(at.program.look.parent(), at.program.folder)  # type: ignore[arg-type]
    again.window.show()
    again.window.activateWindow()
    again.begin((OPERATOR, ""))
    second = AtWindow(again, at.papers, at.pictures)
    try:
        second.sign_in()
        rows = second.pages.enrol.table
        keys.wait_until(lambda: len(rows.rows) == 2, "the restored draft")
        assert rows.rows[0].form.name.text() == "王𠮷祥"
        assert "草稿已恢复" in second.pages.enrol.form.meta.text()
        second.picture("restored")
    finally:
        close(again)


def test_the_language_changes_at_once_and_keeps_what_is_entered(at_window: AtWindow) -> None:
    at, keys = at_window, at_window.keys
    at.sign_in()
    keys.type("王𠮷祥")
    keys.press(place_key("settings"), Modifier.AltModifier)
    keys.type("2")
    keys.wait_until(lambda: at.pages.session.messages.language == "en", "English")
    keys.press(Key.Key_1, Modifier.AltModifier)
    screen = at.pages.enrol
    keys.wait_until(lambda: len(screen.table.rows) == 2, "the draft")
    at.picture("english-household")
    assert screen.form.title.text() == "Household"
    assert screen.table.rows[0].form.name.text() == "王𠮷祥"


def test_every_screen_is_reached_by_keyboard(at_window: AtWindow) -> None:
    at, keys = at_window, at_window.keys
    at.sign_in()
    for place in PLACES:
        if place == "lists":
            keys.press(Key.Key_I, Modifier.ControlModifier)
        else:
            keys.press(place_key(place), Modifier.AltModifier)
        assert at.pages.here == place
        at.picture(f"place-{place}")
    keys.press(Key.Key_F1)
    at.picture("keys")
    keys.press(Key.Key_F1)
    keys.press(Key.Key_K, Modifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), TextField)
    at.picture("search-empty")
    keys.press(Key.Key_Escape)


def test_escape_goes_back_one_step_and_then_clears(at_window: AtWindow) -> None:
    at, keys = at_window, at_window.keys
    at.sign_in()
    screen = at.pages.enrol
    keys.type("王𠮷祥")
    keys.press(Key.Key_F8)
    assert screen.form.tabBasis.isChecked()
    keys.press(Key.Key_Escape)
    assert screen.form.tabDetail.isChecked()
    keys.press(Key.Key_F6)
    assert screen.form.lowerCard.isAncestorOf(keys.target)
    keys.press(Key.Key_Escape)
    assert screen.form.membersCard.isAncestorOf(keys.target)
    keys.press(Key.Key_Escape)
    assert len(screen.table.rows) == 1
    keys.press(Key.Key_B, Modifier.ControlModifier)
    assert screen.presenter.household.members[0].name == "王𠮷祥"


def test_a_household_found_is_opened_masked_and_the_value_above_repeated(
    at_window: AtWindow,
) -> None:
    at, keys = at_window, at_window.keys
    at.sign_in()
    enter_family(at)
    keys.press(Key.Key_F9)
    screen = at.pages.enrol
    keys.wait_until(lambda: not screen.presenter.changed, "the saved household")
    keys.press(Key.Key_F2)
    keys.press(Key.Key_F3)
    keys.type("起建")
    overlay = at.program.window.findChild(SearchOverlay)
    assert overlay is not None
    keys.wait_until(lambda: overlay.form.results.count() == 1, "the one who was found")
    at.picture("search-found")
    shown = overlay.form.results.item(0).text()
    assert "起建国" in shown
    assert "19750312" not in shown
    keys.enter()
    keys.wait_until(lambda: len(screen.table.rows) == 5, "the opened household")
    at.picture("opened")
    number = screen.table.rows[0].form.document_number
    screen.table.focus(0, "document_number")
    assert "19750312" not in number.text()
    screen.table.focus(2, "identities")
    keys.press(Key.Key_D, Modifier.ControlModifier)
    assert screen.table.rows[2].form.identities.text() == "脱贫"
