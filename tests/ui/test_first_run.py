"""The first run by keyboard: an empty folder becomes a signed-in, perhaps registered, station."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.first_run import FILE, load_answers
from desktop.app.keyboard import Key, Modifier
from desktop.app.wiring import DeskProgram
from desktop.base.clock import SystemClock
from desktop.base.ids import SeededIds, SystemIds
from desktop.domain.invented import DIVISION
from desktop.server import main as centre
from desktop.server.serving import EmbeddedCentre
from desktop.store.vault import DATABASE, OperatorEntry, Vault
from desktop.store.vault import FILE as VAULT
from desktop.ui.first_run.view import FirstRunScreen
from tests.helpers.stations import DAY
from tests.ui.conftest import AtWindow, end
from tests.ui.test_looks import cut_off
from tests.ui.walk import tab_round, take_the_cursor

PASSWORD = "correct-horse"


@pytest.fixture
def open_at(
    qapp: QApplication, tmp_path: Path, pictures: Path | None
) -> Iterator[Callable[[], AtWindow]]:
    """Start the window over a folder, again and again as after a crash."""
    folder = tmp_path / "new"
    opened: list[DeskProgram] = []

    def open_() -> AtWindow:
        program = DeskProgram(qapp, folder, folder / "papers")
        opened.append(program)
        program.window.resize(1366, 728)
        program.window.show()
        program.window.activateWindow()
        program.begin()
        return AtWindow(program, folder / "papers", pictures)

    yield open_
    end(qapp, *opened)


def asked(at: AtWindow) -> FirstRunScreen:
    at.keys.wait_until(lambda: at.program.first_run.screen is not None, "the first run")
    screen = at.program.first_run.screen
    assert screen is not None
    at.keys.settle()
    return screen


def to_the_end(at: AtWindow, kind: str) -> FirstRunScreen:
    """Answer everything but the last question."""
    keys, screen = at.keys, asked(at)
    keys.enter()
    keys.wait_until(lambda: bool(screen.counties), "the counties")
    keys.type(kind)
    at.picture(f"first-{kind}-2")
    keys.enter()
    keys.settle()
    if kind == "1":
        keys.type("chuxiongshi")
        keys.enter()
        keys.type("101")
        keys.enter()
        keys.type("东瓜镇医保服务站")
    else:
        keys.enter(3)
    at.picture(f"first-{kind}-3")
    keys.enter()
    person(at)
    return screen


def person(at: AtWindow) -> None:
    keys = at.keys
    keys.type("liming")
    keys.enter()
    keys.type("李明")
    keys.enter()
    keys.type("3")
    keys.enter()
    keys.type(PASSWORD)
    keys.enter()
    keys.type(PASSWORD)
    at.picture("first-4")
    keys.enter()


def signed_in(at: AtWindow) -> None:
    at.keys.wait_until(lambda: at.program.window.pages is not None, "the signed-in desk")
    at.keys.wait_until(lambda: at.program.first_run.centre is not None, "the centre's question")
    at.keys.settle()


def test_a_real_station_by_keyboard_without_a_centre(
    open_at: Callable[[], AtWindow], tmp_path: Path
) -> None:
    at = open_at()
    screen = to_the_end(at, "1")
    assert "楚雄市（532301101）" in screen.form.summary.text()
    assert not (tmp_path / "new" / DATABASE).exists()
    assert not (tmp_path / "new" / VAULT).exists()
    at.picture("first-5")
    at.keys.enter()
    signed_in(at)
    at.picture("first-6")
    at.keys.press(Key.Key_Escape)
    at.keys.settle()
    session = at.pages.session
    assert (session.division, session.role, session.display_name) == (
        "532301101", "supervisor", "李明",
    )  # fmt: skip
    assert not session.training
    assert at.pages.enrol.isAncestorOf(at.keys.target)
    at.keys.wait_until(lambda: not (tmp_path / "new" / FILE).exists(), "the end of the first run")
    at.keys.press(Key.Key_F2)
    at.keys.type("王")
    assert at.pages.enrol.presenter.household.members[0].name == "王"


def test_a_training_station_registers_with_its_centre(
    open_at: Callable[[], AtWindow], tmp_path: Path
) -> None:
    data = tmp_path / "centre"
    clock, ids = SystemClock(), SystemIds()
    centre.init(data, DIVISION, DAY, clock=clock, ids=ids, name="培训县医疗保障局")
    code = centre.make_code(data, DIVISION, clock=clock, ids=ids)
    at = open_at()
    to_the_end(at, "2")
    at.keys.enter()
    signed_in(at)
    with EmbeddedCentre(data) as running:
        at.keys.type(running.address)
        at.keys.enter()
        at.keys.type("wrong")
        at.keys.enter()
        asking = at.program.first_run.centre
        assert asking is not None
        at.keys.wait_until(lambda: "注册码不对" in asking.form.message_code.words, "the refusal")
        assert asking.form.code.hasFocus()
        at.keys.press(Key.Key_A, Modifier.ControlModifier)
        at.keys.type(code)
        at.keys.enter()
        at.keys.wait_until(lambda: at.program.first_run.centre is None, "the registration")
        watch = at.program.watch
        assert watch is not None
        at.keys.wait_until(lambda: watch.state == "waiting", "an exchange")
    assert "培训站" in at.program.window.status.words
    store = at.pages.session.desk.store
    name = at.program.runner.wait_for("store", lambda: store.setting("centre.name"))
    assert name == "培训县医疗保障局"


def test_killed_in_the_middle_it_goes_on_where_it_was_and_nothing_is_half_made(
    open_at: Callable[[], AtWindow], tmp_path: Path
) -> None:
    first = open_at()
    to_the_end(first, "1")
    first.keys.wait_until(
        lambda: (kept := load_answers(tmp_path / "new")) is not None and kept.step == "confirm",
        "the kept answers",
    )
    # The first program is left as a kill leaves it; what a cut-off set-up had written is there.
    entry = OperatorEntry("liming", "李明", "clerk")
    Vault(tmp_path / "new").add(entry, "another-password", bytes(32), SeededIds(1))
    (tmp_path / "new" / f"{DATABASE}.partial").write_bytes(b"half a file")
    at = open_at()
    screen = asked(at)
    assert screen.presenter.answers.step == "person"
    assert screen.form.operator.text() == "liming"
    for _ in range(3):
        at.keys.enter()
    at.keys.type(PASSWORD)
    at.keys.enter()
    at.keys.type(PASSWORD)
    at.keys.enter()
    at.keys.enter()
    signed_in(at)
    assert at.pages.session.operator == "liming"
    aside = [path.name for path in (tmp_path / "new").glob("vault-*.json")]
    assert len(aside) == 1
    # Killed before the centre was settled: it is asked again after the next sign-in.
    at.program.close()
    again = open_at()
    again.keys.wait_until(lambda: again.program.window.sign_in.form.operators.count() == 1, "who")
    again.keys.type(PASSWORD)
    again.keys.enter()
    signed_in(again)


def test_the_language_changes_at_once_and_every_step_goes_back(
    open_at: Callable[[], AtWindow],
) -> None:
    at = open_at()
    asked(at)
    at.keys.type("2")
    at.keys.settle()
    screen = asked(at)
    assert screen.form.title.text() == "First use"
    at.picture("first-english")
    at.keys.enter()
    at.keys.enter()
    assert "real" in screen.form.message_kind.words
    assert screen.form.kind.hasFocus()
    at.keys.type("2")
    at.keys.enter()
    at.keys.settle()
    assert cut_off(screen) == []
    at.keys.press(Key.Key_Escape, times=2)
    assert screen.form.language.hasFocus()


def test_no_key_reaches_what_the_first_run_covers(open_at: Callable[[], AtWindow]) -> None:
    at = open_at()
    screen = asked(at)
    visited = tab_round(at, screen)
    assert visited
    assert all(screen.isAncestorOf(part) for part in visited)
    assert set(visited) == set(take_the_cursor(screen))
    at.keys.press(Key.Key_F12)
    at.keys.press(Key.Key_4, Modifier.AltModifier)
    assert screen.isVisible()


def test_at_the_largest_size_nothing_is_cut_off(open_at: Callable[[], AtWindow]) -> None:
    at = open_at()
    screen = asked(at)
    at.program.look.apply("dark", "largest")
    at.keys.enter()
    at.keys.type("2")
    at.keys.enter()
    at.keys.settle()
    at.picture("first-largest")
    assert cut_off(screen) == []
    buttons = screen.form.next.geometry()
    assert screen.rect().contains(buttons.translated(screen.form.card.pos()))


def test_at_the_largest_size_a_mistake_is_in_sight(open_at: Callable[[], AtWindow]) -> None:
    at = open_at()
    screen = asked(at)
    at.program.look.apply("light", "largest")
    at.keys.enter()
    at.keys.type("1")
    at.keys.enter(2)
    at.keys.type("x")
    at.keys.enter(2)
    at.keys.settle()
    at.picture("first-largest-mistake")
    assert screen.form.county.hasFocus()
    for name in ("county", "township", "station_name"):
        line = getattr(screen.form, f"message_{name}")
        assert line.words
        assert line.height() >= line.sizeHint().height()
    line = screen.form.message_county
    assert screen.form.scroll.rect().contains(line.mapTo(screen.form.scroll, line.rect().center()))
