"""The receipt as rows of cells: what stands in them, and how wide each is."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.base.clock import instant_from_text
from desktop.base.money import capital_figures, fen_display
from desktop.domain.codes import Language, relation_name
from desktop.domain.receipt import Receipt, ReceiptLine
from desktop.policy.words import IDENTITY_WORDS, REASON_WORDS, article_words, law_word
from desktop.printing import fonts
from desktop.printing.fonts import Weight
from desktop.printing.grid import SMALLEST_PT, Cell, Row, box, draw_cell, frame
from desktop.printing.papers import Paper
from desktop.printing.sheet import Sheets
from desktop.printing.words import (
    china_minute,
    cover,
    external_line,
    method_name,
    note_mark,
    receipt_words,
    why,
)

_COLUMNS_MM = (9.0, 28.0, 35.0, 19.0, 22.0, 19.0, 19.0, 41.0)
_SPARE_SHARES = (0, 0.6, 0, 0.4, 0, 0, 0, 0)
"""Who gets what a wider paper has over: the name and the relation."""

_LABEL_MM = {"zh": 17.0, "en": 24.0}
_REASON_MM = 4.8
_NOTE_MM = 4.1


@dataclass(frozen=True, slots=True)
class Printing:
    """How a receipt is printed this time."""

    paper: Paper
    copy: int
    """1 for the first print, 2 and more for reprints."""
    printed_at: datetime
    language: Language


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


class ReceiptRows:
    """Everything a receipt says, ready to be placed."""

    def __init__(self, receipt: Receipt, printing: Printing, facts_mm: float) -> None:
        """Build the rows; ``facts_mm`` is the width left beside the code."""
        self._receipt = receipt
        self._printing = printing
        self._language = printing.language
        self.words = receipt_words(printing.language)
        self._inner_mm = printing.paper.inner_mm
        spare = self._inner_mm - sum(_COLUMNS_MM)
        self._columns = tuple(
            width + spare * share for width, share in zip(_COLUMNS_MM, _SPARE_SHARES, strict=True)
        )
        self._open_reasons = open_reasons(receipt)
        self.facts = self._fact_rows(facts_mm)
        self.column_heads = Row(
            tuple(
                Cell(text, width, "centre", SMALLEST_PT)
                for text, width in zip(self.words.columns, self._columns, strict=True)
            ),
            least_mm=6.2,
        )
        self.members = [self._member(place, line) for place, line in enumerate(receipt.lines, 1)]
        self.totals = self._total_rows()
        self.remarks = [self._note(text) for text in self._remarks()]
        self.signatures = self._signature_cells()
        self.fine_print = [self._note(text) for text in self._fine_print()]

    @property
    def years(self) -> str:
        """The line under the title: whose collection, which year, for which year."""
        receipt = self._receipt
        return (self.words.years if receipt.benefit_year else self.words.years_open).format(
            county=receipt.county_name,
            campaign=receipt.campaign_year,
            benefit=receipt.benefit_year,
        )

    def _fact_rows(self, width: float) -> list[Row]:
        receipt, words = self._receipt, self.words
        label = _LABEL_MM[self._language]
        value = (width - 3 * label) / 3
        taken = words.china_time.format(china_minute(instant_from_text(receipt.taken_at)))

        def pair(name: str, text: str, width_mm: float) -> tuple[Cell, Cell]:
            return Cell(name, label, "centre", SMALLEST_PT), Cell(text, width_mm)

        return [
            Row(
                (
                    *pair(words.head, receipt.head_name, value),
                    *pair(words.household_number, receipt.household_number, value),
                    *pair(words.payer, receipt.payer, value),
                )
            ),
            Row(pair(words.address, receipt.address, width - label)),
            Row(
                (
                    *pair(words.method, method_name(receipt.method, self._language), value),
                    *pair(words.taken_at, taken, 2 * value + label),
                )
            ),
        ]

    def _member(self, place: int, line: ReceiptLine) -> MemberRows:
        columns = self._columns
        reason = why(
            line,
            self.words,
            law_word(IDENTITY_WORDS, line.identity, self._language),
            self._language,
        )
        reasons = self._open_reasons
        known = line.cover_open in reasons
        mark = note_mark(reasons.index(line.cover_open)) if known else ""
        figures = Row(
            (
                Cell(line.name, columns[1], size_pt=10),
                Cell(line.document, columns[2], "centre"),
                Cell(relation_name(line.relation, self._language), columns[3], "centre"),
                _money(line.standard_fen, columns[4]),
                _money(line.assistance_fen, columns[5]),
                _money(line.paid_fen, columns[6], Weight.STRONG),
                Cell(cover(line, self.words, mark), columns[7], "centre", SMALLEST_PT),
            )
        )
        return MemberRows(
            Cell(str(place), columns[0], "centre"),
            figures,
            Row((Cell(reason, sum(columns[1:]), size_pt=SMALLEST_PT),), _REASON_MM),
        )

    def _total_rows(self) -> list[Row]:
        receipt, words, columns = self._receipt, self.words, self._columns
        label = columns[0] + columns[1]
        figures = sum(columns[6:])
        middle = self._inner_mm - label - figures
        # What goes back is written as 退 and a positive amount, never as a negative one.
        back = words.refund if receipt.paid_fen < 0 else ""
        capital = f"{back}人民币{capital_figures(abs(receipt.paid_fen))}"
        yuan = f"{back}¥{fen_display(abs(receipt.paid_fen))}"
        return [
            Row(
                (
                    Cell(words.total.format(len(receipt.lines)), sum(columns[:4]), "centre"),
                    _money(receipt.standard_fen, columns[4]),
                    _money(receipt.assistance_fen, columns[5]),
                    _money(receipt.paid_fen, columns[6], Weight.STRONG),
                    Cell("", columns[7]),
                )
            ),
            Row(
                (
                    Cell(words.capital, label, "centre", SMALLEST_PT),
                    Cell(capital, middle, size_pt=11, weight=Weight.STRONG),
                    Cell(yuan, figures, "centre", 12, Weight.STRONG, solid=True),
                ),
                least_mm=7.2,
            ),
        ]

    def _signature_cells(self) -> list[tuple[Cell, Cell]]:
        words, width = self.words, self._inner_mm / 3
        return [
            (Cell(name, width, size_pt=SMALLEST_PT), Cell(text, width, "centre"))
            for name, text in (
                (words.station, self._receipt.station_name),
                (words.collector, self._receipt.collector),
                (words.signature, ""),
            )
        ]

    def _remarks(self) -> list[str]:
        words, receipt = self.words, self._receipt
        remarks = []
        if receipt.reverses:
            remarks.append(words.reverses.format(number=receipt.reverses, reason=receipt.reason))
        remarks += [
            words.note_open.format(
                mark=note_mark(place), reason=law_word(REASON_WORDS, code, self._language)
            )
            for place, code in enumerate(self._open_reasons)
        ]
        standards = dict.fromkeys(
            article_words(basis.document, basis.article, self._language)
            for line in self._receipt.lines
            for basis in line.basis
            if basis.field == "personal_standard"
        )
        if standards:
            remarks.append(words.basis_of_standard.format("；".join(standards)))
        if external := external_line(receipt, words):
            remarks.append(external)
        if receipt.late:
            remarks.append(words.late.format(day=receipt.booked_on))
        return remarks

    def _fine_print(self) -> list[str]:
        words = self.words
        lines = [words.not_a_tax_voucher]
        missing = fonts.missing_characters(printed_texts(self._receipt))
        if missing:
            lines.append(words.missing.format("、".join(f"U+{ord(char):04X}" for char in missing)))
        return lines

    def _note(self, text: str) -> Row:
        return Row((Cell(text, self._inner_mm, size_pt=SMALLEST_PT),), _NOTE_MM, 0)


def open_reasons(receipt: Receipt) -> tuple[str, ...]:
    """Return why cover is open, each reason once; a reversal covers nothing and leaves none."""
    if receipt.reverses:
        return ()
    return tuple(dict.fromkeys(line.cover_open for line in receipt.lines if line.cover_open))


def printed_texts(receipt: Receipt) -> Sequence[str]:
    """Return the texts on a receipt that people wrote: names, addresses, numbers."""
    return (
        receipt.number,
        receipt.county_name,
        receipt.station_name,
        receipt.household_number,
        receipt.head_name,
        receipt.address,
        receipt.payer,
        receipt.collector,
        receipt.reason,
        *(text for line in receipt.lines for text in (line.name, line.document)),
    )


def _money(fen: int, width_mm: float, weight: Weight = Weight.REGULAR) -> Cell:
    return Cell(fen_display(fen), width_mm, "right", weight=weight, solid=True)
