"""The QR code on a paper: as large as a cheap scanner needs, no larger."""

from __future__ import annotations

from dataclasses import dataclass

import segno

MODULE_PT = 1.6
"""0.56 mm: four dots of a 180 dpi head, eight of 360 dpi."""

MODULE_LEAST_PT = 1.42
"""0.5 mm, for the longest codes."""

WIDEST_PT = 82.0
"""Room a paper keeps for the code, without its quiet zone."""

QUIET_MODULES = 4

_MASK = 4


@dataclass(frozen=True, slots=True)
class QrCode:
    """The squares of a code, True for black, and the size to print them in."""

    rows: list[list[bool]]
    module_pt: float

    @property
    def side_pt(self) -> float:
        """Width and height without the quiet zone."""
        return len(self.rows) * self.module_pt


def qr_code(
    text: str | bytes,
    *,
    module_pt: float = MODULE_PT,
    least_pt: float = MODULE_LEAST_PT,
    widest_pt: float = WIDEST_PT,
) -> QrCode:
    """Return the QR code of ``text``, with medium error correction, or low if that is too wide.

    The mask is fixed instead of chosen among eight: what we encode is mostly a signature, as
    even as chance already, and the choice would take longer than drawing the page.
    """
    rows: list[list[bool]] = []
    for level in ("m", "l"):
        code = segno.make_qr(text, error=level, boost_error=False, mask=_MASK)
        rows = [[bool(module) for module in row] for row in code.matrix]
        if len(rows) * module_pt <= widest_pt:
            return QrCode(rows, module_pt)
    return QrCode(rows, max(least_pt, widest_pt / len(rows)))
