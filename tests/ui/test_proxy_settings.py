"""连接县中心的代理 on the settings page: chosen, tried and kept by keyboard; IT's comes first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from desktop.app.keyboard import Key, Keyboard
from desktop.base.clock import SystemClock
from desktop.base.errors import Unavailable
from desktop.base.ids import SystemIds
from desktop.domain.codes import Language
from desktop.domain.invented import DIVISION
from desktop.net.client import Client
from desktop.server import main as centre
from desktop.server.serving import EmbeddedCentre
from desktop.store.database import Store
from desktop.store.proxies import own_proxy
from desktop.sync.centre import identity, register
from desktop.sync.engine import direct
from desktop.ui.settings.proxy import ProxyDoing, ProxySettings, ProxyTyped
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.proxy import ProxyHere
from tests.helpers import desks
from tests.helpers.loopback_proxy import loopback_proxy
from tests.helpers.screens import session_of
from tests.helpers.stage import spoken
from tests.helpers.stations import DAY
from tests.ui.conftest import AtWindow
from tests.ui.test_access import nameless
from tests.ui.test_looks import cut_off


def card_of(at: AtWindow) -> ProxySettings:
    card = at.pages.settings.findChild(ProxySettings)
    assert isinstance(card, ProxySettings)
    return card


def test_tried_and_kept_and_used_by_the_background_at_once(
    at_window: AtWindow, tmp_path: Path
) -> None:
    at, data = at_window, tmp_path / "centre"
    centre.init(data, DIVISION, DAY, clock=SystemClock(), ids=SystemIds(), name="培训县")
    code = centre.make_code(data, DIVISION, clock=SystemClock(), ids=SystemIds())
    at.sign_in()
    store = at.pages.session.desk.store

    def known(held: Store, address: str) -> None:
        with Client(address, identity(held), SystemClock()) as client:
            # What only the proxy can find is its centre from now on.
            register(direct(held), client, "http://centre.invalid", code)

    with EmbeddedCentre(data) as running, loopback_proxy() as proxy:
        at.program.runner.wait_for("store", lambda: known(store, running.address))
        at.pages.go("settings")
        form = card_of(at).form
        at.keys.wait_until(lambda: form.way.code == "none", "the way that holds")
        assert not form.address.isEnabled()
        form.way.setFocus()
        at.keys.type("3")
        at.keys.enter()
        at.keys.type(proxy.address)
        for _ in range(3):
            at.keys.enter()
        assert form.try_.hasFocus()
        at.keys.press(Key.Key_Space)
        at.keys.wait_until(form.try_.isEnabled, "what came of it")
        assert "县中心" in form.message.words
        proxy.port = int(running.address.rpartition(":")[2])
        form.try_.setFocus()
        at.keys.press(Key.Key_Space)
        at.keys.wait_until(lambda: form.message.words == "连上了县中心", "the centre")
        kept = at.program.runner.wait_for("store", lambda: own_proxy(store))
        assert kept.kind == "none"
        form.keep.setFocus()
        at.keys.enter()
        at.keys.wait_until(lambda: "已保存，并连上了" in form.message.words, "that it is kept")
        kept = at.program.runner.wait_for("store", lambda: own_proxy(store))
        assert kept.address == proxy.address
        watch = at.program.watch
        assert watch is not None
        at.keys.wait_until(lambda: watch.state == "waiting", "an exchange through the proxy")
        at.pages.go("sync")
        at.keys.wait_until(
            lambda: at.pages.sync.form.proxy.text() == proxy.address, "the way on the page"
        )


class Line:
    """Does for the card what a test says."""

    def __init__(self, here: ProxyHere) -> None:
        self.here = here
        self.tried: list[ProxyTyped | None] = []
        self.error: Unavailable | None = None

    def doing(self) -> ProxyDoing:
        """Return what the card asks of it."""
        return ProxyDoing(lambda: self.here, self.keep, self.try_, lambda: None)

    def keep(self, typed: ProxyTyped) -> ProxyHere:
        """Keep what was typed."""
        self.here = ProxyHere(typed.way, typed.user, typed.password is not None, by_it=False)
        return self.here

    def try_(self, typed: ProxyTyped | None) -> None:
        """Answer, or say why not."""
        self.tried.append(typed)
        if self.error is not None:
            raise self.error


@pytest.fixture
def made(qapp: QApplication, look: Look) -> Iterator[list[ProxySettings]]:
    """Cards that were opened; they go when the test ends."""
    cards: list[ProxySettings] = []
    yield cards
    for card in cards:
        shiboken6.delete(card)
    qapp.processEvents()


def opened(made: list[ProxySettings], look: Look, line: Line, language: Language) -> ProxySettings:
    with desks.desk() as desk:
        card = ProxySettings(session_of(desk, language=language), line.doing())
    made.append(card)
    card.resize(1164, 260)
    look.dress(card)
    card.show()
    card.activateWindow()
    Keyboard.wait_until(card.isActiveWindow, "the card in front")
    return card


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("theme", "size"), [("light", "normal"), ("dark", "largest")])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    made: list[ProxySettings],
    look: Look,
    pictures: Path | None,
) -> None:
    with spoken(language):
        look.apply(theme, size)
        line = Line(ProxyHere("http://10.0.0.8:3128", "wang", has_password=True, by_it=False))
        line.error = Unavailable("PROXY_SIGN_IN", "no")
        card = opened(made, look, line, language)
        card.try_line()
        Keyboard(card).settle()
        if pictures is not None:
            card.grab().save(str(pictures / f"proxy-{theme}-{size}-{language}.png"))
        assert cut_off(card) == []
        assert nameless(card) == []
        assert card.form.password.text() == ""


def test_what_it_set_is_shown_and_tried_not_changed(made: list[ProxySettings], look: Look) -> None:
    line = Line(ProxyHere("http://10.0.0.8:3128", "", has_password=False, by_it=True))
    card = opened(made, look, line, "zh")
    form = card.form
    assert "信息部门" in form.message.words
    assert form.way.isReadOnly()
    assert not form.address.isEnabled()
    assert not form.keep.isEnabled()
    form.try_.click()
    assert line.tried == [None]
    assert form.message.words == "连上了县中心"
    assert not form.keep.isEnabled()


def test_an_address_left_empty_is_not_taken_for_none(made: list[ProxySettings], look: Look) -> None:
    line = Line(ProxyHere("none", "", has_password=False, by_it=False))
    card = opened(made, look, line, "zh")
    keys = Keyboard(card)
    card.form.way.setFocus()
    keys.type("3")
    card.form.try_.click()
    assert line.tried == [ProxyTyped("http://")]
    card.form.way.setFocus()
    keys.type("1")
    card.form.keep.click()
    assert line.here.text == "none"
