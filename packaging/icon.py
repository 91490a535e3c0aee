"""The program's icon in the forms systems want, drawn from its SVG."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icons" / "canbao-desk.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows shows at 100 to 250 % scaling."""

_ENTRY = struct.Struct("<BBBBHHII")
_HEAD = struct.Struct("<HHH")


def png(size: int) -> bytes:
    """Return the icon as PNG, ``size`` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def ico() -> bytes:
    """Return the icon as Windows wants it: every size, each a PNG."""
    pictures = [png(size) for size in ICO_SIZES]
    where = _HEAD.size + _ENTRY.size * len(pictures)
    entries = []
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        # A byte cannot say 256; 0 means it.
        entries.append(_ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), where))
        where += len(picture)
    return b"".join([_HEAD.pack(0, 1, len(pictures)), *entries, *pictures])
