"""One file of many receipts, made step by step, so that it can be told and stopped."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.base.errors import Unavailable
from desktop.domain.codes import Language
from desktop.printing.papers import DEFAULT_PAPER, DRAWN_PAPERS, PREPRINTED, UNPRINTED
from desktop.printing.pdf import PrintJob, ReceiptBook

STEP = 25
"""Receipts drawn at a time: a fifth of a second, also on an old machine."""


class BulkFile:
    """Receipts on their way into one file. Plain three-part paper stands in for the form."""

    def __init__(
        self, jobs: Sequence[PrintJob], *, printed_at: str, paper: str, lang: Language
    ) -> None:
        drawn = UNPRINTED if paper == PREPRINTED else paper
        sheet = drawn if drawn in DRAWN_PAPERS else DEFAULT_PAPER
        ends = jobs[0].receipt, jobs[-1].receipt
        self._jobs = jobs
        self._book = ReceiptBook(ends, printed_at=printed_at, paper=sheet, lang=lang)

    def draw(self) -> Iterator[int]:
        """Draw all receipts, yielding how many are drawn so far; nothing is written yet."""
        for at in range(0, len(self._jobs), STEP):
            self._book.add(self._jobs[at : at + STEP])
            yield min(at + STEP, len(self._jobs))

    def write(self, path: Path) -> None:
        """Write what was drawn: the file is there whole and durable, or not at all.

        Raises:
            Unavailable: ``FILE_UNWRITABLE``.
        """
        pdf = self._book.finish()
        partial = path.with_name(path.name + ".part")
        try:
            with partial.open("wb") as file:
                file.write(pdf)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except OSError as error:
            named = path.name
            raise Unavailable("FILE_UNWRITABLE", f"cannot write {named}", file=named) from error
