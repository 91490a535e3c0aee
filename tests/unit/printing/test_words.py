"""What papers say: citations an official would write, periods, and both languages complete."""

from __future__ import annotations

from dataclasses import fields, replace
from string import Formatter
from typing import get_args

import msgspec
import pytest

from desktop.domain.receipt import Basis, Method
from desktop.printing.words import (
    EN,
    ZH,
    cited,
    cover,
    method_name,
    note_mark,
    why,
)
from tests.receipts.households import FOUR, line_of

NOTICE = "楚医保〔2021〕46号"


def test_the_same_provision_is_cited_once() -> None:
    basis = Basis("assistance", NOTICE, "三")
    line = msgspec.structs.replace(line_of(1, FOUR[0]), basis=(basis, basis))

    assert cited(line, "assistance", "zh") == f"（{NOTICE} 第三条）"
    assert cited(line, "benefit_start", "zh") == ""


def test_why_says_what_and_on_what_ground() -> None:
    assisted, full = line_of(1, FOUR[0]), line_of(3, FOUR[2])

    assert why(assisted, ZH, "城乡低保对象", "zh") == (
        f"城乡低保对象 → 资助 120.00 元（{NOTICE} 第三条）"
    )
    assert why(full, ZH, "", "zh") == f"无资助，按个人缴费标准缴纳（{NOTICE} 第二条第三款）"


@pytest.mark.parametrize(
    ("start", "end", "open_", "words"),
    [
        ("2022-01-01", "2022-12-31", "", "2022-01-01 至 2022-12-31"),
        ("2022-01-01", "", "", "自 2022-01-01 起"),
        ("", "", "", "无"),
        ("", "", "NO_BENEFIT_YEAR_IN_DOC", "待定①"),
        ("2022-01-01", "", "NO_BENEFIT_YEAR_IN_DOC", "2022-01-01 至 待定①"),
    ],
)
def test_cover_is_said_or_its_silence_is(start: str, end: str, open_: str, words: str) -> None:
    line = msgspec.structs.replace(
        line_of(1, FOUR[0]), cover_from=start, cover_to=end, cover_open=open_
    )

    assert cover(line, ZH, "①") == words


def test_both_languages_fill_the_same_places() -> None:
    for field in fields(ZH):
        zh, en = getattr(ZH, field.name), getattr(EN, field.name)
        assert _places(zh) == _places(en), field.name
        assert "" not in (zh, en)
    assert replace(ZH) == ZH != EN


def test_every_way_of_paying_has_words() -> None:
    for method in get_args(Method):
        assert method_name(method, "zh")
        assert method_name(method, "en").isascii()


def test_notes_have_marks_without_end() -> None:
    assert [note_mark(place) for place in (0, 9, 10)] == ["①", "⑩", "(11)"]


def _places(words: str | tuple[str, ...]) -> list[str]:
    texts = (words,) if isinstance(words, str) else words
    names = (name for text in texts for _, name, _, _ in Formatter().parse(text))
    return sorted(name for name in names if name is not None)
