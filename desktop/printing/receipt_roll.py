"""The receipt on a thermal roll: everything under each other, as its template has it.

The page is as long as what stands on it. No rules: a thermal head draws them as noise; parts are
told apart by a dotted line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.receipt import Receipt
from desktop.domain.receipt_template import (
    CodeRow,
    Dots,
    Lines,
    MarkRows,
    PersonRows,
    RollBlock,
    RollRow,
    RollTemplate,
    Rows,
)
from desktop.printing import fonts
from desktop.printing.fonts import Weight
from desktop.printing.grid import Cell, Row
from desktop.printing.qr import QUIET_MODULES, QrCode
from desktop.printing.receipt_papers import paper_of, receipt_template
from desktop.printing.receipt_rows import said_lines
from desktop.printing.receipt_texts import Printing, ReceiptTexts
from desktop.printing.sheet import POINTS_PER_MM, Sheets

_STRONG = Weight.STRONG
_AIR_MM = 0.3
_LABEL_SHARE, _LABEL_SHARE_MOST = 0.42, 0.5
"""Of the width: what a label may take, and what a long one may take at most."""
_LABEL_AIR_MM = 2.0


@dataclass(frozen=True, slots=True)
class _Dotted:
    """A dotted line between parts."""

    step_mm: float

    @property
    def height_mm(self) -> float:
        return 2 * self.step_mm


class _Code:
    """The QR code with its quiet zone: white paper all around it."""

    def __init__(self, code: QrCode, width_mm: float) -> None:
        self.rows = code.rows
        room = width_mm * POINTS_PER_MM / (len(code.rows) + 2 * QUIET_MODULES)
        self.module_pt = min(code.module_pt, room)
        self.quiet_mm = QUIET_MODULES * self.module_pt / POINTS_PER_MM
        self.side_mm = len(code.rows) * self.module_pt / POINTS_PER_MM
        self.height_mm = self.side_mm + 2 * self.quiet_mm


_Line = Row | _Dotted | _Code


class RollForm:
    """One receipt laid out on a roll."""

    def __init__(self, receipt: Receipt, code: QrCode, printing: Printing) -> None:
        template = receipt_template(printing.paper)
        assert isinstance(template, RollTemplate), "only rolls are laid out line by line"
        self._template = template
        self._texts = ReceiptTexts(receipt, printing)
        self._paper = paper_of(printing.paper)
        self._lang = printing.language
        self._width = self._paper.inner_mm
        self._code = _Code(code, self._width)
        self._values = self._texts.fields(template.title.of(printing.language))

    def draw(self, sheets: Sheets) -> None:
        """Draw the receipt's one page."""
        lines = [line for block in self._template.blocks for line in self._lines(block)]
        paper = self._paper
        total = paper.top_mm + sum(line.height_mm for line in lines) + paper.bottom_mm
        sheets.begin_page(paper.width_mm, total)
        if self._texts.receipt.training:
            mark = self._template.watermark
            text = mark.text.of(self._lang)
            middle = paper.width_mm / 2
            sheets.watermark(middle, total / 2, text, mark.size / 10, mark.slope / 100)
        y = paper.top_mm
        for line in lines:
            self._draw(sheets, y, line)
            y += line.height_mm
        sheets.end_page()

    def _lines(self, block: RollBlock) -> Iterator[_Line]:
        match block:
            case Rows():
                yield from self._rows(block.items, self._values)
            case PersonRows():
                for place, line in enumerate(self._texts.receipt.lines, 1):
                    yield from self._rows(block.items, self._texts.person(place, line))
            case MarkRows():
                yield from self._mark_rows(block)
            case Lines():
                said = said_lines(block, self._texts, self._values, self._lang)
                yield from (self._row(_alone(text, self._width, block.size)) for text in said)
            case Dots():
                yield _Dotted(block.step / 10)
            case CodeRow():
                yield self._code

    def _mark_rows(self, block: MarkRows) -> Iterator[Row]:
        for mark in self._template.marks:
            if self._texts.holds(mark.when):
                text = mark.of(self._values, self._lang)
                yield self._row(Cell(text, self._width, "centre", block.size / 10, _STRONG))

    def _rows(self, items: tuple[RollRow, ...], values: dict[str, str]) -> Iterator[Row]:
        for item in items:
            text = item.of(values, self._lang)
            weight = _STRONG if item.strong else Weight.REGULAR
            if item.label is not None and text:
                yield self._pair(item, item.label.of(values, self._lang), text, weight)
            elif text:
                yield self._row(Cell(text, self._width, item.align, item.size / 10, weight))

    def _row(self, *cells: Cell) -> Row:
        return Row(cells, self._template.row / 10, _AIR_MM)

    def _pair(self, item: RollRow, label: str, text: str, weight: Weight) -> Row:
        template, size = self._template, item.size / 10
        amount = item.align == "right"
        ordinary = template.amount_label_width if amount else template.label_width
        needed = fonts.width_pt(label, size) / POINTS_PER_MM + _LABEL_AIR_MM
        label_mm = min(self._width * _LABEL_SHARE, ordinary / 10)
        label_mm = max(label_mm, min(self._width * _LABEL_SHARE_MOST, needed))
        return self._row(
            Cell(label, label_mm, "left", size),
            Cell(text, self._width - label_mm, item.align, size, weight, solid=amount),
        )

    def _draw(self, sheets: Sheets, y: float, line: _Line) -> None:
        left = self._paper.side_mm
        match line:
            case Row():
                line.draw(sheets, left, y)
            case _Code():
                x = (self._paper.width_mm - line.side_mm) / 2
                sheets.modules(x, y + line.quiet_mm, line.rows, line.module_pt)
            case _Dotted():
                step, middle = line.step_mm, y + line.height_mm / 2
                sheets.rules(
                    (left + 2 * n * step, middle, left + (2 * n + 1) * step, middle)
                    for n in range(int(self._width / (2 * step)))
                )


def _alone(text: str, width_mm: float, size: int) -> Cell:
    return Cell(text, width_mm, size_pt=size / 10)
