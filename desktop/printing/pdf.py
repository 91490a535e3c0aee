"""Receipts as PDF: the same receipt printed the same way gives the same bytes."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.base.clock import instant_from_text
from desktop.domain.codes import Language
from desktop.domain.receipt import Receipt
from desktop.domain.receipt_template import RollTemplate
from desktop.printing import fonts
from desktop.printing.papers import DEFAULT_PAPER
from desktop.printing.receipt import ReceiptForm
from desktop.printing.receipt_papers import code_on, receipt_template
from desktop.printing.receipt_roll import RollForm
from desktop.printing.receipt_texts import Printing, printed_texts
from desktop.printing.sheet import Sheets

# reportlab's fonts keep a reading position of their own while they are cut down to a document.
_ONE_AT_A_TIME = threading.Lock()


def one_at_a_time() -> threading.Lock:
    """Return what whoever draws a PDF holds while drawing it."""
    return _ONE_AT_A_TIME


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One receipt to print: its value, its signed code, and how often it was printed before."""

    receipt: Receipt
    code: str | bytes
    """Text of the QR code (`desktop.wire.receipt_code.make_code`)."""
    copy: int = 1
    """1 for the first print; from 2 on the paper says 补打."""


def render_receipt(
    receipt: Receipt,
    *,
    code: str | bytes,
    printed_at: str,
    paper: str = DEFAULT_PAPER,
    copy: int = 1,
    lang: Language = "zh",
) -> bytes:
    """Return the PDF of one receipt, printed at the instant ``printed_at``.

    Raises:
        Refused: ``TEMPLATE_INVALID`` if the paper's template was spoilt.
    """
    job = PrintJob(receipt, code, copy)
    return render_receipts([job], printed_at=printed_at, paper=paper, lang=lang)


def render_receipts(
    jobs: Sequence[PrintJob], *, printed_at: str, paper: str = DEFAULT_PAPER, lang: Language = "zh"
) -> bytes:
    """Return one PDF with every receipt in turn; they share the embedded fonts.

    Raises ValueError if there is nothing to print.
    """
    if not jobs:
        raise ValueError("no receipt to print")
    ends = jobs[0].receipt, jobs[-1].receipt
    book = ReceiptBook(ends, printed_at=printed_at, paper=paper, lang=lang)
    book.add(jobs)
    return book.finish()


class ReceiptBook:
    """One file of many receipts, drawn a few at a time; they share the embedded fonts.

    One thread draws it; between two calls other papers may be drawn.
    """

    def __init__(
        self,
        ends: tuple[Receipt, Receipt],
        *,
        printed_at: str,
        paper: str = DEFAULT_PAPER,
        lang: Language = "zh",
    ) -> None:
        first, last = ends
        numbers = first.number if first is last else f"{first.number}-{last.number}"
        self._made_at = instant_from_text(printed_at)
        self._paper = paper
        self._template = receipt_template(paper)
        self._lang: Language = lang
        with _ONE_AT_A_TIME:
            self._sheets = Sheets(
                title=f"{self._template.title.of(lang)} {numbers}".replace("\n", " "),
                author=first.station_name,
                subject=f"{first.county_name} {first.campaign_year}",
                made_at=self._made_at,
            )

    def add(self, jobs: Sequence[PrintJob]) -> None:
        """Draw receipts after those drawn before."""
        form = RollForm if isinstance(self._template, RollTemplate) else ReceiptForm
        with _ONE_AT_A_TIME:
            for job in jobs:
                printing = Printing(self._paper, job.copy, self._made_at, self._lang)
                code = code_on(self._paper, job.code)
                form(job.receipt, code, printing).draw(self._sheets)

    def finish(self) -> bytes:
        """Return the whole PDF; nothing can be added any more."""
        with _ONE_AT_A_TIME:
            return self._sheets.finish()


def unprintable(receipt: Receipt) -> tuple[str, ...]:
    """Return the characters on a receipt that no font of ours holds; the paper shows 〓 for them.

    Say them to the clerk before the paper goes out: 〓 in a name is honest, but not a name.
    """
    with _ONE_AT_A_TIME:
        return fonts.missing_characters(printed_texts(receipt))
