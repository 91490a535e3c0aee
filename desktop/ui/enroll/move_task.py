"""变换家庭 on the screen: who goes, where to, and who heads those who stay. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from typing_extensions import override

from desktop.domain import codes
from desktop.domain.household import HouseholdInput, is_head
from desktop.ui.enroll import options
from desktop.ui.enroll.member_tasks import MemberTask
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.task_shown import Outcome, TaskField, TaskShown
from desktop.ui.session import Session
from desktop.usecases.moves import Move, Moved, find_household, move_people

NEW = "new"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The household they go to, chosen by search."""

    household_id: str
    words: str


class MoveTask(MemberTask):
    """Asks only what the choice so far leaves open."""

    code = "move"

    def __init__(self, session: Session, household: HouseholdInput, place: int) -> None:
        """Begin with the member at ``place``."""
        super().__init__(session, household.members[place])
        self._household = household
        self._going = [self._member.person_id]
        self._chosen: Chosen | None = None
        self._answers = {"target": NEW}

    @override
    def choose(self, name: str, code: str, *, on: bool) -> None:
        """Take somebody along, or leave them."""
        del name
        if code in self._going:
            self._going.remove(code)
        elif on:
            self._going.append(code)

    def take(self, household_id: str, words: str) -> None:
        """Go to the household that was found."""
        self._chosen = Chosen(household_id, words)
        self._answers |= {"target": OTHER, "where": words}

    @override
    def set(self, name: str, value: str) -> None:
        """Take an answer; what is typed takes the place of what was found."""
        if name == "where":
            self._chosen = None
        super().set(name, value)

    def shown(self) -> TaskShown:
        """Return the panel."""
        members = self._household.members
        fields = [
            TaskField(
                "people",
                self._say("task.field.people"),
                "tags",
                tags=tuple((one, self._name(one)) for one in self._going),
                options=tuple(Choice(one.person_id, one.name) for one in members),
            ),
            self._coded("target", self._targets()),
        ]
        if self._answer("target") == OTHER:
            relations = options.from_codes(codes.RELATIONS, self._language)
            fields += [self._text("where"), self._coded("relation", relations)]
        else:
            fields += [self._text("number"), self._text("address")]
        staying = [one for one in members if one.person_id not in self._going]
        if staying and any(is_head(one) for one in members if one.person_id in self._going):
            heads = tuple(Choice(one.person_id, one.name) for one in staying)
            fields.append(self._coded("new_head", heads))
        return self._panel(*fields, self._text("reason"))

    def work(self) -> Callable[[], object]:
        """Return the move."""
        desk = self._session.desk
        chosen, typed = self._chosen, self._answer("where")
        other = self._answer("target") == OTHER
        relation = self._answer("relation")
        asked = Move(
            tuple(self._going),
            chosen.household_id if chosen and other else "",
            number="" if other else self._answer("number"),
            address="" if other else self._answer("address"),
            relations={self._member.person_id: relation} if relation else {},
            new_head=self._answer("new_head"),
            reason=self._answer("reason"),
        )

        def move() -> Moved:
            named = asked
            if other and chosen is None:
                named = replace(asked, to_household=find_household(desk, typed))
            return move_people(desk, named)

        return move

    def done(self, result: object) -> Outcome:
        """Show where they went: their relations there are looked at next."""
        assert isinstance(result, Moved), "what a move gives"
        words = self._say("task.move.done", count=len(self._going))
        return Outcome(words, result.household_id, (0, "relation"))

    def _targets(self) -> tuple[Choice, ...]:
        return tuple(Choice(one, self._say(f"task.move.{one}")) for one in (NEW, OTHER))

    def _name(self, person: str) -> str:
        found = (one.name for one in self._household.members if one.person_id == person)
        return next(found, "")
