"""The receipt's papers as templates: what stands where, in which size, under which label. Pure.

A template is a TOML file in ``forms/papers``, one per paper. It places what a receipt says and
holds the fixed words around it, in both languages; it holds no figure and no rule. ``like`` names
a paper it only differs from. Lengths are in 0.1 mm, sizes of text in 0.1 pt.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Literal

import msgspec

from desktop.domain.codes import Language
from desktop.domain.paper_template import Words

Align = Literal["left", "centre", "right"]
When = Literal["", "reprint", "reversal", "training", "difference"]
Values = Mapping[str, str]


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A length or size that differs between the languages."""

    zh: int
    en: int

    def of(self, language: Language) -> int:
        """Return the measure in ``language``."""
        return self.zh if language == "zh" else self.en


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text: a field's value, or words with fields in braces."""

    field: str = ""
    text: Words | None = None

    def of(self, values: Values, language: Language) -> str:
        """Return the text with these values in it."""
        if self.text is None:
            return values[self.field] if self.field else ""
        return self.text.of(language).format_map(values)

    @property
    def asked(self) -> set[str]:
        """The fields it asks for."""
        found = {self.field} if self.field else set()
        for words in (self.text.zh, self.text.en) if self.text else ():
            found |= {name for _, name, _, _ in Formatter().parse(words) if name is not None}
        return found


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The paper as it lies before the reader, and the margin a printer leaves."""

    width: int
    height: int
    """0: a roll, as long as what stands on it."""
    side: int
    top: int
    bottom: int
    form: int = 0
    """Where a form that leaves space over ends: it is filled to here, not to the page's end."""


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The QR code. Its squares are in 0.01 pt: 160 are four dots of a 180 dpi head."""

    module: int
    least: int
    """For the longest codes."""
    widest: int
    """Room the paper keeps for it, without its quiet zone."""
    side: Literal["left", "right"] = "right"
    top: int = 0
    """On a sheet: below the top margin."""


class Mark(Said, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What must not be overlooked, where it holds."""

    when: When


class Watermark(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Large and pale across a training station's paper; ``slope`` in hundredths."""

    text: Words
    size: int
    slope: int


class Placed(Said, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text in a box of the head, by its distance from the margins."""

    left: int
    right: int
    top: int
    height: int
    size: int | Measure = 95
    align: Align = "left"
    strong: bool = False
    solid: bool = False
    """Made smaller where it is too long, never broken into lines."""


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands above the table."""

    height: int
    texts: tuple[Placed, ...]


class Fact(Said, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A labelled value. ``span`` is how many of the three columns it takes."""

    label: Words
    span: Literal[1, 2, 3] = 1


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Labelled values in a ruled box beside the code: rows of three columns."""

    label_width: Measure
    rows: tuple[tuple[Fact, ...], ...]
    row: int = 60


class MemberColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One column of the table of persons."""

    field: str
    head: Words
    width: int
    grow: int = 0
    """Per cent of what a wider paper has over."""
    size: int = 95
    align: Align = "left"
    strong: bool = False
    sum: bool = False
    """An amount, added up under the table; never broken into lines."""


class Members(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The table of persons. The first column stands beside a person's figures and reason."""

    columns: tuple[MemberColumn, ...]
    head_row: int
    row: int
    reason_row: int
    reason: Said


class Totals(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sums, and the amount in capital figures and in figures."""

    label: Said
    capital_label: Words
    capital: Said
    amount: Said
    label_columns: int
    """Columns the label of the capital figures is wide."""
    amount_columns: int
    row: int
    capital_row: int
    capital_size: int
    amount_size: int


class Lines(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="lines",
):
    """Sentences under each other; one that has nothing to say is left out."""

    items: tuple[Said, ...]
    row: int = 41
    size: int = 90


class Signature(Said, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A box to sign or stamp in."""

    label: Words


class Signatures(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="signatures",
):
    """Boxes side by side, as wide as the table."""

    items: tuple[Signature, ...]
    height: int


class FootText(Said, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text at the foot of every page. ``width`` 0: what the others leave."""

    width: int = 0
    align: Align = "left"
    solid: bool = True
    first_only: bool = False
    """On the first page alone."""


class SheetTemplate(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="sheet",
):
    """A receipt on a sheet."""

    name: str
    title: Words
    page: Page
    code: Code
    head: Head
    continued: Head
    """On the second page and later ones."""
    marks: tuple[Mark, ...]
    marks_width: int
    watermark: Watermark
    facts: Facts
    members: Members
    totals: Totals
    tail: tuple[Lines | Signatures, ...]
    foot: tuple[FootText, ...]
    blank: Words
    """Strikes out what is left of the form."""
    continues: Words
    gap: int = 12
    line: int = 41
    frame: int = 5
    blank_least: int = 70
    small: int = 90


class RollRow(Said, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of a roll, with a label in front of it or alone; left out if it says nothing."""

    label: Said | None = None
    size: int = 95
    align: Align = "left"
    strong: bool = False


class Rows(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="rows",
):
    """Lines of a roll. ``marks``: the marks that hold stand here."""

    items: tuple[RollRow, ...]


class PersonRows(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="persons",
):
    """Lines of a roll for every person."""

    items: tuple[RollRow, ...]


class MarkRows(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="marks",
):
    """The marks that hold, each a line of a roll."""

    size: int


class Dots(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="dots",
):
    """A dotted line across a roll; a thermal head draws rules as noise."""

    step: int = 12


class CodeRow(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="code",
):
    """The QR code's place on a roll, in the middle."""


RollBlock = Rows | PersonRows | MarkRows | Lines | Dots | CodeRow


class RollTemplate(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="roll",
):
    """A receipt on a thermal roll, top down."""

    name: str
    title: Words
    page: Page
    code: Code
    marks: tuple[Mark, ...]
    watermark: Watermark
    blocks: tuple[RollBlock, ...]
    label_width: int
    """Of a label before a text; one before an amount has `amount_label_width`."""
    amount_label_width: int
    row: int = 44


class WrittenText(Said, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a value stands on a pre-printed form, from its top left corner."""

    x: int
    y: int = 0
    """For a column of the table: not used."""
    width: int = 400
    align: Align = "left"
    when: When = ""
    """Only where that holds."""


class WrittenLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A pre-printed form's table of persons."""

    y: int
    step: int
    rows: int
    """Persons the form has room for; more go on on the next form."""
    columns: tuple[WrittenText, ...]


class WrittenTemplate(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="written",
):
    """A pre-printed form: its rules and labels are on the paper already."""

    name: str
    title: Words
    page: Page
    texts: tuple[WrittenText, ...]
    lines: WrittenLines
    size: int = 105
    row: int = 60


ReceiptTemplate = SheetTemplate | RollTemplate | WrittenTemplate
