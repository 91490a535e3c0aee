"""Every character is drawn by a font that has it, or said to be missing."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from desktop.printing.fonts import GETA, Weight, missing_characters, runs, width_pt
from desktop.printing.sheet import Sheets
from tests.helpers.patience import LIMIT_S

RARE = "王𠮷…𣲗𬭎𫟹𪚥"
HAN_OF_GB_18030_2022 = (
    (0x4E00, 0x9FEF),
    (0x3400, 0x4DB5),
    (0x20000, 0x2A6D6),
    (0x2A700, 0x2B734),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
)


@pytest.mark.parametrize("weight", Weight)
def test_ordinary_text_is_one_run(weight: Weight) -> None:
    (run,) = runs("城乡居民 ABC 0123 ¥①→", weight)

    assert run.font == weight.value
    assert run.text == "城乡居民 ABC 0123 ¥①→"


def test_rare_characters_are_drawn_by_another_font_where_they_stand() -> None:
    assert [(run.font, run.text) for run in runs("王𠮷安㐀")] == [
        ("NotoSansSC-Regular", "王"),
        ("HanaMinB", "𠮷"),
        ("NotoSansSC-Regular", "安"),
        ("NotoSansSC-Rest", "㐀"),
    ]


@pytest.mark.parametrize("weight", Weight)
def test_what_words_are_made_of_has_every_weight(weight: Weight) -> None:
    """Goal: GB 2312 and the names' characters of 通用规范汉字表 look alike in a heavy line."""
    common = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    text = b"".join(common).decode("gb2312", "ignore") + "昇玥珺喆堃𬭛䶮㛃𫖯"

    assert [run.font for run in runs(text, weight)] == [weight.value]


def test_a_character_in_no_font_is_shown_as_missing_and_reported_once() -> None:
    unknown = "\U000323af"

    assert "".join(run.text for run in runs(f"张{unknown}{unknown}")) == f"张{GETA}{GETA}"
    assert missing_characters([f"张{unknown}", unknown, "\ue0f1"]) == (unknown, "\ue0f1")
    assert missing_characters([RARE]) == ()


def test_every_han_character_of_the_standard_has_a_glyph() -> None:
    for first, last in HAN_OF_GB_18030_2022:
        assert missing_characters([chr(code) for code in range(first, last + 1)]) == ()


def test_marks_that_only_steer_layout_cannot_reorder_a_line() -> None:
    shown = "".join(run.text for run in runs("a\u202eb\u200bc\ufe00葛\U000e0100"))

    assert shown == "abc葛"
    assert missing_characters(["\u202e\u200b\U000e0100"]) == ()


def test_control_characters_become_spaces() -> None:
    assert "".join(run.text for run in runs("甲\n乙\t丙\x00丁\u2028")) == "甲 乙 丙 丁 "


def test_nothing_to_draw_is_no_run() -> None:
    assert runs("") == []
    assert width_pt("", 10) == 0


def test_han_characters_are_square_and_digits_all_alike() -> None:
    assert width_pt("城乡𠮷", 10) == pytest.approx(30)
    assert len({width_pt(digit, 10) for digit in "0123456789"}) == 1


def test_text_comes_back_as_written_also_above_the_basic_plane(tmp_path: Path) -> None:
    """Goal: what is copied or searched is what was written, not radicals or other planes."""
    han = "居民身份证户口金车长门贝见风马鸟鱼"
    path = _pdf(tmp_path, [RARE, han, "张\U000323af"])

    copied = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"],
        capture_output=True,
        check=True,
        timeout=LIMIT_S,
    ).stdout.decode()
    with pypdfium2.PdfDocument(path) as document:
        shown = document[0].get_textpage().get_text_bounded()

    for text in (copied, shown):
        assert RARE in text
        assert han in text
        assert "张" + GETA in text


def test_every_name_of_many_fonts_subsets_comes_back(tmp_path: Path) -> None:
    """More than 256 different characters make several subsets, and blocks of a hundred in each."""
    names = [chr(0x4E00 + place) + chr(0x20000 + place * 3) for place in range(400)]
    path = _pdf(tmp_path, names)

    with pypdfium2.PdfDocument(path) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)

    assert [name for name in names if name not in text] == []


def test_the_large_fonts_are_read_only_for_a_rare_character() -> None:
    """Reading the largest takes as long as forty receipts."""
    program = (
        "from desktop.printing import fonts\n"
        "from reportlab.pdfbase import pdfmetrics\n"
        "for text in ('张三', '张㐀', '张𠮷'):\n"
        "    fonts.runs(text)\n"
        "    known = pdfmetrics.getRegisteredFontNames()\n"
        "    print([name in known for name in ('NotoSansSC-Rest', 'HanaMinB')])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, timeout=LIMIT_S
    )

    assert done.stdout.splitlines() == ["[False, False]", "[True, False]", "[True, True]"]


def _pdf(folder: Path, lines: list[str]) -> Path:
    sheets = Sheets(
        title="t", author="a", subject="s", made_at=datetime(2021, 11, 15, 2, 5, tzinfo=UTC)
    )
    for start in range(0, len(lines), 40):
        sheets.begin_page(210, 297)
        for place, line in enumerate(lines[start : start + 40]):
            sheets.text(20, 20 + place * 6, line, 10)
        sheets.end_page()
    path = folder / "text.pdf"
    path.write_bytes(sheets.finish())
    return path
