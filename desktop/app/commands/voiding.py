"""`void`: take back unpaid enrolments or receipts of an open day, JSON lines in and out."""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context, json_lines
from desktop.app.commands.entries import problem, unreadable
from desktop.base.errors import Refused
from desktop.base.money import fen_text
from desktop.usecases.desk import Desk
from desktop.usecases.undoing import void_receipt
from desktop.usecases.voids import void_enrollments


class _Void(msgspec.Struct, forbid_unknown_fields=True):
    ref: str
    reason: str
    enrollment_id: str | None = None
    receipt: str | None = None


def void(context: Context, source: BinaryIO) -> int:
    """Void what each line of ``source`` names; return the exit code."""
    status = DONE
    with context.desk() as desk:
        for number, line in json_lines(source):
            result, refused = _line(context, desk, number, line)
            status = DONE_WITH_REFUSALS if refused else status
            context.print(result)
    return status


def _line(context: Context, desk: Desk, number: int, line: bytes) -> tuple[dict[str, Any], bool]:
    try:
        asked = msgspec.json.decode(line, type=_Void)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return unreadable(number, line, error), True
    try:
        return _voided(desk, asked), False
    except Refused as error:
        return {"ref": asked.ref, "problems": [problem(context, error)]}, True


def _receipt_voided(desk: Desk, ref: str, number: str, reason: str) -> dict[str, Any]:
    undone = void_receipt(desk, number, reason)
    return {
        "ref": ref,
        "payment_id": undone.payment_id,
        "receipt": number,
        "returned": fen_text(undone.amount_fen),
    }


def _voided(desk: Desk, asked: _Void) -> dict[str, Any]:
    if asked.receipt is not None:
        return _receipt_voided(desk, asked.ref, asked.receipt, asked.reason)
    if asked.enrollment_id is None:
        raise Refused("ENROLLMENT_UNKNOWN", "name an enrollment_id")
    done = void_enrollments(desk, (asked.enrollment_id,), asked.reason)
    return {
        "ref": asked.ref,
        "event": done.event_id,
        "household_id": done.household_id,
        "voided": list(done.enrollments),
    }
