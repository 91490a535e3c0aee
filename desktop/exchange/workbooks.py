"""Read a workbook's sheets through the native reader, once it is proven to be no trap.

What is measured first stands in `desktop.exchange.packed` and `desktop.exchange.compound`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.base.errors import Refused
from desktop.exchange.compound import MAGIC, check_extent, open_compound
from desktop.exchange.limits import SHEETS_MAX, check_size
from desktop.exchange.merged_first import merges_first
from desktop.exchange.packed import look_into

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Sheet = tuple[str, list[tuple[int, list[object]]]]
"""A sheet's name and its rows, each with the number a spreadsheet shows."""

Merged = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged area: row and column, each from 0."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """One sheet before its rows are read."""

    name: str
    hidden: bool
    hidden_rows: tuple[int, ...]
    """Numbers of the first hidden rows."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that was looked into and can be read."""

    book: CalamineWorkbook
    sheets: tuple[SheetLook, ...]
    macros: bool


def read_workbook(content: bytes) -> list[Sheet]:
    """Return the visible sheets of an XLSX workbook.

    Raises:
        Refused: ``TABLE_FORMAT`` (a zip but no XLSX), ``TABLE_LARGE``, ``TABLE_UNREADABLE``,
            ``TABLE_LOCKED``.
    """
    workbook = open_workbook(content)
    return [
        (one.name, list(open_sheet(workbook, one.name).rows()))
        for one in workbook.sheets
        if not one.hidden
    ]


def open_workbook(content: bytes) -> Workbook:
    """Look into a workbook (XLSX or the old XLS) and open it.

    Raises:
        Refused: as `read_workbook`.
    """
    if content.startswith(MAGIC):
        compound = open_compound(content)
        if compound.locked:
            raise Refused("TABLE_LOCKED", "the workbook has a password")
        if not compound.workbook:
            raise Refused("TABLE_FORMAT", "an old document, but no workbook")
        check_extent(compound.workbook)
        hidden_rows: tuple[tuple[int, ...], ...] = ()
        macros = compound.macros
    else:
        packed = look_into(content)
        hidden_rows, macros = packed.hidden_rows, packed.macros
        if packed.long_sheets:
            content = merges_first(content, packed.long_sheets)
    file = io.BytesIO(content)
    del content
    with _damage_is_told():
        return _opened(file, hidden_rows, macros=macros)


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """One sheet, laid out by the reader."""

    sheet: CalamineSheet
    merged: tuple[Merged, ...]
    height: int
    """How many rows there are, empty ones above the first included."""

    def rows(self) -> Iterator[tuple[int, list[object]]]:
        """Yield the rows from the first on, each with its number. Raises as `read_workbook`."""
        with _damage_is_told():
            if self.sheet.start is not None:
                yield from enumerate(self.sheet.iter_rows(), 1)


def open_sheet(workbook: Workbook, name: str) -> OpenSheet:
    """Lay a sheet out. Raises Refused as `read_workbook`."""
    with _damage_is_told():
        sheet = workbook.book.get_sheet_by_name(name)
        # The reader calls the number of the last row, counted from 0, the height.
        rows, columns = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
        check_size(rows, columns)
        return OpenSheet(sheet, tuple(sheet.merged_cell_ranges or ()), rows)


def _opened(
    file: io.BytesIO, hidden_rows: tuple[tuple[int, ...], ...], *, macros: bool
) -> Workbook:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(file)
    seen = book.sheets_metadata
    if len(seen) > SHEETS_MAX:
        raise Refused("TABLE_LARGE", f"more than {SHEETS_MAX} sheets", sheets=SHEETS_MAX)
    looks = []
    for place, one in enumerate(seen):
        hidden = one.visible != SheetVisibleEnum.Visible
        told = hidden_rows[place] if place < len(hidden_rows) else ()
        looks.append(SheetLook(one.name, hidden, told))
    return Workbook(book, tuple(looks), macros)


@contextmanager
def _damage_is_told() -> Iterator[None]:
    from python_calamine import CalamineError

    try:
        yield
    except (CalamineError, ValueError) as error:
        if type(error).__name__ == "PasswordError":
            raise Refused("TABLE_LOCKED", "the workbook has a password") from error
        raise Refused("TABLE_UNREADABLE", "the workbook is damaged") from error
    except BaseException as error:
        # The reader is native code; where it gives up on damaged input it raises outside Exception.
        if type(error).__name__ == "PanicException":
            raise Refused("TABLE_UNREADABLE", "the workbook is damaged") from error
        raise
