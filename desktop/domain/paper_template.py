"""Registers as templates: which columns a paper has, what is added up, who signs. Pure.

A template is a TOML file in ``forms/papers``; it chooses from the fields a use case offers and
says how they look. It holds no figure and no rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.base.errors import Refused
from desktop.base.money import fen_display
from desktop.domain.codes import Language

Value = str | int | None
"""What a cell holds: text, a whole number (fen or a count), or nothing."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in both languages."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.zh if language == "zh" else self.en


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column. ``width`` is a share of the paper's width."""

    field: str
    head: Words
    width: int
    kind: Literal["text", "fen", "count", "day", "blank"] = "text"
    """``fen`` and ``count`` are numbers and stand right; ``blank`` is for signatures by hand."""
    align: Literal["left", "centre", "right"] | None = None
    sum: bool = False
    whole: bool = False
    """Added up only if every row has a value: half a population is no population."""
    solid: bool = False
    """Never broken into lines: identity numbers, receipt numbers."""


class PaperTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A register's paper."""

    name: str
    title: Words
    columns: tuple[Column, ...]
    orientation: Literal["landscape", "portrait"] = "landscape"
    page_totals: bool = True
    capital: str = ""
    """Field whose sum is written out in capital figures under the table; empty: none."""
    notes: tuple[Words, ...] = ()
    signatures: tuple[Words, ...] = ()
    size_tenths_pt: int = 90
    row_tenths_mm: int = 65

    @property
    def summed(self) -> tuple[Column, ...]:
        """The columns that are added up."""
        return tuple(column for column in self.columns if column.sum)


@dataclass(frozen=True, slots=True)
class RegisterData:
    """What one printing of a register shows."""

    rows: tuple[Mapping[str, Value], ...]
    place: str
    """Whose register it is: county, township, village."""
    period: str
    """Campaign year or day, in words."""
    station: str
    day: str
    """Day of printing, in words."""
    remarks: tuple[str, ...] = ()
    training: bool = False

    def total(self, field: str) -> int:
        """Return the sum of one field over every row; nothing counts as nothing."""
        return sum(value for row in self.rows if isinstance(value := row.get(field), int))

    def total_of(self, column: Column) -> int | None:
        """Return what a column adds up to; None if it must be whole and is not.

        Where every row leaves it open the sum is open, too: nothing known is not a zero.
        """
        known = [isinstance(row.get(column.field), int) for row in self.rows]
        if known and not (all(known) if column.whole else any(known)):
            return None
        return self.total(column.field)


def template_from_text(file: str, text: str) -> PaperTemplate:
    """Return the template in ``text``.

    Raises:
        Refused: ``TEMPLATE_INVALID`` with the file and what is wrong.
    """
    try:
        found = msgspec.convert(tomllib.loads(text), PaperTemplate)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Refused("TEMPLATE_INVALID", f"{file}: {error}", file=file, why=str(error)) from error
    fields = [column.field for column in found.columns]
    doubles = sorted({field for field in fields if fields.count(field) > 1})
    unsummed = [found.capital] if found.capital and not _is_summed(found, found.capital) else []
    if doubles or unsummed or not found.columns:
        why = f"doubled, or not a column that is summed: {', '.join(doubles + unsummed)}"
        raise Refused("TEMPLATE_INVALID", f"{file}: {why}", file=file, why=why)
    return found


def _is_summed(template: PaperTemplate, field: str) -> bool:
    return any(column.field == field and column.kind == "fen" for column in template.summed)


def shown(column: Column, value: Value) -> str:
    """Return a cell's text as the paper shows it."""
    if value is None or column.kind == "blank":
        return ""
    if column.kind == "fen" and isinstance(value, int):
        return fen_display(value)
    return f"{value:,}" if column.kind == "count" and isinstance(value, int) else str(value)
