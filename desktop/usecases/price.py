"""What a household pays, as the fields change: pure, in microseconds, on whatever thread asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from desktop.domain.assessing import assessment_request
from desktop.domain.cover import with_history
from desktop.domain.household import HouseholdInput, MemberInput, normalised
from desktop.domain.local_values import NO_VALUES, LocalValueBook, ValuesInForce, law_reference
from desktop.policy import Assessment, AssessmentRequest, LawBook, assess, request_from_json


@dataclass(frozen=True, slots=True)
class MemberPrice:
    """One member's assessment; ``assessment`` is None for a member who is not enrolled."""

    place: int
    assessment: Assessment | None

    @property
    def payable_fen(self) -> int | None:
        """What the person pays, None while the law or a missing fact leaves it open."""
        if self.assessment is None or self.assessment.allowed is False:
            return None
        return self.assessment.net_payable


@dataclass(frozen=True, slots=True)
class HouseholdPrice:
    """The price card: members in order and the sums over those that are settled."""

    members: tuple[MemberPrice, ...]

    @property
    def enrolled(self) -> int:
        """How many members are to be enrolled."""
        return sum(member.assessment is not None for member in self.members)

    @property
    def standard_fen(self) -> int:
        """Sum of the settled personal standards."""
        return sum(found.personal_standard or 0 for found in self._assessments)

    @property
    def assistance_fen(self) -> int:
        """Sum of the settled assistance."""
        return sum(found.assistance or 0 for found in self._assessments)

    @property
    def payable_fen(self) -> int:
        """Sum of what is settled to be paid."""
        return sum(member.payable_fen or 0 for member in self.members)

    @property
    def open_members(self) -> tuple[int, ...]:
        """Places of enrolled members whose price is not settled."""
        return tuple(
            member.place
            for member in self.members
            if member.assessment is not None and member.payable_fen is None
        )

    @property
    def _assessments(self) -> tuple[Assessment, ...]:
        return tuple(member.assessment for member in self.members if member.assessment)


def price_household(
    household: HouseholdInput,
    law: LawBook,
    today: date,
    local_values: LocalValueBook | None = None,
) -> HouseholdPrice:
    """Return what each member pays if paid ``today``, with the reasons.

    ``local_values`` is the desk's book (`desktop.usecases.desk.Desk.known_local_values`): without
    it, everything the documents leave open stays open.
    """
    return Pricing().price(household, law, today, local_values)


class Pricing:
    """Prices a household again and again while it is typed: who did not change is not asked again.

    The assessments last given are kept, no more; another law, day or place forgets them.
    """

    def __init__(self) -> None:
        self._under: tuple[object, ...] = ()
        self._known: dict[MemberInput, Assessment | None] = {}

    def price(
        self,
        household: HouseholdInput,
        law: LawBook,
        today: date,
        local_values: LocalValueBook | None = None,
    ) -> HouseholdPrice:
        """Return what `price_household` returns."""
        frame = replace(household, members=())
        under = (household.division, household.campaign_year, today, law, local_values)
        before = self._known if _same(under, self._under) else {}
        self._under, self._known = under, {}
        for member in household.members:
            if member not in self._known:
                self._known[member] = (
                    before[member]
                    if member in before
                    else _asked(replace(frame, members=(member,)), law, today, local_values)
                )
        return HouseholdPrice(
            tuple(
                MemberPrice(place, self._known[member])
                for place, member in enumerate(household.members)
            )
        )


def _same(under: tuple[object, ...], before: tuple[object, ...]) -> bool:
    # Law and local values are replaced whole, and too large to be compared at every key.
    return under[:3] == before[:3] and all(
        now is then for now, then in zip(under[3:], before[3:], strict=False)
    )


def _asked(
    alone: HouseholdInput, law: LawBook, today: date, local_values: LocalValueBook | None
) -> Assessment | None:
    clean = normalised(alone, today)
    member = clean.members[0]
    if not member.enrol:
        return None
    return price_member(clean, member, law, today, local_values=local_values)


def price_member(
    household: HouseholdInput,
    member: MemberInput,
    law: LawBook,
    today: date,
    *,
    registered_on: date | None = None,
    local_values: LocalValueBook | None = None,
) -> Assessment:
    """Return one normalised member's assessment if paid ``today``.

    What cannot be asked (a division code that is none, an unknown identity) is an assessment
    with status ``invalid`` and its problems, as the calculator's contract says.
    """
    question = assessment_request(
        household, member, registered_on=registered_on or today, paid_on=today
    )
    request = request_from_json(question)
    if not isinstance(request, AssessmentRequest):
        return Assessment(id=question["id"], status="invalid", problems=request)
    local = values_in_force(household.division, household.campaign_year, law, today, local_values)
    if local.values is not None:
        request = msgspec.structs.replace(request, local_values=local.values)
    return assess(with_history(request, law, member), law, local.sources)


def values_in_force(
    division: str, campaign_year: int, law: LawBook, day: date, book: LocalValueBook | None
) -> ValuesInForce:
    """Return the local values that hold for a division on a day."""
    if book is None or not book.values:
        return NO_VALUES
    return book.resolve(law.chain(division), campaign_year, day)


def reference_of(
    assessment: Assessment,
    household: HouseholdInput,
    law: LawBook,
    day: date,
    book: LocalValueBook,
) -> str:
    """Return what an event says its figures rest on: the law's hash and the local values."""
    local = values_in_force(household.division, household.campaign_year, law, day, book)
    return law_reference(assessment.law.hash, local.names)
