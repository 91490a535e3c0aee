"""Enter or amend a household: one event, whole or not at all, and back again if it was a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.domain.checks import check_household
from desktop.domain.facts import HouseholdSaved
from desktop.domain.household import Finding, HouseholdInput, normalised
from desktop.domain.identity_number import check_document
from desktop.domain.list_facts import ListPart
from desktop.policy import Assessment
from desktop.store import people, register
from desktop.store.event_subjects import events_naming
from desktop.usecases.covered import with_cover
from desktop.usecases.desk import Desk
from desktop.usecases.household_facts import Assessed, household_fact, restoring_fact
from desktop.usecases.lists.registered import planned_with, record_taken
from desktop.usecases.open_household import load_household
from desktop.usecases.price import price_member, reference_of
from desktop.usecases.rebasing import rebased
from desktop.usecases.register_checks import check_register
from desktop.usecases.save_plan import Known, Plan, plan_of

MAY_ENTER = ("clerk", "collector", "supervisor")


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
class Undoing:
    """What would put a saved household back, as long as nothing was built on it."""

    household_id: str
    fact: HouseholdSaved
    law: str
    position: int
    """The newest event of this file when the save was done."""
    subjects: tuple[str, ...]
    """Ids that nothing since may name: the household, its people, their enrolments."""
    lists: tuple[ListPart, ...] = ()
    """What lets lists wait again for whom the save registered."""


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
    undoing: Undoing | None = None


def save_household(desk: Desk, entry: HouseholdInput) -> SavedHousehold:
    """Write the household, its people and their enrolments as one event; return what was saved.

    A person already in the register under the same number is the same person. Members of the
    saved household that are no longer entered leave it, and their unpaid enrolment is voided; so
    is that of a member who is not enrolled this year, with the reason kept beside it. What is paid
    stays as paid. A ``ref`` used before returns what was saved then.

    Raises:
        HouseholdRefused: errors in what was entered, somebody is already enrolled elsewhere, or
            the law forbids an enrolment; nothing was written.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_ENTER)
    earlier = _earlier(desk, entry)
    if earlier is not None:
        return earlier
    # Only as typed does an entry show what was mended in it.
    typed = check_household(entry, desk.today)
    entry = rebased(desk, normalised(entry, desk.today))
    found = tuple(one for one in typed if one.severity == "repair")
    found += check_household(entry, desk.today)
    with desk.store.transaction():
        plan, takings = planned_with(desk, plan_of(desk, entry))
        found += tuple(check_register(desk, plan))
        found += tuple(_unapproved(desk, plan))
        errors = tuple(finding for finding in found if finding.severity == "error")
        if errors:
            raise HouseholdRefused(errors)
        saved = tuple(_assessed(desk, plan))
        forbidden = tuple(_forbidden(saved))
        if forbidden:
            raise HouseholdRefused(forbidden)
        law = _law_reference(desk, plan, saved)
        fact = household_fact(plan, saved, desk.today)
        back = restoring_fact(plan, fact)
        seen = entry.opened.seen if entry.opened else None
        desk.store.record(fact, operator=desk.operator, law=law, seen=seen)
        taken = record_taken(desk, takings)
        undoing = replace(_undoing(desk, plan, fact, back, law), lists=taken.back)
    enrollments = tuple(_saved_enrollment(one) for one in saved)
    return _result(plan.household_id, enrollments, found, undoing=undoing)


def undo_save(desk: Desk, undoing: Undoing) -> None:
    """Put a household back to what it was before it was saved, by an event that says so.

    Raises:
        Refused: ``UNDO_TOO_LATE``: money was taken or something else was written about these
            people since, here or at another desk.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_ENTER)
    with desk.store.transaction():
        connection = desk.store.connection
        since = events_naming(connection, undoing.subjects, after=undoing.position, limit=1)
        if since:
            raise Refused("UNDO_TOO_LATE", "something rests on what was saved by now")
        desk.store.record(undoing.fact, operator=desk.operator, law=undoing.law)
        for part in undoing.lists:
            desk.store.record(part, operator=desk.operator)


def _undoing(
    desk: Desk, plan: Plan, fact: HouseholdSaved, back: HouseholdSaved, law: str
) -> Undoing:
    subjects = (
        plan.household_id,
        *(one.id for one in fact.people),
        *(one.id for one in fact.enrollments),
    )
    rows = (one.enrollment for one in (*plan.members, *plan.left))
    former = next((row["law"] for row in rows if row and row["law"]), law)
    position = people.last_position(desk.store.connection)
    return Undoing(plan.household_id, back, former, position, subjects)


def _unapproved(desk: Desk, plan: Plan) -> Iterator[Finding]:
    """Yield each wrong check digit that no supervisor let pass at this desk or before."""
    for one in plan.members:
        member = one.member
        if not member.document_override:
            continue
        check = check_document(member.document_type, member.document_number, desk.today)
        kept = one.row is not None and (
            (one.row["document_number"], one.row["document_override"])
            == (member.document_number, member.document_override)
        )
        approved = (member.document_number, member.document_override) in desk.approvals
        if check.problem == "CHECK_DIGIT" and not (kept or approved):
            yield Finding(one.place, "document_number", "OVERRIDE_UNAPPROVED", "error")


def _assessed(desk: Desk, plan: Plan) -> Iterator[Assessed]:
    for one in plan.members:
        if one.member.enrol:
            yield assessed(desk, plan.entry, one)


def assessed(desk: Desk, entry: HouseholdInput, one: Known) -> Assessed:
    """Return a member's enrolment as of today: the one there is, or a new one."""
    registered = day_from_text(one.enrollment["registered_on"]) if one.enrollment else None
    assessment = price_member(
        entry,
        with_cover(desk, entry, one.member),
        desk.law,
        desk.today,
        registered_on=registered,
        local_values=desk.local_values,
    )
    status = one.enrollment["status"] if one.enrollment else "registered"
    identity = one.enrollment["id"] if one.enrollment else desk.store.ids.new_id()
    return Assessed(one, identity, status, assessment)


def _saved_enrollment(one: Assessed) -> SavedEnrollment:
    person = one.known.member.person_id
    return SavedEnrollment(person, one.enrollment_id, one.status, one.assessment)


def _forbidden(saved: tuple[Assessed, ...]) -> Iterator[Finding]:
    """Yield why an enrolment cannot be: the law says no, covers nothing here, or cannot be asked.

    What the law leaves open is no reason: such an enrolment is kept, and waits.
    """
    for one in saved:
        assessment, place = one.assessment, one.known.place
        for problem in assessment.problems:
            values: dict[str, object] = {"field": problem.field, "message": problem.message}
            yield Finding(place, _entry_field(problem.field), "FACT_INVALID", "error", values)
        if "OUT_OF_SCOPE" in assessment.reasons:
            yield Finding(None, "division", "OUT_OF_SCOPE", "error")
            return
        if assessment.allowed is False and one.open:
            for reason in assessment.reasons:
                yield Finding(place, _field_of_reason(reason), reason, "error")


_FIELD_OF_REASON = {"INVALID_TIER": "tier", "TIER_REQUIRED": "tier"}


def _field_of_reason(reason: str) -> str:
    return _FIELD_OF_REASON.get(reason, "other_cover")


def _entry_field(path: str) -> str:
    """Return the entry field that a path in the calculator's question came from."""
    return re.split(r"[\[.]", path, maxsplit=1)[0]


def _law_reference(desk: Desk, plan: Plan, saved: tuple[Assessed, ...]) -> str:
    if not saved:
        return ""
    return reference_of(saved[0].assessment, plan.entry, desk.law, desk.today, desk.local_values)


def _result(
    household_id: str,
    enrollments: tuple[SavedEnrollment, ...],
    found: tuple[Finding, ...],
    *,
    again: bool = False,
    undoing: Undoing | None = None,
) -> SavedHousehold:
    payable = sum(
        one.assessment.net_payable or 0
        for one in enrollments
        if one.status == "registered" and one.assessment.allowed is not False
    )
    warnings = tuple(finding for finding in found if finding.severity != "error")
    return SavedHousehold(household_id, enrollments, payable, warnings, again, undoing)


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
