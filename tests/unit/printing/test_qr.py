"""The code on paper: the right squares, in dots a cheap printer and scanner can manage."""

from __future__ import annotations

import pytest
import segno

from desktop.printing.pdf import render_receipt
from desktop.printing.preview import page_image
from desktop.printing.qr import MODULE_LEAST_PT, MODULE_PT, WIDEST_PT, qr_code
from desktop.wire.receipt_code import make_code
from tests.receipts.households import PRINTED_AT, STATION_KEY, family_of_four
from tests.receipts.tape import tape_of


@pytest.mark.parametrize(("length", "module_pt"), [(160, 1.6), (184, 1.6), (250, 1.6)])
def test_ordinary_codes_get_four_dots_of_180_dpi(length: int, module_pt: float) -> None:
    code = qr_code("CB1:" + "A7BQ2" * (length // 5))

    assert code.module_pt == module_pt == MODULE_PT == 4 * 72 / 180
    assert code.side_pt <= WIDEST_PT


@pytest.mark.parametrize("length", [160, 284, 311])
def test_the_longest_code_of_a_paper_keeps_half_a_millimetre(length: int) -> None:
    code = qr_code("A" * length)

    assert code.module_pt >= MODULE_LEAST_PT
    assert code.module_pt * 25.4 / 72 >= 0.5


def test_upper_case_text_is_packed_as_alphanumeric() -> None:
    """Bytes would need a code a third larger."""
    text = make_code(family_of_four(), STATION_KEY)

    assert segno.make_qr(text).mode == "alphanumeric"
    assert len(qr_code(text).rows) < len(qr_code(text.encode() + b"a").rows)


def test_the_squares_stand_on_a_180_dpi_print() -> None:
    """Method: draw the page as a 24-pin printer does and look at the middle of every square."""
    receipt = family_of_four()
    text = make_code(receipt, STATION_KEY)
    ((x_mm, y_mm, rows, module_pt),) = tape_of(receipt).pages[0].codes

    image = page_image(
        render_receipt(receipt, code=text, printed_at=PRINTED_AT), 0, 180, sharp=True
    )

    dots = 180 / 72
    left, top = x_mm / 25.4 * 180, y_mm / 25.4 * 180
    printed = []
    for y in range(len(rows)):
        at = int(top + (y + 0.5) * module_pt * dots) * image.stride
        middles = (int(left + (x + 0.5) * module_pt * dots) for x in range(len(rows)))
        printed.append([image.pixels[at + middle] < 128 for middle in middles])
    assert printed == rows
