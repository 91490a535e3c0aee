"""Where a finished PDF goes: to a printer, or into a folder where there is none.

A paper that was promised is never lost: what a printer refuses is kept in a folder, and the
error says where.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.base.errors import Unavailable
from desktop.printing.papers import Paper
from desktop.printing.preview import page_count, page_image

PRINT_DPI_MAX = 600
"""Finer images cost memory and show nothing more of 9 pt text."""

_SIZE_TOLERANCE_MM = 1.0
_NAMES_MAX = 1000


class Spooler(Protocol):
    """Takes finished papers."""

    def spool(self, pdf: bytes, *, name: str, paper: Paper) -> str:
        """Take one PDF and return where it went: a file's path or a printer's name.

        Raises `Unavailable` if it could not be taken; the paper is not lost then.
        """
        ...


class FolderSpooler:
    """Writes PDF files: for machines without a printer, and what a printer refused."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def spool(self, pdf: bytes, *, name: str, paper: Paper) -> str:
        """Write ``name.pdf``; another paper of that name stays, ours becomes ``name-2.pdf``.

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
    ) -> None:
        self._printer_name = printer_name
        self._kept = kept
        self._find = find

    def spool(self, pdf: bytes, *, name: str, paper: Paper) -> str:
        """Print every page full size.

        Raises:
            Unavailable: ``PRINTER_GONE``, ``PRINTER_STOPPED``, ``PRINTER_PAPER`` (it does not take
                this size) or ``PRINTER_FAILED``; ``values["path"]`` is where the PDF was kept.
        """
        try:
            printer = self._find(self._printer_name)
            printer.setDocName(name)
            print_pdf(pdf, printer, paper)
        except Unavailable as error:
            path = self._kept.spool(pdf, name=name, paper=paper)
            raise Unavailable(error.code, error.message, **error.values, path=path) from error
        return self._printer_name


def printer_names() -> tuple[str, ...]:
    """Return the printers of this machine, the default one first."""
    default = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: (name != default, name)))


def print_pdf(pdf: bytes, printer: QPrinter, paper: Paper) -> None:
    """Draw every page of ``pdf`` on ``printer``, full size on ``paper``.

    Raises:
        Unavailable: ``PRINTER_PAPER`` if the printer does not keep to the paper's size,
            ``PRINTER_FAILED`` if it refuses a page.
    """
    _set_paper(printer, paper)
    pages = page_count(pdf)
    painter = QPainter()
    if not painter.begin(printer):
        raise Unavailable("PRINTER_FAILED", "the printer did not take the job")
    try:
        for page in range(pages):
            if page and not printer.newPage():
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
    dots_per_mm = printer.resolution() / 25.4
    target = QRectF(0, 0, image.width_mm * dots_per_mm, image.height_mm * dots_per_mm)
    painter.drawImage(target, image.to_qimage())


def _set_paper(printer: QPrinter, paper: Paper) -> None:
    """Set size and orientation without margins, then ask whether the printer kept them."""
    long, short = sorted((paper.width_mm, paper.height_mm), reverse=True)
    known = QPageSize.id(QSizeF(short, long), QPageSize.Unit.Millimeter)
    if known == QPageSize.PageSizeId.Custom:
        size = QPageSize(
            QSizeF(paper.width_mm, paper.height_mm), QPageSize.Unit.Millimeter, paper.name
        )
        turned = False
    else:
        size, turned = QPageSize(known), paper.width_mm > paper.height_mm
    way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
    kept = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    off = max(abs(kept.width() - paper.width_mm), abs(kept.height() - paper.height_mm))
    if off > _SIZE_TOLERANCE_MM:
        raise Unavailable(
            "PRINTER_PAPER",
            "the printer does not take this paper's size",
            paper=paper.name,
            width_mm=round(kept.width(), 1),
            height_mm=round(kept.height(), 1),
        )


def _written(path: Path, pdf: bytes) -> bool:
    """Write ``pdf`` unless another file has that path; the same paper again is one file."""
    if path.exists():
        return path.read_bytes() == pdf
    draft = path.with_suffix(".part")
    draft.write_bytes(pdf)
    draft.replace(path)
    return True
