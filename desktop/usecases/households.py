"""Enter or amend a household: one event, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.domain.facts import (
    EnrollmentFields,
    HouseholdFields,
    HouseholdSaved,
    PersonFields,
)
from desktop.domain.household import (
    Finding,
    HouseholdInput,
    MemberInput,
    check_household,
    normalised,
)
from desktop.policy import Assessment
from desktop.store import register
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.enrolling import registered
from desktop.usecases.open_household import load_household
from desktop.usecases.price import price_member, reference_of


class HouseholdRefused(Refused):
    """The household cannot be saved as entered; ``findings`` say what, where and why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("HOUSEHOLD_FINDINGS", f"{len(findings)} findings stop the save")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class SavedEnrollment:
    """One person's enrolment as saved, with the calculator's whole answer."""

    person_id: str
    enrollment_id: str
    status: str
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class SavedHousehold:
    """What saving a household gave."""

    household_id: str
    enrollments: tuple[SavedEnrollment, ...]
    payable_fen: int
    """Sum over registered, not yet paid enrolments whose price the law settles."""
    warnings: tuple[Finding, ...]
    again: bool = False
    """The caller's reference had been used: nothing new was written."""


def save_household(desk: Desk, entry: HouseholdInput) -> SavedHousehold:
    """Write the household, its people and their enrolments as one event; return what was saved.

    A person already in the register under the same number is the same person. Members of the
    saved household that are no longer entered leave it, and their unpaid enrolment is voided. What
    is paid stays as paid. A ``ref`` used before returns what was saved then.

    Raises:
        HouseholdRefused: errors in what was entered, somebody is already enrolled elsewhere, or
            the law forbids an enrolment; nothing was written.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may("clerk", "collector", "supervisor")
    earlier = _earlier(desk, entry)
    if earlier is not None:
        return earlier
    entry = normalised(entry, desk.today)
    found = check_household(entry, desk.today)
    with desk.store.transaction():
        plan = _plan(desk, entry)
        found += tuple(_check_register(desk, plan))
        errors = tuple(finding for finding in found if finding.severity == "error")
        if errors:
            raise HouseholdRefused(errors)
        saved = tuple(_assessed(desk, plan))
        forbidden = tuple(_forbidden(saved))
        if forbidden:
            raise HouseholdRefused(forbidden)
        law = _law_reference(desk, plan, saved)
        desk.store.record(_fact(desk, plan, saved), operator=desk.operator, law=law)
    return _result(plan.household_id, tuple(one.enrollment for one in saved), found)


@dataclass(frozen=True, slots=True)
class _Known:
    """A member with what the register already holds of the person."""

    place: int
    member: MemberInput
    row: Row | None
    enrollment: Row | None


@dataclass(frozen=True, slots=True)
class _Plan:
    entry: HouseholdInput
    household_id: str
    members: tuple[_Known, ...]
    left: tuple[_Known, ...]
    """People of the household that are no longer entered."""


@dataclass(frozen=True, slots=True)
class _Assessed:
    known: _Known
    enrollment: SavedEnrollment


def _plan(desk: Desk, entry: HouseholdInput) -> _Plan:
    connection = desk.store.connection
    row = None
    if entry.household_id:
        row = register.household(connection, entry.household_id)
    elif entry.number:
        row = register.household_by_number(connection, entry.division, entry.number)
    household_id = row["id"] if row else entry.household_id or desk.store.ids.new_id()
    known = tuple(
        _known(desk, place, member, entry.campaign_year)
        for place, member in enumerate(entry.members)
    )
    present = {one.member.person_id for one in known}
    left: tuple[_Known, ...] = ()
    # Adding by household number leaves the others where they are; an opened household is whole.
    if entry.household_id:
        left = tuple(
            _Known(-1, MemberInput(person_id=gone["id"]), gone, _living(desk, gone, entry))
            for gone in register.members(connection, household_id)
            if gone["id"] not in present
        )
    return _Plan(entry, household_id, known, left)


def _living(desk: Desk, row: Row, entry: HouseholdInput) -> Row | None:
    return register.enrollment(desk.store.connection, row["id"], entry.campaign_year)


def _known(desk: Desk, place: int, member: MemberInput, campaign_year: int) -> _Known:
    connection = desk.store.connection
    row = register.person(connection, member.person_id) if member.person_id else None
    if row is None and member.document_number:
        row = register.person_by_document(connection, member.document_number)
    if row is None:
        member = replace(member, person_id=member.person_id or desk.store.ids.new_id())
        return _Known(place, member, None, None)
    enrollment = register.enrollment(connection, row["id"], campaign_year)
    return _Known(place, replace(member, person_id=row["id"]), row, enrollment)


def _check_register(desk: Desk, plan: _Plan) -> Iterator[Finding]:
    if not plan.entry.division.startswith(desk.store.station.county):
        yield Finding(None, "division", "DIVISION_OUTSIDE", "warning")
    for one in plan.members:
        if one.row is not None:
            yield from _check_known(desk, plan, one, one.row)
    for gone in plan.left:
        if gone.enrollment and gone.enrollment["status"] == "paid":
            yield Finding(None, "members", "PAID_MEMBER_REMOVED", "error")


def _check_known(desk: Desk, plan: _Plan, one: _Known, row: Row) -> Iterator[Finding]:
    number = one.member.document_number
    if row["document_number"] != number:
        other = register.person_by_document(desk.store.connection, number)
        if other is not None and other["id"] != row["id"]:
            yield Finding(one.place, "document_number", "DOCUMENT_OF_ANOTHER", "error")
    if row["name"] != one.member.name:
        yield Finding(one.place, "name", "NAME_DIFFERS", "warning")
    elsewhere = one.enrollment and one.enrollment["household_id"] != plan.household_id
    if one.member.enrol and elsewhere:
        yield Finding(one.place, "document_number", "ALREADY_ENROLLED", "error")


def _assessed(desk: Desk, plan: _Plan) -> Iterator[_Assessed]:
    for one in plan.members:
        if not one.member.enrol:
            continue
        since = day_from_text(one.enrollment["registered_on"]) if one.enrollment else None
        assessment = price_member(
            plan.entry,
            one.member,
            desk.law,
            desk.today,
            registered_on=since,
            local_values=desk.local_values,
        )
        status = one.enrollment["status"] if one.enrollment else "registered"
        identity = one.enrollment["id"] if one.enrollment else desk.store.ids.new_id()
        yield _Assessed(one, SavedEnrollment(one.member.person_id, identity, status, assessment))


def _forbidden(saved: tuple[_Assessed, ...]) -> Iterator[Finding]:
    """Yield why an enrolment cannot be: the law says no, covers nothing here, or cannot be asked.

    What the law leaves open is no reason: such an enrolment is kept, and waits.
    """
    for one in saved:
        assessment, place = one.enrollment.assessment, one.known.place
        for problem in assessment.problems:
            values: dict[str, object] = {"field": problem.field, "message": problem.message}
            yield Finding(place, _entry_field(problem.field), "FACT_INVALID", "error", values)
        if "OUT_OF_SCOPE" in assessment.reasons:
            yield Finding(None, "division", "OUT_OF_SCOPE", "error")
            return
        if assessment.allowed is False and one.enrollment.status != "paid":
            for reason in assessment.reasons:
                yield Finding(place, _field_of_reason(reason), reason, "error")


_FIELD_OF_REASON = {"INVALID_TIER": "tier", "TIER_REQUIRED": "tier"}


def _field_of_reason(reason: str) -> str:
    return _FIELD_OF_REASON.get(reason, "other_cover")


def _entry_field(path: str) -> str:
    """Return the entry field that a path in the calculator's question came from."""
    return re.split(r"[\[.]", path, maxsplit=1)[0]


def _law_reference(desk: Desk, plan: _Plan, saved: tuple[_Assessed, ...]) -> str:
    if not saved:
        return ""
    assessment = saved[0].enrollment.assessment
    return reference_of(assessment, plan.entry, desk.law, desk.today, desk.local_values)


def _fact(desk: Desk, plan: _Plan, saved: tuple[_Assessed, ...]) -> HouseholdSaved:
    entry = plan.entry
    enrolled = {one.known.place for one in saved}
    dropped = [*plan.left, *(one for one in plan.members if one.place not in enrolled)]
    voided = [
        EnrollmentFields(id=one.enrollment["id"], status="voided", reason="member_removed")
        for one in dropped
        if one.enrollment and one.enrollment["status"] != "paid"
    ]
    return HouseholdSaved(
        household=HouseholdFields(
            id=plan.household_id,
            division=entry.division,
            number=entry.number,
            address=entry.address,
            phone=entry.phone,
        ),
        people=(
            *(_person_fields(plan, one) for one in plan.members),
            *(PersonFields(id=one.member.person_id, household="") for one in plan.left),
        ),
        enrollments=(
            *(_enrollment_fields(desk, plan, one) for one in saved if _open(one)),
            *voided,
        ),
        ref=entry.ref,
    )


def _open(one: _Assessed) -> bool:
    return one.enrollment.status != "paid"


def _person_fields(plan: _Plan, one: _Known) -> PersonFields:
    member = one.member
    return PersonFields(
        id=member.person_id,
        household=plan.household_id,
        relation=member.relation,
        name=member.name,
        alias=member.alias,
        document_type=member.document_type,
        document_number=member.document_number,
        document_override=member.document_override,
        sex=member.sex,
        birth_date=member.birth_date or None,
        ethnic_group=member.ethnic_group,
        phone=member.phone,
        residence_permit=member.residence_permit,
        local_hukou=member.local_hukou,
        identities=member.identities,
        circumstances=member.circumstances,
        other_cover=member.other_cover,
        student=member.student,
    )


def _enrollment_fields(desk: Desk, plan: _Plan, one: _Assessed) -> EnrollmentFields:
    return registered(
        one.enrollment.enrollment_id,
        person=one.enrollment.person_id,
        household=plan.household_id,
        campaign_year=plan.entry.campaign_year,
        tier=one.known.member.tier,
        registered_on=_registered_on(one, desk.today),
        assessment=one.enrollment.assessment,
    )


def _registered_on(one: _Assessed, today: date) -> str:
    row = one.known.enrollment
    return row["registered_on"] if row else today.isoformat()


def _result(
    household_id: str,
    enrollments: tuple[SavedEnrollment, ...],
    found: tuple[Finding, ...],
    *,
    again: bool = False,
) -> SavedHousehold:
    payable = sum(
        one.assessment.net_payable or 0
        for one in enrollments
        if one.status == "registered" and one.assessment.allowed is not False
    )
    warnings = tuple(finding for finding in found if finding.severity != "error")
    return SavedHousehold(household_id, enrollments, payable, warnings, again)


def _earlier(desk: Desk, entry: HouseholdInput) -> SavedHousehold | None:
    """Return what the caller's reference saved before, read back from the record."""
    if not entry.ref:
        return None
    station = desk.store.station.id
    used = register.reference(desk.store.connection, station, "enroll", entry.ref)
    if used is None:
        return None
    body = register.event_body(desk.store.connection, used["event_id"])
    assert body is not None, "a reference names an event that is there"
    fact = msgspec.json.decode(body, type=_SavedBody).fact
    enrollments = []
    loaded = load_household(desk, used["subject"], entry.campaign_year).entry
    by_person = {member.person_id: member for member in loaded.members}
    for fields in fact.enrollments:
        row = register.enrollment(desk.store.connection, str(fields.person), entry.campaign_year)
        member = by_person.get(str(fields.person))
        if row is None or member is None or row["id"] != fields.id:
            continue
        assessment = price_member(
            loaded, member, desk.law, desk.today, local_values=desk.local_values
        )
        enrollments.append(SavedEnrollment(member.person_id, row["id"], row["status"], assessment))
    return _result(used["subject"], tuple(enrollments), (), again=True)


class _SavedBody(msgspec.Struct):
    fact: HouseholdSaved
