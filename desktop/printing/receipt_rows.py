"""The receipt as rows of cells: how its template sets them, and what stands in them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.codes import Language
from desktop.domain.receipt_template import Fact, Lines, MemberColumn, SheetTemplate, Signatures
from desktop.printing.fonts import Weight
from desktop.printing.grid import Cell, Row, box, draw_cell, frame
from desktop.printing.receipt_papers import paper_of, receipt_template
from desktop.printing.receipt_tail import SignedBlock, TextBlock
from desktop.printing.receipt_texts import ReceiptTexts
from desktop.printing.sheet import Sheets

FACT_COLUMNS = 3


@dataclass(frozen=True)
class MemberRows:
    """One person: the figures, and under them the reason; they stay on one page."""

    place: Cell
    figures: Row
    reason: Row

    @functools.cached_property
    def height_mm(self) -> float:
        """Height of both rows."""
        return self.figures.height_mm + self.reason.height_mm

    def draw(self, sheets: Sheets, x_mm: float, y_mm: float) -> float:
        """Draw both rows beside the person's place in the list; return the y below."""
        draw_cell(sheets, self.place, x_mm, y_mm, self.height_mm)
        frame(sheets, x_mm, y_mm, self.place.width_mm, self.height_mm)
        return box(sheets, x_mm + self.place.width_mm, y_mm, (self.figures, self.reason))


class SheetRows:
    """How a template's rows are set on its paper, in one language: the same for every receipt."""

    def __init__(self, template: SheetTemplate, language: Language) -> None:
        self.template = template
        self.paper = paper_of(template.name)
        self.language = language
        columns = template.members.columns
        spare = self.paper.inner_mm - sum(column.width for column in columns) / 10
        self.widths = tuple(column.width / 10 + spare * column.grow / 100 for column in columns)
        self._cells = [
            _maker(column, width) for column, width in zip(columns, self.widths, strict=True)
        ]
        small = template.small / 10
        self.column_heads = Row(
            tuple(
                Cell(column.head.of(language), width, "centre", small)
                for column, width in zip(columns, self.widths, strict=True)
            ),
            least_mm=template.members.head_row / 10,
        )

    def facts(self, values: dict[str, str], width_mm: float) -> list[Row]:
        """Return the rows of labelled values in a box of this width."""
        facts = self.template.facts
        label_mm = facts.label_width.of(self.language) / 10
        value_mm = (width_mm - FACT_COLUMNS * label_mm) / FACT_COLUMNS

        def pair(fact: Fact) -> tuple[Cell, Cell]:
            wide = fact.span * value_mm + (fact.span - 1) * label_mm
            label = fact.label.of(self.language)
            text = fact.of(values, self.language)
            return Cell(label, label_mm, "centre", self.template.small / 10), Cell(text, wide)

        return [
            Row(tuple(cell for fact in row for cell in pair(fact)), facts.row / 10)
            for row in facts.rows
        ]

    def member(self, values: dict[str, str]) -> MemberRows:
        """Return one person's rows."""
        members = self.template.members
        place, *figures = (make(values) for make in self._cells)
        reason = members.reason.of(values, self.language)
        cell = Cell(reason, sum(self.widths[1:]), size_pt=self.template.small / 10)
        return MemberRows(
            place, Row(tuple(figures), members.row / 10), Row((cell,), members.reason_row / 10)
        )

    def totals(self, values: dict[str, str]) -> list[Row]:
        """Return the row of sums, and that of the amount in capital figures."""
        totals, columns = self.template.totals, self.template.members.columns
        first = next(place for place, column in enumerate(columns) if column.sum)
        label = totals.label.of(values, self.language)
        sums = [
            make(values) if column.sum else Cell("", width)
            for column, width, make in zip(columns, self.widths, self._cells, strict=True)
        ][first:]
        label_mm = sum(self.widths[: totals.label_columns])
        amount_mm = sum(self.widths[-totals.amount_columns :])
        middle_mm = self.paper.inner_mm - label_mm - amount_mm
        words = totals.capital_label.of(self.language)
        capital, amount = (
            said.of(values, self.language) for said in (totals.capital, totals.amount)
        )
        size, amount_size = totals.capital_size / 10, totals.amount_size / 10
        return [
            Row((Cell(label, sum(self.widths[:first]), "centre"), *sums), totals.row / 10),
            Row(
                (
                    Cell(words, label_mm, "centre", self.template.small / 10),
                    Cell(capital, middle_mm, size_pt=size, weight=Weight.STRONG),
                    Cell(amount, amount_mm, "centre", amount_size, Weight.STRONG, solid=True),
                ),
                least_mm=totals.capital_row / 10,
            ),
        ]

    def tail_block(
        self, block: Lines | Signatures, texts: ReceiptTexts, values: dict[str, str]
    ) -> TextBlock | SignedBlock:
        """Return what a block under the table says."""
        paper, small = self.paper, self.template.small / 10
        if isinstance(block, Lines):
            said = said_lines(block, texts, values, self.language)
            size, row_mm = block.size / 10, block.row / 10
            return TextBlock(
                [Row((Cell(text, paper.inner_mm, size_pt=size),), row_mm, 0) for text in said]
            )
        width = paper.inner_mm / len(block.items)
        boxes = [
            (
                Cell(one.label.of(self.language), width, size_pt=small),
                Cell(one.of(values, self.language), width, "centre"),
            )
            for one in block.items
        ]
        return SignedBlock(boxes, block.height / 10)


def said_lines(
    block: Lines, texts: ReceiptTexts, values: dict[str, str], language: Language
) -> list[str]:
    """Return the sentences of a block of lines."""
    lists = texts.lists()
    found: list[str] = []
    for item in block.items:
        if item.field in lists:
            found += lists[item.field]
        elif text := item.of(values, language):
            found.append(text)
    return found


@functools.cache
def sheet_rows(paper: str, language: Language) -> SheetRows:
    """Return the rows of a paper's template. Raises Refused (``TEMPLATE_INVALID``)."""
    template = receipt_template(paper)
    assert isinstance(template, SheetTemplate), "only sheets have rows"
    return SheetRows(template, language)


def _maker(column: MemberColumn, width_mm: float) -> Callable[[dict[str, str]], Cell]:
    size, weight = column.size / 10, Weight.STRONG if column.strong else Weight.REGULAR
    field, align, solid = column.field, column.align, column.sum

    def make(values: dict[str, str]) -> Cell:
        return Cell(values[field], width_mm, align, size, weight, solid)

    return make
