"""The ruler page: shows where a printer really puts things, so that the offset can be read off."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.codes import Language
from desktop.printing.grid import Cell, draw_cell, frame
from desktop.printing.papers import Paper
from desktop.printing.pdf import one_at_a_time
from desktop.printing.print_setup import PrintSetup
from desktop.printing.sheet import Rule, Sheets

INSET_MM = 10.0
"""The frame stands exactly this far from every edge of the paper."""

_LONG_MM, _MIDDLE_MM, _SHORT_MM = 5.0, 3.5, 2.0
_WORDS = {
    "zh": (
        "打印校准页　{paper}　{width} × {height} 毫米",
        "方框四边应距纸边 10 毫米。用尺量左边距和上边距：",
        "左边距小于 10 毫米，把“右移”加大相应的毫米数；上边距小于 10 毫米，把“下移”加大。",
        "方框宽应为 {inner} 毫米；量得不符时调整“比例”。当前：右移 {dx}，下移 {dy}，比例 {scale}‰",
    ),
    "en": (
        "Calibration page　{paper}　{width} × {height} mm",
        "The frame stands 10 mm from every edge. Measure the left and the top margin:",
        "Less on the left: raise 'to the right' by what is missing; less at the top: 'down'.",
        "The frame is {inner} mm wide; if not, change 'scale'. Now: {dx}, {dy}, {scale}‰",
    ),
}


def render_ruler(
    paper: Paper, setup: PrintSetup, *, made_at: datetime, lang: Language = "zh"
) -> bytes:
    """Return the calibration page of a paper, as a PDF."""
    height = paper.height_mm or 120.0
    with one_at_a_time():
        sheets = Sheets(
            title=f"{paper.name}", author="参保台 Canbao Desk", subject="", made_at=made_at
        )
        sheets.begin_page(paper.width_mm, height)
        inner_mm, inner_high_mm = paper.width_mm - 2 * INSET_MM, height - 2 * INSET_MM
        frame(sheets, INSET_MM, INSET_MM, inner_mm, inner_high_mm)
        sheets.rules(_across(inner_mm))
        sheets.rules(_down(inner_high_mm))
        _text(sheets, paper, setup, lang, height)
        sheets.end_page()
        return sheets.finish()


def _across(width_mm: float) -> list[Rule]:
    return [
        (INSET_MM + mm, INSET_MM, INSET_MM + mm, INSET_MM + _tick(mm))
        for mm in range(int(width_mm) + 1)
    ]


def _down(height_mm: float) -> list[Rule]:
    return [
        (INSET_MM, INSET_MM + mm, INSET_MM + _tick(mm), INSET_MM + mm)
        for mm in range(int(height_mm) + 1)
    ]


def _tick(mm: int) -> float:
    if mm % 10 == 0:
        return _LONG_MM
    return _MIDDLE_MM if mm % 5 == 0 else _SHORT_MM


def _text(
    sheets: Sheets, paper: Paper, setup: PrintSetup, lang: Language, height_mm: float
) -> None:
    width = paper.width_mm - 2 * INSET_MM - 10
    y = INSET_MM + 9
    step = min(9.0, (height_mm - 2 * INSET_MM - 12) / len(_WORDS[lang]))
    for line in _WORDS[lang]:
        text = line.format(
            paper=paper.name,
            width=f"{paper.width_mm:g}",
            height=f"{height_mm:g}",
            inner=f"{paper.width_mm - 2 * INSET_MM:g}",
            dx=f"{setup.dx_mm:g}",
            dy=f"{setup.dy_mm:g}",
            scale=setup.scale_permille,
        )
        draw_cell(sheets, Cell(text, width, "left", 10), INSET_MM + 7, y, step)
        y += step
