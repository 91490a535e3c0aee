"""A register as a workbook: real numbers and days, a head that repeats when printed, no formulas.

Every text is written as text: what begins with ``=`` or ``+`` stays what somebody typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from desktop.base.dates import day_from_text
from desktop.base.errors import Unavailable
from desktop.domain.codes import Language
from desktop.domain.paper_template import Column, PaperTemplate, RegisterData, Value

_CHARS_PER_SHARE = 1.45
_FIRST_ROW = 3


def write_register(
    path: Path, template: PaperTemplate, data: RegisterData, *, made_at: datetime, lang: Language
) -> None:
    """Write the register to ``path`` as XLSX, whole or not at all.

    Raises:
        Unavailable: ``FILE_UNWRITABLE``.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        _write(partial, template, data, made_at, lang)
        partial.replace(path)
    except (OSError, xlsxwriter.exceptions.XlsxWriterException) as error:
        partial.unlink(missing_ok=True)
        raise Unavailable("FILE_UNWRITABLE", f"cannot write {path.name}", file=path.name) from error


def _write(
    path: Path, template: PaperTemplate, data: RegisterData, made_at: datetime, lang: Language
) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        title = template.title.of(lang)
        book.set_properties({"title": title, "author": data.station, "created": made_at})
        sheet = book.add_worksheet(title[:31])
        looks = _looks(book)
        last = len(template.columns) - 1
        _head(sheet, looks, template, data, lang)
        for place, row in enumerate(data.rows):
            for at, column in enumerate(template.columns):
                value = row.get(column.field, place + 1 if column.field == "place" else None)
                _cell(sheet, looks, _FIRST_ROW + place, at, column, value)
        end = _FIRST_ROW + len(data.rows)
        if template.summed:
            _totals(sheet, looks, template, data, end)
        sheet.autofilter(_FIRST_ROW - 1, 0, max(end - 1, _FIRST_ROW), last)
        sheet.freeze_panes(_FIRST_ROW, 0)
        sheet.repeat_rows(_FIRST_ROW - 1)
        sheet.set_paper(9)
        if template.orientation == "landscape":
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L" + data.station.replace("&", "&&") + "&R&P / &N")


def _looks(book: Any) -> Mapping[str, Any]:
    edge = {"border": 1, "valign": "vcenter"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16, "align": "center"}),
        "line": book.add_format({"font_size": 10}),
        "head": book.add_format(
            {**edge, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#EEF1F4"}
        ),
        "text": book.add_format({**edge, "num_format": "@", "text_wrap": True}),
        "fen": book.add_format({**edge, "num_format": "#,##0.00"}),
        "count": book.add_format({**edge, "num_format": "#,##0"}),
        "day": book.add_format({**edge, "num_format": "yyyy-mm-dd", "align": "center"}),
        "total": book.add_format({**edge, "bold": True, "align": "center"}),
        "fen total": book.add_format({**edge, "bold": True, "num_format": "#,##0.00"}),
        "count total": book.add_format({**edge, "bold": True, "num_format": "#,##0"}),
    }


def _head(
    sheet: Any,
    looks: Mapping[str, Any],
    template: PaperTemplate,
    data: RegisterData,
    lang: Language,
) -> None:
    last = len(template.columns) - 1
    if last:
        sheet.merge_range(0, 0, 0, last, template.title.of(lang), looks["title"])
    else:
        sheet.write_string(0, 0, template.title.of(lang), looks["title"])
    sheet.set_row(0, 26)
    line = "　".join(text for text in (data.place, data.period, data.day) if text)
    sheet.write_string(1, 0, line, looks["line"])
    for at, column in enumerate(template.columns):
        sheet.set_column(at, at, max(5.0, column.width * _CHARS_PER_SHARE))
        sheet.write_string(_FIRST_ROW - 1, at, column.head.of(lang), looks["head"])


def _cell(
    sheet: Any, looks: Mapping[str, Any], row: int, at: int, column: Column, value: Value
) -> None:
    if value is None or value == "":
        sheet.write_blank(row, at, None, looks["text"])
    elif column.kind == "fen" and isinstance(value, int):
        # A spreadsheet knows no fen: two decimals of a yuan are exact up to any county's sum.
        sheet.write_number(row, at, value / 100, looks["fen"])
    elif column.kind == "count" and isinstance(value, int):
        sheet.write_number(row, at, value, looks["count"])
    elif column.kind == "day" and isinstance(value, str) and _is_day(value):
        sheet.write_datetime(row, at, day_from_text(value), looks["day"])
    else:
        sheet.write_string(row, at, str(value), looks["text"])


def _totals(
    sheet: Any, looks: Mapping[str, Any], template: PaperTemplate, data: RegisterData, row: int
) -> None:
    sheet.write_string(row, 0, "合计", looks["total"])
    for at, column in enumerate(template.columns):
        total = data.total_of(column) if column.sum else None
        if total is not None and column.kind == "fen":
            sheet.write_number(row, at, total / 100, looks["fen total"])
        elif total is not None:
            sheet.write_number(row, at, total, looks["count total"])
        elif at:
            sheet.write_blank(row, at, None, looks["total"])


def _is_day(text: str) -> bool:
    try:
        day_from_text(text)
    except ValueError:
        return False
    return True
