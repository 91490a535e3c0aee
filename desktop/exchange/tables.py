"""Read a table of text out of a file somebody brought: CSV or TSV in any usual encoding, or XLSX.

What comes back are rows of text that know where they stood, so that whoever finds something wrong
can say file, sheet, row and column. A file is refused as a whole if it is larger than any honest
list; nothing in it is ever executed or followed.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import io
from dataclasses import dataclass
from pathlib import Path

from desktop.base.errors import Refused, Unavailable
from desktop.exchange.limits import CELL_CHARS_MAX, FILE_BYTES_MAX, check_size

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
_DELIMITERS = ("\t", ",", ";", "，")
_HEAD_CHARS = 2_000
"""As much as is looked at to find the separator: title, header and some rows."""
_EXACT = 10**15
"""Whole numbers below this are exact in a spreadsheet's cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty."""

    number: int
    """As a spreadsheet shows it; in a text file the line it begins in."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or the whole of a text file."""

    file: str
    sheet: str
    """Empty for a text file."""
    rows: tuple[Row, ...]
    encoding: str = ""
    """How a text file was written; empty for a spreadsheet."""


def read_tables(path: Path) -> tuple[Table, ...]:
    """Return the tables of a file that have any rows, in its order.

    Raises:
        Refused: ``TABLE_FORMAT``, ``TABLE_LARGE``, ``TABLE_ENCODING``, ``TABLE_UNREADABLE``,
            ``TABLE_EMPTY``.
        Unavailable: ``FILE_UNREADABLE``.
    """
    content = _content(path)
    if content.startswith(b"PK\x03\x04"):
        from desktop.exchange.workbooks import read_workbook

        sheets = read_workbook(content)
        tables = tuple(Table(path.name, name, _text_rows(rows)) for name, rows in sheets)
    elif content.startswith(_OLD_EXCEL):
        raise Refused("TABLE_FORMAT", "an old or locked workbook; save it as .xlsx or .csv")
    else:
        text, encoding = decoded(content)
        tables = (Table(path.name, "", _delimited(text), encoding),)
    filled = tuple(table for table in tables if table.rows)
    if not filled:
        raise Refused("TABLE_EMPTY", f"{path.name} holds no rows")
    return filled


def decoded(content: bytes) -> tuple[str, str]:
    """Return a text file's text and the encoding it was found to be in.

    Raises:
        Refused: ``TABLE_ENCODING``: neither Unicode nor GB18030, or no text at all.
    """
    marked = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text, encoding
    raise Refused("TABLE_ENCODING", "the file is not text in UTF-8, UTF-16 or GB18030")


def cell_text(value: object) -> str:
    """Return a spreadsheet's cell as the text a person would have typed.

    A whole number too long to be exact keeps its ``e+17``, so that nobody takes it for a number
    that was typed digit by digit.
    """
    match value:
        case bool():
            return "1" if value else "0"
        case float():
            whole = value.is_integer() and abs(value) < _EXACT
            return str(int(value)) if whole else f"{value:.15g}"
        case datetime.datetime():
            if value.time() == datetime.time.min:
                return value.date().isoformat()
            return value.isoformat(sep=" ", timespec="seconds")
        case _:
            return "" if value is None else str(value).strip()


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(FILE_BYTES_MAX + 1)
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", f"{path.name} cannot be read") from error
    if len(content) > FILE_BYTES_MAX:
        megabytes = FILE_BYTES_MAX // 2**20
        raise Refused("TABLE_LARGE", f"larger than {megabytes} MB", megabytes=megabytes)
    return content


def _text_rows(rows: list[tuple[int, list[object]]]) -> tuple[Row, ...]:
    found: list[Row] = []
    for number, values in rows:
        check_size(len(found), len(values))
        row = _row(number, [cell_text(value) for value in values])
        if row is not None:
            found.append(row)
    return tuple(found)


def _delimited(text: str) -> tuple[Row, ...]:
    head = text[:_HEAD_CHARS]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[Row] = []
    begins = 1
    try:
        for cells in reader:
            check_size(len(found), len(cells))
            row = _row(begins, [cell.strip() for cell in cells])
            begins = reader.line_num + 1
            if row is not None:
                found.append(row)
    except csv.Error as error:
        message = f"line {reader.line_num}: {error}"
        raise Refused("TABLE_UNREADABLE", message, line=reader.line_num) from error
    return tuple(found)


def _row(number: int, cells: list[str]) -> Row | None:
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        return None
    if any(len(cell) > CELL_CHARS_MAX for cell in cells):
        message = f"row {number}: a cell of more than {CELL_CHARS_MAX} characters"
        raise Refused("TABLE_LARGE", message, row=number)
    return Row(number, tuple(cells))
