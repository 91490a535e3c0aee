"""What a key decides about the band under the cursor: whom, why, and what is asked first. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.domain import codes
from desktop.domain.household import day_or_none
from desktop.domain.roster import Band, BandMember
from desktop.ui.enroll.shown import Note
from desktop.ui.roster.lane import StepLane
from desktop.ui.roster.model import RosterModel
from desktop.ui.roster.promises import Done, RosterView
from desktop.ui.roster.words import RosterWords
from desktop.ui.session import Session
from desktop.usecases.roster_steps import SetAside, renew, set_aside, take_back

OTHER = "other"
OTHER_REASONS = (
    "resident_elsewhere", "student_elsewhere", "military", "prison", "missing",
    "unreachable", "abroad", "hardship", OTHER,
)  # fmt: skip
"""What R offers, by the digits 1 to 9: every reason that has no key of its own."""

Waiting = Literal["", "who", "reason", "answer"]
REASONS = "reasons"
TAKE_BACK = "take_back"


@dataclass(frozen=True, slots=True)
class _Pending:
    """A decision that still lacks something."""

    what: str
    """A reason's code, `REASONS` or `TAKE_BACK`."""
    people: tuple[str, ...] = ()


class Decisions:
    """Turns keys into steps. Keys may run ahead of the store; steps are done in their order."""

    def __init__(
        self, session: Session, view: RosterView, model: RosterModel, lane: StepLane
    ) -> None:
        self._session = session
        self._view = view
        self._model = model
        self._lane = lane
        self._say = session.messages.say
        self._words = RosterWords(session.messages)
        self._pending = _Pending("")
        self.waiting: Waiting = ""

    def renew(self) -> None:
        """Renew the chosen person, or the household, and go on to the next one to do."""
        band = self._model.band
        if band is None:
            return
        chosen = self._chosen(band)
        if chosen is not None:
            self._renew_person(band, chosen)
            return
        people = band.to_renew
        if not people:
            # What nobody can be renewed in was looked at: on to the next.
            self._go_on(band)
            return
        coming = self._submit_renewal(band, ())
        if coming.undecided == 0:
            self._go_on(coming)
        else:
            self._view.show_cursor()

    def renew_here(self, band: Band) -> Band:
        """Renew whom the household's renewal takes, without going on; return what comes of it."""
        return self._submit_renewal(band, ()) if band.to_renew else band

    def set_aside(self, what: str) -> None:
        """Begin noting a reason (or `REASONS`: which one is asked), or taking one back."""
        band = self._model.band
        if band is None:
            return
        self.cancel()
        chosen = self._chosen(band)
        movable = [one for one in band.members if one.state not in ("paid", "elsewhere")]
        if chosen is not None:
            self._of(band, what, (chosen.person_id,))
        elif len(movable) == 1 and len(band.members) == 1:
            self._of(band, what, (movable[0].person_id,))
        elif movable:
            self._pending = _Pending(what)
            self.waiting = "who"
            self._prompt(self._say("roster.who", what=self._what(what)))
        else:
            self._note(Note(self._say("roster.paid", name=band.head), "warning"))

    def digit(self, number: int) -> bool:
        """Take a digit where one was asked for: whom (0: everybody), or which reason."""
        band = self._model.band
        if band is None:
            return False
        if self.waiting == "who":
            people = [one for one in band.members if one.state not in ("paid", "elsewhere")]
            if number:
                people = [band.members[number - 1]] if number <= len(band.members) else []
            if people:
                self._of(band, self._pending.what, tuple(one.person_id for one in people))
            return True
        if self.waiting == "reason":
            if 1 <= number <= len(OTHER_REASONS):
                self._of(band, OTHER_REASONS[number - 1], self._pending.people)
            return True
        return False

    def answer(self, text: str) -> None:
        """Take what was typed: a day of death, the paper of a refusal, another reason."""
        band, pending = self._model.band, self._pending
        if self.waiting != "answer" or band is None:
            return
        if pending.what == codes.DEATH:
            mistake = self._day_mistake(text)
            if mistake:
                self._ask(band, pending, Note(mistake, "mistake"))
                return
            why = SetAside(codes.DEATH, died_on=text)
        elif pending.what == codes.REFUSED:
            why = SetAside(codes.REFUSED, evidence=text)
        else:
            why = SetAside(pending.what, detail=text)
        self.cancel()
        self._decide(band, pending.people, why)

    def cancel(self) -> bool:
        """Drop what is being asked; False if nothing is."""
        if not self.waiting:
            return False
        asked, self.waiting = self.waiting, ""
        self._pending = _Pending("")
        self._model.notes.pop(self._model.household_id, None)
        if asked == "answer":
            self._view.end_ask()
        self._view.show_band(self._model.household_id)
        return True

    def _chosen(self, band: Band) -> BandMember | None:
        person = self._model.person
        return band.members[person] if person is not None and person < len(band.members) else None

    def _of(self, band: Band, what: str, people: tuple[str, ...]) -> None:
        """Go on with a decision once it is known whom it is about."""
        self.waiting = ""
        paid = [
            one.name
            for one in band.members
            if one.person_id in people and one.state in ("paid", "elsewhere")
        ]
        if paid:
            self._note(Note(self._say("roster.paid", name=paid[0]), "warning"))
            return
        pending = _Pending(what, people)
        if what == REASONS:
            self._pending, self.waiting = pending, "reason"
            reasons = "  ".join(
                f"{place} {self._words.short_reason(code)}"
                for place, code in enumerate(OTHER_REASONS, 1)
            )
            who = self._who(band, people)
            self._prompt(self._say("roster.reason", who=who, reasons=reasons))
        elif what == TAKE_BACK:
            self._take_back(band, people)
        elif what in (codes.DEATH, codes.REFUSED, OTHER):
            self._ask(band, pending, Note(self._say("roster.ask.hint")))
        else:
            self._decide(band, people, SetAside(what))

    def _ask(self, band: Band, pending: _Pending, hint: Note) -> None:
        self._pending, self.waiting = pending, "answer"
        prompt = self._say(f"roster.ask.{pending.what}", who=self._who(band, pending.people))
        self._view.ask(prompt, "day" if pending.what == codes.DEATH else "text", hint)

    def _day_mistake(self, text: str) -> str:
        if not text:
            return ""
        day = day_or_none(text)
        if day is None:
            return self._say("roster.day_form")
        return self._say("roster.day_future") if day > self._session.today else ""

    def _renew_person(self, band: Band, one: BandMember) -> None:
        if one.state not in ("open", "not_enrolled", "dead"):
            self._next_person(band)
            return
        coming = self._submit_renewal(band, (one.person_id,))
        if coming.undecided == 0:
            self._go_on(coming)
        else:
            self._next_person(coming)

    def _next_person(self, band: Band) -> None:
        """Move to the next person of the band nothing is decided about, else to the household."""
        start = (self._model.person or 0) + 1
        rest = (at for at in range(start, len(band.members)) if band.members[at].state == "open")
        self._model.person = next(rest, None)
        self._view.show_cursor()

    def _submit_renewal(self, band: Band, people: tuple[str, ...]) -> Band:
        named = {
            one.person_id
            for one in band.members
            if one.person_id in people
            and one.state in ("open", "not_enrolled")
            and not any(mark.stops == "person" for mark in one.marks)
        }
        coming = band.renewed(named if people else band.to_renew)
        done = Done(self._say("roster.what.renew", head=band.head))
        desk, year, household = self._session.desk, self._session.campaign_year, band.household_id
        self._lane.submit(coming, done, lambda: renew(desk, household, year, people))
        return coming

    def _decide(self, band: Band, people: tuple[str, ...], why: SetAside) -> None:
        coming = band.set_aside(people, why.reason, why.died_on or why.evidence or why.detail)
        reason = self._words.short_reason(why.reason)
        done = Done(self._say("roster.what.reason", head=band.head, reason=reason))
        desk, year, household = self._session.desk, self._session.campaign_year, band.household_id
        self._lane.submit(coming, done, lambda: set_aside(desk, household, year, people, why))
        if coming.undecided == 0:
            self._go_on(coming)
        else:
            self._model.person = None
            self._view.show_cursor()

    def _take_back(self, band: Band, people: tuple[str, ...]) -> None:
        done = Done(self._say("roster.what.take_back", head=band.head))
        desk, year, household = self._session.desk, self._session.campaign_year, band.household_id
        self._lane.submit(band, done, lambda: take_back(desk, household, year, people))

    def _go_on(self, band: Band) -> None:
        """Go to the next band nothing is decided about; say so if there is none."""
        if self._model.next_to_do():
            self._view.show_message(Note())
        else:
            key = "roster.last_band" if band.undecided or self._left() else "roster.all_done"
            self._view.show_message(Note(self._say(key), "ok"))
            self._model.person = None
        self._view.show_cursor()

    def _left(self) -> bool:
        return self._model.counts["todo"] > 0

    def _who(self, band: Band, people: tuple[str, ...]) -> str:
        if len(people) > 1:
            return self._say("roster.whole")
        return next((one.name for one in band.members if one.person_id in people), "")

    def _what(self, what: str) -> str:
        if what == REASONS:
            return self._say("roster.state.not_enrolled")
        if what == TAKE_BACK:
            return self._say("roster.take_back")
        return self._words.short_reason(what)

    def _prompt(self, text: str) -> None:
        self._note(Note(text, "quiet"))

    def _note(self, note: Note) -> None:
        self._model.notes[self._model.household_id] = note
        self._view.show_band(self._model.household_id)
