# ruff: noqa: T201 - a script for people at a terminal
"""What the papers looked like when a person last looked: their text and a small picture.

``python -m tests.receipts.golden`` draws them anew. Look at every picture that changed before
committing it; never raw bytes, which change with every version of the libraries.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pypdfium2
from PIL import Image

from desktop.domain.codes import Language
from desktop.domain.receipt import Receipt
from desktop.printing.pdf import render_receipt
from desktop.printing.preview import page_count, page_image
from desktop.wire.receipt_code import make_code
from tests.receipts import golden_sheets, households
from tests.receipts.households import PRINTED_AT, STATION_KEY

FOLDER = Path(__file__).parent / "golden"
PICTURE_DPI = 48


@dataclass(frozen=True)
class Case:
    """One paper as it is kept."""

    receipt: Receipt
    paper: str = "A5"
    copy: int = 1
    language: Language = "zh"

    def pdf(self) -> bytes:
        return render_receipt(
            self.receipt,
            code=make_code(self.receipt, STATION_KEY),
            printed_at=PRINTED_AT,
            paper=self.paper,
            copy=self.copy,
            lang=self.language,
        )


CASES: Mapping[str, Case] = {
    "four": Case(households.family_of_four()),
    "four-en": Case(households.family_of_four(), language="en"),
    "four-a4": Case(households.family_of_four(cover_open=""), paper="A4"),
    "four-two-part": Case(households.family_of_four(), paper="241x139.7"),
    "four-three-part": Case(households.family_of_four(), paper="241x93.1"),
    "four-roll-80": Case(households.family_of_four(), paper="80"),
    "four-roll-58-en": Case(households.family_of_four(), paper="58", language="en"),
    "long-roll-58": Case(households.long_texts(), paper="58"),
    "reversal": Case(households.reversal()),
    "reversal-roll-80": Case(households.reversal(), paper="80", copy=2),
    "tax": Case(households.by_tax_channel()),
    "one": Case(households.one_person()),
    "fifteen": Case(households.fifteen()),
    "rare": Case(households.rare_characters()),
    "long": Case(households.long_texts()),
    "reprint": Case(households.family_of_four(cover_open=""), copy=3),
    "training": Case(msgspec.structs.replace(households.one_person(), training=True), copy=2),
}


def text_of(pdf: bytes) -> str:
    """The text of every page as a reader finds it, a page a paragraph."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n\n".join("\n".join(page.split("\r\n")) for page in pages) + "\n"


def picture_of(pdf: bytes) -> Image.Image:
    """Every page, small, one under the other."""
    pages = [
        Image.frombuffer(
            "L",
            (image.width_px, image.height_px),
            image.pixels,
            "raw",
            "L",
            image.stride,
            1,
        )
        for image in (page_image(pdf, page, PICTURE_DPI) for page in range(page_count(pdf)))
    ]
    whole = Image.new("L", (pages[0].width, sum(page.height for page in pages)), 255)
    y = 0
    for page in pages:
        whole.paste(page, (0, y))
        y += page.height
    return whole


NAMES = (*CASES, *golden_sheets.NAMES)
"""Every paper that is kept."""


def pdf_of(name: str) -> bytes:
    """A paper as it is made now."""
    return CASES[name].pdf() if name in CASES else golden_sheets.papers()[name]


def main() -> None:
    """Draw every case anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        pdf = pdf_of(name)
        (FOLDER / f"{name}.txt").write_text(text_of(pdf), encoding="utf-8", newline="\n")
        packed = io.BytesIO()
        picture_of(pdf).save(packed, "png", optimize=True)
        (FOLDER / f"{name}.png").write_bytes(packed.getvalue())
        print(name, len(packed.getvalue()))


if __name__ == "__main__":
    main()
