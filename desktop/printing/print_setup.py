"""How each paper is printed on this machine: on which printer, moved and scaled by how much.

A dot-matrix printer with tractor paper never feeds two rolls alike: the offset is set once per
printer and paper, with the ruler page, and kept with the machine's settings.
"""

from __future__ import annotations

import msgspec

OFFSET_MAX_TENTHS_MM = 200
SCALE_LEAST_PERMILLE = 900
SCALE_MOST_PERMILLE = 1100
COPIES_MAX = 5

FOLDER = "folder:"
"""Stands for a folder of PDF files where a printer's name is asked for."""


class PrintSetup(msgspec.Struct, frozen=True, omit_defaults=True):
    """One paper's way out. An empty printer is the machine's default one."""

    printer: str = ""
    dx_tenths_mm: int = 0
    """To the right is positive."""
    dy_tenths_mm: int = 0
    """Down is positive."""
    scale_permille: int = 1000
    copies: int = 1

    @property
    def dx_mm(self) -> float:
        """How far the page is moved to the right."""
        return self.dx_tenths_mm / 10

    @property
    def dy_mm(self) -> float:
        """How far the page is moved down."""
        return self.dy_tenths_mm / 10

    @property
    def scale(self) -> float:
        """What lengths are multiplied by."""
        return self.scale_permille / 1000

    def within_limits(self) -> PrintSetup:
        """Return the set-up with what no printer needs brought back to its limit."""

        def held(value: int, least: int, most: int) -> int:
            return max(least, min(most, value))

        return PrintSetup(
            printer=self.printer,
            dx_tenths_mm=held(self.dx_tenths_mm, -OFFSET_MAX_TENTHS_MM, OFFSET_MAX_TENTHS_MM),
            dy_tenths_mm=held(self.dy_tenths_mm, -OFFSET_MAX_TENTHS_MM, OFFSET_MAX_TENTHS_MM),
            scale_permille=held(self.scale_permille, SCALE_LEAST_PERMILLE, SCALE_MOST_PERMILLE),
            copies=held(self.copies, 1, COPIES_MAX),
        )


class PrintSetups(msgspec.Struct, frozen=True, omit_defaults=True):
    """Every paper's set-up, by the paper's name, and the paper receipts come out on."""

    receipt_paper: str = "A5"
    papers: dict[str, PrintSetup] = {}

    def of(self, paper: str) -> PrintSetup:
        """Return a paper's set-up: the machine's default printer, unmoved, if nobody set one."""
        return self.papers.get(paper, PrintSetup())

    def with_setup(self, paper: str, setup: PrintSetup) -> PrintSetups:
        """Return the set-ups with one paper's changed."""
        return PrintSetups(self.receipt_paper, {**self.papers, paper: setup.within_limits()})
