"""How many reminders are due today, for the navigation: counted beside the rest. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from desktop.base.errors import CanbaoError
from desktop.ui.session import Session
from desktop.usecases.not_enrolled import due_reminders


class DueWatch:
    """Counts at sign-in and after what changes; asked while counting, it counts once more."""

    def __init__(self, session: Session, owner: object, told: Callable[[int], None]) -> None:
        self._session = session
        self._owner = owner
        self._told = told
        self._counting = False
        self._again = False
        self.known = 0
        """As last counted."""

    def count(self) -> None:
        """Count, and tell."""
        if self._counting:
            self._again = True
            return
        self._counting = True
        session = self._session
        division, year, today = session.division, session.campaign_year, session.today
        session.runner.submit(
            "count",
            lambda: session.desk.counting.ask(
                lambda connection: due_reminders(connection, division, year, today)
            ),
            owner=self._owner,
            done=self._counted,
            failed=self._failed,
        )

    def _counted(self, due: int | None) -> None:
        self._counting = False
        if due is not None:
            self.known = due
            self._told(due)
        if self._again:
            self._again = False
            self.count()

    def _failed(self, error: Exception) -> None:
        """Tell nothing: the navigation keeps what it last knew; the screens say what failed."""
        self._counting = self._again = False
        if not isinstance(error, CanbaoError):
            raise error
