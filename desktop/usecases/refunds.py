"""Refund requests (退费申请): asked for, answered by whoever is competent, never computed here.

No notice gives a refund rule (X16): a request carries its cause and its papers to the authority,
and what comes back is the authority's decision with its document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

import msgspec

from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.money_facts import RefundCause, RefundDecided, RefundRequested
from desktop.domain.text_limit import check_length
from desktop.store import refunds, register, settling
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.differences import COLLECT, difference_to_settle
from desktop.usecases.payments import receipt_of

MAY_ASK = ("clerk", "collector", "supervisor")
MAY_DECIDE = ("supervisor",)
DIFFERENCE: RefundCause = "difference"
"""The cause of a request for an approved difference, and of no other."""

Decision = Literal["approved", "refused", "withdrawn"]


@dataclass(frozen=True, slots=True)
class RefundEntry:
    """What the desk enters for a refund request. ``persons`` empty: everybody on the receipt."""

    receipt: str
    cause: str
    applicant: str
    persons: tuple[str, ...] = ()
    detail: str = ""
    applicant_relation: str = ""
    account_name: str = ""
    bank: str = ""
    account: str = ""
    evidence: str = ""
    ref: str = ""
    difference: str = ""
    """An approved difference (多退少补): it settles receipt, person, cause and amount."""


@dataclass(frozen=True, slots=True)
class RefundAnswer:
    """What the authority said, and on which paper. ``amount_fen`` only if it granted one."""

    decision: str
    on: date
    amount_fen: int | None = None
    authority: str = ""
    document: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refund:
    """A refund request and what became of it. The account number is masked."""

    id: str
    receipt: str
    household_id: str
    enrollments: tuple[str, ...]
    cause: str
    detail: str
    applicant: str
    applicant_relation: str
    account_name: str
    bank: str
    account: str
    evidence: str
    requested_on: str
    requested_by: str
    decision: str
    """Empty while the authority has not answered."""
    amount_fen: int | None
    """What the authority granted; None while that is open."""
    difference: str
    """The difference it asks for, empty if none."""
    asked_fen: int | None
    """What that difference comes to."""
    authority: str
    document: str
    note: str
    decided_on: str


def request_refund(desk: Desk, entry: RefundEntry) -> Refund:
    """Record a refund request for people of one receipt, as one event.

    Raises:
        Refused: ``ROLE``, ``CAUSE_UNKNOWN``, ``APPLICANT_EMPTY``, ``RELATION_UNKNOWN``,
            ``RECEIPT_UNKNOWN``, ``ALREADY_VOIDED``, ``ALREADY_REVERSED``, ``IS_REVERSAL``,
            ``PERSON_NOT_ON_RECEIPT``, ``REFUND_PENDING`` (one is open for one of them),
            ``NOTHING_PAID`` (full assistance: nothing of their own to give back), ``TEXT_LONG``;
            with a difference ``DIFFERENCE_UNKNOWN``, ``DIFFERENCE_SETTLED``, ``DIFFERENCE_MOOT``,
            ``DIFFERENCE_COLLECTS`` (nothing goes back), ``DIFFERENCE_ASKED``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_ASK)
    with desk.store.transaction():
        earlier = _earlier(desk, entry.ref)
        if earlier is not None:
            return earlier
        if entry.difference:
            entry = _of_difference(desk, entry)
        _check_entry(entry)
        taken, _ = receipt_of(desk, entry.receipt)
        _check_payment(desk, taken.payment)
        lines = [
            line
            for line in taken.receipt.lines
            if not entry.persons or line.person in entry.persons
        ]
        if not lines or len(lines) < len(set(entry.persons)):
            raise Refused("PERSON_NOT_ON_RECEIPT", "not everybody named is on this receipt")
        if not any(line.paid_fen for line in lines):
            raise Refused("NOTHING_PAID", "assistance paid all of it")
        enrollments = tuple(line.enrollment for line in lines)
        if not entry.difference:
            _check_pending(desk, taken.payment, enrollments)
        fact = RefundRequested(
            id=desk.store.ids.new_id(),
            household=taken.receipt.household,
            payment=taken.payment,
            receipt=entry.receipt,
            enrollments=enrollments,
            cause=msgspec.convert(entry.cause, RefundCause),
            detail=entry.detail.strip(),
            applicant=entry.applicant.strip(),
            applicant_relation=entry.applicant_relation,
            account_name=entry.account_name.strip(),
            bank=entry.bank.strip(),
            account="".join(entry.account.split()),
            evidence=entry.evidence.strip(),
            on=desk.today.isoformat(),
            adjustment=entry.difference,
            ref=entry.ref,
        )
        desk.store.record(fact, operator=desk.operator)
    return refund_of(desk, fact.id)


def decide_refund(desk: Desk, refund_id: str, answer: RefundAnswer) -> Refund:
    """Record the authority's answer to a request, as one event. Not the asker's own to decide.

    Raises:
        Refused: ``ROLE``, ``REFUND_UNKNOWN``, ``REFUND_DECIDED``, ``OWN_WORK``,
            ``DECISION_UNKNOWN``, ``AMOUNT_NEEDED`` (a granted refund names what was granted),
            ``AMOUNT_ABOVE_PAID``, ``AMOUNT_DIFFERS`` (not the difference that was asked for),
            ``DIFFERENCE_SETTLED``, ``DIFFERENCE_MOOT``, ``ALREADY_VOIDED``,
            ``ALREADY_REVERSED`` (the receipt, since it was asked for), ``DOCUMENT_NEEDED``
            (who granted it and on which paper), ``DAY_AHEAD``, ``TEXT_LONG``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_DECIDE)
    if answer.decision not in get_args(Decision):
        raise Refused("DECISION_UNKNOWN", f"no such decision: {answer.decision}")
    check_length(authority=answer.authority, document=answer.document, note=answer.note)
    if answer.on > desk.today:
        raise Refused("DAY_AHEAD", "this day has not come yet", field="on")
    with desk.store.transaction():
        row = _refund(desk, refund_id)
        if row["decision"]:
            raise Refused("REFUND_DECIDED", "this request was answered already")
        if row["requested_by"] == desk.operator and answer.decision != "withdrawn":
            raise Refused("OWN_WORK", "nobody decides their own request")
        granted = answer.decision == "approved"
        if granted:
            # Undone since it was asked for, its money has gone back whole.
            _check_payment(desk, row["payment_id"])
            _check_granted(desk, row, answer)
        fact = RefundDecided(
            id=refund_id,
            decision=msgspec.convert(answer.decision, Decision),
            amount_fen=answer.amount_fen if granted else None,
            authority=answer.authority.strip(),
            document=answer.document.strip(),
            note=answer.note.strip(),
            on=answer.on.isoformat(),
        )
        desk.store.record(fact, operator=desk.operator)
    return refund_of(desk, refund_id)


def list_refunds(desk: Desk, *, open_only: bool = False, limit: int = 200) -> tuple[Refund, ...]:
    """Return refund requests, newest first."""
    rows = refunds.refunds(desk.store.connection, open_only=open_only, limit=limit)
    return tuple(_as_refund(desk, row) for row in rows)


def refund_of(desk: Desk, refund_id: str) -> Refund:
    """Return one refund request. Raises Refused ``REFUND_UNKNOWN``."""
    return _as_refund(desk, _refund(desk, refund_id))


def whole_account(desk: Desk, refund_id: str) -> str:
    """Return the account a refund goes to, for the form it is paid from, grouped to be read.

    Raises Refused ``REFUND_UNKNOWN``.
    """
    account = str(_refund(desk, refund_id)["account"] or "")
    return " ".join(account[at : at + 4] for at in range(0, len(account), 4))


def _of_difference(desk: Desk, entry: RefundEntry) -> RefundEntry:
    """Return the request for a difference: everything but who asks is on record."""
    row = difference_to_settle(desk, entry.difference)
    if row["outcome"] == COLLECT:
        raise Refused("DIFFERENCE_COLLECTS", "it is to be collected: nothing goes back")
    if row["asked_on"]:
        raise Refused("DIFFERENCE_ASKED", "it was asked for already", on=row["asked_on"])
    late = row["outcome"] == "retroactive"
    return replace(
        entry,
        receipt=row["receipt"],
        persons=(row["person_id"],),
        cause="recognised_later" if late else DIFFERENCE,
    )


def _check_entry(entry: RefundEntry) -> None:
    if entry.cause not in get_args(RefundCause) or (
        entry.cause == DIFFERENCE and not entry.difference
    ):
        raise Refused("CAUSE_UNKNOWN", f"no such cause: {entry.cause}", field="cause")
    if not entry.applicant.strip():
        raise Refused("APPLICANT_EMPTY", "who asks?", field="applicant")
    if entry.applicant_relation and entry.applicant_relation not in codes.RELATIONS:
        raise Refused("RELATION_UNKNOWN", "no such relation", field="applicant_relation")
    check_length(
        detail=entry.detail,
        applicant=entry.applicant,
        account_name=entry.account_name,
        bank=entry.bank,
        account=entry.account,
        evidence=entry.evidence,
    )


def _check_payment(desk: Desk, payment_id: str) -> None:
    row = register.payment(desk.store.connection, payment_id)
    assert row is not None, "a receipt's payment is in the file"
    if row["state"] == "voided":
        raise Refused("ALREADY_VOIDED", "this receipt was voided")
    if row["state"] == "reversed":
        raise Refused("ALREADY_REVERSED", "this receipt was reversed")
    if row["reverses"]:
        raise Refused("IS_REVERSAL", "this is a reversal itself")


def _check_pending(desk: Desk, payment_id: str, enrollments: tuple[str, ...]) -> None:
    for row in refunds.refunds_of(desk.store.connection, payment_id):
        same = set(enrollments) & set(msgspec.json.decode(row["enrollments"], type=list[str]))
        if same and not row["adjustment_id"] and row["decision"] in (None, "approved"):
            raise Refused(
                "REFUND_PENDING", "a refund was asked for already", on=row["requested_on"]
            )


def _check_granted(desk: Desk, row: Row, answer: RefundAnswer) -> None:
    if not (answer.authority.strip() and answer.document.strip()):
        raise Refused("DOCUMENT_NEEDED", "name the authority and its document")
    if answer.amount_fen is None or answer.amount_fen <= 0:
        raise Refused("AMOUNT_NEEDED", "a granted refund has an amount", field="amount")
    if row["adjustment_id"]:
        due = difference_to_settle(desk, row["adjustment_id"])["amount_fen"]
        if answer.amount_fen != due:
            raise Refused("AMOUNT_DIFFERS", "not the difference that was approved", due_fen=due)
    enrollments = msgspec.json.decode(row["enrollments"], type=list[str])
    paid = refunds.paid_for(desk.store.connection, row["payment_id"], enrollments)
    paid -= _granted_before(desk, row["payment_id"], set(enrollments))
    if answer.amount_fen > paid:
        raise Refused("AMOUNT_ABOVE_PAID", "more than was paid", paid_fen=paid)


def _granted_before(desk: Desk, payment_id: str, enrollments: set[str]) -> int:
    """Return what was granted of a payment before for any of these enrolments, in fen."""
    return sum(
        row["amount_fen"] or 0
        for row in refunds.refunds_of(desk.store.connection, payment_id)
        if row["decision"] == "approved"
        and enrollments & set(msgspec.json.decode(row["enrollments"], type=list[str]))
    )


def _earlier(desk: Desk, ref: str) -> Refund | None:
    if not ref:
        return None
    used = register.reference(desk.store.connection, desk.store.station.id, "refund", ref)
    return refund_of(desk, used["subject"]) if used else None


def _refund(desk: Desk, refund_id: str) -> Row:
    row = refunds.refund(desk.store.connection, refund_id)
    if row is None or not row["requested_on"]:
        raise Refused("REFUND_UNKNOWN", "no such refund request in this station's file")
    return row


def _as_refund(desk: Desk, row: Row) -> Refund:
    text = {
        name: row[name] or ""
        for name in (
            "id", "receipt", "household_id", "cause", "detail", "applicant", "applicant_relation",
            "account_name", "bank", "evidence", "requested_on", "requested_by", "decision",
            "authority", "document", "note", "decided_on",
        )
    }  # fmt: skip
    account = row["account"] or ""
    difference = row["adjustment_id"] or ""
    settled = settling.approved_difference(desk.store.connection, difference)
    return Refund(
        enrollments=tuple(msgspec.json.decode(row["enrollments"], type=list[str])),
        amount_fen=row["amount_fen"],
        difference=difference,
        asked_fen=settled["amount_fen"] if settled else None,
        account=f"****{account[-4:]}" if account else "",
        **text,
    )
