"""The receipt as paper: made again from its event, counted when it comes out."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.clock import instant_text
from desktop.base.errors import Refused
from desktop.domain.codes import Language
from desktop.domain.facts import PaymentTaken, ReceiptPrinted
from desktop.domain.money_facts import PaymentReversed
from desktop.domain.receipt import Receipt
from desktop.store import print_jobs, register
from desktop.usecases.desk import Desk
from desktop.usecases.payments import receipt_of
from desktop.wire.receipt_code import ReceiptCode, check_code, make_code, read_code
from desktop.wire.signing import key_id


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """Everything a receipt's page needs; drawing it is the print lane's work."""

    receipt: Receipt
    code: str
    """The signed text of the QR code."""
    copy: int
    """1 for the first print, 2 and up for a reprint (补打)."""
    printed_at: str
    language: Language


def receipt_paper(desk: Desk, number: str, language: Language = "zh") -> ReceiptPaper:
    """Return what the next print of a receipt shows.

    Raises:
        Refused: ``RECEIPT_UNKNOWN``, ``CODE_ELSEWHERE``.
    """
    fact, prints = receipt_of(desk, number)
    return ReceiptPaper(
        receipt=fact.receipt,
        code=printed_code(desk, fact),
        copy=prints + 1,
        printed_at=instant_text(desk.store.clock.now()),
        language=language,
    )


def printed_code(desk: Desk, fact: PaymentTaken | PaymentReversed) -> str:
    """Return the code on a receipt's paper: the one its station signed, at whatever desk it is.

    Raises:
        Refused: ``CODE_ELSEWHERE`` for another station's receipt whose event carries no code of
            it: only that station can sign one.
    """
    receipt = fact.receipt
    if receipt.station == desk.store.station.id:
        # The same receipt and key give the same text.
        return make_code(receipt, desk.store.station.key)
    if not _says(fact.code, receipt):
        raise Refused(
            "CODE_ELSEWHERE", "only the station that took it can print it", number=receipt.number
        )
    return fact.code


def _says(code: str, receipt: Receipt) -> bool:
    """Tell whether a code that came with a receipt is over it."""
    try:
        said = read_code(code)
    except Refused:
        return False
    persons = all(said.covers(line.person, line.paid_fen) for line in receipt.lines)
    return persons and (said.number, said.paid_fen) == (receipt.number, receipt.paid_fen)


def mark_printed(desk: Desk, number: str, copy: int) -> None:
    """Record that a paper came out. The same copy twice is recorded once.

    Raises:
        Refused: ``RECEIPT_UNKNOWN``.
        Unavailable: the disk failed.
    """
    with desk.store.transaction():
        count_print(desk, number, copy)


def count_print(desk: Desk, number: str, copy: int) -> None:
    """Do as `mark_printed` inside a transaction; what was promised of the receipt is kept then."""
    _, prints = receipt_of(desk, number)
    if copy > prints:
        desk.store.record(ReceiptPrinted(number=number, copy=copy), operator=desk.operator)
    at = instant_text(desk.store.clock.now())
    print_jobs.settle(desk.store.connection, number, copy, at)


def check_receipt_code(desk: Desk, text: str) -> ReceiptCode:
    """Return what a receipt's code proves, checked with the keys of the stations known here.

    Raises:
        Refused: the text is no code or was altered (codes of `desktop.wire.receipt_code`), or
            ``CODE_STATION_UNKNOWN``: it was signed by a station this file does not know, and is
            not what came with a receipt held here.
    """
    said = read_code(text)
    for public in register.station_keys(desk.store.connection):
        if key_id(public) == said.station_key:
            return check_code(text, public)
    if _came_with(desk, said.number) == "".join(text.split()).upper():
        # The centre has checked who stated it; this is what that station signed.
        return said
    raise Refused("CODE_STATION_UNKNOWN", "signed by a station that is not known here")


def _came_with(desk: Desk, number: str) -> str:
    """Return the code that came with a receipt held here, empty if there is none."""
    try:
        return receipt_of(desk, number)[0].code
    except Refused:
        return ""
