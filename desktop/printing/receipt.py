"""The receipt on a sheet, drawn as its paper's template has it.

Head, table of members with the reason under each, totals, signatures. A household too long for one
page goes on under a repeated head; space left over is struck out, so that no line can be added
later.
"""

from __future__ import annotations

from desktop.domain.receipt import Receipt
from desktop.domain.receipt_template import Head, Measure
from desktop.printing.fonts import Weight
from desktop.printing.grid import PADDING_MM, SMALLEST_PT, Cell, Row, box, draw_cell, frame
from desktop.printing.qr import QUIET_MODULES, QrCode
from desktop.printing.receipt_rows import MemberRows, sheet_rows
from desktop.printing.receipt_tail import SignedBlock, height_of
from desktop.printing.receipt_texts import Printing, ReceiptTexts
from desktop.printing.sheet import POINTS_PER_MM, Sheets

_MARK_MM = 4.3


class ReceiptForm:
    """One receipt laid out on a sheet."""

    def __init__(self, receipt: Receipt, code: QrCode, printing: Printing) -> None:
        rows = sheet_rows(printing.paper, printing.language)
        template = rows.template
        texts = ReceiptTexts(receipt, printing)
        self._texts = texts
        self._code = code
        self._language = printing.language
        self._rows = rows
        self._paper = rows.paper
        self._template = template
        self._values = texts.fields(template.title.of(printing.language))
        self._gap_mm, self._line_mm = template.gap / 10, template.line / 10
        self._code_mm = code.side_pt / POINTS_PER_MM
        quiet_mm = QUIET_MODULES * code.module_pt / POINTS_PER_MM
        self._facts = rows.facts(self._values, self._paper.inner_mm - self._code_mm - quiet_mm)
        self._facts_x = self._paper.side_mm
        self._facts_x += self._code_mm + quiet_mm if template.code.side == "left" else 0.0
        self._members = [
            rows.member(texts.person(place, line)) for place, line in enumerate(receipt.lines, 1)
        ]
        self._totals = rows.totals(self._values)
        self._tail = [rows.tail_block(block, texts, self._values) for block in template.tail]

    def draw(self, sheets: Sheets) -> None:
        """Draw every page of the receipt."""
        pages = self._pages()
        self._values["pages"] = str(len(pages))
        for place, members in enumerate(pages):
            self._values["page"] = str(place + 1)
            sheets.begin_page(self._paper.width_mm, self._paper.height_mm)
            self._watermark(sheets)
            y = self._head(sheets, first=not place)
            y = self._body(sheets, y, members, last=place == len(pages) - 1)
            if len(pages) > 1:
                y = self._paper.height_mm - self._paper.bottom_mm - self._line_mm
            self._foot(sheets, y, first=not place)
            sheets.end_page()

    def _pages(self) -> list[list[MemberRows]]:
        room = self._room(self._template.head.height / 10 + height_of(self._facts))
        pages: list[list[MemberRows]] = [[]]
        for member in self._members:
            if pages[-1] and height_of(pages[-1]) + member.height_mm > room:
                pages.append([])
                room = self._room(self._template.continued.height / 10)
            pages[-1].append(member)
        # A page that goes on keeps a line for saying so; the last page needs none.
        if height_of(pages[-1]) + self._tail_mm() > room + self._gap_mm + self._line_mm:
            # The totals do not stand on a page without a person.
            pages.append([pages[-1].pop()] if len(pages[-1]) > 1 else [])
        return pages

    def _room(self, head_mm: float) -> float:
        used = head_mm + self._rows.column_heads.height_mm + 2 * (self._gap_mm + self._line_mm)
        return self._paper.height_mm - self._paper.top_mm - self._paper.bottom_mm - used

    def _tail_mm(self) -> float:
        gaps = len(self._tail) * self._gap_mm
        return height_of(self._totals) + height_of(self._tail) + gaps

    def _head(self, sheets: Sheets, *, first: bool) -> float:
        head = self._template.head if first else self._template.continued
        self._marks(sheets)
        self._head_texts(sheets, head)
        y = self._paper.top_mm + head.height / 10
        if not first:
            return y
        left = self._paper.side_mm
        right = left + self._paper.inner_mm - self._code_mm
        code = self._template.code
        x = left if code.side == "left" else right
        sheets.modules(x, self._paper.top_mm + code.top / 10, self._code.rows, self._code.module_pt)
        return box(sheets, self._facts_x, y, self._facts)

    def _head_texts(self, sheets: Sheets, head: Head) -> None:
        for one in head.texts:
            size = one.size.of(self._language) if isinstance(one.size, Measure) else one.size
            width = self._paper.inner_mm - (one.left + one.right) / 10
            weight = Weight.STRONG if one.strong else Weight.REGULAR
            text = one.of(self._values, self._language)
            cell = Cell(text, width, one.align, size / 10, weight, one.solid)
            x, y = self._paper.side_mm + one.left / 10, self._paper.top_mm + one.top / 10
            draw_cell(sheets, cell, x, y, one.height / 10)

    def _marks(self, sheets: Sheets) -> None:
        """Box in the corner beside the title what must not be overlooked."""
        marks = [
            mark.of(self._values, self._language)
            for mark in self._template.marks
            if self._texts.holds(mark.when)
        ]
        y = self._paper.top_mm + (1.2 if len(marks) == 1 else -1.4)
        marks = [" ".join(marks[:2]), *marks[2:]] if len(marks) > 2 else marks
        width = self._template.marks_width / 10
        x = self._paper.side_mm
        x += self._paper.inner_mm - width if self._template.code.side == "left" else 0.0
        for mark in marks:
            cell = Cell(mark, width, "centre", SMALLEST_PT, Weight.STRONG, solid=True)
            y = box(sheets, x, y, [Row((cell,), _MARK_MM, 0)])

    def _body(self, sheets: Sheets, y: float, members: list[MemberRows], *, last: bool) -> float:
        left, width = self._paper.side_mm, self._paper.inner_mm
        top = y = y + self._gap_mm
        if members:
            y = box(sheets, left, y, [self._rows.column_heads])
        for member in members:
            y = member.draw(sheets, left, y)
        spare = 0.0
        if last:
            spare = max(0.0, self._paper.form_mm - self._line_mm - y - self._tail_mm())
            if spare >= self._template.blank_least / 10:
                blank = self._template.blank.of(self._language)
                draw_cell(sheets, Cell(blank, width, "centre"), left, y, spare)
                y, spare = y + spare, 0.0
            y = box(sheets, left, y, self._totals)
        frame(sheets, left, top, width, y - top, self._template.frame / 10)
        if last:
            return self._draw_tail(sheets, y, spare)
        continues = self._template.continues.of(self._language)
        cell = Cell(continues, width, "right", self._template.small / 10)
        draw_cell(sheets, cell, left + PADDING_MM, y + self._gap_mm, self._line_mm)
        return y + self._gap_mm + self._line_mm

    def _draw_tail(self, sheets: Sheets, y: float, spare: float) -> float:
        for block in self._tail:
            # What little is left over gives room to sign in.
            more = spare if isinstance(block, SignedBlock) else 0.0
            spare -= more
            y = block.draw(sheets, self._paper.side_mm, y + self._gap_mm, more)
        return y

    def _foot(self, sheets: Sheets, y: float, *, first: bool) -> None:
        left, width = self._paper.side_mm - PADDING_MM, self._paper.inner_mm + 2 * PADDING_MM
        foot = self._template.foot
        rest = width - sum(one.width for one in foot) / 10
        cells = tuple(
            Cell(
                one.of(self._values, self._language) if first or not one.first_only else "",
                one.width / 10 or rest,
                one.align,
                self._template.small / 10,
                solid=one.solid,
            )
            for one in foot
        )
        Row(cells, self._line_mm, 0).draw(sheets, left, y)

    def _watermark(self, sheets: Sheets) -> None:
        if not self._texts.receipt.training:
            return
        paper, mark = self._paper, self._template.watermark
        middle_mm = min(paper.form_mm, paper.height_mm) / 2
        text = mark.text.of(self._language)
        sheets.watermark(paper.width_mm / 2, middle_mm, text, mark.size / 10, mark.slope / 100)
