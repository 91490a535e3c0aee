"""One list's file, opened: what it is, what is hidden in it, and its rows one after the other."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Literal

from desktop.base.errors import Refused
from desktop.base.memory import give_back
from desktop.domain.list_repairs import Cell, NumberCell
from desktop.exchange.compound import MAGIC
from desktop.exchange.limits import CELL_CHARS_MAX
from desktop.exchange.list_columns import HEAD_ROWS, Line
from desktop.exchange.tables import cell_text, decoded, delimited_rows, file_content, is_workbook
from desktop.exchange.workbooks import (
    Merged,
    OpenSheet,
    SheetLook,
    Workbook,
    open_sheet,
    open_workbook,
)

Form = Literal["xlsx", "xls", "text"]


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a file is, before its rows are read."""

    file: str
    """Its name."""
    sha256: str
    form: Form
    encoding: str
    """Of a text file, as found or chosen; empty for a workbook."""
    sheets: tuple[SheetLook, ...]
    """Of a workbook, hidden ones too."""
    macros: bool


class OpenList:
    """A list's file and the sheet that is read. One thread uses it."""

    def __init__(self, path: Path, *, encoding: str = "", sheet: str = "") -> None:
        """Open a file.

        Raises:
            Refused: ``TABLE_FORMAT``, ``TABLE_WEB``, ``TABLE_LOCKED``, ``TABLE_LARGE``,
                ``TABLE_ENCODING``, ``TABLE_UNREADABLE``, ``TABLE_EMPTY``, ``SHEET_UNKNOWN``.
            Unavailable: ``FILE_UNREADABLE``.
        """
        content = file_content(path)
        digest = hashlib.sha256(content).hexdigest()
        self._open: OpenSheet | None = None
        self._text = ""
        self.sheet = ""
        if is_workbook(content):
            form: Form = "xls" if content.startswith(MAGIC) else "xlsx"
            book = open_workbook(content)
            self.look = FileLook(path.name, digest, form, "", book.sheets, book.macros)
            del content
            self._choose(book, sheet)
            # The sheet is laid out: its strings need not be kept a second time.
            book.book.close()
            give_back()
        else:
            self._text, encoding = decoded(content, encoding)
            self.look = FileLook(path.name, digest, "text", encoding, (), macros=False)

    @property
    def merged(self) -> tuple[Merged, ...]:
        """Merged areas of the sheet."""
        return self._open.merged if self._open else ()

    @property
    def height(self) -> int:
        """About how many rows there are, for a progress bar."""
        return self._open.height if self._open else self._text.count("\n") + 1

    @property
    def hidden_rows(self) -> tuple[int, ...]:
        """Numbers of the sheet's first hidden rows; they are read like the others, and told."""
        looks = (one for one in self.look.sheets if one.name == self.sheet)
        return next((one.hidden_rows for one in looks), ())

    def head(self) -> list[Line]:
        """Return the first rows that are not empty, with every column."""
        found: list[Line] = []
        for number, values in self._raw():
            cells = [_cell(value) for value in values]
            if any(cell != "" for cell in cells):
                found.append((number, cells))
            if len(found) == HEAD_ROWS:
                break
        if not found:
            raise Refused("TABLE_EMPTY", f"{self.look.file} holds no rows")
        return found

    def rows(self, places: Sequence[int], after: int = 0) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield the rows below number ``after``: these columns only, empty rows left out.

        Raises:
            Refused: ``TABLE_LARGE``, ``TABLE_UNREADABLE``.
        """
        if not places:
            return
        # Given one place more, what picks always gives a tuple.
        pick, last, count = itemgetter(*places, places[0]), max(places), len(places)
        joined = "".join
        for number, values in self._raw():
            if number <= after:
                continue
            row = pick(values if last < len(values) else _widened(values, last + 1))[:count]
            try:
                # Most rows are short texts alone: one call tells all that is asked of their cells.
                chars = len(joined(row))
            except TypeError:
                chars = CELL_CHARS_MAX + 1
            if chars > CELL_CHARS_MAX:
                row = tuple(map(_cell, row))
                chars = any(row)
            if chars:
                yield number, row

    def _raw(self) -> Iterator[tuple[int, Sequence[object]]]:
        return self._open.rows() if self._open else delimited_rows(self._text)

    def _choose(self, book: Workbook, sheet: str) -> None:
        names = [one.name for one in book.sheets]
        if sheet:
            if sheet not in names:
                raise Refused("SHEET_UNKNOWN", f"no sheet {sheet[:40]!r}", sheet=sheet[:40])
            self.sheet, self._open = sheet, open_sheet(book, sheet)
            return
        seen = [one.name for one in book.sheets if not one.hidden]
        # The first with more than a title; of short ones the first that says anything.
        for name in seen:
            opened = open_sheet(book, name)
            if self._open is None or opened.height > self._open.height:
                self.sheet, self._open = name, opened
            if opened.height > 1:
                return
        if self._open is None:
            raise Refused("TABLE_EMPTY", "every sheet of the workbook is hidden")


def _widened(values: Sequence[object], width: int) -> Sequence[object]:
    return (*values, *("",) * (width - len(values)))


def _cell(value: object) -> Cell:
    """Return a spreadsheet's cell: text as typed, a number as one, days as ISO text."""
    match value:
        case str():
            if len(value) > CELL_CHARS_MAX:
                raise Refused("TABLE_LARGE", f"a cell of more than {CELL_CHARS_MAX} characters")
            return value
        case bool():
            return "1" if value else "0"
        case float() | int():
            return NumberCell(cell_text(float(value)))
        case datetime.date():
            return _day_text(value)
        case _:
            return "" if value is None else str(value)


def _day_text(value: datetime.date) -> str:
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.time() == datetime.time.min:
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="seconds")
