"""Text that fits: cells, rows and ruled tables whose height follows what stands in them.

A text first stands in its own size on one line, then smaller down to what a dot-matrix printer
can still draw, then on several lines; it never runs over a rule and is never cut.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.printing import fonts
from desktop.printing.fonts import Weight
from desktop.printing.sheet import POINTS_PER_MM, RULE_MM, Align, Sheets

SMALLEST_PT = 9.0
"""Below this a 24-pin head loses strokes of dense characters."""

LEADING = 1.28
PADDING_MM = 1.0

_NOT_FIRST = frozenset("，。；：、！？）》〉」』】〕”’％,.;:!?)]%·")
_NOT_LAST = frozenset("（《〈「『【〔“‘([¥")


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and the width it has.

    ``solid`` text is shrunk past the smallest size, not split; a title set in lines by us holds
    line breaks.
    """

    text: str
    width_mm: float
    align: Align = "left"
    size_pt: float = 9.5
    weight: Weight = Weight.REGULAR
    solid: bool = False


@dataclass(frozen=True)
class Row:
    """Cells side by side, as high as the one with most lines needs."""

    cells: tuple[Cell, ...]
    least_mm: float = 6.0
    air_mm: float = 1.0
    """What is left free above and below the text, together."""

    @functools.cached_property
    def height_mm(self) -> float:
        """Height the row takes."""
        return max(self.least_mm, self.air_mm + max(map(_text_mm, self.cells)))

    def draw(self, sheets: Sheets, x_mm: float, y_mm: float) -> None:
        """Draw the cells' texts, each centred in the row's height; no rules."""
        height = self.height_mm
        for cell in self.cells:
            draw_cell(sheets, cell, x_mm, y_mm, height)
            x_mm += cell.width_mm

    def edges(self, x_mm: float) -> list[float]:
        """Return the x of every vertical rule: left edge, between cells, right edge."""
        found = [x_mm]
        for cell in self.cells:
            found.append(found[-1] + cell.width_mm)
        return found


def draw_cell(sheets: Sheets, cell: Cell, x_mm: float, y_mm: float, height_mm: float) -> None:
    """Draw a cell's text in the middle of a box of its width and ``height_mm``."""
    size, lines = fit(cell.text, cell.width_mm - 2 * PADDING_MM, cell)
    leading = size * LEADING / POINTS_PER_MM
    # Han characters fill 0.88 em above and 0.12 em below the baseline.
    baseline = y_mm + (height_mm - leading * len(lines)) / 2 + leading / 2
    baseline += size * 0.37 / POINTS_PER_MM
    at = {
        "left": x_mm + PADDING_MM,
        "centre": x_mm + cell.width_mm / 2,
        "right": x_mm + cell.width_mm - PADDING_MM,
    }[cell.align]
    for place, line in enumerate(lines):
        y = baseline + place * leading
        sheets.text(at, y, line, size, align=cell.align, weight=cell.weight)


def box(sheets: Sheets, x_mm: float, y_mm: float, rows: Iterable[Row]) -> float:
    """Draw rows under each other with a rule around every cell; return the y below them."""
    for row in rows:
        row.draw(sheets, x_mm, y_mm)
        edges = row.edges(x_mm)
        frame(sheets, x_mm, y_mm, edges[-1] - x_mm, row.height_mm)
        sheets.rules((x, y_mm, x, y_mm + row.height_mm) for x in edges[1:-1])
        y_mm += row.height_mm
    return y_mm


def frame(
    sheets: Sheets,
    x_mm: float,
    y_mm: float,
    width_mm: float,
    height_mm: float,
    rule_mm: float = RULE_MM,
) -> None:
    """Rule a rectangle."""
    right, bottom = x_mm + width_mm, y_mm + height_mm
    sheets.rules(
        (
            (x_mm, y_mm, right, y_mm),
            (x_mm, bottom, right, bottom),
            (x_mm, y_mm, x_mm, bottom),
            (right, y_mm, right, bottom),
        ),
        rule_mm,
    )


def fit(text: str, width_mm: float, like: Cell) -> tuple[float, tuple[str, ...]]:
    """Return the size and the lines with which ``text`` stands within ``width_mm``."""
    return _fit(text, width_mm * POINTS_PER_MM, like.size_pt, like.weight, like.solid)


# Labels are the same on every receipt of a bulk file.
@functools.lru_cache(maxsize=512)
def _fit(
    text: str,
    room_pt: float,
    size_pt: float,
    weight: Weight,
    solid: bool,  # noqa: FBT001
) -> tuple[float, tuple[str, ...]]:
    if "\n" in text:
        set_lines = tuple(text.split("\n"))
        fitted = [_fit(line, room_pt, size_pt, weight, True)[0] for line in set_lines]  # noqa: FBT003
        return min(fitted), set_lines
    em = fonts.width_pt(text, 1, weight)
    if em * size_pt <= room_pt:
        return size_pt, (text,)
    tight = int(room_pt / em * 20) / 20
    if solid or tight >= SMALLEST_PT:
        return tight, (text,)
    size = min(size_pt, SMALLEST_PT)
    return size, tuple(_lines(text, room_pt / size, weight))


def _text_mm(cell: Cell) -> float:
    size, lines = fit(cell.text, cell.width_mm - 2 * PADDING_MM, cell)
    return len(lines) * size * LEADING / POINTS_PER_MM


def _lines(text: str, room_em: float, weight: Weight) -> list[str]:
    lines = [""]
    used = 0.0
    for piece in _pieces(text):
        for part in _chunks(piece, room_em, weight):
            width = fonts.width_pt(part, 1, weight)
            if used + width > room_em and lines[-1]:
                lines.append("")
                used = 0.0
            lines[-1] += part
            used += width
    return [line.strip() for line in lines]


def _pieces(text: str) -> list[str]:
    """Split where a line may end: anywhere in Han text, not inside a word, number or bracket."""
    pieces: list[str] = []
    for char in text:
        if pieces and _clings(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _clings(before: str, char: str) -> bool:
    if char in _NOT_FIRST or before in _NOT_LAST or char == " ":
        return True
    return before.isascii() and char.isascii() and before != " "


def _chunks(piece: str, room_em: float, weight: Weight) -> list[str]:
    """Cut a piece that is wider than a whole line; others come back as they are."""
    if fonts.width_pt(piece, 1, weight) <= room_em:
        return [piece]
    chunks = [""]
    for char in piece:
        if chunks[-1] and fonts.width_pt(chunks[-1] + char, 1, weight) > room_em:
            chunks.append("")
        chunks[-1] += char
    return chunks
