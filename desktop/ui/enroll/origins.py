"""Which law a household's stored figures rest on, and which lists speak of it, for F8. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.base.errors import CanbaoError
from desktop.domain.household import HouseholdInput
from desktop.domain.local_values import split_reference
from desktop.ui.enroll.shown import BasisLine
from desktop.ui.session import Session
from desktop.usecases.law_history import LawOfFigures, laws_of_household
from desktop.usecases.lists.registered import Origin, origins_of_household


class Origins:
    """Reads the laws and lists of the household on the screen once, and tells them from then on."""

    def __init__(self, session: Session, owner: object, show: Callable[[], None]) -> None:
        """``show`` is called when what was read has arrived; it asks `lines` again."""
        self._session = session
        self._owner = owner
        self._show = show
        self._asked = ""
        self._found: tuple[LawOfFigures, ...] = ()
        self._listed: tuple[Origin, ...] = ()

    def forget(self) -> None:
        """Read again: another household, or other figures in the register."""
        self._asked, self._found, self._listed = "", (), ()

    def lines(self, household: HouseholdInput) -> tuple[BasisLine, ...]:
        """Return a line for every law that stored figures rest on; empty for a new household."""
        wanted = household.household_id
        if wanted and wanted != self._asked:
            self._asked, self._found, self._listed = wanted, (), ()
            self._read(wanted, household.campaign_year)
        if not wanted:
            return ()
        names = {member.person_id: member.name for member in household.members}
        groups: dict[str, list[LawOfFigures]] = {}
        for one in self._found:
            groups.setdefault(one.reference, []).append(one)
        laws = (self._line(those, names) for those in groups.values())
        return (*laws, *(self._list_line(one, names) for one in self._listed))

    def _read(self, household_id: str, campaign_year: int) -> None:
        desk = self._session.desk

        def work() -> tuple[tuple[LawOfFigures, ...], tuple[Origin, ...]]:
            laws = laws_of_household(desk, household_id, campaign_year)
            return laws, origins_of_household(desk, household_id)

        def read(told: tuple[tuple[LawOfFigures, ...], tuple[Origin, ...]]) -> None:
            if self._asked == household_id:
                self._found, self._listed = told
                self._show()

        self._session.runner.submit(
            "store",
            work,
            owner=self._owner,
            done=read,
            failed=self._untold,
        )

    def _untold(self, error: Exception) -> None:
        # Figures and prices are shown all the same; a failing disk is told where one works.
        if not isinstance(error, CanbaoError):
            raise error

    def _list_line(self, one: Origin, names: Mapping[str, str]) -> BasisLine:
        """Say from which list somebody's identity came: whose, of which month, in which row."""
        year, _, rest = one.as_of.partition("-")
        key = "basis.listed" if year else "basis.listed_elsewhere"
        words = self._session.messages.say(
            key, name=names.get(one.person, ""), year=year, month=rest[:2].lstrip("0"),
            source=one.source, row=one.row,
        )  # fmt: skip
        return BasisLine(words, "quiet")

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
