"""What the household screen shows of an entry: checked, priced, explained anew. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.domain.checks import check_household
from desktop.domain.facts import Recognition
from desktop.domain.household import Finding
from desktop.ui.enroll.benefits import Benefits
from desktop.ui.enroll.card import CardEntry
from desktop.ui.enroll.entry import Entry, is_blank, priceable
from desktop.ui.enroll.explain import Explainer
from desktop.ui.enroll.notes import Notes
from desktop.ui.enroll.origins import Origins
from desktop.ui.enroll.promises import EnrolView, Place
from desktop.ui.enroll.rows import detail_of, row_of
from desktop.ui.enroll.shown import Note, Tone
from desktop.ui.session import Session
from desktop.usecases.lists.registered import priced_with
from desktop.usecases.price import HouseholdPrice, Pricing


@dataclass(slots=True)
class Here:
    """The entry on the screen, and where the cursor is in it."""

    entry: Entry
    focus: tuple[Place, str] = (0, "name")

    @property
    def place(self) -> int | None:
        """The row of a member who is there; None elsewhere."""
        place = self.focus[0]
        return place if place is not None and place < len(self.entry.members) else None


class Showing:
    """Checks and prices the entry and tells the view; keeps what it found."""

    def __init__(self, session: Session, view: EnrolView, here: Here, cards: CardEntry) -> None:
        self._session = session
        self._view = view
        self._here = here
        self._cards = cards
        self._say = session.messages.say
        self._explain = Explainer(session.messages)
        self._benefits = Benefits(session)
        self.origins = Origins(session, view, self.basis)
        self.notes = Notes(session)
        self._pricing = Pricing()
        self.price: HouseholdPrice | None = None
        self.findings: tuple[Finding, ...] = ()
        self.listed: Mapping[str, tuple[Recognition, ...]] = {}
        """By number: what lists say of members; the save gives it to them, the price has it."""

    def everything(self) -> None:
        """Show the whole entry, checked and priced anew."""
        self.check()
        self._work_out()
        entry = self._here.entry
        members, paid = entry.members, self._paid()
        amounts: tuple[tuple[str, Tone, str], ...] = ()
        if self.price is not None:
            amounts = tuple(
                self._explain.amount(one, paid=paid[one.place]) for one in self.price.members
            )
        rows = tuple(
            row_of(entry, place, self._session, amounts[place] if amounts else None)
            for place in range(len(members))
        )
        self._view.show_household(entry.household)
        self._view.show_rows(rows)
        self._show_price()
        self.detail()
        self.say_notes()
        self.meta()

    def check(self) -> None:
        """Look over the entry again."""
        entry = self._here.entry
        found: tuple[Finding, ...] = ()
        if any(not is_blank(member) for member in entry.members) or self.notes.everything:
            found = check_household(entry.household, self._session.today)
        self.findings = (
            *found,
            *self.notes.own_findings(entry),
            *self._cards.findings(entry),
        )

    def of_member(self, place: int) -> dict[str, Finding]:
        """Return what was found about a member, by code."""
        return {one.code: one for one in reversed(self.findings) if one.member == place}

    def basis(self) -> None:
        """Show why, and what the member under the cursor gets for it."""
        if self.price is None:
            return
        household = self._here.entry.household
        basis = self._explain.basis(self.price, household.members)
        told = self.origins.lines(household)
        benefits = self._benefits.lines(household, self._here.focus[0])
        self._view.show_basis((*basis, *told, *benefits))

    def detail(self) -> None:
        """Show the focused member's further facts."""
        place = self._here.place
        if place is None:
            self._view.show_detail(None)
            return
        detail = detail_of(self._here.entry, place, self._session.messages)
        if self.price is not None:
            found = self.price.members[place].assessment
            asked = found is not None and "TIER_REQUIRED" in found.reasons
            detail = replace(detail, tiers=bool(detail.tier) or asked)
        self._view.show_detail(detail)

    def say_notes(self) -> None:
        """Mark what is wrong, and say what matters where the cursor is."""
        visible = self.notes.visible(self.findings, self.key)
        self._view.show_marks(self.notes.marks(visible))
        self._view.show_household_notes(self.notes.of_household(visible))
        self._view.show_note(self.notes.line(visible, self._here.entry, *self._here.focus))

    def meta(self, tail: str = "") -> None:
        """Say which household this is, and what has just become of it."""
        household = self._here.entry.household
        year = self._session.campaign_year
        text = self._say("enrol.meta_new", year=year)
        if household.household_id:
            text = self._say("enrol.meta_saved", number=household.number or "—", year=year)
        self._view.show_meta(f"{text} · {tail}" if tail else text)

    def refused(self, error: Exception, findings: tuple[Finding, ...]) -> None:
        """Say why something was not done: at the fields it is about, else in the line."""
        self.meta()
        if findings:
            self.notes.from_register(findings)
            self.check()
            self._view.focus(findings[0].member, findings[0].field)
        text = self._session.messages.error(error)
        self.say_notes()
        if not self.notes.has_register:
            self._view.show_note(Note(text, "mistake"))

    def key(self, place: Place) -> int:
        """Return a row's identity; -1 for the household."""
        return -1 if place is None else self._here.entry.key(place)

    def _work_out(self) -> None:
        self.price = None
        entry = self._here.entry
        if entry.household.division and entry.members:
            session = self._session
            known = session.desk.known_local_values
            asked = priced_with(priceable(entry.household), self.listed)
            self.price = self._pricing.price(asked, session.law, session.today, known)

    def _show_price(self) -> None:
        if self.price is None:
            self._view.show_price(None)
            self._view.show_basis(())
            return
        members = self._here.entry.members
        self._view.show_price(self._explain.card(self.price, members, self._paid()))
        self.basis()

    def _paid(self) -> tuple[bool, ...]:
        entry = self._here.entry
        return tuple(entry.is_paid(place) for place in range(len(entry.members)))
