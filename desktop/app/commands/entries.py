"""`enroll` and `pay`: JSON lines in, the same use cases as the screens, JSON lines out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, BinaryIO

import msgspec

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context, json_lines
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused
from desktop.base.money import fen_from_text, fen_text
from desktop.domain.facts import Circumstance, OtherCover, Recognition, Student
from desktop.domain.household import Finding, HouseholdInput, MemberInput
from desktop.domain.identity_number import check_document
from desktop.policy import assessment_to_json
from desktop.usecases.desk import Desk
from desktop.usecases.differences import collect_differences
from desktop.usecases.documents import Approval, approve_override
from desktop.usecases.households import HouseholdRefused, SavedHousehold, save_household
from desktop.usecases.payments import PaymentInput, take_payment


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    type: str
    number: str


class _NotEnrolled(msgspec.Struct, forbid_unknown_fields=True):
    reason: str
    detail: str | None = None
    evidence: str | None = None
    died_on: str | None = None


class _Member(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    document: _Document
    relation: str
    sex: str | None = None
    birth_date: str | None = None
    phone: str | None = None
    tier: str | None = None
    identities: list[Recognition] = []
    circumstances: list[Circumstance] = []
    other_cover: list[OtherCover] = []
    student: Student | None = None
    residence_permit: bool | None = None
    local_hukou: bool | None = None
    ethnic_group: str | None = None
    alias: str | None = None
    document_valid_to: str | None = None
    hukou_division: str | None = None
    hukou_address: str | None = None
    cover_history: str | None = None
    document_override: str | None = None
    """Why a wrong check digit is right; only a supervisor may say so."""
    not_enrolled: _NotEnrolled | None = None
    """The person belongs to the household and is not enrolled this year, for this reason."""


class _Household(msgspec.Struct, forbid_unknown_fields=True):
    division: str
    address: str | None = None
    number: str | None = None
    phone: str | None = None


class _Enroll(msgspec.Struct, forbid_unknown_fields=True):
    ref: str
    campaign_year: int
    household: _Household
    members: list[_Member]


class _Pay(msgspec.Struct, forbid_unknown_fields=True):
    ref: str
    household_id: str
    method: str
    amount: str
    payer: str | None = None
    campaign_year: int | None = None
    persons: tuple[str, ...] = ()
    """Who pays now, by person id; nobody named: everybody whose price is settled."""
    external_number: str = ""
    paid_on: str = ""
    differences: tuple[str, ...] = ()
    """Approved differences to collect, and nothing else (多退少补)."""


def enroll(context: Context, source: BinaryIO) -> int:
    """Enrol one household per line of ``source``; return the exit code."""
    status = DONE
    with context.desk() as desk:
        for number, line in json_lines(source):
            result, refused = _enroll_line(context, desk, number, line)
            status = DONE_WITH_REFUSALS if refused else status
            context.print(result)
    return status


def _enroll_line(
    context: Context, desk: Desk, number: int, line: bytes
) -> tuple[dict[str, Any], bool]:
    try:
        asked = msgspec.json.decode(line, type=_Enroll)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return unreadable(number, line, error), True
    try:
        saved = save_household(desk, _approved(desk, _entry(asked)))
    except HouseholdRefused as refused:
        problems = [_finding(context, finding) for finding in refused.findings]
        return {"ref": asked.ref, "problems": problems}, True
    except Refused as error:
        return {"ref": asked.ref, "problems": [problem(context, error)]}, True
    return _enrolled(context, asked.ref, saved), False


def _entry(asked: _Enroll) -> HouseholdInput:
    household = asked.household
    return HouseholdInput(
        division=household.division,
        campaign_year=asked.campaign_year,
        number=household.number or "",
        address=household.address or "",
        phone=household.phone or "",
        ref=asked.ref,
        members=tuple(_member(member) for member in asked.members),
    )


def _approved(desk: Desk, entry: HouseholdInput) -> HouseholdInput:
    """Return the entry with each reason for a wrong check digit said by the operator.

    Raises:
        Refused: as `desktop.usecases.documents.approve_override`.
    """
    members = tuple(
        replace(member, document_override=_override(desk, member))
        if member.document_override
        else member
        for member in entry.members
    )
    return replace(entry, members=members)


def _override(desk: Desk, member: MemberInput) -> str:
    found = check_document(member.document_type, member.document_number, desk.today)
    if found.problem != "CHECK_DIGIT":
        return ""
    approval = Approval(found.number, member.document_override)
    return approve_override(desk, approval, SystemClock())


def _member(asked: _Member) -> MemberInput:
    noted = asked.not_enrolled
    return MemberInput(
        document_valid_to=asked.document_valid_to or "",
        hukou_division=asked.hukou_division or "",
        hukou_address=asked.hukou_address or "",
        cover_history=asked.cover_history or "",
        document_override=asked.document_override or "",
        enrol=noted is None,
        not_enrolled=noted.reason if noted else "",
        not_enrolled_detail=(noted.detail or "") if noted else "",
        not_enrolled_evidence=(noted.evidence or "") if noted else "",
        died_on=(noted.died_on or "") if noted else "",
        name=asked.name,
        document_type=asked.document.type,
        document_number=asked.document.number,
        relation=asked.relation,
        sex=asked.sex or "",
        birth_date=asked.birth_date or "",
        ethnic_group=asked.ethnic_group or "",
        phone=asked.phone or "",
        alias=asked.alias or "",
        tier=asked.tier,
        identities=tuple(asked.identities),
        circumstances=tuple(asked.circumstances),
        other_cover=tuple(asked.other_cover),
        student=asked.student,
        residence_permit=asked.residence_permit,
        local_hukou=asked.local_hukou,
    )


def _enrolled(context: Context, ref: str, saved: SavedHousehold) -> dict[str, Any]:
    return {
        "ref": ref,
        "household_id": saved.household_id,
        "enrollments": [
            {
                "person_id": one.person_id,
                "enrollment_id": one.enrollment_id,
                "assessment": assessment_to_json(one.assessment),
            }
            for one in saved.enrollments
        ],
        "payable": fen_text(saved.payable_fen),
        "warnings": [_finding(context, finding) for finding in saved.warnings],
    }


def pay(context: Context, source: BinaryIO) -> int:
    """Take one payment per line of ``source``; return the exit code."""
    status = DONE
    with context.desk() as desk:
        for number, line in json_lines(source):
            result, refused = _pay_line(context, desk, number, line)
            status = DONE_WITH_REFUSALS if refused else status
            context.print(result)
    return status


def _pay_line(
    context: Context, desk: Desk, number: int, line: bytes
) -> tuple[dict[str, Any], bool]:
    try:
        asked = msgspec.json.decode(line, type=_Pay)
        amount_fen = fen_from_text(asked.amount)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        return unreadable(number, line, error), True
    try:
        take = collect_differences if asked.differences else take_payment
        taken = take(
            desk,
            PaymentInput(
                household_id=asked.household_id,
                campaign_year=asked.campaign_year,
                method=asked.method,
                amount_fen=amount_fen,
                payer=asked.payer or "",
                persons=asked.persons,
                external_number=asked.external_number,
                paid_on=asked.paid_on,
                ref=asked.ref,
                differences=asked.differences,
            ),
        )
    except Refused as error:
        return {"ref": asked.ref, "problems": [problem(context, error)]}, True
    receipt = taken.receipt
    paper = {
        "number": receipt.number,
        "amount": fen_text(receipt.paid_fen),
        "persons": len(receipt.lines),
    }
    return {"ref": asked.ref, "payment_id": taken.payment_id, "receipt": paper}, False


def unreadable(number: int, line: bytes, error: Exception) -> dict[str, Any]:
    """Return the answer to a line that is not a request, with its ref if one can be read."""
    message = str(error) if line else "the line is too long"
    found = {"member": None, "field": f"line {number}", "code": "LINE", "message": message}
    return {"ref": _ref_of(line), "problems": [found]}


class _OnlyRef(msgspec.Struct):
    ref: str | None = None


def _ref_of(line: bytes) -> str | None:
    try:
        return msgspec.json.decode(line, type=_OnlyRef).ref
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def problem(context: Context, error: Refused) -> dict[str, Any]:
    """Return what a refusal says in an answer."""
    words = context.messages.error(error)
    values = {name: _value(name, value) for name, value in error.values.items()}
    field = {"AMOUNT_DIFFERS": "amount", "METHOD_UNKNOWN": "method"}.get(error.code)
    return {"member": None, "field": field, "code": error.code, "message": words} | (
        {"values": values} if values else {}
    )


def _value(name: str, value: object) -> object:
    return fen_text(value) if name.endswith("_fen") and isinstance(value, int) else value


def _finding(context: Context, finding: Finding) -> dict[str, Any]:
    return {
        "member": finding.member,
        "field": finding.field,
        "code": finding.code,
        "message": context.messages.finding(finding),
    }
