"""The event a saved household is, and the one that would put everything back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET

from desktop.domain import codes
from desktop.domain.assign import set_fields
from desktop.domain.cover_years import years_told
from desktop.domain.facts import (
    EnrollmentFields,
    HouseholdFields,
    HouseholdSaved,
    PersonFields,
)
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.member_rows import flag, law_facts
from desktop.domain.roster_facts import NotEnrolled
from desktop.policy import Assessment
from desktop.store.register import Row
from desktop.usecases.enrolling import registered
from desktop.usecases.lists.moving import other_township
from desktop.usecases.save_plan import Known, Plan

Fields = TypeVar("Fields", HouseholdFields, PersonFields)

ALIVE = "1"
DEAD = "2"


@dataclass(frozen=True, slots=True)
class Assessed:
    """A member to be enrolled, with the calculator's answer."""

    known: Known
    enrollment_id: str
    status: str
    assessment: Assessment

    @property
    def open(self) -> bool:
        """Whether the enrolment may still change: nobody has paid for it."""
        return self.status != "paid"


def household_fact(plan: Plan, saved: tuple[Assessed, ...], today: date) -> HouseholdSaved:
    """Return the event that states a planned household as entered."""
    entry = plan.entry
    household = HouseholdFields(
        id=plan.household_id,
        division=entry.division,
        number=entry.number,
        address=entry.address,
        phone=entry.phone,
    )
    return HouseholdSaved(
        household=only_changed(household, plan.household) if plan.household else household,
        people=(
            *(_stated_person(one, plan) for one in plan.members),
            *(PersonFields(id=one.member.person_id, household="") for one in plan.left),
        ),
        enrollments=(
            *(enrollment_fields(entry, plan.household_id, one, today) for one in saved if one.open),
            *_voided(plan, saved),
        ),
        not_enrolled=tuple(_not_enrolled(plan, today)),
        left=_former_households(plan),
        ref=entry.ref,
    )


def only_changed(stated: Fields, row: Row) -> Fields:
    """Return ``stated`` without what the register holds already.

    A field that is not named is left alone, so that desks which change different fields of one
    person or household do not undo each other's.
    """
    same: dict[str, Any] = {
        name: UNSET
        for name, value in set_fields(stated).items()
        if name != "id" and _same(row["household_id" if name == "household" else name], value)
    }
    if "document_number" not in same:
        # A number is one of its kind: the two are never stated apart.
        same.pop("document_type", None)
    return msgspec.structs.replace(stated, **same)


def _same(one: object, other: object) -> bool:
    empty = (None, "", "[]")
    return one == other or (one in empty and other in empty)


def _stated_person(one: Known, plan: Plan) -> PersonFields:
    """Return what changed about a member; everything, where the household's place may not know."""
    stated = person_fields(one.member, plan.household_id)
    if one.row is None or one.row["household_id"] != plan.household_id:
        return stated
    if plan.household and other_township(plan.household["division"], plan.entry.division):
        return stated
    return only_changed(stated, one.row)


def person_fields(member: MemberInput, household_id: str) -> PersonFields:
    """Return everything known of a member as a fact states it."""
    dead = not member.enrol and member.not_enrolled == codes.DEATH
    survival = DEAD if dead else member.survival
    return PersonFields(
        id=member.person_id,
        household=household_id,
        relation=member.relation,
        name=member.name,
        alias=member.alias,
        document_type=member.document_type,
        document_number=member.document_number,
        document_override=member.document_override,
        document_valid_to=member.document_valid_to,
        sex=member.sex,
        birth_date=member.birth_date or None,
        ethnic_group=member.ethnic_group,
        phone=member.phone,
        residence_permit=member.residence_permit,
        local_hukou=member.local_hukou,
        hukou_division=member.hukou_division,
        hukou_address=member.hukou_address,
        survival=survival or UNSET,
        died_on=member.died_on if survival == DEAD else "",
        moved_to=member.moved_to,
        identities=member.identities,
        circumstances=member.circumstances,
        other_cover=member.other_cover,
        student=member.student,
        cover_history=years_told(member.cover_history) or (),
    )


def enrollment_fields(
    entry: HouseholdInput, household_id: str, one: Assessed, today: date
) -> EnrollmentFields:
    """Return an open enrolment with the figures of its assessment."""
    row = one.known.enrollment
    return registered(
        one.enrollment_id,
        person=one.known.member.person_id,
        household=household_id,
        campaign_year=entry.campaign_year,
        tier=one.known.member.tier,
        registered_on=row["registered_on"] if row else today,
        assessment=one.assessment,
    )


def restoring_fact(plan: Plan, stated: HouseholdSaved) -> HouseholdSaved:
    """Return the event that puts back what ``stated`` is about to change.

    Who was not in the register leaves the household again, and an enrolment that was not there is
    voided: events are never taken back, only answered.
    """
    known = {one.member.person_id: one for one in (*plan.members, *plan.left)}
    before = plan.household
    household = HouseholdFields(
        id=plan.household_id,
        division=(before["division"] if before else plan.entry.division) or "",
        number=(before["number"] if before else "") or "",
        address=(before["address"] if before else "") or "",
        phone=(before["phone"] if before else "") or "",
    )
    return HouseholdSaved(
        household=_of_the_same(household, stated.household),
        people=tuple(_person_before(known[one.id].row, one) for one in stated.people),
        enrollments=tuple(
            _enrollment_before(one, known.get(str(one.person)), known) for one in stated.enrollments
        ),
        not_enrolled=tuple(_note_before(one, known[one.person]) for one in stated.not_enrolled),
        left=(plan.household_id,) if stated.left else (),
    )


def _voided(plan: Plan, saved: tuple[Assessed, ...]) -> Iterator[EnrollmentFields]:
    enrolled = {one.known.place for one in saved}
    dropped = [*plan.left, *(one for one in plan.members if one.place not in enrolled)]
    for one in dropped:
        if one.enrollment and one.enrollment["status"] != "paid":
            reason = "not_enrolled" if one.place >= 0 else "member_removed"
            yield EnrollmentFields(id=one.enrollment["id"], status="voided", reason=reason)


def _not_enrolled(plan: Plan, today: date) -> Iterator[NotEnrolled]:
    """Yield why somebody is not enrolled where that is new, and where it no longer holds."""
    for one in plan.members:
        member, noted = one.member, one.not_enrolled
        told = (member.not_enrolled, member.not_enrolled_detail, member.not_enrolled_evidence)
        known = (noted["reason"], noted["detail"] or "", noted["evidence"] or "") if noted else ()
        if (told == known) if member.not_enrolled else noted is None:
            continue
        yield NotEnrolled(
            person=member.person_id,
            household=plan.household_id,
            campaign_year=plan.entry.campaign_year,
            reason=member.not_enrolled,
            detail=member.not_enrolled_detail if member.not_enrolled else "",
            evidence=member.not_enrolled_evidence if member.not_enrolled else "",
            noted_on=today.isoformat(),
        )


def _former_households(plan: Plan) -> tuple[str, ...]:
    came_from = (one.row["household_id"] for one in plan.members if one.row is not None)
    return tuple(dict.fromkeys(one for one in came_from if one and one != plan.household_id))


def _person_before(row: Row | None, stated: PersonFields) -> PersonFields:
    if row is None:
        return PersonFields(id=stated.id, household="")
    return _of_the_same(person_from_row(row), stated)


def _of_the_same(before: Fields, stated: Fields) -> Fields:
    """Return ``before`` as far as ``stated`` names it: what was not changed is not put back."""
    untouched: dict[str, Any] = {
        name: UNSET for name in stated.__struct_fields__ if getattr(stated, name) is UNSET
    }
    return msgspec.structs.replace(before, **untouched)


_PERSON_TEXTS = (
    "relation", "name", "alias", "document_type", "document_number", "document_override",
    "document_valid_to", "sex", "ethnic_group", "phone", "hukou_division", "hukou_address",
    "survival", "died_on", "moved_to",
)  # fmt: skip


def person_from_row(row: Row) -> PersonFields:
    """Return a person's row as the fact that states it in full."""
    texts: dict[str, Any] = {name: row[name] or "" for name in _PERSON_TEXTS}
    facts = law_facts(row)
    facts["birth_date"] = facts["birth_date"] or None
    facts["cover_history"] = years_told(facts["cover_history"]) or ()
    return PersonFields(id=row["id"], household=row["household_id"] or "", **texts, **facts)


def _enrollment_before(
    stated: EnrollmentFields, one: Known | None, known: dict[str, Known]
) -> EnrollmentFields:
    row = one.enrollment if one else _row_of(stated.id, known)
    if row is None:
        return EnrollmentFields(id=stated.id, status="voided", reason="save_undone")
    return enrollment_from_row(row)


def _row_of(enrollment_id: str, known: dict[str, Known]) -> Row | None:
    rows = (one.enrollment for one in known.values())
    return next((row for row in rows if row and row["id"] == enrollment_id), None)


def enrollment_from_row(row: Row) -> EnrollmentFields:
    """Return an enrolment's row as the fact that states it in full."""
    return EnrollmentFields(
        id=row["id"],
        person=row["person_id"],
        household=row["household_id"],
        campaign_year=row["campaign_year"],
        status=row["status"],
        tier=row["tier"],
        registered_on=row["registered_on"] or "",
        standard_fen=row["standard_fen"],
        assistance_fen=row["assistance_fen"],
        net_fen=row["net_fen"],
        assistance_identity=row["assistance_identity"] or "",
        allowed=flag(row["allowed"]),
        benefit_year=row["benefit_year"],
        cover_from=row["cover_from"] or "",
        cover_to=row["cover_to"] or "",
        open_reasons=tuple(msgspec.json.decode(row["open_reasons"] or "[]", type=list[str])),
        reason=row["reason"] or "",
    )


def _note_before(stated: NotEnrolled, one: Known) -> NotEnrolled:
    noted = one.not_enrolled
    return NotEnrolled(
        person=stated.person,
        household=stated.household,
        campaign_year=stated.campaign_year,
        reason=noted["reason"] if noted else "",
        detail=(noted["detail"] or "") if noted else "",
        evidence=(noted["evidence"] or "") if noted else "",
        noted_on=(noted["noted_on"] or "") if noted else "",
    )
