"""The block 待遇信息 under the reasons: what the chosen person gets, for information. No Qt."""

from __future__ import annotations

from desktop.domain.household import HouseholdInput
from desktop.policy.benefit_panel import COVERAGE_TARGET, PanelLine, benefit_panel
from desktop.ui.enroll.shown import BasisLine
from desktop.ui.session import Session


class Benefits:
    """Tells the benefits of one person at a time; asked on every keystroke, it remembers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._asked: tuple[object, ...] = ()
        self._told: tuple[BasisLine, ...] = ()

    def lines(self, household: HouseholdInput, place: int | None) -> tuple[BasisLine, ...]:
        """Return the block of the member at ``place``; empty without a member or without law."""
        if place is None or place >= len(household.members):
            return ()
        member = household.members[place]
        student = member.student
        institution = student.institution if student and student.graduation_year is None else None
        name = member.name.strip() or self._say("person.unnamed", place=place + 1)
        asked = (household.division, household.campaign_year, member.tier, institution, name)
        if self._asked != (self._session.law, *asked):
            self._asked = (self._session.law, *asked)
            self._told = self._work_out(household, member.tier, institution, name)
        return self._told

    def _work_out(
        self, household: HouseholdInput, tier: str | None, institution: str | None, name: str
    ) -> tuple[BasisLine, ...]:
        session = self._session
        if not household.division:
            return ()
        law = session.law.resolve(household.division, household.campaign_year)
        if law is None:
            return ()
        packs = [session.law.packs[layer.pack] for layer in law.used.layers]
        panel = benefit_panel(packs, session.today, tier=tier, institution=institution)
        heading = BasisLine(self._say("basis.benefits", name=name), heading=True)
        return (heading, *(self._line(line) for line in panel if line.item != COVERAGE_TARGET))

    def _line(self, line: PanelLine) -> BasisLine:
        language = self._session.messages.language
        if line.value is None:
            text = self._say(
                "basis.benefit_silent", title=line.title(language), says=line.says(language)
            )
            return BasisLine(text, "unknown")
        text = self._say(
            "basis.benefit",
            title=line.title(language),
            says=line.says(language),
            cited=line.cited(language),
            days=line.days(language),
        )
        return BasisLine(text, "unknown" if line.silent else "")

    def _say(self, key: str, **values: object) -> str:
        return self._session.messages.say(key, **values)
