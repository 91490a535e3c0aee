"""Goal: whatever the tax authority's file holds, it is read or refused, and sums are never bent.

Method: hypothesis writes files, and three sides that agree or do not.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.errors import CanbaoError
from desktop.base.money import fen_text
from desktop.domain.reconciliation import CAUSES, Line, compare
from desktop.domain.tax_matching import STATES, TaxRow
from desktop.exchange.register_text import harmless
from desktop.exchange.tax_tables import read_amount, read_answers, read_paid
from desktop.usecases.tax_returns import headers_of

PAID, RETURNS = headers_of("paid"), headers_of("returns")
CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(("320", "320.00", "2021-11-10", "5.39999E+17", "539999199001010014", "合计")),
)
FILES = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _written(path: Path, heads: tuple[str, ...], rows: list[list[str]]) -> Path:
    text = io.StringIO()
    csv.writer(text).writerows([heads, *rows])
    path.write_text(text.getvalue(), encoding="utf-8", errors="replace", newline="")
    return path


@FILES
@given(rows=st.lists(st.lists(CELL, min_size=5, max_size=5), max_size=6))
def test_any_table_is_read_or_refused(rows: list[list[str]], tmp_path: Path) -> None:
    heads = ("电子税票号", "证件号码", "姓名", "缴费金额", "缴费日期")
    path = _written(tmp_path / "p.csv", heads, rows)
    try:
        found = read_paid(path, PAID)
    except CanbaoError:
        return
    wrong = {one.row for one in found.findings}
    for row in found.rows:
        assert row.place not in wrong
        assert row.amount_fen > 0
        assert "E+" not in row.voucher + row.document
        assert len(row.paid_on) == 10
    assert all(one.row and one.code for one in found.findings)


@FILES
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes, tmp_path: Path) -> None:
    for name in ("a.csv", "a.xlsx"):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(CanbaoError):
            read_answers(path, RETURNS)


@given(fen=st.integers(min_value=0, max_value=10**11 - 1))
def test_an_amount_is_read_as_it_is_written(fen: int) -> None:
    assert read_amount(fen_text(fen)) == fen
    assert read_amount(f"￥{fen_text(fen)}元") == fen


@given(text=st.text(max_size=30))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    told = harmless(text)
    assert told.removeprefix("'") == text or told == text
    assert not told.lstrip().startswith(("=", "+", "-", "@"))


AMOUNT = st.integers(min_value=1, max_value=70_000)
NAMES = st.sampled_from([f"e{n}" for n in range(6)])


def _tax(draw: tuple[str, str, int], state: str, place: int) -> TaxRow:
    enrollment, voucher, fen = draw
    return TaxRow(
        id=str(place),
        state=state,  # type: ignore[arg-type]
        voucher=voucher,
        document="",
        name="",
        amount_fen=fen,
        paid_on="",
        payer="",
        division="",
        place=place,
        enrollment=enrollment,
    )


ROW = st.tuples(NAMES, st.sampled_from(("v1", "v2")), AMOUNT)


@given(
    tax=st.lists(st.tuples(ROW, st.sampled_from(STATES)), max_size=8),
    receipts=st.lists(ROW, max_size=6, unique_by=lambda row: row[:2]),
    enrollments=st.lists(ROW, max_size=6, unique_by=lambda row: row[:2]),
)
def test_differences_are_what_the_sides_differ_by(
    tax: list[tuple[tuple[str, str, int], str]],
    receipts: list[tuple[str, str, int]],
    enrollments: list[tuple[str, str, int]],
) -> None:
    booked: set[tuple[str, str]] = set()
    rows = []
    for place, (row, state) in enumerate(tax):
        once = state != "booked" or row[:2] not in booked
        if state == "booked":
            booked.add(row[:2])
        rows.append(_tax(row, state if once else "doubled", place))
    found = compare(rows, [Line(*one) for one in receipts], [Line(*one) for one in enrollments])
    sums = {one.side: one.amount_fen for one in found.sides}
    of_tax = [one for one in found.causes if not one.cause.startswith("enrollment_")]
    of_enrollments = [one for one in found.causes if one.cause.startswith("enrollment_")]
    assert sum(one.amount_fen for one in of_tax) == sums["tax"] - sums["receipts"]
    assert sum(one.amount_fen for one in of_enrollments) == sums["receipts"] - sums["enrollments"]
    assert {one.cause for one in found.causes} <= set(CAUSES)
    assert sum(one.rows for one in found.causes) == len(found.differences)
