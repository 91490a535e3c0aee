"""The way to the centre through a real proxy on loopback, and every way a proxy can say no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SystemIds
from desktop.base.proxy import NO_PROXY, SYSTEM_PROXY, Proxy, read_proxy
from desktop.base.station_settings import NOTHING_SET, Given, StationSettings
from desktop.domain.invented import DIVISION
from desktop.net.client import Client
from desktop.server import main as centre
from desktop.server.serving import EmbeddedCentre
from desktop.store.database import Store
from desktop.store.proxies import own_proxy
from desktop.sync.centre import contact, identity, proxy_of, register
from desktop.sync.engine import direct, until_idle
from desktop.sync.operators import try_line
from desktop.usecases.desk import Desk
from desktop.usecases.proxy import choose_proxy, proxy_here
from tests.helpers.centre import new_station
from tests.helpers.loopback_proxy import LoopbackProxy, loopback_proxy
from tests.helpers.stations import DAY

FAR = "http://centre.invalid"
"""A name only the proxy can lead to."""
BY_IT = StationSettings({"Proxy": Given("http://10.0.0.8:3128", "policy", "HKLM")})


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A running centre's folder and port."""
    data = tmp_path / "centre"
    centre.init(data, DIVISION, DAY, clock=SystemClock(), ids=SystemIds(), name="培训县")
    with EmbeddedCentre(data) as running:
        yield data, int(running.address.rpartition(":")[2])


@pytest.fixture
def desk() -> Iterator[Desk]:
    store = new_station(1)
    yield Desk(store, shipped_law(), "wang", "王经办", "clerk")
    store.close()


def client(store: Store, proxy: Proxy) -> Client:
    return Client(FAR, identity(store), SystemClock(), proxy=proxy)


def registered(store: Store, data: Path, proxy: Proxy) -> None:
    code = centre.make_code(data, DIVISION, clock=SystemClock(), ids=SystemIds())
    with client(store, proxy) as line:
        register(direct(store), line, FAR, code)


def test_registered_and_exchanged_through_a_proxy_that_wants_a_password(
    served: tuple[Path, int], desk: Desk
) -> None:
    data, port = served
    with loopback_proxy(port) as proxy:
        proxy.user, proxy.password = "wang", "geheim:1"
        chosen = choose_proxy(desk, NOTHING_SET, proxy.address, " wang ", "geheim:1")
        registered(desk.store, data, chosen)
        at = contact(desk.store)
        assert at.proxy == own_proxy(desk.store) == chosen
        with at.client(SystemClock()) as line:
            assert list(until_idle(direct(desk.store), line, SystemClock()))[-1].idle
            try_line(direct(desk.store), line)
        assert all(first.startswith(f"POST {FAR}/") for first in proxy.asked)
        assert len(proxy.asked) > 2
        wrong = replace(at, proxy=replace(chosen, password="other"))
        with wrong.client(SystemClock()) as line, pytest.raises(Unavailable, match="PROXY_SIGN_IN"):
            try_line(direct(desk.store), line)


def test_the_systems_proxy_is_what_the_environment_names(
    served: tuple[Path, int], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, port = served
    with loopback_proxy(port) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        registered(desk.store, data, SYSTEM_PROXY)
        assert proxy.asked


def no(desk: Desk, proxy: Proxy, address: str = FAR) -> str:
    """Return the code of what asking through ``proxy`` comes to."""
    desk.store.set_setting("centre.url", address)
    desk.store.set_setting("centre.key", "00" * 32)
    with (
        Client(address, identity(desk.store), SystemClock(), proxy=proxy) as line,
        pytest.raises(Unavailable) as told,
    ):
        try_line(direct(desk.store), line)
    return told.value.code


def test_each_way_of_saying_no_has_its_own_words(desk: Desk) -> None:
    def through(held: LoopbackProxy) -> Proxy:
        return read_proxy(held.address)

    with loopback_proxy() as proxy:
        https = "https://centre.invalid"
        # Nothing listens where it leads: a gateway's own answer, a tunnel that was not dug.
        assert no(desk, through(proxy)) == "ANSWER_FOREIGN"
        assert no(desk, through(proxy), https) == "PROXY_REFUSED"
        assert proxy.asked[-1].startswith("CONNECT centre.invalid:443")
        proxy.says = 403
        assert no(desk, through(proxy), https) == "PROXY_REFUSED"
        proxy.user = "somebody"
        assert no(desk, through(proxy), https) == "PROXY_SIGN_IN"
        gone = through(proxy)
    assert no(desk, gone) == "PROXY_UNREACHABLE"


def test_a_system_that_names_a_socks_proxy_is_told_and_nothing_breaks(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")
    with pytest.raises(Refused, match="PROXY_KIND"):
        client(desk.store, SYSTEM_PROXY)


class TestChosen:
    def test_what_it_set_comes_first_and_is_not_changed_here(self, desk: Desk) -> None:
        choose_proxy(desk, NOTHING_SET, "system")
        assert proxy_of(desk.store) == SYSTEM_PROXY
        assert proxy_of(desk.store, BY_IT).address == "http://10.0.0.8:3128"
        here = proxy_here(desk, BY_IT)
        assert (here.text, here.by_it) == ("http://10.0.0.8:3128", True)
        with pytest.raises(Refused, match="PROXY_GIVEN"):
            choose_proxy(desk, BY_IT, "none")
        older = StationSettings({"SystemProxy": Given("no", "file", "station.toml")})
        assert proxy_of(desk.store, older) == NO_PROXY

    def test_the_password_stays_in_the_file_and_with_its_proxy(self, desk: Desk) -> None:
        choose_proxy(desk, NOTHING_SET, "10.0.0.8:3128", "wang", "secret")
        assert proxy_here(desk, NOTHING_SET).has_password
        assert "secret" not in repr(own_proxy(desk.store))
        assert choose_proxy(desk, NOTHING_SET, "http://10.0.0.8:3128", "wang").password == "secret"
        # To another machine or another name it is not sent.
        assert choose_proxy(desk, NOTHING_SET, "http://10.0.0.9:3128", "wang").password == ""
        choose_proxy(desk, NOTHING_SET, "none")
        assert not proxy_here(desk, NOTHING_SET).has_password

    def test_a_station_of_an_earlier_version_keeps_its_way(self, desk: Desk) -> None:
        assert own_proxy(desk.store) == NO_PROXY
        desk.store.set_setting("centre.system_proxy", "1")
        assert own_proxy(desk.store) == SYSTEM_PROXY

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("http://u:p@10.0.0.8:3128", "PROXY_PASSWORD_PLACE"),
            ("http://u@10.0.0.8:3128", "PROXY_PASSWORD_PLACE"),
            ("https://10.0.0.8:3128", "PROXY_FORM"),
            ("socks5://10.0.0.8:1080", "PROXY_FORM"),
            ("http://10.0.0.8", "PROXY_FORM"),
            ("http://:3128", "PROXY_FORM"),
            ("http://10.0.0.8:99999", "PROXY_FORM"),
            ("http://10.0.0.8:3128/path", "PROXY_FORM"),
            ("http://a b:1", "PROXY_FORM"),
            ("http://主机:1", "PROXY_FORM"),
            ("http://[::1:3128", "PROXY_FORM"),
            ("http://" + "a" * 300 + ":1", "PROXY_FORM"),
        ],
    )
    def test_what_is_none_is_refused(self, text: str, code: str) -> None:
        with pytest.raises(Refused, match=code):
            read_proxy(text)
