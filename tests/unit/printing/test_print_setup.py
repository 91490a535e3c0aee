"""Goal: a paper comes out where it was set to, on the printer that was set. Method: measure ink."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.base.clock import instant_from_text
from desktop.domain.receipt import Receipt
from desktop.printing.papers import ALL_PAPERS, PREPRINTED, UNPRINTED, Paper
from desktop.printing.pdf import render_receipt
from desktop.printing.preprinted import Written, preprinted_form, written_on
from desktop.printing.preprinted_print import print_preprinted
from desktop.printing.preview import PageImage, page_count, page_image
from desktop.printing.print_setup import FOLDER, PrintSetup, PrintSetups
from desktop.printing.receipt_papers import paper_of
from desktop.printing.receipt_sheets import receipt_sheets
from desktop.printing.receipt_texts import Printing
from desktop.printing.ruler import INSET_MM, render_ruler
from desktop.printing.spool import FolderSpooler, Pages, SetupSpooler, print_pdf
from desktop.wire.receipt_code import make_code
from tests.receipts.households import (
    PRINTED_AT,
    STATION_KEY,
    family_of_four,
    fifteen,
    long_texts,
    rare_characters,
    reversal,
)

pytestmark = pytest.mark.usefixtures("qapp")
DPI = 180
A5, THREE_PART, ROLL_80 = (paper_of(name) for name in ("A5", UNPRINTED, "80"))
DOT_MM = 25.4 / DPI
MADE_AT = datetime(2021, 11, 15, 2, 5, tzinfo=UTC)


def _file_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(DPI)
    return printer


@dataclass(frozen=True)
class Ink:
    """Where the dark dots of a page lie, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float


def _ink(image: PageImage) -> Ink:
    rows = [
        image.pixels[y * image.stride : y * image.stride + image.width_px]
        for y in range(image.height_px)
    ]
    dark = [y for y, row in enumerate(rows) if min(row) < 128]
    columns = [x for x in range(image.width_px) if any(row[x] < 128 for row in rows)]
    per_mm = image.width_px / image.width_mm
    return Ink(columns[0] / per_mm, dark[0] / per_mm, columns[-1] / per_mm, dark[-1] / per_mm)


def _printed(tmp_path: Path, setup: PrintSetup, paper: Paper = A5) -> Ink:
    path = tmp_path / "out.pdf"
    pdf = render_ruler(paper, PrintSetup(), made_at=MADE_AT)
    print_pdf(pdf, _file_printer(path), paper, setup)
    return _ink(page_image(path.read_bytes(), 0, DPI))


def test_the_ruler_stands_ten_millimetres_from_every_edge(tmp_path: Path) -> None:
    found = _printed(tmp_path, PrintSetup())
    assert found.left == pytest.approx(INSET_MM, abs=2 * DOT_MM)
    assert found.top == pytest.approx(INSET_MM, abs=2 * DOT_MM)
    assert found.right == pytest.approx(A5.width_mm - INSET_MM, abs=0.5)


def test_an_offset_moves_the_page_by_tenths_of_a_millimetre(tmp_path: Path) -> None:
    still = _printed(tmp_path, PrintSetup())
    moved = _printed(tmp_path, PrintSetup(dx_tenths_mm=35, dy_tenths_mm=-20))
    assert moved.left - still.left == pytest.approx(3.5, abs=1.5 * DOT_MM)
    assert moved.top - still.top == pytest.approx(-2.0, abs=1.5 * DOT_MM)


def test_a_scale_stretches_from_the_corner(tmp_path: Path) -> None:
    found = _printed(tmp_path, PrintSetup(scale_permille=950))
    assert found.left == pytest.approx(INSET_MM * 0.95, abs=2 * DOT_MM)
    assert found.right - found.left == pytest.approx((A5.width_mm - 20) * 0.95, abs=0.6)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", ALL_PAPERS)
def test_every_paper_has_a_ruler(paper: str, language: str) -> None:
    pdf = render_ruler(paper_of(paper), PrintSetup(dx_tenths_mm=5), made_at=MADE_AT, lang=language)  # type: ignore[arg-type]
    assert page_count(pdf) == 1


def test_only_the_wanted_pages_go_out(tmp_path: Path) -> None:
    receipt = fifteen()
    pdf = render_receipt(receipt, code=make_code(receipt, STATION_KEY), printed_at=PRINTED_AT)
    path = tmp_path / "out.pdf"
    print_pdf(pdf, _file_printer(path), A5, None, Pages(2, 9))
    assert page_count(path.read_bytes()) == page_count(pdf) - 1


@pytest.mark.parametrize("paper", ["80", "58"])
def test_a_roll_is_as_long_as_its_receipt(paper: str, tmp_path: Path) -> None:
    receipt = family_of_four()
    code = make_code(receipt, STATION_KEY)
    pdf = render_receipt(receipt, code=code, printed_at=PRINTED_AT, paper=paper)
    path = tmp_path / "out.pdf"
    print_pdf(pdf, _file_printer(path), paper_of(paper))
    sent, came = page_image(pdf, 0, 60), page_image(path.read_bytes(), 0, 60)
    assert came.height_mm == pytest.approx(sent.height_mm, abs=0.6)
    assert came.height_mm > came.width_mm


def test_limits_hold_what_no_printer_needs() -> None:
    wild = PrintSetup(dx_tenths_mm=9999, dy_tenths_mm=-9999, scale_permille=1, copies=99)
    held = wild.within_limits()
    assert (held.dx_tenths_mm, held.dy_tenths_mm) == (200, -200)
    assert (held.scale_permille, held.copies) == (900, 5)


class TestWays:
    def _spooler(
        self, tmp_path: Path, setups: PrintSetups, names: tuple[str, ...] = ()
    ) -> tuple[SetupSpooler, list[str]]:
        asked: list[str] = []

        def find(name: str) -> QPrinter:
            asked.append(name)
            return _file_printer(tmp_path / f"{name}.pdf")

        spooler = SetupSpooler(
            lambda: setups, FolderSpooler(tmp_path / "kept"), find, lambda: names
        )
        return spooler, asked

    def test_each_paper_goes_to_its_own_printer(self, tmp_path: Path) -> None:
        setups = PrintSetups().with_setup("A5", PrintSetup("laser"))
        setups = setups.with_setup("80", PrintSetup("thermal"))
        spooler, asked = self._spooler(tmp_path, setups, ("default",))
        pdf = render_ruler(A5, PrintSetup(), made_at=MADE_AT)
        for paper in (A5, ROLL_80, THREE_PART):
            spooler.spool(pdf, name="x", paper=paper)
        assert asked == ["laser", "thermal", "default"]

    @pytest.mark.parametrize("setup", [PrintSetup(FOLDER), PrintSetup()])
    def test_without_a_printer_papers_are_kept_in_the_folder(
        self, setup: PrintSetup, tmp_path: Path
    ) -> None:
        spooler, asked = self._spooler(tmp_path, PrintSetups().with_setup("A5", setup))
        pdf = render_ruler(A5, PrintSetup(), made_at=MADE_AT)
        where = Path(spooler.spool(pdf, name="x", paper=A5))
        assert where.read_bytes() == pdf
        assert asked == []


class TestPreprinted:
    form = preprinted_form()

    def written(self, receipt: Receipt, copy: int = 1) -> tuple[tuple[Written, ...], ...]:
        printing = Printing(PREPRINTED, copy, instant_from_text(PRINTED_AT), "zh")
        return written_on(self.form, receipt, printing)

    def test_a_long_household_goes_on_on_the_next_form(self) -> None:
        forms = self.written(fifteen())
        assert len(forms) == 3
        assert [{"1/3", "2/3", "3/3"} & {one.text for one in form} for form in forms] == [
            {"1/3"},
            {"2/3"},
            {"3/3"},
        ]

    def test_everything_stands_on_the_paper_and_nothing_on_something_else(self) -> None:
        (form,) = self.written(family_of_four(), copy=2)
        for one in form:
            assert one.x_mm >= 0
            assert one.x_mm + one.width_mm <= THREE_PART.width_mm
            assert one.y_mm + 6 <= THREE_PART.height_mm
        boxes = [(one.x_mm, one.y_mm, one.width_mm) for one in form]
        for place, (x, y, width) in enumerate(boxes):
            for other_x, other_y, other_width in boxes[place + 1 :]:
                apart = abs(y - other_y) >= 5.5 or x + width <= other_x
                assert apart or other_x + other_width <= x

    def test_the_text_is_drawn_at_its_place_also_a_rare_one(self, tmp_path: Path) -> None:
        path = tmp_path / "out.pdf"
        forms = self.written(rare_characters())
        print_preprinted(forms, self.form, _file_printer(path), PrintSetup(dx_tenths_mm=10))
        image = page_image(path.read_bytes(), 0, DPI)
        assert image.width_mm == pytest.approx(THREE_PART.width_mm, abs=0.5)
        for one in forms[0]:
            assert self._dark(image, one.x_mm + 1, one.y_mm, one.width_mm), one.text

    def test_a_reversal_says_what_it_undoes_and_gives_back(self) -> None:
        (form,) = self.written(reversal())
        texts = {one.text for one in form}
        assert {"红冲 CX0100000012", "退¥660.00", "退人民币陆佰陆拾元整"} <= texts

    def test_a_name_too_long_for_its_place_is_written_smaller_not_cut(self, tmp_path: Path) -> None:
        heights = []
        for receipt in (family_of_four(), long_texts()):
            path = tmp_path / "out.pdf"
            forms = self.written(receipt)
            print_preprinted(forms, self.form, _file_printer(path), PrintSetup())
            image = page_image(path.read_bytes(), 0, 4 * DPI)
            name = next(
                one for one in forms[0] if one.text == receipt.head_name and one.width_mm < 30
            )
            heights.append(sum(self._dark_rows(image, name)))
        assert 0 < heights[1] < heights[0] / 3

    def test_the_screen_shows_what_the_printer_writes(self) -> None:
        receipt = fifteen()
        code = make_code(receipt, STATION_KEY)
        made = receipt_sheets(receipt, code=code, printed_at=PRINTED_AT, paper=PREPRINTED)
        assert made.written is not None
        assert page_count(made.pdf) == len(made.written.texts) == 3
        image = page_image(made.pdf, 0, DPI)
        for one in made.written.texts[0]:
            assert self._dark(image, one.x_mm, one.y_mm, one.width_mm), one.text

    def test_the_printer_gets_text_and_the_folder_a_page(self, tmp_path: Path) -> None:
        receipt = family_of_four()
        code = make_code(receipt, STATION_KEY)
        made = receipt_sheets(receipt, code=code, printed_at=PRINTED_AT, paper=PREPRINTED)
        setups = PrintSetups().with_setup(PREPRINTED, PrintSetup("impact"))
        spooler = SetupSpooler(
            lambda: setups,
            FolderSpooler(tmp_path),
            lambda name: _file_printer(tmp_path / f"{name}.pdf"),
            tuple,
        )
        where = spooler.spool(made.pdf, name="x", paper=made.paper, written=made.written)
        assert where == "impact"
        printed = (tmp_path / "impact.pdf").read_bytes()
        assert b"/Subtype /Image" not in printed.replace(b"\n", b" ")
        assert page_image(printed, 0, 30).width_mm == pytest.approx(241, abs=0.5)
        setups = PrintSetups().with_setup(PREPRINTED, PrintSetup(FOLDER))
        kept = spooler.spool(made.pdf, name="x", paper=made.paper, written=made.written)
        assert Path(kept).read_bytes() == made.pdf

    def _dark_rows(self, image: PageImage, one: Written) -> list[bool]:
        per_mm = image.width_px / image.width_mm
        left, right = int(one.x_mm * per_mm), int((one.x_mm + one.width_mm) * per_mm)
        rows = range(int(one.y_mm * per_mm), int((one.y_mm + 6) * per_mm))
        starts = (y * image.stride for y in rows)
        return [min(image.pixels[start + left : start + right]) < 128 for start in starts]

    def _dark(self, image: PageImage, x_mm: float, y_mm: float, width_mm: float) -> bool:
        per_mm = image.width_px / image.width_mm
        left, right = int(x_mm * per_mm), int((x_mm + width_mm) * per_mm)
        for y in range(int(y_mm * per_mm), int((y_mm + 6) * per_mm)):
            start = y * image.stride
            if min(image.pixels[start + left : start + right], default=255) < 128:
                return True
        return False
