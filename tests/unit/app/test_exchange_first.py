"""The way out of a sign-in that has expired: the right password, a line, and one more try."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.app.exchange_first import signed_in
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SystemIds
from desktop.domain.invented import DIVISION
from desktop.net.client import Client
from desktop.server import main
from desktop.server.config import Config, SignIn
from desktop.server.serving import EmbeddedCentre
from desktop.sync.centre import identity, register
from desktop.sync.engine import direct
from desktop.usecases.desk import Desk, NewStation, open_desk, set_up_station

PASSWORD = "口令-2026-abc"
LONG_AGO = "2020-01-01T00:00:00.000Z"


@dataclass(slots=True)
class Away:
    """A station whose last exchange was years ago."""

    folder: Path
    centre: EmbeddedCentre

    def sign_in(self) -> Desk:
        return open_desk(
            self.folder, "li", PASSWORD, law=shipped_law(), clock=SystemClock(), ids=SystemIds()
        )


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Away]:
    clock, ids, data = SystemClock(), SystemIds(), tmp_path / "centre"
    main.init(data, DIVISION, None, clock=clock, ids=ids)
    code = main.make_code(data, DIVISION, clock=clock, ids=ids)
    folder = tmp_path / "station"
    set_up_station(folder, NewStation(DIVISION, "县局", "li", "李", PASSWORD, "it"), clock, ids)
    config = Config(sign_in=SignIn(offline_days=30))
    with EmbeddedCentre(data, config=config) as centre:
        made = Away(folder, centre)
        desk = made.sign_in()
        with Client(centre.address, identity(desk.store), clock) as client:
            register(direct(desk.store), client, centre.address, code)
        with desk.store.transaction():
            desk.store.set_setting("access.offline_days", "30")
            desk.store.set_setting("exchange.last", LONG_AGO)
        desk.store.close()
        yield made


def test_with_a_line_the_right_password_is_enough(away: Away) -> None:
    with pytest.raises(Refused, match="SIGN_IN_EXPIRED"):
        away.sign_in()
    desk = signed_in(away.folder, "li", PASSWORD, away.sign_in)
    assert desk.store.setting("exchange.last") != LONG_AGO
    assert desk.store.setting("access.offline_days") == "30"
    desk.store.close()
    away.sign_in().store.close()


def test_without_a_line_the_reason_stays_what_it_was(away: Away) -> None:
    away.centre.__exit__(None, None, None)
    with pytest.raises(Refused, match="SIGN_IN_EXPIRED") as caught:
        signed_in(away.folder, "li", PASSWORD, away.sign_in)
    assert caught.value.values["days"] == 30


def test_a_wrong_password_asks_nobody(away: Away) -> None:
    tries: list[int] = []

    def wrong() -> Desk:
        tries.append(1)
        raise Refused("PASSWORD_WRONG", "wrong", left=4)

    with pytest.raises(Refused, match="PASSWORD_WRONG"):
        signed_in(away.folder, "li", "x", wrong)
    assert len(tries) == 1
    with pytest.raises(Unavailable):
        signed_in(away.folder, "li", PASSWORD, _broken)


def _broken() -> Desk:
    raise Unavailable("DISK_FAILED", "x")
