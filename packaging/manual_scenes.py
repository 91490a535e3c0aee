"""A morning at a training desk, picture by picture: what `manual_pictures.py` has made."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.app import demo
from desktop.app.drive import SIZE, enter_member, family
from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.app.law import shipped_law
from desktop.app.preferences import save_preferences
from desktop.app.window import make_application, start
from desktop.app.wiring import DeskProgram
from desktop.base.clock import SystemClock
from desktop.base.ids import SeededIds, SystemIds
from desktop.domain import codes
from desktop.domain.codes import Language
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.invented import DIVISION, invented_number
from desktop.net.client import Client
from desktop.server import main as centre
from desktop.server.serving import EmbeddedCentre
from desktop.sync.centre import identity, register
from desktop.sync.engine import direct, until_idle
from desktop.ui.settings.preferences import Preferences
from desktop.ui.shell.desk_pages import DeskPages
from desktop.ui.shell.view import place_key
from desktop.usecases.desk import NewStation, open_training_desk, set_up_station
from desktop.usecases.households import save_household
from PySide6.QtWidgets import QWidget  # noqa: TID251 - a camera for widgets

MORNING = datetime(2026, 11, 16, 2, 30, tzinfo=UTC)
"""Half past ten in China, whenever the pictures are made."""

PORT = 48_443
"""The centre's, which the exchange's page shows."""

EDGE = 12
"""Pixels around a part of the window."""


def play(language: Language, into: Path) -> None:
    """Do the morning's work in ``language`` and leave a picture of each scene in ``into``."""
    _stand_still()
    demo.hush_offscreen_qt()
    # Always of the same name, since the screens show it.
    folder = Path(tempfile.gettempdir()) / "canbao-manual"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        _first_use(folder / "new", language, into)
        _morning(folder, language, into)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _stand_still() -> None:
    """Let the clock stand, and chance be the same every time."""
    ids = SeededIds(2021)
    SystemClock.now = lambda self: MORNING  # type: ignore[method-assign]
    SystemIds.new_id = lambda self: ids.new_id()  # type: ignore[method-assign]
    SystemIds.random_bytes = (  # type: ignore[method-assign]
        lambda self, count: ids.random_bytes(count)
    )


class _Stage:
    """A window over a folder, hands on its keyboard, and a camera."""

    def __init__(self, folder: Path, language: Language, into: Path, hint: tuple[str, str]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        save_preferences(folder, Preferences(language=language))
        self._into = into
        self.papers = folder / "papers"
        self.program: DeskProgram = start(make_application(), folder, hint, papers=self.papers)
        self.window = self.program.window
        self.keys = Keyboard(self.window)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()

    @property
    def pages(self) -> DeskPages:
        """The signed-in desk's screens."""
        assert self.window.pages is not None
        return self.window.pages

    @property
    def page(self) -> QWidget:
        """What is beside the navigation."""
        return self.window.form.pages

    def take(self, name: str, part: QWidget | None = None) -> None:
        """Keep a picture of the window, or of a part of it with a little around."""
        self.keys.settle()
        shown = self.window.grab()
        if part is not None:
            corner = part.mapTo(self.window, part.rect().topLeft())
            edge = 0 if part is self.page else EDGE
            around = part.rect().translated(corner).adjusted(-edge, -edge, edge, edge)
            shown = shown.copy(around.intersected(self.window.rect()))
        shown.save(str(self._into / f"{name}.png"))

    def go(self, place: str) -> None:
        """Go to a place."""
        self.pages.go(place)
        self.keys.settle()
        self.keys.settle()

    def end(self) -> None:
        """Close the window."""
        self.window.hide()
        self.program.close()


def _first_use(folder: Path, language: Language, into: Path) -> None:
    """Make an empty folder a station, up to the last question."""
    stage = _Stage(folder, language, into, ("", ""))
    keys, first = stage.keys, stage.program.first_run
    keys.wait_until(lambda: first.screen is not None, "the first run")
    screen = first.screen
    assert screen is not None
    keys.settle()
    keys.enter()
    keys.wait_until(lambda: bool(screen.counties), "the counties")
    keys.type("1")
    stage.take("first-kind", screen.form.card)
    keys.enter()
    keys.settle()
    keys.type("chuxiongshi")
    keys.enter()
    keys.type("101")
    keys.enter()
    keys.type("东瓜镇医保服务站")
    stage.take("first-place", screen.form.card)
    keys.enter()
    keys.type("liming")
    keys.enter()
    keys.type("李明")
    keys.enter()
    keys.type("3")
    stage.take("first-person", screen.form.card)
    stage.end()


def _morning(folder: Path, language: Language, into: Path) -> None:
    clock, ids, data = SystemClock(), SystemIds(), folder / "centre"
    centre.init(data, DIVISION, demo.TRAINING_DAY, clock=clock, ids=ids, name="培训县医疗保障局")
    with EmbeddedCentre(data, port=PORT) as running:
        code = centre.make_code(data, DIVISION, clock=clock, ids=ids)
        demo.prepare(folder / "station", running.address, code)
        code = centre.make_code(data, DIVISION, clock=clock, ids=ids)
        _next_township(folder / "next", running.address, code)
        stage = _Stage(folder / "station", language, into, (demo.OPERATOR, demo.PASSWORD))
        _sign_in(stage)
        _household(stage)
        _pay(stage)
        _places(stage)
        stage.end()


def _next_township(folder: Path, address: str, code: str) -> None:
    """Somebody of the family was entered in the next township already: a case for a person."""
    clock, ids = SystemClock(), SystemIds()
    new = NewStation(DIVISION + "002", "培训县第二镇医保服务站", "trainer", "李培训", demo.PASSWORD,
                     training_day=demo.TRAINING_DAY)  # fmt: skip
    set_up_station(folder, new, clock, ids)
    desk = open_training_desk(folder, law=shipped_law(), clock=clock, ids=ids)
    head = family(demo.TRAINING_DAY)[0]
    member = MemberInput(name=head.name, document_number=head.number, relation=codes.HEAD)
    save_household(
        desk,
        HouseholdInput(
            division=DIVISION + "002001",
            campaign_year=demo.TRAINING_DAY.year,
            number="002001-0007",
            address="培训县第二镇一组7号",
            members=(member,),
        ),
    )
    lane = direct(desk.store)
    with Client(address, identity(desk.store), clock) as client:
        register(lane, client, address, code)
        for _ in until_idle(lane, client, clock):
            pass
    desk.store.close()


def _sign_in(stage: _Stage) -> None:
    keys, window = stage.keys, stage.window
    keys.wait_until(lambda: bool(window.sign_in.form.password.text()), "the sign-in screen")
    stage.take("sign-in", window.sign_in.form.card)
    keys.enter()
    keys.wait_until(lambda: window.pages is not None, "the signed-in desk")
    keys.settle()


def _household(stage: _Stage) -> None:
    _mistake(stage)
    keys, screen = stage.keys, stage.pages.enrol
    _head(stage)
    for row in family(demo.TRAINING_DAY):
        enter_member(keys, row)
    keys.settle()
    stage.take("household", stage.page)
    keys.press(Key.Key_Backtab)
    detail = screen.detail
    detail.form.circumstances.setFocus()
    keys.type("1")
    stage.take("newborn", stage.page)
    keys.press(Key.Key_F4)
    keys.press(Key.Key_F8)
    stage.take("why", stage.page)
    keys.press(Key.Key_F8)
    screen.table.rows[0].form.name.setFocus()
    keys.press(Key.Key_F1)
    keys.settle()
    stage.take("help")
    keys.press(Key.Key_F1, times=2)
    stage.window.help.shut()


def _head(stage: _Stage) -> None:
    """Fill in what a household has, from its number to the first member's name."""
    keys = stage.keys
    stage.pages.enrol.form.number.setFocus()
    keys.type("001001-0127")
    keys.enter()
    keys.press(Key.Key_Space)
    keys.enter()
    for text in ("三组28号", "13800000000"):
        keys.type(text)
        keys.enter()


def _mistake(stage: _Stage) -> None:
    """Type one digit of a number wrong, look, and begin anew."""
    keys = stage.keys
    _head(stage)
    keys.type(family(demo.TRAINING_DAY)[0].name)
    keys.enter(2)
    right = invented_number(date(1975, 3, 12), 320, codes.MALE)
    keys.type(right[:-1] + ("0" if right[-1] != "0" else "1"))
    keys.enter()
    keys.settle()
    stage.take("mistake", stage.page)
    keys.press(Key.Key_Escape)
    keys.settle()


def _pay(stage: _Stage) -> None:
    keys, pages = stage.keys, stage.pages
    shown: list[object] = []
    pages.receipt_shown.connect(shown.append)
    keys.press(Key.Key_F12)
    keys.wait_until(lambda: pages.payment is not None, "the payment sheet")
    keys.settle()
    stage.take("payment", stage.page)
    keys.press(Key.Key_F12)
    keys.wait_until(lambda: bool(shown), "the receipt on the screen")
    sheet = pages.payment
    assert sheet is not None
    keys.wait_until(lambda: ".pdf" in sheet.form.paperMessage.words, "the counted print")
    keys.settle()
    stage.take("receipt", stage.page)
    keys.enter()


def _places(stage: _Stage) -> None:
    keys, watch = stage.keys, stage.program.watch
    assert watch is not None
    keys.press(Key.Key_F5)
    keys.wait_until(lambda: watch.state == "waiting", "the end of the exchange")
    keys.press(place_key("roster"), Modifier.AltModifier)
    keys.settle()
    keys.type("001001")
    keys.settle()
    keys.enter()
    keys.settle()
    keys.settle()
    stage.take("roster", stage.page)
    _lists(stage)
    for place in (
        "find", "receipts", "closing", "progress", "sync", "cases", "law", "settings",
    ):  # fmt: skip
        stage.go(place)
        if place == "find":
            keys.type("wang")
        keys.settle()
        stage.take(place, stage.page)


def _lists(stage: _Stage) -> None:
    """Look a list of the civil affairs office over, then the checks beside it."""
    from desktop.ui.audit.view import AuditTab
    from desktop.ui.lists.view import ListsScreen
    from desktop.ui.lists.wizard.view import WizardTab

    keys = stage.keys
    stage.go("lists")
    [page] = stage.window.findChildren(ListsScreen)
    wizard = page.tab("import")
    assert isinstance(wizard, WizardTab)
    wizard.presenter.pick(_list_of_allowances(stage))
    keys.wait_until(lambda: wizard.presenter.found is not None, "the rows of the list")
    keys.settle()
    wizard.presenter.choose("department", "civil_affairs")
    keys.wait_until(wizard.act.isVisible, "the list read for its department")
    keys.settle()
    stage.take("lists", stage.page)
    wizard.presenter.give_up()
    page.go("audit")
    audit = page.tab("audit")
    assert isinstance(audit, AuditTab)
    audit.modes["paid-not-handed"].click()
    keys.wait_until(audit.table.isVisible, "what the check found")
    keys.settle()
    stage.take("audit", stage.page)


def _list_of_allowances(stage: _Stage) -> Path:
    """Write a list as an office does: a bare month, an apostrophe, a number cut off, a stranger."""
    session, told = stage.program.session, list[tuple[str, str]]()
    assert session is not None
    store = session.desk.store
    listed = "SELECT name, document_number FROM people WHERE length(document_number) = 18 LIMIT 9"
    stage.program.runner.submit(
        "store",
        lambda: [(str(name), str(number)) for name, number in store.connection.execute(listed)],
        owner=stage.window,
        done=told.extend,
    )
    stage.keys.wait_until(lambda: bool(told), "some residents")
    stranger = ("张新人", invented_number(date(1990, 1, 1), 401, codes.FEMALE))
    rows = [[name, number, "农村低保", "2021-03-01"] for name, number in (*told, stranger)]
    rows[1][3] = "2021年3月"
    rows[2][1] = f"'{rows[2][1]}"
    rows[4][1] = rows[4][1][:12]
    path = stage.papers.parent / "2021年11月低保对象.csv"
    lines = [",".join(row) for row in (["姓名", "身份证号", "救助类别", "认定时间"], *rows)]
    path.write_text("\r\n".join(lines), encoding="gb18030", newline="")
    return path
