"""进度看板 on the screen: by keyboard, in every look, on paper and in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.base.clock import instant_text
from desktop.domain.codes import Language
from desktop.exchange.tables import read_tables
from desktop.ui.progress.view import ProgressScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk
from desktop.usecases.progress import progress
from tests.helpers import desks
from tests.helpers.campaigns import state_population, under_way
from tests.helpers.desks import CAMPAIGN
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import TrayOut, session_of
from tests.helpers.stage import stage
from tests.ui.test_access import nameless
from tests.ui.test_looks import cut_off

COUNTY = "539999"


@dataclass(slots=True)
class AtBoard:
    """The dashboard over a desk in memory, with hands on its keyboard."""

    page: ProgressScreen
    desk: Desk
    keys: Keyboard
    runner: InlineRunner
    tray: TrayOut

    @property
    def figures(self) -> list[str]:
        labels = self.page.form.figures.findChildren(QLabel)
        return [label.text() for label in labels if label.property("look") == "figure"]


@pytest.fixture
def open_board(look: Look) -> Iterator[Callable[..., AtBoard]]:
    with desks.desk(role="supervisor") as desk, stage(look) as shown:

        def open_(
            language: Language = "zh", *, seeded: bool = True, division: str = COUNTY
        ) -> AtBoard:
            if seeded:
                under_way(desk, 120)
                spread_payments(desk)
            shown.speak(language)
            runner, tray = InlineRunner(), TrayOut()
            session = session_of(desk, runner=runner, tray=tray, language=language)
            page = ProgressScreen(replace(session, division=division), look)
            shown.show(page, 1210, 648)
            page.begin()
            return AtBoard(page, desk, Keyboard(page), runner, tray)

        yield open_


def spread_payments(desk: Desk) -> None:
    """Move payments to other days, so that the chart has something to show."""
    rows = desk.store.connection.execute("SELECT id FROM payments ORDER BY receipt_number")
    for place, row in enumerate(rows.fetchall()):
        at = instant_text(desk.store.clock.now() - timedelta(days=place * place % 29))
        desk.store.connection.execute(
            "UPDATE payments SET taken_at = ? WHERE id = ?", (at, row["id"])
        )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "large", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_board: Callable[..., AtBoard],
    look: Look,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    at = open_board(language)

    def seen(name: str) -> None:
        at.keys.settle()
        if pictures is not None:
            at.page.grab().save(str(pictures / f"progress-{theme}-{size}-{language}-{name}.png"))
        assert cut_off(at.page) == []
        assert nameless(at.page) == []

    seen("open")
    assert at.page.minimumSizeHint().height() <= at.page.height()
    state_population(at.desk, residents=16)
    at.keys.press(Key.Key_R, Modifier.ControlModifier)
    at.keys.press(Key.Key_Return)
    seen("township")
    at.keys.press(Key.Key_P, Modifier.ControlModifier)
    seen("paper")


def test_an_empty_station_says_what_to_do(open_board: Callable[..., AtBoard]) -> None:
    at = open_board(seeded=False)
    assert at.page.form.empty.isVisible()
    assert "家庭参保登记" in at.page.form.empty.text()
    assert not at.page.form.print.isEnabled()
    assert at.page.form.refresh.hasFocus()


def test_one_walks_the_board_by_keyboard(open_board: Callable[..., AtBoard]) -> None:
    at = open_board()
    form = at.page.form
    asked: list[tuple[str, str]] = []
    at.page.register_asked.connect(lambda division, reason: asked.append((division, reason)))
    found = progress(at.desk.store.connection, COUNTY, CAMPAIGN, at.desk.today)
    assert [bar.code for bar in form.units.bars] == [one.division for one in found.townships]
    assert at.figures[1] == f"{found.total.paid:,}"
    at.keys.press(Key.Key_Down)
    assert "白水乡" in form.units.accessibleDescription()
    at.keys.press(Key.Key_Return)
    town = found.townships[1].division
    assert at.page.presenter.division == town
    assert form.up.isVisible()
    at.keys.press(Key.Key_Return)
    villages = [one.division for one in found.villages if one.division[:9] == town[:9]]
    assert asked == [(villages[0], "")]
    at.keys.press(Key.Key_Backspace)
    assert at.page.presenter.division == COUNTY
    assert form.units.bars[form.units.cursor_row].code == town
    form.reasons.setFocus()
    at.keys.press(Key.Key_Return)
    assert asked[-1] == (COUNTY, form.reasons.bars[0].code)
    form.days.setFocus()
    at.keys.press(Key.Key_Left)
    assert form.days.words.startswith("2021-11-14：")
    at.keys.press(Key.Key_End)
    assert form.days.words.startswith("2021-11-15：")


def test_a_slow_count_shows_a_bar_that_can_be_stopped(open_board: Callable[..., AtBoard]) -> None:
    at = open_board()
    at.runner.hold()
    at.keys.press(Key.Key_R, Modifier.ControlModifier)
    assert not at.page.form.bar.isVisible()
    at.keys.wait_until(at.page.form.bar.isVisible, "the bar")
    assert at.page.form.stop.isVisible()
    at.keys.press(Key.Key_Escape)
    assert not at.page.form.bar.isVisible()
    assert "停止" in at.page.form.message.words
    at.runner.release()


def test_the_register_is_previewed_printed_and_exported(
    open_board: Callable[..., AtBoard], tmp_path: Path
) -> None:
    at = open_board()
    at.keys.press(Key.Key_P, Modifier.ControlModifier)
    sheet = at.page.form.sheet
    assert sheet.isVisible()
    at.keys.press(Key.Key_Return)
    (printed,) = at.tray.papers
    assert printed[0].startswith("progress-register")
    assert printed[1].startswith(b"%PDF")
    at.keys.press(Key.Key_Escape)
    assert not sheet.isVisible()
    assert at.page.form.units.hasFocus()
    at.keys.press(Key.Key_E, Modifier.ControlModifier)
    (dialog,) = at.page.findChildren(QFileDialog)
    dialog.reject()
    path = tmp_path / "进度.xlsx"
    at.page.export(path)
    found = progress(at.desk.store.connection, COUNTY, CAMPAIGN, at.desk.today)
    (table,) = read_tables(path)
    assert any(str(found.total.paid) in row.cells for row in table.rows)
    assert str(path) in at.page.form.message.words
    at.page.export(tmp_path / "nowhere" / "进度.xlsx")
    assert at.page.form.message.words
    assert not (tmp_path / "nowhere").exists()
