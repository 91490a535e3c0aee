"""Many receipts in one file: a village's, or a day's. Each counts as a print when the file is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.domain.codes import Language
from desktop.store import bulk_receipts as listed
from desktop.usecases.desk import Desk
from desktop.usecases.papers import ReceiptPaper, count_print, receipt_paper

BULK_MAX = 3_000
"""A file that a viewer still opens at once, and a village of twelve thousand people."""


@dataclass(frozen=True, slots=True)
class BulkWanted:
    """Which receipts; days are booking days, ISO, both included. What is empty narrows nothing."""

    division: str = ""
    first: str = ""
    last: str = ""
    unprinted: bool = False
    """Only those no paper has come out of."""


def bulk_receipts(desk: Desk, wanted: BulkWanted, language: Language) -> tuple[ReceiptPaper, ...]:
    """Return what the next print of each valid receipt shows, filed by place and household.

    What was voided, reversed or reverses something is not among them.

    Raises:
        Refused: ``PAPERS_NONE``, ``PAPERS_MANY`` with how many there are and may be.
        Unavailable: the file cannot be read.
    """
    division = wanted.division or desk.store.station.division
    numbers = listed.numbers_of(
        desk.store.connection, division, wanted.first, wanted.last, unprinted=wanted.unprinted
    )
    if not numbers:
        raise Refused("PAPERS_NONE", "no receipts fit")
    if len(numbers) > BULK_MAX:
        raise Refused("PAPERS_MANY", "too many for one file", count=len(numbers), most=BULK_MAX)
    return tuple(receipt_paper(desk, number, language) for number in numbers)


def count_bulk(desk: Desk, papers: tuple[ReceiptPaper, ...]) -> None:
    """Count the receipts of a file that is written: all of them or, if the disk fails, none.

    If the program ends between file and count, nothing is counted and the same file can be made
    again.

    Raises:
        Unavailable: the disk failed.
    """
    with desk.store.transaction():
        for paper in papers:
            count_print(desk, paper.receipt.number, paper.copy)
