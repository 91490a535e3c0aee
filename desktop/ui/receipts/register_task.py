"""Which register is wanted: of which place, over which days. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.task_shown import Outcome, TaskShown
from desktop.ui.receipts.tasks import MoneyTask
from desktop.ui.session import Session
from desktop.usecases.registers import Register, RegisterWanted, register

Kind = Literal["contribution-register", "assistance-register"]


class RegisterTask(MoneyTask):
    """Make a register; it is shown, then printed or kept as a file."""

    def __init__(self, session: Session, kind: Kind) -> None:
        super().__init__(session)
        self.code = kind
        self._answers["division"] = session.division
        if kind == "contribution-register":
            self._answers["first"] = self._answers["last"] = session.today.isoformat()

    def shown(self) -> TaskShown:
        """Return the panel: the place, and the days where the register goes by day."""
        session = self._session
        places = (
            Choice(session.division, session.division_name),
            *(Choice(one.code, one.name, keys=one.keys) for one in session.villages),
        )
        by_day = self.code == "contribution-register"
        days = (self._field("first", "date"), self._field("last", "date")) if by_day else ()
        says = self._say(f"money.{self.code}.says")
        return self._panel(says, self._coded("division", places), *days)

    def work(self) -> Callable[[], object]:
        """Return the making of the register."""
        first, last = self._answer("first"), self._answer("last")
        session, division = self._session, self._answer("division")

        def make() -> Register:
            wanted = RegisterWanted(
                kind=self.code,
                division=division or session.division,
                campaign_year=session.campaign_year,
                language=session.messages.language,
                first=day_of(first),
                last=day_of(last),
            )
            return register(session.desk, wanted)

        return make

    def done(self, result: object) -> Outcome:
        """Return how many stand on it."""
        assert isinstance(result, Register)
        return Outcome(self._say("money.register.done", count=len(result.data.rows)))


def day_of(typed: str) -> date | None:
    """Return a day that was typed, None if the field is empty. Raises Refused ``DAY_FORM``."""
    if not typed.strip():
        return None
    try:
        return day_from_text(typed)
    except ValueError as error:
        raise Refused("DAY_FORM", f"not a day: {typed}") from error
