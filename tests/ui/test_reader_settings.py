"""The reader on the settings screen: chosen, tested, kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NoReturn

import pytest
import shiboken6
from PySide6.QtCore import Qt

from desktop.app.keyboard import Key, Keyboard
from desktop.base.errors import Unavailable
from desktop.devices.reader import CardReader, ReaderChoice, ReaderState
from desktop.ui.cards import CardDesk
from desktop.ui.settings.preferences import Preferences
from desktop.ui.settings.reader import ReaderSettings
from desktop.ui.settings.view import SettingsScreen
from desktop.ui.theme.look import Look
from tests.helpers import desks
from tests.helpers.screens import session_of
from tests.helpers.stations import DAY
from tests.ui.conftest import AtWindow

DIVISION = "539999001"


class Shelf:
    """Readers by choice, as the desk would make them."""

    def __init__(self) -> None:
        self.asked: list[ReaderChoice] = []
        self.stopped = 0

    def make(self, choice: ReaderChoice) -> CardReader:
        """Make a reader that answers, or refuse as no library does."""
        self.asked.append(choice)
        if choice.library == "broken":
            raise Unavailable("READER_LIBRARY_FOREIGN", "no SDT library")
        return ShelfReader(self)


class ShelfReader:
    """Answers a check; deals no cards."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def read(self, wait_s: float = 0) -> NoReturn:
        raise Unavailable("READER_NONE", "no cards here")

    def check(self) -> ReaderState:
        return ReaderState("05.03-20210101", 1002)

    def stop(self) -> None:
        self._shelf.stopped += 1

    def close(self) -> None:
        """Nothing to put away."""


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def screen(look: Look, shelf: Shelf) -> Iterator[SettingsScreen]:
    with desks.desk() as desk:
        session = replace(session_of(desk), cards=CardDesk(shelf.make))
        made = SettingsScreen(session.messages, Preferences())
        made.offer_reader(session)
        look.dress(made)
        made.resize(1180, 640)
        made.show()
        made.activateWindow()
        yield made
        shiboken6.delete(made)


def reader_of(screen: SettingsScreen) -> ReaderSettings:
    found = screen.findChild(ReaderSettings)
    assert found is not None
    return found


def test_the_reader_is_chosen_and_tested_by_keys(screen: SettingsScreen, shelf: Shelf) -> None:
    card = reader_of(screen)
    changes: list[Preferences] = []
    screen.changed.connect(changes.append)
    keys = Keyboard(screen)
    card.form.reader.setFocus()
    keys.type("2")
    assert changes[-1].card_reader == "library"
    keys.enter()
    keys.type("broken")
    assert changes[-1].card_library == "broken"
    keys.enter()
    keys.enter()
    assert shelf.asked == [ReaderChoice("library", "broken")]
    assert "不是身份证读卡器驱动" in card.form.message.words
    card.form.library.setFocus()
    keys.press(Key.Key_Backspace, times=6)
    keys.type("C:/reader/sdtapi.dll")
    assert card.form.message.words == ""
    card.test()
    assert card.form.message.words == "读卡器正常：05.03-20210101（端口 1002）"
    assert changes[-1].reader == ReaderChoice("library", "C:/reader/sdtapi.dll")


def test_the_library_is_asked_for_only_where_it_is_used(screen: SettingsScreen) -> None:
    card = reader_of(screen)
    assert not card.form.library.isEnabled()
    assert not card.form.browse.isEnabled()
    keys = Keyboard(screen)
    card.form.reader.setFocus()
    keys.type("4")
    assert not card.form.test.isEnabled()
    keys.type("2")
    assert card.form.library.isEnabled()
    assert card.form.test.isEnabled()


def test_a_real_station_is_not_offered_the_simulated_reader(look: Look) -> None:
    with desks.desk() as desk:
        session = replace(session_of(desk), training=False)
        card = ReaderSettings(session, Preferences())
        card.form.reader.show_code("simulated")
        assert "模拟" not in card.form.reader.hint
        shiboken6.delete(card)


def test_changing_the_reader_stops_the_one_in_use(screen: SettingsScreen, shelf: Shelf) -> None:
    card = reader_of(screen)
    card.test()
    keys = Keyboard(screen)
    card.form.reader.setFocus()
    keys.type("2")
    card.test()
    assert shelf.stopped == 1
    assert [one.kind for one in shelf.asked] == ["auto", "library"]


def test_the_choice_is_there_at_the_next_start(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.pages.go("settings")
    card = reader_of(at.pages.settings)
    card.form.reader.setFocus()
    at.keys.type("4")
    assert at.program.preferences.reader == ReaderChoice("none")
    card.form.reader.setFocus(Qt.FocusReason.TabFocusReason)
    at.keys.type("1")
    card.test()
    at.keys.wait_until(lambda: "模拟读卡器" in card.form.message.words, "the simulated reader")
    at.picture("settings-reader")
    assert at.program.session is not None
    assert at.program.session.today == DAY
