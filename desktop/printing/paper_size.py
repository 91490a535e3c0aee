"""Telling a printer the size of its paper, and finding out whether it keeps to it."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from desktop.base.errors import Unavailable
from desktop.printing.papers import Paper

_SIZE_TOLERANCE_MM = 1.0


def set_paper(printer: QPrinter, paper: Paper) -> None:
    """Set size and orientation without margins, then ask whether the printer kept them.

    A Windows driver quietly takes another size unless the forms of continuous paper were defined
    in it (help topic ``printing``).

    Raises:
        Unavailable: ``PRINTER_PAPER`` with the size it took instead.
    """
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
