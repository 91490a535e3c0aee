"""Goal: what a counter meets at its worst is taken, kept and printed whole, on every paper.

The other faults stand where they are provoked: power lost between payment and print, between two
copies and during a closing in ``tests/store/test_power_lost.py`` and ``test_print_killed.py``; a
printer gone in ``tests/unit/printing/test_spool.py`` and ``tests/ui/test_print_queue.py``; numbers
used up offline and a clock set back in ``tests/unit/usecases/test_payments.py`` and
``test_undoing.py``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from desktop.base.money import FEN_MAX, capital_figures, fen_display
from desktop.domain.household import HouseholdInput
from desktop.domain.invented import invented_number
from desktop.domain.receipt import Receipt
from desktop.printing.papers import DRAWN_PAPERS, PREPRINTED
from desktop.printing.preview import page_image
from desktop.printing.receipt_sheets import receipt_sheets
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.forms import day_sheet
from desktop.usecases.households import save_household
from desktop.usecases.papers import receipt_paper
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.desks import HEAD, SON, desk, with_members
from tests.receipts.households import LONG_ADDRESS, LONG_NAME, Person, receipt_of

FIFTEEN = 15


def crowded() -> HouseholdInput:
    """Fifteen people, the head's name of 50 characters above U+FFFF, an address of 200."""
    children = [
        replace(
            SON,
            name=f"培训{place}",
            document_number=invented_number(date(1990, 1, 1 + place), 10 + place, "1"),
            relation="20",
        )
        for place in range(FIFTEEN - 1)
    ]
    head = replace(HEAD, name=LONG_NAME)
    return with_members(head, *children, address=(LONG_ADDRESS * 2)[:200])


def paid(at: Desk) -> Receipt:
    saved = save_household(at, crowded())
    return take_payment(at, PaymentInput(saved.household_id, "cash", FIFTEEN * 32_000)).receipt


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "".join("".join(pages).split())


@pytest.mark.parametrize("paper", [*DRAWN_PAPERS, PREPRINTED])
def test_fifteen_people_a_long_rare_name_and_a_long_address_come_out_whole(paper: str) -> None:
    with desk() as at:
        receipt = paid(at)
        shown = receipt_paper(at, receipt.number)
        assert receipt.head_name == LONG_NAME
        assert len(LONG_NAME) == 50
        assert len(receipt.address) >= 200
        pdf = receipt_sheets(receipt, code=shown.code, printed_at=shown.printed_at, paper=paper).pdf
    text = text_of(pdf)
    assert LONG_NAME in text
    assert "".join(receipt.address.split()) in text
    assert all(line.name in text for line in receipt.lines)
    assert "4,800.00" in text
    assert "人民币肆仟捌佰元整" in text
    if paper != PREPRINTED:
        assert [one.text for one in zxingcpp.read_barcodes(drawn(pdf))] == [shown.code]


def drawn(pdf: bytes) -> np.typing.NDArray[np.uint8]:
    image = page_image(pdf, 0, 180, sharp=True)
    rows = np.frombuffer(image.pixels, np.uint8).reshape(image.height_px, image.stride)
    return np.ascontiguousarray(rows[:, : image.width_px])


def test_the_ledger_and_the_day_hold_them(tmp_path: Path) -> None:
    with desk() as at:
        paid(at)
        found = verify(at.store, tmp_path / "scratch.db")
        assert found.ok, found.faults
        fields = day_sheet(at, "tester", at.today).data.fields
        assert (fields["persons"], fields["amount_fen"]) == (FIFTEEN, FIFTEEN * 32_000)


@pytest.mark.parametrize("paper", [*DRAWN_PAPERS, PREPRINTED])
def test_the_largest_amount_stands_whole_on_every_paper(paper: str) -> None:
    fen = 999_999_999
    assert fen <= FEN_MAX
    receipt = receipt_of(Person("甲", standard_fen=fen))
    pdf = receipt_sheets(
        receipt, code="CB1:SPECIMEN", printed_at="2021-11-15T02:05:00.000Z", paper=paper
    ).pdf
    text = text_of(pdf)
    assert f"¥{fen_display(fen)}" in text
    assert f"人民币{capital_figures(fen)}" in text
    assert capital_figures(fen) == "玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
