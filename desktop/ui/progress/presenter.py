"""The dashboard's decisions: what is counted, when it is counted again, where one looks. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop.base.clock import CHINA
from desktop.domain.divisions import normal_code
from desktop.domain.progress import UnitProgress
from desktop.policy.benefit_panel import CoverageTarget, coverage_target
from desktop.ui.enroll.shown import Note
from desktop.ui.progress.shown import BarShown, BoardShown
from desktop.ui.progress.words import ProgressWords
from desktop.ui.session import Session
from desktop.usecases.divisions import known_tree
from desktop.usecases.progress import Progress, progress

_COUNTY_DIGITS = 6
_TOWNSHIP_END = "000"


class ProgressView(Protocol):
    """What the presenter asks of the screen."""

    def show_board(self, board: BoardShown) -> None:
        """Show the figures and bars."""
        ...

    def show_empty(self, text: str) -> None:
        """Say what to do where there is nothing to count."""
        ...

    def show_counting(self, *, counting: bool) -> None:
        """Say that counting is under way once it takes longer than a blink; or that it ended."""
        ...

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        ...

    def rest(self) -> None:
        """Call `ProgressPresenter.rested` after a minute."""
        ...

    def choose_unit(self, code: str) -> None:
        """Put the cursor on a unit's line, if it is there."""
        ...

    def ask_register(self, division: str, reason: str) -> None:
        """Show the register of the not enrolled, of a division or for one reason."""
        ...


@dataclass(frozen=True, slots=True)
class _Counted:
    progress: Progress
    as_of: str
    news: int
    """How often something had happened when it was counted."""


class ProgressPresenter:
    """One division at a time; a newer question stops an older one."""

    def __init__(self, session: Session, view: ProgressView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._words = ProgressWords(session.messages)
        self._top = normal_code(session.division)
        self.division = self._top
        """What is looked at."""
        self._counted: dict[str, _Counted] = {}
        self._asked = 0
        """Number of the count that is wanted; the count lane reads it while it works."""
        self.counting = False
        self._seen = False
        self._resting = False
        self._news = 0

    @property
    def year(self) -> int:
        """The campaign that is counted."""
        return self._session.campaign_year

    @property
    def below(self) -> bool:
        """Whether one looks into a part of the station's own division."""
        return self.division != self._top

    def begin(self) -> None:
        """Show what was counted last, and count again if anything happened since."""
        self._seen = True
        if self.division in self._counted:
            self._show()
        if not self._fresh:
            self.refresh()

    def leave(self) -> None:
        """Count for nobody: the screen is not looked at."""
        self._seen = False
        if self.counting:
            self._end()

    def changed(self) -> None:
        """Take note that something was paid or exchanged: counted again within a minute."""
        self._news += 1
        if self._seen and not self._resting and not self.counting:
            self.refresh()

    def rested(self) -> None:
        """Count again if something happened in the minute since the last count."""
        self._resting = False
        if self._seen and not self._fresh and not self.counting:
            self.refresh()

    def refresh(self) -> None:
        """Count now."""
        self._asked += 1
        number, division, news = self._asked, self.division, self._news
        session, today = self._session, self._session.today
        as_of = f"{session.clock.now().astimezone(CHINA):%H:%M}"
        self.counting = True
        self._view.show_note(Note())
        self._view.show_counting(counting=True)
        self._session.runner.submit(
            "count",
            lambda: session.desk.counting.ask(
                lambda connection: progress(connection, division, session.campaign_year, today),
                lambda: number == self._asked,
            ),
            owner=self._view,
            done=lambda found: self._answered(
                number, division, _Counted(found, as_of, news) if found else None
            ),
            failed=lambda error: self._failed(number, error),
        )

    def stop(self) -> bool:
        """Give up the count under way; False if none is."""
        if not self.counting:
            return False
        self._end()
        self._view.show_note(Note(self._say("progress.stopped"), "warning"))
        return True

    def open_unit(self, code: str) -> None:
        """Look into a township; a village's people are in the register."""
        if not code:
            return
        if len(code) > _COUNTY_DIGITS and code.endswith(_TOWNSHIP_END) and code != self.division:
            self._look_at(code)
        else:
            self._view.ask_register(code, "")

    def open_reason(self, code: str) -> None:
        """Show who is not enrolled for a reason."""
        if code:
            self._view.ask_register(self.division, code)

    def up(self) -> bool:
        """Look at what the division belongs to; False at the station's own."""
        if not self.below:
            return False
        left = self.division
        self._look_at(self._top)
        self._view.choose_unit(left)
        return True

    def _look_at(self, division: str) -> None:
        self.division = division
        if division in self._counted:
            self._show()
        elif self._top in self._counted:
            # Its people and bars are there already; its days and identities are counted now.
            self._show_part(division)
        if not self._fresh:
            self.refresh()

    @property
    def _fresh(self) -> bool:
        """Whether nothing happened since what is looked at was counted."""
        counted = self._counted.get(self.division)
        return counted is not None and counted.news == self._news

    def _answered(self, number: int, division: str, counted: _Counted | None) -> None:
        if number != self._asked or counted is None:
            return
        self._end()
        self._resting = True
        self._view.rest()
        top = self._counted.get(self._top)
        self._counted = ({} if top is None else {self._top: top}) | {division: counted}
        self._show()

    def _failed(self, number: int, error: Exception) -> None:
        if number == self._asked:
            self._end()
            why = self._session.messages.error(error)
            self._view.show_note(Note(self._say("progress.failed", why=why), "mistake"))

    def _end(self) -> None:
        self._asked += 1
        self.counting = False
        self._view.show_counting(counting=False)

    def _show(self) -> None:
        counted = self._counted[self.division]
        found = counted.progress
        units = found.townships if len(self.division) == _COUNTY_DIGITS else found.villages
        if not found.total.people and not units:
            self._view.show_empty(self._say("progress.empty"))
            return
        self._view.show_board(self._board(counted, found.total, units, whole=True))

    def _show_part(self, division: str) -> None:
        """Show a township's part of what was counted for the whole."""
        counted = self._counted[self._top]
        villages = counted.progress.villages
        inside = tuple(one for one in villages if one.division.startswith(division[:9]))
        for township in counted.progress.townships:
            if township.division == division:
                self._view.show_board(self._board(counted, township, inside, whole=False))

    def _board(
        self,
        counted: _Counted,
        total: UnitProgress,
        units: tuple[UnitProgress, ...],
        *,
        whole: bool,
    ) -> BoardShown:
        words, found, target = self._words, counted.progress, self._target()
        villages = len(self.division) > _COUNTY_DIGITS
        return BoardShown(
            place=self._place(self.division),
            as_of=self._say("progress.as_of", at=counted.as_of),
            figures=words.figures(found if whole else None, total, target),
            units_title=self._say(f"progress.units.{'villages' if villages else 'townships'}"),
            target=words.target(target, (total, *units)),
            units=tuple(self._unit(unit, target) for unit in units),
            days=words.days(found.days, self._name(found.division)),
            identities_title=self._say("progress.identities", place=self._name(found.division)),
            identities=words.identities(found.identities),
            reasons=words.reasons(total),
        )

    def _unit(self, unit: UnitProgress, target: CoverageTarget | None) -> BarShown:
        return self._words.unit(unit, self._name(unit.division), target)

    def _target(self) -> CoverageTarget | None:
        """Return the rate that the documents of the station's place name."""
        session = self._session
        law = session.law.resolve(session.division, session.campaign_year)
        if law is None:
            return None
        packs = [session.law.packs[layer.pack] for layer in law.used.layers]
        return coverage_target(packs, session.today)

    def _place(self, division: str) -> str:
        if division == self._top:
            return self._name(division)
        return f"{self._name(self._top)} › {self._name(division)}"

    def _name(self, division: str) -> str:
        return known_tree(self._session.desk).name(division)
