"""A receipt, a refund request and a code in the words of the list. No Qt."""

from __future__ import annotations

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.dates import chinese_day
from desktop.base.money import fen_display
from desktop.domain.codes import PAYMENT_METHODS
from desktop.domain.money_codes import REFUND_DECISIONS
from desktop.ui.enroll.shown import Note
from desktop.ui.messages import Messages
from desktop.usecases.forms import CAUSES
from desktop.usecases.papers import ProvenCode
from desktop.usecases.receipt_list import ListedReceipt, Standing
from desktop.usecases.refunds import Refund


def state_words(receipt: ListedReceipt, messages: Messages) -> str:
    """Return where a receipt stands, with its mark: never told by colour alone."""
    if receipt.state == "valid" and not receipt.prints:
        return messages.say("receipts.not_printed")
    return messages.say(f"receipts.state.{receipt.state}", count=receipt.prints)


def receipt_row(receipt: ListedReceipt, messages: Messages, *, one_day: bool) -> tuple[str, ...]:
    """Return a receipt's line in the list; a list of ``one_day`` tells only the time."""
    taken = instant_from_text(receipt.taken_at).astimezone(CHINA)
    return (
        receipt.number,
        f"{taken:%H:%M}" if one_day and not receipt.late else f"{taken:%m-%d %H:%M}",
        receipt.payer,
        PAYMENT_METHODS[receipt.method].name(messages.language),
        fen_display(receipt.amount_fen),
        state_words(receipt, messages),
    )


def receipt_note(receipt: ListedReceipt, messages: Messages) -> Note:
    """Return what became of a receipt, for the line under its paper."""
    if receipt.state == "voided":
        return Note(messages.say("receipts.note.voided", reason=receipt.reason), "warning")
    if receipt.state in ("reversed", "reversal"):
        key = f"receipts.note.{receipt.state}"
        return Note(messages.say(key, other=receipt.other or "—"), "warning")
    if receipt.late:
        return Note(messages.say("receipts.note.late", day=receipt.booked_on))
    return Note()


def refund_row(refund: Refund, messages: Messages) -> tuple[str, ...]:
    """Return a refund request's line."""
    at = 0 if messages.language == "zh" else 1
    answer = messages.say("refunds.open")
    if refund.decision:
        answer = REFUND_DECISIONS[refund.decision].name(messages.language)
    amount = fen_display(refund.amount_fen) if refund.amount_fen is not None else "—"
    cause = CAUSES[refund.cause][at]
    return (refund.requested_on, refund.receipt, refund.applicant, cause, answer, amount)


def signer_words(proven: ProvenCode, messages: Messages) -> str:
    """Return who signed a code: the station's name, and the code in its receipt numbers."""
    if not proven.station_code:
        return proven.station
    form = "{}（{}）" if messages.language == "zh" else "{} ({})"
    return form.format(proven.station, proven.station_code)


def code_note(proven: ProvenCode, known: Standing, messages: Messages) -> Note:
    """Return what a code proves, who signed it, and what this file knows of the receipt by now."""
    said = proven.said
    holds = messages.say(
        "scan.receipt_holds",
        number=said.number,
        count=len(said.marks),
        amount=fen_display(said.paid_fen),
        day=chinese_day(said.day) if messages.language == "zh" else said.day.isoformat(),
        station=signer_words(proven, messages),
    )
    now = messages.say(f"code.now.{known.state}", other=known.other or "—")
    if known.prints > 1:
        now += messages.say("code.now.prints", count=known.prints)
    good = known.state in ("valid", "reversal")
    return Note(f"{holds}{now}", "ok" if good else "warning")
