"""What a layout draws, noted instead of drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from desktop.base.clock import instant_from_text
from desktop.domain.codes import Language
from desktop.domain.receipt import Receipt
from desktop.domain.receipt_template import RollTemplate
from desktop.printing import fonts
from desktop.printing.fonts import Weight
from desktop.printing.papers import DEFAULT_PAPER
from desktop.printing.qr import QrCode
from desktop.printing.receipt import ReceiptForm
from desktop.printing.receipt_papers import code_on, receipt_template
from desktop.printing.receipt_roll import RollForm
from desktop.printing.receipt_texts import Printing
from desktop.printing.sheet import POINTS_PER_MM, RULE_MM, Align, Rule, Sheets
from desktop.wire.receipt_code import make_code
from tests.receipts.households import PRINTED_AT, STATION_KEY


@dataclass(frozen=True)
class Text:
    """One line of text as it was asked for."""

    x_mm: float
    y_mm: float
    text: str
    size_pt: float
    align: Align
    weight: Weight

    @property
    def width_mm(self) -> float:
        return fonts.width_pt(self.text, self.size_pt, self.weight) / POINTS_PER_MM

    @property
    def left_mm(self) -> float:
        back = {"left": 0.0, "centre": 0.5, "right": 1.0}[self.align]
        return self.x_mm - back * self.width_mm

    @property
    def right_mm(self) -> float:
        return self.left_mm + self.width_mm

    @property
    def top_mm(self) -> float:
        """Top of a Han character."""
        return self.y_mm - 0.85 * self.size_pt / POINTS_PER_MM

    @property
    def bottom_mm(self) -> float:
        return self.y_mm + 0.08 * self.size_pt / POINTS_PER_MM


@dataclass
class Page:
    """Everything on one page."""

    width_mm: float
    height_mm: float
    texts: list[Text] = field(default_factory=list)
    rules: list[tuple[Rule, float]] = field(default_factory=list)
    codes: list[tuple[float, float, list[list[bool]], float]] = field(default_factory=list)


class Tape:
    """Takes the calls of `desktop.printing.sheet.Sheets`."""

    def __init__(self) -> None:
        self.pages: list[Page] = []

    def begin_page(self, width_mm: float, height_mm: float) -> None:
        self.pages.append(Page(width_mm, height_mm))

    def end_page(self) -> None:
        """Nothing is held back."""

    def text(
        self,
        x_mm: float,
        y_mm: float,
        text: str,
        size_pt: float,
        *,
        align: Align = "left",
        weight: Weight = Weight.REGULAR,
    ) -> None:
        self.pages[-1].texts.append(Text(x_mm, y_mm, text, size_pt, align, weight))

    def rules(self, rules: Iterable[Rule], width_mm: float = RULE_MM) -> None:
        self.pages[-1].rules += [(rule, width_mm) for rule in rules]

    def modules(self, x: float, y: float, rows: list[list[bool]], module_pt: float) -> None:
        self.pages[-1].codes.append((x, y, rows, module_pt))

    def watermark(self, x: float, y: float, text: str, size_pt: float, slope: float) -> None:
        """Lies under everything and may."""


def code_of(receipt: Receipt, paper: str = DEFAULT_PAPER) -> QrCode:
    """The QR code that the station prints on this receipt."""
    return code_on(paper, make_code(receipt, STATION_KEY))


def tape_of(
    receipt: Receipt, *, paper: str = DEFAULT_PAPER, copy: int = 1, language: Language = "zh"
) -> Tape:
    """What the receipt's layout draws on a paper."""
    tape = Tape()
    printing = Printing(paper, copy, instant_from_text(PRINTED_AT), language)
    form = RollForm if isinstance(receipt_template(paper), RollTemplate) else ReceiptForm
    form(receipt, code_of(receipt, paper), printing).draw(cast(Sheets, tape))
    return tape
