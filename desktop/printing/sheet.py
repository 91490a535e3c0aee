"""Sheets of one PDF, drawn in millimetres from the top left corner.

The same calls give the same bytes: dates come from the caller, ids from the content. Text goes
out as hexadecimal glyph codes and rules of one width as one path: a page of a bulk file then takes
near two kilobytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desktop.base.clock import CHINA
from desktop.printing import fonts
from desktop.printing.fonts import Weight

POINTS_PER_MM = 72 / 25.4

RULE_MM = 0.3
"""Width of a rule: the least a dot-matrix head draws."""

Rule = tuple[float, float, float, float]
"""x1, y1, x2, y2 in millimetres from the top left."""

Align = Literal["left", "centre", "right"]

# ASCII85 around every stream would add a quarter to each file. Nothing else here uses reportlab.
rl_config.useA85 = 0


class Sheets:
    """A PDF being drawn, one page after another."""

    def __init__(self, *, title: str, author: str, subject: str, made_at: datetime) -> None:
        self._file = io.BytesIO()
        self._height_mm = 0.0
        self._rules: dict[float, dict[Rule, None]] = {}
        self._canvas = _Canvas(self._file, made_at)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator("参保台 Canbao Desk")

    def begin_page(self, width_mm: float, height_mm: float) -> None:
        """Start a page of this size; what is drawn from now on stands on it."""
        self._height_mm = height_mm
        self._canvas.setPageSize((width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM))

    def end_page(self) -> None:
        """Finish the page begun last."""
        for width_mm, rules in self._rules.items():
            self._canvas.put(
                f"{_n(width_mm * POINTS_PER_MM)} w 2 J {' '.join(self._paths(rules))} S"
            )
        self._rules.clear()
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the whole PDF."""
        self._canvas.save()
        return self._file.getvalue()

    def text(
        self,
        x_mm: float,
        y_mm: float,
        text: str,
        size_pt: float,
        *,
        align: Align = "left",
        weight: Weight = Weight.REGULAR,
    ) -> None:
        """Draw one line with its baseline at ``y_mm``; ``x_mm`` is its left, middle or right."""
        runs = fonts.runs(text, weight)
        x = x_mm * POINTS_PER_MM
        if align != "left":
            width = sum(run.width_em for run in runs) * size_pt
            x -= width if align == "right" else width / 2
        self._canvas.show_runs(x, self._up(y_mm), runs, size_pt)

    def rules(self, rules: Iterable[Rule], width_mm: float = RULE_MM) -> None:
        """Rule straight black lines (x1, y1, x2, y2), each once, when the page ends."""
        self._rules.setdefault(width_mm, {}).update(dict.fromkeys(rules))

    def modules(self, x_mm: float, y_mm: float, rows: list[list[bool]], module_pt: float) -> None:
        """Draw a matrix of black squares with its top left corner at (x, y).

        One path of merged runs: neighbouring squares then leave no seam in any viewer.
        """
        rectangles = " ".join(
            f"{start} {len(rows) - 1 - y} {length} 1 re"
            for y, row in enumerate(rows)
            for start, length in _black_runs(row)
        )
        x, y = x_mm * POINTS_PER_MM, self._up(y_mm) - len(rows) * module_pt
        self._canvas.put(
            f"q {_n(module_pt)} 0 0 {_n(module_pt)} {_n(x)} {_n(y)} cm {rectangles} f Q"
        )

    def watermark(self, x_mm: float, y_mm: float, text: str, size_pt: float, slope: float) -> None:
        """Draw ``text`` large and pale around (x, y), rising by ``slope`` (sine of the angle)."""
        runs = fonts.runs(text, Weight.STRONG)
        half = sum(run.width_em for run in runs) * size_pt / 2
        cosine = (1 - slope * slope) ** 0.5
        x, y = x_mm * POINTS_PER_MM, self._up(y_mm)
        self._canvas.put(
            f"q 0.86 g {_n(cosine)} {_n(slope)} {_n(-slope)} {_n(cosine)} {_n(x)} {_n(y)} cm"
        )
        self._canvas.show_runs(-half, -size_pt * 0.36, runs, size_pt)
        self._canvas.put("Q")

    def _paths(self, rules: Iterable[Rule]) -> Iterable[str]:
        k = POINTS_PER_MM
        for x1, y1, x2, y2 in rules:
            yield f"{_n(x1 * k)} {_n(self._up(y1))} m {_n(x2 * k)} {_n(self._up(y2))} l"

    def _up(self, y_mm: float) -> float:
        return (self._height_mm - y_mm) * POINTS_PER_MM


class _Canvas(Canvas):  # type: ignore[misc]
    def __init__(self, file: io.BytesIO, made_at: datetime) -> None:
        # A font of ours from the start keeps an unused Helvetica out of the file.
        super().__init__(
            file,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 4),
            lang="zh-CN",
            initialFontName=fonts.body_font(),
        )
        # reportlab takes the date, and from it the file's id, from the machine or its environment.
        stamp = _Stamp(made_at)
        self._doc._timeStamp = stamp  # noqa: SLF001 - reportlab offers no other way in
        self._doc.signature = hashlib.md5(repr(stamp.t).encode(), usedforsecurity=False)

    def put(self, operators: str) -> None:
        """Add content operators to the page."""
        self._code.append(operators)

    def show_runs(self, x: float, y: float, runs: list[fonts.Run], size_pt: float) -> None:
        """Draw runs one after another from (x, y), in points from the bottom left."""
        out = [f"BT {_n(x)} {_n(y)} Td"]
        for run in runs:
            font = pdfmetrics.getFont(run.font)
            for subset, codes in font.splitString(run.text, self._doc):
                name = font.getSubsetInternalName(subset, self._doc)
                out.append(f"{name} {size_pt:g} Tf <{codes.hex()}> Tj")
        out.append("ET")
        self._code.append(" ".join(out))


class _Stamp:
    """The document's date, in the shape reportlab's writer reads it; not the machine's clock."""

    def __init__(self, made_at: datetime) -> None:
        local = made_at.astimezone(CHINA)
        self.t = local.timestamp()
        self.YMDhms: tuple[Any, ...] = tuple(local.timetuple())[:6]
        self.dhh = 8
        self.dmm = 0


def _black_runs(row: list[bool]) -> list[tuple[int, int]]:
    found = []
    start = 0
    while True in row[start:]:
        start = row.index(True, start)
        end = row.index(False, start) if False in row[start:] else len(row)
        found.append((start, end - start))
        start = end
    return found


def _n(value: float) -> str:
    # A hundredth of a point is finer than any printer.
    return f"{value:.2f}".rstrip("0").rstrip(".")
