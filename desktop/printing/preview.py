"""A PDF's pages as images: for the screen, and for printers that draw no PDF themselves."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

from desktop.base.errors import Refused

MM_PER_INCH = 25.4

PIXELS_MAX = 60_000_000
"""An A3 page at 400 dpi; more is refused before it is drawn."""

# PDFium keeps global state: calls from two threads crash it, also for two documents.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page in shades of grey: a byte per pixel, 0 black to 255 white, rows top down."""

    width_px: int
    height_px: int
    stride: int
    """Bytes from one row to the next."""
    pixels: bytes
    width_mm: float
    height_mm: float

    def to_qimage(self) -> QImage:
        """Return a copy as Qt draws it; safe to hand to the GUI thread."""
        image = QImage(
            self.pixels,
            self.width_px,
            self.height_px,
            self.stride,
            QImage.Format.Format_Grayscale8,
        )
        return image.copy()


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has. Raises `Refused` (``PDF_UNREADABLE``) if it is none."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        return len(document)


def page_image(pdf: bytes, page: int, dpi: float, *, sharp: bool = False) -> PageImage:
    """Return page ``page`` (from 0) drawn at ``dpi``.

    ``sharp`` draws without grey edges, as a printer with few dots needs it.

    Raises:
        Refused: ``PDF_UNREADABLE`` if this is no PDF or has no such page, ``PDF_TOO_LARGE`` if
            the image would have more than `PIXELS_MAX` pixels.
    """
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise Refused("PDF_UNREADABLE", f"no page {page + 1} in this PDF", page=page + 1)
        return _drawn(document[page], dpi, sharp=sharp)


def page_height_mm(pdf: bytes, page: int) -> float:
    """Return how high a page (from 0) is. Raises `Refused` (``PDF_UNREADABLE``)."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise Refused("PDF_UNREADABLE", f"no page {page + 1} in this PDF", page=page + 1)
        height: float = document[page].get_height()
        return height / 72 * MM_PER_INCH


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise Refused("PDF_UNREADABLE", f"not a PDF that can be shown: {error}") from error


def _drawn(page: pypdfium2.PdfPage, dpi: float, *, sharp: bool) -> PageImage:
    width_pt, height_pt = page.get_size()
    if width_pt * height_pt * (dpi / 72) ** 2 > PIXELS_MAX:
        raise Refused(
            "PDF_TOO_LARGE", f"a page of {width_pt:.0f} x {height_pt:.0f} pt is too large"
        )
    bitmap = page.render(
        scale=dpi / 72,
        grayscale=True,
        optimize_mode="print" if sharp else None,
        no_smoothtext=sharp,
        no_smoothpath=sharp,
    )
    return PageImage(
        width_px=bitmap.width,
        height_px=bitmap.height,
        stride=bitmap.stride,
        pixels=bytes(bitmap.buffer),
        width_mm=width_pt / 72 * MM_PER_INCH,
        height_mm=height_pt / 72 * MM_PER_INCH,
    )
