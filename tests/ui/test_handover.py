"""税务交接 and 核查 by keyboard alone: handed over, answered, booked, reconciled, checked.

With ``CANBAO_SCREENS=folder`` each look is kept as a picture, to be looked at by a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Keyboard
from desktop.domain.codes import Language
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields
from desktop.ui.handover.work_tab import WorkTab
from desktop.ui.lists.view import ListsScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk
from desktop.usecases.exports import Leaving
from desktop.usecases.handover import hand_over, list_batches
from desktop.usecases.households import save_household
from desktop.usecases.reconciliation import list_statements
from desktop.usecases.tax_paid import list_tax_rows, take_paid
from desktop.usecases.tax_returns import take_returns
from tests.helpers.desks import CAMPAIGN, FAMILY, HEAD, MOTHER, SON, WIFE, desk, with_members
from tests.helpers.screens import TrayOut, session_of
from tests.helpers.tax_files import COUNTY, WANTED, answer_file, paid_file, whole_family
from tests.ui.conftest import AtWindow
from tests.ui.test_looks import cut_off

Files = dict[str, Path]


@dataclass(slots=True)
class AtTab:
    """One tab on its page, over a supervisor's desk in memory."""

    page: ListsScreen
    tab: WorkTab
    keys: Keyboard
    desk: Desk
    files: Files
    """What the file dialogs answer: ``open`` and ``save``."""
    households: list[str]
    tray: TrayOut

    def texts(self, column: int = 0) -> list[str]:
        """A column of the list."""
        rows = self.tab.table.rows
        return [str(rows.data(rows.index(row, column))) for row in range(rows.rowCount())]


@pytest.fixture
def at_desk() -> Iterator[Desk]:
    with desk(role="supervisor") as at:
        yield at


@pytest.fixture
def open_tab(qapp: QApplication, look: Look, at_desk: Desk) -> Iterator[Callable[..., AtTab]]:
    opened: list[ListsScreen] = []
    files: Files = {}

    def open_(name: str = "handover", language: Language = "zh") -> AtTab:
        tray = TrayOut()
        session = replace(session_of(at_desk, language=language, tray=tray), division=COUNTY)
        page = ListsScreen(session, look)
        households: list[str] = []
        page.household_asked.connect(households.append)
        page.resize(1194, 640)
        look.dress(page)
        page.show()
        page.activateWindow()
        qapp.processEvents()
        page.go(name)
        qapp.processEvents()
        opened.append(page)
        tab = page.tab(name)
        assert isinstance(tab, WorkTab)
        # The world's part: what a person would choose in the system's own dialogs.
        tab.ask_open = lambda title, chosen: chosen(files["open"])  # type: ignore[method-assign]
        tab.ask_path = lambda name, endings, chosen: chosen(files["save"])  # type: ignore[method-assign]
        tab.ask_list = lambda name, chosen: chosen(files["save"], Leaving())  # type: ignore[method-assign]
        return AtTab(page, tab, Keyboard(page), at_desk, files, households, tray)

    yield open_
    for page in opened:
        shiboken6.delete(page)
    qapp.processEvents()


def test_an_empty_tab_says_what_to_do(open_tab: Callable[..., AtTab]) -> None:
    at = open_tab()
    assert at.tab.empty.isVisible()
    assert "按 N" in at.tab.empty.text()
    for mode in ("paid", "differences", "statements"):
        at.keys.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        assert at.tab.modes[mode].isChecked()
        assert at.tab.empty.isVisible()


def test_payables_are_handed_over_and_answered(
    open_tab: Callable[..., AtTab], at_desk: Desk, tmp_path: Path
) -> None:
    save_household(at_desk, FAMILY)
    at = open_tab()
    at.files["save"] = tmp_path / "p.csv"
    at.keys.type("n")
    assert "移交 4 行" in at.tab.task._says.text()
    at.tab.task.act.click()
    (batch,) = list_batches(at_desk, COUNTY, CAMPAIGN)
    assert at.texts() == [batch.number]
    assert len((tmp_path / "p.csv").read_text("gb18030").splitlines()) == 5
    assert at.tab.table.hasFocus()
    at.files["open"] = answer_file(tmp_path / "r.csv", batch.number, [(1, "101", "姓名不符")])
    at.keys.type("r")
    assert "退回 1" in at.tab.task._says.text()
    at.tab.task.act.click()
    assert at.texts(4) == ["1 / 4"]
    told = "✖ 101 校验不通过 1（按公开资料，请导入税务的返回码表）"
    assert at.tab.detail.text() == f"未返回 3 · {told}"
    at.files["open"] = answer_file(tmp_path / "w.csv", batch.number, [(9, "000", "")])
    at.keys.type("r")
    assert "w.csv 第 2 行" in at.tab.message.words
    assert not at.tab.card.isVisible()


def test_paid_rows_are_read_booked_and_settled(
    open_tab: Callable[..., AtTab], at_desk: Desk, tmp_path: Path
) -> None:
    save_household(at_desk, FAMILY)
    at = open_tab()
    at.page.tab("handover")
    at.tab.presenter.load("paid")
    at.files["open"] = whole_family(tmp_path / "p.csv")
    at.keys.type("r")
    at.tab.task.act.click()
    assert set(at.texts()) == {"可入账"}
    at.keys.type("b")
    assert "980.00" in at.tab.task._says.text()
    at.tab.task.act.click()
    assert set(at.texts()) == {"已入账"}
    assert "已入账 4 行" in at.tab.message.words
    at.files["open"] = paid_file(
        tmp_path / "q.csv", [("9", "539999198001010014", "1", "2021-11-01")]
    )
    at.keys.type("r")
    at.tab.task.act.click()
    assert at.texts()[0] == "查无此人"
    assert "核对证件号码" in at.tab.detail.text()
    at.keys.type("e")
    panel = at.tab.panel
    panel.set("settle", "not_ours")
    panel.set("detail", "邻县人员")
    at.tab.task.act.click()
    states = [row.state for row in list_tax_rows(at_desk, COUNTY, CAMPAIGN)]
    assert sorted(states) == ["booked"] * 4 + ["settled"]


def test_differences_lead_to_a_statement_that_is_printed(
    open_tab: Callable[..., AtTab], at_desk: Desk, tmp_path: Path
) -> None:
    saved = save_household(at_desk, FAMILY)
    take_paid(at_desk, whole_family(tmp_path / "p.csv"), CAMPAIGN)
    at = open_tab()
    at.tab.presenter.load("differences")
    assert set(at.texts()) == {"税务已缴，本处未入账"}
    at.keys.enter()
    assert at.households == [saved.household_id]
    at.files["save"] = tmp_path / "d.xlsx"
    at.keys.type("l")
    assert (tmp_path / "d.xlsx").exists()
    at.keys.type("x")
    at.tab.panel.set("explanation", "待入账")
    at.tab.task.act.click()
    (statement,) = list_statements(at_desk, COUNTY, CAMPAIGN)
    assert statement.explanation == "待入账"
    assert at.texts() == ["2021-11-15"]
    at.keys.type("p")
    assert [name for name, _ in at.tray.papers] == ["reconciliation-statement-2021-11-15"]


def test_a_check_opens_cases_and_leads_to_the_household(
    open_tab: Callable[..., AtTab], at_desk: Desk, tmp_path: Path
) -> None:
    saved = save_household(at_desk, FAMILY)
    _dies(at_desk, MOTHER.name)
    at = open_tab("audit")
    assert "没有查出问题" in at.tab.empty.text()
    # Where a department sent no list, nothing found is not nothing wrong.
    assert ("未能核对" in at.tab.empty.text()) == ("没有可核对的部门名单" in at.tab.summary.text())
    at.tab.presenter.load("dead-enrolled")
    assert at.texts() == [MOTHER.name]
    assert "死亡日期 2021-11-12" in at.tab.detail.text()
    at.keys.enter()
    assert at.households == [saved.household_id]
    at.keys.type("j")
    at.tab.task.act.click()
    assert at.texts(6) == ["2021-11-15"]
    assert "新立案 1 件" in at.tab.message.words
    at.files["save"] = tmp_path / "a.pdf"
    at.keys.type("l")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    at.keys.type("w")
    at.tab.panel.set("detail", "与公安核对")
    at.files["save"] = tmp_path / "w.csv"
    at.tab.task.act.click()
    assert MOTHER.document_number in (tmp_path / "w.csv").read_text("utf-8-sig")
    assert at_desk.store.connection.execute("SELECT count(*) FROM list_exports").fetchone()[0] == 1
    at.tab.presenter.load("handed-not-paid")
    assert "record" not in at.tab.acts


def test_a_department_gets_its_list(
    open_tab: Callable[..., AtTab], at_desk: Desk, tmp_path: Path
) -> None:
    save_household(at_desk, FAMILY)
    at = open_tab("audit")
    at.files["save"] = tmp_path / "r.csv"
    at.keys.type("f")
    at.tab.panel.set("department", "civil_affairs")
    at.tab.task.act.click()
    told = (tmp_path / "r.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in told[1:]] == [WIFE.name]
    assert "1" in at.tab.message.words


def test_a_departments_list_tells_whole_numbers_only_with_the_right_and_a_reason(
    open_tab: Callable[..., AtTab], at_desk: Desk, tmp_path: Path
) -> None:
    save_household(at_desk, FAMILY)
    at = open_tab("audit")

    def asked(reason: str) -> str:
        at.keys.type("f")
        at.tab.panel.set("department", "civil_affairs")
        at.tab.task.field("whole").setFocus()
        at.keys.type(reason)
        at.files["save"] = tmp_path / f"{reason}.csv"
        at.keys.enter()
        at.keys.enter()
        return at.files["save"].read_text("utf-8-sig")

    statement = "SELECT operator, reason FROM list_exports"
    assert WIFE.document_number not in asked("  ")
    assert at_desk.store.connection.execute(statement).fetchall() == []
    assert WIFE.document_number in asked("民政局来函核对")
    (noted,) = at_desk.store.connection.execute(statement)
    assert tuple(noted) == (at_desk.operator, "民政局来函核对")
    at.keys.type("f")
    assert at.tab.task.field("whole").text() == ""
    assert at.tab.task.field("whole").accessibleName()


def test_a_clerk_is_not_asked_for_whole_numbers(
    open_tab: Callable[..., AtTab], at_desk: Desk, tmp_path: Path
) -> None:
    save_household(at_desk, FAMILY)
    at_desk.role = "clerk"
    at = open_tab("audit")
    for name in ("masked", "whole"):
        at.files["save"] = tmp_path / f"{name}.csv"
        at.keys.type("f")
        at.tab.panel.set("department", "civil_affairs")
        with pytest.raises(KeyError):
            at.tab.task.field("whole")
        if name == "whole":
            # Even if an answer came from elsewhere.
            at.tab.panel.set("whole", "民政局来函核对")
        at.tab.task.act.click()
    assert WIFE.name in (tmp_path / "masked.csv").read_text("utf-8-sig")
    assert WIFE.document_number not in (tmp_path / "masked.csv").read_text("utf-8-sig")
    assert not (tmp_path / "whole.csv").exists()
    assert at_desk.store.connection.execute("SELECT count(*) FROM list_exports").fetchone()[0] == 0


def test_escape_shuts_the_panel_and_gives_the_list_back(
    open_tab: Callable[..., AtTab], at_desk: Desk
) -> None:
    save_household(at_desk, FAMILY)
    hand_over(at_desk, WANTED)
    at = open_tab()
    at.tab.presenter.load("differences")
    at.keys.type("d")
    assert at.tab.card.isVisible()
    at.keys.press(Qt.Key.Key_Escape)
    assert not at.tab.card.isVisible()


def test_the_lists_are_read_on_their_own_lanes(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.pages.go("lists")
    page = at.pages.every()["lists"]
    assert isinstance(page, ListsScreen)
    for name in ("handover", "audit"):
        page.go(name)
        tab = page.tab(name)
        assert isinstance(tab, WorkTab)
        for mode in tab.presenter.modes:
            tab.presenter.load(mode)
            at.keys.wait_until(tab.modes[mode].isChecked, f"{name} {mode} is read")
            assert tab.empty.isVisible()
            assert tab.message.words == ""
    tab = page.tab("handover")
    assert isinstance(tab, WorkTab)
    tab.presenter.load("batches")
    tab.presenter.act("hand")
    at.keys.wait_until(lambda: bool(tab.message.words), "the right is missing")


LOOKS = [
    (theme, size, language)
    for theme in ("light", "dark")
    for size in ("normal", "large", "largest")
    for language in ("zh", "en")
]


@pytest.mark.parametrize("dressed", LOOKS, ids="-".join)
def test_nothing_is_cut_off(
    dressed: tuple[ThemeName, TextSize, Language],
    open_tab: Callable[..., AtTab],
    at_desk: Desk,
    look: Look,
    tmp_path: Path,
    pictures: Path | None,
) -> None:
    theme, size, language = dressed
    look.apply(theme, size)
    _full(at_desk, tmp_path)
    for name, mode, act in (
        ("handover", "batches", "hand"), ("handover", "paid", "settle"),
        ("handover", "differences", ""), ("handover", "statements", ""),
        ("audit", "dead-enrolled", "record"), ("audit", "return-refused", ""),
        ("audit", "doubles", ""),
    ):  # fmt: skip
        at = open_tab(name, language)
        at.tab.presenter.load(mode)
        if act:
            at.tab.presenter.act(act)
        at.keys.settle()
        if pictures is not None:
            at.page.grab().save(str(pictures / f"{name}-{mode}-{theme}-{size}-{language}.png"))
        assert cut_off(at.page) == [], (name, mode)
        # What the window of 1366 × 768 leaves a page where the text is largest.
        assert at.page.minimumSizeHint().height() <= 600, (name, mode)


def _full(at: Desk, folder: Path) -> None:
    """Enter what each list shows something of."""
    save_household(at, FAMILY)
    _dies(at, MOTHER.name)
    number = hand_over(at, WANTED).number
    take_returns(at, answer_file(folder / "r.csv", number, [(1, "101", "证件号码与姓名不符")]))
    rows = [
        ("353012345678901234", HEAD.document_number, "400", "2021-11-09"),
        ("353012345678901235", "539999198001010014", "320", "2021-11-10"),
    ]
    take_paid(at, paid_file(folder / "p.csv", rows), CAMPAIGN)
    save_household(at, replace(with_members(SON), number="001001-0007"))


def _dies(at: Desk, name: str) -> None:
    row = at.store.connection.execute(
        "SELECT id, household_id FROM people WHERE name = ?", (name,)
    ).fetchone()
    person = PersonFields(id=row[0], survival="2", died_on="2021-11-12")
    fact = HouseholdSaved(household=HouseholdFields(id=row[1]), people=(person,))
    with at.store.transaction():
        at.store.record(fact, operator="tester")
