"""The actions a clerk can take on a member or a household (办理), one at a time. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import msgspec

from desktop.domain.fact_checks import disability_of
from desktop.domain.facts import Recognition
from desktop.domain.household import MemberInput
from desktop.ui.enroll.cover_task import CoverTask
from desktop.ui.enroll.member_tasks import OverrideTask, RenumberTask, UnmaskTask, VoidTask
from desktop.ui.enroll.move_task import MoveTask
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.promises import EnrolView
from desktop.ui.enroll.showing import Here, Showing
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_shown import Offer, Outcome, Task
from desktop.ui.session import Session
from desktop.usecases.documents import supervisors
from desktop.usecases.open_household import LoadedHousehold, load_household
from desktop.usecases.voids import unpaid_enrollments

Change = Callable[[int, str, Any], None]
"""Change a member's field on the screen."""


class TaskDesk:
    """Offers what can be done, and carries one action through its panel."""

    def __init__(
        self,
        session: Session,
        view: EnrolView,
        here: Here,
        showing: Showing,
        change: Change,
    ) -> None:
        """Act on who is ``here``; ``change`` enters what an action settles."""
        self._session = session
        self._view = view
        self._here = here
        self._showing = showing
        self._change = change
        self._say = session.messages.say
        self._task: Task | None = None
        self._busy = False

    @property
    def is_open(self) -> bool:
        """Whether a panel is open."""
        return self._task is not None

    def offers(self) -> tuple[Offer, ...]:
        """Return the actions on the focused member; those that need a saved household say so."""
        place = self._here.place
        if place is None:
            return ()
        return tuple(self._offers(place, self._here.entry.members[place]))

    def _offers(self, place: int, member: MemberInput) -> Iterator[Offer]:
        found = self._showing.of_member(place)
        entry = self._here.entry
        saved = bool(member.person_id and entry.household.household_id) and not entry.changed
        if "DOCUMENT_CHECK_DIGIT" in found or "OVERRIDE_UNAPPROVED" in found:
            yield self._offer("override")
        if "DISABILITY_TOLD" in found or "DISABILITY_DIFFERS" in found:
            yield self._offer("disability")
        if any(one.status == "active" for one in member.other_cover):
            yield self._offer("cover", enabled=not entry.is_paid(place))
        yield self._offer("renumber", enabled=saved or "DOCUMENT_OF_ANOTHER" in found)
        yield self._offer("move", enabled=saved)
        yield self._offer("void", enabled=saved and entry.statuses[place] == "registered")
        may = self._session.role in ("clerk", "supervisor")
        yield self._offer("unmask", enabled=bool(member.person_id) and may)

    def _offer(self, code: str, *, enabled: bool = True) -> Offer:
        return Offer(code, self._say(f"task.{code}"), enabled)

    def begin(self, code: str) -> None:
        """Open the panel of an action on the focused member."""
        place = self._here.place
        if place is None:
            return
        openers: dict[str, Callable[[int, MemberInput], None]] = {
            "override": self._ask_supervisors,
            "disability": self._take_disability,
            "cover": self._cover,
            "renumber": self._renumber,
            "move": self._move,
            "void": self._void,
            "unmask": self._unmask,
        }
        openers[code](place, self._here.entry.members[place])

    def set(self, name: str, value: str) -> None:
        """Take an answer in the panel."""
        if self._task is not None:
            self._task.set(name, value)
            self._show()

    def choose(self, name: str, code: str, *, on: bool) -> None:
        """Take one of several choices in the panel, or take it back."""
        if self._task is not None:
            self._task.choose(name, code, on=on)
            self._show()

    def take_household(self, household_id: str) -> bool:
        """Take a household found by search as the one to move to; False if nobody moves."""
        task = self._task
        if not isinstance(task, MoveTask):
            return False
        year = self._session.campaign_year

        def found(loaded: LoadedHousehold) -> None:
            head = loaded.entry.members[0].name if loaded.entry.members else "—"
            number = loaded.entry.number or loaded.entry.address or "—"
            task.take(household_id, self._say("task.move.found", number=number, head=head))
            self._show()

        self._session.runner.submit(
            "store",
            lambda: load_household(self._session.desk, household_id, year),
            owner=self._view,
            done=found,
            failed=self._failed,
        )
        return True

    def act(self) -> None:
        """Do what the panel says."""
        if self._task is None or self._busy:
            return
        self._busy = True
        self._session.runner.submit(
            "store", self._task.work(), owner=self._view, done=self._done, failed=self._failed
        )

    def cancel(self) -> None:
        """Shut the panel; nothing was done."""
        if self._task is not None:
            self._task = None
            self._view.show_task(None)

    def _renumber(self, place: int, member: MemberInput) -> None:
        """Ask for the new document; a number already typed over the old one goes along."""
        del place
        entry = self._here.entry
        unsaved = entry.household if entry.changed else None
        household = entry.household.household_id
        self._open(RenumberTask(self._session, member, household, unsaved))

    def _cover(self, place: int, member: MemberInput) -> None:
        self._open(CoverTask(self._session, member, self._settle(place)))

    def _move(self, place: int, member: MemberInput) -> None:
        del member
        self._open(MoveTask(self._session, self._here.entry.household, place))

    def _void(self, place: int, member: MemberInput) -> None:
        del place
        desk, household = self._session.desk, self._here.entry.household
        identity, year = household.household_id, household.campaign_year

        def unpaid(person: str) -> tuple[str, ...]:
            return unpaid_enrollments(desk, identity, year, person)

        self._open(VoidTask(self._session, member, household, unpaid))

    def _unmask(self, place: int, member: MemberInput) -> None:
        del place
        self._open(UnmaskTask(self._session, member))

    def _ask_supervisors(self, place: int, member: MemberInput) -> None:
        def opened(found: tuple[Any, ...]) -> None:
            choices = tuple(Choice(one.operator, one.display_name or one.operator) for one in found)
            settle = self._settle(place)
            self._open(
                OverrideTask(
                    self._session, member, lambda text: settle("document_override", text), choices
                )
            )

        desk = self._session.desk
        self._session.runner.submit(
            "store",
            lambda: supervisors(desk),
            owner=self._view,
            done=opened,
            failed=self._failed,
        )

    def _take_disability(self, place: int, member: MemberInput) -> None:
        told = disability_of(member, self._session.today)
        if told is None:
            return
        kind, grade = told
        held = [one for one in member.identities if one.code == "disability"]
        others = tuple(one for one in member.identities if one.code != "disability")
        given = _disability(held, kind, grade, self._say("task.disability.evidence"))
        self._change(place, "identities", (*others, given))
        self._view.show_note(Note(self._say("task.disability.done"), "ok"))

    def _settle(self, place: int) -> Callable[[str, Any], None]:
        return lambda name, value: self._change(place, name, value)

    def _open(self, task: Task) -> None:
        self._task = task
        self._show()

    def _show(self, note: Note | None = None) -> None:
        if self._task is not None:
            shown = self._task.shown()
            self._view.show_task(replace(shown, note=note) if note else shown)

    def _done(self, result: object) -> None:
        self._busy = False
        task = self._task
        if task is None:
            return
        outcome: Outcome = task.done(result)
        if outcome.stays:
            self._show(Note(outcome.words, "ok"))
            return
        self._task = None
        self._view.show_task(None)
        if outcome.household:
            self._view.reopen(outcome.household, outcome.cursor, outcome.words)
        else:
            self._showing.meta(outcome.words)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        messages = self._session.messages
        found = getattr(error, "findings", ())
        words = messages.finding(found[0]) if found else messages.error(error)
        if self._task is None:
            self._view.show_note(Note(words, "mistake"))
            return
        self._show(Note(self._task.failed(error) or words, "mistake"))


def _disability(held: list[Recognition], kind: str, grade: int, evidence: str) -> Recognition:
    known = held[0] if held else Recognition(code="disability", evidence=evidence)
    return msgspec.structs.replace(known, kind=kind, grade=grade)
