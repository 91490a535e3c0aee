"""Lists of other authorities in the county's filter: only marks of them are kept.

Who is insured as an employee and who has died comes as a file of identity numbers. The numbers
are read, turned into marks and forgotten; names and all other columns are never looked at.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import IdSource
from desktop.domain.county_filter import mark_of
from desktop.domain.identity_number import normalise
from desktop.server.database import CentreDatabase
from desktop.server.filter_marks import Mark, begin, next_tick, set_marks

ListKind = Literal["employee", "death"]
KINDS: tuple[ListKind, ...] = ("employee", "death")

ROWS_MAX = 3_000_000
FILE_BYTES_MAX = 1024 * 1024 * 1024
ENCODINGS = ("utf-8-sig", "gb18030")

_HEADINGS = re.compile("证件号|身份证|身份号|document|id.?(no|number|card)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9A-Z()/.]{6,30}\Z")
_PROBE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ListTaken:
    """What became of a file."""

    rows: int
    marks: int
    unreadable: int
    """Rows without anything that could be an identity number."""
    first_unreadable: int
    """Line of the first of them, 0 if there is none."""


def take_list(database: CentreDatabase, kind: ListKind, file: Path, ids: IdSource) -> ListTaken:
    """Make the numbers in ``file`` the whole list of ``kind``; what it held before is replaced.

    CSV in UTF-8 or GB 18030; the column is found by its heading, or is the first.

    Raises:
        Refused: ``LIST_NUMBERS_NONE`` (nothing in it is an identity number), ``LIST_LARGE``,
            ``LIST_UNREADABLE``; nothing was changed.
        Unavailable: ``FILE_UNREADABLE`` or the disk failed; nothing was changed.
    """
    secret = begin(database, ids).secret
    marks: set[Mark] = set()
    rows = unreadable = first = 0
    for line, number in _numbers(file):
        rows += 1
        if rows > ROWS_MAX:
            raise Refused("LIST_LARGE", f"a list has at most {ROWS_MAX} rows")
        if not _NUMBER.match(number):
            unreadable += 1
            first = first or line
        elif kind == "death":
            marks.add(("dead", 0, mark_of(secret, "dead", 0, number)))
        else:
            marks.add(("employee", 0, mark_of(secret, "employee", 0, number)))
    if not marks:
        raise Refused("LIST_NUMBERS_NONE", "no identity number was found in the file")
    connection, county = database.connection, database.centre.county
    with database.transaction():
        set_marks(connection, county, f"list:{kind}", marks, next_tick(connection, county))
    return ListTaken(rows, len(marks), unreadable, first)


def _numbers(file: Path) -> Iterator[tuple[int, str]]:
    """Yield line and normalised number of every row that is not empty."""
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            raise Refused("LIST_LARGE", f"a list has at most {FILE_BYTES_MAX} bytes")
        with file.open(encoding=_encoding(file), newline="") as text:
            yield from _column(csv.reader(text))
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", "the file cannot be read") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refused("LIST_UNREADABLE", f"not a table of text: {error}") from error


def _column(rows: Iterable[list[str]]) -> Iterator[tuple[int, str]]:
    column = 0
    for line, row in enumerate(rows, start=1):
        if not any(cell.strip() for cell in row):
            continue
        if line == 1 and not any(_NUMBER.match(normalise(cell)) for cell in row):
            headed = [at for at, cell in enumerate(row) if _HEADINGS.search(cell)]
            column = headed[0] if headed else 0
            continue
        yield line, normalise(row[column]) if column < len(row) else ""


def _encoding(file: Path) -> str:
    with file.open("rb") as raw:
        probe = raw.read(_PROBE_BYTES)
    try:
        # A character that is cut at the end of the probe is no reason to doubt the others.
        probe[: probe.rfind(b"\n") + 1 or None].decode(ENCODINGS[0])
    except UnicodeDecodeError:
        return ENCODINGS[1]
    return ENCODINGS[0]
