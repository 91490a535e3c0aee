"""A member covered elsewhere (X17): the clerk asks, and settles which of the two it is. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain import codes
from desktop.domain.facts import Circumstance, OtherCover
from desktop.domain.household import MemberInput
from desktop.ui.enroll.member_tasks import MemberTask
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.task_shown import Outcome, TaskField, TaskShown
from desktop.ui.session import Session

ENDED, WAITING, ACTIVE = "ended", "waiting", "active"
_REASON = {"employee": codes.EMPLOYEE_COVER, "military": "military"}


class CoverTask(MemberTask):
    """Nothing is enrolled over active cover; what is true is entered instead."""

    code = "cover"

    def __init__(
        self,
        session: Session,
        member: MemberInput,
        settle: Callable[[str, object], None],
    ) -> None:
        """``settle`` changes a field of the member on the screen."""
        super().__init__(session, member)
        self._settle = settle
        self._cover = next(one for one in member.other_cover if one.status == "active")

    def shown(self) -> TaskShown:
        """Return the panel: ended, still running, or waiting for the other to begin."""
        kinds = [ENDED, ACTIVE]
        if self._cover.scheme == "employee":
            kinds.insert(1, WAITING)
        choices = tuple(Choice(one, self._say(f"task.cover.{one}")) for one in kinds)
        fields = [self._coded("standing", choices)]
        if self._answer("standing") == ENDED and self._cover.scheme == "employee":
            label = self._say("task.field.ended_on")
            fields.append(TaskField("ended_on", label, "date", self._answer("ended_on")))
        return self._panel(*fields)

    def work(self) -> Callable[[], object]:
        """Return nothing to be written: the household is saved later."""
        return lambda: self._answer("standing")

    def done(self, result: object) -> Outcome:
        """Enter what the clerk found out."""
        if result == ACTIVE:
            reason = _REASON.get(self._cover.scheme, "resident_elsewhere")
            self._settle("participation", reason)
            return Outcome(self._say("task.cover.out"))
        if result not in (ENDED, WAITING):
            return Outcome(self._say("task.cover.choose"), stays=True)
        status = ENDED if result == ENDED else WAITING
        others = tuple(
            OtherCover(scheme=one.scheme, status=status) if one is self._cover else one  # type: ignore[arg-type]
            for one in self._member.other_cover
        )
        self._settle("other_cover", others)
        if result == ENDED and self._cover.scheme == "employee":
            on = self._answer("ended_on") or None
            ended = Circumstance(code="employee_cover_ended", on=on)
            rest = tuple(one for one in self._member.circumstances if one.code != ended.code)
            self._settle("circumstances", (*rest, ended))
        return Outcome(self._say("task.cover.done"))
