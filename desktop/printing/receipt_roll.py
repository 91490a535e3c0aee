"""The receipt on a thermal roll: everything under each other, the code at the end.

The page is as long as what stands on it. No rules: a thermal head draws them as noise; parts are
told apart by a dotted line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.base.clock import instant_from_text
from desktop.base.money import capital_figures, fen_display
from desktop.domain.codes import relation_name
from desktop.domain.receipt import Receipt, ReceiptLine
from desktop.policy.words import IDENTITY_WORDS, REASON_WORDS, law_word
from desktop.printing import fonts
from desktop.printing.fonts import Weight
from desktop.printing.grid import SMALLEST_PT, Cell, Row
from desktop.printing.qr import QUIET_MODULES, QrCode
from desktop.printing.receipt_rows import Printing, open_reasons, printed_texts
from desktop.printing.sheet import POINTS_PER_MM, Align, Sheets
from desktop.printing.words import (
    china_minute,
    cover,
    external_line,
    method_name,
    note_mark,
    receipt_words,
    why,
)

_BODY_PT = 9.5
_TITLE_PT = 11.0
_TOTAL_PT = 13.0
_GAP_MM = 1.2
_DOT_MM = 1.2
_WATERMARK_PT = 40.0
_WATERMARK_SLOPE = 0.4


@dataclass(frozen=True, slots=True)
class _Line:
    """One row, or a dotted line between parts where there is none."""

    row: Row | None

    @property
    def height_mm(self) -> float:
        return self.row.height_mm if self.row else 2 * _GAP_MM


class RollForm:
    """One receipt laid out on a roll."""

    def __init__(self, receipt: Receipt, code: QrCode, printing: Printing) -> None:
        self._receipt = receipt
        self._code = code
        self._printing = printing
        self._paper = printing.paper
        self._lang = printing.language
        self._words = receipt_words(printing.language)
        self._width = self._paper.inner_mm
        self._open = open_reasons(receipt)

    def draw(self, sheets: Sheets) -> None:
        """Draw the receipt's one page."""
        lines = list(self._lines())
        # The quiet zone belongs to the code: white paper all around it.
        quiet_mm = QUIET_MODULES * self._module_pt / POINTS_PER_MM
        code_mm = len(self._code.rows) * self._module_pt / POINTS_PER_MM
        tail = list(self._tail())
        height = sum(line.height_mm for line in (*lines, *tail)) + code_mm + 2 * quiet_mm
        total = self._paper.top_mm + height + self._paper.bottom_mm
        sheets.begin_page(self._paper.width_mm, total)
        if self._receipt.training:
            sheets.watermark(
                self._paper.width_mm / 2,
                total / 2,
                self._words.training_mark,
                _WATERMARK_PT,
                _WATERMARK_SLOPE,
            )
        y = self._draw(sheets, self._paper.top_mm, lines) + quiet_mm
        x = (self._paper.width_mm - code_mm) / 2
        sheets.modules(x, y, self._code.rows, self._module_pt)
        self._draw(sheets, y + code_mm + quiet_mm, tail)
        sheets.end_page()

    @property
    def _module_pt(self) -> float:
        room = self._width * POINTS_PER_MM / (len(self._code.rows) + 2 * QUIET_MODULES)
        return min(self._code.module_pt, room)

    def _lines(self) -> Iterator[_Line]:
        receipt, words = self._receipt, self._words
        for part in words.roll_title:
            yield self._text(part, "centre", _TITLE_PT, Weight.STRONG)
        for mark in self._marks():
            yield self._text(f"【{mark}】", "centre", _TITLE_PT, Weight.STRONG)
        yield self._text(f"{words.number} {receipt.number}", "centre", 10.5, Weight.STRONG)
        yield self._text(self._years(), "centre")
        yield _Line(None)
        yield self._pair(words.head, receipt.head_name)
        if receipt.household_number:
            yield self._pair(words.household_number, receipt.household_number)
        yield self._pair(words.address, receipt.address)
        yield _Line(None)
        for place, line in enumerate(receipt.lines, 1):
            yield from self._person(place, line)
        yield _Line(None)
        yield from self._totals()
        yield self._pair(words.payer, receipt.payer)
        yield self._pair(words.method, method_name(receipt.method, self._lang))
        taken = words.china_time.format(china_minute(instant_from_text(receipt.taken_at)))
        yield self._pair(words.taken_at, taken)
        yield self._pair(words.collector, receipt.collector)
        yield self._pair(words.station, receipt.station_name)
        yield from self._remarks()

    def _marks(self) -> Iterator[str]:
        if self._receipt.reverses:
            yield self._words.reversal
        if self._printing.copy > 1:
            yield self._words.reprint.format(self._printing.copy)
        if self._receipt.training:
            yield self._words.training

    def _years(self) -> str:
        receipt = self._receipt
        text = self._words.years if receipt.benefit_year else self._words.years_open
        return text.format(
            county=receipt.county_name,
            campaign=receipt.campaign_year,
            benefit=receipt.benefit_year,
        )

    def _person(self, place: int, line: ReceiptLine) -> Iterator[_Line]:
        words = self._words
        relation = relation_name(line.relation, self._lang)
        yield self._text(f"{place}. {line.name}　{relation}", weight=Weight.STRONG)
        yield self._text(line.document)
        _, _, _, _, standard, assistance, paid, covered = words.columns
        yield self._pair(standard, fen_display(line.standard_fen), "right")
        yield self._pair(assistance, fen_display(line.assistance_fen), "right")
        yield self._pair(paid, fen_display(line.paid_fen), "right", Weight.STRONG)
        identity = law_word(IDENTITY_WORDS, line.identity, self._lang)
        yield self._text(why(line, words, identity, self._lang), size_pt=SMALLEST_PT)
        known = line.cover_open in self._open
        mark = note_mark(self._open.index(line.cover_open)) if known else ""
        yield self._pair(covered, cover(line, words, mark), "right")

    def _totals(self) -> Iterator[_Line]:
        receipt, words = self._receipt, self._words
        back = words.refund if receipt.paid_fen < 0 else ""
        total = words.total.format(len(receipt.lines))
        yield self._pair(
            total, f"{back}¥{fen_display(abs(receipt.paid_fen))}", "right", Weight.STRONG
        )
        yield self._text(
            f"{back}人民币{capital_figures(abs(receipt.paid_fen))}",
            "right",
            _TOTAL_PT,
            Weight.STRONG,
        )

    def _remarks(self) -> Iterator[_Line]:
        receipt, words = self._receipt, self._words
        found = []
        if receipt.reverses:
            found.append(words.reverses.format(number=receipt.reverses, reason=receipt.reason))
        for place, code in enumerate(self._open):
            reason = law_word(REASON_WORDS, code, self._lang)
            found.append(words.note_open.format(mark=note_mark(place), reason=reason))
        found.append(external_line(receipt, words))
        if receipt.late:
            found.append(words.late.format(day=receipt.booked_on))
        missing = fonts.missing_characters(printed_texts(receipt))
        if missing:
            points = "、".join(f"U+{ord(char):04X}" for char in missing)
            found.append(words.missing.format(points))
        for text in filter(None, found):
            yield self._text(text, size_pt=SMALLEST_PT)

    def _tail(self) -> Iterator[_Line]:
        words = self._words
        yield self._text(words.code_hint, "centre", SMALLEST_PT)
        yield self._text(words.not_a_tax_voucher, size_pt=SMALLEST_PT)
        at = china_minute(self._printing.printed_at)
        yield self._text(words.printed.format(at=at, copy=self._printing.copy), "centre")

    def _text(
        self,
        text: str,
        align: Align = "left",
        size_pt: float = _BODY_PT,
        weight: Weight = Weight.REGULAR,
    ) -> _Line:
        return _Line(Row((Cell(text, self._width, align, size_pt, weight),), 4.4, 0.3))

    def _pair(
        self,
        label: str,
        text: str,
        align: Align = "left",
        weight: Weight = Weight.REGULAR,
    ) -> _Line:
        label_mm = min(self._width * 0.42, 24.0 if align == "right" else 17.0)
        label_mm = max(label_mm, min(self._width * 0.5, fonts.width_pt(label, _BODY_PT) * 0.36 + 2))
        cells = (
            Cell(label, label_mm, "left", _BODY_PT),
            Cell(text, self._width - label_mm, align, _BODY_PT, weight, solid=align == "right"),
        )
        return _Line(Row(cells, 4.4, 0.3))

    def _draw(self, sheets: Sheets, y: float, lines: list[_Line]) -> float:
        left = self._paper.side_mm
        for line in lines:
            if line.row is None:
                middle = y + line.height_mm / 2
                dots = int(self._width / (2 * _DOT_MM))
                sheets.rules(
                    (left + 2 * n * _DOT_MM, middle, left + (2 * n + 1) * _DOT_MM, middle)
                    for n in range(dots)
                )
            else:
                line.row.draw(sheets, left, y)
            y += line.height_mm
        return y
