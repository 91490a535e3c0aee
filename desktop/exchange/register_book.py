"""A register as a workbook: real numbers and days, a head that repeats when printed, no formulas.

Every text is written as text: what begins with ``=`` or ``+`` stays what somebody typed, and an
identity number never becomes a number. Rows are written as they come and not kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import rustpy_xlsxwriter as sheets
from rustpy_xlsxwriter import Format

from desktop.base.dates import day_from_text
from desktop.base.errors import Unavailable
from desktop.base.files import Cancelled, Progress, never, no_progress
from desktop.domain.codes import Language
from desktop.domain.paper_template import Column, PaperTemplate, RegisterData, Value
from desktop.exchange.leaving import in_place, stepwise

_CHARS_PER_SHARE = 1.45
_NARROWEST = 5.0
_HEADER_ROW = 2
_SHEET_NAME_MAX = 31
_SHEET_NAME_BARRED = re.compile(r"[\[\]:*?/\\]")
_CELL_CHARS_MAX = 32_767
"""What a spreadsheet's cell can hold."""

_Row = dict[str, object]


def write_register(
    path: Path,
    template: PaperTemplate,
    data: RegisterData,
    *,
    lang: Language,
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> None:
    """Write the register to ``path`` as XLSX, whole or not at all.

    Raises:
        Unavailable: ``FILE_UNWRITABLE``, ``DISK_FULL``.
        Refused: ``CANCELLED``; what stood at ``path`` stands there still.
    """
    heads = _heads(template, lang)
    with in_place(path) as partial:
        rows = stepwise(data.rows, progress, cancelled)
        try:
            sheets.write_worksheet(
                _lines(template, data, rows, heads, lang),
                str(partial),
                sheet_name=_SHEET_NAME_BARRED.sub(" ", template.title.of(lang))[:_SHEET_NAME_MAX],
                header_row=_HEADER_ROW,
                freeze_row=_HEADER_ROW + 1,
                autofilter=True,
                na_rep="",
                row_heights={0: 26.0},
                **_looks(template, data, heads, lang),
            )
        except RuntimeError as error:
            # The writer's own words for what went wrong beyond the file itself.
            raise Unavailable("FILE_UNWRITABLE", f"{path.name}: {error}", file=path.name) from error


def _lines(
    template: PaperTemplate,
    data: RegisterData,
    rows: Iterable[Mapping[str, Value]],
    heads: tuple[str, ...],
    lang: Language,
) -> Iterator[_Row]:
    makers = [
        (head, column.field, _MAKERS[column.kind])
        for head, column in zip(heads, template.columns, strict=True)
    ]
    numbered = any(column.field == "place" for column in template.columns)
    place = 0
    for place, row in enumerate(rows, 1):
        told = {**row, "place": place} if numbered and "place" not in row else row
        yield {head: make(told.get(field)) for head, field, make in makers}
    if template.summed:
        yield _totals(template, data, heads, lang)
    elif not place:
        # Without a single row the writer would leave out the head as well.
        yield dict.fromkeys(heads, "")


def _text(value: Value) -> object:
    if isinstance(value, str):
        return value if len(value) <= _CELL_CHARS_MAX else value[:_CELL_CHARS_MAX]
    return "" if value is None else str(value)


def _fen(value: Value) -> object:
    # A spreadsheet knows no fen: two decimals of a yuan are exact up to any county's sum.
    return value / 100 if isinstance(value, int) else _text(value)


def _count(value: Value) -> object:
    return value if isinstance(value, int) else _text(value)


@lru_cache(maxsize=4_096)
def _day(value: Value) -> object:
    if not isinstance(value, str) or not value:
        return ""
    try:
        return day_from_text(value)
    except ValueError:
        return value


_MAKERS: Mapping[str, Callable[[Value], object]] = {
    "text": _text,
    "blank": _text,
    "fen": _fen,
    "count": _count,
    "day": _day,
}


def _totals(
    template: PaperTemplate, data: RegisterData, heads: tuple[str, ...], lang: Language
) -> _Row:
    row: _Row = dict.fromkeys(heads, "")
    for head, column in zip(heads, template.columns, strict=True):
        total = data.total_of(column) if column.sum else None
        if total is not None:
            row[head] = _fen(total) if column.kind == "fen" else total
    row[heads[0]] = "合计" if lang == "zh" else "Total"
    return row


def _heads(template: PaperTemplate, lang: Language) -> tuple[str, ...]:
    """Return the columns' heads; one that stands there twice is told apart by a blank."""
    heads: list[str] = []
    for column in template.columns:
        head = column.head.of(lang)
        while head in heads:
            head += " "
        heads.append(head)
    return tuple(heads)


def _looks(
    template: PaperTemplate, data: RegisterData, heads: tuple[str, ...], lang: Language
) -> dict[str, Any]:
    last = len(heads) - 1
    line = "　".join(text for text in (data.place, data.period, data.day) if text)
    title = Format().set_bold().set_font_size(16.0).set_align("center")
    above = [(0, template.title.of(lang), title), (1, line, Format().set_font_size(10.0))]
    return {
        # A single cell cannot be merged with itself.
        "merge_ranges": [(at, 0, at, max(last, 1), text, look) for at, text, look in above],
        "column_widths": [
            max(_NARROWEST, column.width * _CHARS_PER_SHARE) for column in template.columns
        ],
        "column_formats": [_format(column) for column in template.columns],
        "header_format": _edged().set_bold().set_align("center").set_text_wrap()
        .set_background_color("#EEF1F4"),
        "ignore_errors": [
            head for head, column in zip(heads, template.columns, strict=True) if column.solid
        ],
        "page_setup": {
            "paper_size": 9,
            "landscape": template.orientation == "landscape",
            "repeat_rows": _HEADER_ROW,
            "fit_to_pages": (1, 0),
            "footer": "&L" + data.station.replace("&", "&&") + "&R&P / &N",
        },
    }  # fmt: skip


def _edged() -> Format:
    return Format().set_border("thin").set_align("vcenter")


def _format(column: Column) -> Format:
    match column.kind:
        case "fen":
            return _edged().set_num_format("#,##0.00")
        case "count":
            return _edged().set_num_format("#,##0")
        case "day":
            return _edged().set_num_format("yyyy-mm-dd").set_align("center")
        case _:
            return _edged().set_num_format("@").set_text_wrap()
