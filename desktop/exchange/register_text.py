"""A register as CSV, in UTF-8 with its mark or in the older Chinese encodings.

Formulas are made harmless: what a spreadsheet would run gets an apostrophe in front, which our own
reader takes off again. What an encoding cannot hold is told before anything is written.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.files import Cancelled, Progress, never, no_progress
from desktop.base.money import fen_text
from desktop.domain.codes import Language
from desktop.domain.paper_template import Column, PaperTemplate, RegisterData, Value
from desktop.exchange.leaving import in_place, stepwise

Encoding = Literal["utf-8", "gb18030", "gbk"]
ENCODINGS: dict[str, str] = {"utf-8": "utf-8-sig", "gb18030": "gb18030", "gbk": "gbk"}
"""UTF-8 with its byte order mark: without it a Chinese spreadsheet reads it as GBK."""

MISSING = "〓"
"""Stands where a character was lost: what Chinese type-setters put for a sort they have not."""

_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_MOVED_IN_2022 = frozenset((*range(0x9FB4, 0x9FBC), *range(0xFE10, 0xFE1A)))
"""Written as four bytes by programs of GB 18030-2005 and as two by those of 2022: each reads the
other's as something else."""


_LONG_NUMBER = re.compile(r"[0-9]{12,}[Xx]?")
"""Beyond fifteen digits a spreadsheet opening the file writes zeros; a tab in front keeps them."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """How a register leaves as text."""

    encoding: Encoding = "utf-8"
    lossy: bool = False
    """What the encoding cannot hold was told, and is written as 〓."""


@dataclass(frozen=True, slots=True)
class Unheld:
    """A character that an encoding cannot hold, or that its readers take for another."""

    character: str
    count: int
    first_row: int
    """Row of the register, from 1, where it stands first."""

    @property
    def code_point(self) -> str:
        """The character as people look it up: ``U+20BB7``."""
        return f"U+{ord(self.character):04X}"


def unheld(data: RegisterData, encoding: str) -> tuple[Unheld, ...]:
    """Return what of a register's text ``encoding`` cannot hold, in the order it first stands."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    fits: dict[str, bool] = {}
    for place, row in enumerate(data.rows, 1):
        for value in row.values():
            if not isinstance(value, str) or value.isascii():
                continue
            for character in value:
                if character not in fits:
                    fits[character] = _fits(character, encoding)
                if not fits[character]:
                    counts[character] += 1
                    first.setdefault(character, place)
    return tuple(Unheld(one, counts[one], first[one]) for one in first)


def write_text(
    path: Path,
    template: PaperTemplate,
    data: RegisterData,
    *,
    lang: Language,
    how: Leaving,
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> None:
    """Write a register to ``path`` as CSV, whole or not at all.

    Raises:
        Refused: ``TEXT_NOT_HELD`` with the characters, ``CANCELLED``.
        Unavailable: ``FILE_UNWRITABLE``, ``DISK_FULL``.
    """
    encoding = how.encoding
    lost = {one.character for one in unheld(data, encoding)}
    if lost and not how.lossy:
        named = "".join(sorted(lost))
        raise Refused("TEXT_NOT_HELD", f"{encoding} cannot hold them", characters=named,
                      encoding=encoding.upper())  # fmt: skip
    table = dict.fromkeys(map(ord, lost), MISSING)
    with in_place(path) as partial, partial.open("wb") as raw:
        file = io.TextIOWrapper(raw, ENCODINGS[encoding], errors="strict", newline="")
        writer = csv.writer(file)
        writer.writerow(column.head.of(lang) for column in template.columns)
        for line in _lines(template, data, progress, cancelled):
            writer.writerow([cell.translate(table) for cell in line] if table else line)
        file.flush()


def _lines(
    template: PaperTemplate, data: RegisterData, progress: Progress, cancelled: Cancelled
) -> Iterator[list[str]]:
    makers = [(column.field, _maker(column)) for column in template.columns]
    for place, row in enumerate(stepwise(data.rows, progress, cancelled), 1):
        numbered: Mapping[str, Value] = row if "place" in row else {**row, "place": place}
        yield [make(numbered.get(field)) for field, make in makers]


def _maker(column: Column) -> Callable[[Value], str]:
    return {"fen": _fen, "count": _count, "day": _day}.get(column.kind, harmless_value)


def _fen(value: Value) -> str:
    return fen_text(value) if isinstance(value, int) else harmless_value(value)


def _count(value: Value) -> str:
    return str(value) if isinstance(value, int) else harmless_value(value)


def _day(value: Value) -> str:
    try:
        return day_from_text(value).isoformat() if isinstance(value, str) else ""
    except ValueError:
        return harmless_value(value)


def harmless_value(value: Value) -> str:
    """Return a text cell that no spreadsheet runs, or takes for a number and loses digits of."""
    text = "" if value is None else str(value)
    return f"\t{text}" if _LONG_NUMBER.fullmatch(text) else harmless(text)


def harmless(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula.

    >>> harmless("=1+1"), harmless("张三"), harmless(" =A1")
    ("'=1+1", '张三', "' =A1")
    """
    return f"'{text}" if text.lstrip().startswith(_RUNS) or text.startswith(_RUNS) else text


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(ENCODINGS[encoding])
    except UnicodeEncodeError:
        return False
    if encoding == "utf-8":
        return True
    # A private character means something only where it was made up.
    return unicodedata.category(character) != "Co" and ord(character) not in _MOVED_IN_2022
