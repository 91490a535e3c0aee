"""A receipt made ready for the paper it comes out on, whichever that is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.clock import instant_from_text
from desktop.domain.codes import Language
from desktop.domain.receipt import Receipt
from desktop.printing.papers import DEFAULT_PAPER, PREPRINTED, RECEIPT_PAPERS, Paper
from desktop.printing.pdf import render_receipt
from desktop.printing.preprinted import WrittenForms, preprinted_form, render_written, written_on
from desktop.printing.receipt_papers import paper_of
from desktop.printing.receipt_texts import Printing


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
    paper: str = DEFAULT_PAPER,
    copy: int = 1,
    lang: Language = "zh",
) -> ReceiptSheets:
    """Return one receipt ready for the paper of this name; A5 if there is no such paper.

    Raises:
        Refused: ``TEMPLATE_INVALID`` if the paper's template was spoilt.
    """
    name = paper if paper in RECEIPT_PAPERS else DEFAULT_PAPER
    sheet = paper_of(name)
    if name != PREPRINTED:
        pdf = render_receipt(
            receipt, code=code, printed_at=printed_at, paper=name, copy=copy, lang=lang
        )
        return ReceiptSheets(sheet, pdf)
    form = preprinted_form()
    printing = Printing(name, copy, instant_from_text(printed_at), lang)
    forms = WrittenForms(form, written_on(form, receipt, printing))
    title = f"{form.title.of(lang)} {receipt.number}"
    pdf = render_written(forms, title=title, author=receipt.station_name, printed_at=printed_at)
    return ReceiptSheets(sheet, pdf, forms)
