"""The roster's screen alone, over a desk in memory, every lane inline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import msgspec
import pytest

from desktop.app.keyboard import Keyboard
from desktop.domain.codes import Language
from desktop.domain.facts import OtherCover, Recognition
from desktop.ui.roster.view import RosterScreen
from desktop.ui.theme.look import Look
from desktop.usecases.desk import Desk
from tests.helpers import desks
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.rosters import settle_village
from tests.helpers.screens import session_of
from tests.helpers.stage import stage
from tests.helpers.stations import VILLAGE

EXPIRED = Recognition(code="subsistence_allowance", area="rural", valid_to="2021-01-01")
VALID = msgspec.structs.replace(EXPIRED, valid_to=None)
EMPLOYED = OtherCover(scheme="employee", status="active")


@dataclass(slots=True)
class At:
    """The roster's screen alone, every lane inline."""

    screen: RosterScreen
    keys: Keyboard
    desk: Desk
    runner: InlineRunner

    @property
    def states(self) -> list[str]:
        """Where the people of the band under the cursor stand, as the screen shows it."""
        band = self.screen.presenter.model.band
        assert band is not None
        return [one.state for one in band.members]

    @property
    def number(self) -> str:
        """The household number under the cursor."""
        band = self.screen.presenter.model.band
        assert band is not None
        return band.number

    def quiet(self) -> None:
        """Wait until the sums along the top stand still and are laid out."""
        self.keys.wait_until(lambda: self.screen.sums.still, "the sums")
        self.keys.settle()

    @property
    def note(self) -> str:
        """What the band's reserved line says."""
        return self.screen.presenter.shown_at(self.screen.presenter.cursor).note.text


@pytest.fixture
def open_roster(look: Look) -> Iterator[Callable[..., At]]:
    """Open the screen over a fresh desk; ``settle`` fills its register first."""
    with ExitStack() as stack, stage(look) as shown:

        def open_(
            fill: Callable[[Desk], object] = lambda desk: settle_village(desk, 5),
            role: str = "clerk",
            language: Language = "zh",
            *,
            opened: bool = True,
        ) -> At:
            desk = stack.enter_context(desks.desk(role=role))
            fill(desk)
            runner = InlineRunner()
            shown.speak(language)
            screen = RosterScreen(session_of(desk, runner=runner, language=language), look)
            shown.show(screen, 1194, 640)
            screen.begin()
            if opened:
                screen.presenter.open_division(VILLAGE)
                screen.begin()
            return At(screen, Keyboard(screen), desk, runner)

        yield open_
