"""A single sheet on paper: facts, tables, sentences, boxes and signatures, top down on A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from desktop.base.clock import instant_from_text
from desktop.domain.codes import Language
from desktop.domain.form_template import (
    Boxes,
    Facts,
    FormData,
    FormTemplate,
    Item,
    Sentence,
    Signatures,
    Table,
    item_text,
)
from desktop.domain.paper_template import Column, Value, Words, shown
from desktop.printing.fonts import Weight
from desktop.printing.grid import Cell, Row, box, draw_cell, frame
from desktop.printing.papers import A4
from desktop.printing.pdf import one_at_a_time
from desktop.printing.register_words import RegisterWords, register_words
from desktop.printing.sheet import Align, Sheets

_TITLE_PT = 17.0
_TITLE_MM = 12.0
_LINE_MM = 6.0
_GAP_MM = 2.5
_SIGNATURE_MM = 13.0
_FOOT_MM = 5.0
_SIDE_MM = 15.0
_TOP_MM = 14.0
_BOTTOM_MM = 10.0
_ALIGN: dict[str, Align] = {"fen": "right", "count": "right", "day": "centre"}


def render_form(
    template: FormTemplate, data: FormData, *, printed_at: str, lang: Language = "zh"
) -> bytes:
    """Return the PDF of one sheet, printed at the instant ``printed_at``.

    The same sheet printed the same way gives the same bytes.
    """
    with one_at_a_time():
        sheets = Sheets(
            title=f"{template.title.of(lang)} {data.number}".strip(),
            author=data.station,
            subject=data.day,
            made_at=instant_from_text(printed_at),
        )
        _Form(template, data, register_words(lang), lang, sheets).draw()
        return sheets.finish()


class _Form:
    def __init__(
        self,
        template: FormTemplate,
        data: FormData,
        words: RegisterWords,
        lang: Language,
        sheets: Sheets,
    ) -> None:
        self._template = template
        self._size_pt = template.size_tenths_pt / 10
        self._row_mm = template.row_tenths_mm / 10
        self._data = data
        self._words = words
        self._lang: Language = lang
        self._sheets = sheets
        self._width = A4.width_mm - 2 * _SIDE_MM
        self._y = 0.0
        self._page = 0

    def draw(self) -> None:
        self._begin()
        for block in self._template.blocks:
            self._block(block)
        self._end()

    def _block(self, block: Facts | Table | Sentence | Boxes | Signatures) -> None:
        match block:
            case Facts():
                self._heading(block.heading)
                self._rows(list(self._facts(block)))
            case Table():
                self._heading(block.heading)
                self._table(block)
            case Sentence():
                weight = Weight.STRONG if block.strong else Weight.REGULAR
                self._text(block.text.of(self._lang), weight)
            case Boxes():
                self._boxes(block)
            case Signatures():
                self._signatures(block)
            case _:
                assert_never(block)
        self._y += _GAP_MM

    def _facts(self, block: Facts) -> Iterator[Row]:
        column_mm = self._width / block.columns
        cells: list[Cell] = []
        used = 0
        for item in block.items:
            if used + item.span > block.columns:
                yield self._row(cells)
                cells, used = [], 0
            cells += self._fact(item, block.label_mm, column_mm)
            used += item.span
            if used == block.columns:
                yield self._row(cells)
                cells, used = [], 0
        if cells:
            yield self._row(cells)

    def _fact(self, item: Item, label_mm: float, column_mm: float) -> list[Cell]:
        size = self._size_pt
        text = item_text(item, self._data.fields.get(item.field), self._lang)
        align: Align = "right" if item.kind == "fen" else "left"
        label = Cell(item.label.of(self._lang), label_mm, "centre", size, Weight.STRONG)
        return [label, Cell(text, item.span * column_mm - label_mm, align, size)]

    def _row(self, cells: Sequence[Cell]) -> Row:
        return Row(tuple(cells), least_mm=self._row_mm)

    def _table(self, block: Table) -> None:
        shares = sum(column.width for column in block.columns)
        widths = [column.width / shares * self._width for column in block.columns]
        named = [column.head.of(self._lang) for column in block.columns]
        heads = self._cells(block.columns, widths, named)
        rows = self._data.tables.get(block.source, ())
        lines = [heads]
        for place, values in enumerate(rows, start=1):
            numbered = {"place": place} | dict(values)
            texts = [shown(column, numbered.get(column.field)) for column in block.columns]
            lines.append(self._cells(block.columns, widths, texts, head=False))
        blank = [""] * len(block.columns)
        lines += [
            self._cells(block.columns, widths, blank, head=False)
            for _ in range(block.rows_min - len(rows))
        ]
        if block.total:
            lines.append(self._total(block, widths))
        self._rows(lines, repeat=heads)

    def _cells(
        self,
        columns: Sequence[Column],
        widths: Sequence[float],
        texts: Sequence[str],
        *,
        head: bool = True,
    ) -> Row:
        size = self._size_pt
        return self._row(
            [
                Cell(text, width, "centre", size, Weight.STRONG)
                if head
                else Cell(text, width, _align(column), size, solid=column.solid)
                for text, width, column in zip(texts, widths, columns, strict=True)
            ]
        )

    def _total(self, block: Table, widths: Sequence[float]) -> Row:
        rows = self._data.tables.get(block.source, ())
        size = self._size_pt
        cells = []
        for place, (column, width) in enumerate(zip(block.columns, widths, strict=True)):
            total: Value = sum(
                value for row in rows if isinstance(value := row.get(column.field), int)
            )
            text = shown(column, total) if column.sum else ""
            if place == 0 and not column.sum:
                text = self._words.sum
            cells.append(Cell(text, width, _align(column), size, Weight.STRONG))
        return self._row(cells)

    def _rows(self, rows: Sequence[Row], repeat: Row | None = None) -> None:
        kept: list[Row] = []
        height = 0.0
        for row in rows:
            if kept and self._y + height + row.height_mm > self._end_mm:
                box(self._sheets, _SIDE_MM, self._y, kept)
                self._break()
                kept, height = [], 0.0
                if repeat is not None:
                    kept, height = [repeat], repeat.height_mm
            kept.append(row)
            height += row.height_mm
        self._y = box(self._sheets, _SIDE_MM, self._y, kept)

    def _heading(self, heading: Words | None) -> None:
        if heading is not None:
            self._room(_LINE_MM + 2 * self._row_mm)
            self._text(heading.of(self._lang), Weight.STRONG)

    def _text(self, text: str, weight: Weight) -> None:
        row = Row((Cell(text, self._width, "left", self._size_pt, weight),), least_mm=_LINE_MM)
        self._room(row.height_mm)
        row.draw(self._sheets, _SIDE_MM, self._y)
        self._y += row.height_mm

    def _boxes(self, block: Boxes) -> None:
        self._room(block.height_mm)
        width = self._width / len(block.labels)
        for place, label in enumerate(block.labels):
            x = _SIDE_MM + place * width
            frame(self._sheets, x, self._y, width, block.height_mm)
            cell = Cell(label.of(self._lang), width, "left", self._size_pt, Weight.STRONG)
            draw_cell(self._sheets, cell, x, self._y + 1, _LINE_MM)
            if block.foot is not None:
                foot = Cell(block.foot.of(self._lang), width, "right", self._size_pt)
                y = self._y + block.height_mm - _LINE_MM - 1
                draw_cell(self._sheets, foot, x, y, _LINE_MM)
        self._y += block.height_mm

    def _signatures(self, block: Signatures) -> None:
        self._room(_SIGNATURE_MM)
        width = self._width / len(block.labels)
        for place, label in enumerate(block.labels):
            text = f"{label.of(self._lang)}{self._words.colon}"
            cell = Cell(text, width, "left", self._size_pt)
            draw_cell(self._sheets, cell, _SIDE_MM + place * width, self._y, _SIGNATURE_MM)
        self._y += _SIGNATURE_MM

    @property
    def _end_mm(self) -> float:
        return A4.height_mm - _BOTTOM_MM - _FOOT_MM - _GAP_MM

    def _room(self, height_mm: float) -> None:
        if self._y + height_mm > self._end_mm:
            self._break()

    def _break(self) -> None:
        self._end()
        self._begin()

    def _begin(self) -> None:
        self._page += 1
        self._sheets.begin_page(A4.width_mm, A4.height_mm)
        if self._data.training:
            self._sheets.watermark(
                A4.width_mm / 2, A4.height_mm / 2, self._words.training, 92.0, 0.4
            )
        self._y = _TOP_MM
        title = Cell(
            self._template.title.of(self._lang), self._width, "centre", _TITLE_PT, Weight.STRONG
        )
        draw_cell(self._sheets, title, _SIDE_MM, self._y, _TITLE_MM)
        self._y += _TITLE_MM
        half = self._width / 2
        draw_cell(self._sheets, Cell(self._data.number, half, "left"), _SIDE_MM, self._y, _LINE_MM)
        day = Cell(self._data.day, half, "right")
        draw_cell(self._sheets, day, _SIDE_MM + half, self._y, _LINE_MM)
        self._y += _LINE_MM

    def _end(self) -> None:
        y = A4.height_mm - _BOTTOM_MM - _FOOT_MM
        half = self._width / 2
        draw_cell(self._sheets, Cell(self._data.station, half, "left", 9), _SIDE_MM, y, _FOOT_MM)
        page = Cell(self._words.sheet.format(page=self._page), half, "right", 9)
        draw_cell(self._sheets, page, _SIDE_MM + half, y, _FOOT_MM)
        self._sheets.end_page()


def _align(column: Column) -> Align:
    return column.align or _ALIGN.get(column.kind, "left")
