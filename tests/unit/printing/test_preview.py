"""Pages as images: the right size, bounded, and refused in words when they are none."""

from __future__ import annotations

import pytest

from desktop.base.errors import Refused
from desktop.printing.pdf import render_receipt
from desktop.printing.preview import page_count, page_image
from desktop.printing.receipt_papers import paper_of
from desktop.wire.receipt_code import make_code
from tests.receipts.households import PRINTED_AT, STATION_KEY, family_of_four, fifteen


@pytest.fixture(scope="module")
def pdf() -> bytes:
    receipt = fifteen()
    return render_receipt(receipt, code=make_code(receipt, STATION_KEY), printed_at=PRINTED_AT)


def test_a_page_has_the_papers_size(pdf: bytes) -> None:
    image = page_image(pdf, 0, 96)

    assert image.width_mm == pytest.approx(paper_of("A5").width_mm, abs=0.1)
    assert image.height_mm == pytest.approx(paper_of("A5").height_mm, abs=0.1)
    assert image.width_px == pytest.approx(paper_of("A5").width_mm / 25.4 * 96, abs=1)


def test_every_page_comes_in_turn(pdf: bytes) -> None:
    images = [page_image(pdf, page, 36) for page in range(page_count(pdf))]

    assert len(images) == 3
    assert len({image.pixels for image in images}) == 3


def test_qt_shows_the_same_pixels(pdf: bytes) -> None:
    image = page_image(pdf, 0, 60)

    shown = image.to_qimage()

    assert (shown.width(), shown.height()) == (image.width_px, image.height_px)
    for x, y in ((0, 0), (30, 40), (image.width_px - 1, image.height_px - 1)):
        assert shown.pixelColor(x, y).red() == image.pixels[y * image.stride + x]


def test_a_sharp_page_has_no_grey() -> None:
    """A receipt without a watermark is black on white, so a dot-matrix loses nothing."""
    receipt = family_of_four()
    pdf = render_receipt(receipt, code=make_code(receipt, STATION_KEY), printed_at=PRINTED_AT)

    image = page_image(pdf, 0, 180, sharp=True)

    assert set(image.pixels) == {0, 255}


@pytest.mark.parametrize("data", [b"", b"not a paper", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        page_count(data)

    assert refused.value.code == "PDF_UNREADABLE"


@pytest.mark.parametrize("page", [-1, 3])
def test_a_page_that_is_not_there_is_refused(pdf: bytes, page: int) -> None:
    with pytest.raises(Refused) as refused:
        page_image(pdf, page, 72)

    assert refused.value.code == "PDF_UNREADABLE"


def test_an_image_beyond_all_measure_is_refused_before_it_is_drawn(pdf: bytes) -> None:
    with pytest.raises(Refused) as refused:
        page_image(pdf, 0, 20_000)

    assert refused.value.code == "PDF_TOO_LARGE"
