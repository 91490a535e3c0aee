"""A register of 100,000 people × 20 columns as a workbook, beside XlsxWriter and the bare writer.

Goal: at least 5 times as fast as XlsxWriter in its constant-memory mode, on the same values in the
same run. Bare rustpy-xlsxwriter, without formats, masks of types, head or cancel, is the limit.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import rustpy_xlsxwriter
import xlsxwriter
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.base.dates import day_from_text
from desktop.domain.paper_template import Column, PaperTemplate, RegisterData, Value, Words
from desktop.exchange.register_book import write_register

ROWS = 100_000
KINDS = ("text",) * 14 + ("fen",) * 3 + ("day",) * 3
GOAL = 5
ROUNDS = 3


def test_export_of_a_county_list(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    template, data = _template(), _data()
    ours = tmp_path / "ours.xlsx"
    _timed(lambda: write_register(ours, template, data, lang="zh"))
    own, peer, bare = [], [], []
    for _ in range(ROUNDS):
        own.append(_timed(lambda: write_register(ours, template, data, lang="zh")))
        peer.append(_timed(lambda: _peer(tmp_path / "peer.xlsx", data)))
        bare.append(_timed(lambda: _bare(tmp_path / "bare.xlsx", data)))
    benchmark.pedantic(lambda: write_register(ours, template, data, lang="zh"), rounds=1)
    mine, theirs, least = (statistics.median(times) for times in (own, peer, bare))
    print(
        f"\n{ROWS:,} × {len(KINDS)} workbook: {mine:.2f} s; XlsxWriter constant memory"
        f" {theirs:.2f} s, ratio {theirs / mine:.1f} (goal {GOAL}); bare rustpy {least:.2f} s,"
        f" ratio {mine / least:.2f}"
    )
    benchmark.extra_info["times_faster_than_xlsxwriter"] = round(theirs / mine, 1)


def _template() -> PaperTemplate:
    columns = tuple(
        Column(field=f"f{place}", head=Words(f"列{place}", f"c{place}"), width=8, kind=kind)  # type: ignore[arg-type]
        for place, kind in enumerate(KINDS)
    )
    return PaperTemplate(name="bench", title=Words("花名册", "Register"), columns=columns)


def _data() -> RegisterData:
    rows = tuple(dict(_row(number)) for number in range(ROWS))
    return RegisterData(rows=rows, place="培训县", period="2021", station="bench", day="")


def _row(number: int) -> Iterator[tuple[str, Value]]:
    for place, kind in enumerate(KINDS):
        value: Value = f"5399991990{number:08d}" if place < 4 else f"张三{place}的{number % 977}"
        if kind == "fen":
            value = 32_000 + number % 500
        elif kind == "day":
            value = f"2021-10-{number % 28 + 1:02d}"
        yield f"f{place}", value


def _peer(path: Path, data: RegisterData) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        money = book.add_format({"num_format": "#,##0.00"})
        for at, row in enumerate(data.rows):
            for place, (kind, value) in enumerate(zip(KINDS, row.values(), strict=True)):
                if kind == "fen":
                    assert isinstance(value, int)
                    sheet.write_number(at, place, value / 100, money)
                elif kind == "day":
                    sheet.write_datetime(at, place, day_from_text(str(value)), day)
                else:
                    sheet.write_string(at, place, str(value))


def _bare(path: Path, data: RegisterData) -> None:
    days: dict[str, date] = {}

    def rows() -> Iterator[dict[str, object]]:
        for row in data.rows:
            line: dict[str, object] = dict(row)
            for place, kind in enumerate(KINDS):
                name = f"f{place}"
                value = row[name]
                if kind == "fen" and isinstance(value, int):
                    line[name] = value / 100
                elif kind == "day" and isinstance(value, str):
                    line[name] = days.get(value) or days.setdefault(value, day_from_text(value))
            yield line

    rustpy_xlsxwriter.write_worksheet(rows(), str(path))


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
