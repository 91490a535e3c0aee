"""Papers: their size and the margin a printer leaves, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet as it lies before the reader."""

    name: str
    width_mm: float
    height_mm: float
    side_mm: float
    """Left and right margin."""
    top_mm: float
    bottom_mm: float
    form_mm: float
    """Where a form that leaves space over ends: it is filled to here, not to the page's end."""

    @property
    def inner_mm(self) -> float:
        """Width between the side margins."""
        return self.width_mm - 2 * self.side_mm


A5 = Paper("A5", 210, 148, side_mm=9, top_mm=7, bottom_mm=5.5, form_mm=142.5)
"""Landscape, half of an A4 sheet: receipts are filed with their long side down."""

A4 = Paper("A4", 210, 297, side_mm=9, top_mm=9, bottom_mm=8, form_mm=146)

A4_WIDE = Paper("A4-landscape", 297, 210, side_mm=10, top_mm=9, bottom_mm=7, form_mm=203)
"""Registers: filed with their long side up."""

TWO_PART = Paper("241x139.7", 241, 139.7, side_mm=15.5, top_mm=4.5, bottom_mm=3.5, form_mm=136.2)
"""Continuous paper, an 11-inch sheet halved; the side margin clears the tractor holes."""

THREE_PART = Paper("241x93.1", 241, 93.1, side_mm=15.5, top_mm=3.5, bottom_mm=2.5, form_mm=90.6)
"""Continuous paper, an 11-inch sheet in three: a household of four takes two of them."""

ROLL_80 = Paper("80", 80, 0, side_mm=4, top_mm=4, bottom_mm=6, form_mm=0)
ROLL_58 = Paper("58", 58, 0, side_mm=5, top_mm=4, bottom_mm=6, form_mm=0)
"""Thermal rolls: as long as what stands on them; a head prints 72 mm and 48 mm of them."""

ROLLS = (ROLL_80, ROLL_58)

PAPERS = {paper.name: paper for paper in (A5, A4, TWO_PART, THREE_PART, *ROLLS)}
"""What a receipt can be laid out on."""

PREPRINTED = replace(THREE_PART, name="preprinted-241x93.1")
"""Three-part paper with the form's rules and labels on it: set up by itself, written as text."""

RECEIPT_PAPERS = {
    paper.name: paper for paper in (A5, A4, TWO_PART, THREE_PART, PREPRINTED, ROLL_80, ROLL_58)
}
"""What receipts come out on, as it is chosen in the settings and on the command line."""

ALL_PAPERS = RECEIPT_PAPERS | {A4_WIDE.name: A4_WIDE}
"""Every paper a printer can be set for; registers come out on the last one."""
