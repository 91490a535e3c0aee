"""The receipt's papers, as their templates (``forms/papers/receipt-*.toml``) have them."""

from __future__ import annotations

import functools

from desktop.base.resources import form_text
from desktop.domain.receipt_template import ReceiptTemplate, WrittenTemplate
from desktop.domain.receipt_template_text import receipt_template_from_text
from desktop.printing.papers import A4_WIDE, Paper
from desktop.printing.qr import QrCode, qr_code


@functools.cache
def receipt_template(paper: str) -> ReceiptTemplate:
    """Return how a receipt stands on the paper of this name.

    Raises:
        Refused: ``TEMPLATE_INVALID`` if the template that came with the program was spoilt.
    """
    return receipt_template_from_text(f"receipt-{paper}.toml", _text(paper), _text)


@functools.cache
def paper_of(name: str) -> Paper:
    """Return the paper of this name.

    Raises:
        Refused: ``TEMPLATE_INVALID`` if the template that came with the program was spoilt.
    """
    if name == A4_WIDE.name:
        return A4_WIDE
    page = receipt_template(name).page
    return Paper(
        name,
        page.width / 10,
        page.height / 10,
        side_mm=page.side / 10,
        top_mm=page.top / 10,
        bottom_mm=page.bottom / 10,
        form_mm=page.form / 10,
    )


def code_on(paper: str, text: str | bytes) -> QrCode:
    """Return the QR code of ``text`` in the squares the paper's template sets it in.

    Raises:
        ValueError: the paper has no place for a code.
        Refused: ``TEMPLATE_INVALID``.
    """
    template = receipt_template(paper)
    if isinstance(template, WrittenTemplate):
        raise ValueError(f"no code stands on {paper}")  # noqa: TRY004
    code = template.code
    return qr_code(
        text,
        module_pt=code.module / 100,
        least_pt=code.least / 100,
        widest_pt=code.widest / 100,
    )


def _text(paper: str) -> str:
    return form_text("papers", f"receipt-{paper}.toml")
