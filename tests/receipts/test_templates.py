"""Goal: where a thing stands, and under which words, is the template's; Python only draws it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.base.clock import instant_from_text
from desktop.domain.receipt_template_text import FIELDS, LISTS, PERSON_FIELDS
from desktop.printing import receipt_papers, receipt_rows
from desktop.printing.receipt_texts import Printing, ReceiptTexts
from tests.receipts.households import PRINTED_AT, family_of_four
from tests.receipts.tape import Page, tape_of

COLUMN = '    { field = "cover",'


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    """Papers are read once; these tests read others in between."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    receipt_papers.receipt_template.cache_clear()
    receipt_papers.paper_of.cache_clear()
    receipt_rows.sheet_rows.cache_clear()


def drawn(monkeypatch: pytest.MonkeyPatch, *changes: str, paper: str = "A5") -> Page:
    """The family's receipt on a paper whose template was changed: old, new, old, new, …"""
    text = receipt_papers._text(paper)
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text
        text = text.replace(old, new, 1)
    monkeypatch.setattr(receipt_papers, "_text", lambda name: text)
    return tape_of(family_of_four(), paper=paper).pages[0]


def words(page: Page) -> list[str]:
    return [text.text for text in page.texts]


def test_a_label_is_the_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "交款人" in words(drawn(monkeypatch, 'zh = "缴款人"', 'zh = "交款人"'))


def test_a_column_left_out_is_not_drawn_and_the_others_close_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = receipt_papers._text("A5")
    line = next(line for line in text.splitlines() if line.startswith(COLUMN))
    page = drawn(monkeypatch, line + "\n", "")
    assert "待遇享受期" not in words(page)
    assert "个人缴费标准" in words(page)


def test_a_block_moved_up_stands_higher(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = tape_of(family_of_four()).pages[0]
    _forget()
    changed = drawn(monkeypatch, "[head]\nheight = 140", "[head]\nheight = 120")
    before, after = ({one.text: one.y_mm for one in page.texts} for page in (shipped, changed))
    assert after["户主"] == pytest.approx(before["户主"] - 2)


def test_the_code_goes_where_it_is_put_and_nothing_lies_under_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = drawn(
        monkeypatch,
        'side = "right"\ntop = 10',
        'side = "left"\ntop = 20',
        "left = -10, right = 1330",
        "left = 350, right = 1000",
    )
    ((x, y, rows, module_pt),) = page.codes
    side = len(rows) * module_pt / 72 * 25.4
    assert (x, y) == (9.0, 9.0)
    inside = [one for one in page.texts if one.left_mm < x + side and y < one.y_mm < y + side]
    assert inside == []


def test_squares_are_as_large_as_they_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(monkeypatch, "module = 160", "module = 150", paper="80")
    assert page.codes[0][3] == 1.5


def test_the_texts_are_those_a_template_may_ask_for() -> None:
    """Otherwise a template is refused for what exists, or let pass for what does not."""
    receipt = family_of_four()
    printing = Printing("A5", 1, instant_from_text(PRINTED_AT), "zh")
    texts = ReceiptTexts(receipt, printing)
    assert set(texts.fields("")) == FIELDS
    assert set(texts.person(1, receipt.lines[0])) == PERSON_FIELDS
    assert set(texts.lists()) == LISTS
