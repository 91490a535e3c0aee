"""Nothing overlaps, nothing is cut, whatever the household is called and wherever it lives.

The layout is taken down as calls; every text must stand inside the page, off every rule and off
every other text, in a size a dot-matrix printer can draw.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.money import capital_figures, fen_display
from desktop.domain.codes import Language
from desktop.domain.receipt import Receipt
from desktop.printing.grid import SMALLEST_PT
from desktop.printing.papers import Paper
from desktop.printing.receipt_papers import paper_of
from desktop.printing.sheet import POINTS_PER_MM, RULE_MM
from tests.receipts import households
from tests.receipts.households import LONG_NAME, Person, receipt_of
from tests.receipts.tape import Page, Tape, Text, tape_of

SHEETS = ("A5", "A4", "241x139.7")
_LETTERS = "王李阿依古丽努尔·买提𠮷𪚥䶮\U000323af（）AbcXYZ 0123456789-"
_NAMES = st.text(_LETTERS, min_size=1, max_size=50).filter(lambda name: name.strip())
_FEN = st.integers(0, 999_999_999)


@st.composite
def _receipts(draw: st.DrawFn) -> Receipt:
    people = draw(
        st.lists(
            st.builds(
                Person,
                name=_NAMES,
                document=st.text("0123456789*XABC", min_size=1, max_size=20),
                relation=st.sampled_from(["02", "10", "37", "46", "65"]),
                identity=st.sampled_from(["", "subsistence_allowance", "two_daughter_couple"]),
                standard_fen=_FEN,
            ),
            min_size=1,
            max_size=20,
        )
    )
    return receipt_of(
        *people,
        number=draw(st.text("ABC0123456789-", min_size=1, max_size=20)),
        address=draw(st.text(_LETTERS, max_size=200)),
        payer=draw(_NAMES),
        cover_open=draw(st.sampled_from(["", "NO_BENEFIT_YEAR_IN_DOC"])),
        training=draw(st.booleans()),
    )


@settings(max_examples=60)
@given(
    receipt=_receipts(),
    paper=st.sampled_from(SHEETS),
    copy=st.sampled_from([1, 2, 99]),
    language=st.sampled_from(["zh", "en"]),
)
def test_nothing_overlaps_and_nothing_is_cut(
    receipt: Receipt, paper: str, copy: int, language: Language
) -> None:
    tape = tape_of(receipt, paper=paper, copy=copy, language=language)

    for page in tape.pages:
        _stands_inside(page, paper_of(paper))
        _keeps_apart(page)


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_household_of_four_takes_one_page(paper: str, language: Language) -> None:
    tape = tape_of(households.family_of_four(), paper=paper, language=language)

    assert len(tape.pages) == 1


def test_a_long_household_goes_on_under_a_repeated_head() -> None:
    receipt = households.fifteen()

    pages = tape_of(receipt).pages

    assert len(pages) == 3
    for place, page in enumerate(pages, start=1):
        words = _words(page)
        assert "城乡居民基本医疗保险参保缴费登记回执（非税务票据）" in words
        assert "证件号码" in words
        assert any(receipt.number in text for text in words)
        assert f"第 {place} 页　共 3 页" in words
        assert ("（接下页）" in words) == (place < 3)
    names = [text for page in pages for text in _words(page) if text.startswith("罗家成员")]
    assert names == [f"罗家成员{place}" for place in range(2, 16)]


@pytest.mark.parametrize("count", range(1, 21))
def test_the_totals_never_stand_on_a_page_without_a_person(count: int) -> None:
    people = [Person(f"甲{place}") for place in range(count)]

    for paper in SHEETS:
        last = _words(tape_of(receipt_of(*people), paper=paper).pages[-1])
        assert any(text.startswith("甲") and text[1:].isdigit() for text in last)
        assert f"合计 {count} 人（元）" in last


def test_a_person_who_fills_a_page_leaves_the_totals_to_the_next() -> None:
    crowded = households.long_texts()
    receipt = msgspec.structs.replace(crowded, lines=crowded.lines[:1])

    first, last = tape_of(receipt).pages

    assert LONG_NAME[-1] in "".join(_words(first))
    assert "合计 1 人（元）" in _words(last)
    assert "姓名" not in _words(last)


def test_figures_without_a_provision_cite_none() -> None:
    receipt = households.one_person()
    bare = msgspec.structs.replace(receipt.lines[0], basis=())

    words = _words(tape_of(msgspec.structs.replace(receipt, lines=(bare,))).pages[0])

    assert "无资助，按个人缴费标准缴纳" in words
    assert not any("依据" in text for text in words)


def test_amounts_up_to_ten_million_stand_whole_in_figures_and_words() -> None:
    receipt = receipt_of(Person("甲", standard_fen=999_999_999))

    words = _words(tape_of(receipt).pages[0])

    assert "¥" + fen_display(999_999_999) in words
    assert "人民币" + capital_figures(999_999_999) in words
    assert words.count("9,999,999.99") == 4


def test_a_code_for_twenty_persons_still_has_modules_of_half_a_millimetre() -> None:
    receipt = receipt_of(*(Person(f"甲{place}") for place in range(20)))

    (x, _, rows, module_pt) = tape_of(receipt).pages[0].codes[0]

    assert module_pt / POINTS_PER_MM >= 0.5
    assert (
        x + len(rows) * module_pt / POINTS_PER_MM
        <= paper_of("A5").width_mm - paper_of("A5").side_mm + 0.01
    )


def _words(page: Page) -> list[str]:
    return [text.text for text in page.texts]


def _stands_inside(page: Page, paper: Paper) -> None:
    for text in page.texts:
        assert text.left_mm >= paper.side_mm - 0.01, text
        assert text.right_mm <= paper.width_mm - paper.side_mm + 0.01, text
        assert text.top_mm >= paper.top_mm - 2, text
        assert text.bottom_mm <= paper.height_mm - paper.bottom_mm + 0.5, text
        assert text.size_pt >= SMALLEST_PT or "." in text.text or _is_one_of_ours(text), text
    assert all(width >= RULE_MM for _, width in page.rules)


def _is_one_of_ours(text: Text) -> bool:
    """Fixed texts and numbers may be shrunk instead of split; what people wrote may not."""
    return "年度" in text.text or "year" in text.text or "No." in text.text or "Code" in text.text


def _keeps_apart(page: Page) -> None:
    boxes = [_box(text) for text in page.texts if text.text.strip()]
    for one, other in combinations(boxes, 2):
        assert not _overlap(one, other, give_mm=0.05), (one, other)
    k = 1 / POINTS_PER_MM
    rules = [
        Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), "rule")
        for (x1, y1, x2, y2), _ in page.rules
    ]
    codes = [
        Box(x - 4 * module * k, y, x + len(rows) * module * k, y + len(rows) * module * k, "code")
        for x, y, rows, module in page.codes
    ]
    for box in boxes:
        for thing in (*rules, *codes):
            assert not _overlap(box, thing, give_mm=0.01), (box, thing)


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    what: str


def _box(text: Text) -> Box:
    return Box(text.left_mm, text.top_mm, text.right_mm, text.bottom_mm, text.text)


def _overlap(one: Box, other: Box, give_mm: float) -> bool:
    return (
        one.left < other.right - give_mm
        and other.left < one.right - give_mm
        and one.top < other.bottom - give_mm
        and other.top < one.bottom - give_mm
    )


def test_the_tape_takes_what_sheets_offers() -> None:
    """The tape stands in for `Sheets`: it must know every call that draws."""
    assert {"begin_page", "end_page", "text", "rules", "modules", "watermark"} <= set(dir(Tape))
