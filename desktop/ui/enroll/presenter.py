"""The household screen's decisions: what a change means and what follows from it. No Qt."""

from __future__ import annotations

from typing import Any

from desktop.domain.household import Finding, HouseholdInput
from desktop.domain.identity_number import check_document
from desktop.ui.enroll.card import CardEntry, Taken
from desktop.ui.enroll.entry import REPEATABLE, Entry
from desktop.ui.enroll.history_words import history_lines
from desktop.ui.enroll.looking import Looking
from desktop.ui.enroll.promises import EnrolView, Place
from desktop.ui.enroll.rows import detail_of, meant
from desktop.ui.enroll.saving import Saving
from desktop.ui.enroll.showing import Here, Showing
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.tasks import TaskDesk
from desktop.ui.session import Session
from desktop.usecases.drafts import load_draft
from desktop.usecases.history import HistoryEntry, history_of
from desktop.usecases.open_household import LoadedHousehold, load_household


class EnrolPresenter:
    """One household at a time. Every change prices, checks and shows at once, in this thread."""

    def __init__(self, session: Session, view: EnrolView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._here = Here(self._blank())
        self.cards = CardEntry(
            session, lambda: (self._here.entry, self._here.focus[0]), self._taken
        )
        """Where cards and scanned numbers are handed in."""
        self._showing = Showing(session, view, self._here, self.cards)
        self._saving = Saving(session, view, self._here, self._showing, self._start)
        self.tasks = TaskDesk(session, view, self._here, self._showing, self._settle)
        """The actions on a member: what can be done, and the panel of what is being done."""
        self._looking = Looking(session, view, self._here, self._looked_up, self._saving.failed)
        self._dropped: Entry | None = None

    @property
    def household(self) -> HouseholdInput:
        """The household as entered now."""
        return self._here.entry.household

    @property
    def changed(self) -> bool:
        """Whether something is entered that is not saved."""
        return self._here.entry.changed

    def begin(self) -> None:
        """Show an empty household, or the draft that was kept."""
        self._showing.everything()
        self._session.runner.submit(
            "store",
            lambda: load_draft(self._session.desk),
            owner=self._view,
            done=self._restored,
            failed=self._saving.failed,
        )

    def new_household(self) -> None:
        """Clear the screen for the next household of the same village; it can be brought back."""
        entry = self._here.entry
        dropped = entry if entry.changed else None
        self._start(self._blank(entry.household.division))
        if dropped is not None:
            self._dropped = dropped
            self._view.show_meta(self._say("enrol.cleared"))
        self._saving.forget_draft()

    def bring_back(self) -> None:
        """Undo the last clearing."""
        if self._dropped is not None:
            self._start(self._dropped)
            self._dropped = None
            self._view.keep_draft_soon()

    def open(
        self, household_id: str, *, cursor: tuple[int, str] = (0, "name"), words: str = ""
    ) -> None:
        """Show a household of the register; while somebody moves, it is where they go to."""
        if not words and self.tasks.take_household(household_id):
            return
        self._view.show_meta(self._say("enrol.loading"))
        year = self._session.campaign_year
        self._session.runner.submit(
            "store",
            lambda: load_household(self._session.desk, household_id, year),
            owner=self._view,
            done=lambda loaded: self._opened(loaded, cursor, words),
            failed=self._saving.failed,
        )

    def undo(self) -> None:
        """Take back the last change; with nothing changed since, the last save."""
        if self._here.entry.back():
            self._after_change()
        elif self._saving.undoable:
            self._saving.undo()

    def redo(self) -> None:
        """Do again what was last taken back."""
        if self._here.entry.forth():
            self._after_change()

    def show_history(self) -> None:
        """Read and show what changed in the household on the screen."""
        household = self.household.household_id
        if not household:
            self._told_history(())
            return
        self._session.runner.submit(
            "store",
            lambda: history_of(self._session.desk, household),
            owner=self._view,
            done=self._told_history,
            failed=self._saving.failed,
        )

    def set_household(self, name: str, value: str) -> None:
        """Take a change in the household's own fields."""
        self._here.entry.set_household(name, value)
        self._after_change()

    def set_member(self, place: int, name: str, value: Any) -> None:
        """Take a change in one member's field."""
        self._showing.notes.forget_register(place)
        self._here.entry.set_member(place, name, value)
        self._after_change()

    def set_detail(self, place: int, name: str, value: str) -> None:
        """Take a change in the detail pane, whose fields stand for the entry's own."""
        if place >= len(self._here.entry.members):
            return
        if name == "participation":
            self._showing.notes.forget_register(place)
            self._here.entry.participate(place, value)
            self._after_change()
            return
        shown = detail_of(self._here.entry, place, self._session.messages)
        self.set_member(place, *meant(shown, name, value))

    def choose_identity(self, place: int, code: str, answers: dict[str, str]) -> None:
        """Give a member an identity."""
        self._here.entry.add_identity(place, code, answers)
        self._after_change()

    def change_identity(self, place: int, code: str, name: str, value: str) -> None:
        """Change an attribute of a member's identity."""
        self._here.entry.change_identity(place, code, name, value)
        self._after_change()

    def drop_identity(self, place: int, code: str) -> None:
        """Take an identity from a member."""
        self._here.entry.drop_identity(place, code)
        self._after_change()

    def set_circumstance(self, place: int, code: str, on: str) -> None:
        """Give a member a special circumstance, or change its day."""
        if place < len(self._here.entry.members):
            self._here.entry.set_circumstance(place, code, on)
            self._after_change()

    def drop_circumstance(self, place: int, code: str) -> None:
        """Take a special circumstance from a member."""
        if place < len(self._here.entry.members):
            self._here.entry.drop_circumstance(place, code)
            self._after_change()

    def price_anew(self) -> None:
        """Work the price out again: the law or the local values have changed."""
        self._showing.everything()

    def law_changed(self, news: str) -> None:
        """Work the price out under a law that has just arrived; what was entered stays."""
        self._showing.everything()
        self._view.show_note(Note(news, "warning"))

    def repeat_above(self) -> None:
        """Give the focused field the value of the member above."""
        place, name = self._here.focus
        members = self._here.entry.members
        if place is None or not 0 < place <= len(members) or name not in REPEATABLE:
            return
        self.set_member(place, name, getattr(members[place - 1], name))
        self._view.focus(place, name)

    def remove_member(self) -> None:
        """Take the focused row out of the household."""
        place, name = self._here.focus
        entry = self._here.entry
        if place is None or place >= len(entry.members):
            return
        if entry.is_paid(place):
            self._view.show_note(Note(self._say("enrol.paid_locked"), "warning"))
            return
        entry.remove(place)
        self._showing.notes.forget_register(None)
        self._after_change()
        self._view.focus(min(place, len(entry.members)), name)

    def focused(self, place: Place, name: str, hint: str) -> None:
        """Note where the cursor is; the reserved line helps with that field."""
        moved = place != self._here.focus[0]
        self._here.focus = (place, name)
        self._showing.notes.hint = hint
        if moved:
            # What an action is about does not change under it.
            self.tasks.cancel()
            self._showing.detail()
            self._showing.basis()
        self._showing.say_notes()

    def left(self, place: Place, name: str) -> None:
        """Note that a field was left: from now on its mistakes are shown."""
        entry = self._here.entry
        entry.steps.part()
        if place is not None and not 0 <= place < len(entry.members):
            return
        self._showing.notes.touch(self._showing.key(place), name)
        if place is not None and name == "document_number":
            self._upgrade(place)
        if place is not None:
            self._looking.left(name)
        self._showing.say_notes()

    def save(self, *, then_pay: bool = False) -> None:
        """Save the household if nothing is wrong with it, else go to the first mistake."""
        self._saving.save(then_pay=then_pay)

    def keep_draft(self) -> None:
        """Keep what is on the screen, if it is not saved."""
        self._saving.keep_draft()

    def _upgrade(self, place: int) -> None:
        """Put the 18 digits in the place of the 15 that were typed, once the field is left."""
        member = self._here.entry.members[place]
        check = check_document(member.document_type, member.document_number, self._session.today)
        if check.upgraded:
            self._here.entry.set_member(place, "document_number", check.number)
            self._after_change()
            self._looking.upgraded(check.number)

    def _blank(self, division: str = "") -> Entry:
        villages = self._session.villages
        only = villages[0].code if len(villages) == 1 else ""
        return Entry(HouseholdInput(division or only, self._session.campaign_year))

    def _start(self, entry: Entry) -> None:
        self._showing.origins.forget()
        self._showing.listed = {}
        self._looking.forget()
        self.tasks.cancel()
        self._here.entry = entry
        self._dropped = None
        self._showing.notes.reset()
        self.cards.forget()
        self._here.focus = (0, "name")
        self._showing.everything()
        self._view.focus(0, "name")

    def _after_change(self) -> None:
        self._dropped = None
        self._showing.everything()
        self._view.keep_draft_soon()

    def _settle(self, place: int, name: str, value: Any) -> None:
        """Enter what an action settled."""
        if name == "participation":
            self.set_detail(place, name, value)
        else:
            self.set_member(place, name, value)

    def _taken(self, taken: Taken) -> None:
        for name in taken.filled:
            key = self._showing.key(None if name == "address" else taken.place)
            self._showing.notes.touch(key, name)
        if taken.filled:
            self._showing.notes.forget_register(taken.place)
            self._after_change()
        self._view.focus(taken.place, taken.field)
        self._view.show_note(taken.note)

    def _looked_up(self, found: tuple[Finding, ...]) -> None:
        self._showing.notes.from_register(found)
        if self._showing.listed != self._looking.listed:
            self._showing.listed = self._looking.listed
            self._showing.everything()
            return
        self._showing.check()
        self._showing.say_notes()

    def _told_history(self, entries: tuple[HistoryEntry, ...]) -> None:
        household = self.household.household_id
        self._view.show_history(history_lines(entries, self._session.messages, household))

    def _restored(self, draft: HouseholdInput | None) -> None:
        if draft is not None and draft.members and not self._here.entry.changed:
            self._start(Entry(draft, changed=True))
            self._showing.meta(self._say("enrol.restored"))

    def _opened(self, loaded: LoadedHousehold, cursor: tuple[int, str], words: str) -> None:
        self._start(Entry(loaded.entry, list(loaded.statuses), loaded.receipts))
        if words:
            self._view.focus(*cursor)
            self._showing.meta(words)
            self._view.status_changed()
