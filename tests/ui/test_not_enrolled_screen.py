"""未参保台账 on the screen: everything by keyboard, in every look, on paper and in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.domain.codes import Language
from desktop.exchange.tables import read_tables
from desktop.ui.not_enrolled import presenter as presenting
from desktop.ui.not_enrolled.view import NotEnrolledScreen
from desktop.ui.registers.reason import ReasonDialog
from desktop.ui.shell.view import place_key
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.ui.widgets.text_field import TextField
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import index
from desktop.usecases.not_enrolled import FollowUp, Listing, Missing, follow_ups, list_not_enrolled
from tests.helpers import desks
from tests.helpers.campaigns import under_way
from tests.helpers.desks import CAMPAIGN
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import TrayOut, session_of
from tests.helpers.stage import stage
from tests.ui.conftest import AtWindow
from tests.ui.test_access import nameless
from tests.ui.test_looks import cut_off

COUNTY = "539999"
WILLOW = "539999001002"


@dataclass(slots=True)
class AtRegister:
    """The register over a desk in memory, with hands on its keyboard."""

    page: NotEnrolledScreen
    desk: Desk
    keys: Keyboard
    tray: TrayOut

    @property
    def person(self) -> Missing:
        found = self.page.presenter.person
        assert found is not None
        return found

    @property
    def newest(self) -> FollowUp:
        return follow_ups(self.desk.store.connection, self.person.person_id, CAMPAIGN)[0]

    def names(self) -> list[str]:
        model = self.page.model
        return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


@pytest.fixture
def open_register(look: Look) -> Iterator[Callable[..., AtRegister]]:
    with desks.desk(role="supervisor") as desk, stage(look) as shown:

        def open_(
            language: Language = "zh", *, seeded: bool = True, role: str = "collector"
        ) -> AtRegister:
            if seeded:
                under_way(desk, 120)
                index(desk)
            desk.role = role
            shown.speak(language)
            tray = TrayOut()
            session = session_of(desk, runner=InlineRunner(), tray=tray, language=language)
            page = NotEnrolledScreen(replace(session, division=COUNTY), look)
            shown.show(page, 1210, 648)
            page.begin()
            return AtRegister(page, desk, Keyboard(page), tray)

        yield open_


def listed(at: AtRegister, **fields: object) -> list[str]:
    listing = replace(Listing(COUNTY, CAMPAIGN), **fields)  # type: ignore[arg-type]
    found = list_not_enrolled(at.desk.store.connection, listing, at.desk.today, limit=10_000)
    return [one.name for one in found]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "large", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_register: Callable[..., AtRegister],
    look: Look,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    at = open_register(language)

    def seen(name: str) -> None:
        at.keys.settle()
        if pictures is not None:
            at.page.grab().save(str(pictures / f"missing-{theme}-{size}-{language}-{name}.png"))
        assert cut_off(at.page) == []
        assert nameless(at.page) == []

    at.keys.press(Key.Key_Down)
    seen("list")
    at.keys.press(Key.Key_R)
    seen("reason")
    at.keys.press(Key.Key_Escape)
    at.keys.press(Key.Key_N)
    at.keys.press(Key.Key_Return)
    seen("day")
    assert at.page.minimumSizeHint().height() <= 660


def test_an_empty_register_says_what_to_do(open_register: Callable[..., AtRegister]) -> None:
    at = open_register(seeded=False)
    assert at.page.form.empty.isVisible()
    assert at.page.form.empty.text()
    # Of nobody it is not said that nobody tried.
    assert not at.page.form.attempts.isVisible()
    assert at.page.form.people.hasFocus()
    assert not at.page.form.open.isEnabled()


def test_what_nobody_asks_shows_no_field(open_register: Callable[..., AtRegister]) -> None:
    at = open_register()
    question = at.page.form.question
    place = question.height()

    def fields() -> int:
        return sum(one.isVisible() for one in question.findChildren(TextField))

    assert fields() == 0
    at.keys.press(Key.Key_Down)
    at.keys.press(Key.Key_D)
    assert (fields(), question.asking) == (1, True)
    at.keys.press(Key.Key_Escape)
    assert (fields(), question.asking) == (0, False)
    assert question.height() == place


def test_attempts_are_noted_by_keys_alone(open_register: Callable[..., AtRegister]) -> None:
    at = open_register()
    table = at.page.form.people
    assert table.hasFocus()
    at.keys.press(Key.Key_Down)
    for key, kind in ((Key.Key_D, "call"), (Key.Key_V, "visit"), (Key.Key_M, "message")):
        at.keys.press(key)
        assert at.page.form.question.asking
        at.keys.type(f"{kind}结果")
        at.keys.press(Key.Key_Return)
        at.keys.type("20211120")
        at.keys.press(Key.Key_Return)
        assert table.hasFocus()
        assert (at.newest.kind, at.newest.result, at.newest.next_on) == (
            kind,
            f"{kind}结果",
            "2021-11-20",
        )
    assert [one.kind for one in at.page.form.attempts.attempts[:3]] == ["短信", "上门", "电话"]
    at.keys.press(Key.Key_N)
    at.keys.type("+1")
    at.keys.press(Key.Key_Return)
    assert at.newest.next_on == "2021-11-16"
    before = len(at.page.form.attempts.attempts)
    at.keys.press(Key.Key_D)
    at.keys.type("不算")
    at.keys.press(Key.Key_Escape)
    assert table.hasFocus()
    assert len(at.page.form.attempts.attempts) == before


def test_a_reason_is_picked_by_its_digit_and_taken_back(
    open_register: Callable[..., AtRegister],
) -> None:
    at = open_register()
    at.page.presenter.choose_filter("without_reason")
    at.page.focus_again()
    at.keys.press(Key.Key_R)
    assert "1 职工" in at.page.form.message.words
    at.keys.type("1")
    assert at.person.reason == "employee"
    assert at.page.form.people.hasFocus()
    at.keys.press(Key.Key_Z, Modifier.ControlModifier)
    assert at.person.reason == ""
    # Without a digit: by some of its characters.
    at.keys.press(Key.Key_R)
    at.keys.type("自愿")
    at.keys.press(Key.Key_Return)
    assert at.page.form.question.asking
    at.keys.press(Key.Key_Return)
    assert at.page.form.question.hint.words == "这里不能空着"
    at.keys.type("本人声明")
    at.keys.press(Key.Key_Return)
    assert (at.person.reason, at.person.evidence) == ("refused", "本人声明")
    at.keys.press(Key.Key_Z, Modifier.ControlModifier)
    at.keys.press(Key.Key_W)
    at.keys.type("声明 3 号")
    at.keys.press(Key.Key_Return)
    assert (at.person.reason, at.newest.kind) == ("refused", "written_refusal")


def test_the_list_is_narrowed_by_keyboard(open_register: Callable[..., AtRegister]) -> None:
    at = open_register()
    form = at.page.form
    at.keys.press(Key.Key_F)
    assert form.filterWithout.isChecked()
    assert at.names() == listed(at, wanted="without_reason")
    at.keys.press(Key.Key_F)
    assert at.names() == listed(at, wanted="due")
    at.keys.press(Key.Key_F)
    at.keys.press(Key.Key_F)
    form.division.setFocus()
    at.keys.type("llcwh")
    at.keys.press(Key.Key_Return)
    assert form.division.code == WILLOW
    assert at.names() == listed(at, division=WILLOW)
    form.division.setFocus()
    at.keys.press(Key.Key_Backspace)
    assert at.names() == listed(at)
    form.reason.setFocus()
    at.keys.type("2")
    assert at.names() == listed(at, reason="resident_elsewhere")


def test_thousands_come_as_one_scrolls(
    open_register: Callable[..., AtRegister], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenting, "PAGE", 6)
    at = open_register()
    everybody = listed(at)
    assert at.page.model.rowCount() < len(everybody)
    for _ in everybody:
        at.keys.press(Key.Key_PageDown)
        at.keys.settle()
    assert at.names() == everybody
    at.keys.press(Key.Key_Home)
    assert at.person.name == everybody[0]


def test_an_auditor_finds_every_key_that_notes_without_effect(
    open_register: Callable[..., AtRegister],
) -> None:
    at = open_register(role="auditor")
    count = "SELECT count(*) FROM events"
    before = at.desk.store.connection.execute(count).fetchone()[0]
    assert "只读" in at.page.form.message.words
    for key in (Key.Key_D, Key.Key_V, Key.Key_M, Key.Key_W, Key.Key_R, Key.Key_N):
        at.keys.press(key)
        assert not at.page.form.question.asking
    at.keys.press(Key.Key_Z, Modifier.ControlModifier)
    assert not at.page.form.call.isEnabled()
    assert at.desk.store.connection.execute(count).fetchone()[0] == before


def test_the_register_is_previewed_printed_and_exported(
    open_register: Callable[..., AtRegister], tmp_path: Path
) -> None:
    at = open_register()
    at.keys.press(Key.Key_P, Modifier.ControlModifier)
    sheet = at.page.form.sheet
    assert sheet.isVisible()
    at.keys.press(Key.Key_PageDown)
    at.keys.press(Key.Key_PageUp)
    at.keys.press(Key.Key_Return)
    assert [name for name, _ in at.tray.papers] == ["not-enrolled-register-2021-11-15"]
    at.keys.press(Key.Key_Escape)
    assert at.page.form.people.hasFocus()
    path = tmp_path / "台账.xlsx"
    at.page.export(path)
    (table,) = read_tables(path)
    cells = {cell for row in table.rows for cell in row.cells}
    assert set(listed(at)) <= cells
    pdf = tmp_path / "台账.pdf"
    at.page.export(pdf)
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_supervisor_says_why_numbers_leave_whole_and_that_is_on_record(
    open_register: Callable[..., AtRegister], tmp_path: Path
) -> None:
    at = open_register()
    at.page._session = replace(at.page._session, role="supervisor")
    at.desk.role = "supervisor"
    at.keys.press(Key.Key_E, Modifier.ControlModifier)
    (asked,) = at.page.findChildren(ReasonDialog)
    assert "遮盖" in asked.told.text()
    asked.reason.setText("民政局来函核对")
    assert "记录在案" in asked.told.text()
    asked.act.click()
    (dialog,) = at.page.findChildren(QFileDialog)
    filters = dialog.nameFilters()
    assert [one for one in filters if "GBK" in one and "〓" not in one] == ["CSV GBK (*.csv)"]
    dialog.selectNameFilter("CSV GB18030 (*.csv)")
    path = tmp_path / "台账.csv"
    dialog.fileSelected.emit(str(path))
    text = path.read_bytes().decode("gb18030")
    statement = "SELECT document_number FROM people WHERE household_id <> ''"
    numbers = [row[0] for row in at.desk.store.connection.execute(statement)]
    assert any(number in text for number in numbers)
    (noted,) = at.desk.store.connection.execute(
        "SELECT body FROM events WHERE type = 'list.exported'"
    ).fetchall()
    assert "民政局来函核对" in noted["body"].decode()


def test_a_clerks_export_is_masked_without_a_question(
    open_register: Callable[..., AtRegister],
) -> None:
    at = open_register()
    at.page._session = replace(at.page._session, role="clerk")
    at.keys.press(Key.Key_E, Modifier.ControlModifier)
    assert at.page.findChildren(ReasonDialog) == []
    (dialog,) = at.page.findChildren(QFileDialog)
    dialog.close()


def test_the_dashboard_leads_here_and_enter_leads_on(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    session = at.pages.session
    done: list[bool] = []
    session.runner.submit(
        "store",
        lambda: under_way(session.desk, 120),
        owner=at.program.window,
        done=lambda _: done.append(True),
    )
    at.keys.wait_until(lambda: bool(done), "the campaign")
    at.pages.desk_changed.emit()
    button = at.program.window.form.placeMissing
    at.keys.wait_until(lambda: "·" in button.text(), "the reminders that are due")
    at.keys.press(place_key("progress"), Modifier.AltModifier)
    page = at.pages.every()["progress"]
    units = page.form.units  # type: ignore[attr-defined]
    at.keys.wait_until(lambda: bool(units.bars) and units.hasFocus(), "the dashboard")
    at.picture("progress")
    at.keys.press(Key.Key_Return)
    register = at.pages.missing
    at.keys.wait_until(
        lambda: at.pages.here == "missing" and register.model.rowCount() > 0, "the register"
    )
    assert register.presenter.listing.division == units.bars[0].code
    at.picture("not-enrolled")
    household = register.presenter.person
    assert household is not None
    at.keys.press(Key.Key_Return)
    enrol = at.pages.enrol.presenter
    at.keys.wait_until(
        lambda: enrol.household.household_id == household.household_id, "the household"
    )
