"""Where a finished PDF goes: to a printer, or into a folder where there is none.

A paper that was promised is never lost: what a printer refuses is kept in a folder, and the
error says where.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.base.errors import Unavailable
from desktop.printing.paper_size import set_paper
from desktop.printing.papers import Paper
from desktop.printing.preprinted import WrittenForms
from desktop.printing.preprinted_print import print_preprinted
from desktop.printing.preview import MM_PER_INCH, page_count, page_height_mm, page_image
from desktop.printing.print_setup import FOLDER, PrintSetup, PrintSetups

PRINT_DPI_MAX = 600
"""Finer images cost memory and show nothing more of 9 pt text."""

_NAMES_MAX = 1000


@dataclass(frozen=True, slots=True)
class Pages:
    """Which pages of a PDF go out: from ``first`` to ``last``, both counted from 1 and included."""

    first: int = 1
    last: int = 0
    """0: to the end."""

    def of(self, count: int) -> range:
        """Return the places, from 0, of the pages wanted of ``count``."""
        last = min(self.last or count, count)
        return range(max(self.first, 1) - 1, last)


ALL_PAGES = Pages()


class Spooler(Protocol):
    """Takes finished papers."""

    def spool(
        self,
        pdf: bytes,
        *,
        name: str,
        paper: Paper,
        pages: Pages = ALL_PAGES,
        written: WrittenForms | None = None,
    ) -> str:
        """Take one PDF and return where it went: a file's path or a printer's name.

        ``written`` is what a printer writes on pre-printed forms instead of the PDF's pages.

        Raises `Unavailable` if it could not be taken; the paper is not lost then.
        """
        ...


class FolderSpooler:
    """Writes PDF files: for machines without a printer, and what a printer refused."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def spool(
        self,
        pdf: bytes,
        *,
        name: str,
        paper: Paper,
        pages: Pages = ALL_PAGES,
        written: WrittenForms | None = None,
    ) -> str:
        """Write ``name.pdf``, every page of it.

        Another paper of that name stays, ours becomes ``name-2.pdf``.

        Raises `Unavailable` with ``FOLDER_NOT_WRITABLE``.
        """
        stem = re.sub(r"[^\w-]", "_", name)[:60] or "_"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for place in range(1, _NAMES_MAX):
                path = self._folder / (f"{stem}.pdf" if place == 1 else f"{stem}-{place}.pdf")
                if _written(path, pdf):
                    return str(path)
        except OSError as error:
            raise Unavailable(
                "FOLDER_NOT_WRITABLE", f"cannot write papers to {self._folder}: {error}"
            ) from error
        raise Unavailable("FOLDER_NOT_WRITABLE", f"too many papers called {stem}")


def printer_called(name: str) -> QPrinter:
    """Return a printer of this machine, ready to take a job.

    Raises:
        Unavailable: ``PRINTER_GONE`` if there is none of this name, ``PRINTER_STOPPED`` if it
            takes no jobs now.
    """
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise Unavailable("PRINTER_GONE", "this machine has no such printer", printer=name)
    if info.state() == QPrinter.PrinterState.Error:
        raise Unavailable("PRINTER_STOPPED", "the printer is stopped or offline", printer=name)
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


class PrinterSpooler:
    """Sends papers to one printer of this machine, without a dialog."""

    def __init__(
        self,
        printer_name: str,
        kept: FolderSpooler,
        find: Callable[[str], QPrinter] = printer_called,
        setup: PrintSetup | None = None,
    ) -> None:
        self._printer_name = printer_name
        self._kept = kept
        self._find = find
        self._setup = setup or PrintSetup()

    def spool(
        self,
        pdf: bytes,
        *,
        name: str,
        paper: Paper,
        pages: Pages = ALL_PAGES,
        written: WrittenForms | None = None,
    ) -> str:
        """Print the wanted pages full size, moved and scaled as the paper's set-up says.

        Raises:
            Unavailable: ``PRINTER_GONE``, ``PRINTER_STOPPED``, ``PRINTER_PAPER`` (it does not take
                this size) or ``PRINTER_FAILED``; ``values["path"]`` is where the PDF was kept.
        """
        try:
            printer = self._find(self._printer_name)
            printer.setDocName(name)
            if written is None:
                print_pdf(pdf, printer, paper, self._setup, pages)
            else:
                print_preprinted(written.texts, written.form, printer, self._setup)
        except Unavailable as error:
            path = self._kept.spool(pdf, name=name, paper=paper)
            raise Unavailable(error.code, error.message, **error.values, path=path) from error
        return self._printer_name


def printer_names() -> tuple[str, ...]:
    """Return the printers of this machine, the default one first."""
    default = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: (name != default, name)))


class SetupSpooler:
    """Sends each paper the way that was set for it on this machine.

    Printers are asked for when the first paper comes: finding them can take a second.
    """

    def __init__(
        self,
        setups: Callable[[], PrintSetups],
        kept: FolderSpooler,
        find: Callable[[str], QPrinter] = printer_called,
        names: Callable[[], tuple[str, ...]] | None = None,
    ) -> None:
        self._setups = setups
        self._kept = kept
        self._find = find
        self._names = names or printer_names

    def spool(
        self,
        pdf: bytes,
        *,
        name: str,
        paper: Paper,
        pages: Pages = ALL_PAGES,
        written: WrittenForms | None = None,
    ) -> str:
        """Print or keep a paper; see `Spooler.spool` and `PrinterSpooler.spool`."""
        setup = self._setups().of(paper.name)
        printer = setup.printer
        if not printer:
            known = self._names()
            printer = known[0] if known else FOLDER
        if printer == FOLDER:
            return self._kept.spool(pdf, name=name, paper=paper)
        way = PrinterSpooler(printer, self._kept, self._find, setup)
        return way.spool(pdf, name=name, paper=paper, pages=pages, written=written)


def print_pdf(
    pdf: bytes,
    printer: QPrinter,
    paper: Paper,
    setup: PrintSetup | None = None,
    pages: Pages = ALL_PAGES,
) -> None:
    """Draw pages of ``pdf`` on ``printer``, on ``paper`` moved and scaled as ``setup`` says.

    A roll is as long as the page on it.

    Raises:
        Unavailable: ``PRINTER_PAPER`` if the printer does not keep to the paper's size,
            ``PRINTER_FAILED`` if it refuses a page.
    """
    setup = setup or PrintSetup()
    set_paper(printer, _as_long_as(paper, pdf))
    printer.setCopyCount(setup.copies)
    wanted = pages.of(page_count(pdf))
    painter = QPainter()
    if not painter.begin(printer):
        raise Unavailable("PRINTER_FAILED", "the printer did not take the job")
    try:
        dots_per_mm = printer.resolution() / MM_PER_INCH
        painter.translate(setup.dx_mm * dots_per_mm, setup.dy_mm * dots_per_mm)
        painter.scale(setup.scale, setup.scale)
        for page in wanted:
            if page != wanted[0] and not printer.newPage():
                raise Unavailable("PRINTER_FAILED", f"the printer refused page {page + 1}")
            _draw_page(painter, printer, pdf, page)
    finally:
        ended = painter.end()
    if not ended or printer.printerState() in (
        QPrinter.PrinterState.Error,
        QPrinter.PrinterState.Aborted,
    ):
        raise Unavailable("PRINTER_FAILED", "the printer gave the job up")


def _draw_page(painter: QPainter, printer: QPrinter, pdf: bytes, page: int) -> None:
    image = page_image(pdf, page, min(printer.resolution(), PRINT_DPI_MAX), sharp=True)
    dots_per_mm = printer.resolution() / MM_PER_INCH
    target = QRectF(0, 0, image.width_mm * dots_per_mm, image.height_mm * dots_per_mm)
    painter.drawImage(target, image.to_qimage())


def _as_long_as(paper: Paper, pdf: bytes) -> Paper:
    if paper.height_mm:
        return paper
    return replace(paper, height_mm=round(page_height_mm(pdf, 0), 1))


def _written(path: Path, pdf: bytes) -> bool:
    """Write ``pdf`` unless another file has that path; the same paper again is one file."""
    if path.exists():
        return path.read_bytes() == pdf
    draft = path.with_suffix(".part")
    draft.write_bytes(pdf)
    draft.replace(path)
    return True
