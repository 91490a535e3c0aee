"""Single sheets as templates: labelled facts, small tables, sentences, boxes and signatures. Pure.

Like a register's, a form's template (TOML in ``forms/papers``) says how what a use case offers
stands on paper; it holds no figure and no rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.base.errors import Refused
from desktop.base.money import capital_figures, fen_display
from desktop.domain.codes import Language
from desktop.domain.paper_template import Column, Value, Words


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One labelled value. ``span`` is how many of the block's columns it takes."""

    label: Words
    field: str
    kind: Literal["text", "fen", "capital", "count", "day"] = "text"
    span: int = 1


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="facts"):
    """A ruled grid of labels and values."""

    items: tuple[Item, ...]
    columns: int = 2
    label_mm: int = 24
    heading: Words | None = None


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="table"):
    """A ruled table over one of the data's lists."""

    source: str
    columns: tuple[Column, ...]
    heading: Words | None = None
    total: bool = False
    rows_min: int = 0
    """Empty rows are ruled up to this many, for writing by hand."""


class Sentence(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="text"
):
    """A sentence over the whole width."""

    text: Words
    strong: bool = False


class Boxes(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="boxes"):
    """Boxes side by side that somebody writes an opinion and signs in."""

    labels: tuple[Words, ...]
    height_mm: int = 26
    foot: Words | None = None
    """What stands at the bottom of each box: signature, seal, date."""


class Signatures(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="signatures"
):
    """A line of signatures."""

    labels: tuple[Words, ...]


Block = Facts | Table | Sentence | Boxes | Signatures


class FormTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sheet's paper, top down."""

    name: str
    title: Words
    blocks: tuple[Block, ...]
    size_tenths_pt: int = 100
    row_tenths_mm: int = 70

    @property
    def fields(self) -> Iterator[str]:
        """Every field the facts ask for."""
        for block in self.blocks:
            if isinstance(block, Facts):
                yield from (item.field for item in block.items)

    @property
    def sources(self) -> Iterator[str]:
        """Every list the tables ask for."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield block.source


@dataclass(frozen=True, slots=True)
class FormData:
    """What one sheet shows."""

    fields: Mapping[str, Value]
    tables: Mapping[str, tuple[Mapping[str, Value], ...]]
    number: str
    """What tells this sheet from others of its kind; empty for none."""
    station: str
    day: str
    training: bool = False


def form_from_text(file: str, text: str) -> FormTemplate:
    """Return the form in ``text``.

    Raises:
        Refused: ``TEMPLATE_INVALID`` with the file and what is wrong.
    """
    try:
        found = msgspec.convert(tomllib.loads(text), FormTemplate)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Refused("TEMPLATE_INVALID", f"{file}: {error}", file=file, why=str(error)) from error
    wide = [
        item.field
        for block in found.blocks
        if isinstance(block, Facts)
        for item in block.items
        if not 1 <= item.span <= block.columns
    ]
    if wide or not found.blocks:
        why = f"spans more columns than there are: {', '.join(wide)}" if wide else "no blocks"
        raise Refused("TEMPLATE_INVALID", f"{file}: {why}", file=file, why=why)
    return found


def item_text(item: Item, value: Value, language: Language) -> str:
    """Return a labelled value as the paper shows it; nothing stays empty, for writing by hand."""
    if value is None:
        return ""
    if isinstance(value, int) and item.kind == "fen":
        return f"¥{fen_display(value)}"
    if isinstance(value, int) and item.kind == "capital":
        back = {"zh": "退", "en": "refund "}[language] if value < 0 else ""
        return f"{back}人民币{capital_figures(abs(value))}"
    return str(value)
