"""Goal: what IT set is shown and held, a new version is told quietly, a mistake stops no work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.first_run import given_answers
from desktop.app.installation import managed_words
from desktop.app.update_news import UpdateNews
from desktop.app.wiring import DeskProgram
from desktop.base.station_settings import Places, read_settings
from desktop.sync.updates import Offer
from desktop.ui.first_run.view import FirstRunScreen
from desktop.ui.messages import Messages
from tests.helpers.registries import KeptRegistry
from tests.helpers.releases import installer, release_of
from tests.ui.conftest import AtWindow, end

URL = "https://canbao.example.gov.cn:8443"
SET = Places(
    registry=KeptRegistry({"CentreUrl": URL, "StationCode": "ABCD-EFGH"}, {"Division": "532301101"})
)


@pytest.fixture
def open_with(
    qapp: QApplication, tmp_path: Path, pictures: Path | None
) -> Iterator[Callable[[Places], AtWindow]]:
    """Start the window over an empty folder of a machine that IT has set."""
    opened: list[DeskProgram] = []

    def open_(places: Places) -> AtWindow:
        folder = tmp_path / "new"
        program = DeskProgram(qapp, folder, folder / "papers", places)
        opened.append(program)
        program.window.resize(1366, 728)
        program.window.show()
        program.window.activateWindow()
        program.begin()
        return AtWindow(program, folder / "papers", pictures)

    yield open_
    end(qapp, *opened)


def to_the_name(at: AtWindow) -> FirstRunScreen:
    """Go to the first thing that is left to be answered."""
    keys, first = at.keys, at.program.first_run
    keys.wait_until(lambda: first.screen is not None, "the first run")
    screen = first.screen
    assert screen is not None
    keys.settle()
    keys.enter()
    keys.wait_until(lambda: bool(screen.counties), "the counties")
    keys.enter()
    keys.settle()
    return screen


class TestFirstRun:
    def test_what_it_set_is_filled_in_and_held(
        self, open_with: Callable[[Places], AtWindow]
    ) -> None:
        at = open_with(SET)
        screen = to_the_name(at)
        assert screen.presenter.answers.kind == "real"
        at.picture("managed-first-run")
        assert screen.form.county.isReadOnly()
        assert screen.form.township.isReadOnly()
        assert screen.form.township.text() == "101"
        assert screen.form.station_name.hasFocus()
        assert "信息部门" in screen.form.message.words

    def test_the_centre_and_the_settings_say_what_it_set(
        self, open_with: Callable[[Places], AtWindow]
    ) -> None:
        at = open_with(SET)
        keys, first = at.keys, at.program.first_run
        to_the_name(at)
        keys.type("东瓜镇医保服务站")
        keys.enter()
        for answer in ("liming", "李明", "3", "correct-horse", "correct-horse"):
            keys.type(answer)
            keys.enter()
        keys.settle()
        keys.enter()
        keys.wait_until(lambda: first.centre is not None, "the centre's question")
        centre = first.centre
        assert centre is not None
        keys.settle()
        at.picture("managed-centre")
        assert centre.form.address.text() == URL
        assert centre.form.address.isReadOnly()
        assert centre.form.code.text() == "ABCD-EFGH"
        assert centre.form.code.hasFocus()
        centre.done(registered=False)
        keys.settle()
        at.pages.go("settings")
        keys.settle()
        shown = at.pages.settings.form.managed.text()
        assert rf"{URL}（安装时设定：HKLM\Software\CanbaoDesk）" in shown
        assert "532301101（组策略" in shown
        assert "ABCD" not in shown
        assert "证书文件：未统一设置" in shown
        at.pages.settings.form.managed.setFocus()
        at.picture("managed-settings")

    def test_a_training_station_is_free(self, open_with: Callable[[Places], AtWindow]) -> None:
        at = open_with(SET)
        keys, first = at.keys, at.program.first_run
        keys.wait_until(lambda: first.screen is not None, "the first run")
        screen = first.screen
        assert screen is not None
        keys.settle()
        keys.enter()
        keys.type("2")
        keys.enter()
        keys.settle()
        assert screen.presenter.answers.county == "539999"
        assert not screen.form.township.isReadOnly()
        assert screen.presenter.fixed == {}

    def test_a_mistake_of_its_is_told_and_stops_nothing(
        self, open_with: Callable[[Places], AtWindow], tmp_path: Path
    ) -> None:
        file = tmp_path / "station.toml"
        file.write_text('Divison = "532301"\n')
        at = open_with(Places(program_file=file))
        keys, first = at.keys, at.program.first_run
        keys.wait_until(lambda: first.screen is not None, "the first run")
        screen = first.screen
        assert screen is not None
        keys.settle()
        assert "Divison" in screen.form.message.words
        assert "Division" in screen.form.message.words
        keys.enter()
        keys.wait_until(lambda: bool(screen.counties), "the counties")
        assert screen.presenter.answers.step == "kind"


class TestExchange:
    def test_a_mistake_of_its_holds_the_exchange_and_is_told(
        self, at_window: AtWindow, tmp_path: Path
    ) -> None:
        at, file = at_window, tmp_path / "station.toml"
        at.sign_in()
        file.write_text('UpdateMode = "sometimes"\n')
        at.program._places = Places(program_file=file)
        watch = at.program.watch
        assert watch is not None
        at.keys.wait_until(lambda: watch.state != "running", "the first try")
        watch._stepper = None
        watch.now()
        at.keys.wait_until(lambda: watch.state == "refused", "the refusal")
        assert watch.error is not None
        assert watch.error.code == "SETTING_FORM"
        words, wrong = managed_words(at.program.messages, Places(program_file=file))
        assert wrong
        assert "UpdateMode" in words
        assert "照常" in words


class TestNews:
    def test_a_new_version_is_one_word_below_and_a_sentence_in_the_settings(
        self, at_window: AtWindow
    ) -> None:
        at = at_window
        at.sign_in()
        at.pages.go("settings")
        window = at.program.window
        news = at.program.news
        assert isinstance(news, UpdateNews)
        at.keys.settle()
        release = release_of(installer())
        news._show(Offer("ready", release, release.size))
        at.keys.settle()
        bar, label = window.status, at.pages.settings.form.update_
        assert bar._update.text() == "新版本 0.2.0"
        assert bar._update.isVisible()
        assert "无需操作" in label.text()
        assert "修正" in label.text()
        assert label.isVisible()
        at.picture("managed-update")
        news._show(Offer("none"))
        assert not bar._update.isVisible()
        assert not label.isVisible()

    @pytest.mark.parametrize("state", ["offered", "fetching", "ready", "failed"])
    def test_every_state_has_words_in_both_languages(self, state: str) -> None:
        from desktop.app.installation import update_words

        release = release_of(installer())
        for language in ("zh", "en"):
            offer = Offer(state, release, release.size // 2)  # type: ignore[arg-type]
            words = update_words(Messages(language), offer)
            assert "0.2.0" in words
            assert ("Mended" in words) == (language == "en" and state != "failed")


def test_a_division_is_a_county_and_what_follows() -> None:
    machine = read_settings(SET)
    assert given_answers(machine) == {"county": "532301", "township": "101"}
