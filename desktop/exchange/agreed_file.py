"""A table in a form agreed with somebody's program: heads in the first row, nothing around it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import rustpy_xlsxwriter as sheets

from desktop.base.errors import Refused, Unavailable
from desktop.base.files import Cancelled, Progress, never, no_progress
from desktop.base.money import fen_text
from desktop.exchange.leaving import in_place, stepwise
from desktop.exchange.register_text import ENCODINGS, harmless

Kind = Literal["text", "fen", "number"]
Cell = str | int


def write_agreed(
    path: Path,
    heads: Mapping[str, Kind],
    rows: Sequence[Sequence[Cell]],
    *,
    encoding: str = "utf-8",
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> None:
    """Write ``rows`` under ``heads`` to ``path``: a workbook or CSV, as its ending says.

    Text stays text and money has two decimals; whole or not at all.

    Raises:
        Refused: ``TEXT_NOT_HELD``, ``FILE_ENDING``, ``CANCELLED``.
        Unavailable: ``FILE_UNWRITABLE``, ``DISK_FULL``.
    """
    ending = path.suffix.lower()
    if ending not in (".csv", ".xlsx"):
        raise Refused("FILE_ENDING", "this list is written as .csv or .xlsx", file=path.name)
    steps = stepwise(rows, progress, cancelled)
    with in_place(path) as partial:
        if ending == ".xlsx":
            look = {"text": "@", "fen": "0.00", "number": "0"}
            lines = (
                {
                    head: cell / 100 if kind == "fen" and isinstance(cell, int) else cell
                    for (head, kind), cell in zip(heads.items(), row, strict=True)
                }
                for row in steps
            )
            formats = [sheets.Format().set_num_format(look[kind]) for kind in heads.values()]
            try:
                sheets.write_worksheet(lines, str(partial), column_formats=formats)
            except RuntimeError as error:
                message = f"{path.name}: {error}"
                raise Unavailable("FILE_UNWRITABLE", message, file=path.name) from error
            return
        with partial.open("wb") as raw:
            file = io.TextIOWrapper(raw, ENCODINGS[encoding], errors="strict", newline="")
            writer = csv.writer(file)
            writer.writerow(heads)
            kinds = tuple(heads.values())
            try:
                writer.writerows(
                    [_text(kind, cell) for kind, cell in zip(kinds, row, strict=True)]
                    for row in steps
                )
                file.flush()
            except UnicodeEncodeError as error:
                lost = "".join(dict.fromkeys(error.object[error.start : error.end]))
                raise Refused("TEXT_NOT_HELD", f"{encoding} cannot hold {lost}", characters=lost,
                              encoding=encoding.upper()) from error  # fmt: skip


def _text(kind: Kind, cell: Cell) -> str:
    if isinstance(cell, int):
        return fen_text(cell) if kind == "fen" else str(cell)
    return harmless(cell)
