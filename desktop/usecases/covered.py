"""Earlier years' cover as the register knows it, looked up only where the law counts years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.cover import counts_years
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.store import people
from desktop.usecases.desk import Desk


def covered_here(
    desk: Desk, division: str, campaign_year: int, persons: Iterable[str]
) -> dict[str, tuple[int | None, ...]]:
    """Return, by person, the benefit years of earlier enrolments that are paid.

    Empty where no law asks: then nothing is looked up.
    """
    if not counts_years(desk.law, division, campaign_year):
        return {}
    return people.covered_years(desk.store.connection, persons, campaign_year)


def with_cover(desk: Desk, entry: HouseholdInput, member: MemberInput) -> MemberInput:
    """Return a member with the earlier years' cover that the register knows."""
    known = covered_here(desk, entry.division, entry.campaign_year, (member.person_id,))
    return replace(member, covered_here=known.get(member.person_id, ()))
