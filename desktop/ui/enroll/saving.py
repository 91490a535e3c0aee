"""Save the household on the screen, keep its draft, and take a save back. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.base.clock import CHINA, instant_from_text
from desktop.domain.household import Finding, HouseholdInput
from desktop.ui.enroll.entry import Entry
from desktop.ui.enroll.promises import EnrolView, Payable
from desktop.ui.enroll.showing import Here, Showing
from desktop.ui.session import Session
from desktop.usecases.drafts import drop_draft, save_draft
from desktop.usecases.households import SavedHousehold, Undoing, save_household, undo_save
from desktop.usecases.open_household import LoadedHousehold, load_household


@dataclass(frozen=True, slots=True)
class _Saved:
    household: SavedHousehold
    loaded: LoadedHousehold


@dataclass(frozen=True, slots=True)
class _Undoable:
    """The last save, as long as nobody went on from it."""

    undoing: Undoing
    before: HouseholdInput
    """What stood on the screen when it was saved."""


class Saving:
    """One write at a time; what it wrote can be taken back until something rests on it."""

    def __init__(
        self,
        session: Session,
        view: EnrolView,
        here: Here,
        showing: Showing,
        start: Callable[[Entry], None],
    ) -> None:
        """Write what is ``here``; ``start`` shows another entry."""
        self._session = session
        self._view = view
        self._here = here
        self._showing = showing
        self._start = start
        self._say = session.messages.say
        self._last: _Undoable | None = None
        self.busy = False

    @property
    def undoable(self) -> bool:
        """Whether the last save can be taken back from here."""
        entry = self._here.entry
        if self._last is None or entry.changed:
            return False
        return self._last.undoing.household_id == entry.household.household_id

    def save(self, *, then_pay: bool) -> None:
        """Save the household if nothing is wrong with it, else go to the first mistake."""
        if self.busy:
            return
        showing, entry = self._showing, self._here.entry
        showing.notes.show_everything()
        showing.check()
        showing.say_notes()
        first = next((one for one in showing.findings if one.severity == "error"), None)
        if first is not None:
            self._view.focus(first.member, first.field)
            showing.say_notes()
            return
        if not entry.changed and entry.household.household_id and not then_pay:
            return
        self._be_busy(busy=True)
        self._view.show_meta(self._say("enrol.saving"))
        household, year, desk = entry.household, self._session.campaign_year, self._session.desk

        def work() -> _Saved:
            saved = save_household(desk, household)
            loaded = load_household(desk, saved.household_id, year)
            drop_draft(desk)
            return _Saved(saved, loaded)

        self._session.runner.submit(
            "store",
            work,
            owner=self._view,
            done=lambda saved: self._saved(saved, household, then_pay=then_pay),
            failed=self.failed,
        )

    def undo(self) -> None:
        """Take the last save back: the record says so, the screen shows what was before."""
        if not self.undoable or self._last is None or self.busy:
            return
        last, desk, year = self._last, self._session.desk, self._session.campaign_year
        self._be_busy(busy=True)

        def work() -> LoadedHousehold:
            undo_save(desk, last.undoing)
            return load_household(desk, last.undoing.household_id, year)

        self._session.runner.submit(
            "store",
            work,
            owner=self._view,
            done=lambda loaded: self._undone(loaded, last.before),
            failed=self.failed,
        )

    def keep_draft(self) -> None:
        """Keep what is on the screen, if it is not saved."""
        if not self._here.entry.changed or not self._here.entry.members:
            return
        household = self._here.entry.household
        self._session.runner.submit(
            "store",
            lambda: save_draft(self._session.desk, household),
            owner=self._view,
            done=self._draft_kept,
            failed=self.failed,
        )

    def forget_draft(self) -> None:
        """Drop the kept draft: the household on the screen is another."""
        self._session.runner.submit(
            "store",
            lambda: drop_draft(self._session.desk),
            owner=self._view,
            failed=self.failed,
        )

    def failed(self, error: Exception) -> None:
        """Say why something was not done."""
        self._be_busy(busy=False)
        found = getattr(error, "findings", ())
        findings: tuple[Finding, ...] = found if isinstance(found, tuple) else ()
        self._showing.refused(error, findings)

    def _saved(self, saved: _Saved, before: HouseholdInput, *, then_pay: bool) -> None:
        self._showing.origins.forget()
        self._be_busy(busy=False)
        undoing = saved.household.undoing
        self._last = _Undoable(undoing, before) if undoing else None
        loaded, keys = saved.loaded, self._here.entry.keys
        kept = keys if len(keys) == len(loaded.entry.members) else []
        self._here.entry = Entry(loaded.entry, list(loaded.statuses), loaded.receipts, list(kept))
        self._showing.notes.reset()
        self._showing.everything()
        self._showing.meta(self._say("enrol.saved", time=self._time()))
        self._view.status_changed()
        if then_pay:
            self._view.ask_payment(Payable(loaded.entry, saved.household))

    def _undone(self, loaded: LoadedHousehold, before: HouseholdInput) -> None:
        self._be_busy(busy=False)
        self._last = None
        if before.household_id:
            self._start(Entry(loaded.entry, list(loaded.statuses), loaded.receipts))
        else:
            # It had been new: what was typed stands there again, unsaved.
            members = tuple(replace(one, person_id="") for one in before.members)
            self._start(Entry(replace(before, members=members), changed=True))
        self._showing.meta(self._say("enrol.undone"))
        self._view.status_changed()

    def _be_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self._view.show_busy(busy=busy)

    def _draft_kept(self, saved_at: str) -> None:
        if self._here.entry.changed:
            local = instant_from_text(saved_at).astimezone(CHINA)
            self._showing.meta(self._say("enrol.draft_kept", time=f"{local:%H:%M:%S}"))

    def _time(self) -> str:
        return f"{self._session.clock.now().astimezone(CHINA):%H:%M:%S}"
