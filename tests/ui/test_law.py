"""The page 政策与本地参数 by keyboard: propose, approve as another person, and what it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.desk_opening import RECEIPTS
from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.app.law import shipped_law
from desktop.app.wiring import DeskProgram
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.domain.codes import Language
from desktop.domain.local_values import Given, Kind
from desktop.store.vault import OperatorEntry, Vault
from desktop.ui.law.view import LawScreen
from desktop.ui.shell.view import place_key
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk, NewStation, open_desk, set_up_station
from desktop.usecases.local_values import Proposal, approve, propose
from tests.helpers import desks
from tests.helpers.desks import CAMPAIGN
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import session_of
from tests.helpers.stage import stage
from tests.helpers.stations import DAY
from tests.ui.conftest import OPERATOR, PASSWORD, AtWindow, close
from tests.ui.test_looks import cut_off

SECOND = "approver"
COUNTY = "539999"
PREFECTURE = "532300"
"""Competent for what the texts leave open there."""


def proposal(kind: Kind, value: Given, **fields: object) -> Proposal:
    known: dict[str, object] = {
        "division": PREFECTURE,
        "campaign_year": CAMPAIGN,
        "kind": kind,
        "value": value,
        "document": "培医保〔2021〕1号",
        "valid_from": date(2021, 9, 22),
    }
    return Proposal(**(known | fields))  # type: ignore[arg-type]


def put_in_force(desk: Desk, one: Proposal) -> None:
    value = propose(desk, one)
    approve(replace(desk, operator="another", role="supervisor"), value.id)


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A training station with a policy administrator and a supervisor; the window is settled."""
    folder = tmp_path / "station"
    clock, ids = SystemClock(), SystemIds()
    new = NewStation(
        division=COUNTY,
        name="培训县医疗保障局",
        operator=OPERATOR,
        display_name="政策员",
        password=PASSWORD,
        role="policy",
        training_day=DAY,
    )
    set_up_station(folder, new, clock, ids)
    vault = Vault(folder)
    key = vault.unlock(OPERATOR, PASSWORD, clock)[1]
    vault.add(OperatorEntry(SECOND, "复核员", "supervisor"), PASSWORD, key, ids)
    desk = open_desk(folder, OPERATOR, PASSWORD, law=shipped_law(), clock=clock, ids=ids)
    try:
        put_in_force(desk, proposal("window", {"start": "2021-09-22", "end": "2021-12-31"}))
        put_in_force(desk, proposal("benefit_start_rule", "first_of_benefit_year"))
    finally:
        desk.store.close()
    return folder


def open_law(at: AtWindow) -> LawScreen:
    at.keys.press(place_key("law"), Modifier.AltModifier)
    page = at.pages.law
    at.keys.wait_until(lambda: page.form.law.rowCount() > 0, "the law")
    return page


def titles(page: LawScreen) -> list[str]:
    table = page.form.law
    items = [table.item(at, 0) for at in range(table.rowCount())]
    return [item.text() for item in items if item is not None]


def propose_benefit_year(at: AtWindow) -> None:
    """As the policy administrator: propose 2022, forgetting the document number at first."""
    keys, page = at.keys, open_law(at)
    at.picture("law-1-open")
    assert titles(page)[0] == "待遇年度"
    assert "待定" in page.form.detailSays.text()
    keys.press(Key.Key_F4)
    assert QApplication.focusWidget() is page.form.value
    at.picture("law-2-propose")
    keys.type("2022")
    keys.press(Key.Key_F9)
    keys.wait_until(lambda: "文号" in page.form.message.words, "the missing document")
    assert QApplication.focusWidget() is page.form.document
    at.picture("law-3-no-document")
    keys.type("楚医保〔2021〕50号")
    keys.press(Key.Key_F9)
    keys.wait_until(lambda: "已提出" in page.form.message.words, "the proposal")
    at.picture("law-4-proposed")
    assert "待批准：2022" in page.form.detailSays.text()
    # Who proposed it cannot approve it: the key does nothing, and nothing is in force.
    assert not page.form.approve.isVisible()
    keys.press(Key.Key_F9)
    assert titles(page)[:2] == ["待遇年度", "待遇年度"]


def approve_benefit_year(at: AtWindow) -> None:
    """As the supervisor: approve it, and read who did what."""
    keys, page = at.keys, open_law(at)
    at.picture("law-5-to-approve")
    assert page.form.approve.isVisible()
    keys.press(Key.Key_F9)
    keys.wait_until(lambda: "已批准" in page.form.message.words, "the approval")
    at.picture("law-6-approved")
    keys.enter()
    assert QApplication.focusWidget() is page.form.history
    lived = page.form.history.item(0)
    assert lived is not None
    assert "trainer 提出 2022" in lived.text()
    assert "approver 批准" in lived.text()


def test_a_value_is_proposed_by_one_approved_by_another_and_settles_the_cover(
    qapp: QApplication, at_window: AtWindow
) -> None:
    at = at_window
    at.sign_in()
    propose_benefit_year(at)
    again = DeskProgram(qapp, at.program.folder, at.program.folder / RECEIPTS)
    try:
        again.window.resize(1366, 728)
        again.window.show()
        again.window.activateWindow()
        again.begin((SECOND, ""))
        second = AtWindow(again, at.papers, at.pictures)
        second.sign_in()
        second.keys.type("王")
        cover = second.pages.enrol.form.coverValue
        assert "待定" in cover.text()
        approve_benefit_year(second)
        second.keys.press(Key.Key_1, Modifier.AltModifier)
        second.picture("law-7-household")
        assert cover.text() == "2022年1月1日至2022年12月31日"
    finally:
        close(again)


@pytest.fixture
def open_page(look: Look) -> Iterator[Callable[..., LawScreen]]:
    """Open the page alone, over a desk in memory, in a language."""
    with desks.desk(role="policy") as desk, stage(look) as shown:

        def open_(language: Language = "zh", role: str = "policy") -> LawScreen:
            shown.speak(language)
            session = session_of(replace(desk, role=role), language=language)
            page = LawScreen(replace(session, runner=InlineRunner()), look)
            shown.show(page, 1210, 660)
            page.begin()
            return page

        yield open_


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "large", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_page: Callable[..., LawScreen],
    look: Look,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    page = open_page(language)
    keys = Keyboard(page)
    page.bench.presenter.choose_identity("subsistence_allowance", {})
    keys.settle()
    _keep(page, pictures, f"law-{theme}-{size}-{language}")
    assert cut_off(page) == []
    assert page.form.pageScroll.horizontalScrollBar().maximum() == 0
    keys.press(Key.Key_F4)
    keys.settle()
    _keep(page, pictures, f"law-{theme}-{size}-{language}-edit")
    assert cut_off(page) == []


def test_the_bench_by_keyboard_marks_what_a_fact_changes(
    open_page: Callable[..., LawScreen], pictures: Path | None
) -> None:
    page = open_page()
    keys, form = Keyboard(page), page.form
    keys.press(Key.Key_F6)
    assert QApplication.focusWidget() is form.birth_date
    keys.type("19500202")
    keys.enter()
    keys.type("3")
    keys.settle()
    _keep(page, pictures, "law-bench")
    assert "已脱贫人口" in form.compared.text()
    said = [line.accessibleName() for line in page.bench.lines]
    assert said[0] == "应缴金额 ¥140.00 原 ¥320.00"
    keys.press(Key.Key_F6)
    assert QApplication.focusWidget() is form.law


def test_an_amount_above_the_standard_is_refused_at_its_field(
    open_page: Callable[..., LawScreen], pictures: Path | None
) -> None:
    page = open_page()
    keys, form = Keyboard(page), page.form
    form.law.setFocus()
    keys.press(Key.Key_Down, times=titles(page).index("资助金额（退役军人）"))
    keys.press(Key.Key_F4)
    keys.type("400")
    keys.enter()
    assert QApplication.focusWidget() is form.document
    keys.type("楚医保〔2021〕51号")
    keys.press(Key.Key_F9)
    keys.settle()
    _keep(page, pictures, "law-above-standard")
    assert "高于个人缴费标准 320.00 元" in form.message.words
    assert QApplication.focusWidget() is form.value
    keys.press(Key.Key_Escape)
    assert QApplication.focusWidget() is form.law
    assert form.message.words == ""


def test_a_clerk_reads_and_tries_but_sets_nothing(open_page: Callable[..., LawScreen]) -> None:
    page = open_page(role="clerk")
    keys = Keyboard(page)
    assert not page.form.propose.isVisible()
    keys.press(Key.Key_F4)
    assert "可以查看和试算" in page.form.message.words
    assert page.form.panel.currentWidget() is page.form.detailPage


def _keep(page: LawScreen, pictures: Path | None, name: str) -> None:
    if pictures is not None:
        page.grab().save(str(pictures / f"{name}.png"))
