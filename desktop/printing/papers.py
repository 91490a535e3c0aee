"""Papers: their names, their size and the margin a printer leaves, in millimetres.

Only names here: the receipt's papers are read when one is first used
(`desktop.printing.receipt_papers`).
"""

from __future__ import annotations

from dataclasses import dataclass


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

    @property
    def is_roll(self) -> bool:
        """Whether it is as long as what stands on it."""
        return not self.height_mm


DEFAULT_PAPER = "A5"
"""Landscape, half of an A4 sheet: receipts are filed with their long side down."""

PREPRINTED = "preprinted-241x93.1"
"""Three-part paper with the form's rules and labels on it: set up by itself, written as text."""

UNPRINTED = "241x93.1"
"""The same paper with nothing on it, where a whole receipt is drawn."""

DRAWN_PAPERS = ("A5", "A4", "241x139.7", UNPRINTED, "80", "58")
"""What a receipt can be laid out on; the last two are thermal rolls."""

RECEIPT_PAPERS = ("A5", "A4", "241x139.7", UNPRINTED, PREPRINTED, "80", "58")
"""What receipts come out on, as it is chosen in the settings and on the command line."""

A4 = Paper("A4", 210, 297, side_mm=9, top_mm=9, bottom_mm=8, form_mm=289)
"""Single sheets and narrow registers."""

A4_WIDE = Paper("A4-landscape", 297, 210, side_mm=10, top_mm=9, bottom_mm=7, form_mm=203)
"""Registers: filed with their long side up."""

ALL_PAPERS = (*RECEIPT_PAPERS, A4_WIDE.name)
"""Every paper a printer can be set for; registers come out on the last one."""
