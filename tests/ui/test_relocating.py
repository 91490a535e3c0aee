"""换到另一个乡镇 by keyboard: to the end, and every way it can fail with nothing changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.app.keyboard import Key
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.domain.invented import DIVISION
from desktop.net.client import Client
from desktop.server import main as centre
from desktop.server.serving import EmbeddedCentre
from desktop.store.database import Store
from desktop.store.leaving import SUCCESSOR
from desktop.sync.centre import identity, register
from desktop.sync.engine import direct
from desktop.ui.relocating.view import RelocatingScreen
from desktop.usecases.closing import open_days
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.desks import FAMILY
from tests.helpers.stations import DAY
from tests.ui.conftest import AtWindow

WEST = "539999002"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A training county's centre, not running yet."""
    data = tmp_path / "centre"
    centre.init(data, DIVISION, DAY, clock=SystemClock(), ids=SystemIds(), name="培训县医疗保障局")
    return data


@pytest.fixture
def running(county: Path) -> Iterator[EmbeddedCentre]:
    with EmbeddedCentre(county) as served:
        yield served


def code_for(county: Path, division: str) -> str:
    return centre.make_code(county, division, clock=SystemClock(), ids=SystemIds())


def registered(at: AtWindow, county: Path, address: str) -> None:
    """Sign in and register the station, as somebody did a year ago."""
    at.sign_in()
    store, code = at.pages.session.desk.store, code_for(county, DIVISION)

    def known(held: Store) -> None:
        with Client(address, identity(held), SystemClock()) as client:
            register(direct(held), client, address, code)

    at.program.runner.wait_for("store", lambda: known(store))


def opened(at: AtWindow) -> RelocatingScreen:
    """Open the page from the settings and let it look where the station stands."""
    at.pages.go("settings")
    at.pages.settings.form.relocate.setFocus()
    at.keys.enter()
    screen = at.program.relocating.screen
    assert screen is not None
    at.keys.wait_until(lambda: bool(screen.form.before.text()), "where the station stands")
    return screen


def phase_of(screen: RelocatingScreen) -> str:
    return screen.presenter.phase


def enter(at: AtWindow, division: str, code: str) -> None:
    at.keys.type(division)
    at.keys.enter()
    at.keys.type(code)
    at.keys.enter()
    at.keys.type("第二镇医保站")
    at.keys.press(Key.Key_F9)


def desk_of(at: AtWindow) -> Desk:
    return at.pages.session.desk


def in_store(at: AtWindow, work: object) -> object:
    return at.program.runner.wait_for("store", work)  # type: ignore[arg-type]


def test_by_keyboard_to_the_next_sign_in(
    at_window: AtWindow, county: Path, running: EmbeddedCentre, station: Path
) -> None:
    at = at_window
    registered(at, county, running.address)
    desk = desk_of(at)
    in_store(at, lambda: save_household(desk, FAMILY))
    screen = opened(at)
    assert "收款都已日结" in screen.form.before.text()
    enter(at, WEST, code_for(county, WEST))
    assert phase_of(screen) == "confirming"
    assert WEST in screen.form.note.text()
    assert screen.form.typed.isReadOnly()
    at.picture("move-confirm")
    at.keys.press(Key.Key_Escape)
    assert phase_of(screen) == "asking"
    at.keys.press(Key.Key_F9)
    at.keys.press(Key.Key_F9)
    at.keys.wait_until(at.program.window.sign_in.isVisible, "the sign-in")
    words = at.program.window.sign_in.form.repaired.text()
    assert f"已换到 {WEST}" in words
    assert "重新登录" in words
    at.picture("move-done")
    assert at.program.session is None
    assert not (station / SUCCESSOR).exists()
    at.sign_in()
    made = desk_of(at).store
    assert in_store(at, lambda: made.station.division) == WEST
    assert in_store(at, lambda: made.station.name) == "第二镇医保站"
    watch = at.program.watch
    assert watch is not None
    at.keys.wait_until(lambda: watch.state == "waiting", "an exchange of the new station")
    people = in_store(
        at, lambda: made.connection.execute("SELECT count(*) FROM people").fetchone()[0]
    )
    assert people == 0


def test_a_wrong_code_and_a_dead_line_change_nothing(at_window: AtWindow, county: Path) -> None:
    at = at_window
    with EmbeddedCentre(county) as running:
        registered(at, county, running.address)
        screen = opened(at)
        enter(at, WEST, "AAAA-BBBB-CCCC")
        at.keys.press(Key.Key_F9)
        at.keys.wait_until(lambda: "注册码不对" in screen.form.message_code.words, "the refusal")
        at.keys.wait_until(screen.form.code.hasFocus, "the cursor on the code")
        at.picture("move-wrong-code")
    at.keys.press(Key.Key_F9)
    at.keys.press(Key.Key_F9)
    at.keys.wait_until(lambda: "本站没有改变" in screen.form.note.text(), "the line's fault")
    at.picture("move-no-line")
    at.keys.press(Key.Key_Escape)
    assert at.program.relocating.screen is None
    assert at.pages.settings.form.relocate.hasFocus()
    assert in_store(at, lambda: desk_of(at).store.station.division) == "539999001"


def test_what_stands_in_the_way_is_said_before_anything_begins(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    desk = desk_of(at)

    def paid() -> None:
        saved = save_household(desk, FAMILY)
        take_payment(desk, PaymentInput(saved.household_id, "cash", 98_000))
        assert open_days(desk)

    in_store(at, paid)
    at.pages.enrol.table.focus(0, "name")
    at.keys.type("没有保存的人")
    at.keys.enter()
    screen = opened(at)
    told = screen.form.before.text()
    assert "本站还没有注册到县中心" in told
    assert "有收款还没有日结：11-15" in told
    assert "1 张收据还没有打印" in told
    at.keys.wait_until(lambda: "还没有保存的录入会丢失：trainer" in told, "the draft")
    at.picture("move-in-the-way")
    at.keys.press(Key.Key_F9)
    assert "9 位" in screen.form.message_township.words
    assert "注册码" in screen.form.message_code.words
    enter(at, WEST, "x")
    assert phase_of(screen) == "asking"
    assert "尚未注册" in screen.form.note.text()
    assert isinstance(at.keys.target, QLineEdit)
    at.keys.press(Key.Key_Escape)
    assert at.program.relocating.screen is None
