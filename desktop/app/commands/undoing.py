"""`reverse`, `refund-request` and `close-day`: JSON lines in, what follows from each out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from typing import Any, BinaryIO, TypeVar

import msgspec

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context, json_lines
from desktop.app.commands.entries import problem, unreadable
from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.money import fen_from_text, fen_text
from desktop.usecases.closing import Closing, approve_day, close_day, note_deposit, open_days
from desktop.usecases.desk import Desk
from desktop.usecases.refunds import RefundEntry, request_refund
from desktop.usecases.undoing import reverse_payment

Asked = TypeVar("Asked")


class _Reverse(msgspec.Struct, forbid_unknown_fields=True):
    ref: str
    receipt: str
    reason: str


class _Refund(msgspec.Struct, forbid_unknown_fields=True):
    ref: str
    applicant: str
    receipt: str = ""
    reason: str = ""
    """A cause, as `desktop.domain.money_facts.RefundCause` names them."""
    difference: str = ""
    """An approved difference: then receipt, persons and cause are its own (多退少补)."""
    persons: tuple[str, ...] = ()
    detail: str = ""
    relation: str = ""
    account_name: str = ""
    bank: str = ""
    account: str = ""
    evidence: str = ""


class _Deposit(msgspec.Struct, forbid_unknown_fields=True):
    slip: str
    amount: str
    bank: str = ""
    on: str = ""


class _Close(msgspec.Struct, forbid_unknown_fields=True):
    ref: str | None = None
    collector: str | None = None
    day: str | None = None
    counted: dict[str, int] = {}
    """Pieces by face value in yuan: ``{"100.00": 9, "0.50": 2}``."""
    explanation: str = ""
    deposit: _Deposit | None = None


def reverse(context: Context, source: BinaryIO) -> int:
    """Reverse the receipt each line names, as a supervisor; return the exit code."""
    return _each(context, source, _Reverse, _reversed)


def refund_request(context: Context, source: BinaryIO) -> int:
    """Record the refund request of each line; return the exit code."""
    return _each(context, source, _Refund, _requested)


def close(context: Context, options: Namespace) -> int:
    """Close the day each line counts, list what is open, or sign what was closed."""
    if options.open:
        with context.desk() as desk:
            for one in open_days(desk):
                context.print(
                    {
                        "collector": one.collector,
                        "day": one.day,
                        "receipts": one.receipts,
                        "amount": fen_text(one.amount_fen),
                    }
                )
        return DONE
    if options.approve:
        with context.desk() as desk:
            desk.may("supervisor")
            for closing_id in options.approve:
                context.print(_shown(approve_day(desk, closing_id, desk.operator)))
        return DONE
    return _each(context, sys.stdin.buffer, _Close, _closed)


def _each(
    context: Context,
    source: BinaryIO,
    kind: type[Asked],
    act: Callable[[Desk, Asked], dict[str, Any]],
) -> int:
    status = DONE
    with context.desk() as desk:
        for number, line in json_lines(source):
            try:
                asked = msgspec.json.decode(line, type=kind)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                context.print(unreadable(number, line, error))
                status = DONE_WITH_REFUSALS
                continue
            ref = {"ref": getattr(asked, "ref", None)}
            try:
                context.print(ref | act(desk, asked))
            except Refused as error:
                context.print(ref | {"problems": [problem(context, error)]})
                status = DONE_WITH_REFUSALS
    return status


def _reversed(desk: Desk, asked: _Reverse) -> dict[str, Any]:
    desk.may("supervisor")
    done = reverse_payment(
        desk, asked.receipt, asked.reason, approved_by=desk.operator, ref=asked.ref
    )
    return {
        "payment_id": done.payment_id,
        "receipt": done.receipt,
        "reversal": done.reversal,
        "returned": fen_text(done.amount_fen),
    }


def _requested(desk: Desk, asked: _Refund) -> dict[str, Any]:
    found = request_refund(
        desk,
        RefundEntry(
            receipt=asked.receipt,
            cause=asked.reason,
            applicant=asked.applicant,
            persons=asked.persons,
            detail=asked.detail,
            applicant_relation=asked.relation,
            account_name=asked.account_name,
            bank=asked.bank,
            account=asked.account,
            evidence=asked.evidence,
            ref=asked.ref,
            difference=asked.difference,
        ),
    )
    return {
        "refund_id": found.id,
        "receipt": found.receipt,
        "enrollments": list(found.enrollments),
        # What the authority grants is open; what an approved difference comes to is not.
        "amount": fen_text(found.asked_fen) if found.asked_fen is not None else None,
        "decision": None,
    }


def _closed(desk: Desk, asked: _Close) -> dict[str, Any]:
    day = _day(asked.day, desk.today, "day")
    pieces = {_fen(face, "counted"): count for face, count in asked.counted.items()}
    closing = close_day(
        desk, asked.collector or desk.operator, day, pieces, explanation=asked.explanation
    )
    if asked.deposit is not None:
        deposit = asked.deposit
        closing = note_deposit(
            desk,
            closing.id,
            deposit.slip,
            _fen(deposit.amount, "deposit.amount"),
            bank=deposit.bank,
            on=_day(deposit.on, desk.today, "deposit.on"),
        )
    return _shown(closing)


def _fen(text: str, field: str) -> int:
    try:
        return fen_from_text(text)
    except ValueError as error:
        raise Refused("PIECES", f"not an amount: {text}", field=field) from error


def _day(text: str | None, today: date, field: str) -> date:
    if not text:
        return today
    try:
        return day_from_text(text)
    except ValueError as error:
        raise Refused("DAY_FORM", f"not a day: {text}", field=field) from error


def _shown(closing: Closing) -> dict[str, Any]:
    return {
        "closing_id": closing.id,
        "collector": closing.collector,
        "day": closing.day,
        "receipts": closing.receipts,
        "persons": closing.persons,
        "voided": closing.voided,
        "reversed": closing.reversed,
        "late": closing.late,
        "methods": {one.method: fen_text(one.amount_fen) for one in closing.methods},
        "numbers": [[one.first, one.last] for one in closing.numbers],
        "cash_booked": fen_text(closing.cash_booked_fen),
        "cash_counted": fen_text(closing.cash_counted_fen),
        "difference": fen_text(closing.difference_fen),
        "approved_by": closing.approved_by or None,
        "deposit_slip": closing.deposit_slip or None,
    }
