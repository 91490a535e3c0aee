"""The household screen's decisions: what a change means, what is shown, what is saved. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.errors import CanbaoError
from desktop.domain.checks import check_household
from desktop.domain.household import Finding, HouseholdInput
from desktop.ui.enroll.benefits import Benefits
from desktop.ui.enroll.card import CardEntry, Taken
from desktop.ui.enroll.entry import REPEATABLE, Entry, is_blank, priceable
from desktop.ui.enroll.explain import Explainer
from desktop.ui.enroll.notes import Notes
from desktop.ui.enroll.origins import Origins
from desktop.ui.enroll.promises import EnrolView, Payable, Place
from desktop.ui.enroll.rows import detail_of, meant, row_of
from desktop.ui.enroll.shown import Note, Tone
from desktop.ui.session import Session
from desktop.usecases.drafts import drop_draft, load_draft, save_draft
from desktop.usecases.households import SavedHousehold, save_household
from desktop.usecases.open_household import LoadedHousehold, load_household
from desktop.usecases.price import HouseholdPrice, price_household


@dataclass(frozen=True, slots=True)
class _Saved:
    household: SavedHousehold
    loaded: LoadedHousehold


class EnrolPresenter:
    """One household at a time. Every change prices, checks and shows at once, in this thread."""

    def __init__(self, session: Session, view: EnrolView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._explain = Explainer(session.messages)
        self._benefits = Benefits(session)
        self._origins = Origins(session, view, self._show_basis)
        self._notes = Notes(session)
        self.cards = CardEntry(session, lambda: (self._entry, self._focus[0]), self._taken)
        """Where cards and scanned numbers are handed in."""
        self._entry = self._blank()
        self._dropped: Entry | None = None
        self._price: HouseholdPrice | None = None
        self._findings: tuple[Finding, ...] = ()
        self._focus: tuple[Place, str] = (0, "name")
        self._busy = False

    @property
    def household(self) -> HouseholdInput:
        """The household as entered now."""
        return self._entry.household

    @property
    def changed(self) -> bool:
        """Whether something is entered that is not saved."""
        return self._entry.changed

    def begin(self) -> None:
        """Show an empty household, or the draft that was kept."""
        self._show_all()
        self._session.runner.submit(
            "store",
            lambda: load_draft(self._session.desk),
            owner=self._view,
            done=self._restored,
            failed=self._failed,
        )

    def new_household(self) -> None:
        """Clear the screen for the next household of the same village; it can be brought back."""
        dropped = self._entry if self._entry.changed else None
        division = self._entry.household.division
        self._start(self._blank(division))
        if dropped is not None:
            self._dropped = dropped
            self._view.show_meta(self._say("enrol.cleared"))
        self._forget_draft()

    def bring_back(self) -> None:
        """Undo the last clearing."""
        if self._dropped is not None:
            self._start(self._dropped)
            self._dropped = None
            self._view.keep_draft_soon()

    def open(self, household_id: str) -> None:
        """Show a household of the register."""
        self._view.show_meta(self._say("enrol.loading"))
        year = self._session.campaign_year
        self._session.runner.submit(
            "store",
            lambda: load_household(self._session.desk, household_id, year),
            owner=self._view,
            done=self._opened,
            failed=self._failed,
        )

    def set_household(self, name: str, value: str) -> None:
        """Take a change in the household's own fields."""
        self._entry.set_household(name, value)
        self._after_change()

    def set_member(self, place: int, name: str, value: Any) -> None:
        """Take a change in one member's field."""
        self._notes.forget_register(place)
        self._entry.set_member(place, name, value)
        self._after_change()

    def set_detail(self, place: int, name: str, value: str) -> None:
        """Take a change in the detail pane, whose fields stand for the entry's own."""
        if place < len(self._entry.members):
            shown = detail_of(self._entry, place, self._session.messages)
            self.set_member(place, *meant(shown, name, value))

    def choose_identity(self, place: int, code: str, answers: dict[str, str]) -> None:
        """Give a member an identity."""
        self._entry.add_identity(place, code, answers)
        self._after_change()

    def change_identity(self, place: int, code: str, name: str, value: str) -> None:
        """Change an attribute of a member's identity."""
        self._entry.change_identity(place, code, name, value)
        self._after_change()

    def drop_identity(self, place: int, code: str) -> None:
        """Take an identity from a member."""
        self._entry.drop_identity(place, code)
        self._after_change()

    def price_anew(self) -> None:
        """Work the price out again: the law or the local values have changed."""
        self._show_all()

    def law_changed(self, news: str) -> None:
        """Work the price out under a law that has just arrived; what was entered stays."""
        self._show_all()
        self._view.show_note(Note(news, "warning"))

    def repeat_above(self) -> None:
        """Give the focused field the value of the member above."""
        place, name = self._focus
        members = self._entry.members
        if place is None or not 0 < place <= len(members) or name not in REPEATABLE:
            return
        self.set_member(place, name, getattr(members[place - 1], name))
        self._view.focus(place, name)

    def remove_member(self) -> None:
        """Take the focused row out of the household."""
        place, name = self._focus
        if place is None or place >= len(self._entry.members):
            return
        if self._entry.is_paid(place):
            self._view.show_note(Note(self._say("enrol.paid_locked"), "warning"))
            return
        self._entry.remove(place)
        self._notes.forget_register(None)
        self._after_change()
        self._view.focus(min(place, len(self._entry.members)), name)

    def focused(self, place: Place, name: str, hint: str) -> None:
        """Note where the cursor is; the reserved line helps with that field."""
        moved = place != self._focus[0]
        self._focus = (place, name)
        self._notes.hint = hint
        if moved:
            self._show_detail()
            self._show_basis()
        self._show_notes()

    def left(self, place: Place, name: str) -> None:
        """Note that a field was left: from now on its mistakes are shown."""
        if place is None or 0 <= place < len(self._entry.members):
            self._notes.touch(self._key(place), name)
            self._show_notes()

    def save(self, *, then_pay: bool = False) -> None:
        """Save the household if nothing is wrong with it, else go to the first mistake."""
        if self._busy:
            return
        self._notes.show_everything()
        self._check()
        self._show_notes()
        first = next((one for one in self._findings if one.severity == "error"), None)
        if first is not None:
            self._view.focus(first.member, first.field)
            self._show_notes()
            return
        if not self._entry.changed and self._entry.household.household_id and not then_pay:
            return
        self._be_busy(busy=True)
        self._view.show_meta(self._say("enrol.saving"))
        entry, year, desk = self._entry.household, self._session.campaign_year, self._session.desk

        def work() -> _Saved:
            saved = save_household(desk, entry)
            loaded = load_household(desk, saved.household_id, year)
            drop_draft(desk)
            return _Saved(saved, loaded)

        self._session.runner.submit(
            "store",
            work,
            owner=self._view,
            done=lambda saved: self._saved(saved, then_pay=then_pay),
            failed=self._failed,
        )

    def keep_draft(self) -> None:
        """Keep what is on the screen, if it is not saved."""
        if not self._entry.changed or not self._entry.members:
            return
        entry = self._entry.household
        self._session.runner.submit(
            "store",
            lambda: save_draft(self._session.desk, entry),
            owner=self._view,
            done=self._draft_kept,
            failed=self._failed,
        )

    def _blank(self, division: str = "") -> Entry:
        villages = self._session.villages
        only = villages[0].code if len(villages) == 1 else ""
        return Entry(HouseholdInput(division or only, self._session.campaign_year))

    def _start(self, entry: Entry) -> None:
        self._origins.forget()
        self._entry = entry
        self._dropped = None
        self._notes.reset()
        self.cards.forget()
        self._focus = (0, "name")
        self._show_all()
        self._view.focus(0, "name")

    def _after_change(self) -> None:
        self._dropped = None
        self._show_all()
        self._view.keep_draft_soon()

    def _show_all(self) -> None:
        self._check()
        self._work_out()
        members, paid = self._entry.members, self._paid()
        amounts: tuple[tuple[str, Tone, str], ...] = ()
        if self._price is not None:
            amounts = tuple(
                self._explain.amount(one, paid=paid[one.place]) for one in self._price.members
            )
        rows = tuple(
            row_of(self._entry, place, self._session, amounts[place] if amounts else None)
            for place in range(len(members))
        )
        self._view.show_household(self._entry.household)
        self._view.show_rows(rows)
        self._show_price()
        self._show_detail()
        self._show_notes()
        self._show_meta()

    def _check(self) -> None:
        found: tuple[Finding, ...] = ()
        if any(not is_blank(member) for member in self._entry.members) or self._notes.everything:
            found = check_household(self._entry.household, self._session.today)
        self._findings = (
            *found,
            *self._notes.own_findings(self._entry),
            *self.cards.findings(self._entry),
        )

    def _work_out(self) -> None:
        self._price = None
        if self._entry.household.division and self._entry.members:
            entry = priceable(self._entry.household)
            session = self._session
            known = session.desk.known_local_values
            self._price = price_household(entry, session.law, session.today, known)

    def _show_price(self) -> None:
        if self._price is None:
            self._view.show_price(None)
            self._view.show_basis(())
            return
        members = self._entry.members
        self._view.show_price(self._explain.card(self._price, members, self._paid()))
        self._show_basis()

    def _show_basis(self) -> None:
        """Show why, and what the member under the cursor gets for it."""
        if self._price is None:
            return
        household = self._entry.household
        basis = self._explain.basis(self._price, household.members)
        under = self._origins.lines(household), self._benefits.lines(household, self._focus[0])
        self._view.show_basis((*basis, *under[0], *under[1]))

    def _show_detail(self) -> None:
        place = self._focus[0]
        if place is None or place >= len(self._entry.members):
            self._view.show_detail(None)
            return
        detail = detail_of(self._entry, place, self._session.messages)
        if self._price is not None:
            found = self._price.members[place].assessment
            asked = found is not None and "TIER_REQUIRED" in found.reasons
            detail = replace(detail, tiers=bool(detail.tier) or asked)
        self._view.show_detail(detail)

    def _show_notes(self) -> None:
        visible = self._notes.visible(self._findings, self._key)
        self._view.show_marks(self._notes.marks(visible))
        self._view.show_household_notes(self._notes.of_household(visible))
        self._view.show_note(self._notes.line(visible, self._entry, *self._focus))

    def _show_meta(self, tail: str = "") -> None:
        household = self._entry.household
        year = self._session.campaign_year
        text = self._say("enrol.meta_new", year=year)
        if household.household_id:
            text = self._say("enrol.meta_saved", number=household.number or "—", year=year)
        self._view.show_meta(f"{text} · {tail}" if tail else text)

    def _taken(self, taken: Taken) -> None:
        for name in taken.filled:
            self._notes.touch(self._key(None if name == "address" else taken.place), name)
        if taken.filled:
            self._notes.forget_register(taken.place)
            self._after_change()
        self._view.focus(taken.place, taken.field)
        self._view.show_note(taken.note)

    def _key(self, place: Place) -> int:
        return -1 if place is None else self._entry.key(place)

    def _paid(self) -> tuple[bool, ...]:
        return tuple(self._entry.is_paid(place) for place in range(len(self._entry.members)))

    def _be_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy=busy)

    def _restored(self, draft: HouseholdInput | None) -> None:
        if draft is not None and draft.members and not self._entry.changed:
            self._start(Entry(draft, changed=True))
            self._show_meta(self._say("enrol.restored"))

    def _opened(self, loaded: LoadedHousehold) -> None:
        self._start(Entry(loaded.entry, list(loaded.statuses), loaded.receipts))

    def _saved(self, saved: _Saved, *, then_pay: bool) -> None:
        self._origins.forget()
        self._be_busy(busy=False)
        keys = self._entry.keys
        loaded = saved.loaded
        kept = keys if len(keys) == len(loaded.entry.members) else []
        self._entry = Entry(loaded.entry, list(loaded.statuses), loaded.receipts, list(kept))
        self._notes.reset()
        self._show_all()
        now = self._session.clock.now().astimezone(CHINA)
        self._show_meta(self._say("enrol.saved", time=f"{now:%H:%M:%S}"))
        self._view.status_changed()
        if then_pay:
            self._view.ask_payment(Payable(loaded.entry, saved.household))

    def _draft_kept(self, saved_at: str) -> None:
        if self._entry.changed:
            local = instant_from_text(saved_at).astimezone(CHINA)
            self._show_meta(self._say("enrol.draft_kept", time=f"{local:%H:%M:%S}"))

    def _forget_draft(self) -> None:
        self._session.runner.submit(
            "store",
            lambda: drop_draft(self._session.desk),
            owner=self._view,
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._be_busy(busy=False)
        self._show_meta()
        if isinstance(error, CanbaoError) and isinstance(
            findings := getattr(error, "findings", None), tuple
        ):
            self._notes.from_register(findings)
            self._check()
            self._view.focus(findings[0].member, findings[0].field)
        text = self._session.messages.error(error)
        self._show_notes()
        if not self._notes.has_register:
            self._view.show_note(Note(text, "mistake"))
