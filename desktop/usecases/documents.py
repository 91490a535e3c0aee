"""Identity documents over time: a number let pass by a supervisor, a number changed (证件变更).

A person is not a number: whoever gets a card after a birth certificate stays the same person, with
payments and history, and the former number goes on finding them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec import UNSET

from desktop.base.clock import Clock
from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields
from desktop.domain.household import Finding, HouseholdInput, MemberInput
from desktop.domain.identity_number import DocumentCheck, check_document
from desktop.domain.member_rows import law_facts
from desktop.domain.override import Override
from desktop.store import people, register
from desktop.store.register import Row
from desktop.store.vault import OperatorEntry, Vault
from desktop.usecases.desk import Desk
from desktop.usecases.household_facts import Assessed, enrollment_fields
from desktop.usecases.households import MAY_ENTER, HouseholdRefused, assessed
from desktop.usecases.lists.registered import Taking, listed_under, record_taken, takings_of
from desktop.usecases.open_household import member_from_row
from desktop.usecases.price import reference_of
from desktop.usecases.register_checks import person_words
from desktop.usecases.save_plan import Known

SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Approval:
    """What a supervisor says of one number; name and password only if it is not the operator."""

    number: str
    reason: str
    operator: str = ""
    password: str = ""


def approve_override(desk: Desk, approval: Approval, clock: Clock) -> str:
    """Let one number with a wrong check digit pass at this desk; return the text that says who.

    The clerk stays signed in: the supervisor only proves to be one. Wrong passwords count as at
    the sign-in, on the machine's ``clock``.

    Raises:
        Refused: ``REASON_EMPTY``, ``OVERRIDE_NOT_NEEDED``, ``SUPERVISOR_NEEDED``,
            ``OPERATOR_UNKNOWN``, ``PASSWORD_WRONG``, ``OPERATOR_LOCKED``.
        Unavailable: ``VAULT_DAMAGED``.
    """
    if not approval.reason.strip():
        raise Refused("REASON_EMPTY", "say why the number is right all the same")
    who = _supervisor(desk, approval, clock)
    text = Override(who.display_name or who.operator, who.operator, approval.reason).text
    desk.approvals.add((approval.number, text))
    return text


def _supervisor(desk: Desk, approval: Approval, clock: Clock) -> OperatorEntry:
    own = OperatorEntry(desk.operator, desk.display_name, desk.role)
    if desk.role == SUPERVISOR and approval.operator in ("", desk.operator):
        return own
    if not approval.operator.strip() or desk.folder is None:
        raise Refused("SUPERVISOR_NEEDED", "only a supervisor of this station may let it pass")
    who, _ = Vault(desk.folder).unlock(approval.operator.strip(), approval.password, clock)
    if who.role != SUPERVISOR:
        raise Refused("SUPERVISOR_NEEDED", "only a supervisor of this station may let it pass")
    return who


def supervisors(desk: Desk) -> tuple[OperatorEntry, ...]:
    """Return the supervisors of this station, as the panel offers them."""
    if desk.folder is None:
        return ()
    return tuple(one for one in Vault(desk.folder).operators() if one.role == SUPERVISOR)


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A person's new identity document."""

    person_id: str
    document_type: str
    number: str
    override: str = ""
    """The text of an approved override, where the check digit is wrong."""


@dataclass(frozen=True, slots=True)
class ChangedDocument:
    """What changing a number gave."""

    household_id: str
    number: str
    warnings: tuple[Finding, ...]


class NumberTaken(Refused):
    """The number belongs to another person of the register; ``person_id`` says whom."""

    def __init__(self, row: Row) -> None:
        super().__init__("NUMBER_TAKEN", "the number is another person's", who=person_words(row))
        self.person_id: str = row["id"]


def change_document(desk: Desk, change: DocumentChange) -> ChangedDocument:
    """Give a person another identity number; person, payments and history stay.

    An enrolment not yet paid is assessed again: the number may tell another date of birth.

    Raises:
        HouseholdRefused: the number is wrong in itself.
        NumberTaken: it is another person's; `desktop.usecases.merging.merge_people` may help.
        Refused: ``ROLE``, ``PERSON_UNKNOWN``, ``DOCUMENT_SAME``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_ENTER)
    with desk.store.transaction():
        row = register.person(desk.store.connection, change.person_id)
        if row is None:
            raise Refused("PERSON_UNKNOWN", "no such person in this station's file")
        check = _checked(desk, change, row)
        for other in people.persons_by_number(desk.store.connection, check.number):
            if other["id"] != row["id"]:
                raise NumberTaken(other)
        return write_document(desk, change, row, check)


def write_document(
    desk: Desk, change: DocumentChange, row: Row, check: DocumentCheck
) -> ChangedDocument:
    """Record a checked change, inside a transaction."""
    birth = check.birth_date.isoformat() if check.birth_date else row["birth_date"] or ""
    sex = check.sex or row["sex"] or ""
    takings = _listed(desk, row, check.number)
    fields = PersonFields(
        id=row["id"],
        identities=takings[-1].now if takings else UNSET,
        document_type=change.document_type,
        document_number=check.number,
        document_override=change.override if check.problem else "",
        document_valid_to="",
        birth_date=birth or None,
        sex=sex,
    )
    repriced = _repriced(desk, row, fields, birth)
    household = row["household_id"] or ""
    fact = HouseholdSaved(
        household=HouseholdFields(id=household),
        people=(fields,),
        enrollments=tuple(
            enrollment_fields(entry, one.known.enrollment["household_id"], one, desk.today)
            for entry, one in repriced
            if one.known.enrollment is not None
        ),
    )
    law = ""
    if repriced:
        entry, first = repriced[0]
        law = reference_of(first.assessment, entry, desk.law, desk.today, desk.local_values)
    desk.store.record(fact, operator=desk.operator, law=law)
    record_taken(desk, takings)
    return ChangedDocument(household, check.number, tuple(_differences(row, check)))


def _listed(desk: Desk, row: Row, number: str) -> tuple[Taking, ...]:
    """Return what lists said of the number before anybody had it."""
    found = listed_under(desk, number)
    if not found:
        return ()
    home = register.household(desk.store.connection, row["household_id"] or "")
    division = (home["division"] if home else "") or desk.store.station.county
    return takings_of(found, row["id"], division, law_facts(row)["identities"])


def check_change(desk: Desk, change: DocumentChange, row: Row) -> DocumentCheck:
    """Return the check of a new number. Errors as `change_document` says."""
    return _checked(desk, change, row)


def _checked(desk: Desk, change: DocumentChange, row: Row) -> DocumentCheck:
    check = check_document(change.document_type, change.number, desk.today)
    if change.document_type not in codes.DOCUMENT_TYPES:
        raise HouseholdRefused((Finding(0, "document_type", "DOCUMENT_TYPE_UNKNOWN", "error"),))
    approved = (check.number, change.override) in desk.approvals
    if check.problem and not (check.problem == "CHECK_DIGIT" and approved):
        values: dict[str, object] = {"length": len(check.number)}
        finding = Finding(0, "document_number", f"DOCUMENT_{check.problem}", "error", values)
        raise HouseholdRefused((finding,))
    if (check.number, change.document_type) == (row["document_number"], row["document_type"]):
        raise Refused("DOCUMENT_SAME", "that is the document the person has already")
    return check


def _repriced(
    desk: Desk, row: Row, fields: PersonFields, birth: str
) -> list[tuple[HouseholdInput, Assessed]]:
    """Return the person's unpaid enrolments, worked out again with what the new number tells."""
    found = []
    for enrollment in people.living_enrollments(desk.store.connection, row["id"]):
        if enrollment["status"] != "registered":
            continue
        member: MemberInput = replace(
            member_from_row(row, enrollment, any_enrolled=True),
            document_type=str(fields.document_type),
            document_number=str(fields.document_number),
            birth_date=birth,
        )
        if fields.identities is not UNSET:
            member = replace(member, identities=fields.identities)
        entry = entry_of(desk, enrollment["household_id"], enrollment["campaign_year"])
        found.append((entry, assessed(desk, entry, Known(0, member, row, enrollment))))
    return found


def entry_of(desk: Desk, household_id: str, campaign_year: int) -> HouseholdInput:
    """Return a household without its members, to assess somebody in it."""
    row = register.household(desk.store.connection, household_id)
    division = (row["division"] if row else "") or desk.store.station.division
    return HouseholdInput(division, campaign_year, household_id=household_id)


def _differences(row: Row, check: DocumentCheck) -> list[Finding]:
    found = []
    if check.birth_date and row["birth_date"] not in (None, "", check.birth_date.isoformat()):
        found.append(Finding(0, "birth_date", "BIRTH_DATE_CHANGED", "warning"))
    if check.sex and row["sex"] not in (None, "", check.sex):
        found.append(Finding(0, "sex", "SEX_CHANGED", "warning"))
    return found
