"""The years without cover before an enrolment: what register and person say of earlier ones.

Only a law that counts such years is asked with them (国办发〔2024〕38号 二); every other law is
asked as if nobody had looked. The same function serves desk and centre: both ask the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from desktop.domain.cover_years import years_told
from desktop.domain.household import MemberInput
from desktop.policy import AssessmentRequest, LawBook, assess
from desktop.policy.request import CoverHistory

YEARS_MAX = 99
"""How many years back cover may lie: more the calculator is not asked about."""


def counts_years(book: LawBook, division: str, campaign_year: int) -> bool:
    """Tell whether the law of a place makes people wait for years without cover."""
    law = book.resolve(division, campaign_year)
    return law is not None and law.text.waiting.after_gaps is not None


def with_history(
    request: AssessmentRequest, book: LawBook, member: MemberInput
) -> AssessmentRequest:
    """Return ``request`` with the years without cover, where the law in force counts them."""
    if not counts_years(book, request.division, request.campaign_year):
        return request
    year = assess(request, book).benefit_year
    told = years_told(member.cover_history) or ()
    gap = gap_years(year, (*member.covered_here, *told))
    return msgspec.structs.replace(request, cover_history=CoverHistory(gap_years=gap))


def gap_years(year: int | None, covered: Sequence[int | None]) -> int | None:
    """Return how many whole years before ``year`` are without cover; None if nobody can know.

    Without any earlier cover on record or told the beginning of the gap is unknown: nothing is
    made up of it. A year of cover that is not known might be any.
    """
    if year is None:
        return None
    earlier = [one for one in covered if one is not None and one < year]
    if not earlier:
        return None
    gap = year - 1 - max(earlier)
    if (gap and None in covered) or gap > YEARS_MAX:
        return None
    return gap
