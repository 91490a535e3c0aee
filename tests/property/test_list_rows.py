"""Rows read whole columns at a time are the rows read one by one, whatever stands in the cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.invented import invented_number
from desktop.domain.list_aliases import AliasBook
from desktop.domain.list_facts import ListKind
from desktop.domain.list_fields import MARK
from desktop.domain.list_reader import RowReader
from desktop.domain.list_repairs import Cell, NumberCell
from desktop.usecases.lists.aliases import shipped_aliases

TODAY = date(2021, 11, 15)
ALIASES = AliasBook(shipped_aliases())
BORN = date(1960, 3, 1)
NUMBERS = tuple(invented_number(BORN, place, "1") for place in range(3))
CELLS: dict[str, tuple[Cell, ...]] = {
    "number": (
        *NUMBERS, "8" + NUMBERS[0][1:], NUMBERS[0][:17] + "?", NumberCell(NUMBERS[0]), "", "1",
    ),
    "name": ("王小明", "王 明", "买买提.阿不都", "", NumberCell("12"), "A"),
    "birth_date": (BORN.isoformat(), "1960年3月1日", "1961-03-01", "", NumberCell("22341")),
    "village": ("大东瓜村", " 大东瓜村", ""),
    "identity": ("城市低保", "农村低保", "不知道的", ""),
    "recognised_on": ("2021-01-01", "2021.3", "昨天", ""),
    "evidence": ("DB1", "'DB2 ", ""),
    MARK + "孤儿": ("√", "", "否"),
    "household": ("1", ""),
    "phone": ("13800000000", "没有"),
}  # fmt: skip
KINDS: tuple[ListKind, ...] = ("identity", "roster", "residents", "death")


@st.composite
def lists(draw: st.DrawFn) -> tuple[ListKind, tuple[str, ...], list[tuple[int, tuple[Cell, ...]]]]:
    """Return a kind of list, its columns and its rows."""
    kind = draw(st.sampled_from(KINDS))
    fields = tuple(draw(st.lists(st.sampled_from(sorted(CELLS)), min_size=1, unique=True)))
    line = st.tuples(*(st.sampled_from(CELLS[field]) for field in fields))
    lines = draw(st.lists(line, max_size=12))
    return kind, fields, list(enumerate(lines, 2))


def reader(kind: ListKind, fields: Sequence[str]) -> RowReader:
    return RowReader(kind, fields, today=TODAY, aliases=ALIASES, department="civil_affairs")


@given(lists())
def test_a_block_is_read_as_its_rows_are(
    told: tuple[ListKind, tuple[str, ...], list[tuple[int, tuple[Cell, ...]]]],
) -> None:
    kind, fields, rows = told
    alone = reader(kind, fields)
    at_once = reader(kind, fields)
    for _ in range(2):
        # The second time everything that may be remembered is.
        assert at_once.read_block(rows) == [alone.read(*row) for row in rows]


def test_rows_of_another_width_are_read_all_the_same() -> None:
    rows = [(2, (NUMBERS[0],)), (3, (NUMBERS[1], "王小明"))]
    found = reader("identity", ("number", "name")).read_block(rows)
    assert [(one.number, one.name) for one in found] == [(NUMBERS[0], ""), (NUMBERS[1], "王小明")]
