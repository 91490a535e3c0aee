"""One file of many receipts, made step by step, so that it can be told and stopped."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.base.errors import Unavailable
from desktop.domain.codes import Language
from desktop.printing.papers import A5, PREPRINTED, RECEIPT_PAPERS, THREE_PART
from desktop.printing.pdf import PrintJob, ReceiptBook

STEP = 25
"""Receipts drawn at a time: a fifth of a second, also on an old machine."""


def bulk_steps(
    jobs: Sequence[PrintJob], path: Path, *, printed_at: str, paper: str, lang: Language
) -> Iterator[int]:
    """Draw receipts into the file at ``path``, yielding how many are drawn so far.

    The file is there, whole, only once the last step is done; whoever stops before leaves nothing.
    Plain three-part paper stands in for the pre-printed form.

    Raises:
        Unavailable: ``FILE_UNWRITABLE``.
    """
    sheet = RECEIPT_PAPERS.get(paper, A5)
    sheet = THREE_PART if sheet == PREPRINTED else sheet
    ends = jobs[0].receipt, jobs[-1].receipt
    book = ReceiptBook(ends, printed_at=printed_at, paper=sheet, lang=lang)
    for at in range(0, len(jobs), STEP):
        book.add(jobs[at : at + STEP])
        if at + STEP < len(jobs):
            yield at + STEP
    _write(path, book.finish())
    yield len(jobs)


def _write(path: Path, pdf: bytes) -> None:
    partial = path.with_name(path.name + ".part")
    try:
        with partial.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise Unavailable("FILE_UNWRITABLE", f"cannot write {path.name}", file=path.name) from error
