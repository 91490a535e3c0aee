"""A receipt made ready for the paper it comes out on, whichever that is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.codes import Language
from desktop.domain.receipt import Receipt
from desktop.printing.papers import A5, PREPRINTED, RECEIPT_PAPERS, Paper
from desktop.printing.pdf import render_receipt
from desktop.printing.preprinted import WrittenForms, render_written, shipped_form, written_on
from desktop.printing.words import receipt_words


@dataclass(frozen=True, slots=True)
class ReceiptSheets:
    """What a spooler takes, and what the screen shows."""

    paper: Paper
    pdf: bytes
    written: WrittenForms | None = None
    """For a pre-printed form: what a printer writes; the PDF shows the same."""


def receipt_sheets(
    receipt: Receipt,
    *,
    code: str | bytes,
    printed_at: str,
    paper: str = A5.name,
    copy: int = 1,
    lang: Language = "zh",
) -> ReceiptSheets:
    """Return one receipt ready for the paper of this name; A5 if there is no such paper.

    Raises:
        Refused: ``TEMPLATE_INVALID`` if the pre-printed form's template was spoilt.
    """
    sheet = RECEIPT_PAPERS.get(paper, A5)
    if sheet != PREPRINTED:
        pdf = render_receipt(
            receipt, code=code, printed_at=printed_at, paper=sheet, copy=copy, lang=lang
        )
        return ReceiptSheets(sheet, pdf)
    form = shipped_form(PREPRINTED.name)
    texts = written_on(form, receipt, printed_at=printed_at, copy=copy, lang=lang)
    forms = WrittenForms(form, texts)
    title = f"{receipt_words(lang).title} {receipt.number}".replace("\n", " ")
    pdf = render_written(forms, title=title, author=receipt.station_name, printed_at=printed_at)
    return ReceiptSheets(sheet, pdf, forms)
