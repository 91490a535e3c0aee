"""Pre-printed forms: only what is written in goes to the printer, as text, at its place.

The form's rules and labels are on the paper already. A template (TOML in ``forms/papers``) says
where on the form each value stands; `desktop.printing.preprinted_print` writes it on a printer,
`render_written` into a PDF, for the screen and for machines without a printer.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.base.clock import instant_from_text
from desktop.base.errors import Refused
from desktop.base.money import capital_figures, fen_display
from desktop.base.resources import form_text
from desktop.domain.codes import Language, relation_name
from desktop.domain.receipt import Receipt
from desktop.policy.words import IDENTITY_WORDS, law_word
from desktop.printing.grid import PADDING_MM, Cell, draw_cell
from desktop.printing.papers import PAPERS, Paper
from desktop.printing.pdf import one_at_a_time
from desktop.printing.sheet import Align, Sheets
from desktop.printing.words import china_minute, method_name


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a value stands: its baseline box from the form's top left corner, in 0.1 mm."""

    field: str
    x: int
    y: int = 0
    """For a column of the table: not used."""
    width: int = 400
    align: Literal["left", "centre", "right"] = "left"


class Lines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form's table of persons."""

    y: int
    step: int
    rows: int
    """Persons the form has room for; more go on on the next form."""
    columns: tuple[Place, ...]


class Preprinted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One pre-printed form."""

    name: str
    paper: str
    texts: tuple[Place, ...]
    lines: Lines
    size_tenths_pt: int = 105
    row_tenths_mm: int = 60

    @property
    def sheet(self) -> Paper:
        """The paper the form is printed on."""
        return PAPERS[self.paper]


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

    form: Preprinted
    texts: tuple[tuple[Written, ...], ...]


@functools.cache
def shipped_form(name: str) -> Preprinted:
    """Return the form of this name that came with the program.

    Raises:
        Refused: ``TEMPLATE_INVALID``.
    """
    file = f"{name}.toml"
    return preprinted_from_text(file, form_text("papers", file))


def preprinted_from_text(file: str, text: str) -> Preprinted:
    """Return the form in ``text``.

    Raises:
        Refused: ``TEMPLATE_INVALID`` with the file and what is wrong.
    """
    try:
        found = msgspec.convert(tomllib.loads(text), Preprinted)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Refused("TEMPLATE_INVALID", f"{file}: {error}", file=file, why=str(error)) from error
    if found.paper not in PAPERS or found.lines.rows < 1:
        why = f"no such paper: {found.paper}, or no rows"
        raise Refused("TEMPLATE_INVALID", f"{file}: {why}", file=file, why=why)
    unknown = {place.field for place in found.texts} - TEXT_FIELDS
    unknown |= {place.field for place in found.lines.columns} - LINE_FIELDS
    if unknown:
        why = f"no such field: {', '.join(sorted(unknown))}"
        raise Refused("TEMPLATE_INVALID", f"{file}: {why}", file=file, why=why)
    return found


def render_written(forms: WrittenForms, *, title: str, author: str, printed_at: str) -> bytes:
    """Return a PDF of nothing but what is written, each text where a printer puts it."""
    sheet = forms.form.sheet
    size, row = forms.form.size_tenths_pt / 10, forms.form.row_tenths_mm / 10
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
    form: Preprinted, receipt: Receipt, *, printed_at: str, copy: int, lang: Language = "zh"
) -> tuple[tuple[Written, ...], ...]:
    """Return what is written on each form of a receipt, form by form."""
    persons = [_person(receipt, place, lang) for place in range(len(receipt.lines))]
    rows = form.lines.rows
    parts = [persons[at : at + rows] for at in range(0, len(persons), rows)]
    return tuple(
        tuple(_form(form, _texts(receipt, printed_at, copy, lang, f"{place}/{len(parts)}"), part))
        for place, part in enumerate(parts, 1)
    )


def _form(
    form: Preprinted, values: Mapping[str, str], persons: list[Mapping[str, str]]
) -> Iterator[Written]:
    for place in form.texts:
        text = values[place.field]
        if text:
            yield Written(text, place.x / 10, place.y / 10, place.width / 10, place.align)
    lines = form.lines
    for row, person in enumerate(persons):
        y = (lines.y + row * lines.step) / 10
        for column in lines.columns:
            text = person[column.field]
            if text:
                yield Written(text, column.x / 10, y, column.width / 10, column.align)


def _texts(
    receipt: Receipt, printed_at: str, copy: int, lang: Language, part: str
) -> Mapping[str, str]:
    back = "退" if receipt.paid_fen < 0 else ""
    return {
        "number": receipt.number,
        "county": receipt.county_name,
        "campaign_year": str(receipt.campaign_year),
        "head": receipt.head_name,
        "household_number": receipt.household_number,
        "address": receipt.address,
        "payer": receipt.payer,
        "method": method_name(receipt.method, lang),
        "taken_at": china_minute(instant_from_text(receipt.taken_at)),
        "persons": str(len(receipt.lines)),
        "paid": f"{back}¥{fen_display(abs(receipt.paid_fen))}",
        "capital": f"{back}人民币{capital_figures(abs(receipt.paid_fen))}",
        "station": receipt.station_name,
        "collector": receipt.collector,
        "printed_at": china_minute(instant_from_text(printed_at)),
        "copy": f"补打 {copy}" if copy > 1 else "",
        "reverses": f"红冲 {receipt.reverses}" if receipt.reverses else "",
        "training": "培训样张" if receipt.training else "",
        "part": part,
    }


def _person(receipt: Receipt, place: int, lang: Language) -> Mapping[str, str]:
    line = receipt.lines[place]
    cover = f"{line.cover_from}—{line.cover_to}" if line.cover_from else ""
    return {
        "place": str(place + 1),
        "name": line.name,
        "document": line.document,
        "relation": relation_name(line.relation, lang),
        "standard": fen_display(line.standard_fen),
        "assistance": fen_display(line.assistance_fen),
        "identity": law_word(IDENTITY_WORDS, line.identity, lang) if line.identity else "",
        "paid": fen_display(line.paid_fen),
        "cover": "待定" if line.cover_open else cover,
    }


TEXT_FIELDS = frozenset(
    {
        "number", "county", "campaign_year", "head", "household_number", "address", "payer",
        "method", "taken_at", "persons", "paid", "capital", "station", "collector", "printed_at",
        "copy", "reverses", "training", "part",
    }
)  # fmt: skip
LINE_FIELDS = frozenset(
    {
        "place", "name", "document", "relation", "standard", "assistance", "identity", "paid",
        "cover",
    }
)  # fmt: skip
"""What a form may ask for, once and per person."""
