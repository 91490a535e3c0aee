"""The receipt as paper: made again from its event, counted when it comes out."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.clock import instant_text
from desktop.base.errors import Refused
from desktop.domain.codes import Language
from desktop.domain.facts import PaymentTaken, ReceiptPrinted
from desktop.domain.money_facts import PaymentReversed
from desktop.domain.receipt import Receipt
from desktop.store import print_jobs, station_keys
from desktop.usecases.desk import Desk
from desktop.usecases.payments import receipt_of
from desktop.wire.receipt_code import ReceiptCode, check_code, make_code, read_code


@dataclass(frozen=True, slots=True)
class ProvenCode:
    """What a receipt's code proves, and who signed it."""

    said: ReceiptCode
    station: str
    """What the station is called that signed it."""
    station_code: str
    """The code in that station's receipt numbers; empty if it is not known."""


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
        return read_code(code).is_of(receipt)
    except Refused:
        return False


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


def check_receipt_code(desk: Desk, text: str) -> ProvenCode:
    """Return what a receipt's code proves, checked with the key of the station that signed it.

    The keys of the county's stations come from the centre; a receipt need not be held here. One
    that is held must say the same: a code with other figures is not believed, whoever signed it.

    Raises:
        Refused: the text is no code or was altered (codes of `desktop.wire.receipt_code`), or
            ``CODE_DIFFERS``: it says something else than the receipt held here;
            ``CODE_STATION_UNKNOWN``: it was signed by a station this file does not know, and is
            not what came with a receipt held here.
    """
    said = read_code(text)
    held = _held(desk, said.number)
    signer = station_keys.signer(desk.store, said.station_key)
    if signer is not None:
        said = check_code(text, signer.public_key)
    elif held is None or held.code != "".join(text.split()).upper():
        raise Refused("CODE_STATION_UNKNOWN", "signed by a station that is not known here")
    if held is None:
        name, code = (signer.name, signer.code) if signer else ("", "")
        return ProvenCode(said, name, code)
    if not said.is_of(held.receipt) or (signer and signer.station != held.receipt.station):
        raise Refused("CODE_DIFFERS", "the receipt held here says something else")
    # Without its key: the centre has checked who stated the receipt, and this code came with it.
    return ProvenCode(said, held.receipt.station_name, signer.code if signer else "")


def _held(desk: Desk, number: str) -> PaymentTaken | PaymentReversed | None:
    """Return what took the money of a receipt held here, None if it is not."""
    try:
        return receipt_of(desk, number)[0]
    except Refused:
        return None
