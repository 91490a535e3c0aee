"""Look into an XLSX archive before a native reader opens it: how much there is, and what is hidden.

The reader lays a sheet out as a full rectangle up to its last cell, so one cell in the farthest
corner would ask for terabytes; and an archive's own word for its unpacked size may be a lie. Both
are measured first, by unpacking everything once in small pieces.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.base.errors import Refused
from desktop.exchange.limits import (
    CELLS_MAX,
    COLUMNS_MAX,
    MEMBERS_MAX,
    ROWS_MAX,
    UNPACKED_BYTES_MAX,
)
from desktop.exchange.merged_first import LongSheet

_PIECE = 1 << 17
"""Unpacked and looked through while a processor still holds it."""
_OVERLAP = 512
"""Longest tag a piece may cut in two."""
_FAR = re.compile(
    # It begins with a plain letter, which is looked for at the speed of memory; nearly every cell
    # is written as the second part has it, and passed over with that.
    rb"""r(?!="[A-Z][0-9]{1,5}")"""
    rb"""\s*+=\s*+["']([A-Za-z](?:[A-Za-z]+[0-9]+|[3-9][0-9]{5}|[0-9]{7,}))["']"""
    # A cell that only carries a format: a tag that closes itself, with nothing odd in it.
    rb"""(?!(?:\s+[a-z]+\s*=\s*"[^"<>/]*")*\s*/>)"""
)
_IN_A_WORD = re.compile(rb"[\w:.-]")
"""References far enough out to matter; those of an ordinary list are passed over unseen."""
_ANY = re.compile(rb"""\br\s*=\s*["'][A-Za-z]{1,2}([0-9]+)["']""")
_HIDDEN = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\shidden\s*=\s*["'](?:1|true)["'][^<>]*>""")
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\b[^<>]*?\sref\s*=\s*["']([A-Za-z]{1,3}[0-9]{1,7}"""
    rb"""(?::[A-Za-z]{1,3}[0-9]{1,7})?)["'][^<>]*>"""
)
_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["']([0-9]{1,7})["']""")
_REFERENCE = re.compile(r"([A-Za-z]+)([0-9]+)\Z")
_SHEET_TAG = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*>")
_RELATION_TAG = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
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
WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_MACROS = "xl/vbaProject.bin"
HIDDEN_TOLD_MAX = 1_000
_LONG_BYTES = 1 << 20
"""From here on going through a sheet twice is worth avoiding."""
_MERGED_MAX = 20_000
_BEGINS = (b"<?xml", b"<worksheet")
"""How a sheet's text begins whose bytes can be told something before."""


@dataclass(slots=True)
class Marks:
    """What was seen of one file in the archive."""

    size: int = 0
    last_column: int = 0
    """Of the cells beyond column Z."""
    last_row: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    """Numbers of the first hidden rows."""
    merged: list[bytes] = field(default_factory=list)
    """Its merged areas."""
    plain: bool = False
    """It begins as a sheet's text does."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What an XLSX archive holds, by the number of its sheet."""

    hidden_rows: tuple[tuple[int, ...], ...]
    macros: bool
    long_sheets: Mapping[str, LongSheet]
    """By the name of its file, each that is long and can tell first what it merges."""


def look_into(content: bytes) -> Packed:
    """Measure a workbook's archive and return what is hidden in its sheets.

    Raises:
        Refused: ``TABLE_FORMAT`` (a zip but no XLSX), ``TABLE_LARGE``, ``TABLE_UNREADABLE``,
            ``TABLE_LOCKED``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MEMBERS_MAX:
                raise Refused("TABLE_LARGE", "too many files in the workbook")
            if any(member.flag_bits & 1 for member in members):
                raise Refused("TABLE_LOCKED", "the archive has a password")
            names = set(archive.namelist())
            if WORKBOOK not in names:
                raise Refused("TABLE_FORMAT", "a zip archive, but no .xlsx workbook")
            seen = _measure(archive, members)
            sheets = tuple(_sheet_files(archive, names))
    except _DAMAGED as error:
        raise Refused("TABLE_UNREADABLE", "the workbook's archive is damaged") from error
    nothing = Marks()
    hidden = tuple(tuple(seen.get(name, nothing).hidden_rows) for name in sheets)
    return Packed(hidden, _MACROS in names, _long_sheets(seen, sheets))


def _long_sheets(seen: Mapping[str, Marks], sheets: Iterable[str]) -> dict[str, LongSheet]:
    return {
        name: LongSheet(marks.size, tuple(marks.merged))
        for name, marks in seen.items()
        if name in sheets and marks.size >= _LONG_BYTES
        if marks.plain and len(marks.merged) <= _MERGED_MAX
    }


def _measure(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> dict[str, Marks]:
    left = UNPACKED_BYTES_MAX
    seen: dict[str, Marks] = {}
    for member in members:
        marks = Marks()
        # Whatever its name: a sheet lies where the workbook's relations say.
        for text, last in _pieces(archive, member, left, marks):
            _look_at(text, marks, last=last)
        if marks.last_column * ROWS_MAX > CELLS_MAX:
            _check_rectangle(archive, member, marks)
        left -= marks.size
        seen[member.filename] = marks
    return seen


def _pieces(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, marks: Marks
) -> Iterator[tuple[bytes, bool]]:
    """Yield a member's bytes, each piece with the end of the one before; count what is there."""
    # The size the archive states ends the reading early: what is really there has to be counted.
    member.file_size = most + _PIECE
    tail = b""
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            marks.plain = marks.plain or (not marks.size and piece.startswith(_BEGINS))
            marks.size += len(piece)
            if marks.size > most:
                raise Refused("TABLE_LARGE", "the workbook unpacks to more than any list holds")
            yield tail + piece, False
            tail = piece[-_OVERLAP:]
    yield tail, True


def _look_at(text: bytes, marks: Marks, *, last: bool) -> None:
    end = len(text) if last else max(0, len(text) - _OVERLAP)
    for found in _FAR.finditer(text):
        inside = found.start() and _IN_A_WORD.match(text, found.start() - 1)
        # What the next piece will show whole is judged there.
        if found.start() < end and not inside:
            _note(found.group(1).decode("ascii"), marks)
    if b"mergeCell" in text and len(marks.merged) <= _MERGED_MAX:
        marks.merged += (one.group(1) for one in _MERGED.finditer(text) if one.start() < end)
    # A letter is looked for at the speed of memory, and most sheets have not even that.
    if b"h" in text and b"hidden" in text and len(marks.hidden_rows) < HIDDEN_TOLD_MAX:
        for tag in _HIDDEN.finditer(text):
            number = _ROW_NUMBER.search(tag.group())
            if number is not None and tag.start() < end:
                row = int(number.group(1))
                if row not in marks.hidden_rows[-4:]:
                    marks.hidden_rows.append(row)


def _note(reference: str, marks: Marks) -> None:
    match = _REFERENCE.match(reference)
    if match is None:
        return
    column, row = _column(match.group(1)), int(match.group(2)[-9:])
    if len(match.group(2)) > 9 or row > ROWS_MAX or column > COLUMNS_MAX:
        raise Refused("TABLE_LARGE", f"a cell as far out as {reference[:20]}", cell=reference[:20])
    marks.last_column = max(marks.last_column, column)
    marks.last_row = max(marks.last_row, row)


def _check_rectangle(archive: zipfile.ZipFile, member: zipfile.ZipInfo, marks: Marks) -> None:
    """Refuse a wide sheet that is also long, whatever stands between: ``TABLE_LARGE``."""
    again = Marks()
    for text, _ in _pieces(archive, member, UNPACKED_BYTES_MAX, again):
        rows = (int(found.group(1)[:9]) for found in _ANY.finditer(text))
        marks.last_row = max(marks.last_row, max(rows, default=0))
        if marks.last_row * marks.last_column > CELLS_MAX:
            raise Refused("TABLE_LARGE", "wide and long at once", rows=marks.last_row)


def _column(letters: str) -> int:
    place = 0
    for letter in letters.upper()[:7]:
        place = place * 26 + ord(letter) - 64
    return place


def _sheet_files(archive: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    """Yield the file of each sheet, in the workbook's order; empty where it does not say."""
    targets = {}
    if _RELATIONS in names:
        for tag in _RELATION_TAG.finditer(archive.read(_RELATIONS)):
            told = _attributes(tag.group())
            targets[told.get("Id", "")] = told.get("Target", "")
    for tag in _SHEET_TAG.finditer(archive.read(WORKBOOK)):
        told = _attributes(tag.group())
        target = targets.get(next((one for key, one in told.items() if key.endswith(":id")), ""))
        if not target:
            yield ""
        else:
            yield target[1:] if target.startswith("/") else posixpath.join("xl", target)


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        key.decode("utf-8", "replace"): (one or other).decode("utf-8", "replace")
        for key, one, other in _ATTRIBUTE.findall(tag)
    }
