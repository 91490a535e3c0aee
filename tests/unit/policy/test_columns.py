"""Columns give every row the answer of its key, whatever the numbers."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.policy.columns import PAGE_KEYS, Columns

INT32 = st.integers(min_value=-(2**31), max_value=2**31 - 1)


@given(st.lists(st.integers(0, 40), max_size=300), st.lists(INT32, min_size=41, max_size=41))
def test_every_row_has_the_answer_of_its_key(keys: list[int], answers: list[int]) -> None:
    columns: Columns[int] = Columns()
    for row, key in enumerate(keys):
        columns.add(key, row)
    by_key = [answers[key] for key in columns.keys]
    found: dict[int, int] = {}
    for rows, looked_up in columns.look_up(by_key):
        found.update(zip(rows, looked_up, strict=True))
    assert found == {row: answers[key] for row, key in enumerate(keys)}
    assert len(columns) == len(keys)
    assert [keys.count(key) for key in columns.keys] == columns.counts


def test_more_keys_than_a_page_holds() -> None:
    chance, columns = random.Random(7), Columns[int]()
    keys = [chance.randrange(3 * PAGE_KEYS + 1) for _ in range(20_000)]
    for row, key in enumerate(keys):
        columns.add(key, row)
    by_key = [key - 400 for key in columns.keys]
    pages = list(columns.look_up(by_key))
    assert len(pages) == 4
    found = {row: one for rows, answers in pages for row, one in zip(rows, answers, strict=True)}
    assert found == {row: key - 400 for row, key in enumerate(keys)}


def test_no_rows_have_no_answers() -> None:
    assert list(Columns[str]().look_up([])) == []
