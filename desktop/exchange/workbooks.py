"""Read a workbook's sheets, after proving that unpacking it cannot fill the memory.

The reader lays a sheet out as a full rectangle up to its last cell, so one cell in the farthest
corner would ask for terabytes; and an archive's own word for its unpacked size may be a lie. Both
are measured first, by unpacking everything once in small pieces.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from desktop.base.errors import Refused
from desktop.exchange.limits import (
    COLUMNS_MAX,
    MEMBERS_MAX,
    ROWS_MAX,
    SHEETS_MAX,
    UNPACKED_BYTES_MAX,
    check_size,
)

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_PIECE = 1 << 20
_OVERLAP = 64
"""Longest reference a piece may cut in two."""
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,7})([0-9]{1,9})["']""")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What the archive reader raises over damaged archives."""
_WORKBOOK = "xl/workbook.xml"

Sheet = tuple[str, list[tuple[int, list[object]]]]
"""A sheet's name and its rows, each with the number a spreadsheet shows."""


def read_workbook(content: bytes) -> list[Sheet]:
    """Return the visible sheets of an XLSX workbook.

    Raises:
        Refused: ``TABLE_FORMAT`` (a zip but no XLSX), ``TABLE_LARGE``, ``TABLE_UNREADABLE``.
    """
    _measure(content)
    from python_calamine import CalamineError

    try:
        return _sheets(content)
    except (CalamineError, ValueError) as error:
        raise Refused("TABLE_UNREADABLE", "the workbook is damaged") from error
    except BaseException as error:
        # The reader is native code; where it gives up on damaged input it raises outside Exception.
        if type(error).__name__ == "PanicException":
            raise Refused("TABLE_UNREADABLE", "the workbook is damaged") from error
        raise


def _sheets(content: bytes) -> list[Sheet]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    seen = [one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
    if len(seen) > SHEETS_MAX:
        raise Refused("TABLE_LARGE", f"more than {SHEETS_MAX} sheets", sheets=SHEETS_MAX)
    return [(name, _rows(book, name)) for name in seen]


def _rows(book: CalamineWorkbook, name: str) -> list[tuple[int, list[object]]]:
    sheet = book.get_sheet_by_name(name)
    check_size(sheet.total_height, sheet.total_width)
    first = sheet.start[0] if sheet.start else 0
    rows = sheet.to_python(skip_empty_area=True)
    return [(number, list(cells)) for number, cells in enumerate(rows, first + 1)]


def _measure(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MEMBERS_MAX:
                raise Refused("TABLE_LARGE", "too many files in the workbook")
            if _WORKBOOK not in archive.namelist():
                raise Refused("TABLE_FORMAT", "a zip archive, but no .xlsx workbook")
            left = UNPACKED_BYTES_MAX
            for member in members:
                left -= _unpacked(archive, member, left)
    except _DAMAGED as error:
        raise Refused("TABLE_UNREADABLE", "the workbook's archive is damaged") from error


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> int:
    """Return a member's true size, having looked at every cell reference in it."""
    # The size the archive states ends the reading early: what is really there has to be counted.
    member.file_size = most + _PIECE
    size, tail = 0, b""
    is_text = member.filename.lower().endswith((".xml", ".rels"))
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            size += len(piece)
            if size > most:
                raise Refused("TABLE_LARGE", "the workbook unpacks to more than any list holds")
            if is_text:
                _check_cells(tail + piece)
                tail = piece[-_OVERLAP:]
    return size


def _check_cells(text: bytes) -> None:
    for letters, digits in _CELL.findall(text):
        if len(letters) > 2 or int(digits) > ROWS_MAX or _column(letters) > COLUMNS_MAX:
            far = (letters + digits).decode("ascii")
            raise Refused("TABLE_LARGE", f"a cell as far out as {far}", cell=far)


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - 64
    return place
