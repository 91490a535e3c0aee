"""Goal: whoever has no line presses one button, and reads what to do with the stick."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop.app.keyboard import Key
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds, SystemIds
from desktop.jobs.lanes import LaneClosed
from desktop.server.database import open_centre
from desktop.server.handlers import Handlers
from desktop.server.packet_files import answer_folder
from desktop.server.recheck import no_recheck
from desktop.sync.centre import register
from desktop.sync.engine import direct
from desktop.sync.stick import StickDone
from desktop.ui.messages import Messages
from desktop.ui.sync_status.stick import StickPresenter, StickProgress
from desktop.usecases.desk import open_desk
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.stations import fixed_clock
from tests.sync.conftest import make_centre
from tests.sync.test_processes import code_of
from tests.ui.conftest import OPERATOR, PASSWORD, AtWindow


@pytest.fixture
def centre(tmp_path: Path) -> Path:
    folder = tmp_path / "centre"
    make_centre(folder, fixed_clock())
    return folder


@pytest.fixture
def registered(station: Path, centre: Path, request: pytest.FixtureRequest) -> AtWindow:
    """The window of a station that registered once, and has no line since."""
    desk = open_desk(
        station, OPERATOR, PASSWORD, law=shipped_law(), clock=SystemClock(), ids=SystemIds()
    )
    database = open_centre(centre)
    handlers = Handlers(database, fixed_clock(), SeededIds(3))
    register(direct(desk.store), handlers, "http://127.0.0.1:9", code_of(centre, 3))
    database.close()
    desk.store.close()
    at: AtWindow = request.getfixturevalue("at_window")
    return at


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def press(at: AtWindow, stick: Path) -> str:
    """Press F9, choose the stick, and return what is said when it is done."""
    page = at.pages.sync
    at.keys.press(Key.Key_F9)
    dialogs = page.findChildren(QFileDialog)
    assert len(dialogs) == 1
    # The system's own dialog on a desk; here Qt's, whose keys are not ours to prove.
    name = dialogs[0].findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(stick))
    dialogs[0].accept()
    # A desk's window manager does this when a dialog closes; without a display nobody does.
    at.program.window.activateWindow()
    at.keys.wait_until(lambda: page.form.stick.isEnabled() and bool(said(at)), "the stick")
    return said(at)


def said(at: AtWindow) -> str:
    words: str = at.pages.sync.form.stickNews.text()
    return "" if words.endswith("…") else words


def test_by_keyboard_there_and_back(registered: AtWindow, centre: Path, stick: Path) -> None:
    at = registered
    at.sign_in()
    at.pages.go("sync")
    at.keys.wait_until(at.pages.sync.form.stick.isVisible, "the button for sticks")
    words = press(at, stick)
    assert "已写好 canbao-539999-A001.packet" in words
    assert "U 盘上没有给本站的回执" in words
    assert "交给县中心" in words
    at.keys.wait_until(at.pages.sync.form.stick.hasFocus, "the keyboard back on its button")
    at.picture("stick-written")
    list(
        answer_folder(
            centre, stick, stick, recheck=no_recheck, clock=fixed_clock(), ids=SeededIds(4)
        )
    )
    words = press(at, stick)
    assert "取到回执" in words
    assert "0 条业务" in words
    at.picture("stick-taken")
    # The status bar follows what a stick brought as it follows a line.
    at.keys.wait_until(lambda: "待上传 0 条" in at.program.window.status.words, "what waits")
    cut = stick / "copy.packet"
    cut.write_bytes(next(stick.glob("*-answer.packet")).read_bytes()[:-1])
    assert "copy.packet：数据包没有拷完" in press(at, stick)
    assert not at.pages.sync.findChildren(QFileDialog)


def test_a_stick_that_was_pulled_out_is_told(registered: AtWindow, stick: Path) -> None:
    at = registered
    at.sign_in()
    at.pages.go("sync")
    page = at.pages.sync
    at.keys.wait_until(page.form.stick.isVisible, "the button for sticks")
    assert page.stick is not None
    page.stick.start(stick / "gone")
    at.keys.wait_until(lambda: bool(said(at)), "what went wrong")
    assert "文件读不了" in said(at)
    assert page.form.stick.isEnabled()


class Page:
    """What a page is told, remembered."""

    def __init__(self) -> None:
        self.working: list[bool] = []
        self.news = ""

    def show_stick_work(self, progress: StickProgress | None) -> None:
        self.working.append(progress is not None)

    def show_stick_news(self, words: str) -> None:
        self.news = words


class TestWork:
    def made(
        self, runner: InlineRunner, result: StickDone | Exception
    ) -> tuple[StickPresenter, Page, list[StickProgress], list[str]]:
        page, seen, after = Page(), [], []

        def exchange(_folder: Path, progress: StickProgress) -> StickDone:
            progress.tell("writing", 1, 2)
            seen.append(progress)
            if isinstance(result, Exception):
                raise result
            return result

        presenter = StickPresenter(
            runner, Messages("zh"), page, exchange, lambda: after.append("followed")
        )
        return presenter, page, seen, after

    def test_one_at_a_time_and_esc_stops_it(self, tmp_path: Path) -> None:
        runner = InlineRunner()
        stopped = Refused("CANCELLED", "stopped")
        presenter, page, seen, after = self.made(runner, stopped)
        assert not presenter.stop(), "nothing is under way"
        runner.hold()
        presenter.start(tmp_path)
        presenter.start(tmp_path)
        assert runner.lanes_used == ["sync"]
        assert presenter.stop()
        runner.release()
        assert [progress.stopped for progress in seen] == [True]
        assert page.working == [True, False]
        assert "已停止" in page.news
        assert after == ["followed"]
        assert not presenter.stop()

    def test_what_could_not_be_written_stands_beside_what_was_taken(self, tmp_path: Path) -> None:
        error = Unavailable("FILE_UNWRITABLE", "no room", file="x")
        presenter, page, _, _ = self.made(InlineRunner(), StickDone((), (), error=error))
        presenter.start(tmp_path)
        assert "文件写不了" in page.news

    def test_a_program_that_closes_shows_nothing_more(self, tmp_path: Path) -> None:
        presenter, page, _, after = self.made(InlineRunner(), LaneClosed("sync"))
        presenter.start(tmp_path)
        assert page.working == [True]
        assert after == []

    def test_a_bug_reaches_the_crash_dialog(self, tmp_path: Path) -> None:
        presenter, page, _, _ = self.made(InlineRunner(), ZeroDivisionError())
        with pytest.raises(ZeroDivisionError):
            presenter.start(tmp_path)
        assert page.working == [True, False]
