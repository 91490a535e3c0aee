"""A register on paper: head on every page, totals, signatures, page x of y."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.base.clock import instant_from_text
from desktop.base.money import capital_figures
from desktop.domain.codes import Language
from desktop.domain.paper_template import Column, PaperTemplate, RegisterData, Value, shown
from desktop.printing.fonts import Weight
from desktop.printing.grid import Cell, Row, box, draw_cell
from desktop.printing.papers import A4, A4_WIDE, Paper
from desktop.printing.pdf import one_at_a_time
from desktop.printing.register_words import RegisterWords, register_words
from desktop.printing.sheet import Align, Sheets

_TITLE_PT = 16.0
_TITLE_MM = 9.0
_LINE_MM = 5.6
_GAP_MM = 1.6
_SIGNATURE_MM = 11.0
_FOOT_MM = 5.0
_WATERMARK_PT = 92.0
_WATERMARK_SLOPE = 0.4
_SOLID = ("day", "fen", "count")
_ALIGN: dict[str, Align] = {"fen": "right", "count": "right", "day": "centre"}


def render_register(
    template: PaperTemplate, data: RegisterData, *, printed_at: str, lang: Language = "zh"
) -> bytes:
    """Return the PDF of a register, printed at the instant ``printed_at``.

    The same register printed the same way gives the same bytes.
    """
    words = register_words(lang)
    with one_at_a_time():
        sheets = Sheets(
            title=f"{template.title.of(lang)} {data.place} {data.period}".strip(),
            author=data.station,
            subject=data.period,
            made_at=instant_from_text(printed_at),
        )
        _RegisterForm(template, data, words, lang).draw(sheets)
        return sheets.finish()


@dataclass(frozen=True, slots=True)
class _Page:
    """Rows that stand on one page."""

    rows: tuple[Row, ...]
    values: tuple[Mapping[str, Value], ...]


class _RegisterForm:
    def __init__(
        self, template: PaperTemplate, data: RegisterData, words: RegisterWords, lang: Language
    ) -> None:
        self._template = template
        self._size_pt = template.size_tenths_pt / 10
        self._row_mm = template.row_tenths_mm / 10
        self._data = data
        self._words = words
        self._lang: Language = lang
        self._paper: Paper = A4_WIDE if template.orientation == "landscape" else A4
        shares = sum(column.width for column in template.columns)
        self._widths = [column.width / shares * self._paper.inner_mm for column in template.columns]
        self._heads = self._row([column.head.of(lang) for column in template.columns], strong=True)

    def draw(self, sheets: Sheets) -> None:
        pages = self._pages()
        for place, page in enumerate(pages):
            last = place == len(pages) - 1
            sheets.begin_page(self._paper.width_mm, self._paper.height_mm)
            if self._data.training:
                self._watermark(sheets)
            y = self._head(sheets)
            rows = [self._heads, *page.rows]
            if self._template.page_totals and self._template.summed and len(pages) > 1:
                rows.append(self._total(self._words.page_total, page.values))
            if last and self._template.summed:
                rows.append(self._total(self._words.total, self._data.rows))
            y = box(sheets, self._paper.side_mm, y, rows)
            if last:
                self._tail(sheets, y + _GAP_MM)
            self._foot(sheets, place + 1, len(pages))
            sheets.end_page()

    def _pages(self) -> list[_Page]:
        room = self._room()
        pages: list[_Page] = []
        rows: list[Row] = []
        values: list[Mapping[str, Value]] = []
        used = 0.0
        for place, value in enumerate(self._data.rows):
            row = self._row(
                [
                    shown(column, value.get(column.field, place + 1 if _counts(column) else None))
                    for column in self._template.columns
                ]
            )
            if rows and used + row.height_mm > room:
                pages.append(_Page(tuple(rows), tuple(values)))
                rows, values, used = [], [], 0.0
            rows.append(row)
            values.append(value)
            used += row.height_mm
        pages.append(_Page(tuple(rows), tuple(values)))
        # Totals and signatures never stand alone, and never run over the foot.
        if used + self._tail_mm() > room and len(rows) > 1:
            keep = len(rows) - 1
            pages[-1] = _Page(tuple(rows[:keep]), tuple(values[:keep]))
            pages.append(_Page(tuple(rows[keep:]), tuple(values[keep:])))
        return pages

    def _room(self) -> float:
        paper = self._paper
        head = _TITLE_MM + _LINE_MM + self._heads.height_mm
        page_total = self._row_mm if self._template.summed else 0.0
        inner = paper.height_mm - paper.top_mm - paper.bottom_mm
        return inner - head - page_total - _FOOT_MM

    def _tail_mm(self) -> float:
        lines = len(self._template.notes) + len(self._data.remarks) + bool(self._template.capital)
        signatures = _SIGNATURE_MM if self._template.signatures else 0.0
        total = self._row_mm if self._template.summed else 0.0
        return total + lines * _LINE_MM + signatures + _GAP_MM

    def _head(self, sheets: Sheets) -> float:
        paper, data = self._paper, self._data
        left, y = paper.side_mm, paper.top_mm
        title = self._template.title.of(self._lang)
        cell = Cell(title, paper.inner_mm, "centre", _TITLE_PT, Weight.STRONG)
        draw_cell(sheets, cell, left, y, _TITLE_MM)
        y += _TITLE_MM
        third = paper.inner_mm / 3
        lines: tuple[tuple[str, Align], ...] = (
            (data.place, "left"),
            (data.period, "centre"),
            (data.day, "right"),
        )
        for place, (text, align) in enumerate(lines):
            draw_cell(sheets, Cell(text, third, align, 9.5), left + place * third, y, _LINE_MM)
        return y + _LINE_MM

    def _row(self, texts: Sequence[str], *, strong: bool = False) -> Row:
        weight = Weight.STRONG if strong else Weight.REGULAR
        cells = tuple(
            Cell(
                text,
                width,
                "centre" if strong else _align(column),
                self._size_pt,
                weight,
                solid=(column.solid or column.kind in _SOLID) and not strong,
            )
            for text, width, column in zip(texts, self._widths, self._template.columns, strict=True)
        )
        return Row(cells, least_mm=self._row_mm)

    def _total(self, label: str, values: Sequence[Mapping[str, Value]]) -> Row:
        part = RegisterData(tuple(values), "", "", "", "")
        columns = self._template.columns
        first = next(place for place, column in enumerate(columns) if column.sum)
        cells = [
            Cell(
                label.format(count=len(values)),
                sum(self._widths[:first]) or self._widths[0],
                "centre",
                self._size_pt,
                Weight.STRONG,
            )
        ]
        for column, width in zip(columns[first:], self._widths[first:], strict=True):
            text = shown(column, part.total_of(column)) if column.sum else ""
            cells.append(Cell(text, width, "right", self._size_pt, Weight.STRONG, solid=True))
        return Row(tuple(cells), least_mm=self._row_mm)

    def _tail(self, sheets: Sheets, y: float) -> None:
        for text in self._tail_lines():
            cell = Cell(text, self._paper.inner_mm, "left", 9.5)
            draw_cell(sheets, cell, self._paper.side_mm, y, _LINE_MM)
            y += _LINE_MM
        signatures = self._template.signatures
        if not signatures:
            return
        width = self._paper.inner_mm / len(signatures)
        for place, one in enumerate(signatures):
            cell = Cell(f"{one.of(self._lang)}{self._words.colon}", width, "left", 10)
            draw_cell(sheets, cell, self._paper.side_mm + place * width, y, _SIGNATURE_MM)

    def _tail_lines(self) -> Iterator[str]:
        field = self._template.capital
        if field:
            fen = self._data.total(field)
            # What goes back is written as 退 and a positive amount, never as a negative one.
            sign = self._words.refund if fen < 0 else ""
            yield f"{self._words.capital}{sign}{capital_figures(abs(fen))}"
        yield from self._data.remarks
        for note in self._template.notes:
            yield note.of(self._lang)

    def _foot(self, sheets: Sheets, page: int, pages: int) -> None:
        paper = self._paper
        y = paper.height_mm - paper.bottom_mm - _FOOT_MM
        half = paper.inner_mm / 2
        draw_cell(sheets, Cell(self._data.station, half, "left", 9), paper.side_mm, y, _FOOT_MM)
        text = self._words.page.format(page=page, pages=pages)
        draw_cell(sheets, Cell(text, half, "right", 9), paper.side_mm + half, y, _FOOT_MM)

    def _watermark(self, sheets: Sheets) -> None:
        paper = self._paper
        sheets.watermark(
            paper.width_mm / 2,
            paper.height_mm / 2,
            self._words.training,
            _WATERMARK_PT,
            _WATERMARK_SLOPE,
        )


def _counts(column: Column) -> bool:
    """Tell whether a column numbers the rows where the data do not."""
    return column.field == "place"


def _align(column: Column) -> Align:
    return column.align or _ALIGN.get(column.kind, "left")
