"""The roster's decisions that are not about one band: what is open, read, shown, paid. No Qt."""

from __future__ import annotations

from desktop.base.errors import CanbaoError
from desktop.domain.codes import DEATH, EMPLOYEE_COVER, MOVED_AWAY, REFUSED, ROLES
from desktop.domain.roster import Band
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note, Tone
from desktop.ui.roster.batches import Batches
from desktop.ui.roster.deciding import REASONS, TAKE_BACK, Decisions
from desktop.ui.roster.finder import Finder
from desktop.ui.roster.lane import StepLane
from desktop.ui.roster.model import FILTERS, Filter, RosterModel
from desktop.ui.roster.promises import Done, RosterView
from desktop.ui.roster.shown import BandShown
from desktop.ui.roster.shown_bands import ShownBands
from desktop.ui.roster.words import RosterWords
from desktop.ui.session import Session
from desktop.usecases.roster import (
    Resolved,
    Roster,
    load_bands,
    open_division,
    open_households,
    resolve_list,
)
from desktop.usecases.roster_collect import Collectable, ready_to_pay

PAGE = 30
"""Bands read at once: a screenful and a half, so that a step never waits long behind them."""
WRITERS = ("clerk", "collector", "supervisor")
_LINES_SHOWN = 5


class RosterPresenter:
    """One roster at a time."""

    def __init__(self, session: Session, view: RosterView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._words = RosterWords(session.messages)
        self.model = RosterModel()
        self.bands = ShownBands(session, self.model)
        self._lane = StepLane(session, view, self.model)
        self._lane.changed = self._show_sums
        self.decisions = Decisions(session, view, self.model, self._lane)
        self.batches = Batches(session.messages, view, self.model, self._lane)
        self.finder = Finder(session, view, self.model)
        self._division = ""
        self._list: tuple[str, ...] = ()
        self._opening = 0

    @property
    def read_only(self) -> bool:
        """Whether this operator may only look."""
        return self._session.role not in WRITERS

    @property
    def opened(self) -> bool:
        """Whether a roster is open."""
        return bool(self._division or self._list)

    @property
    def count(self) -> int:
        """How many bands are visible."""
        return len(self.model.visible)

    @property
    def cursor(self) -> int:
        """The band under the cursor."""
        return self.model.cursor

    @property
    def person(self) -> int | None:
        """The chosen person in it."""
        return self.model.person

    def begin(self) -> None:
        """Show the roster as it is now, or what this screen is for."""
        if self.read_only:
            self._view.set_read_only()
            role = ROLES[self._session.role].name(self._session.messages.language)
            self._view.show_message(Note(self._say("roster.read_only", role=role)))
        if self.opened:
            self._open()
            return
        if len(self._session.villages) == 1 and len(self._session.villages[0].code) > 9:
            self.open_division(self._session.villages[0].code)
            return
        self._view.show_page("message", self._say("roster.first_use"))

    def open_division(self, code: str) -> None:
        """Open the roster of a unit."""
        if not code:
            return
        self._division, self._list = code, ()
        names = {village.code: village.name for village in self._session.villages}
        self._view.show_scope(code, names.get(code, code))
        self._open(fresh=True)

    def open_list(self, text: str) -> None:
        """Open the roster of a pasted list."""
        desk = self._session.desk
        self._view.show_loading_soon(self._say("roster.opening"))
        self._session.runner.submit(
            "store",
            lambda: resolve_list(desk, text),
            owner=self._view,
            done=self._resolved,
            failed=self._failed,
        )

    def refresh(self, household_id: str = "") -> None:
        """Read one household again (it was changed elsewhere), or everything."""
        if not self.opened:
            return
        if not household_id:
            self._open()
            return
        desk, year = self._session.desk, self._session.campaign_year

        def shown(bands: tuple[Band, ...]) -> None:
            self.model.put(bands)
            self._view.show_bands()
            self._show_sums()

        self._session.runner.submit(
            "store",
            lambda: load_bands(desk, (household_id,), year),
            owner=self._view,
            done=shown,
            failed=self._failed,
        )

    def show_filter(self, wanted: Filter) -> None:
        """Show the bands of a filter."""
        self.decisions.cancel()
        self.model.show(wanted)
        self._show_sums()
        if self.model.headings and not self.model.visible:
            self._view.show_page("message", self._say("roster.empty_filter"))
        elif self.model.headings:
            self._view.show_page("bands")
        self._view.show_bands()

    def next_filter(self) -> None:
        """Show the next filter's bands."""
        at = FILTERS.index(self.model.filter)
        self.show_filter(FILTERS[(at + 1) % len(FILTERS)])

    def shown_at(self, place: int) -> BandShown:
        """Return the visible band at a place, as it is shown."""
        return self.bands.at(place)

    def painted(self) -> None:
        """Note that the bands are on the screen as they are now."""
        self._lane.painted()

    def spoken(self) -> str:
        """Return the band under the cursor as a screen reader says it."""
        return self.bands.spoken()

    def move_by(self, by: int) -> None:
        """Move the cursor by bands."""
        self.decisions.cancel()
        self.model.move_by(by)
        self._view.show_cursor()

    def go_to(self, place: int, person: int | None = None) -> None:
        """Put the cursor on a visible band, or on a person of it."""
        self.decisions.cancel()
        self.model.move_by(place - self.model.cursor)
        self.model.person = person
        self._view.show_cursor()

    def choose_person(self, by: int) -> None:
        """Move the cursor among the people of the band; past the ends it is the household."""
        band = self.model.band
        if band is None:
            return
        self.decisions.cancel()
        places: list[int | None] = [None, *range(len(band.members))]
        at = places.index(self.model.person) if self.model.person in places else 0
        self.model.person = places[(at + by) % len(places)]
        self._view.show_cursor()

    def act(self, key: str) -> None:
        """Do what a deciding key asks for (`renew`, `died`, `moved` and so on)."""
        if self.read_only or not self.model.visible:
            return
        if key == "renew":
            self.decisions.renew()
            return
        what = {
            "died": DEATH,
            "moved": MOVED_AWAY,
            "employee": EMPLOYEE_COVER,
            "refuses": REFUSED,
            "reason": REASONS,
            "take_back": TAKE_BACK,
        }[key]
        self.decisions.set_aside(what)

    def cancel(self) -> None:
        """Take one step back: out of a question, else from the person to the household."""
        if not self.decisions.cancel() and self.model.person is not None:
            self.model.person = None
            self._view.show_cursor()

    def open_household(self, *, add: bool = False) -> None:
        """Show the household under the cursor on its own screen."""
        if self.model.household_id and not (add and self.read_only):
            self.decisions.cancel()
            self._view.open_household(self.model.household_id, add=add)

    def collect(self) -> None:
        """Take the household's money: renewed first if that is still to do."""
        band = self.model.band
        if band is None or self.read_only:
            return
        self.decisions.cancel()
        if not any(one.state == "renewed" for one in band.members):
            self.decisions.renew_here(band)
        desk, year, household = self._session.desk, self._session.campaign_year, band.household_id

        def ready(found: Collectable) -> None:
            self._view.ask_payment(Payable(found.entry, found.saved))

        self._session.runner.submit(
            "store",
            lambda: ready_to_pay(desk, household, year),
            owner=self._view,
            done=ready,
            failed=self._failed,
        )

    def paid(self, household_id: str, *, taken: bool) -> None:
        """Come back from the money: on to the next band if it was taken."""
        self.model.go_to(household_id)
        if taken and not self.model.next_to_do():
            self._view.show_message(Note(self._say("roster.last_band"), "ok"))
        self.refresh(household_id)
        self._view.show_bands()

    def plan_batch(self) -> None:
        """State what renewing every clean household would do."""
        if not self.read_only:
            self.decisions.cancel()
            self.batches.plan()

    def undo(self, done: Done) -> None:
        """Take a step back by a correcting event."""
        self._lane.undo(done)

    def redo(self, done: Done) -> None:
        """Do a step again."""
        self._lane.redo(done)

    def _open(self, *, fresh: bool = False) -> None:
        desk, year = self._session.desk, self._session.campaign_year
        division, named = self._division, self._list
        self._opening += 1
        asked = self._opening
        self._view.show_loading_soon(self._say("roster.opening"))

        def work() -> Roster:
            if division:
                return open_division(desk, division, year)
            return open_households(desk, named, year)

        def opened(roster: Roster) -> None:
            if asked == self._opening:
                self._opened(roster, fresh=fresh)

        self._session.runner.submit(
            "store", work, owner=self._view, done=opened, failed=self._not_opened
        )

    def _opened(self, roster: Roster, *, fresh: bool) -> None:
        if fresh:
            self._view.forget_steps()
            self.model.filter = "all"
        self.model.reset(roster)
        self.bands.forget()
        self._show_sums()
        if not roster.headings:
            key = "roster.empty" if self._session.villages else "roster.no_households"
            self._view.show_page("message", self._say(key))
            return
        if not self.read_only:
            note = Note()
            if not roster.last_year:
                note = Note(self._say("roster.no_last_year"), "warning")
            if fresh:
                self._view.show_message(note)
        self._view.show_page("bands")
        self._view.show_bands()
        self._read_on()

    def _read_on(self) -> None:
        """Read the next bands, nearest the cursor first, until all are read."""
        wanted = self.model.unread(PAGE)
        if not wanted:
            self._show_sums()
            return
        desk, year = self._session.desk, self._session.campaign_year
        headings = self.model.headings

        def read(bands: tuple[Band, ...]) -> None:
            if headings is not self.model.headings:
                return
            self.model.put(bands)
            self.model.gone(set(wanted) - {band.household_id for band in bands})
            for band in bands:
                self._view.show_band(band.household_id)
            self._read_on()

        self._session.runner.submit(
            "store",
            lambda: load_bands(desk, wanted, year),
            owner=self._view,
            done=read,
            failed=self._failed,
        )

    def _resolved(self, found: Resolved) -> None:
        text = self._say("roster.list.found", count=len(found.households))
        for key, lines in (("missing", found.missing), ("several", found.several)):
            if lines:
                some = "、".join(lines[:_LINES_SHOWN])
                text += self._say(f"roster.list.{key}", count=len(lines), lines=some)
        tone: Tone = "warning" if found.missing or found.several else "ok"
        self._view.show_message(Note(text, tone))
        if not found.households:
            self._view.show_page("list")
            return
        self._division, self._list = "", found.households
        self._view.show_scope("", self._say("roster.list.name", count=len(found.households)))
        self._open()

    def _show_sums(self) -> None:
        self._view.show_totals(self._words.totals(self.model.totals))
        self._view.show_filter(self.model.filter, self.model.counts)
        self.batches.go_on()

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, CanbaoError):
            raise error
        self._view.show_page("message", self._session.messages.error(error))

    def _failed(self, error: Exception) -> None:
        self._view.show_message(Note(self._session.messages.error(error), "mistake"))
