"""A roll-over by keyboard alone, through the real window, store, law and printer's folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from desktop.app.drive import Row, enter_member
from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.domain import codes
from desktop.domain.events import Event
from desktop.domain.roster import Band
from desktop.store.verify import verify
from desktop.ui.roster.view import RosterScreen
from desktop.ui.shell.view import place_key
from desktop.usecases.desk import Desk
from desktop.usecases.roster import load_bands
from tests.helpers.desks import receipts_of
from tests.helpers.rosters import FULL_FEN, YEAR, settle_village
from tests.ui.conftest import AtWindow

HOUSEHOLDS = 30


def open_village(at: AtWindow, households: int = HOUSEHOLDS) -> RosterScreen:
    """Sign in, settle a village whose year is over, go to its roster by keys."""
    at.sign_in()
    desk = at.pages.session.desk
    at.program.runner.wait_for("store", lambda: settle_village(desk, households))
    at.keys.press(place_key("roster"), Modifier.AltModifier)
    screen = at.pages.roster
    assert screen.form.division.hasFocus()
    screen.presenter.open_division("539999001001")
    at.keys.wait_until(
        lambda: screen.presenter.count == households and screen.presenter.model.complete,
        "the bands",
    )
    assert QApplication.focusWidget() is screen.form.bands
    return screen


def facts(desk: Desk) -> list[Event]:
    """Return the events of the roll-over, in order."""
    rows = desk.store.connection.execute("SELECT body FROM events ORDER BY pos")
    return [msgspec.json.decode(row["body"], type=Event) for row in rows]


@dataclass(slots=True)
class Rolling:
    """A roll-over under way: the window, the screen, and hands on the keyboard."""

    at: AtWindow
    screen: RosterScreen

    @property
    def keys(self) -> Keyboard:
        """The hands."""
        return self.at.keys

    def press(self, key: Key, times: int = 1) -> None:
        """Press a key without a modifier."""
        self.keys.press(key, times=times)

    def control(self, key: Key) -> None:
        """Press a key with Ctrl."""
        self.keys.press(key, Modifier.ControlModifier)

    def here(self) -> Band:
        """Return the band under the cursor."""
        band = self.screen.presenter.model.band
        assert band is not None
        return band

    def settled(self) -> None:
        """Wait until every step is durable."""
        model = self.screen.presenter.model
        self.keys.wait_until(lambda: not model.busy, "the durable steps")

    def stored(self, household: str) -> Band:
        """Return a band as the store has it."""
        self.settled()
        desk = self.at.pages.session.desk
        found = self.at.program.runner.wait_for(
            "store", lambda: load_bands(desk, [household], YEAR)
        )
        return found[0]


def test_a_village_of_thirty_is_rolled_over_by_keyboard_alone(at_window: AtWindow) -> None:
    rolling = Rolling(at_window, open_village(at_window))
    model = rolling.screen.presenter.model
    at_window.picture("roster-1-open")
    first = rolling.here()
    assert (first.number, first.price_fen) == ("1", 3 * FULL_FEN)
    # Keys run ahead of the store: five households, five keys.
    rolling.press(Key.Key_Space, times=5)
    assert rolling.here().number == "6"
    rolling.settled()
    assert model.totals.done == 5
    at_window.picture("roster-2-renewed")

    a_death(rolling)
    an_employee(rolling)
    a_refusal(rolling)
    an_undo(rolling)
    a_newborn(rolling)
    for number in ("11", "12"):
        a_payment(rolling, number)
    assert rolling.here().number == "13"
    at_window.picture("roster-4-collected")

    # The rest in one batch: numbers first.
    rolling.control(Key.Key_A)
    assert "18 户" in rolling.screen.form.batchPlan.text()
    rolling.keys.enter()
    message = rolling.screen.form.message
    rolling.keys.wait_until(lambda: "整批续保完成" in message.words, "the batch")
    assert model.totals.done == model.totals.households == HOUSEHOLDS
    at_window.picture("roster-5-done")
    check_store(at_window, at_window.papers / "check")


def a_death(rolling: Rolling) -> None:
    """Household 6: the head died; a wrong day is said and typed again."""
    band = rolling.here()
    rolling.press(Key.Key_D)
    rolling.keys.type("1")
    rolling.keys.type("20211399")
    rolling.keys.enter()
    assert "20211115" in rolling.screen.ask_bar.hint.words
    rolling.control(Key.Key_A)
    rolling.keys.type("20211001")
    rolling.keys.enter()
    assert rolling.here().number == "6"
    rolling.press(Key.Key_Space)
    found = rolling.stored(band.household_id)
    assert [one.state for one in found.members] == ["dead", "renewed"]
    assert found.members[0].noted == "2021-10-01"


def an_employee(rolling: Rolling) -> None:
    """Household 7: the child is an employee, chosen with the arrow."""
    band = rolling.here()
    rolling.press(Key.Key_Right, times=2)
    rolling.press(Key.Key_Z)
    rolling.press(Key.Key_Space)
    found = rolling.stored(band.household_id)
    assert [one.state for one in found.members] == ["renewed", "not_enrolled", "renewed"]
    assert found.members[1].reason == codes.EMPLOYEE_COVER


def a_refusal(rolling: Rolling) -> None:
    """Household 8 refuses as a whole, with a paper."""
    band = rolling.here()
    rolling.press(Key.Key_J)
    rolling.keys.type("0")
    rolling.keys.type("JB-08")
    rolling.keys.enter()
    assert rolling.here().number == "9"
    found = rolling.stored(band.household_id)
    assert {(one.reason, one.noted) for one in found.members} == {(codes.REFUSED, "JB-08")}


def an_undo(rolling: Rolling) -> None:
    """Household 9 is abroad, by the list of reasons; or so it seemed."""
    keys, band = rolling.keys, rolling.here()
    rolling.press(Key.Key_R)
    keys.type("0")
    keys.type("7")
    assert {one.reason for one in rolling.stored(band.household_id).members} == {"abroad"}
    # Undo brings the cursor back to it; redo does it again; undo once more and renew.
    rolling.press(Key.Key_U)
    keys.wait_until(lambda: rolling.here() == band, "the undo")
    rolling.control(Key.Key_Y)
    keys.wait_until(lambda: rolling.here().undecided == 0, "the redo")
    rolling.control(Key.Key_Z)
    keys.wait_until(lambda: rolling.here() == band, "the second undo")
    rolling.press(Key.Key_Space)
    assert rolling.here().number == "10"


def a_newborn(rolling: Rolling) -> None:
    """Household 10 has a child: entered on the household screen, back to the same band."""
    keys, screen, pages = rolling.keys, rolling.screen, rolling.at.pages
    band, enrol = rolling.here(), rolling.at.pages.enrol
    rolling.press(Key.Key_A)
    keys.wait_until(
        lambda: (
            pages.here == "enrol"
            and len(enrol.presenter.household.members) == len(band.members)
            and enrol.table.rows[-1].form.name.hasFocus()
        ),
        "the household with a new row",
    )
    enter_member(keys, NEWBORN)
    rolling.press(Key.Key_F9)
    keys.wait_until(lambda: pages.here == "roster", "the way back")
    keys.wait_until(lambda: len(rolling.here().members) == len(band.members) + 1, "the child")
    assert rolling.here().household_id == band.household_id
    assert QApplication.focusWidget() is screen.form.bands
    rolling.at.picture("roster-3-newborn")
    assert [one.state for one in rolling.here().members] == ["renewed"] * 3
    rolling.press(Key.Key_Down)


def a_payment(rolling: Rolling, number: str) -> None:
    """Households 11 and 12 pay at once: renewed by the same key, then on to the next band."""
    keys, pages = rolling.keys, rolling.at.pages
    assert rolling.here().number == number
    rolling.press(Key.Key_F12)
    keys.wait_until(lambda: pages.payment is not None, "the payment sheet")
    sheet = pages.payment
    assert sheet is not None
    keys.enter(3)
    keys.enter()
    keys.wait_until(lambda: "已打印" in sheet.form.paperMessage.words, "the receipt")
    keys.enter()
    keys.wait_until(lambda: pages.here == "roster", "the roster")
    rolling.settled()


NEWBORN = Row(
    "培训新生", "P530000077", "4", birth_certificate=True, birth=date(2021, 10, 20), sex_digit="2"
)


def check_store(at: AtWindow, scratch: Path) -> None:
    """Prove the file, the receipts, and that every step was one event."""
    desk = at.pages.session.desk
    checked = at.program.runner.wait_for("store", lambda: verify(desk.store, scratch))
    assert checked.ok, checked
    assert (checked.payments, checked.used) == (2, 2)
    told = at.program.runner.wait_for("store", lambda: facts(desk))
    operators = {event.operator for event in told if event.operator}
    assert "trainer" in operators
    receipts = at.program.runner.wait_for("store", lambda: receipts_of(desk))
    assert len(receipts) == 2
