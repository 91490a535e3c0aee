"""Pre-printed forms: only what is written in goes to the printer, as text, at its place.

The form's rules and labels are on the paper already. Its template says where on the form each value
stands; `desktop.printing.preprinted_print` writes it on a printer, `render_written` into a PDF, for
the screen and for machines without a printer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.base.clock import instant_from_text
from desktop.domain.receipt import Receipt
from desktop.domain.receipt_template import WrittenTemplate, WrittenText
from desktop.printing.grid import PADDING_MM, Cell, draw_cell
from desktop.printing.papers import PREPRINTED
from desktop.printing.pdf import one_at_a_time
from desktop.printing.receipt_papers import paper_of, receipt_template
from desktop.printing.receipt_texts import Printing, ReceiptTexts
from desktop.printing.sheet import Align, Sheets


@dataclass(frozen=True, slots=True)
class Written:
    """A text at its place, in millimetres from the form's top left corner."""

    text: str
    x_mm: float
    y_mm: float
    width_mm: float
    align: Align


@dataclass(frozen=True, slots=True)
class WrittenForms:
    """What is written on the forms of one receipt, form by form."""

    form: WrittenTemplate
    texts: tuple[tuple[Written, ...], ...]


def preprinted_form() -> WrittenTemplate:
    """Return the pre-printed form. Raises Refused (``TEMPLATE_INVALID``)."""
    template = receipt_template(PREPRINTED)
    assert isinstance(template, WrittenTemplate), "the pre-printed form is written on"
    return template


def render_written(forms: WrittenForms, *, title: str, author: str, printed_at: str) -> bytes:
    """Return a PDF of nothing but what is written, each text where a printer puts it."""
    sheet = paper_of(forms.form.name)
    size, row = forms.form.size / 10, forms.form.row / 10
    made_at = instant_from_text(printed_at)
    with one_at_a_time():
        sheets = Sheets(title=title, author=author, subject=forms.form.name, made_at=made_at)
        for texts in forms.texts:
            sheets.begin_page(sheet.width_mm, sheet.height_mm)
            for one in texts:
                # A cell keeps its text off its rules; there are none here.
                wide = Cell(one.text, one.width_mm + 2 * PADDING_MM, one.align, size, solid=True)
                draw_cell(sheets, wide, one.x_mm - PADDING_MM, one.y_mm, row)
            sheets.end_page()
        return sheets.finish()


def written_on(
    form: WrittenTemplate, receipt: Receipt, printing: Printing
) -> tuple[tuple[Written, ...], ...]:
    """Return what is written on each form of a receipt, form by form."""
    texts = ReceiptTexts(receipt, printing)
    language = printing.language
    values = texts.fields(form.title.of(language))
    rows = form.lines.rows
    persons = [texts.person(place, line) for place, line in enumerate(receipt.lines, 1)]
    parts = [persons[at : at + rows] for at in range(0, len(persons), rows)]

    def written(values: dict[str, str], persons: list[dict[str, str]]) -> Iterator[Written]:
        for place in form.texts:
            if texts.holds(place.when):
                yield _written(place, place.of(values, language), place.y)
        for row, person in enumerate(persons):
            y = form.lines.y + row * form.lines.step
            for column in form.lines.columns:
                yield _written(column, column.of(person, language), y)

    pages = str(len(parts))
    return tuple(
        tuple(
            one for one in written(values | {"page": str(place), "pages": pages}, part) if one.text
        )
        for place, part in enumerate(parts, 1)
    )


def _written(place: WrittenText, text: str, y: int) -> Written:
    return Written(text, place.x / 10, y / 10, place.width / 10, place.align)
