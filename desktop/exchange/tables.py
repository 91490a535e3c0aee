"""Read a table of text out of a file somebody brought: CSV or TSV in any usual encoding, XLSX, XLS.

What comes back are rows of text that know where they stood, so that whoever finds something wrong
can say file, sheet, row and column. A file is refused as a whole if it is larger than any honest
list; nothing in it is ever executed or followed.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.base.errors import Refused, Unavailable
from desktop.exchange.compound import MAGIC
from desktop.exchange.encodings import decoded_as, detected
from desktop.exchange.limits import CELL_CHARS_MAX, FILE_BYTES_MAX, check_size

_NO_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"{\\rtf", b"GIF8")
"""What other files begin with, whatever their name says."""
_WEB = re.compile(rb"\s*<(?:[!?]|html|table|head|meta|body|workbook)", re.IGNORECASE)
_DELIMITERS = ("\t", ",", ";", "，")
_HEAD_CHARS = 2_000
"""As much as is looked at to find the separator: title, header and some rows."""
_AS_TEXT = re.compile(r'\A="([^"]*)"\Z')
"""How programs tell a spreadsheet that digits are text; it shows what stands between."""
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
    content = file_content(path)
    if is_workbook(content):
        from desktop.exchange.workbooks import read_workbook

        sheets = read_workbook(content)
        tables = tuple(Table(path.name, name, _text_rows(rows)) for name, rows in sheets)
    else:
        text, encoding = decoded(content)
        tables = (Table(path.name, "", _delimited(text), encoding),)
    filled = tuple(table for table in tables if table.rows)
    if not filled:
        raise Refused("TABLE_EMPTY", f"{path.name} holds no rows")
    return filled


def is_workbook(content: bytes) -> bool:
    """Tell whether a file's own bytes say workbook, whatever its name says.

    Raises:
        Refused: ``TABLE_FORMAT``: another kind of file; ``TABLE_WEB``: a web page that calls
            itself a workbook, as many programs export it.
    """
    if content.startswith((b"PK\x03\x04", MAGIC)):
        return True
    if content.startswith(_NO_TABLES):
        raise Refused("TABLE_FORMAT", "another kind of file under a table's name")
    if _WEB.match(content[:4096].removeprefix(b"\xef\xbb\xbf")):
        raise Refused("TABLE_WEB", "a web page or XML under a workbook's name")
    return False


def decoded(content: bytes, encoding: str = "") -> tuple[str, str]:
    """Return a text file's text and the encoding it is in: the chosen one, or what was found.

    Raises:
        Refused: ``TABLE_ENCODING``: it fits none, or is no text at all.
    """
    name = encoding or detected(content)
    return decoded_as(content, name), name


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


def file_content(path: Path) -> bytes:
    """Return a file's bytes: Refused ``TABLE_LARGE``, Unavailable ``FILE_UNREADABLE``."""
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


def delimited_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a text file, each with the line it begins in.

    Raises:
        Refused: ``TABLE_LARGE``, ``TABLE_UNREADABLE``.
    """
    head = text[:_HEAD_CHARS]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    begins, as_text = 1, '="' in text
    try:
        for count, cells in enumerate(reader):
            check_size(count, len(cells))
            yield begins, [_AS_TEXT.sub(r"\1", cell) for cell in cells] if as_text else cells
            begins = reader.line_num + 1
    except csv.Error as error:
        message = f"line {reader.line_num}: {error}"
        raise Refused("TABLE_UNREADABLE", message, line=reader.line_num) from error


def _delimited(text: str) -> tuple[Row, ...]:
    rows = (
        _row(number, [cell.strip() for cell in cells]) for number, cells in delimited_rows(text)
    )
    return tuple(row for row in rows if row is not None)


def _row(number: int, cells: list[str]) -> Row | None:
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        return None
    if any(len(cell) > CELL_CHARS_MAX for cell in cells):
        message = f"row {number}: a cell of more than {CELL_CHARS_MAX} characters"
        raise Refused("TABLE_LARGE", message, row=number)
    return Row(number, tuple(cells))
