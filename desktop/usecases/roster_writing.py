"""Where people stand in a campaign year, and the one event that brings them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.facts import (
    Circumstance,
    EnrollmentFields,
    HouseholdFields,
    HouseholdSaved,
    OtherCover,
    PersonFields,
)
from desktop.domain.household import MemberInput
from desktop.domain.member_rows import law_facts
from desktop.domain.roster import DEAD, LIVING, Band, Mark
from desktop.domain.roster_facts import NotEnrolled
from desktop.policy import Assessment
from desktop.usecases.desk import Desk
from desktop.usecases.enrolling import registered
from desktop.usecases.price import price_member, reference_of
from desktop.usecases.roster_survey import Surveyed, SurveyedMember, survey

EMPLOYED = OtherCover(scheme="employee", status="active")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands in a campaign year: all that a step can change."""

    person_id: str
    enrolled: bool
    tier: str | None
    survival: str
    died_on: str
    circumstances: tuple[Circumstance, ...]
    other_cover: tuple[OtherCover, ...]
    reason: str
    detail: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Somebody a step left as they were, and why."""

    person_id: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Step:
    """What a step did. Without ``after`` nothing changed and no event was written."""

    band: Band
    before: tuple[Standing, ...] = ()
    after: tuple[Standing, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why people are not enrolled: a reason's code with what is known of it."""

    reason: str
    died_on: str = ""
    """ISO day; empty if nobody knows it."""
    detail: str = ""
    evidence: str = ""


def standing_of(one: SurveyedMember) -> Standing:
    """Return where a person stands now, as the record has it."""
    row, reason = one.row, one.reason
    facts = law_facts(row)
    return Standing(
        person_id=row["id"],
        enrolled=one.shown.enrolled,
        tier=one.enrollment["tier"] if one.enrollment else None,
        survival=row["survival"] or LIVING,
        died_on=row["died_on"] or "",
        circumstances=facts["circumstances"],
        other_cover=facts["other_cover"],
        reason=reason["reason"] if reason else "",
        detail=(reason["detail"] or "") if reason else "",
        evidence=(reason["evidence"] or "") if reason else "",
    )


def as_renewed(standing: Standing, carried: MemberInput) -> Standing:
    """Return where somebody stands once renewed with what is carried over."""
    return replace(
        standing,
        enrolled=True,
        tier=carried.tier,
        circumstances=carried.circumstances,
        reason="",
        detail="",
        evidence="",
    )


def as_set_aside(standing: Standing, why: SetAside) -> Standing:
    """Return where somebody stands once it is noted why they are not enrolled."""
    open_again = as_open(standing)
    cover = open_again.other_cover
    if why.reason == codes.EMPLOYEE_COVER and EMPLOYED not in cover:
        cover = (*cover, EMPLOYED)
    dead = why.reason == codes.DEATH
    return replace(
        open_again,
        survival=DEAD if dead else open_again.survival,
        died_on=why.died_on if dead else "",
        other_cover=cover,
        reason=why.reason,
        detail=why.detail,
        evidence=why.evidence,
    )


def as_open(standing: Standing) -> Standing:
    """Return where somebody stands once every decision of this year is taken back."""
    cover = standing.other_cover
    if standing.reason == codes.EMPLOYEE_COVER:
        cover = tuple(one for one in cover if one != EMPLOYED)
    return replace(
        standing,
        enrolled=False,
        survival=LIVING if standing.survival == DEAD else standing.survival,
        died_on="",
        other_cover=cover,
        reason="",
        detail="",
        evidence="",
    )


def bring(desk: Desk, found: Surveyed, targets: Sequence[Standing]) -> Step:
    """Record the event that brings people to ``targets``, inside the caller's transaction.

    Raises:
        Refused: ``ROSTER_PAID``: it would touch somebody whose money was taken.
    """
    moves = [
        (one, standing, target)
        for target in targets
        if (one := found.member(target.person_id)) is not None
        and (standing := standing_of(one)) != target
    ]
    if not moves:
        return Step(found.band)
    paid = [one.shown.name for one, _, _ in moves if one.shown.state in ("paid", "elsewhere")]
    if paid:
        raise Refused("ROSTER_PAID", "money was taken or another household enrolled them")
    priced = [_Priced(*move, _assessment(desk, found, *move)) for move in moves]
    year, household = found.entry.campaign_year, found.entry.household_id
    fact = HouseholdSaved(
        household=HouseholdFields(id=household),
        people=tuple(_people(priced)),
        enrollments=tuple(_enrollments(desk, found, priced)),
        not_enrolled=tuple(_reasons(desk, found, priced)),
    )
    law = ""
    if assessed := [one.assessment for one in priced if one.assessment is not None]:
        law = reference_of(assessed[0], found.entry, desk.law, desk.today, desk.local_values)
    desk.store.record(fact, operator=desk.operator, law=law)
    band = survey(desk, (household,), year)[0].band
    return Step(
        band,
        before=tuple(standing for _, standing, _ in moves),
        after=tuple(target for _, _, target in moves),
    )


@dataclass(frozen=True, slots=True)
class _Priced:
    one: SurveyedMember
    before: Standing
    after: Standing
    assessment: Assessment | None
    """Of whoever is enrolled by the event."""


def _assessment(
    desk: Desk, found: Surveyed, one: SurveyedMember, before: Standing, after: Standing
) -> Assessment | None:
    """Return what somebody newly enrolled pays, by the facts as the event leaves them."""
    if before.enrolled or not after.enrolled:
        return None
    member = replace(
        one.carried,
        tier=after.tier,
        circumstances=after.circumstances,
        other_cover=after.other_cover,
    )
    if one.assessment is not None and member == one.carried:
        return one.assessment
    return price_member(found.entry, member, desk.law, desk.today, local_values=desk.local_values)


def _people(moves: Sequence[_Priced]) -> Iterator[PersonFields]:
    for move in moves:
        names = ("survival", "died_on", "circumstances", "other_cover")
        changed = {
            name: getattr(move.after, name)
            for name in names
            if getattr(move.after, name) != getattr(move.before, name)
        }
        if changed:
            yield PersonFields(id=move.after.person_id, **changed)


def _enrollments(
    desk: Desk, found: Surveyed, moves: Sequence[_Priced]
) -> Iterator[EnrollmentFields]:
    for move in moves:
        row = move.one.enrollment
        if move.assessment is not None:
            yield registered(
                desk.store.ids.new_id(),
                person=move.after.person_id,
                household=found.entry.household_id,
                campaign_year=found.entry.campaign_year,
                tier=move.after.tier,
                registered_on=desk.today,
                assessment=move.assessment,
            )
        elif row is not None and not move.after.enrolled:
            why = move.after.reason or "taken_back"
            yield EnrollmentFields(id=row["id"], status="voided", reason=why)


def _reasons(desk: Desk, found: Surveyed, moves: Sequence[_Priced]) -> Iterator[NotEnrolled]:
    for move in moves:
        before, after = move.before, move.after
        stated = (after.reason, after.detail, after.evidence)
        if stated != (before.reason, before.detail, before.evidence):
            yield NotEnrolled(
                person=after.person_id,
                household=found.entry.household_id,
                campaign_year=found.entry.campaign_year,
                reason=after.reason,
                detail=after.detail,
                evidence=after.evidence,
                noted_on=desk.today.isoformat(),
            )
