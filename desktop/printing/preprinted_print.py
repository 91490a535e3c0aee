"""Writing on pre-printed forms: text straight to the printer, not as an image of a page.

A dot-matrix head then gets strokes and not grey.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.base.errors import Unavailable
from desktop.base.resources import resource_path
from desktop.domain.receipt_template import WrittenTemplate
from desktop.printing.paper_size import set_paper
from desktop.printing.preprinted import Written
from desktop.printing.preview import MM_PER_INCH
from desktop.printing.print_setup import PrintSetup
from desktop.printing.receipt_papers import paper_of

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def print_preprinted(
    forms: tuple[tuple[Written, ...], ...],
    form: WrittenTemplate,
    printer: QPrinter,
    setup: PrintSetup,
) -> None:
    """Write every form on ``printer``, moved and scaled as ``setup`` says.

    Raises:
        Unavailable: ``PRINTER_PAPER``, ``PRINTER_FAILED``.
    """
    set_paper(printer, paper_of(form.name))
    printer.setCopyCount(setup.copies)
    painter = QPainter()
    if not painter.begin(printer):
        raise Unavailable("PRINTER_FAILED", "the printer did not take the job")
    try:
        for place, texts in enumerate(forms):
            if place and not printer.newPage():
                raise Unavailable("PRINTER_FAILED", f"the printer refused form {place + 1}")
            _write(painter, texts, form, setup, printer.resolution() / MM_PER_INCH)
    finally:
        ended = painter.end()
    if not ended or printer.printerState() in (
        QPrinter.PrinterState.Error,
        QPrinter.PrinterState.Aborted,
    ):
        raise Unavailable("PRINTER_FAILED", "the printer gave the job up")


def _write(
    painter: QPainter,
    texts: tuple[Written, ...],
    form: WrittenTemplate,
    setup: PrintSetup,
    dots_per_mm: float,
) -> None:
    painter.save()
    painter.translate(setup.dx_mm * dots_per_mm, setup.dy_mm * dots_per_mm)
    painter.scale(setup.scale, setup.scale)
    for one in texts:
        font = _font(form.size / 10)
        width = one.width_mm * dots_per_mm
        metrics = QFontMetricsF(font, painter.device())
        room = metrics.horizontalAdvance(one.text)
        if room > width:
            # Smaller, not cut: a name that is cut is another name.
            font = _font(form.size / 10 * width / room)
        painter.setFont(font)
        height = form.row / 10 * dots_per_mm
        box = QRectF(one.x_mm * dots_per_mm, one.y_mm * dots_per_mm, width, height)
        painter.drawText(box, _ALIGN[one.align] | Qt.AlignmentFlag.AlignVCenter, one.text)
    painter.restore()


@functools.cache
def _families() -> list[str]:
    names = []
    for file in ("NotoSansSC-Regular.ttf", "NotoSansSC-Rest.ttf", "HanaMinB.ttf"):
        number = QFontDatabase.addApplicationFont(str(resource_path("fonts", file)))
        names += QFontDatabase.applicationFontFamilies(number)[:1]
    return names


def _font(size_pt: float) -> QFont:
    font = QFont()
    font.setFamilies(_families())
    font.setPointSizeF(size_pt)
    return font
