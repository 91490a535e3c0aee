"""What another program sees on a finished receipt: its text, and the squares of its QR code."""

from __future__ import annotations

import pypdfium2

from desktop.printing.preview import page_image
from desktop.printing.qr import MODULE_PT, qr_code

_DOTS = 4
_DPI = 72 / MODULE_PT * _DOTS
_BLACK_BELOW = 128


def text_of(pdf: bytes) -> str:
    """Return the text of a PDF's first page, in reading order, without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text: str = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    return "".join(text.split())


def squares_stand(pdf: bytes, code: str) -> bool:
    """Tell whether the QR code of ``code`` stands on the first page, square by square.

    The page is drawn with four dots to a square; the symbol is where its first row is seen, and
    then every row must be there.
    """
    image = page_image(pdf, 0, _DPI, sharp=True)
    wanted = [_dots(row) for row in qr_code(code).rows]
    lines = [
        _dark(image.pixels[top : top + image.width_px])
        for top in range(0, image.height_px * image.stride, image.stride)
    ]
    for top in range(len(lines) - len(wanted) * _DOTS):
        left = lines[top].find(wanted[0])
        if left >= 0 and all(
            lines[top + row * _DOTS + 1].startswith(dots, left) for row, dots in enumerate(wanted)
        ):
            return True
    return False


def _dots(row: list[bool]) -> bytes:
    return bytes(int(square) for square in row for _ in range(_DOTS))


def _dark(pixels: bytes) -> bytes:
    return pixels.translate(_SHADES)


_SHADES = bytes(int(shade < _BLACK_BELOW) for shade in range(256))
