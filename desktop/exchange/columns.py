"""Find out by its headers which column of a table is which, and hand its rows out by field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.exchange.tables import Table

_HEADER_ROWS = 10
"""The header stands among the first rows: titles and notes may come before it."""
_BRACKETS = re.compile(r"[(\[【（].*?[)\]】）]")
_NOISE = re.compile(r"[\s*★:：_'\"-]+")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a table may tell, and the headers it goes by."""

    name: str
    headers: tuple[str, ...]
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds which field."""

    header: int
    """Number of the header's row."""
    places: Mapping[str, int]
    """Column from 0, by field."""
    unknown: tuple[str, ...]
    """Headers nobody asked for."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row by field; a field without a column, or with an empty cell, is empty text."""

    row: int
    values: Mapping[str, str]

    def __getitem__(self, field: str) -> str:
        return self.values.get(field, "")


def recognise(table: Table, fields: Sequence[Field]) -> Columns:
    """Return the columns of a table.

    Raises:
        Refused: ``TABLE_COLUMNS``: no row among the first has all the needed headers.
    """
    known = {_plain(header): field.name for field in fields for header in field.headers}
    needed = {field.name for field in fields if field.needed}
    best: Columns | None = None
    for row in table.rows[:_HEADER_ROWS]:
        columns = _columns(row.number, row.cells, known)
        complete = needed <= columns.places.keys()
        if complete and (best is None or len(columns.places) > len(best.places)):
            best = columns
    if best is None:
        wanted = [field.headers[0] for field in fields if field.needed]
        message = f"no header row with {wanted} in {table.file} {table.sheet}".rstrip()
        raise Refused("TABLE_COLUMNS", message, columns="、".join(wanted), sheet=table.sheet)
    return best


def records(table: Table, columns: Columns) -> Iterator[Record]:
    """Yield the rows below the header."""
    for row in table.rows:
        if row.number > columns.header:
            values = {name: _cell(row.cells, place) for name, place in columns.places.items()}
            if any(values.values()):
                yield Record(row.number, values)


def _columns(number: int, cells: tuple[str, ...], known: Mapping[str, str]) -> Columns:
    places: dict[str, int] = {}
    unknown: list[str] = []
    for place, cell in enumerate(cells):
        name = known.get(_plain(cell))
        if name is not None and name not in places:
            places[name] = place
        elif cell:
            unknown.append(cell)
    return Columns(number, places, tuple(unknown))


def _plain(header: str) -> str:
    """Return a header without what people decorate it with: notes, stars, blanks, case."""
    bare = _BRACKETS.sub("", unicodedata.normalize("NFKC", header)) or header
    return _NOISE.sub("", bare.casefold())


def _cell(cells: tuple[str, ...], place: int) -> str:
    # An apostrophe in front is how spreadsheets are told to keep a number as it was typed.
    return cells[place].strip("\u3000 \t'\ufeff") if place < len(cells) else ""
