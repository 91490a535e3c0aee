"""The receipt on a sheet: what stands where.

One design for A5, A4 and two-part continuous paper: head, table of members with the reason under
each, totals, signatures. A household too long for one page goes on under a repeated head; space
left over is struck out, so that no line can be added later.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from desktop.domain.receipt import Receipt
from desktop.printing.fonts import Weight
from desktop.printing.grid import PADDING_MM, SMALLEST_PT, Cell, Row, box, draw_cell, frame
from desktop.printing.qr import QUIET_MODULES, QrCode
from desktop.printing.receipt_rows import MemberRows, Printing, ReceiptRows
from desktop.printing.sheet import POINTS_PER_MM, Sheets
from desktop.printing.words import china_minute

_HEAD_MM = 14.0
_SHORT_HEAD_MM = 13.0
_GAP_MM = 1.2
_LINE_MM = 4.1
_SIGNATURE_MM = 14.0
_FRAME_MM = 0.5
_BLANK_LEAST_MM = 7.0
_TITLE_PT = {"zh": 14.0, "en": 11.0}
_STAMP_MM = 34.0
_NUMBER_MM = 60.0
_PRINTED_MM = 66.0
_PLACE_MM = 30.0
_WATERMARK_PT = 92.0
_WATERMARK_SLOPE = 0.4


class ReceiptForm:
    """One receipt laid out on a paper."""

    def __init__(self, receipt: Receipt, code: QrCode, printing: Printing) -> None:
        self._receipt = receipt
        self._code = code
        self._printing = printing
        self._paper = printing.paper
        code_mm = (code.side_pt + QUIET_MODULES * code.module_pt) / POINTS_PER_MM
        self._rows = ReceiptRows(receipt, printing, self._paper.inner_mm - code_mm)
        self._words = self._rows.words

    def draw(self, sheets: Sheets) -> None:
        """Draw every page of the receipt."""
        pages = self._pages()
        for place, members in enumerate(pages):
            sheets.begin_page(self._paper.width_mm, self._paper.height_mm)
            if self._receipt.training:
                self._watermark(sheets)
            y = self._short_head(sheets) if place else self._head(sheets)
            y = self._body(sheets, y, members, last=place == len(pages) - 1)
            if len(pages) > 1:
                y = self._paper.height_mm - self._paper.bottom_mm - _LINE_MM
            self._foot(sheets, y, place + 1, len(pages))
            sheets.end_page()

    def _pages(self) -> list[list[MemberRows]]:
        room = self._room(_HEAD_MM + _height(self._rows.facts))
        pages: list[list[MemberRows]] = [[]]
        for member in self._rows.members:
            if pages[-1] and _height(pages[-1]) + member.height_mm > room:
                pages.append([])
                room = self._room(_SHORT_HEAD_MM)
            pages[-1].append(member)
        # A page that goes on keeps a line for saying so; the last page needs none.
        if _height(pages[-1]) + self._tail_mm() > room + _GAP_MM + _LINE_MM:
            # The totals do not stand on a page without a person.
            pages.append([pages[-1].pop()] if len(pages[-1]) > 1 else [])
        return pages

    def _room(self, head_mm: float) -> float:
        used = head_mm + self._rows.column_heads.height_mm + 2 * (_GAP_MM + _LINE_MM)
        return self._paper.height_mm - self._paper.top_mm - self._paper.bottom_mm - used

    def _tail_mm(self) -> float:
        rows = self._rows
        texts = _height((*rows.totals, *rows.remarks, *rows.fine_print))
        return texts + self._signature_mm() + 3 * _GAP_MM

    def _signature_mm(self) -> float:
        return max(
            _SIGNATURE_MM,
            *(_alone(name).height_mm + _alone(text).height_mm for name, text in self._signatures),
        )

    @property
    def _signatures(self) -> list[tuple[Cell, Cell]]:
        return self._rows.signatures

    def _head(self, sheets: Sheets) -> float:
        paper, words = self._paper, self._words
        left, top = paper.side_mm, paper.top_mm
        code_x = left + paper.inner_mm - self._code.side_pt / POINTS_PER_MM
        sheets.modules(code_x, top + 1, self._code.rows, self._code.module_pt)
        self._title(sheets, _TITLE_PT[self._printing.language], 7)
        years_mm = paper.inner_mm - 2 * _NUMBER_MM
        years = Cell(self._rows.years, years_mm, "centre", solid=True)
        draw_cell(sheets, years, left + _NUMBER_MM, top + 7.4, 6)
        number = f"{words.number} {self._receipt.number}"
        cell = Cell(number, _NUMBER_MM, size_pt=10.5, weight=Weight.STRONG, solid=True)
        draw_cell(sheets, cell, left - PADDING_MM, top + 7.4, 6)
        return box(sheets, left, top + _HEAD_MM, self._rows.facts)

    def _short_head(self, sheets: Sheets) -> float:
        paper = self._paper
        self._title(sheets, _TITLE_PT[self._printing.language] - 2, 6)
        line = self._words.continued.format(
            number=self._receipt.number, head=self._receipt.head_name
        )
        cell = Cell(line, paper.inner_mm, "centre")
        draw_cell(sheets, cell, paper.side_mm, paper.top_mm + 6.9, 5.4)
        return paper.top_mm + _SHORT_HEAD_MM

    def _title(self, sheets: Sheets, size_pt: float, height_mm: float) -> None:
        paper = self._paper
        width = paper.inner_mm - 2 * _STAMP_MM + 1
        cell = Cell(self._words.title, width, "centre", size_pt, Weight.STRONG)
        draw_cell(sheets, cell, (paper.width_mm - width) / 2, paper.top_mm, height_mm)
        self._stamps(sheets)

    def _stamps(self, sheets: Sheets) -> None:
        """Box in the top left corner what must not be overlooked."""
        copy = self._printing.copy
        marks = [self._words.reprint.format(copy)] if copy > 1 else []
        marks += [self._words.reversal] if self._receipt.reverses else []
        marks += [self._words.training] if self._receipt.training else []
        y = self._paper.top_mm + (1.2 if len(marks) == 1 else -1.4)
        marks = [" ".join(marks[:2]), *marks[2:]] if len(marks) > 2 else marks
        for mark in marks:
            cell = Cell(mark, _STAMP_MM - 1.5, "centre", SMALLEST_PT, Weight.STRONG, solid=True)
            y = box(sheets, self._paper.side_mm, y, [Row((cell,), 4.3, 0)])

    def _body(self, sheets: Sheets, y: float, members: list[MemberRows], *, last: bool) -> float:
        left, width = self._paper.side_mm, self._paper.inner_mm
        top = y = y + _GAP_MM
        if members:
            y = box(sheets, left, y, [self._rows.column_heads])
        for member in members:
            y = member.draw(sheets, left, y)
        spare = 0.0
        if last:
            spare = max(0.0, self._paper.form_mm - _LINE_MM - y - self._tail_mm())
            if spare >= _BLANK_LEAST_MM:
                draw_cell(sheets, Cell(self._words.blank, width, "centre"), left, y, spare)
                y, spare = y + spare, 0.0
            y = box(sheets, left, y, self._rows.totals)
        frame(sheets, left, top, width, y - top, _FRAME_MM)
        if last:
            return self._tail(sheets, y, self._signature_mm() + spare)
        cell = Cell(self._words.continues, width, "right", SMALLEST_PT)
        draw_cell(sheets, cell, left + PADDING_MM, y + _GAP_MM, _LINE_MM)
        return y + _GAP_MM + _LINE_MM

    def _tail(self, sheets: Sheets, y: float, signature_mm: float) -> float:
        left = self._paper.side_mm
        y = _lines(sheets, left, y + _GAP_MM, self._rows.remarks) + _GAP_MM
        y = self._sign(sheets, y, signature_mm) + _GAP_MM
        return _lines(sheets, left, y, self._rows.fine_print)

    def _sign(self, sheets: Sheets, y: float, height: float) -> float:
        x = self._paper.side_mm
        for name, text in self._signatures:
            frame(sheets, x, y, name.width_mm, height)
            name_mm = _alone(name).height_mm
            draw_cell(sheets, name, x, y, name_mm)
            draw_cell(sheets, text, x, y + name_mm, height - name_mm)
            x += name.width_mm
        return y + height

    def _foot(self, sheets: Sheets, y: float, page: int, pages: int) -> None:
        paper = self._paper
        at = china_minute(self._printing.printed_at)
        printed = self._words.printed.format(at=at, copy=self._printing.copy)
        left, width = paper.side_mm - PADDING_MM, paper.inner_mm + 2 * PADDING_MM
        hint = self._words.code_hint if page == 1 else ""
        cells = (
            Cell(printed, _PRINTED_MM, size_pt=SMALLEST_PT, solid=True),
            Cell(hint, width - _PRINTED_MM - _PLACE_MM, "centre", SMALLEST_PT, solid=True),
            Cell(self._words.page.format(page, pages), _PLACE_MM, "right", SMALLEST_PT),
        )
        Row(cells, _LINE_MM, 0).draw(sheets, left, y)

    def _watermark(self, sheets: Sheets) -> None:
        paper = self._paper
        middle_mm = min(paper.form_mm, paper.height_mm) / 2
        mark = self._words.training_mark
        sheets.watermark(paper.width_mm / 2, middle_mm, mark, _WATERMARK_PT, _WATERMARK_SLOPE)


class _Tall(Protocol):
    @property
    def height_mm(self) -> float: ...


def _height(rows: Iterable[_Tall]) -> float:
    return sum(row.height_mm for row in rows)


def _alone(cell: Cell) -> Row:
    return Row((cell,), least_mm=5.0)


def _lines(sheets: Sheets, left: float, y: float, rows: list[Row]) -> float:
    """Draw plain lines whose text begins where the rules of the tables begin."""
    for row in rows:
        row.draw(sheets, left - PADDING_MM, y)
        y += row.height_mm
    return y
