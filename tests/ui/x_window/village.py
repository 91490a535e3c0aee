"""The roll-over of a village of thirty, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain import codes
from desktop.domain.roster import Band
from tests.ui.x_window.day import ENROL, NEXT_VILLAGE, ROSTER, Clerk
from tests.ui.x_window.display import wait_until

HOUSEHOLDS = 30


def roll_over(clerk: Clerk) -> None:
    """Renew, a death, a refusal, an employee, an undo, two payments: each is in the store."""
    rolling = _open(clerk)
    renewed = rolling.step(("space",))
    assert {one.state for one in renewed.members} == {"renewed"}
    rolling.went_on()
    died = rolling.step(("d", "1"), "20211001").members[0]
    assert (died.state, died.noted) == ("dead", "2021-10-01")
    refused = rolling.step(("j", "0"), "JB-08")
    assert {(one.reason, one.noted) for one in refused.members} == {(codes.REFUSED, "JB-08")}
    rolling.went_on()
    employed = rolling.step(("Right", "z"))
    assert employed.members[0].reason == codes.EMPLOYEE_COVER
    clerk.program.picture("roster-steps")
    clerk.hands.press("Escape")
    before = rolling.step(("space",))
    # Undo brings the cursor back to the household it was on.
    undone = rolling.press(before, ("u",))
    assert {one.state for one in undone.members} == {"open"}
    clerk.program.picture("roster-undone")
    rolling.collect(undone)
    rolling.collect(rolling.go_on())
    paid = [band for band in clerk.program.bands() if band.collected_fen]
    assert len(paid) == 2
    clerk.program.picture("roster-collected")
    clerk.hands.press("alt+1")
    clerk.program.await_title(ENROL)
    clerk.done.append("village rolled over")


def _open(clerk: Clerk) -> _Rolling:
    """Go to the village's roster."""
    program, hands = clerk.program, clerk.hands
    bands = program.bands()
    assert len(bands) == HOUSEHOLDS
    hands.press("alt+2")
    program.await_title(ROSTER)
    hands.settle()
    before = hands.pixels()
    hands.type(NEXT_VILLAGE)
    hands.press("Return")
    hands.changes(before, "the bands")
    program.picture("roster")
    return _Rolling(clerk, bands, iter([band for band in bands if _plain(band)]))


@dataclass(slots=True)
class _Rolling:
    """Where the cursor is in the village."""

    clerk: Clerk
    bands: tuple[Band, ...]
    wanted: Iterator[Band]
    place: int = 0

    def go_on(self) -> Band:
        """Move the cursor to the next household in which nobody asks for a look."""
        band = next(self.wanted)
        to = self.bands.index(band)
        self.clerk.hands.settle()
        if to > self.place:
            self.clerk.hands.press(*["Down"] * (to - self.place))
        self.place = to
        return band

    def went_on(self) -> None:
        """Note that the last key moved the cursor to the household below."""
        self.place += 1

    def step(self, keys: tuple[str, ...], typed: str = "") -> Band:
        """Do something to the next household."""
        return self.press(self.go_on(), keys, typed)

    def press(self, band: Band, keys: tuple[str, ...], typed: str = "") -> Band:
        """Press keys on a household and return it once the store has what they did."""
        program, hands = self.clerk.program, self.clerk.hands
        before = program.events
        hands.press(*keys)
        if typed:
            hands.type(typed)
            hands.press("Return")
        wait_until(lambda: program.events > before, f"{keys} on household {band.number}")
        return next(one for one in program.bands() if one.household_id == band.household_id)

    def collect(self, band: Band) -> None:
        """Take the money of the household the cursor is on; the cursor goes on."""
        clerk = self.clerk
        clerk.hands.settle()
        clerk.hands.press("F12")
        clerk.take_money(sum(one.net_fen or 0 for one in band.members))
        clerk.program.await_title(ROSTER)
        self.went_on()


def _plain(band: Band) -> bool:
    """Tell whether one key renews the whole household: nobody in it asks for a look."""
    return len(band.members) > 1 and all(one.renewable and one.net_fen for one in band.members)
