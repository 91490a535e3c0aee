"""Under which law the stored figures of a household were worked out, for the F8 panel. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from desktop.base.errors import CanbaoError
from desktop.domain.household import HouseholdInput
from desktop.domain.local_values import split_reference
from desktop.ui.enroll.shown import BasisLine
from desktop.ui.session import Session
from desktop.usecases.law_history import LawOfFigures, laws_of_household


class Origins:
    """Reads the laws of the household on the screen once, and tells them from then on."""

    def __init__(self, session: Session, owner: object, show: Callable[[], None]) -> None:
        """``show`` is called when what was read has arrived; it asks `lines` again."""
        self._session = session
        self._owner = owner
        self._show = show
        self._asked = ""
        self._found: tuple[LawOfFigures, ...] = ()

    def forget(self) -> None:
        """Read again: another household, or other figures in the register."""
        self._asked, self._found = "", ()

    def lines(self, household: HouseholdInput) -> tuple[BasisLine, ...]:
        """Return a line for every law that stored figures rest on; empty for a new household."""
        wanted = household.household_id
        if wanted and wanted != self._asked:
            self._asked, self._found = wanted, ()
            self._read(wanted, household.campaign_year)
        if not wanted or not self._found:
            return ()
        names = {member.person_id: member.name for member in household.members}
        groups: dict[str, list[LawOfFigures]] = {}
        for one in self._found:
            groups.setdefault(one.reference, []).append(one)
        return tuple(self._line(those, names) for those in groups.values())

    def _read(self, household_id: str, campaign_year: int) -> None:
        desk = self._session.desk

        def read(found: tuple[LawOfFigures, ...]) -> None:
            if self._asked == household_id:
                self._found = found
                self._show()

        self._session.runner.submit(
            "store",
            lambda: laws_of_household(desk, household_id, campaign_year),
            owner=self._owner,
            done=read,
            failed=self._untold,
        )

    def _untold(self, error: Exception) -> None:
        # Figures and prices are shown all the same; a failing disk is told where one works.
        if not isinstance(error, CanbaoError):
            raise error

    def _line(self, those: list[LawOfFigures], names: dict[str, str]) -> BasisLine:
        say, first = self._session.messages.say, those[0]
        who = "、".join(names[one.person] for one in those if names.get(one.person))
        if first.used is None:
            law_hash, _ = split_reference(first.reference)
            return BasisLine(say("basis.origin_unknown", names=who, hash=law_hash[:16]), "warning")
        law = " → ".join(
            say("basis.origin_layer", document=layer.document, version=layer.version)
            for layer in first.used.layers
        )
        local = say("basis.origin_local", documents="、".join(first.documents))
        told = f"{law}{local}" if first.documents else law
        key = "basis.origin" if first.current else "basis.origin_former"
        return BasisLine(say(key, names=who, law=told), "quiet" if first.current else "warning")
