"""How the exchange's page looks: empty, busy, in trouble; every theme, size and language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.domain.codes import Language
from desktop.store import exchange
from desktop.sync.engine import ExchangeReport
from desktop.ui.session import Session
from desktop.ui.sync_status.page import Told
from desktop.ui.sync_status.presenter import SyncWords
from desktop.ui.sync_status.view import SyncScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.status import desk_status
from tests.helpers import desks
from tests.helpers.desks import SON, with_members
from tests.helpers.screens import session_of
from tests.helpers.stage import spoken
from tests.ui.test_looks import cut_off
from tests.ui.test_money_looks import ROOM, SIZES

REPORT = ExchangeReport(
    pushed=3,
    accepted=3,
    already=0,
    cases=0,
    pulled=5,
    pending=0,
    cursor=5300,
    bytes_out=1,
    bytes_in=1,
)


@pytest.fixture(params=["zh", "en"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    language: Language = request.param
    with spoken(language), desks.desk(numbers=30) as desk:
        yield session_of(desk, language=language)


def busy(session: Session) -> None:
    """Let something wait, and let exchanges have been."""
    desk = session.desk
    saved = save_household(desk, with_members(SON, number="001001-0002"))
    take_payment(desk, PaymentInput(saved.household_id, "cash", 32_000))
    with desk.store.transaction():
        for hour in range(1, 9):
            at = f"2021-11-15T0{hour}:12:30.000Z"
            code = ("done", "CENTRE_UNREACHABLE", "done", "CENTRE_SLOW")[hour % 4]
            figures = f'{{"answered":{hour * 7},"cases":{hour % 3},"feed":{hour * 130}}}'
            exchange.log_exchange(desk.store, at, code, figures if code == "done" else "{}")


STATES: dict[str, tuple[str, CanbaoError | None, ExchangeReport | None]] = {
    "empty": ("unregistered", Refused("NOT_REGISTERED", ""), None),
    "filling": ("waiting", None, replace(REPORT, head=21_000, more=True)),
    "trouble": (
        "waiting",
        None,
        replace(REPORT, forked=True, clock_off_s=-400 * 86_400, stopped="EVENT_SIGNATURE"),
    ),
    "offline": ("offline", Unavailable("CENTRE_UNREACHABLE", ""), None),
    "refused": ("refused", Refused("STATION_UNKNOWN", ""), None),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_and_the_page_fits(
    state: str,
    theme: ThemeName,
    size: TextSize,
    session: Session,
    look: Look,
    qapp: QApplication,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    if state != "empty":
        busy(session)
    screen = shown(session, look, state)
    screen.resize(*ROOM[size])
    look.dress(screen)
    screen.show()
    for _ in range(3):
        qapp.processEvents()
    if pictures is not None:
        screen.grab().save(
            str(pictures / f"sync-{state}-{theme}-{size}-{session.messages.language}.png")
        )
    found, least = cut_off(screen), screen.minimumSizeHint()
    shiboken6.delete(screen)
    assert found == []
    assert (least.width() <= ROOM[size][0], least.height() <= ROOM[size][1]) == (True, True)


def shown(session: Session, look: Look, state: str) -> SyncScreen:
    name, error, report = STATES[state]
    status = desk_status(session.desk)
    told: Told = [("10:20:30", report, error)] if error or report else []
    words = SyncWords(session.messages)
    screen = SyncScreen(session.messages, look)
    in_s = 75 if name in ("waiting", "offline") else None
    screen.show_state(
        words.shown(name, error, status, in_s), words.page(status, told, name), running=False
    )
    return screen


def test_a_fill_can_be_stopped_by_keyboard_and_the_cursor_stays_on_the_page(
    session: Session, look: Look, qapp: QApplication
) -> None:
    busy(session)
    screen = shown(session, look, "filling")
    screen.resize(*ROOM["normal"])
    screen.show()
    qapp.processEvents()
    asked: list[bool] = []
    screen.pause_asked.connect(lambda: asked.append(True))
    screen.form.fillStop.setFocus()
    screen.form.fillStop.click()
    assert asked == [True]
    words = SyncWords(session.messages)
    status = desk_status(session.desk)
    screen.show_state(
        words.shown("paused", None, status, None), words.page(status, [], "paused"), running=False
    )
    qapp.processEvents()
    assert not screen.form.fillBar.isVisible()
    assert screen.form.sync.hasFocus() or not screen.isActiveWindow()
    shiboken6.delete(screen)
