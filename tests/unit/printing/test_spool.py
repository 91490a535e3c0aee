"""Papers reach a printer at their size or a folder; none is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from typing_extensions import override

from desktop.base.errors import Unavailable
from desktop.printing.papers import Paper
from desktop.printing.pdf import render_receipt
from desktop.printing.preview import page_image
from desktop.printing.receipt_papers import paper_of
from desktop.printing.spool import FolderSpooler, PrinterSpooler, print_pdf, printer_names
from desktop.wire.receipt_code import make_code
from tests.receipts.households import PRINTED_AT, STATION_KEY, family_of_four, fifteen

pytestmark = pytest.mark.usefixtures("qapp")

A5, A4, TWO_PART = (paper_of(name) for name in ("A5", "A4", "241x139.7"))


def _pdf(paper: Paper = A5) -> bytes:
    receipt = family_of_four()
    code = make_code(receipt, STATION_KEY)
    return render_receipt(receipt, code=code, printed_at=PRINTED_AT, paper=paper.name)


def _file_printer(path: Path) -> QPrinter:
    """A real QPrinter whose device is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(180)
    return printer


@pytest.mark.parametrize("paper", [A5, A4, TWO_PART], ids=lambda paper: paper.name)
def test_a_page_arrives_full_size_on_its_paper(paper: Paper, tmp_path: Path) -> None:
    """Method: print to a file and compare how dark every dot is with the PDF itself."""
    pdf = _pdf(paper)
    path = tmp_path / "printed.pdf"

    print_pdf(pdf, _file_printer(path), paper)

    printed, sent = page_image(path.read_bytes(), 0, 180), page_image(pdf, 0, 180)
    assert printed.width_mm == pytest.approx(paper.width_mm, abs=0.5)
    assert printed.height_mm == pytest.approx(paper.height_mm, abs=0.5)
    dark = [
        [image.pixels[y * image.stride + x] for y in range(900) for x in range(1400)]
        for image in (printed, sent)
    ]
    apart = sum(abs(one - other) for one, other in zip(*dark, strict=True)) / len(dark[0])
    assert apart < 12


def test_every_page_is_printed(tmp_path: Path) -> None:
    receipt = fifteen()
    pdf = render_receipt(receipt, code=make_code(receipt, STATION_KEY), printed_at=PRINTED_AT)
    path = tmp_path / "printed.pdf"

    print_pdf(pdf, _file_printer(path), A5)

    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 3


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_take_the_job_says_so(tmp_path: Path) -> None:
    printer = _file_printer(tmp_path / "no such folder" / "printed.pdf")

    with pytest.raises(Unavailable) as failed:
        print_pdf(_pdf(), printer, A5)

    assert failed.value.code == "PRINTER_FAILED"


class _Stubborn(QPrinter):
    """A driver that stays with the paper it has."""

    @override
    def setPageLayout(self, pageLayout: QPageLayout) -> bool:
        return False


def test_a_paper_the_printer_does_not_keep_is_not_printed() -> None:
    with pytest.raises(Unavailable) as failed:
        print_pdf(_pdf(), _Stubborn(), TWO_PART)

    assert failed.value.code == "PRINTER_PAPER"
    assert failed.value.values["paper"] == TWO_PART.name


def test_a_printer_that_is_gone_keeps_the_paper(tmp_path: Path) -> None:
    pdf = _pdf()
    spooler = PrinterSpooler("no such printer", FolderSpooler(tmp_path))

    with pytest.raises(Unavailable) as failed:
        spooler.spool(pdf, name="CX0100000012", paper=A5)

    assert failed.value.code == "PRINTER_GONE"
    assert Path(str(failed.value.values["path"])).read_bytes() == pdf


def test_a_printer_takes_the_paper_under_its_name(tmp_path: Path) -> None:
    path, kept = tmp_path / "printed.pdf", tmp_path / "kept"
    printer = _file_printer(path)
    spooler = PrinterSpooler("desk", FolderSpooler(kept), find=lambda _: printer)

    assert spooler.spool(_pdf(), name="CX0100000012", paper=A5) == "desk"

    assert printer.docName() == "CX0100000012"
    assert path.exists()
    assert not kept.exists()


def test_a_printer_that_stays_with_its_own_paper_keeps_ours(tmp_path: Path) -> None:
    pdf = _pdf(TWO_PART)
    spooler = PrinterSpooler("desk", FolderSpooler(tmp_path), find=lambda _: _Stubborn())

    with pytest.raises(Unavailable) as failed:
        spooler.spool(pdf, name="CX0100000012", paper=TWO_PART)

    assert failed.value.code == "PRINTER_PAPER"
    assert Path(str(failed.value.values["path"])).read_bytes() == pdf


def test_a_printer_that_refuses_a_page_gives_the_job_up(tmp_path: Path) -> None:
    class OnePage(QPrinter):
        @override
        def newPage(self) -> bool:
            return False

    printer = OnePage(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    receipt = fifteen()
    pdf = render_receipt(receipt, code=make_code(receipt, STATION_KEY), printed_at=PRINTED_AT)

    with pytest.raises(Unavailable) as failed:
        print_pdf(pdf, printer, A5)

    assert failed.value.code == "PRINTER_FAILED"


def test_the_same_paper_twice_is_one_file_and_another_is_another(tmp_path: Path) -> None:
    folder = FolderSpooler(tmp_path / "papers")

    first = folder.spool(b"one", name="CX0100000012", paper=A5)
    again = folder.spool(b"one", name="CX0100000012", paper=A5)
    other = folder.spool(b"two", name="CX0100000012", paper=A5)

    assert first == again
    assert Path(first).read_bytes() == b"one"
    assert Path(other).read_bytes() == b"two"
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == [
        "CX0100000012-2.pdf",
        "CX0100000012.pdf",
    ]


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "C:\\x", "", "..", "甲" * 300])
def test_no_name_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "papers"

    path = Path(FolderSpooler(folder).spool(b"%PDF", name=name, paper=A5))

    assert path.parent == folder


def test_a_folder_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")

    with pytest.raises(Unavailable) as failed:
        FolderSpooler(blocked / "papers").spool(b"%PDF", name="CX1", paper=A5)

    assert failed.value.code == "FOLDER_NOT_WRITABLE"


def test_the_default_printer_is_offered_first() -> None:
    """On a machine without printers there is nothing to offer, and nothing breaks."""
    default = QPrinterInfo.defaultPrinterName()

    assert printer_names()[:1] == ((default,) if default else ())
