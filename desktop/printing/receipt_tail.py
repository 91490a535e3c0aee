"""What stands under a receipt's table: sentences, and boxes to sign in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from desktop.printing.grid import PADDING_MM, Cell, Row, draw_cell, frame
from desktop.printing.sheet import Sheets

_LABEL_MM = 5.0


class Tall(Protocol):
    """Whatever takes room from top to bottom."""

    @property
    def height_mm(self) -> float:
        """Room it takes."""
        ...


def height_of(things: Iterable[Tall]) -> float:
    """Return the room that things under each other take, in millimetres."""
    return sum(thing.height_mm for thing in things)


@dataclass(frozen=True)
class TextBlock:
    """Sentences under each other; their text begins where the rules of the tables begin."""

    rows: list[Row]

    @property
    def height_mm(self) -> float:
        """Room it takes."""
        return height_of(self.rows)

    def draw(self, sheets: Sheets, x_mm: float, y_mm: float, more_mm: float) -> float:
        """Draw it with ``more_mm`` of white under it; return the y below."""
        for row in self.rows:
            row.draw(sheets, x_mm - PADDING_MM, y_mm)
            y_mm += row.height_mm
        return y_mm + more_mm


@dataclass(frozen=True)
class SignedBlock:
    """Boxes side by side: a label, and room under it to sign and stamp."""

    boxes: list[tuple[Cell, Cell]]
    least_mm: float

    @property
    def height_mm(self) -> float:
        """Room it takes."""
        needed = (_alone(name).height_mm + _alone(text).height_mm for name, text in self.boxes)
        return max(self.least_mm, *needed)

    def draw(self, sheets: Sheets, x_mm: float, y_mm: float, more_mm: float) -> float:
        """Draw it ``more_mm`` higher than it needs to be; return the y below."""
        height = self.height_mm + more_mm
        for name, text in self.boxes:
            frame(sheets, x_mm, y_mm, name.width_mm, height)
            name_mm = _alone(name).height_mm
            draw_cell(sheets, name, x_mm, y_mm, name_mm)
            draw_cell(sheets, text, x_mm, y_mm + name_mm, height - name_mm)
            x_mm += name.width_mm
        return y_mm + height


def _alone(cell: Cell) -> Row:
    return Row((cell,), least_mm=_LABEL_MM)
