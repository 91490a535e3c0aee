"""Goal: a cheap scanner reads the code from a 180 dpi dot-matrix print.

Method: the page is drawn at 180 dpi in black and white, as the head prints it, the needles' dots
grown into each other; then every square of the symbol is looked at where a scanner would look, and
the text taken out of the squares must be the signed code. An independent reader (zxing-cpp) has to
find and read the symbol on the whole page by itself, too.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
import segno
import zxingcpp

from desktop.domain.receipt import Receipt
from desktop.printing.papers import DRAWN_PAPERS, PREPRINTED
from desktop.printing.pdf import render_receipt
from desktop.printing.preview import page_image
from desktop.printing.qr import qr_code
from desktop.printing.receipt_papers import code_on, paper_of
from desktop.wire.receipt_code import check_code, make_code
from tests.receipts.households import (
    PRINTED_AT,
    STATION_KEY,
    family_of_four,
    fifteen,
    one_person,
)
from tests.receipts.tape import tape_of

DPI = 180
DOTS_LEAST = 3.5
"""Below three and a half needles' dots a square is no more told from its neighbour."""

HOUSEHOLDS = {"one": one_person, "four": family_of_four, "fifteen": fifteen}

Dots = npt.NDArray[np.bool_]


def dots_of(receipt: Receipt, paper: str) -> Dots:
    """The page as the head prints it: True where it is black."""
    code = make_code(receipt, STATION_KEY)
    pdf = render_receipt(receipt, code=code, printed_at=PRINTED_AT, paper=paper)
    image = page_image(pdf, 0, DPI, sharp=True)
    rows = np.frombuffer(image.pixels, np.uint8).reshape(image.height_px, image.stride)
    return rows[:, : image.width_px] < 128


def grown(dots: Dots) -> Dots:
    """A needle leaves a dot wider than its step: black runs one dot into the white beside it."""
    wide = dots.copy()
    wide[:, 1:] |= dots[:, :-1]
    wide[1:, :] |= dots[:-1, :]
    return wide


def squares(dots: Dots, x_mm: float, y_mm: float, count: int, module_pt: float) -> list[list[bool]]:
    """Look at the middle of every square of a symbol."""
    step = module_pt / 72 * DPI
    left, top = x_mm / 25.4 * DPI, y_mm / 25.4 * DPI
    return [
        [
            bool(dots[int(top + (row + 0.5) * step), int(left + (column + 0.5) * step)])
            for column in range(count)
        ]
        for row in range(count)
    ]


@pytest.mark.parametrize("paper", DRAWN_PAPERS)
@pytest.mark.parametrize("household", HOUSEHOLDS)
def test_every_square_is_what_was_signed(household: str, paper: str) -> None:
    receipt = HOUSEHOLDS[household]()
    ((x_mm, y_mm, rows, module_pt),) = tape_of(receipt, paper=paper).pages[0].codes
    assert rows == qr_code(make_code(receipt, STATION_KEY)).rows
    if paper != "58":
        # A head for 58 mm paper has 203 dpi.
        assert module_pt / 72 * DPI >= DOTS_LEAST
    seen = squares(dots_of(receipt, paper), x_mm, y_mm, len(rows), module_pt)
    wrong = int((np.array(seen) != np.array(rows)).sum())
    assert wrong == 0
    if not paper_of(paper).is_roll:
        # Heat leaves no wider dot than its own.
        blotted = squares(grown(dots_of(receipt, paper)), x_mm, y_mm, len(rows), module_pt)
        wrong = int((np.array(blotted) != np.array(rows)).sum())
        assert wrong <= len(rows) ** 2 // 50, "more than error correction mends for certain"


@pytest.mark.parametrize("paper", DRAWN_PAPERS)
def test_nothing_stands_in_the_white_a_scanner_needs_around_it(paper: str) -> None:
    receipt = family_of_four()
    page = tape_of(receipt, paper=paper).pages[0]
    ((x_mm, y_mm, rows, module_pt),) = page.codes
    quiet = 2 * module_pt / 72 * 25.4
    side = len(rows) * module_pt / 72 * 25.4
    for text in page.texts:
        beside = text.right_mm <= x_mm - quiet or text.left_mm >= x_mm + side + quiet
        assert beside or text.bottom_mm <= y_mm - quiet or text.top_mm >= y_mm + side + quiet, (
            text.text
        )


def test_the_symbol_is_an_ordinary_one() -> None:
    code = make_code(family_of_four(), STATION_KEY)
    ours = qr_code(code)
    plain = segno.make_qr(code, error="m", boost_error=False)
    assert len(ours.rows) == len(plain.matrix)
    assert plain.mode == "alphanumeric"


def test_a_preprinted_form_has_no_place_for_a_code() -> None:
    """It is checked by its number; the help says so."""
    with pytest.raises(ValueError, match="no code stands on"):
        code_on(PREPRINTED, "CB1:X")


PRINTED = [(paper, blot) for paper in DRAWN_PAPERS for blot in (False, True)]
HEATED = [one for one in PRINTED if not paper_of(one[0]).is_roll or not one[1]]
"""Heat leaves no wider dot than its own."""


@pytest.mark.parametrize(("paper", "blot"), HEATED)
@pytest.mark.parametrize("household", HOUSEHOLDS)
def test_an_independent_reader_finds_it_on_the_page(household: str, paper: str, blot: bool) -> None:
    receipt = HOUSEHOLDS[household]()
    dots = dots_of(receipt, paper)
    page = np.where(grown(dots) if blot else dots, 0, 255).astype(np.uint8)
    found = [one.text for one in zxingcpp.read_barcodes(page)]
    assert found == [make_code(receipt, STATION_KEY)]
    assert check_code(found[0], STATION_KEY.public).number == receipt.number
