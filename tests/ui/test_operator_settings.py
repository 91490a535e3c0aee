"""Who may sign in, on the settings screen: listed, added, removed; one's own password changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6

from desktop.app.keyboard import Keyboard
from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.store.access import take_notes
from desktop.ui.settings.operators import OperatorSettings
from desktop.ui.settings.preferences import Preferences
from desktop.ui.settings.view import SettingsScreen
from desktop.ui.theme.look import Look
from desktop.usecases.desk import Desk, NewStation, open_desk, set_up_station
from desktop.wire.operator_messages import OperatorNote
from tests.helpers.screens import session_of
from tests.helpers.stations import VILLAGE, fixed_clock

PASSWORD = "口令-2026-abc"


@dataclass(slots=True)
class Station:
    """A real station in a folder, IT signed in, its settings on the screen."""

    folder: Path
    desk: Desk
    screen: SettingsScreen

    @property
    def card(self) -> OperatorSettings:
        found = self.screen.findChild(OperatorSettings)
        assert found is not None
        return found

    @property
    def lines(self) -> list[str]:
        people = self.card.form.people
        return [people.item(row).text() for row in range(people.count())]

    def sign_in(self, name: str, password: str) -> str:
        clock = fixed_clock()
        desk = open_desk(
            self.folder, name, password, law=shipped_law(), clock=clock, ids=SeededIds(9)
        )
        desk.store.close()
        return desk.role


@pytest.fixture
def station(look: Look, tmp_path: Path) -> Iterator[Station]:
    made = opened(tmp_path, look, "it")
    yield made
    shiboken6.delete(made.screen)
    made.desk.store.close()


def opened(folder: Path, look: Look, role: str) -> Station:
    clock, ids = fixed_clock(), SeededIds(5)
    new = NewStation(VILLAGE[:9], "东镇", "first", "首位", PASSWORD, role)  # type: ignore[arg-type]
    set_up_station(folder, new, clock, ids)
    desk = open_desk(folder, "first", PASSWORD, law=shipped_law(), clock=clock, ids=ids)
    session = session_of(desk)
    screen = SettingsScreen(session.messages, Preferences())
    screen.offer_operators(session, folder)
    look.dress(screen)
    screen.resize(1180, 640)
    screen.show()
    screen.activateWindow()
    return Station(folder, desk, screen)


def add(station: Station, name: str, shown: str, place: str) -> str:
    """Add a person by keys; return what was said."""
    keys, form = Keyboard(station.screen), station.card.form
    form.operator.setFocus()
    keys.type(name)
    keys.enter()
    keys.type(shown)
    keys.enter()
    keys.type(place)
    keys.enter()
    keys.enter()
    return form.message.words


def test_a_person_is_added_by_keys_and_signs_in_with_the_password_shown(station: Station) -> None:
    said = add(station, "li", "李经办", "1")
    assert "已添加 李经办" in said
    password = said.split("：")[1].split("　")[0]
    assert station.sign_in("li", password) == "clerk"
    assert station.lines == [
        "首位（first）　系统管理员　本机添加",
        "李经办（li）　经办员　本机添加",
    ]
    assert "已有这位经办员" in add(station, "li", "", "1")


def test_a_person_of_the_station_is_removed_but_not_oneself(station: Station) -> None:
    said = add(station, "li", "李经办", "1")
    password = said.split("：")[1].split("　")[0]
    form = station.card.form
    form.people.setCurrentRow(0)
    assert not form.remove.isEnabled()
    form.people.setCurrentRow(1)
    assert form.remove.isEnabled()
    form.remove.click()
    assert len(station.lines) == 1
    with pytest.raises(Refused, match="OPERATOR_UNKNOWN"):
        station.sign_in("li", password)


def test_whom_the_centre_hands_out_the_station_does_not_change(station: Station) -> None:
    note = OperatorNote(
        number=1, operator="zhang", display_name="张复核", role="supervisor", state="locked"
    )
    with station.desk.store.transaction():
        take_notes(station.desk.store, [note], 1, (180, 14))
    station.card.refresh()
    form = station.card.form
    assert station.lines[1] == "张复核（zhang）　复核　县级中心下发　已停用"
    form.people.setCurrentRow(1)
    assert not form.remove.isEnabled()
    assert "由县局管理" in form.hint.text()
    # Supervisors come from the centre now: a station does not appoint its own second person.
    form.role.setFocus()
    Keyboard(station.screen).type("3")
    assert form.role.code not in ("supervisor", "it")


def test_ones_own_password_is_changed(station: Station) -> None:
    keys, form = Keyboard(station.screen), station.card.form
    form.old.setFocus()
    for text in (PASSWORD, "新口令-2027-x", "新口令-2027-y"):
        keys.type(text)
        keys.enter()
    assert form.message.words == "两次输入的新口令不一样"
    form.again.setText("")
    keys.type("新口令-2027-x")
    keys.enter()
    assert form.message.words == "口令已修改，下次登录用新口令"
    assert form.old.text() == form.new_.text() == form.again.text() == ""
    assert station.sign_in("first", "新口令-2027-x") == "it"
    with pytest.raises(Refused, match="PASSWORD_WRONG"):
        station.sign_in("first", PASSWORD)


def test_a_clerk_sees_the_list_and_may_only_change_the_own_password(
    look: Look, tmp_path: Path
) -> None:
    made = opened(tmp_path, look, "clerk")
    form = made.card.form
    assert made.lines == ["首位（first）　经办员　本机添加"]
    assert not form.add.isEnabled()
    assert form.change.isEnabled()
    shiboken6.delete(made.screen)
    made.desk.store.close()


@pytest.mark.parametrize(("theme", "size"), [("light", "normal"), ("dark", "largest")])
def test_it_is_drawn_in_every_look(look: Look, tmp_path: Path, theme: str, size: str) -> None:
    look.apply(theme, size)  # type: ignore[arg-type]
    made = opened(tmp_path, look, "it")
    width = made.screen.form.pageScroll.viewport().width()
    assert made.card.minimumSizeHint().width() <= width
    shiboken6.delete(made.screen)
    made.desk.store.close()
